"""What annotating costs for each 1,000 characters, by how long a text in one line is.

    .venv/bin/python benchmarks/long_lines.py REPORTS [--lengths 2000 20000 60000]

The texts are made of the reports in REPORTS (all that `counterclaim build` reads), put into one line: as they are;
with commas for full stops; without any marks or capitals, as a transcript; with quotations that are opened and never
closed; and as one clause told again and again with other numbers. CPU time of one process, loading left out.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from dataclasses import replace

from counterclaim.annotate import annotate
from counterclaim.read import read
from counterclaim.records import Document, Passage, PassageKind, Report

_END = re.compile(r"[.?!:;](?=\s|$)")


def _again(words: str) -> str:
    """One clause that is told again and again, as long as `words`."""
    told = [f"the army said {number} people were killed in the port on Monday, " for number in range(11, 10_000)]
    return "".join(told)[: len(words)]


KINDS: dict[str, Callable[[str], str]] = {
    "as they are": lambda words: words,
    "commas": lambda words: _END.sub(",", words),
    "no marks": lambda words: re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", words)).lower(),
    "never closed": lambda words: re.sub(r"((?:[^,]*,){9})", r"\1 “", _END.sub(",", re.sub(r"[\"“”]", "", words))),
    "again and again": _again,
}


def _report(pattern: Report, text: str) -> Report:
    return replace(pattern, text=text, dateline=None, passages=(Passage(0, len(text), text, PassageKind.PARAGRAPH),))


def main() -> None:
    """Read the command line, run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", metavar="REPORTS")
    parser.add_argument("--lengths", type=int, nargs="+", default=[2_000, 20_000, 60_000])
    options = parser.parse_args()
    reports = [found.report for found in read([options.reports]) if isinstance(found, Document)]
    words = " ".join(" ".join(report.text.split()) for report in reports)
    annotate(reports[0])
    print("seconds for 1,000 characters", *(f"{length:>8,}" for length in options.lengths))
    for kind, make in KINDS.items():
        told = make(words[: 2 * max(options.lengths)])
        row = []
        for length in options.lengths:
            text = told[:length].strip()
            start = time.process_time()
            annotate(_report(reports[0], text))
            row.append(1000 * (time.process_time() - start) / len(text))
        print(f"{kind:28}", *(f"{seconds:8.3f}" for seconds in row), flush=True)


if __name__ == "__main__":
    main()
