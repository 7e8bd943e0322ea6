"""`counterclaim build --known FILE` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.apps.cli.app import run


def test_a_known_name_is_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The HD Front shelled Dorvik, residents said. HD Front fighters left.\n")
    (tmp_path / "known.jsonl").write_text(
        '{"id": "f", "schema": "Organization",'
        ' "properties": {"name": ["Harbour Defence Front"], "alias": ["HD Front"]}}\n'
    )
    ledger = tmp_path / "news.db"
    assert (
        run(["build", str(tmp_path / "report.txt"), "--ledger", str(ledger), "--known", str(tmp_path / "known.jsonl")])
        == 0
    )
    capsys.readouterr()
    assert run(["show", str(ledger), "entities"]) == 0
    assert "Harbour Defence Front" in capsys.readouterr().out


def test_a_file_that_is_no_such_file_gets_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Nothing was said.\n")
    (tmp_path / "known.csv").write_text("who,what\na,b\n")
    arguments = [
        "build",
        str(tmp_path / "report.txt"),
        "--ledger",
        str(tmp_path / "n.db"),
        "--known",
        str(tmp_path / "known.csv"),
    ]
    assert run(arguments) == 1
    assert 'without a column "name"' in capsys.readouterr().err
