"""Answers read back, put on an axis, and found again in the words they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import ANNOTATIONS, COUNT_DISPUTE, HERALD, HERALD_REPORT, ROLES_DISPUTE, WIRE_REPORT, evidence

from counterclaim.apps.context import neighbours
from counterclaim.apps.web.axis import by_size, scale
from counterclaim.apps.web.own_words import Told, own_words
from counterclaim.apps.web.snippets import pattern, snippet
from counterclaim.apps.wording import bounds, bounds_in
from counterclaim.records import Side, Slot
from counterclaim.store import View

FIGURE = ANNOTATIONS[HERALD_REPORT.id].figures[0]
COUNTS = st.integers(0, 10_000_000)


@given(COUNTS, COUNTS)
def test_bounds_put_into_words_are_read_back(one: int, other: int) -> None:
    low, high = sorted((one, other))
    for given_, expected in (
        ((low, low, low), (low, low, low)),
        ((low, low, None), (low, None, None)),
        ((None, None, high), (None, None, high)),
        ((low, None, high), (low, low, low) if low == high else (low, None, high)),
    ):
        figure = replace(FIGURE, low=given_[0], best=given_[1], high=given_[2])
        assert bounds_in(f"{bounds(figure)} killed") == expected
    about = replace(FIGURE, low=None, best=low, high=None, approximate=True)
    assert bounds_in(f"{bounds(about)} killed") == (None, low, None)


@pytest.mark.parametrize("answer", ["yes", "no", "Tosk asked Arvel", "dozens killed", "", "on 3 May"])
def test_an_answer_without_a_number_at_its_beginning_has_no_bounds(answer: str) -> None:
    assert bounds_in(answer) is None


def test_counts_stand_in_their_order_on_one_axis() -> None:
    drawn = scale(["at least 126 killed", "30 to 40 killed", "43 killed", "up to 20 killed", "about 100 killed"])
    assert drawn is not None
    least, between, exact, most, about = drawn.marks
    assert (least.up, least.best, least.right) == (True, None, None)
    assert (most.down, most.best, most.left) == (True, None, None)
    assert about.left is None
    assert about.right is None
    places = [most.right, between.left, between.right, exact.best, about.best, least.left]
    assert places == sorted(places)  # type: ignore[type-var]
    assert all(0 <= place <= 100 for place, _ in drawn.ticks)
    assert drawn.ticks[0] == (0.0, "0")
    assert 4 <= len(drawn.ticks) <= 10


@pytest.mark.parametrize("answers", [["5 killed"], ["5 killed", "yes"], ["yes", "no"], []])
def test_one_number_is_no_axis(answers: list[str]) -> None:
    assert scale(answers) is None


@given(st.lists(COUNTS, min_size=2, max_size=8))
def test_every_count_has_a_place_on_its_axis(counts: list[int]) -> None:
    drawn = scale([f"{count:,} killed" for count in counts])
    assert drawn is not None
    order = sorted(range(len(counts)), key=lambda at: counts[at])
    best = [mark.best or 0 for mark in drawn.marks]
    assert [best[at] for at in order] == sorted(best)
    assert all(0 <= place <= 100 for place in best)
    assert len(drawn.ticks) <= 12


def test_only_counts_are_put_in_another_order() -> None:
    turned = replace(COUNT_DISPUTE, sides=COUNT_DISPUTE.sides[::-1])
    assert by_size(turned) == list(COUNT_DISPUTE.sides)
    assert by_size(ROLES_DISPUTE) == list(ROLES_DISPUTE.sides)


@pytest.mark.parametrize(
    ("slot", "answer", "words", "own"),
    [
        (Slot.COUNT, "at least 31", "At least 31 civilians were killed in Oldbridge on Sunday", ["At least 31"]),
        (Slot.COUNT, "12", "At least 31 civilians were killed in Oldbridge on Sunday", []),
        (Slot.TIME, "2021-05-02", "civilians were killed in Oldbridge on Sunday", ["Sunday"]),
        (Slot.PLACE, "Oldbridge", "civilians were killed in Oldbridge on Sunday", ["Oldbridge"]),
        (Slot.ROLES, "Tosk asked Arvel", "Tosk had asked Arvel for a truce", ["Tosk", "Arvel"]),
        (Slot.EXISTENCE, "yes", "At least 31 civilians were killed in Oldbridge on Sunday", ["killed"]),
        (Slot.NAMING, "a truce", "Tosk had asked Arvel for a truce", ["truce"]),
    ],
)
def test_the_words_of_an_answer_are_told_apart(view: View, slot: Slot, answer: str, words: str, own: list[str]) -> None:
    piece = evidence(HERALD_REPORT, words)
    parts = own_words(Told(view, HERALD_REPORT.id), slot, Side(answer, (), (), (piece,), 1), piece)
    assert "".join(part.text for part in parts) == words
    assert [part.text for part in parts if part.own] == own


@pytest.mark.parametrize(
    ("words", "own"),
    [("Dr. Dorn denied that Tosk had asked for anything", ["denied"]), ("Tosk never asked", ["never"])],
)
def test_a_no_is_marked_by_its_denial(view: View, words: str, own: list[str]) -> None:
    piece = evidence(WIRE_REPORT, words)
    parts = own_words(Told(view, WIRE_REPORT.id), Slot.POLARITY, Side("no", (), (), (piece,), 1), piece)
    assert [part.text for part in parts if part.own] == own


def test_around_a_sentence_stands_the_rest_of_its_passage() -> None:
    start = HERALD.index("We said yes")
    before, after = neighbours(HERALD_REPORT, start, start + 3)
    assert before == "“Tosk asked us for a truce,” Berg told the Herald in an interview."
    assert after == ""


def test_a_snippet_shows_what_was_sought_with_what_stands_around_it() -> None:
    text = "word " * 100 + "Oldbridge was shelled. " + "word " * 100
    parts = snippet(text, pattern(["oldbr"]))
    assert [part.text for part in parts if part.own] == ["Oldbridge"]
    assert parts[0].text.startswith("… word")
    assert parts[-1].text.endswith("word …")
    assert sum(len(part.text) for part in parts) < 300
