"""Builds that are stopped, workers that are lost, reports that make trouble."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import fake_steps
import pytest
from fake_steps import FAKE
from test_building import exports

from counterclaim.records import LedgerError, NotALedger
from counterclaim.run import build
from counterclaim.store import open_view

MANY = [f"Paper: Report {n} says it was {n}. She denied it." for n in range(60)]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.txt"
    path.write_text("\n".join(MANY))
    return path


def annotated(ledger: Path) -> int:
    try:
        with open_view(ledger) as view:
            return int(view.connection.exec_driver_sql("SELECT count(*) FROM annotated").scalar() or 0)
    except (NotALedger, LedgerError):
        return 0


def wait_until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


@pytest.mark.parametrize(
    ("how", "workers"), [(signal.SIGKILL, 1), (signal.SIGKILL, 2), (signal.SIGINT, 2), (signal.SIGTERM, 2)]
)
def test_a_build_that_was_stopped_goes_on(tmp_path: Path, many: Path, how: signal.Signals, workers: int) -> None:
    log, ledger = tmp_path / "log", tmp_path / "l.db"
    process = subprocess.Popen(
        [sys.executable, str(Path(fake_steps.__file__)), str(ledger), str(workers), str(many)],
        env=os.environ | {fake_steps.LOG: str(log)},
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until(lambda: annotated(ledger) > 0)
    process.send_signal(how)
    _, said = process.communicate(timeout=30)
    assert process.returncode != 0
    if how == signal.SIGINT:
        assert said.splitlines()[-1] == (
            f"KeyboardInterrupt: stopped; what was finished is in {ledger}, and the same command goes on from there"
        )
    pids = {int(line.split()[1]) for line in log.read_text().splitlines()}
    wait_until(lambda: not any(map(runs, pids)), 10)

    finished = annotated(ledger)
    assert 0 < finished < 60
    summary = build([many], ledger, workers=workers, steps=FAKE)
    assert (summary.new, summary.annotated) == (0, 60 - finished)
    build([many], tmp_path / "whole.db", workers=1, steps=FAKE)
    assert exports(ledger) == exports(tmp_path / "whole.db")


def test_a_report_that_kills_its_worker_costs_no_other(tmp_path: Path, many: Path) -> None:
    lines = [*MANY[:30], "Paper: This one will KILL", *MANY[30:], "Paper: This will KILL too"]
    many.write_text("\n".join(lines))
    summary = build([many], tmp_path / "l.db", workers=2, steps=FAKE)
    assert (summary.read, summary.annotated, summary.rejected) == (62, 62, 2)
    with open_view(tmp_path / "l.db") as view:
        assert [reject.row for reject in view.rejects()] == [31, 62]
        assert all("ended the process" in reject.reason for reject in view.rejects())
        assert len({statement.report for statement in view.statements()}) == 60
    again = build([many], tmp_path / "l.db", workers=2, steps=FAKE)
    assert (again.annotated, again.rejected) == (0, 0)


def test_a_worker_lost_by_accident_costs_nothing(tmp_path: Path, many: Path) -> None:
    many.write_text("\n".join([*MANY, f"Paper: This one will KILL-ONCE {tmp_path / 'flag'}"]))
    summary = build([many], tmp_path / "l.db", workers=2, steps=FAKE)
    assert (tmp_path / "flag").exists()
    assert summary.rejected == 0
    build([many], tmp_path / "whole.db", workers=1, steps=FAKE)
    assert exports(tmp_path / "l.db") == exports(tmp_path / "whole.db")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_cannot_be_annotated_costs_no_other(tmp_path: Path, many: Path, workers: int) -> None:
    lines = [*MANY[:20], "Paper: Please RAISE", "Paper: It says it TWICE", f"Paper: RAISE-ONCE {tmp_path / 'flag'}"]
    many.write_text("\n".join(lines))
    summary = build([many], tmp_path / "l.db", workers=workers, steps=FAKE)
    assert (summary.read, summary.annotated, summary.rejected) == (23, 23, 2)
    with open_view(tmp_path / "l.db") as view:
        raised, twice = view.rejects()
    assert (raised.row, raised.reason) == (
        21,
        "annotating this report failed (ValueError: this report); please report it with the text",
    )
    assert twice.row == 22
    assert "two different statements were given the id" in twice.reason


@pytest.mark.parametrize("workers", [1, 2])
def test_trouble_gives_the_same_ledger_in_one_go_and_in_parts(tmp_path: Path, many: Path, workers: int) -> None:
    lines = [*MANY[:25], "Paper: Please RAISE", *MANY[25:50], "Paper: It says it TWICE"]
    many.write_text("\n".join(lines[:30]))
    build([many], tmp_path / "l.db", workers=workers, steps=FAKE)
    many.write_text("\n".join(lines))
    build([many], tmp_path / "l.db", workers=workers, steps=FAKE)
    build([many], tmp_path / "whole.db", workers=3 - workers, steps=FAKE)
    assert exports(tmp_path / "l.db") == exports(tmp_path / "whole.db")


UNGUARDED = """
import fake_steps
from counterclaim.run import build
summary = build(["{many}"], "{ledger}", workers=2, steps=fake_steps.FAKE)
print(summary.annotated, summary.rejected)
"""


def test_a_script_that_builds_as_soon_as_it_is_loaded(tmp_path: Path, many: Path) -> None:
    """Its workers load it as well. They say what is wrong, and the build goes on without them."""
    script, ledger = tmp_path / "script.py", tmp_path / "l.db"
    script.write_text(UNGUARDED.format(many=many, ledger=ledger))
    path = os.pathsep.join([str(Path(fake_steps.__file__).parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "60 0\n"
    assert 'put the call below: if __name__ == "__main__":' in done.stderr
