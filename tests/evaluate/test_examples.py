"""The bundled example, and that its gold is true of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim import examples
from counterclaim.evaluate.example import example_gold
from counterclaim.evaluate.gold import occurrences
from counterclaim.records import EntityKind, Happened, Manner, ProcessKind, ProcessState, Slot, Verdict

GOLD = example_gold(examples.gold_path())


@pytest.fixture(scope="module")
def reports():
    """The reports as the project reads them, by the name that the gold gives them."""
    from counterclaim.read import read

    found = [document.report for document in read([str(examples.path())])]
    return {report.key if report.row else Path(report.path).name[:2]: report for report in found}


def test_there_are_twelve_short_reports_by_four_outlets(reports):
    assert set(reports) == {entry.report for entry in GOLD.reports}
    assert len(reports) == 12
    assert all(120 <= len(report.text.split()) <= 350 for report in reports.values())
    assert len({entry.facts["outlet"] for entry in GOLD.reports}) == 4


@pytest.mark.parametrize("words", list(GOLD.words()), ids=lambda words: f"{words.report}-{words.text[:30]}")
def test_the_gold_quotes_exact_words(reports, words):
    assert occurrences(words, reports[words.report].text)


@pytest.mark.parametrize("statement", GOLD.statements, ids=lambda s: f"{s.content[0].report}-{s.content[0].text[:30]}")
def test_a_statement_stands_once_and_its_speaker_is_known(reports, statement):
    text = reports[statement.content[0].report].text
    assert all(len(occurrences(words, text)) == 1 for words in statement.content)
    known = {name for entity in GOLD.entities for name in entity.names}
    assert all(source in known or source in text for source in statement.sources)


def test_the_gold_uses_the_closed_lists():
    assert {s.manner for s in GOLD.statements} <= {manner.value for manner in Manner}
    assert {f.happened for f in GOLD.figures} <= {happened.value for happened in Happened}
    assert {e.kind for e in GOLD.entities} <= {kind.value for kind in EntityKind}
    assert {p.verdict for p in GOLD.near_misses} <= {verdict.value for verdict in Verdict}
    assert {p.kind for p in GOLD.processes} <= {kind.value for kind in ProcessKind}
    assert {state for p in GOLD.processes for state, _ in p.states} <= {state.value for state in ProcessState}


def test_the_gold_has_what_the_readme_of_the_example_promises():
    slots = {dispute.slot for dispute in GOLD.disputes if dispute.found_from == 2}
    assert slots == {Slot.ROLES, Slot.POLARITY, Slot.COUNT, Slot.EXISTENCE, Slot.TIME}
    assert len(GOLD.statements) >= 30
    assert {p.verdict for p in GOLD.near_misses} >= {Verdict.UPDATE}
    assert [entry.report for entry in GOLD.reports if entry.facts["published"] is None] == ["10"]
    assert max(len(entity.names) for entity in GOLD.entities) == 3
    assert {p.kind for p in GOLD.processes} >= {ProcessKind.CEASEFIRE, ProcessKind.EXCHANGE}
    assert GOLD.changes


def test_the_reprint_is_the_only_shared_origin():
    origins = [entry.origin for entry in GOLD.reports]
    assert [entry.report for entry in GOLD.reports if origins.count(entry.origin) > 1] == ["03", "05"]


def test_every_file_of_the_example_is_described():
    described = re.findall(r"^\| `(\S+)` \|", (examples.path().parent / "README.md").read_text(), re.MULTILINE)
    assert described == sorted(path.name for path in examples.path().iterdir())


def test_the_example_can_be_copied_to_be_looked_at(tmp_path):
    command = [sys.executable, "-m", "counterclaim.examples", str(tmp_path / "ilvane")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"11 files of reports are in {tmp_path / 'ilvane'}\n"
    original = examples.path() / "01_courier_request.txt"
    assert (tmp_path / "ilvane" / original.name).read_bytes() == original.read_bytes()


def test_copying_needs_one_folder():
    done = subprocess.run([sys.executable, "-m", "counterclaim.examples"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Give one folder" in done.stderr
