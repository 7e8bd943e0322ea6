"""What was read, what could not be, and who and what the reports speak of."""

from __future__ import annotations

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.cli.show.kind import Kind
from counterclaim.apps.cli.show.pieces import facts, short
from counterclaim.apps.cli.show.statements import STATEMENTS
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.wording import counted, day, name, outlet, period
from counterclaim.records import Entity, PublishedFrom, Rejected, Report, Role

#: Of a person who is quoted in every report, a screenful; `show statements --who` has them all.
_STATEMENTS = 20

_DATE_FROM = {
    PublishedFrom.METADATA: "given beside the text",
    PublishedFrom.TEXT: "from the text",
    PublishedFrom.INFERRED: "inferred",
}


def _report(_: Lookup, report: Report) -> tuple[str, ...]:
    return short(report.id), day(report.published), outlet(report), report.title or "no title", report.path or ""


def _whole_report(printer: Printer, lookup: Lookup, report: Report) -> None:
    printer.line((report.title or "no title", "bold"))
    printer.line(("report ", "dim"), (report.id, "cyan"), indent=1)
    taken = f" ({_DATE_FROM[report.published_from]})" if report.published_from else ""
    copies = (
        []
        if report.origin is None
        else [r for r in lookup.view.reports() if r.origin == report.origin and r.id != report.id]
    )
    facts(
        printer,
        [
            ("outlet", outlet(report)),
            ("date", f"{day(report.published)}{taken}"),
            ("by", report.byline or ""),
            ("words of", report.credit or ""),
            ("read from", f"{report.path or 'standard input'}{f', row {report.row}' if report.row else ''}"),
            ("own id", report.key or ""),
            ("address", report.url or ""),
            ("language", report.language or "not known"),
            ("lost characters", str(report.broken) if report.broken else ""),
            (
                "same origin as",
                "; ".join(f"{outlet(copy)}, {day(copy.published)}, report {short(copy.id)}" for copy in copies),
            ),
            ("hash of the original", report.sha256),
        ],
    )
    if report.dates:
        printer.line(("Dates seen", "bold"))
        for seen in report.dates:
            printer.line(
                f"{day(seen.value)} ({seen.where}), {'taken' if seen.taken else 'not taken'}: {seen.why}", indent=1
            )
    printer.line(("Text", "bold"))
    for line in report.text.splitlines():
        printer.line(line, indent=1)
    statements = lookup.view.statements(report.id)
    printer.line((counted(len(statements), "statement").capitalize(), "bold"))
    for statement in statements:
        if STATEMENTS.brief:
            STATEMENTS.brief(printer, lookup, statement)


def _role(role: Role) -> str:
    of = f" of {name(role.of)}" if role.of else ""
    seen = f" ({period(role.since, role.until)})" if role.since or role.until else ""
    return f"{role.title}{of}{seen}"


def _entity(_: Lookup, entity: Entity) -> tuple[str, ...]:
    return (
        short(entity.id),
        entity.name,
        entity.kind.value,
        entity.country or "",
        "; ".join(spelling for spelling in entity.names if spelling != entity.name),
        "; ".join(_role(role) for role in entity.roles),
        str(entity.mentions),
    )


def _whole_entity(printer: Printer, lookup: Lookup, entity: Entity) -> None:
    printer.line((entity.name, "bold"), f"  {entity.kind.value}")
    printer.line(("entity ", "dim"), (entity.id, "cyan"), indent=1)
    facts(
        printer,
        [
            ("also found under", ", ".join(entity.aliases)),
            ("spelled", "; ".join(entity.names)),
            ("country", entity.country or ""),
            ("roles", "; ".join(_role(role) for role in entity.roles)),
            ("mentions", str(entity.mentions)),
        ],
    )
    disputes = lookup.view.disputes(who=entity.id)
    if disputes:
        printer.line(("The accounts differ", "bold"))
    for dispute in disputes:
        printer.line((short(dispute.id), "cyan"), f"  {dispute.question}", indent=1)
    statements = lookup.view.statements(who=entity.id)
    printer.line((counted(len(statements), "statement").capitalize(), "bold"))
    for statement in statements[:_STATEMENTS]:
        if STATEMENTS.brief:
            STATEMENTS.brief(printer, lookup, statement)
    if len(statements) > _STATEMENTS:
        printer.line(f"{len(statements) - _STATEMENTS:,} more: show LEDGER statements --who {entity.id}")


def _reject(_: Lookup, reject: Rejected) -> tuple[str, ...]:
    return reject.path or "standard input", str(reject.row or ""), reject.reason


ENTITIES = Kind(
    "entities",
    "entities",
    _whole_entity,
    columns=("id", "name", "kind", "country", "also spelled", "roles", "mentions"),
    row=_entity,
)
REPORTS = Kind("reports", "reports", _whole_report, columns=("id", "date", "outlet", "title", "path"), row=_report)
REJECTS = Kind("rejects", "rejects", None, columns=("path", "row", "reason"), row=_reject)
