"""A person's word from the terminal, linking after it, and serving to others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from small_ledger import ANNOTATIONS, COUNT_DISPUTE, DORN, HERALD_REPORT, REPRINT, ROLES_DISPUTE

from counterclaim.apps.cli.app import run
from counterclaim.records import Status
from counterclaim.store import open_view

WHY = ["--reason", "I read both reports.", "--by", "Ada"]
MAIN = [sys.executable, "-c", "from counterclaim.apps.cli import main; main()"]


@pytest.fixture
def mine(ledger: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(ledger, tmp_path / "l.db"))


def say(capsys: pytest.CaptureFixture[str], ledger: Path, *arguments: str) -> str:
    """What is printed; it must have gone well."""
    assert run(["judge", str(ledger), *arguments, *WHY]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_a_dispute_is_rejected_by_the_beginning_of_its_id(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    printed = say(capsys, mine, "reject", "disputes", ROLES_DISPUTE.id[:8])
    assert printed.startswith("Ada rejected the dispute: “Who asked whom for a truce?”.\n")
    with open_view(mine) as view:
        assert view.find("disputes", ROLES_DISPUTE.id).status is Status.REJECTED
    assert run(["show", str(mine), "judgements", "--who", "ada"]) == 0
    listed = capsys.readouterr().out
    assert "Ada rejected the dispute" in listed
    assert "I read both reports." in listed
    assert run(["show", str(mine), "judgements", "--who", "bo"]) == 0
    assert "Nothing here fits" in capsys.readouterr().out


def test_a_word_is_undone_and_shown_whole(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    id_ = say(capsys, mine, "reject", "disputes", ROLES_DISPUTE.id).split("judgement ")[1].split(",")[0]
    assert run(["show", str(mine), "judgements", id_]) == 0
    assert "Tosk had" in capsys.readouterr().out
    say(capsys, mine, "undo", "judgements", id_)
    with open_view(mine) as view:
        assert view.find("disputes", ROLES_DISPUTE.id).status is Status.SUGGESTED


def test_what_waits_for_linking_says_how_it_is_linked(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    statement = ANNOTATIONS[HERALD_REPORT.id].statements[1].id
    printed = say(capsys, mine, "speaker", "statements", statement, "Pavel Dorn")
    assert f"counterclaim link {mine}" in printed
    with open_view(mine) as view:
        assert [who.entity for who in view.find("statements", statement).sources] == [DORN.id]


def test_parts_are_named_behind_the_id(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    killed = ANNOTATIONS[REPRINT.id].figures[0].id
    assert "corrected how many to “30/31/-”" in say(capsys, mine, "slot", "figures", killed, "count", "30/31/-")
    with open_view(mine) as view:
        assert [(f.low, f.best, f.high) for f in view.figures() if f.id == killed] == [(30, 31, None)]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["shout", "disputes", "x"], 2, 'there is no act "shout"'),
        (["join", "disputes", COUNT_DISPUTE.id], 2, "join takes the id of the other behind the id"),
        (["confirm", "disputes", COUNT_DISPUTE.id, "x"], 2, "confirm takes nothing behind the id"),
        (["confirm", "disputes", "zz"], 1, 'there is no "zz" in disputes'),
        (["join", "disputes", COUNT_DISPUTE.id, ROLES_DISPUTE.id], 2, "they stay two"),
        (["slot", "figures", "x", "colour", "red"], 2, 'there is no slot "colour"'),
    ],
)
def test_what_cannot_be_said_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], mine: Path, arguments: list[str], code: int, sentence: str
) -> None:
    assert run(["judge", str(mine), *arguments, *WHY]) == code
    assert sentence in capsys.readouterr().err


def test_a_misspelt_ledger_is_not_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in (
        ["judge", str(tmp_path / "no.db"), "confirm", "disputes", "x", *WHY],
        ["link", str(tmp_path / "no.db")],
    ):
        assert run(command) == 1
        assert "there is no ledger at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_server_for_others_prints_its_tokens_and_asks_for_them(ledger: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    command = [*MAIN, "serve", str(ledger), "--host", "0.0.0.0", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as serving:
        assert serving.stdout is not None
        assert serving.stderr is not None
        try:
            lines = [serving.stdout.readline() for _ in range(3)]
            address = lines[0].split(" at ")[1].split()[0].replace("0.0.0.0", "127.0.0.1")
            read, review = (line.rpartition("token=")[2].strip() for line in lines[1:])
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(f"{address}disputes.json")
            for token in (read, review):
                asked = urllib.request.Request(f"{address}disputes.json", headers={"Authorization": f"Bearer {token}"})
                with urllib.request.urlopen(asked) as answer:
                    assert json.load(answer)["total"] == 2
        finally:
            serving.send_signal(2)
        assert serving.wait(timeout=20) == 0
        assert serving.stderr.read() == ""
