"""Draw the numbers that are labelled in `figures.jsonl`.

    python benchmarks/labels/sample_figures.py REPORTS.jsonl [--count 420] [--articles 90]

prints one number a line, in the order of the draw: its stratum (`number` or `article`), report id, start and end in the
report's `text` (Unicode code points, end exclusive). The words themselves are not printed, so that the output may be
kept beside the labels.

The articles are those of sentences with a word of harm: "a nurse was killed" counts one nurse, while most articles
count nothing.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens tens scores couple half"
).split()
ONE = r"(?:\d+(?:[.,:]\d+)*|\b(?:" + "|".join(WORDS) + r")\b)"
# "30 to 40", "tens of thousands", "1.5 million" and "twenty-five" are one number; "two and three" are two.
NUMBER = re.compile(rf"(?<![\w.]){ONE}(?:(?:\s+|-|\s+to\s+|\s+or\s+|\s+of\s+){ONE})*", re.IGNORECASE)
ARTICLE = re.compile(r"\ban?\b(?!-)", re.IGNORECASE)
HARM = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|dead|died|dies|captur\w*|arrest\w*|detain\w*|kidnap\w*|abduct\w*|missing"
    r"|releas\w*|freed|destroy\w*|execut\w*|shot)\b",
    re.IGNORECASE,
)
BOUNDARY = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])")


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every number of `text`, in digits or words."""
    for number in NUMBER.finditer(text):
        yield number.span()


def articles(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every indefinite article of a sentence with a word of harm."""
    start = 0
    for end in (*(boundary.start() for boundary in BOUNDARY.finditer(text)), len(text)):
        if HARM.search(text, start, end):
            yield from (article.span() for article in ARTICLE.finditer(text, start, end))
        start = end


def draw(path: Path, count: int, article_count: int) -> list[tuple[str, str, int, int]]:
    """Return the first numbers and the first articles, each ordered by the hash of report id and start."""
    found: dict[str, list[tuple[str, str, int, int]]] = {"number": [], "article": []}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            for stratum, finder in (("number", numbers), ("article", articles)):
                for start, end in finder(report["text"]):
                    key = hashlib.sha256(f"{report['id']}:{start}".encode()).hexdigest()
                    found[stratum].append((key, report["id"], start, end))
    return [
        (stratum, report_id, start, end)
        for stratum, most in (("number", count), ("article", article_count))
        for _, report_id, start, end in sorted(found[stratum])[:most]
    ]


def main() -> None:
    """Print the drawn numbers, tab-separated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports.jsonl of the Syrian reports")
    parser.add_argument("--count", type=int, default=420, help="how many numbers to draw (default: 420)")
    parser.add_argument("--articles", type=int, default=90, help="how many articles to draw (default: 90)")
    options = parser.parse_args()
    for row in draw(options.reports, options.count, options.articles):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
