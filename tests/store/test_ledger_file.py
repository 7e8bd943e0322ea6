"""Which files are ledgers, and what becomes of those that are not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from ledger_samples import fill

from counterclaim.records import LedgerError, NewerLedger, NotALedger
from counterclaim.store import check, open_view, open_writer, sqlite


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE reports (id TEXT)")


def test_several_may_begin_a_ledger_at_one_moment(tmp_path: Path) -> None:
    def begin(path: Path, gate: Barrier) -> None:
        gate.wait()
        open_writer(path).close()

    for number in range(20):  # without waiting for each other, one of four was refused in every seventh round
        gate = Barrier(4)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(begin, [tmp_path / f"{number}.db"] * 4, [gate] * 4))
        with open_view(tmp_path / f"{number}.db") as view:
            assert check(view) == []


FOREIGN = {
    "text": lambda path: path.write_text("Dear diary"),
    "short": lambda path: path.write_bytes(b"SQLite"),
    "begins like one": lambda path: path.write_bytes(b"SQLite format 3\x00 or so"),
    "other database": other_database,
    "zeros": lambda path: path.write_bytes(bytes(5000)),
}


@pytest.mark.parametrize("opening", [open_view, open_writer])
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path, kind: str, opening) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "some.file"
    FOREIGN[kind](path)
    before = path.read_bytes()
    with pytest.raises(NotALedger, match=r"some\.file is .*not a ledger"):
        opening(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["some.file"]


@pytest.mark.parametrize("opening", [open_view, open_writer])
def test_a_folder_is_no_ledger(tmp_path: Path, opening) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotALedger, match="is a folder"):
        opening(tmp_path)


def test_a_view_of_nothing_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match=r"no ledger at .*missing\.db; make one with: counterclaim build"):
        open_view(tmp_path / "missing.db")
    assert os.listdir(tmp_path) == []


def test_a_ledger_may_begin_in_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(NotALedger):
        open_view(path)
    open_writer(path).close()
    with open_view(path) as view:
        assert view.reports() == []


def test_every_table_is_there_from_the_first_day(tmp_path: Path) -> None:
    open_writer(tmp_path / "new.db").close()
    with open_view(tmp_path / "new.db") as view:
        assert {name: list(view.table(name)) for name in view.counts()} == {name: [] for name in view.counts()}
        assert check(view) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="see that its folder exists"):
        open_writer(tmp_path / "nowhere" / "l.db")


@pytest.mark.parametrize("opening", [open_view, open_writer])
def test_a_ledger_of_a_later_version_is_left_as_it_is(tmp_path: Path, opening) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "later.db"
    open_writer(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO schema_version VALUES (9999, '9999_of_the_future')")
        database.commit()
    with pytest.raises(NewerLedger, match=r"later version of Counterclaim \(its tables are version 9999"):
        opening(path)


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    with open_writer(path) as writer:
        fill(writer)
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged"), open_view(path) as view:
        list(view.table("statements"))


def test_nothing_is_left_beside_a_closed_ledger(tmp_path: Path) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        fill(writer)
    with open_view(tmp_path / "l.db") as view:
        view.reports()
    assert os.listdir(tmp_path) == ["l.db"]


def test_a_ledger_opens_from_a_disk_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        fill(writer)
    monkeypatch.setattr(sqlite.os, "access", lambda *_: False)  # root may write anywhere, whatever the permissions
    with open_view(tmp_path / "l.db") as view:
        assert len(view.reports()) == 2


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "who? said #what & 100%.db"
    with open_writer(path) as writer:
        fill(writer)
    with open_view(path) as view:
        assert len(view.reports()) == 2
    assert os.listdir(tmp_path) == [path.name]


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_writer("l.db").close()
    with open_view("l.db") as view:
        assert view.reports() == []


def test_a_copy_of_the_file_is_the_whole_ledger(tmp_path: Path) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        fill(writer)
    shutil.copy(tmp_path / "l.db", tmp_path / "copy.db")
    with open_view(tmp_path / "copy.db") as view:
        assert len(view.statements()) == 3


def test_a_ledger_opens_without_loading_a_parser() -> None:
    program = """
import sys
import counterclaim
assert "sqlalchemy" not in sys.modules
from counterclaim.store import open_view
heavy = {"spacy", "trafilatura", "dateparser", "pyarrow", "networkx", "fastapi"} & sys.modules.keys()
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_view_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_writer(path) as writer:
        fill(writer)
    before = path.read_bytes()
    with open_view(path) as view:
        assert len(view.reports()) == 2
        with pytest.raises(LedgerError, match="may not be written to"):
            view.connection.exec_driver_sql("DELETE FROM reports")
    assert path.read_bytes() == before
