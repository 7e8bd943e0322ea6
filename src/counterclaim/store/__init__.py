"""The ledger: one file that holds reports, what was found in them, how they are linked, and what people judged.

`open_view(path)` gives a `View`, which reads records; `open_writer(path)` a `Writer`, which adds reports,
annotations, links and judgements. Read `view.py` first, then `schema.py` for the tables and `codec.py` for how a
record becomes a row. `sqlite.py` is the only module that knows which database this is; `migrations/` brings a
ledger of any age to the present tables. `docs/ledger.md` describes the file for people.
"""

from __future__ import annotations

import os
from pathlib import Path

from counterclaim.store import sqlite
from counterclaim.store.check import check
from counterclaim.store.events import Actor, Event
from counterclaim.store.export import TABLES
from counterclaim.store.outcome import Linkable, Outcome, Pending, State
from counterclaim.store.view import View
from counterclaim.store.writer import Writer

__all__ = [
    "TABLES",
    "Actor",
    "Event",
    "Linkable",
    "Outcome",
    "Pending",
    "State",
    "View",
    "Writer",
    "check",
    "open_view",
    "open_writer",
]


def open_view(path: str | os.PathLike[str]) -> View:
    """Opens the ledger at `path` for reading. Raises `NotALedger`, `NewerLedger` or `LedgerError`."""
    return View(sqlite.reading(Path(path)))


def open_writer(path: str | os.PathLike[str]) -> Writer:
    """Opens the ledger at `path` for writing, making it if there is none. Raises as `open_view` does."""
    return Writer(sqlite.writing(Path(path)))
