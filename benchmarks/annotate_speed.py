"""How much CPU time annotating takes, against bare spaCy on the same texts in the same run, and how much memory.

    .venv/bin/python benchmarks/annotate_speed.py REPORTS [--rounds 3] [--reports 100]

"Bare spaCy" is the whole pipeline as shipped, names included, through `nlp.pipe`; annotating is all that is found in a
report, the learned tagger included. Each runs on one core in a process of its own, loading left out; the two take
turns, and the median of the ratios is what to quote. Memory is the largest resident size of the process that annotates.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys

_READ = """
import resource, sys, time
from counterclaim.read import read
from counterclaim.records import Document
reports = [d.report for d in read([sys.argv[1]]) if isinstance(d, Document) and d.report.language in (None, "en")]
reports = reports[: int(sys.argv[2])]
"""
_BARE = """
import spacy
from counterclaim.models.parser import DEFAULT_PIPELINE
nlp = spacy.load(DEFAULT_PIPELINE)
nlp("Warm up.")
start = time.process_time()
for _ in nlp.pipe(report.text for report in reports):
    pass
"""
_ANNOTATE = """
from counterclaim.annotate import annotate
annotate(reports[0])
start = time.process_time()
for report in reports:
    annotate(report)
"""
_TELL = """
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
      sum(len(report.text) for report in reports))
"""


def run(code: str, path: str, reports: int) -> tuple[float, int, int]:
    """CPU seconds, megabytes at the most, and characters."""
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", _READ + code + _TELL, path, str(reports)]
    seconds, megabytes, characters = subprocess.run(
        command, capture_output=True, text=True, check=True, env=one_thread
    ).stdout.split()
    return float(seconds), int(megabytes), int(characters)


def main() -> None:
    """Read the command line, run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", metavar="REPORTS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reports", dest="count", type=int, default=100)
    options = parser.parse_args()
    ratios = []
    for number in range(1, options.rounds + 1):
        bare, _, characters = run(_BARE, options.reports, options.count)
        seconds, megabytes, _ = run(_ANNOTATE, options.reports, options.count)
        ratios.append(seconds / bare)
        print(
            f"round {number}: {characters / 1000:.0f} kB; bare spaCy {bare:.1f} s; annotating {seconds:.1f} s,"
            f" {megabytes} MB; ratio {ratios[-1]:.2f}"
        )
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
