"""What `counterclaim show` prints: for each kind of record a list with the facts that matter, and one of them whole.

`KINDS` has a `Kind` for each WHAT. A kind's `brief` prints one record of a list (or its columns make a table), its
`whole` prints one with all that it rests on. Each is in the module named after it; `pieces.py` has what they share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.apps.asking import Asked, nothing_found, records
from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.cli.show.across import CHANGES, INCIDENTS, PROCESSES
from counterclaim.apps.cli.show.agreements import AGREEMENTS
from counterclaim.apps.cli.show.disputes import DISPUTES, NEAR_MISSES
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.reports import ENTITIES, REJECTS, REPORTS
from counterclaim.apps.cli.show.statements import FIGURES, STATEMENTS, TIMELINE
from counterclaim.apps.cli.show.words import JUDGEMENTS, ORPHANED
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.ordering import Order
from counterclaim.records import UsageError

if TYPE_CHECKING:
    from counterclaim.store import View

__all__ = ["KINDS", "print_list", "print_one"]

KINDS: dict[str, Kind] = {
    kind.what: kind
    for kind in (
        DISPUTES,
        AGREEMENTS,
        STATEMENTS,
        FIGURES,
        TIMELINE,
        INCIDENTS,
        CHANGES,
        PROCESSES,
        ENTITIES,
        REPORTS,
        NEAR_MISSES,
        JUDGEMENTS,
        ORPHANED,
        REJECTS,
    )
}


def print_list(
    printer: Printer, view: View, what: str, asked: Asked, limit: int, order: Order | None = None, *, all_: bool = False
) -> None:
    """Prints the first `limit` records of a kind that are asked for, and how many more there are. What is alike is put
    together where the kind has it so, unless `all_` of it is asked for.

    Raises `UsageError` where a filter, an order or `all_` does not fit the kind.
    """
    kind, lookup = KINDS[what], Lookup(view)
    if all_ and kind.fold is None:
        folds = " and ".join(name for name, one in KINDS.items() if one.fold)
        raise UsageError(f"{what} are never put together; --all is for {folds}")
    found = records(view, what, asked, order)
    total, brief = len(found), kind.brief
    if kind.fold is not None and not all_:
        found, brief = list(kind.fold(view, found)), kind.folded
    shown = found[:limit]
    if not found:
        printer.line(nothing_found(what, asked))
    elif kind.row is not None:
        printer.table(kind.columns, [kind.row(lookup, record) for record in shown])
    elif brief is not None:
        for number, record in enumerate(shown):
            if number and kind.apart:
                printer.line()
            brief(printer, lookup, record)
    if len(found) > limit:
        printer.line()
        printer.line(f"{len(found) - limit:,} more; --limit {len(found)} prints them all.")
    if len(found) < total:
        printer.line()
        printer.line(f"{total:,} pairs, put together by what they count; --all prints each of them.")


def print_one(printer: Printer, view: View, what: str, id_: str) -> None:
    """Prints the record of a kind whose id, or an alias of it, begins with `id_`. Raises `UnknownId`."""
    kind = KINDS[what]
    if kind.whole is None:
        raise UsageError(f"{what} have no ids; list them all")
    kind.whole(printer, Lookup(view), view.find(kind.table, id_))
