"""How a kind of record is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.lookup import Lookup

if TYPE_CHECKING:
    from counterclaim.store import View

Show = Callable[[Printer, Lookup, Any], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One WHAT of `show`.

    Its list is a table of `row`s under `columns`, or else `brief` prints each record. `table` is the table of the
    ledger in which an id is looked up; `apart` sets records of a list apart by an empty line. Where much is alike,
    `fold` puts it together for the list, and `folded` prints what was.
    """

    what: str
    table: str
    whole: Show | None
    brief: Show | None = None
    columns: tuple[str, ...] = ()
    row: Callable[[Lookup, Any], tuple[str, ...]] | None = None
    apart: bool = True
    fold: Callable[[View, Sequence[Any]], Sequence[Any]] | None = None
    folded: Show | None = None
