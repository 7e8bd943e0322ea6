"""Which tellings are set beside one another: those that share telling words or places, and never all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link.incidents.candidates import candidate_numbers, candidates
from counterclaim.link.incidents.tellings import Telling
from counterclaim.records import Span

DAY = date(2021, 5, 3)
#: What docs/scaling.md promises.
MOST = 30


def telling(report: int, words: str, after: int = 0, *, place: str | None = None, own_day: bool = False) -> Telling:
    """A telling of a report that came out so many days `after` the first."""
    span = Span(0, 1, "x")
    bag = dict.fromkeys(words.split(), 0.5)
    places = frozenset([place] if place else [])
    when = (DAY, DAY) if own_day else None
    published = DAY + timedelta(days=after)
    return Telling(
        f"{report}", f"report {report}", span, span, when, not own_day, places, bool(place), frozenset(), False,
        published, 0.0, bag, bag,
    )  # fmt: skip


def pairs(*tellings: Telling) -> list[tuple[int, int]]:
    return list(candidate_numbers(tellings, {}))


def test_a_word_in_common_is_enough_within_days() -> None:
    assert pairs(telling(1, "harbour fire"), telling(2, "harbour", 4)) == [(0, 1)]
    assert pairs(telling(1, "harbour fire"), telling(2, "school", 1)) == []
    assert pairs(telling(1, "harbour fire"), telling(2, "harbour", 5)) == []


def test_one_report_is_not_set_beside_itself() -> None:
    assert pairs(telling(1, "harbour"), telling(1, "harbour")) == []


def test_what_is_told_again_long_after_needs_the_same_day_and_place() -> None:
    first = telling(1, "harbour", place="dorvik", own_day=True)
    assert pairs(first, telling(2, "school", 400, place="dorvik", own_day=True)) == [(0, 1)]
    assert pairs(first, telling(2, "school", 400, place="dorvik")) == []
    assert pairs(first, telling(2, "school", 400, place="norvik", own_day=True)) == []


def test_no_tellings_have_no_pairs() -> None:
    assert pairs() == []
    assert list(candidates([telling(1, "harbour")], {})) == []


def test_of_many_others_those_that_share_most_are_taken() -> None:
    alike = [telling(n, "harbour fire depot") for n in range(10)]
    rest = [telling(n, "harbour") for n in range(10, 50)]
    found = pairs(*alike, *rest)
    assert {(a, b) for a in range(10) for b in range(a + 1, 10)} <= set(found)


@pytest.mark.parametrize("many", [59, 200, 800])
def test_pairs_grow_with_the_reports_and_not_with_their_square(many: int) -> None:
    # Every telling shares words with up to 59 others, in each of three ways.
    told = [telling(n, f"a{n // 59} b{n % (many // 50)} c{n // 7}", after=n % 3) for n in range(many)]
    assert len(pairs(*told)) <= MOST * many


@given(
    st.lists(st.tuples(st.integers(0, 12), st.text("abcdefgh", min_size=1, max_size=4), st.integers(0, 9)), max_size=40)
)
def test_each_pair_comes_once_and_in_order(drawn: list[tuple[int, str, int]]) -> None:
    told = [telling(report, " ".join(words), after) for report, words, after in drawn]
    found = pairs(*told)
    assert found == sorted(set(found))
    assert all(one < other for one, other in found)
    assert all(told[one].report != told[other].report for one, other in found)
    near = {(a, b) for a, b in found if abs(told[a].published.toordinal() - told[b].published.toordinal()) <= 4}
    assert near == set(found)
