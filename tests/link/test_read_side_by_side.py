"""What the trained reader finds that no rule does: two short reports, put together by a user, read side by side."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Links, Slot


def linked(*texts: str, reading: bool = True) -> Links:
    """Reports of one day, each by its own outlet, linked."""
    reports = [report(f"Outlet {n}", "2031-03-04", text) for n, text in enumerate(texts)]
    return link(reports, {r.id: annotate(r) for r in reports}, reading=reading)


CLASHES = [
    (
        "No civilian was in the bakery when it was hit, the air force said. The pilots are safe.",
        "Thirty women queued in the bakery when the bomb hit it, a nurse said.",
        Slot.COUNT,
    ),
    (
        "Nobody on board was hurt when the ferry struck the pier, the company said.",
        "Eleven passengers were carried off the ferry on stretchers after it struck the pier, a doctor said.",
        Slot.COUNT,
    ),
]


@pytest.mark.parametrize(("left", "right", "slot"), CLASHES)
def test_it_finds_what_rules_do_not(left: str, right: str, slot: Slot) -> None:
    shown = linked(left, right).disputes
    assert {d.slot for d in shown} >= {slot}
    for dispute in shown:
        assert dispute.question.endswith("?")
        assert len(dispute.sides) == 2
        assert len({e.report for side in dispute.sides for e in side.evidence}) == 2


def test_without_it_rules_alone_compare() -> None:
    assert not [j for j in linked(*CLASHES[1][:2], reading=False).judgements if "trained" in " ".join(j.reasons)]


def test_it_gives_its_reason_and_how_sure_it_is() -> None:
    read = [d for d in linked(*CLASHES[1][:2]).disputes if "trained" in " ".join(d.reasons)]
    assert read
    assert all(f"{d.score:.2f}" in d.reasons[0] for d in read)


def test_two_sentences_of_one_outlet_are_not_set_against_each_other() -> None:
    left, right, _ = CLASHES[0]
    assert not [d for d in linked(f"{left} {right}").disputes if "trained" in " ".join(d.reasons)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nine men died in the Orlo pit on Tuesday.", "The Orlo pit was opened by a Dutch company in 1911."),
        ("Soldiers shot seven people at the Tesk crossing.", "At the Tesk crossing, soldiers shot seven people dead."),
        ("The lorries reached Venn on Sunday.", "A convoy of lorries got to Venn on Sunday, the mayor said."),
    ],
)
def test_what_agrees_or_is_of_something_else_is_not_shown(left: str, right: str) -> None:
    assert not linked(left, right).disputes


def test_the_order_of_reports_makes_no_difference() -> None:
    texts = [text for left, right, _ in CLASHES for text in (left, right)]
    assert linked(*texts).disputes == linked(*texts).disputes
    reports = [report(f"Outlet {n}", "2031-03-04", text) for n, text in enumerate(texts)]
    found = {r.id: annotate(r) for r in reports}
    assert link(reports, found) == link(reports[::-1], found)
