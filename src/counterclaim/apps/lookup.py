"""Records that others name by id, fetched once while one answer is put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from counterclaim.apps.wording import day, period
from counterclaim.records import Evidence, Incident, Report, Statement

if TYPE_CHECKING:
    from counterclaim.store import View


class Lookup:
    """Reports and statements of one view, by id; None for one that the ledger does not have."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._reports: dict[str, Any] = {}
        self._statements: dict[str, Any] = {}

    def fetch(self, reports: Iterable[str] = (), statements: Iterable[str] = ()) -> None:
        """Makes ready, with one query each, the records with these ids that are going to be asked for."""
        for name, known, wanted in (("reports", self._reports, reports), ("statements", self._statements, statements)):
            missing = sorted(set(wanted) - known.keys())
            known.update(dict.fromkeys(missing))
            known.update((record.id, record) for record in self.view.records(name, missing))

    def report(self, id_: str) -> Report | None:
        """The report with this id."""
        if id_ not in self._reports:
            self._reports[id_] = next(self.view.records("reports", [id_]), None)
        found: Report | None = self._reports[id_]
        return found

    def statement(self, id_: str | None) -> Statement | None:
        """The statement with this id."""
        if id_ is None:
            return None
        if id_ not in self._statements:
            self._statements[id_] = next(self.view.records("statements", [id_]), None)
        found: Statement | None = self._statements[id_]
        return found

    def cited(self, evidence: Iterable[Evidence]) -> list[Report]:
        """The reports that evidence comes from, each once: the dated ones by date, then the undated."""
        reports = [self.report(id_) for id_ in dict.fromkeys(piece.report for piece in evidence)]
        known = [report for report in reports if report is not None]
        return sorted(known, key=lambda report: (report.published is None, report.published or "", report.id))


def when_of(lookup: Lookup, incident: Incident) -> str:
    """The day or the time of an incident; of one that is undated, when it was first told."""
    when = period(incident.since, incident.until)
    if incident.since is not None or incident.until is not None:
        return when
    lookup.fetch(incident.reports)
    told = [report.published for id_ in incident.reports if (report := lookup.report(id_)) and report.published]
    return f"{when}, told {day(min(told))}" if told else when
