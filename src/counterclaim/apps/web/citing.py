"""Citations: what somebody needs to quote a report and to find the words again in years to come."""

from __future__ import annotations

from counterclaim.apps.wording import day, outlet, quoted
from counterclaim.records import Evidence, Report


def citation(report: Report | None, evidence: Evidence, address: str) -> str:
    """A citation on one line: outlet, title, date, the words, where they stand, the hash of the original, address.

    `address` is where the words are marked, whole, with its host.
    """
    title = f"{quoted(report.title)}, " if report is not None and report.title else ""
    published = day(report.published if report else None)
    hashed = f" SHA-256 {report.sha256}." if report is not None else ""
    return (
        f"{outlet(report)}, {title}{published}: {quoted(evidence.text)} Report {evidence.report}, characters"
        f" {evidence.start} to {evidence.end}.{hashed} {address}"
    )
