"""How a large pile is cut: what each volume sees, and which pairs of reports it looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from by_hand import Paper, count, linked
from hypothesis import given, settings
from hypothesis import strategies as st
from small_volumes import FIRST, SMALL

from counterclaim.link.guests import Guests
from counterclaim.link.incidents.gather import edges_between, told_in
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.link.steps import in_order
from counterclaim.link.volumes import cut
from counterclaim.link.volumes.cut import Volume
from counterclaim.records import Report


def on(after: int) -> str:
    """The day so many days after the first."""
    return (FIRST + timedelta(days=after)).isoformat()


def paper(number: int, after: int | None, names: int | None) -> Paper:
    """A report of a day, which may name another one."""
    made = Paper(f"{number} It was said of the day.", on(after) if after is not None else None, f"Outlet {number}")
    if names is not None:
        made.time("the day", on(names))
    return made


def has_to_see(volume: Volume, reports: Sequence[Report], named: dict[str, int | None]) -> set[str]:
    """What a volume has to see at least: the reports of the days between its first and its last and of those right
    after them, and those that name one of its days."""
    days = {r.id: date.fromisoformat(r.published).toordinal() for r in reports if r.published}
    own = [days[id_] for id_ in volume.home if id_ in days]
    if not own:
        return set(volume.home)
    near = {id_ for id_, day in days.items() if min(own) <= day <= max(own) + SMALL.margin[0]}
    again = {id_ for id_, day in named.items() if day and min(own) <= FIRST.toordinal() + day <= max(own)}
    return volume.home | near | again


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 90)), st.one_of(st.none(), st.integers(0, 90))), max_size=30)
)
def test_a_volume_sees_the_reports_of_its_days_and_those_that_name_one(
    made: list[tuple[int | None, int | None]],
) -> None:
    papers = [paper(number, after, names) for number, (after, names) in enumerate(made)]
    reports = in_order([p.report for p in papers])
    order = [report.id for report in reports]
    named = {p.report.id: names for p, (_, names) in zip(papers, made, strict=True)}
    volumes = cut(reports, {p.report.id: p.found for p in papers}, SMALL)
    for volume in volumes.all:
        assert has_to_see(volume, reports, named) <= set(volume.reports)
        assert list(volume.reports) == [id_ for id_ in order if id_ in set(volume.reports)]
        assert volume.home.isdisjoint(volume.guests)


@pytest.mark.parametrize(("days", "looked"), [((0, 1), 0), ((0, 1, 2), 0), ((0, 30), 1)])
def test_guests_that_another_volume_compares_are_not_set_beside_each_other(days: tuple[int, ...], looked: int) -> None:
    """All are guests here: only those too far apart for the volume of the earlier one are compared."""
    papers = [count(7, outlet=f"Paper {n}", published=on(after), time=on(0)) for n, after in enumerate(days)]
    reports = in_order([p.report for p in papers])
    ordinals = {r.id: date.fromisoformat(r.published or "").toordinal() for r in reports}
    found = {p.report.id: p.found for p in papers}
    links = linked(*papers)
    pile = Pile.of(reports, found, {r.id: r.id for r in reports}, links.entities)
    pile.guests = Guests(ordinals, 8)
    tellings = Tellings(pile, scenes_of(pile))
    edges_between(pile, tellings, told_in(pile, tellings))
    assert pile.compared["incidents"] == looked


def test_a_pair_counts_once_however_many_blocks_it_is_in() -> None:
    papers = [count(31), count(31, speaker="the army", outlet="B", how="artillery")]
    claims = [len(p.found.claims) + len(p.found.figures) for p in papers]
    sentences = 1  # of each report one tells of violence
    assert linked(*papers).compared["agreements"] <= claims[0] * claims[1] + sentences
