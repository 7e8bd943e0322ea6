"""When and where, by what, why, and what it is called: short piles of plain prose, annotated and linked whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Passage, PassageKind, Report, Slot, report_id

PILES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("piles_of_settings.yaml").read_text())
SLOTS = frozenset({Slot.TIME, Slot.PLACE, Slot.CAUSE, Slot.NAMING})


def report(entry: dict[str, Any]) -> Report:
    """A report of one paragraph."""
    text, outlet, published = entry["text"], entry["outlet"], str(entry["published"])
    id_ = report_id(outlet, None, published, None, text)
    passages = (Passage(0, len(text), text, PassageKind.PARAGRAPH),)
    head = (id_, None, None, None, None, outlet, None, None, None, None, published, None, (), "en", text, "")
    return Report(*head, passages)


@pytest.mark.parametrize("pile", PILES, ids=[pile["pile"] for pile in PILES])
def test_a_pile_has_the_disputes_of_setting_that_a_careful_reader_finds(pile: dict[str, Any]) -> None:
    reports = [report(entry) for entry in pile["reports"]]
    links = link(reports, {one.id: annotate(one) for one in reports}, reading=False)
    found = [dispute for dispute in links.disputes if dispute.slot in SLOTS]
    assert [dispute.slot.value for dispute in found] == [entry["slot"] for entry in pile["expected"]], found
    for dispute, entry in zip(found, pile["expected"], strict=True):
        answers = [side.answer.lower() for side in dispute.sides]
        for words in entry["answers"]:
            assert any(words in answer for answer in answers), (words, answers)
