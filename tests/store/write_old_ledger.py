"""Writes `old/NNNN.sql` and `old/NNNN.json`: a ledger as the present version makes it, and what it holds.

Run once when a migration was added, with `python tests/store/write_old_ledger.py`, and never again for a version
that was released: what matters is that later versions still open what an earlier one wrote.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ledger_samples import PERSONS_WORD, fill

from counterclaim.records import Rejected
from counterclaim.store import open_view, open_writer
from counterclaim.store.migrations import known
from counterclaim.store.sqlite import APPLICATION_ID

OLD = Path(__file__).parent / "old"


def main() -> None:
    OLD.mkdir(exist_ok=True)
    name = f"{known()[-1].number:04}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with open_writer(path) as writer:
            fill(writer)
            writer.judge(PERSONS_WORD)
            writer.reject(Rejected("picture.png", None, "this is a picture"))
        with open_view(path) as view:
            held = {table: list(view.table(table)) for table in view.counts()}
        with closing(sqlite3.connect(path)) as database:
            dump = "\n".join([f"PRAGMA application_id={APPLICATION_ID};", *_statements(database)])
    (OLD / f"{name}.sql").write_text(dump + "\n")
    (OLD / f"{name}.json").write_text(json.dumps(held, indent=1) + "\n")


def _statements(database: sqlite3.Connection) -> Iterator[str]:
    """The statements that make the ledger anew, with its full-text index as it is made, and not as SQLite keeps it."""
    (index,) = database.execute("SELECT sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'").fetchone()
    for statement in database.iterdump():
        if "writable_schema" in statement or "search_words_" in statement.partition("(")[0]:
            continue
        if statement.startswith("INSERT INTO sqlite_master"):
            yield f"{index};"
        elif statement == "COMMIT;":
            yield "INSERT INTO search_words (search_words) VALUES ('rebuild');"
            yield statement
        else:
            yield statement


if __name__ == "__main__":
    main()
