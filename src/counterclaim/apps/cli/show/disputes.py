"""Disputes, and the pairs that were compared and are none."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Piece, Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, in_sentence, quote, reasons, short, sources
from counterclaim.apps.folding import Fold, fold
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.wording import SLOTS, counted, names
from counterclaim.records import Dispute, Judgement, Side


def _labels(dispute: Dispute | Judgement, status: str) -> list[Piece]:
    slot: list[Piece] = [(dispute.slot.value, "magenta"), ", "] if dispute.slot else []
    return [*slot, (status, "yellow"), f", score {dispute.score:.2f}"]


def _held(side: Side) -> str:
    return f"{names(side.holders) or 'holder not known'} ({counted(side.origins, 'origin')})"


def _brief(printer: Printer, lookup: Lookup, dispute: Dispute) -> None:
    printer.line((dispute.question, "bold"))
    printer.line((short(dispute.id), "cyan"), "  ", *_labels(dispute, dispute.status.value), indent=1)
    cells = []
    for number, side in enumerate(dispute.sides, start=1):
        lines: list[list[Piece]] = [[f"{number}. ", (side.answer, "bold")], [_held(side)]]
        cells.append(lines + (quote(lookup, side.evidence[0]) if side.evidence else []))
    printer.columns(cells)


def _whole(printer: Printer, lookup: Lookup, dispute: Dispute) -> None:
    printer.line((dispute.question, "bold"))
    printer.line(("dispute ", "dim"), (dispute.id, "cyan"), "  ", *_labels(dispute, dispute.status.value), indent=1)
    scope = ", inside one report" if dispute.within_report else ""
    printer.line(f"The accounts differ on {SLOTS[dispute.slot]}{scope}.", indent=1)
    facts(printer, [("also found under", ", ".join(dispute.aliases)), ("incident", dispute.incident or "")])
    for number, side in enumerate(dispute.sides, start=1):
        printer.line()
        printer.line(f"{number}. ", (side.answer, "bold"))
        facts(
            printer,
            [
                ("held by", names(side.holders) or "holder not known"),
                ("independent origins", str(side.origins)),
                ("statements", ", ".join(short(id_) for id_ in side.statements)),
            ],
        )
        for piece in side.evidence:
            in_sentence(printer, lookup, piece)
    printer.line()
    reasons(printer, dispute.reasons)
    printer.line()
    sources(printer, lookup.cited(piece for side in dispute.sides for piece in side.evidence))


def _near_miss(printer: Printer, lookup: Lookup, pair: Judgement) -> None:
    printer.line((short(pair.id), "cyan"), "  ", *_labels(pair, pair.verdict.value))
    for reason in pair.reasons:
        printer.line(reason, indent=1)
    printer.columns([quote(lookup, piece) for piece in pair.evidence])


def _folded(printer: Printer, lookup: Lookup, found: Fold) -> None:
    _near_miss(printer, lookup, found.pairs[0])
    if found.rest:
        printer.line((found.rest, "dim"), indent=1)


def _whole_near_miss(printer: Printer, lookup: Lookup, pair: Judgement) -> None:
    printer.line(("near miss ", "dim"), (pair.id, "cyan"), "  ", *_labels(pair, pair.verdict.value))
    facts(printer, [("judged by", pair.by), ("on", pair.at or "")])
    for piece in pair.evidence:
        in_sentence(printer, lookup, piece)
    reasons(printer, pair.reasons)
    sources(printer, lookup.cited(pair.evidence))


DISPUTES = Kind("disputes", "disputes", _whole, brief=_brief)
NEAR_MISSES = Kind("near-misses", "judgements", _whole_near_miss, brief=_near_miss, fold=fold, folded=_folded)
