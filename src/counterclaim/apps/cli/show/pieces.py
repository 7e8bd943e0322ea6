"""What several kinds of records share when they are printed: ids, evidence in its sentence, reports, facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.apps.cli.printer import Piece, Printer
from counterclaim.apps.context import context
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.wording import day, outlet, quoted
from counterclaim.records import Evidence, Report

#: Ten hexadecimal digits: among 100,000 records, two begin alike with a chance of one in 200.
_SHORT = 10


def short(id_: str) -> str:
    """The beginning of an id, long enough to be given back."""
    return id_[:_SHORT]


def where(report: Report | None, id_: str) -> str:
    """Which report words stand in: "Outlet, 2021-05-03 Mon, report 3fa9c1d2ab"."""
    return f"{outlet(report)}, {day(report.published if report else None)}, report {short(id_)}"


def quote(lookup: Lookup, piece: Evidence) -> list[list[Piece]]:
    """Evidence as it stands in a list: its words, then where they are from."""
    return [[(quoted(piece.text), "italic")], [(where(lookup.report(piece.report), piece.report), "dim")]]


def in_sentence(printer: Printer, lookup: Lookup, piece: Evidence, indent: int = 1) -> None:
    """Evidence inside the sentence it stands in, its own words marked."""
    report = lookup.report(piece.report)
    printer.line((where(report, piece.report), "dim"), indent=indent)
    if report is None:
        printer.line(quoted(piece.text), indent=indent + 1)
        return
    around = context(report, piece.start, piece.end)
    printer.line(around.before, *printer.marked(around.words), around.after, indent=indent + 1)


def facts(printer: Printer, pairs: Iterable[tuple[str, str]], indent: int = 1) -> None:
    """What is known of a record, a line each; what is not known has no line."""
    for label, value in pairs:
        if value:
            printer.line((f"{label}: ", "dim"), value, indent=indent)


def reasons(printer: Printer, sentences: Sequence[str], heading: str = "Reasons") -> None:
    """Sentences under a heading."""
    if sentences:
        printer.line((heading, "bold"))
        for sentence in sentences:
            printer.line(f"- {sentence}", indent=1)


def sources(printer: Printer, reports: Sequence[Report]) -> None:
    """The reports that something rests on, and which of them have one origin."""
    printer.line(("Reports", "bold"))
    for report in reports:
        alike = [outlet(other) for other in reports if other.origin == report.origin and other.id != report.id]
        same = f" (same origin as {', '.join(alike)})" if report.origin and alike else ""
        printer.line(
            (short(report.id), "cyan"),
            f"  {outlet(report)}, {day(report.published)}: {report.title or 'no title'}{same}",
            indent=1,
        )
