"""Draw the capitalised words that may be names of places, for the labels in `places.jsonl`.

    python benchmarks/labels/sample_places.py REPORTS.jsonl [--count 700]

prints one candidate a line, in the order of the draw: report id, start and end in the report's `text` (Unicode code
points, end exclusive). A candidate is only where to look: who labels decides whether there is a place and which words
name it. The words themselves are not printed, so that the output may be kept beside the labels.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

PER_REPORT = 2

#: One capitalised word or several, with "al-" and "of" between them. Capitals alone are mostly bodies and agencies.
NAME = r"(?:(?:al|el|ad|ar|as|ash|at|az)-)?[A-Z][a-z’']+(?:-[A-Za-z]+)*"
#: Words that are capitalised for another reason. A candidate of nothing else is not drawn.
NO_PLACE = frozenset(
    """
    The At It In He She They We This That There These Those But And An As If On By For From To Of More Most Some
    Many All Another Other Others One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands
    Both Several Its His Their Since After Before When While Where Who What With According Also However Earlier
    Later Last Meanwhile Then Now January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Mon Tue Wed Thu Fri Sat Sun Syrian Syrians Russian Russians Turkish Iranian Iraqi Israeli Lebanese
    American French British Kurdish Kurds Arab Arabs Turks Western European Muslim Muslims Islamist Islamists
    Islamic Shiite Shia Sunni Alawite Druze Christian Assad Assads Daesh Isis Nusra Hezbollah Hizbullah
    Observatory Reuters Sputnik Twitter Facebook Agencies Source Date Read Print Tweet Share Related Photo Video
    Tags Published Posted Updated President Army Regime Rebels Rebel State Government Activists Takfiri
    Terrorists Terrorist Human Rights Security Council Rami Abdel Rahman Front Al
    """.split()
)
CANDIDATE = re.compile(rf"\b{NAME}(?:\s+(?:(?:of|the|al|el|de)\s+)*{NAME})*")


def draw(path: Path, count: int) -> list[tuple[str, int, int]]:
    """Return the first `count` candidates, ordered by the hash of report id and start, at most two from a report."""
    found: set[tuple[str, str, int, int]] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            for match in CANDIDATE.finditer(report["text"]):
                if all(word in NO_PLACE for word in match.group().split()):
                    continue
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
    parser.add_argument("--count", type=int, default=700, help="how many candidates to draw (default: 700)")
    options = parser.parse_args()
    for report_id, start, end in draw(options.reports, options.count):
        print(report_id, start, end, sep="\t")


if __name__ == "__main__":
    main()
