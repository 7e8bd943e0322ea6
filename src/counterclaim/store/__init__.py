"""The ledger: one file that holds reports, what was found in them, how they are linked, and what people judged.

`open_view(path)` gives a `View`, which reads records; `open_writer(path)` a `Writer`, which adds reports,
annotations, links and judgements. Read `view.py` first, then `schema.py` for the tables and `codec.py` for how a
record becomes a row. `sqlite.py` is the only module that knows which database this is; `migrations/` brings a
ledger of any age to the present tables. `docs/ledger.md` describes the file for people.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection

from counterclaim.store import sqlite
from counterclaim.store.check import check
from counterclaim.store.disputes import Choices, DisputeWish
from counterclaim.store.events import Actor, Event
from counterclaim.store.export import TABLES
from counterclaim.store.facets import Choice, refill_facets
from counterclaim.store.judging import Standing, Word
from counterclaim.store.outcome import Linkable, Outcome, Pending, State
from counterclaim.store.persons import Person, Said
from counterclaim.store.search import Found, Hit, refill
from counterclaim.store.view import View
from counterclaim.store.writer import Writer

__all__ = [
    "TABLES",
    "Actor",
    "Choice",
    "Choices",
    "DisputeWish",
    "Event",
    "Found",
    "Hit",
    "Linkable",
    "Outcome",
    "Pending",
    "Person",
    "Said",
    "Standing",
    "State",
    "View",
    "Word",
    "Writer",
    "check",
    "open_view",
    "open_writer",
]


def open_view(path: str | os.PathLike[str]) -> View:
    """Opens the ledger at `path` for reading. Raises `NotALedger`, `NewerLedger` or `LedgerError`."""
    return View(sqlite.reading(Path(path), _refill))


def open_writer(path: str | os.PathLike[str]) -> Writer:
    """Opens the ledger at `path` for writing, making it if there is none. Raises as `open_view` does."""
    return Writer(sqlite.writing(Path(path), _refill))


def _refill(connection: Connection) -> None:
    """Makes anew what repeats the records so that they can be found."""
    refill(connection)
    refill_facets(connection)
