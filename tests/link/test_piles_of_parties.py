"""Who did what to whom, and where: short piles of plain prose, annotated and linked whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Passage, PassageKind, Report, Slot, report_id

PILES: list[dict[str, Any]] = [
    pile
    for name in ("piles_of_parties.yaml", "piles_of_clashes.yaml")
    for pile in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]
SLOTS = frozenset({Slot.AGENT, Slot.PATIENT, Slot.ROLES, Slot.PLACE})


def _report(entry: dict[str, Any]) -> Report:
    title, outlet, published = entry.get("title", ""), entry["outlet"], str(entry["published"])
    text = f"{title}\n\n{entry['text']}" if title else entry["text"]
    id_ = report_id(outlet, None, published, None, text)
    body = len(text) - len(entry["text"])
    passages = (Passage(body, len(text), text[body:], PassageKind.PARAGRAPH),)
    if title:
        passages = (Passage(0, len(title), title, PassageKind.HEADLINE), *passages)
    head = (id_, None, None, None, None, outlet, None, None, None, None, published, None, (), "en", text, "")
    return Report(*head, passages)


@pytest.mark.parametrize("pile", PILES, ids=[pile["pile"] for pile in PILES])
def test_a_pile_has_the_disputes_that_a_careful_reader_finds(pile: dict[str, Any]) -> None:
    reports = [_report(entry) for entry in pile["reports"]]
    links = link(reports, {report.id: annotate(report) for report in reports}, reading=False)
    found = [dispute for dispute in links.disputes if dispute.slot in SLOTS]
    assert [dispute.slot.value for dispute in found] == [entry["slot"] for entry in pile["expected"]]
    for dispute, entry in zip(found, pile["expected"], strict=True):
        answers = [side.answer.lower() for side in dispute.sides]
        assert entry.get("asked", "") in dispute.question
        for words in entry["answers"]:
            assert any(words.lower() in answer for answer in answers), (words, dispute.question, answers)
