"""A ledger's home in one SQLite file. Whatever only SQLite knows is here; the rest of the store is plain SQL.

A ledger is told from other files by its header, before SQLite touches it: it begins as every SQLite file does and
carries our application id. Readers see the ledger as it was when they began (WAL), however long a build runs.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, create_engine, event, func, select, table, text
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import NullPool

from counterclaim.records import LedgerError, NewerLedger, NotALedger
from counterclaim.store.migrations import known, migrate, version_of

#: "CCLG" in the 68th to 71st byte of the file, where SQLite keeps the id of the application a file belongs to.
APPLICATION_ID = 0x43434C47
_MAGIC = b"SQLite format 3\x00"
#: How long one writer waits for another. A transaction of a build takes well under a second.
BUSY_SECONDS = 30

# Result codes of SQLite, https://www.sqlite.org/rescode.html, without their extended part.
_PLAIN_WORDS = {
    sqlite3.SQLITE_BUSY: "another program is writing to it; wait until that has ended and try again",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; wait until that has ended and try again",
    sqlite3.SQLITE_READONLY: "it may not be written to; change its permissions or copy it elsewhere",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see that its folder exists and that you may write there",
    sqlite3.SQLITE_PERM: "it cannot be opened; see that you may read and write it",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; see that it is there and has free space",
    sqlite3.SQLITE_CORRUPT: "it is damaged; take a copy of it from elsewhere or build it again from the reports",
    sqlite3.SQLITE_NOTADB: "it is damaged; take a copy of it from elsewhere or build it again from the reports",
}


def writing(path: Path, refill: Callable[[Connection], None] | None = None) -> Engine:
    """An engine that writes to the ledger at `path`, made if missing, with its tables brought to this version.

    `refill` makes anew what only repeats the records, where an earlier version wrote the ledger.
    Raises `NotALedger`, `NewerLedger`, or `LedgerError` where it cannot be written.
    """
    uri = path.absolute().as_uri() + ("?mode=rwc" if _is_new(path) else "?mode=rw")
    _prepare(path, uri)
    engine = _engine(path, uri, "BEGIN IMMEDIATE")
    try:
        with engine.connect() as connection, connection.begin():
            refuse_newer(connection, path)
            before = version_of(connection)
            migrate(connection, known())
            if refill is not None and 0 < before < known()[-1].number:
                refill(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def reading(path: Path, refill: Callable[[Connection], None] | None = None) -> Engine:
    """An engine that reads the ledger at `path` and cannot write to it; one of an earlier version is migrated first,
    with `refill` as for `writing`.

    Raises `NotALedger` (also where there is no file), `NewerLedger`, or `LedgerError` where it cannot be read.
    """
    if _is_new(path):
        raise NotALedger(f"there is no ledger at {path}; make one with: counterclaim build REPORTS --ledger {path}")
    engine = _engine(path, _for_reading(path), "BEGIN", read_only=True)
    try:
        with engine.connect() as connection:
            refuse_newer(connection, path)
            current = version_of(connection) == known()[-1].number
    except BaseException:
        engine.dispose()
        raise
    if not current:
        writing(path, refill).dispose()
    return engine


def refuse_newer(connection: Connection, path: Path) -> None:
    """Raises `NewerLedger` where a later version of Counterclaim wrote the ledger."""
    version, newest = version_of(connection), known()[-1].number
    if version > newest:
        raise NewerLedger(
            f"{path} was written by a later version of Counterclaim (its tables are version {version}, this program"
            f" knows {newest}); install a newer Counterclaim to open it"
        )


def words_matching(terms: Sequence[str | Sequence[str]], *, any_of: bool = False) -> Select[Any]:
    """The rows of `search` (`id`) that have all `terms` (words without case and accents; the last word of each is a
    beginning), with their `rank`: the likelier, the less. Of a term in several spellings one is enough; with `any_of`
    one of the terms is."""
    query = (" OR " if any_of else " AND ").join(map(_either, terms))
    index = table("search_words", column("rowid"), column("rank"))
    return select(index.c.rowid.label("id"), index.c.rank).where(text("search_words MATCH :query")).params(query=query)


def _either(term: str | Sequence[str]) -> str:
    if isinstance(term, str):
        return f'"{term}" *'
    return f"({' OR '.join(map(_either, term))})"


def listed(ids: Sequence[str]) -> Select[Any]:
    """Ids as a query, however many: SQLite takes 32,766 values in one statement, and reads 10,000 from JSON in 3 ms."""
    values = func.json_each(json.dumps(ids)).table_valued("value")
    return select(values.c.value)


def damages(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file, in a sentence each."""
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [] if found == ["ok"] else [f"The file is damaged: {what}." for what in found]


def _is_new(path: Path) -> bool:
    """Whether there is nothing at `path` yet, or an empty file. Raises `NotALedger` for anything but a ledger."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return True
    except IsADirectoryError:
        raise NotALedger(f"{path} is a folder, not a ledger; name a file") from None
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened ({error.strerror}); see that you may read it") from error
    if not header:
        return True
    if not header.startswith(_MAGIC):
        raise NotALedger(f"{path} is some other file, not a ledger; it was left as it is, name another file")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotALedger(f"{path} is the database of some other program, not a ledger; it was left as it is")
    return False


def _for_reading(path: Path) -> str:
    """The address for reading. A reader that may write opens the file as a writer would, and is then held from
    writing (`query_only`): only so can the last one to leave clear away the files that SQLite keeps beside it. On a
    disk that cannot be written to, where these files can neither be nor be made, SQLite reads only what it is told
    will not change."""
    uri = path.absolute().as_uri()
    if not os.access(path.absolute().parent, os.W_OK):
        beside = path.with_name(path.name + "-wal").exists()
        return uri + ("?mode=ro" if beside else "?mode=ro&immutable=1")
    return uri + ("?mode=rw" if os.access(path, os.W_OK) else "?mode=ro")


@lru_cache(maxsize=16)
def _engine(path: Path, uri: str, begin: str, *, read_only: bool = False) -> Engine:
    """An engine is kept for the next who opens the same ledger in the same way: it holds no connection, but knows the
    statements that were asked before, which take a third of the time of a page to be put together."""

    def connect() -> sqlite3.Connection:
        # A view may be closed by another thread than opened it (a web server's pool); it is used by one at a time.
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        # Every commit survives a killed build; a power cut may cost the last ones, which the next build makes again.
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(f"PRAGMA query_only={int(read_only)}")
        connection.execute("PRAGMA analysis_limit=1000")  # rows of an index that ANALYZE looks at; all are too many

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        error = context.original_exception
        words = _in_plain_words(path, error)
        if words is not None:
            raise LedgerError(words) from error

    return engine


def _prepare(path: Path, uri: str) -> None:
    """Marks a new file as a ledger, and has every ledger written through a WAL file."""
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as raw:
            # In this order: a build killed in between leaves an empty file, or one that is known for a ledger.
            if _is_new(path):
                raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
            _use_wal(raw)
    except sqlite3.Error as error:
        raise LedgerError(_in_plain_words(path, error) or f"the ledger {path} cannot be used: {error}") from error


def _use_wal(raw: sqlite3.Connection) -> None:
    """Switches to a WAL file, which needs the ledger for itself. SQLite does not wait for that as it does for any
    other lock (two who wait for each other would wait forever), so two builds that begin a ledger at one moment
    would refuse each other."""
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            raw.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _in_plain_words(path: Path, error: BaseException) -> str | None:
    """What `error` means for the user; None where it is not the file's fault but ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or code & 0xFF not in _PLAIN_WORDS:
        return None
    return f"the ledger {path} cannot be used: {_PLAIN_WORDS[code & 0xFF]}"
