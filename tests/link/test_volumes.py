"""A large pile is linked volume by volume, and a grown one as far as it changed: the same as if linked at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import combinations

import pytest
from by_hand import Paper
from hypothesis import given, settings
from hypothesis import strategies as st
from small_volumes import FIRST, SMALL, papers

from counterclaim.link.guests import Guests
from counterclaim.link.steps import in_order, link_pile
from counterclaim.link.volumes import cut
from counterclaim.records import Anchor, Annotations, Evidence, Judgement, Links, Report, Slot, Verdict
from counterclaim.records.kept import Kept

EVERYTHING = frozenset(range(len(papers())))


def linked(which: Iterable[int], kept: Kept | None = None, judged: tuple[Judgement, ...] = ()) -> Links:
    chosen = [papers()[number] for number in sorted(which)]
    found = {paper.report.id: paper.found for paper in chosen}
    return link_pile([paper.report for paper in chosen], found, judged, (), kept, SMALL)


def later(before: Kept) -> Kept:
    """What a ledger gives the next build."""
    pieces = before.used
    return Kept(held=lambda key: pieces.get(key) or before.held(key))


def new(kept: Kept) -> int:
    return sum(piece is not None for piece in kept.used.values())


WHOLE = linked(EVERYTHING)


def test_there_is_something_to_lose() -> None:
    reports = in_order([paper.report for paper in papers()])
    assert len(cut(reports, {p.report.id: p.found for p in papers()}, SMALL).all) > 4
    assert {dispute.slot for dispute in WHOLE.disputes} >= {Slot.COUNT, Slot.ROLES}
    assert WHOLE.agreements
    assert any(judgement.kind == "copy" for judgement in WHOLE.judgements)
    assert any(len(incident.reports) > 1 for incident in WHOLE.incidents)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.frozensets(st.sampled_from(sorted(EVERYTHING)), min_size=1), min_size=1, max_size=3))
def test_a_pile_that_grew_and_shrank_is_linked_as_if_at_once(history: list[frozenset[int]]) -> None:
    kept = Kept()
    for state in history:
        linked(state, kept)
        kept = later(kept)
    assert linked(EVERYTHING, kept) == WHOLE


@settings(max_examples=25, deadline=None)
@given(st.frozensets(st.sampled_from(sorted(EVERYTHING)), min_size=4))
def test_what_is_left_of_a_pile_is_linked_as_if_there_had_been_no_more(left: frozenset[int]) -> None:
    kept = Kept()
    linked(EVERYTHING, kept)
    assert linked(left, later(kept)) == linked(left)


@pytest.mark.parametrize("added", [0, 5, 12])
def test_a_report_more_costs_the_volumes_that_see_it(added: int) -> None:
    kept = Kept()
    linked(EVERYTHING - {added}, kept)
    more = later(kept)
    linked(EVERYTHING, more)
    assert 1 <= new(more) <= 3 < len(more.used)


def test_the_same_pile_again_costs_nothing() -> None:
    kept = Kept()
    linked(EVERYTHING, kept)
    again = later(kept)
    assert linked(EVERYTHING, again) == WHOLE
    assert new(again) == 0


def test_other_annotations_of_a_report_are_not_taken_for_the_same() -> None:
    kept = Kept()
    linked(EVERYTHING, kept)
    reports = [paper.report for paper in papers()]
    found = {paper.report.id: paper.found for paper in papers()}
    found[reports[0].id] = Annotations(reports[0].id)  # nothing was found in it this time
    assert link_pile(reports, found, (), (), later(kept), SMALL) == link_pile(reports, found, (), (), None, SMALL)


@pytest.mark.parametrize("piece", [b"", b"junk", zlib.compress(b"junk"), zlib.compress(b'{"findings": 3}')])
def test_a_piece_that_cannot_be_read_is_worked_out_again(piece: bytes) -> None:
    assert linked(EVERYTHING, Kept(held=lambda _: piece)) == WHOLE


def test_a_persons_word_counts_whatever_is_kept() -> None:
    kept = Kept()
    linked(EVERYTHING, kept)
    shown = next(j for j in WHOLE.judgements if j.slot is Slot.COUNT and j.verdict is Verdict.CONFLICT)
    figures = {figure.id: (paper, figure) for paper in papers() for figure in paper.figures}
    words = [Evidence.at(p.report.id, f.span) for p, f in (figures[shown.left], figures[shown.right])]
    anchors = tuple(Anchor.at(piece, side) for side, piece in enumerate(words, start=1))
    said = Judgement(
        "word", "compare", shown.left, shown.right, Verdict.COMPATIBLE, 1.0, ("I counted.",),
        tuple(words), "Ada", Slot.COUNT, "2026-01-01T00:00:00Z", None, anchors,
    )  # fmt: skip
    assert linked(EVERYTHING, later(kept), (said,)) == linked(EVERYTHING, None, (said,)) != WHOLE


def test_small_piles_are_one_volume_and_keep_nothing() -> None:
    kept = Kept()
    found = {paper.report.id: paper.found for paper in papers()}
    link_pile([paper.report for paper in papers()], found, (), (), kept)
    assert kept.used == {}


def dated(days: Mapping[str, int | None]) -> list[Report]:
    """Reports by name, published so many days after the first."""
    made = []
    for name, after in days.items():
        published = None if after is None else (FIRST + timedelta(days=after)).isoformat()
        made.append(Paper(name, published, name).report)
    return in_order(made)


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=30))
def test_every_report_is_at_home_in_one_volume(days: list[int | None]) -> None:
    reports = dated({f"report {number}": day for number, day in enumerate(days)})
    volumes = cut(reports, {}, SMALL)
    home = [report for volume in volumes.all for report in volume.home]
    assert sorted(home) == sorted(report.id for report in reports)
    assert all(volumes.owner(report.id) is not None for report in reports)


@settings(deadline=None)
@given(st.lists(st.integers(0, 200), min_size=5, max_size=30, unique=True))
def test_reports_of_near_days_meet_in_the_volume_of_the_earlier(days: list[int]) -> None:
    reports = dated({f"report {number}": day for number, day in enumerate(days)})
    volumes = cut(reports, {}, SMALL)
    for left in reports:
        for right in reports:
            one, other = (date.fromisoformat(r.published or "") for r in (left, right))
            if 0 < (other - one).days <= SMALL.margin[0]:
                owner = volumes.owner(right.id, left.id)
                assert owner is not None
                assert left.id in volumes.all[owner].home


@settings(deadline=None)
@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 120)), st.integers(0, 19)), min_size=5, max_size=30))
def test_two_guests_that_are_not_compared_are_compared_in_another_volume(made: list[tuple[int | None, int]]) -> None:
    reports = dated({f"report {number}": day for number, (day, _) in enumerate(made)})
    again = [paper.found for paper in papers()]  # some tell of a day again, and so are guests from far away
    told = {r.id: again[int(r.text.split()[-1]) % len(again)] for r in reports}
    volumes = cut(reports, told, SMALL)
    for number, volume in enumerate(volumes.all):
        guests = Guests(volume.guests, volume.reach)
        for left, right in combinations(volume.reports, 2):
            if guests.both(left, right):
                assert volumes.owner(left, right) not in (None, number)


def test_guests_close_in_time_are_left_to_others() -> None:
    volumes = cut(dated({f"report {day}": day for day in range(60)}), {}, SMALL)
    left = sum(Guests(v.guests, v.reach).both(*two) for v in volumes.all for two in combinations(v.reports, 2))
    assert left > 0


def test_a_day_told_of_again_is_seen_by_the_volume_of_that_day() -> None:
    told = papers()[19]
    reports = in_order([paper.report for paper in papers()])
    volumes = cut(reports, {p.report.id: p.found for p in papers()}, SMALL)
    first = papers()[0].report.id
    assert volumes.owner(told.report.id, first) == volumes.owner(first)
