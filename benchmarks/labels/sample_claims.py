"""Draw the sentences whose claims are labelled in `claims.jsonl`.

    python benchmarks/labels/sample_claims.py REPORTS.jsonl [--stream any|negative] [--count 170]

prints one sentence a line, in the order of the draw: report id, start and end in the report's `text` (Unicode code
points, end exclusive). The words themselves are not printed, so that the output may be kept beside the labels.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from sample_speakers import sentences

PER_REPORT = 2

#: Put before `report id:start`, so that the draw is another than that of the speakers.
SALT = "claims:"

NEGATIVE = re.compile(
    r"\b(?:"
    + "|".join(
        """
        no not none never nor neither nobody nothing without cannot cant dont doesnt didnt isnt wasnt arent werent hasnt
        havent hadnt wont wouldnt couldnt shouldnt denied denies deny denying denial rejected rejects reject rejecting
        refused refuses refuse refusing refusal dismissed dismisses dismissing refuted refutes ruled failed fails
        failing failure unclear unknown unconfirmed prevented prevents lack absence
        """.split()
    )
    + r")\b|n[’']t\b",
    re.IGNORECASE,
)

STREAMS = {"any": re.compile(""), "negative": NEGATIVE}


def draw(path: Path, stream: str, count: int) -> list[tuple[str, int, int]]:
    """Return the first `count` sentences of a stream, ordered by the salted hash of report id and start."""
    found: list[tuple[str, str, int, int]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            for start, end in sentences(report["text"]):
                if STREAMS[stream].search(report["text"], start, end):
                    key = hashlib.sha256(f"{SALT}{report['id']}:{start}".encode()).hexdigest()
                    found.append((key, report["id"], start, end))
    taken: Counter[str] = Counter()
    drawn: list[tuple[str, int, int]] = []
    for _, report_id, start, end in sorted(found):
        if taken[report_id] < PER_REPORT:
            taken[report_id] += 1
            drawn.append((report_id, start, end))
    return drawn[:count]


def main() -> None:
    """Print the drawn sentences, tab-separated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports.jsonl of the Syrian reports")
    parser.add_argument("--stream", choices=STREAMS, default="any", help="which sentences to draw (default: any)")
    parser.add_argument("--count", type=int, default=170, help="how many sentences to draw (default: 170)")
    options = parser.parse_args()
    for report_id, start, end in draw(options.reports, options.stream, options.count):
        print(report_id, start, end, sep="\t")


if __name__ == "__main__":
    main()
