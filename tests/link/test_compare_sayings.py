"""Causes, qualities and names in short piles of clean prose, from the text to the disputes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import counterclaim

PILES = yaml.safe_load((Path(__file__).parent / "piles_of_sayings.yaml").read_text())
SLOTS = ("cause", "naming", "quality")


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile["pile"])
def test_the_disputes_of_a_pile(pile: dict[str, Any], tmp_path: Path):
    reports = tmp_path / "reports.jsonl"
    reports.write_text("\n".join(json.dumps(report, default=str) for report in pile["reports"]))
    counterclaim.build([reports], tmp_path / "l.db", workers=1)
    with counterclaim.open(tmp_path / "l.db") as view:
        found = [dispute for dispute in view.disputes() if dispute.slot in SLOTS]
    assert len(found) == len(pile["expected"]), found
    for wanted in pile["expected"]:
        answers = [[side.answer for side in dispute.sides] for dispute in found if dispute.slot == wanted["slot"]]
        assert any(
            len(sides) == 2 and all(any(words in side for side in sides) for words in wanted["answers"])
            for sides in answers
        ), answers
