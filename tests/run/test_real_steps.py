"""The real steps on the bundled example: the same ledger however it is built, and nothing loaded in vain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from test_building import exports

import counterclaim
from counterclaim.examples import __file__ as examples

REPORTS = Path(examples).parent / "ilvane" / "reports"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built in one go in one process."""
    ledger = tmp_path_factory.mktemp("whole") / "l.db"
    summary = counterclaim.build(REPORTS, ledger, workers=1)
    assert summary.new == summary.read == 12
    return ledger


def test_workers_give_the_same_ledger(whole: Path, tmp_path: Path) -> None:
    counterclaim.build(REPORTS, tmp_path / "l.db", workers=2)
    assert exports(tmp_path / "l.db") == exports(whole)


def test_parts_the_other_way_round_give_the_same_ledger(whole: Path, tmp_path: Path) -> None:
    files = sorted(REPORTS.iterdir(), reverse=True)
    for part in (files[:4], files[4:]):
        counterclaim.build(part, tmp_path / "l.db")
    assert exports(tmp_path / "l.db") == exports(whole)


@pytest.mark.parametrize("added", [0, 7])
def test_one_report_added_to_the_others_gives_the_same_ledger(whole: Path, tmp_path: Path, added: int) -> None:
    files = sorted(REPORTS.iterdir())
    counterclaim.build([*files[:added], *files[added + 1 :]], tmp_path / "l.db")
    summary = counterclaim.build(files[added], tmp_path / "l.db")
    assert (summary.new, summary.annotated) == (1, 1)
    assert exports(tmp_path / "l.db") == exports(whole)


def test_building_again_loads_no_parser_and_changes_nothing(whole: Path) -> None:
    before = exports(whole)
    program = f"""
import sys
import counterclaim
summary = counterclaim.build({str(REPORTS)!r}, {str(whole)!r})
assert (summary.new, summary.annotated) == (0, 0), summary
loaded = {{"spacy", "networkx", "datasketch", "counterclaim.link.steps"}} & sys.modules.keys()
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
    assert exports(whole) == before
