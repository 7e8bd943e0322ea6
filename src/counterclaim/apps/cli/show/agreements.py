"""Agreements: what independent origins tell alike, and who tells it."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Piece, Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, in_sentence, quote, short, sources
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.wording import counted, listed, outlet, source
from counterclaim.records import Agreement
from counterclaim.store.agreed import Agreed, Telling, agreed

#: As many tellings as stand beside each other in a list.
_SHOWN = 3


def _teller(lookup: Lookup, telling: Telling) -> str:
    report = lookup.report(telling.evidence.report)
    return source(telling.statement, report) if telling.statement else outlet(report)


def _origins(one: Agreed) -> list[Piece]:
    across: list[Piece] = [(", across sides", "magenta")] if one.across else []
    return [counted(one.agreement.origins, "independent origin"), *across]


def _brief(printer: Printer, lookup: Lookup, one: Agreed) -> None:
    printer.line((one.agreement.claim, "bold"))
    printer.line((short(one.agreement.id), "cyan"), "  ", *_origins(one), indent=1)
    tellings = one.first_of_each
    cells: list[list[list[Piece]]] = [
        [[(_teller(lookup, telling), "bold")], *quote(lookup, telling.evidence)] for telling in tellings[:_SHOWN]
    ]
    printer.columns(cells)
    if len(tellings) > _SHOWN:
        printer.line((f"and {counted(len(tellings) - _SHOWN, 'more report')}", "dim"), indent=1)


def _whole(printer: Printer, lookup: Lookup, agreement: Agreement) -> None:
    (one,) = agreed(lookup.view, [agreement])
    printer.line((agreement.claim, "bold"))
    printer.line(("agreement ", "dim"), (agreement.id, "cyan"), "  ", *_origins(one), indent=1)
    tellers = listed(_teller(lookup, telling) for telling in one.tellings)
    facts(printer, [("told by", tellers), ("incident", agreement.incident or "")])
    for telling in one.tellings:
        printer.line((_teller(lookup, telling), "bold"))
        in_sentence(printer, lookup, telling.evidence)
    sources(printer, lookup.cited(agreement.evidence))


AGREEMENTS = Kind("agreements", "agreements", _whole, brief=_brief)
