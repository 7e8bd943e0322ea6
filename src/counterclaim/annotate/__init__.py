"""Inside one report: who is named, who says what, what is claimed, how many, when.

`annotate(report)` is the one function to call; its steps stand in order in `report.py`. `parse.py` explains how
offsets work. Each step is a room of its own: `names`, `times`, `places`, `figures`, `speech`, `statements.py`,
`claims`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.records import Annotations, Gazetteer, Report

#: Part of the marker that a report was annotated: a new version annotates reports anew.
VERSION = "13"


def annotate(report: Report, gazetteer: Gazetteer | None = None) -> Annotations:
    """All that stands inside one report. Depends on nothing but the report, and `gazetteer`, the user's list of places,
    where there is one: not on time, order or company."""
    from counterclaim.annotate.report import annotate_report

    return annotate_report(report, gazetteer)
