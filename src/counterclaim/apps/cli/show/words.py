"""What persons said, in the terminal: all of it, and what lost its hold."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, in_sentence, reasons, short, sources
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.saying import STANDINGS, deed, moment
from counterclaim.records import Judgement
from counterclaim.store import Word


def _word(printer: Printer, _: Lookup, word: Word) -> None:
    judgement = word.judgement
    printer.line((short(judgement.id), "cyan"), "  ", (judgement.by, "bold"), f" {deed(judgement)}")
    printer.line((f"{moment(judgement.at)} · {STANDINGS[word.standing]}", "dim"), indent=1)
    printer.line(judgement.reasons[0], indent=1)
    for table, id_ in word.on:
        printer.line((f"on {table} ", "dim"), (short(id_), "cyan"), indent=1)


def _whole(printer: Printer, lookup: Lookup, judgement: Judgement) -> None:
    printer.line((judgement.by, "bold"), f" {deed(judgement)}")
    printer.line(("judgement ", "dim"), (judgement.id, "cyan"), indent=1)
    word = next((one for one in lookup.view.words() if one.judgement.id == judgement.id), None)
    facts(
        printer,
        [
            ("when", moment(judgement.at)),
            ("now", STANDINGS[word.standing] if word else "a program's"),
            ("on", ", ".join(f"{table} {short(id_)}" for table, id_ in word.on) if word else ""),
        ],
    )
    for piece in judgement.evidence:
        in_sentence(printer, lookup, piece)
    reasons(printer, judgement.reasons)
    sources(printer, lookup.cited(judgement.evidence))


JUDGEMENTS = Kind("judgements", "judgements", _whole, brief=_word)
ORPHANED = Kind("orphaned", "judgements", _whole, brief=_word)
