"""Short piles of clean prose, read, annotated and linked: which disputes of polarity and existence a reader expects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.records import Dispute, Passage, PassageKind, Report, Slot, report_id

PILES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("piles_of_denials.yaml").read_text("utf-8"))


def report(outlet: str, date: str, text: str) -> Report:
    """One report, a paragraph a line."""
    text, at, passages = text.strip(), 0, []
    for line in text.split("\n"):
        passages.append(Passage(at, at + len(line), line, PassageKind.PARAGRAPH))
        at += len(line) + 1
    return Report(
        id=report_id(outlet, None, date, None, text),
        path=None,
        row=None,
        key=None,
        url=None,
        outlet=outlet,
        title=None,
        byline=None,
        credit=None,
        dateline=None,
        published=date,
        published_from=None,
        dates=(),
        language="en",
        text=text,
        sha256="",
        passages=tuple(passages),
    )


def shown(pile: Sequence[dict[str, str]]) -> list[Dispute]:
    """The disputes of the two slots over a pile."""
    from counterclaim.annotate import annotate
    from counterclaim.link import link

    reports = [report(**entry) for entry in pile]
    links = link(reports, {r.id: annotate(r) for r in reports}, (), reading=False)
    return [dispute for dispute in links.disputes if dispute.slot in {Slot.POLARITY, Slot.EXISTENCE}]


def holds(dispute: Dispute, answer: str, names: Sequence[str]) -> bool:
    """Whether one side gives an answer and is held by all of these."""
    sides = [side for side in dispute.sides if side.answer.split(",")[0] == answer]
    return any(all(any(name.lower() in who.name.lower() for who in side.holders) for name in names) for side in sides)


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile["name"])
def test_a_pile_shows_the_disputes_that_a_reader_expects(pile: dict[str, Any]) -> None:
    found = shown(pile["reports"])
    assert len(found) == len(pile["disputes"]), [dispute.question for dispute in found]
    for expected in pile["disputes"]:
        assert any(
            all(words.lower() in dispute.question.lower() for words in expected["asks"])
            and holds(dispute, "no", expected["denies"])
            and holds(dispute, "yes", expected["says"])
            for dispute in found
        ), [(dispute.question, dispute.sides) for dispute in found]
