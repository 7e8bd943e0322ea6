from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from small_ledger import ANNOTATIONS, HERALD_REPORT, statement

from counterclaim.apps.web.marks import blocks, notes_of
from counterclaim.records import Passage, PassageKind, Span, Statement

STATEMENTS = ANNOTATIONS[HERALD_REPORT.id].statements
TEXT = "One two three.\n\nFour five six seven.\n\nShare this."


def _spans(length: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda pair: (min(pair), max(max(pair), min(pair) + 1))
    )


def test_narration_is_not_marked_and_notes_are_numbered_in_the_order_of_the_text() -> None:
    notes = notes_of(reversed(STATEMENTS))
    assert [note.number for note in notes] == [1, 2, 3]
    assert [note.start for note in notes] == sorted(note.start for note in notes)
    assert STATEMENTS[0] not in [note.statement for note in notes]


def test_each_block_has_the_notes_that_begin_in_it_and_its_kind() -> None:
    found = blocks(HERALD_REPORT, notes_of(STATEMENTS))
    assert [block.kind for block in found] == [passage.kind for passage in HERALD_REPORT.passages]
    assert [[note.number for note in block.notes] for block in found] == [[], [1], [2], [3], []]


def test_the_place_asked_for_is_marked_exactly() -> None:
    start = HERALD_REPORT.text.index("asked Arvel for")
    found = blocks(HERALD_REPORT, notes_of(STATEMENTS), (start, start + 15))
    asked = [piece for block in found for piece in block.pieces if piece.asked]
    assert "".join(piece.text for piece in asked) == "asked Arvel for"
    assert asked[0].anchor
    assert asked[0].notes


@given(
    st.lists(_spans(len(TEXT)), max_size=5),
    st.lists(_spans(len(TEXT)), max_size=3),
    st.none() | _spans(len(TEXT)),
)
def test_no_word_of_a_report_is_lost_or_doubled(
    said: list[tuple[int, int]], passages: list[tuple[int, int]], asked: tuple[int, int] | None
) -> None:
    """Whatever overlaps or nests, and wherever the passages of a damaged report are."""
    report = replace(
        HERALD_REPORT,
        text=TEXT,
        passages=tuple(Passage(start, end, TEXT[start:end], PassageKind.PARAGRAPH) for start, end in passages),
    )
    statements = [
        replace(statement(HERALD_REPORT, "Tosk", None, ()), id=str(number), content=(Span.of(TEXT, start, end),))
        for number, (start, end) in enumerate(said)
    ]
    notes = notes_of(statements)
    pieces = [piece for block in blocks(report, notes, asked) for piece in block.pieces]
    assert all(TEXT[piece.start : piece.end] == piece.text for piece in pieces)
    assert all(before.end <= after.start for before, after in pairwise(pieces))
    shown = {at for piece in pieces for at in range(piece.start, piece.end)}
    assert all(at in shown for at, character in enumerate(TEXT) if not character.isspace())
    for note in notes:
        marked = {at for piece in pieces if note in piece.notes for at in range(piece.start, piece.end)}
        assert marked == shown & _places(note.statement)
    if asked:
        assert {at for piece in pieces if piece.asked for at in range(piece.start, piece.end)} == shown & set(
            range(*asked)
        )


def _places(said: Statement) -> set[int]:
    return {at for span in said.content for at in range(span.start, span.end)}
