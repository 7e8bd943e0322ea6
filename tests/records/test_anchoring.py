"""A person's word is found again by its words: exactly, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Anchor, Evidence, Judgement, UsageError, Verdict
from counterclaim.records.anchoring import UNDO, Library, Places, in_effect, parts
from counterclaim.records.corrections import count_of

TEXT = "Nine people were killed, the governor said. Nine people fled."


def judgement(n: int, kind: str = "dispute", left: str = "d", anchors: Sequence[Anchor] = ()) -> Judgement:
    """The `n`th judgement that somebody made."""
    evidence = (Evidence("r", 0, 4, "Nine"),)
    return Judgement(
        f"j{n}", kind, left, left, Verdict.SAME, 1.0, ("why",), evidence, "Ada", at=f"2031-01-01T00:{n:02}Z",
        anchors=tuple(anchors),
    )  # fmt: skip


def anchor(text: str, words: str, report: str = "r", nth: int = 0, sha256: str = "") -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Anchor(report, start, start + len(words), words, 1, sha256)


@given(st.data())
def test_undoing_is_a_stack_of_words(data: st.DataObject) -> None:
    """Whatever is undone and redone: a word counts if and only if an even number of undoings in a row took it back."""
    made = [judgement(0)]
    for n in range(1, data.draw(st.integers(1, 12))):
        undo = data.draw(st.booleans())
        taken_back = {one.left for one in made if one.kind == UNDO}
        free = [one.id for one in made if one.id not in taken_back]
        made.append(judgement(n, UNDO, data.draw(st.sampled_from(free))) if undo else judgement(n))
    by_left = {one.left: one for one in made if one.kind == UNDO}

    def counts(one: Judgement) -> bool:
        return one.id not in by_left or not counts(by_left[one.id])

    shuffled = data.draw(st.permutations(made))
    assert [one.id for one in in_effect(shuffled)] == [
        one.id for one in reversed(made) if one.kind != UNDO and counts(one)
    ]


@given(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=40), st.data())
def test_a_word_stays_in_its_place_as_long_as_its_report_is_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    fast = Anchor("r", start, end, text[start:end])
    library = Library({"r": text}.get, lambda _: ())
    assert library.settle(fast) == fast
    moved = Anchor("r", start, end, "\0" * (end - start))
    assert library.settle(moved) is None


@given(st.text("ab ", min_size=1, max_size=12), st.text("ab ", max_size=30))
def test_a_report_read_anew_is_known_by_its_bytes_and_words_that_stand_there_once(words: str, text: str) -> None:
    fast = Anchor("gone", 3, 3 + len(words), words, 2, "hash")
    settled = Library({"new": text}.get, {"hash": ["new"]}.__getitem__).settle(fast)
    places = [n for n in range(len(text)) if text.startswith(words, n)]
    if len(places) == 1:
        assert settled == Anchor("new", places[0], places[0] + len(words), words, 2, "hash")
    else:
        assert settled is None
    assert Library({"new": text}.get, {"hash": ["new", "newer"]}.__getitem__).settle(fast) is None


def test_words_are_at_their_own_place_before_any_that_holds_them() -> None:
    nine, first = anchor(TEXT, "Nine"), anchor(TEXT, "Nine people were killed")
    places = Places([nine.evidence, first.evidence])
    assert places.at(nine) == nine.evidence
    assert places.at(first) == first.evidence
    assert Places([first.evidence]).at(nine) == first.evidence
    assert Places([first.evidence]).at(anchor(TEXT, "Nine", nth=1)) is None
    assert Places([nine.evidence, anchor(TEXT, "people").evidence]).at(first) is None, "it might be either"
    assert Places([first.evidence]).at(anchor(TEXT, "Nine", report="other")) is None


def test_two_places_are_parted_by_their_sides_alone() -> None:
    one, other = Evidence("r", 0, 4, "Nine"), Evidence("r", 44, 48, "Nine")
    sides = Places([one, other]).sides(judgement(1, anchors=[Anchor.at(one, 1), Anchor.at(other, 2)]))
    assert parts(sides, one, other)
    assert parts(sides, other, one)
    assert not parts(sides, one, one)
    same = Places([one, other]).sides(judgement(1, anchors=[Anchor.at(one, 1), Anchor.at(other, 1)]))
    assert not parts(same, one, other)


@pytest.mark.parametrize(
    ("value", "bounds"), [("31/31/-", (31, 31, None)), ("-/2000/2000", (None, 2000, 2000)), ("30/-/40", (30, None, 40))]
)
def test_a_count_is_written_as_its_bounds(value: str, bounds: tuple[float | None, ...]) -> None:
    assert count_of(value) == bounds


@pytest.mark.parametrize("value", ["", "31", "-/-/-", "40/30/20", "31/31/31/31", "a/b/c", "3.5/4/5"])
def test_what_is_no_count_is_refused(value: str) -> None:
    with pytest.raises(UsageError, match="is no count"):
        count_of(value)
