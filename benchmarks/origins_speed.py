"""How time and memory of finding copies grow with the number of reports.

    .venv/bin/python benchmarks/origins_speed.py REPORTS [--times 1 4 16] [--changed 40]

A pile of n times as many reports is made by replacing, in each further copy of all, so many in a hundred of the
different words by invented ones of the same length, and moving its dates by weeks. With `--changed 0` every report is
reprinted n times, which is the most work there can be.
"""

from __future__ import annotations

import argparse
import math
import re
import resource
import time
from dataclasses import replace
from datetime import timedelta
from zlib import crc32

from counterclaim.link.origins import find_copies
from counterclaim.link.origins.passages import day_of
from counterclaim.link.steps import in_order
from counterclaim.read import read
from counterclaim.records import Document, Passage, Report

_WORD = re.compile(r"\w{3,}")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def invented(word: str, version: int, changed: int) -> str:
    """The word, or another of its length in its place."""
    digest = crc32(f"{word} {version}".encode())
    if digest % 100 >= changed:
        return word
    if word.isdigit():
        return str(digest)[: len(word)].rjust(len(word), "7")
    return "".join(_SYLLABLES[(digest >> n) % len(_SYLLABLES)] for n in range(len(word)))[: len(word)]


def variant(report: Report, version: int, changed: int) -> Report:
    """The report as another one of another week."""
    text = _WORD.sub(lambda match: invented(match.group(), version, changed), report.text)
    day = day_of(report)
    return replace(
        report,
        id=f"{report.id}-{version}",
        text=text,
        published=(day + timedelta(days=37 * version)).isoformat() if day else None,
        passages=tuple(Passage(p.start, p.end, text[p.start : p.end], p.kind) for p in report.passages),
    )


def main() -> None:
    """Prints one line a pile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 16])
    parser.add_argument("--changed", type=int, default=40)
    asked = parser.parse_args()
    reports = list({d.report.id: d.report for d in read(asked.reports) if isinstance(d, Document)}.values())
    for times in asked.times:
        pile = [*reports, *(variant(report, n, asked.changed) for n in range(1, times) for report in reports)]
        start = time.process_time()
        found = find_copies(in_order(pile))
        taken = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        growth = 1000 * taken / (len(pile) * math.log2(len(pile)))
        print(
            f"{len(pile)} reports: {taken:.1f} s CPU, {growth:.2f} ms per n log n, {memory} MB, "
            f"{len(found.judgements)} judgements"
        )


if __name__ == "__main__":
    main()
