"""A report's text cut up for the page: blocks, and in each the pieces between the edges of all marked spans.

Spans may overlap and nest, which HTML elements may not; so a block becomes a row of pieces, and each piece knows
which statements it belongs to. All text of the report is in exactly one piece, except white space between blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Manner, PassageKind, Report, Span, Statement


@dataclass(frozen=True, slots=True)
class Note:
    """A marked statement and its number on the page, counted from 1 in the order of the text."""

    number: int
    statement: Statement

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.statement.content[0].start


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked alike: by `notes` (the innermost last), as `cue`, as the place asked for.

    `start` and `end` are offsets in the report; `begins` are the notes whose words begin here. `anchor` says that
    something is marked from here on, so that an address with `#s<start>` leads here.
    """

    start: int
    end: int
    text: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]
    cue: bool
    asked: bool
    anchor: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One passage of the report (`kind` None for text outside of any passage), its pieces, and the notes that
    begin in it."""

    kind: PassageKind | None
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def notes_of(statements: Iterable[Statement]) -> list[Note]:
    """The statements to mark, numbered. Narration is not marked: unmarked text is the outlet's own voice."""
    spoken = [statement for statement in statements if statement.manner is not Manner.NARRATION]
    spoken.sort(key=lambda statement: (statement.content[0].start, -statement.content[-1].end, statement.id))
    return [Note(number, statement) for number, statement in enumerate(spoken, start=1)]


def blocks(
    report: Report, notes: Sequence[Note], asked: tuple[int, int] | None = None, anchors: Iterable[int] = ()
) -> list[Block]:
    """The text of `report` in blocks.

    `asked` is the place (start, end) to mark because the reader came for it; `anchors` are further offsets that
    an address may point to.
    """
    spans: list[tuple[Span, Note]] = [(span, note) for note in notes for span in note.statement.content]
    cues = [note.statement.cue for note in notes if note.statement.cue is not None]
    places = {span.start for span, _ in spans} | {cue.start for cue in cues} | set(anchors)
    if asked:
        places.add(asked[0])
    edges = places | {span.end for span, _ in spans} | {cue.end for cue in cues} | set(asked or ())
    starts = {note.start for note in notes}
    result = []
    for start, end, kind in _stretches(report):
        inner = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        pieces = []
        here = [(span, note) for span, note in spans if span.start < end and span.end > start]
        for left, right in pairwise(inner):
            covering = tuple(note for span, note in here if span.start <= left and right <= span.end)
            pieces.append(
                Piece(
                    start=left,
                    end=right,
                    text=report.text[left:right],
                    notes=tuple(dict.fromkeys(covering)),
                    begins=tuple(note for note in notes if note.start == left) if left in starts else (),
                    cue=any(cue.start <= left and right <= cue.end for cue in cues),
                    asked=asked is not None and asked[0] <= left and right <= asked[1],
                    anchor=left in places,
                )
            )
        begun = tuple(note for note in notes if start <= note.start < end)
        result.append(Block(kind, tuple(pieces), begun))
    return result


def _stretches(report: Report) -> list[tuple[int, int, PassageKind | None]]:
    """The report's passages in order, and between them whatever text stands in none."""
    stretches: list[tuple[int, int, PassageKind | None]] = []
    reached = 0
    for passage in sorted(report.passages, key=lambda passage: (passage.start, -passage.end)):
        start = max(passage.start, reached)
        if report.text[reached:start].strip():
            stretches.append((reached, start, None))
        if start < passage.end:
            stretches.append((start, passage.end, passage.kind))
            reached = passage.end
    if report.text[reached:].strip():
        stretches.append((reached, len(report.text), None))
    return stretches
