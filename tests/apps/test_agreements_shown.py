"""Agreements in the terminal and on the page: who tells them, and which come first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import small_ledger
from browsing import Browser, words
from small_ledger import ANNOTATIONS, HERALD_REPORT, HOSTILE_REPORT, REPORTS, WIRE_REPORT, evidence

from counterclaim.apps.cli.app import run
from counterclaim.records import Agreement, Document, LocalEntity
from counterclaim.store import Outcome, open_view, open_writer
from counterclaim.store.agreed import agreed

SIDES = {"health ministry": "ARV", "police": "TSK"}
KILLED = evidence(HERALD_REPORT, "At least 31 civilians were killed in Oldbridge on Sunday")
DIED = evidence(WIRE_REPORT, "Twelve people died in Oldbridge on Sunday")
NOTHING = evidence(HOSTILE_REPORT, "Officials said")
ACROSS = Agreement("b" * 20, None, "People died.", (KILLED, DIED), 2)
WIDE = Agreement("a" * 20, None, "Things are said.", (KILLED, NOTHING), 3)


def sided(entity: LocalEntity) -> LocalEntity:
    """An entity of a report with the state that it speaks for."""
    return replace(entity, side=SIDES.get(entity.name))


@pytest.fixture
def two_sides(tmp_path: Path) -> Path:
    """A ledger with an agreement across sides, and another of more origins."""
    path = tmp_path / "sides.db"
    with open_writer(path) as writer:
        for report in REPORTS:
            writer.add(Document(report, report.text.encode()))
        outcomes = [
            Outcome(report, replace(found, entities=tuple(map(sided, found.entities))))
            for report in REPORTS
            for found in (ANNOTATIONS[report.id],)
        ]
        writer.annotate(outcomes, "by hand")
        writer.relink(replace(small_ledger.LINKS, agreements=(WIDE, ACROSS)), state=writer.state(), version="by hand")
    return path


def test_what_is_told_on_more_than_one_side_comes_first(two_sides: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_view(two_sides) as view:
        found = agreed(view, [WIDE, ACROSS])
    assert [(one.agreement, one.across) for one in found] == [(ACROSS, True), (WIDE, False)]
    assert run(["show", str(two_sides), "agreements"]) == 0
    printed = capsys.readouterr().out
    assert printed.index("2 independent origins, across sides") < printed.index("Things are said.")
    page = Browser(two_sides).page("/agreements")
    assert [words(one) for one in page.xpath("//li/h2")] == [ACROSS.claim, WIDE.claim]
    assert "across sides" in words(page.xpath("//li[@data-item]")[0])


def test_words_of_no_statement_are_the_outlets(two_sides: Path) -> None:
    with open_view(two_sides) as view:
        (one,) = agreed(view, [WIDE])
    assert [telling.statement is None for telling in one.tellings] == [False, True]
    page = Browser(two_sides).page(f"/agreements/{WIDE.id}")
    assert [words(one) for one in page.xpath("//h3")] == [
        "health ministry (via hospital staff)",
        '<i>"Outlet" & Co</i>',
    ]
