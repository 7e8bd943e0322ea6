"""Where the line stands that says from where a report is told: "GENEVA (Agency - 3rd May) -"."""

from __future__ import annotations

import re

from counterclaim.records.report import Report

#: A dateline stands within this many characters of the beginning.
_HEAD = 1500
#: A dateline's date without brackets: ", January 5" before the dash.
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATED = rf"[,.]?[ \t]+(?=[^(\n]{{0,20}}\b{_MONTH})[^(\n\d]{{0,15}}\d{{1,4}}[^(\n]{{0,15}}?(?=[ \t]+[-–—])"


def dateline(report: Report) -> tuple[int, int]:
    """Where the dateline stands with its credit and date ("GENEVA (Agency - 3rd May) -", "GENEVA, May 3 -"): when and
    by whom, nobody acting.

    Characters from and to; (0, 0) where the report has none.
    """
    if not report.dateline:
        return 0, 0
    pattern = rf"(?m)^\W*{re.escape(report.dateline)}\b(?:[^(\n]{{0,25}}\([^)\n]*\)|{_DATED})?[ \t]*[-–—:]*[ \t]*"
    match = re.search(pattern, report.text[:_HEAD])
    return match.span() if match else (0, 0)
