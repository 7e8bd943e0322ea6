"""The other commands, their help and their ends."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import small_ledger
import typer

from counterclaim.apps.cli.app import TABLES, app, run
from counterclaim.apps.cli.evaluating import print_table
from counterclaim.apps.cli.printer import Printer
from counterclaim.evaluate.table import Table
from counterclaim.store import TABLES as STORED_TABLES

COMMANDS = sorted(typer.main.get_group(app).commands)
#: None of these may be loaded by a command that only reads a ledger.
HEAVY = ("spacy", "trafilatura", "pyarrow", "fastapi", "uvicorn", "jinja2", "numpy", "dateparser", "networkx")


def counterclaim(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as a user does."""
    return subprocess.run(
        [sys.executable, "-c", "from counterclaim.apps.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([command, "--help"]) == 0
    assert f"counterclaim {command}" in capsys.readouterr().out.partition("Example")[2]


def test_without_a_command_the_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    printed = capsys.readouterr().out
    assert all(command in printed for command in COMMANDS)
    assert "Example" in printed


def test_start_up_loads_nothing_heavy(ledger: Path) -> None:
    probe = (
        "import sys; from counterclaim.apps.cli.app import run; path = sys.argv[1];"
        "codes = [run(arguments) for arguments in (['--help'], ['show', path], ['show', path, 'figures'],"
        " ['show', path, 'rejects'], ['check', path])];"
        f"print(codes, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe, str(ledger)], capture_output=True, text=True, check=True)
    assert done.stderr == "[0, 0, 0, 0, 0] []\n"


@pytest.mark.parametrize("arguments", [["fly"], ["--fly"], ["show"], ["export", "x.db"], ["build", "x"]])
def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("counterclaim: ")
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("command", [["show"], ["check"], ["export", "disputes"], ["serve"]])
@pytest.mark.parametrize("content", [None, b"some other file"])
def test_what_is_no_ledger_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str], content: bytes | None
) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    assert run([command[0], str(path), *command[1:]]) == 1
    captured = capsys.readouterr()
    assert str(path) in captured.err
    assert captured.err.count("\n") == 1
    assert path.exists() == (content is not None)


def test_check_of_a_whole_ledger_says_so(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    assert run(["check", str(ledger)]) == 0
    assert capsys.readouterr().out == "Every span, id and reference is right, in 4 reports.\n"


def test_check_of_a_damaged_ledger_lists_what_is_wrong(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = small_ledger.write(tmp_path / "damaged.db")
    with contextlib.closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE reports SET text = replace(text, 'truce', 'peace')")
    assert run(["check", str(path)]) == 1
    faults = capsys.readouterr().out.splitlines()
    assert len(faults) > 1
    assert any("truce" in fault for fault in faults)


def test_a_build_of_nothing_ends_with_1_and_says_why(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert run(["build", str(missing), "--ledger", str(tmp_path / "new.db")]) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0] == "read: 0"
    assert "rejected: 1" in captured.out
    assert str(missing) in captured.err


@pytest.mark.parametrize("column", ["text", "=body", "text="])
def test_a_column_is_a_pair(capsys: pytest.CaptureFixture[str], tmp_path: Path, column: str) -> None:
    assert run(["build", "x", "--ledger", str(tmp_path / "new.db"), "--column", column]) == 2
    assert "FIELD=NAME" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["export", "reports"], ["show"]])
def test_a_reader_that_has_seen_enough_gets_no_complaint(ledger: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-c", "from counterclaim.apps.cli import main; main()", arguments[0], str(ledger)]
    with subprocess.Popen([*command, *arguments[1:]], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


def test_a_terminal_that_knows_only_ascii_loses_nothing(ledger: Path) -> None:
    done = counterclaim("show", str(ledger), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "\\u201cTosk had asked Arvel for a truce\\u201d" in done.stdout


def test_the_tables_of_the_help_are_those_of_the_store() -> None:
    assert tuple(STORED_TABLES) == TABLES


def test_serve_says_its_address_serves_and_ends_quietly(ledger: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from counterclaim.apps.cli import main; main()",
        "serve",
        str(ledger),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        assert serving.stderr is not None
        try:
            address = serving.stdout.readline().split(" at ")[1].split()[0]
            assert address.startswith("http://127.0.0.1:")
            with urllib.request.urlopen(f"{address}disputes.json") as answer:
                assert json.load(answer)["total"] == 2
        finally:
            serving.send_signal(2)
        assert serving.wait(timeout=20) == 0
        assert serving.stderr.read() == ""


def test_a_port_that_is_taken_gets_a_sentence(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", str(ledger), "--port", str(port)]) == 1
    assert f"port {port} of 127.0.0.1 cannot be used: another program listens there" in capsys.readouterr().err


def test_an_evaluation_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["evaluate", "beauty", str(tmp_path)]) == 2
    assert "beauty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "option", "of"),
    [
        ("seeds", ["--split", "dev"], "--split is for polnear, not for seeds"),
        ("example", ["--worst", "3"], "--worst is for polnear and events and times, not for example"),
        ("polnear", ["--raise-floors"], "--raise-floors is for gate, not for polnear"),
    ],
)
def test_an_option_of_another_scorer_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, option: list[str], of: str
) -> None:
    assert run(["evaluate", name, str(tmp_path), *option]) == 2
    assert capsys.readouterr().err == f"counterclaim: {of}\n"


def test_tables_that_belong_to_one_are_printed_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    below = Table("By outlet", ("outlet", "F1"), (("Herald", 50.0),), {})
    assert print_table(Printer(), Table("All", ("F1",), ((60.0,),), {}, (below,)))
    assert capsys.readouterr().out == "All\nF1\n60.0\n\nBy outlet\noutlet  F1\nHerald  50.0\n"


@pytest.mark.parametrize(
    ("scores", "passed"), [({"gate.fallen": 0.0}, True), ({}, True), ({"gate.fallen": 1.0}, False)]
)
def test_a_gate_is_passed_only_if_nothing_fell(
    capsys: pytest.CaptureFixture[str], scores: dict[str, float], passed: bool
) -> None:
    table = Table("Floors", ("figure", "floor", "reached"), (("a.f1", 58.0, 61.25), ("b", 20, None)), scores)
    assert print_table(Printer(), table) is passed
    printed = capsys.readouterr().out.splitlines()
    assert printed[:4] == ["Floors", "figure  floor  reached", "a.f1    58.0   61.2", "b       20     -"]
    assert (len(printed) == 4) is passed


def test_the_demo_builds_the_example_prints_its_disputes_and_ends() -> None:
    done = counterclaim("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    summary, _, disputes = done.stdout.partition("\n\n")
    counts = dict(line.split(": ") for line in summary.splitlines())
    assert list(counts) == ["read", "new", "undated", "in other languages", "rejected", "disputes"]
    assert (counts["read"], counts["new"], counts["undated"]) == ("12", "12", "1")
    assert disputes.count("score 0.") + disputes.count("score 1.") == int(counts["disputes"]) > 0
    assert "more; --limit" not in disputes
    assert "\x1b" not in done.stderr + done.stdout
