"""A report's text cut up for the page: blocks, and in each the pieces between the edges of all marked spans.

Spans may overlap and nest, which HTML elements may not; so a block becomes a row of pieces, and each piece knows
which statements it belongs to. All text of the report is in exactly one piece, except white space between blocks.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Manner, PassageKind, Report, Span, Statement


@dataclass(frozen=True, slots=True)
class Note:
    """A marked statement and its number on the page, counted from 1 in the order of the text. `letter` is that of its
    speaker on this page, and `speaker` the number that it stands for, from 0."""

    number: int
    statement: Statement
    letter: str = ""
    speaker: int = 0

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.statement.content[0].start


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked because the reader wants to see the names (times, figures, places): what is known of them
    is said in `words`."""

    span: Span
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked alike: by `notes` (the innermost last), as `cue`, as the place asked for, by
    `marks` (the innermost last).

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
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One passage of the report (`kind` None for text outside of any passage), its pieces, and the notes that
    begin in it. `continued` says that it goes on with the passage before it."""

    kind: PassageKind | None
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    continued: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the report."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the report."""
        return self.pieces[-1].end


def notes_of(statements: Iterable[Statement]) -> list[Note]:
    """The statements to mark, numbered. Narration is not marked: unmarked text is the outlet's own voice."""
    spoken = [statement for statement in statements if statement.manner is not Manner.NARRATION]
    spoken.sort(key=lambda statement: (statement.content[0].start, -statement.content[-1].end, statement.id))
    speakers: dict[tuple[str, ...], int] = {}
    notes = []
    for number, statement in enumerate(spoken, start=1):
        speaker = speakers.setdefault(tuple(who.entity or who.name for who in statement.sources), len(speakers))
        notes.append(Note(number, statement, letters(speaker), speaker))
    return notes


def letters(number: int) -> str:
    """A number (from 0) as letters: A to Z, then AA, AB …"""
    return (letters(number // 26 - 1) if number > 25 else "") + string.ascii_uppercase[number % 26]


def blocks(
    report: Report,
    notes: Sequence[Note],
    asked: tuple[int, int] | None = None,
    anchors: Iterable[int] = (),
    marks: Sequence[Mark] = (),
) -> list[Block]:
    """The text of `report` in blocks.

    `asked` is the place (start, end) to mark because the reader came for it; `anchors` are further offsets that
    an address may point to; `marks` are what else is to be marked.
    """
    spans: list[tuple[Span, Note]] = [(span, note) for note in notes for span in note.statement.content]
    cues = [note.statement.cue for note in notes if note.statement.cue is not None]
    places = {span.start for span, _ in spans} | {cue.start for cue in cues} | set(anchors)
    if asked:
        places.add(asked[0])
    edges = places | {span.end for span, _ in spans} | {cue.end for cue in cues} | set(asked or ())
    edges |= {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    starts = {note.start for note in notes}
    result: list[Block] = []
    for start, end, kind in _stretches(report):
        inner = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        pieces = []
        here = [(span, note) for span, note in spans if span.start < end and span.end > start]
        marked = [mark for mark in marks if mark.span.start < end and mark.span.end > start]
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
                    marks=tuple(mark for mark in marked if mark.span.start <= left and right <= mark.span.end),
                )
            )
        begun = tuple(note for note in notes if start <= note.start < end)
        continued = bool(result) and result[-1].end == start and result[-1].kind is kind
        result.append(Block(kind, tuple(pieces), begun, continued))
    return result


#: A longer passage is shown in stretches that end with a sentence, so that notes stand beside their words: some texts
#: have lost all their line breaks. Where no sentence ends for long, it is cut between two words.
_LONG, _LONGEST = 700, 12_000
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*[ \n]+(?=[\"'“‘(\[]*[A-Z0-9])")
#: As much of a report as one page shows, by what it costs to show (`cost`): about 70 kB of page.
PART = 52_000


def cost(block: Block) -> int:
    """About how many bytes of a page a block takes: its text, its marks, its notes (measured on 374 reports)."""
    marks = sum(90 * (bool(piece.notes) + piece.cue + len(piece.marks)) for piece in block.pieces)
    return 60 + sum(len(piece.text) for piece in block.pieces) + marks + 480 * len(block.notes)


def parts(found: Sequence[Block], most: int = PART) -> list[list[Block]]:
    """Blocks in parts that each cost at most `most`, or are one block."""
    result: list[list[Block]] = []
    spent = most + 1
    for block in found:
        here = cost(block)
        if spent + here > most or not result:
            result.append([])
            spent = 0
        result[-1].append(block)
        spent += here
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
    return [(start, end, kind) for first, last, kind in stretches for start, end in _short(report.text, first, last)]


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text in pieces that a margin can follow."""
    while end - start > _LONG * 3 // 2:
        ends = (match.end() for match in _SENTENCE_ENDS.finditer(text, start + _LONG, min(end, start + _LONGEST)))
        cut = next(ends, 0)
        if not cut:
            if end - start <= _LONGEST:
                break
            gap = max(text.rfind(" ", start + 1, start + _LONGEST), text.rfind("\n", start + 1, start + _LONGEST))
            cut = gap + 1 if gap > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
