"""The seeds and the Syrian reports, where they lie beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from counterclaim.read import read
from counterclaim.records import Document, PassageKind, PublishedFrom, Report

#: The work's data lie beside the repository where they are present at all.
SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data do not lie beside the repository")
SEEDS, SYRIA, GOLD = SHARED / "seeds", SHARED / "data" / "syria" / "reports.jsonl", SHARED / "gold"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Report]:
    documents = [document for document in read([str(SEEDS)]) if isinstance(document, Document)]
    return {Path(document.report.path or "").name[:3]: document.report for document in documents}


@pytest.fixture(scope="module")
def syria() -> dict[str, Report]:
    return {
        document.report.key or "": document.report for document in read([str(SYRIA)]) if isinstance(document, Document)
    }


def test_the_heads_of_the_seeds(seeds: dict[str, Report]) -> None:
    gold = yaml.safe_load((GOLD / "seeds.facts.yaml").read_text(encoding="utf-8"))["reports"]
    for name, expected in gold.items():
        report = seeds[name]
        for field in ("outlet", "dateline"):
            assert getattr(report, field) == expected.get(field, getattr(report, field))
        assert report.published == str(expected["published"])
    assert seeds["003"].published_from is PublishedFrom.INFERRED
    assert seeds["002"].published is seeds["004"].published is None
    assert (seeds["000"].broken, seeds["001"].byline) == (1, "Vafa Ismayilova")


def test_what_is_printed_twice_in_the_seeds(seeds: dict[str, Report]) -> None:
    repeats = {name: sum(p.kind is PassageKind.REPEAT for p in report.passages) for name, report in seeds.items()}
    assert repeats == {"000": 2, "001": 1, "002": 0, "003": 0, "004": 10}


def test_offsets_of_the_gold_hold_and_stand_in_the_story(seeds: dict[str, Report]) -> None:
    for statement in json.loads((GOLD / "seeds.statements.json").read_text(encoding="utf-8")):
        report = seeds[statement["report"][:3]]
        assert report.text[statement["start"] : statement["end"]] == statement["content"]
        (inside,) = [p for p in report.passages if p.start < statement["end"] and statement["start"] < p.end]
        assert inside.kind is PassageKind.PARAGRAPH


def evidence(node: object) -> list[tuple[str, int, int]]:
    """Every span that the gold names."""
    if isinstance(node, list):
        return [span for item in node for span in evidence(item)]
    if not isinstance(node, dict):
        return []
    here = [(str(node["report"]), node["start"], node["end"])] if {"report", "start", "end"} <= node.keys() else []
    return here + [span for value in node.values() for span in evidence(value)]


def test_no_evidence_of_the_syrian_gold_is_taken_for_furniture(syria: dict[str, Report]) -> None:
    spans = evidence(yaml.safe_load((GOLD / "syria.yaml").read_text(encoding="utf-8")))
    assert len(spans) > 1_000
    for key, start, end in spans:
        kinds = {p.kind for p in syria[key].passages if p.start < end and start < p.end}
        assert kinds & {PassageKind.PARAGRAPH, PassageKind.HEADLINE}, syria[key].text[start:end]


def test_texts_of_the_syrian_reports_keep_their_length() -> None:
    with open(SYRIA, encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    reports = [document.report for document in read([str(SYRIA)]) if isinstance(document, Document)]
    assert [len(report.text) for report in reports] == [len(row["text"]) for row in rows]


def test_nearly_all_dates_at_the_head_of_syrian_reports_are_taken(syria: dict[str, Report]) -> None:
    # Eight reports have none there; one writes "Wednesday 7 Aug 2013 sixty-two", which reads like a sentence.
    assert sum(report.published_from is PublishedFrom.TEXT for report in syria.values()) >= len(syria) - 12
    assert all(report.published for report in syria.values())


def test_reading_is_fast() -> None:
    program = (
        f"import time; from counterclaim.read import read; list(read([{str(SYRIA)!r}])); print(time.process_time())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 6  # 2 s where it was measured, start-up and all; the rest is for slower machines
