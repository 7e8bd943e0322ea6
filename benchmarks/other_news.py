"""What is shown over 840 American news reports in which few accounts contradict each other: mostly false alarms.

    .venv/bin/python benchmarks/other_news.py ../shared/data/polnear other_news.db

Builds a ledger (ten minutes on two cores) of the reports of PolNeAR's `train` with their outlets and dates, and prints
how many disputes it shows by slot; read them with `counterclaim show`. No rule was made for such reports, so what a
change adds there is what it adds on the reports of users.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import counterclaim


def rows(data: Path) -> Iterator[dict[str, str]]:
    """The reports of `train`, as rows that a build reads."""
    with (data / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text = data / "train" / "text" / f"{row['filename']}.txt"
            if row["compartment"] == "train" and text.exists():
                yield {
                    "id": row["filename"],
                    "outlet": row["publisher"].replace("-", " ").title(),
                    "published": row["publication_date"],
                    "title": row["title"],
                    "text": text.read_text(encoding="utf-8"),
                }


def main() -> None:
    """Builds the ledger and prints its disputes by slot."""
    data, ledger = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        reports.write_text("".join(json.dumps(row) + "\n" for row in rows(data)), encoding="utf-8")
        counterclaim.build(reports, ledger)
    with counterclaim.open(ledger) as view:
        shown = Counter(dispute.slot.value for dispute in view.disputes())
        print(f"{shown.total()} disputes in {len(view.reports())} reports:", dict(shown.most_common()))


if __name__ == "__main__":
    main()
