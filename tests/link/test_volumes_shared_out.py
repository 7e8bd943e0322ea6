"""Volumes found by several processes: one ledger, however many there are, and nothing found twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import small_volumes
from small_volumes import STEPS, papers

from counterclaim.link.steps import in_order, link_pile
from counterclaim.link.volumes import cut
from counterclaim.records import LedgerError, NotALedger
from counterclaim.run import build
from counterclaim.store import check, open_view, open_writer

VOLUMES = len(
    cut(in_order([p.report for p in papers()]), {p.report.id: p.found for p in papers()}, small_volumes.SMALL).all
)


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log"
    path.touch()
    monkeypatch.setenv(small_volumes.LOG, str(path))
    return path


def exports(ledger: Path) -> str:
    """All tables, as an export would write them."""
    with open_view(ledger) as view:
        assert check(view) == []
        return "\n".join(json.dumps([name, row]) for name in view.counts() for row in view.table(name))


def pieces(ledger: Path) -> int:
    """How many volumes a ledger keeps."""
    try:
        with open_view(ledger) as view:
            return int(view.connection.exec_driver_sql("SELECT count(*) FROM kept_work").scalar() or 0)
    except (NotALedger, LedgerError):
        return 0


def found(log: Path) -> list[tuple[str, str]]:
    """The process and the volume of every time one was worked out."""
    return [(pid, volume) for pid, volume in map(str.split, log.read_text().splitlines())]


@pytest.mark.parametrize("workers", [2, 3])
def test_so_many_processes_give_the_same_ledger(workers: int, tmp_path: Path, log: Path) -> None:
    build([], tmp_path / "one.db", workers=1, steps=STEPS)
    assert {pid for pid, _ in found(log)} == {str(os.getpid())}
    log.write_text("")
    build([], tmp_path / "many.db", workers=workers, steps=STEPS)
    assert str(os.getpid()) not in (pids := {pid for pid, _ in found(log)})
    assert 1 < len(pids) <= workers
    assert exports(tmp_path / "many.db") == exports(tmp_path / "one.db")
    assert pieces(tmp_path / "many.db") == VOLUMES


def test_processes_give_what_linking_at_one_place_gives(tmp_path: Path) -> None:
    build([], tmp_path / "l.db", workers=2, steps=STEPS)
    with open_writer(tmp_path / "l.db") as writer:
        linkable = writer.linkable()
        again = link_pile(linkable.reports, linkable.annotations, (), (), None, small_volumes.SMALL)
        before = exports(tmp_path / "l.db")
        writer.relink(again, state=linkable.state, version="small", kept=linkable.kept)
    assert exports(tmp_path / "l.db") == before


@pytest.mark.parametrize("last", [[0], [5, 6], [12], [19], [3, 16, 22]])
def test_a_few_more_reports_give_the_same_ledger(last: list[int], tmp_path: Path, log: Path) -> None:
    ledger, all_ = tmp_path / "l.db", range(len(papers()))
    build([str(number) for number in all_ if number not in last], ledger, workers=1, steps=STEPS)
    log.write_text("")
    build([str(number) for number in last], ledger, workers=2, steps=STEPS)
    assert 0 < len(found(log)) < VOLUMES
    build([], tmp_path / "whole.db", workers=1, steps=STEPS)
    assert exports(ledger) == exports(tmp_path / "whole.db")


def test_a_judgement_that_was_lost_is_written_again(tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    build([], ledger, workers=1, steps=STEPS)
    before = exports(ledger)
    with open_writer(ledger) as writer:
        linkable = writer.linkable()
        links = link_pile(linkable.reports, linkable.annotations, (), (), linkable.kept, small_volumes.SMALL)
        some = replace(links, judgements=links.judgements[::2], disputes=(), agreements=())
        writer.relink(some, state=linkable.state, version="small", kept=linkable.kept)
        writer.relink(links, state=linkable.state, version="small", kept=linkable.kept)
    assert exports(ledger) == before


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []

    def tell(stage: str, done: int, total: int | None) -> None:
        if stage == "link":
            told.append((done, total))

    build([], tmp_path / "l.db", workers=2, steps=STEPS, progress=tell)
    assert told[0] == (0, 1)
    assert told[1:] == [(done, VOLUMES + 1) for done in range(VOLUMES + 2)]


@pytest.mark.parametrize(("how", "workers"), [(signal.SIGINT, 2), (signal.SIGINT, 1), (signal.SIGKILL, 2)])
def test_what_was_found_when_it_was_stopped_is_not_found_again(
    how: signal.Signals, workers: int, tmp_path: Path, log: Path
) -> None:
    ledger = tmp_path / "l.db"
    command = [sys.executable, str(Path(small_volumes.__file__)), str(ledger), str(workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + 300
        try:
            while pieces(ledger) < 2:
                assert time.monotonic() < end, "no volume was kept"
                time.sleep(0.1)
        finally:
            process.send_signal(how)
        _, said = process.communicate(timeout=60)
    assert process.returncode != 0
    if how == signal.SIGINT:
        assert "stopped; what was finished is in" in said.splitlines()[-1]
    kept = pieces(ledger)
    assert 2 <= kept < VOLUMES

    log.write_text("")
    build([], ledger, workers=2, steps=STEPS)
    assert len(found(log)) == VOLUMES - kept
    build([], tmp_path / "whole.db", workers=1, steps=STEPS)
    assert exports(ledger) == exports(tmp_path / "whole.db")


def test_a_lost_worker_costs_nothing(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(small_volumes.LOST, str(tmp_path / "lost"))
    build([], tmp_path / "l.db", workers=2, steps=STEPS)
    assert (tmp_path / "lost").exists()
    assert len({volume for _, volume in found(log)}) == VOLUMES
    monkeypatch.delenv(small_volumes.LOST)
    build([], tmp_path / "whole.db", workers=1, steps=STEPS)
    assert exports(tmp_path / "l.db") == exports(tmp_path / "whole.db")
