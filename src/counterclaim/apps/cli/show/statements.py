"""What stands in reports: statements, figures, and what is said to have happened when."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, in_sentence, short, sources
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.wording import (
    act,
    as_of,
    bounds,
    confidence,
    day,
    listed,
    name,
    names,
    outlet,
    quoted,
    source,
    unnamed,
    unsure,
    words,
)
from counterclaim.records import Claim, Evidence, Figure, Hedge, Manner, Modality, Polarity, Statement


def _speaker(lookup: Lookup, statement: str | None, report: str) -> str:
    """Who says what a claim or figure says; the outlet, where that is not known."""
    said = lookup.statement(statement)
    return source(said, lookup.report(report)) if said else outlet(lookup.report(report))


def _manner(statement: Statement) -> str:
    hedge = "" if statement.hedge is Hedge.NONE else statement.hedge.value
    return f"({', '.join(filter(None, (statement.manner.value, hedge, unsure(statement))))})"


def _brief(printer: Printer, lookup: Lookup, statement: Statement) -> None:
    report = lookup.report(statement.report)
    told = f", {day(report.published if report else None)}"
    where = told if statement.manner is Manner.NARRATION else f", {outlet(report)}{told}"
    printer.line(
        (short(statement.id), "cyan"),
        "  ",
        (source(statement, report), "bold"),
        f"{where}: {act(statement)} ",
        (quoted(words(statement.content)), "italic"),
        (f" {_manner(statement)}", "dim"),
    )


def _whole(printer: Printer, lookup: Lookup, statement: Statement) -> None:
    report = lookup.report(statement.report)
    printer.line((source(statement, report), "bold"), f" {act(statement)} {_manner(statement)}")
    printer.line(("statement ", "dim"), (statement.id, "cyan"), indent=1)
    facts(
        printer,
        [
            ("source", listed(kind for who in statement.sources if (kind := unnamed(who)))),
            ("to", names(statement.addressee)),
            ("on", f"{day(statement.said)} (from the {statement.said_from})" if statement.said else ""),
            ("setting", words([statement.setting]) if statement.setting else ""),
            ("inside statement", short(statement.parent) if statement.parent else ""),
            ("cue", words([statement.cue]) if statement.cue else ""),
            ("confidence", confidence(statement)),
        ],
    )
    for span in statement.content:
        in_sentence(printer, lookup, Evidence.at(statement.report, span))
    claims = [claim for claim in lookup.view.claims(statement.report) if claim.statement == statement.id]
    if claims:
        printer.line(("Claims", "bold"))
        for claim in claims:
            printer.line((short(claim.id), "cyan"), f"  {_slots(claim)}", indent=1)
    sources(printer, [report] if report else [])


def _figure(lookup: Lookup, figure: Figure) -> tuple[str, ...]:
    report = lookup.report(figure.report)
    return (
        short(figure.id),
        bounds(figure),
        quoted(words([figure.span])),
        figure.of or "",
        ", ".join(figure.happened),
        name(figure.side) if figure.side else "",
        name(figure.place) if figure.place else "",
        as_of(figure) if figure.as_of or figure.since or figure.until else "",
        _speaker(lookup, figure.statement, figure.report),
        f"{outlet(report)}, {day(report.published if report else None)}",
    )


def _whole_figure(printer: Printer, lookup: Lookup, figure: Figure) -> None:
    printer.line((f"{bounds(figure)}{f' {figure.of}' if figure.of else ''}", "bold"))
    printer.line(("figure ", "dim"), (figure.id, "cyan"), indent=1)
    facts(
        printer,
        [
            ("what happened", ", ".join(figure.happened)),
            ("said by", _speaker(lookup, figure.statement, figure.report)),
            ("side", name(figure.side) if figure.side else ""),
            ("by", name(figure.by) if figure.by else ""),
            ("place", name(figure.place) if figure.place else ""),
            ("as of", as_of(figure)),
            ("part of", short(figure.part_of) if figure.part_of else ""),
            ("takes the place of", short(figure.supersedes) if figure.supersedes else ""),
            ("statement", short(figure.statement) if figure.statement else ""),
        ],
    )
    in_sentence(printer, lookup, Evidence.at(figure.report, figure.span))


def _slots(claim: Claim) -> str:
    """A claim in its slots, on one line."""
    joint = "or" if claim.agent_any else "and"
    no = "" if claim.polarity is Polarity.POSITIVE else f" ({claim.polarity.value})"
    world = "" if claim.modality is Modality.FACT else f" ({claim.modality.value})"
    slots = [
        ("who", names(claim.agent, joint)),
        ("to whom", names(claim.patient)),
        *((argument.role, name(argument.who)) for argument in claim.arguments),
        ("where", names(claim.place)),
        ("when", day(claim.time) if claim.time else ""),
    ]
    return f"{claim.predicate}{no}{world}; " + "; ".join(f"{label}: {value}" for label, value in slots if value)


def _day(lookup: Lookup, claim: Claim) -> tuple[str, ...]:
    report = lookup.report(claim.report)
    doubt = [] if claim.polarity is Polarity.POSITIVE else [claim.polarity.value]
    doubt += [] if claim.modality is Modality.FACT else [claim.modality.value]
    return (
        day(claim.time),
        short(claim.id),
        quoted(words(claim.spans)),
        ", ".join(doubt),
        _speaker(lookup, claim.statement, claim.report),
        f"{outlet(report)}, {day(report.published if report else None)}",
    )


def _whole_claim(printer: Printer, lookup: Lookup, claim: Claim) -> None:
    printer.line((_slots(claim), "bold"))
    printer.line(("claim ", "dim"), (claim.id, "cyan"), indent=1)
    facts(
        printer,
        [
            ("said by", _speaker(lookup, claim.statement, claim.report)),
            ("event", claim.event or ""),
            ("statement", short(claim.statement)),
            ("incident", short(claim.incident) if claim.incident else ""),
            ("answers", short(claim.responds_to) if claim.responds_to else ""),
        ],
    )
    for span in claim.spans:
        in_sentence(printer, lookup, Evidence.at(claim.report, span))


STATEMENTS = Kind("statements", "statements", _whole, brief=_brief, apart=False)
FIGURES = Kind(
    "figures",
    "figures",
    _whole_figure,
    columns=("id", "how many", "words", "of", "happened", "side", "place", "as of", "said by", "report"),
    row=_figure,
)
TIMELINE = Kind(
    "timeline",
    "claims",
    _whole_claim,
    columns=("when", "id", "words", "but", "said by", "report"),
    row=_day,
)
