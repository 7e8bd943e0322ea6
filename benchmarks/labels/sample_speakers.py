"""Draw the sentences whose speakers are labelled in `speakers.jsonl`.

    python benchmarks/labels/sample_speakers.py REPORTS.jsonl [--count 230]

prints one sentence a line, in the order of the draw: report id, start and end in the report's `text` (Unicode code
points, end exclusive). The words themselves are not printed, so that the output may be kept beside the labels.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PER_REPORT = 2

# Commas and apostrophes were lost from the texts but full stops were not, so an end mark before a capital or an
# opening quotation mark is enough. Abbreviations ("U.N. Commission") cut too early; who labels drops such pieces.
BOUNDARY = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])")

SPEECH = re.compile(
    r"\b(?:"
    + "|".join(
        """
        said say says saying told tell tells telling added adds announced announces announcing announcement
        according stated states statement stating claimed claims claiming denied denies denying accused accuses
        accusing warned warns warning called calling calls reported reports reporting reportedly confirmed confirms
        confirming stressed stresses stressing urged urges urging asserted asserts insisted insists declared declares
        noted notes explained explains described describes quoted quoting argued argues admitted admits acknowledged
        acknowledges alleged allegedly blamed blames condemned condemns demanded demands vowed vows pledged replied
        replies answered asked asks commented comments affirmed affirms emphasized reiterated suggested suggests
        tweeted wrote writes pointed cited citing revealed disclosed estimated estimates believes believe
        """.split()
    )
    + r")\b",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence of `text`, without the space between them."""
    start = 0
    for boundary in BOUNDARY.finditer(text):
        end = boundary.start() + len(boundary.group().rstrip())
        yield start, end
        start = boundary.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def draw(path: Path, count: int) -> list[tuple[str, int, int]]:
    """Return the first `count` sentences with a speech word, ordered by the hash of report id and start."""
    found: list[tuple[str, str, int, int]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            for start, end in sentences(report["text"]):
                if SPEECH.search(report["text"], start, end):
                    key = hashlib.sha256(f"{report['id']}:{start}".encode()).hexdigest()
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
    parser.add_argument("--count", type=int, default=230, help="how many sentences to draw (default: 230)")
    options = parser.parse_args()
    for report_id, start, end in draw(options.reports, options.count):
        print(report_id, start, end, sep="\t")


if __name__ == "__main__":
    main()
