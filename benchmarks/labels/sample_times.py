"""Draw the words that may be time expressions, for the labels in `times.jsonl`.

    python benchmarks/labels/sample_times.py REPORTS.jsonl [--count 220]

prints one candidate a line, in the order of the draw: report id, start and end in the report's `text` (Unicode code
points, end exclusive). A candidate is only where to look: who labels decides whether there is a time expression and
which words it has. The words themselves are not printed, so that the output may be kept beside the labels.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

PER_REPORT = 2

UNIT = "second|minute|hour|day|night|morning|afternoon|evening|weekend|week|fortnight|month|year|decade|century"
WORDS = rf"""
    (?:mon|tues|wednes|thurs|fri|satur|sun)days?
    mon tues? wed thurs? fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept? oct nov dec
    spring summers? autumn winters? ramadan eid christmas
    (?:{UNIT}|centurie)s? (?:hour|dai|night|week|fortnight|month|year)ly annual(?:ly)?
    today|todays yesterdays? tomorrows? tonights? overnight dawn noon midday midnight sunset sunrise daytime
    ago last next since until till earlier later early late past previous(?:ly)? recent(?:ly)? latest
    now currently current soon once meanwhile then former(?:ly)? eve
    [12]\d{{3}}s? \d{{1,2}}[:.]\d\d(?:am|pm)? \d{{1,2}}(?:am|pm) am pm gmt utc
""".split()
WORD = rf"(?:{'|'.join(WORDS)})"
#: Words of time that follow each other, with a number or a small word between them, are one candidate.
CANDIDATE = re.compile(
    rf"\b{WORD}\b(?:[-\s,]+(?:(?:the|a|of|and|to|in|on|at|few|several|\d{{1,2}}(?:st|nd|rd|th)?)[-\s,]+){{0,2}}{WORD}\b)*",
    re.IGNORECASE,
)


def draw(path: Path, count: int) -> list[tuple[str, int, int]]:
    """Return the first `count` candidates, ordered by the hash of report id and start, at most two from a report."""
    found: set[tuple[str, str, int, int]] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            for match in CANDIDATE.finditer(report["text"]):
                key = hashlib.sha256(f"{report['id']}:{match.start()}".encode()).hexdigest()
                found.add((key, report["id"], match.start(), match.end()))
    taken: Counter[str] = Counter()
    drawn: list[tuple[str, int, int]] = []
    for _, report_id, start, end in sorted(found):
        if taken[report_id] < PER_REPORT:
            taken[report_id] += 1
            drawn.append((report_id, start, end))
    return drawn[:count]


def main() -> None:
    """Print the drawn candidates, tab-separated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports.jsonl of the Syrian reports")
    parser.add_argument("--count", type=int, default=220, help="how many candidates to draw (default: 220)")
    options = parser.parse_args()
    for report_id, start, end in draw(options.reports, options.count):
        print(report_id, start, end, sep="\t")


if __name__ == "__main__":
    main()
