"""Makes a large ledger of a small one, for measuring pages and filters.

    .venv/bin/python benchmarks/web_ledger.py SMALL.db LARGE.db [--statements 50000]

Every report comes again, with all that was found in it and every link, under other ids and some weeks later; who is
who stays, so that the most mentioned are mentioned that much more often.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from counterclaim.store import open_view, open_writer, schema, sqlite
from counterclaim.store.facets import refill_facets
from counterclaim.store.search import refill

_ID = re.compile(r"\b[0-9a-f]{20}\b")
_DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
#: How many days a copy is later than the one before it.
_LATER = 40
#: Once for the whole ledger, or made anew by whoever opens it.
_ONCE = {
    "schema_version",
    "meta",
    "originals",
    "rejects",
    "aliases",
    "entities",
    "known_entities",
    "known_places",
    "report_sources",
    "anchored",
}
#: What repeats the records so that they can be found. Made anew of all of them at the end.
_REPEATS = {"search", "dispute_facets"}


def turned(id_: str, by: int) -> str:
    """An id with each hexadecimal digit moved on by `by`: another one for each, and the same each time."""
    return "".join(f"{(int(digit, 16) + by) % 16:x}" for digit in id_)


def later(day: str, by: int) -> str:
    """A day, `by` times some weeks later; what is no day of a calendar stays."""
    try:
        return (date.fromisoformat(day) + timedelta(_LATER * by)).isoformat()
    except ValueError:
        return day


def main() -> None:
    """Copies the ledger, then its rows as often as it takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--statements", type=int, default=50_000)
    asked = parser.parse_args()
    with open_view(asked.small) as view:
        statements = view.counts()["statements"]
    times = -(-asked.statements // statements)
    if not 1 <= times <= 16:
        parser.error(f"{statements:,} statements cannot be made {asked.statements:,}: at most 16 times as many can")
    shutil.copyfile(asked.small, asked.large)
    open_writer(asked.large).close()  # brings its tables to this version
    ledger = sqlite3.connect(asked.large)
    ledger.execute("PRAGMA synchronous=OFF")
    kept = {id_ for (id_,) in ledger.execute("SELECT id FROM entities UNION SELECT alias FROM aliases")}
    for name, table in schema.METADATA.tables.items():
        if name not in _ONCE | _REPEATS:
            _multiply(ledger, name, [column.name for column in table.columns], kept, times)
    ledger.execute(f"UPDATE entities SET mentions = mentions * {times}")
    ledger.commit()
    ledger.close()
    engine = sqlite.writing(asked.large)
    with engine.begin() as connection:
        refill(connection)
        refill_facets(connection)
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    with open_view(asked.large) as view:
        print({name: count for name, count in view.counts().items() if count})


def _multiply(ledger: sqlite3.Connection, name: str, columns: list[str], kept: set[str], times: int) -> None:
    inside = name in schema.ANNOTATED or name in ("lookup", "lookup_who")
    names = ", ".join(f'"{column}"' for column in columns)
    where = " WHERE report IS NOT NULL" if name == "lookup_who" else ""
    rows = ledger.execute(f"SELECT {names} FROM {name}{where}").fetchall()
    put = f"INSERT INTO {name} ({names}) VALUES ({', '.join('?' * len(columns))})"
    for by in range(1, times):

        def other(match: re.Match[str], by: int = by) -> str:
            # A report's own entity and one of the ledger may have one id; only the ledger's stays what it is.
            return match[0] if not inside and match[0] in kept else turned(match[0], by)

        def value(column: str, old: object, by: int = by) -> object:
            if not isinstance(old, str) or column in ("text", "passages", "words", "name"):
                return old
            if name == "members":
                return turned(old, by) if column == "local" else old
            return _DAY.sub(lambda day: later(day[0], by), _ID.sub(other, old))

        ledger.executemany(put, ([value(*pair) for pair in zip(columns, row, strict=True)] for row in rows))


if __name__ == "__main__":
    main()
