"""What stands across reports beside disputes: incidents, changes of position, processes."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Piece, Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, in_sentence, quote, reasons, short, sources
from counterclaim.apps.lookup import Lookup, when_of
from counterclaim.apps.wording import bounds, counted, day, name, names, outlet, source
from counterclaim.records import Change, Evidence, Figure, Incident, Position, Process, ProcessStep
from counterclaim.store import beside


def _incident(lookup: Lookup, incident: Incident) -> tuple[str, ...]:
    return (
        short(incident.id),
        when_of(lookup, incident),
        incident.label,
        name(incident.place) if incident.place else "",
        ", ".join(incident.events),
        counted(len(incident.reports), "report"),
        counted(incident.origins, "origin"),
    )


def _whole_incident(printer: Printer, lookup: Lookup, incident: Incident) -> None:
    printer.line((incident.label, "bold"))
    printer.line(("incident ", "dim"), (incident.id, "cyan"), indent=1)
    facts(
        printer,
        [
            ("when", when_of(lookup, incident)),
            ("where", name(incident.place) if incident.place else "not known"),
            ("events", ", ".join(incident.events)),
            ("independent origins", str(incident.origins)),
        ],
    )
    figures: list[Figure] = list(lookup.view.records("figures", list(incident.figures)))
    if figures:
        printer.line(("Figures", "bold"))
    for figure in figures:
        said = lookup.statement(figure.statement)
        report = lookup.report(figure.report)
        speaker = source(said, report) if said else outlet(report)
        printer.line((short(figure.id), "cyan"), f"  {bounds(figure)} {figure.of or ''}: {speaker}", indent=1)
    disputes, agreements = beside.of_incidents(lookup.view, [incident.id])
    if disputes:
        printer.line(("The accounts differ", "bold"))
    for dispute in disputes:
        printer.line((short(dispute.id), "cyan"), f"  {dispute.question}", indent=1)
    if agreements:
        printer.line(("Independent origins agree", "bold"))
    for agreement in agreements:
        printer.line((short(agreement.id), "cyan"), f"  {agreement.claim}", indent=1)
    printer.line(("What is claimed", "bold"))
    claims = lookup.view.records("claims", list(incident.claims))
    evidence = [Evidence.at(claim.report, span) for claim in claims for span in claim.spans]
    for piece in evidence:
        in_sentence(printer, lookup, piece)
    sources(printer, lookup.cited(evidence))


def _change(printer: Printer, lookup: Lookup, change: Change) -> None:
    printer.line((f"{name(change.who)}: {change.question}", "bold"))
    printer.line(
        (short(change.id), "cyan"), "  ", (change.status.value, "yellow"), f", score {change.score:.2f}", indent=1
    )

    def cell(position: Position) -> list[list[Piece]]:
        lines: list[list[Piece]] = [[f"{day(position.date)}: ", (position.answer, "bold")]]
        return lines + (quote(lookup, position.evidence[0]) if position.evidence else [])

    printer.columns([cell(change.earlier), cell(change.later)])


def _whole_change(printer: Printer, lookup: Lookup, change: Change) -> None:
    printer.line((f"{name(change.who)}: {change.question}", "bold"))
    printer.line(
        ("change ", "dim"),
        (change.id, "cyan"),
        "  ",
        (change.status.value, "yellow"),
        f", score {change.score:.2f}",
        indent=1,
    )
    for position in (change.earlier, change.later):
        printer.line(f"{day(position.date)}: ", (position.answer, "bold"))
        for piece in position.evidence:
            in_sentence(printer, lookup, piece)
    reasons(printer, change.reasons)
    sources(printer, lookup.cited((*change.earlier.evidence, *change.later.evidence)))


def _step(step: ProcessStep) -> list[Piece]:
    by = f" by {names(step.by)}" if step.by else ""
    condition = f", {step.condition}" if step.condition else ""
    claimed = f" (says {name(step.claimed_by)})" if step.claimed_by else ""
    contested: list[Piece] = [("  contested", "yellow")] if step.contested else []
    return [f"{day(step.date)}  ", (step.state.value, "bold"), f"{by}{condition}{claimed}", *contested]


def _process(printer: Printer, lookup: Lookup, process: Process) -> None:
    printer.line((process.name, "bold"))
    printer.line(
        (short(process.id), "cyan"), "  ", (process.kind.value, "magenta"), f"  {names(process.parties)}", indent=1
    )
    for step in process.states:
        where = lookup.report(step.evidence[0].report) if step.evidence else None
        printer.line(*_step(step), (f"  {outlet(where)}" if where else "", "dim"), indent=1)


def _whole_process(printer: Printer, lookup: Lookup, process: Process) -> None:
    printer.line((process.name, "bold"))
    printer.line(("process ", "dim"), (process.id, "cyan"), "  ", (process.kind.value, "magenta"), indent=1)
    facts(printer, [("parties", names(process.parties))])
    for step in process.states:
        printer.line(*_step(step))
        for piece in step.evidence:
            in_sentence(printer, lookup, piece)
    sources(printer, lookup.cited(piece for step in process.states for piece in step.evidence))


INCIDENTS = Kind(
    "incidents",
    "incidents",
    _whole_incident,
    columns=("id", "when", "what", "where", "events", "reports", "origins"),
    row=_incident,
)
CHANGES = Kind("changes", "changes", _whole_change, brief=_change)
PROCESSES = Kind("processes", "processes", _whole_process, brief=_process)
