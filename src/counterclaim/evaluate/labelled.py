"""What the scorers share whose labels are in `benchmarks/labels`: reports, labels and their spans, and intervals.

The labels are part of the project and not of the package. Their offsets count the text as it was collected; cleaning
may have moved the words, so every span is looked up in the text that was read.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from counterclaim.evaluate.gold import Words, occurrences
from counterclaim.records import Document, InputError, Report, Span, UnreadableInput

#: How often the cases are drawn anew for an interval.
RESAMPLES = 1000

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Collected:
    """A report as it is read, and its text as it was collected, which the labels' offsets count."""

    report: Report
    text: str

    def span(self, offsets: Sequence[int]) -> Span:
        """The words at those offsets, where they stand in the report as it is read.

        Raises `ValueError` if it does not hold them.
        """
        start, end = offsets
        words = Words(self.report.key or self.report.id, self.text[start:end], start)
        return min(occurrences(words, self.report.text), key=lambda found: abs(found.start - start))


def syrian_reports(data: Path) -> dict[str, Collected]:
    """The reports of `data/syria/reports.jsonl` under `data`, by their keys. Raises `UnreadableInput` without them."""
    from counterclaim.read import read

    path = data / "data" / "syria" / "reports.jsonl"
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts = {row["id"]: row["text"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(f"The reports {path} cannot be read ({error}): give a folder that holds them.") from error
    reports = (item.report for item in read([str(path)]) if isinstance(item, Document))
    return {report.key: Collected(report, texts[report.key]) for report in reports if report.key}


def labels_file(name: str) -> Path:
    """`benchmarks/labels/NAME.jsonl` of the clone that this is run in, or that this file is part of.

    Raises `UnreadableInput` if there is none.
    """
    labels = Path("benchmarks") / "labels" / f"{name}.jsonl"
    here = Path.cwd()
    for folder in (here, *here.parents, *Path(__file__).resolve().parents):
        if (folder / labels).is_file():
            return folder / labels
    raise UnreadableInput(
        f"There is no {labels} here or above: labels are not packaged, so run this in a clone of the project."
    )


def read_labels(
    path: Path, reports: Mapping[str, Collected], parse: Callable[[Mapping[str, Any], Collected], Label]
) -> tuple[Label, ...]:
    """What `parse` makes of every line of a file of labels and the report that it names.

    Raises `UnreadableInput` if the file cannot be read or a line is not laid out as `parse` expects, `InputError` if
    a report is not among `reports`.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            f"The labels {path} cannot be read ({error}): run this in a clone of the project."
        ) from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            key = entry["report"]
            if key in reports:
                found.append(parse(entry, reports[key]))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise UnreadableInput(
                f"Line {number} of the labels {path} is not laid out as expected ({error!r}): correct it."
            ) from error
        if key not in reports:
            raise InputError(f"The report {key} of the labels was not read: give the folder that holds it.")
    return tuple(found)


def interval(right: Sequence[bool]) -> tuple[float, float] | None:
    """Where 95 % of the shares lie, in percent, if the cases are drawn anew with replacement; the same on every run.

    None without cases.
    """
    if not right:
        return None
    draw = random.Random(0)
    shares = sorted(100 * sum(draw.choices(right, k=len(right))) / len(right) for _ in range(RESAMPLES))
    return round(shares[int(RESAMPLES * 0.025)], 1), round(shares[int(RESAMPLES * 0.975)], 1)


def interval_of_groups(groups: Sequence[Sequence[bool]]) -> tuple[float, float] | None:
    """The same where cases come in groups of one event and are not independent: whole groups are drawn anew.

    None without cases.
    """
    filled = [group for group in groups if group]
    if not filled:
        return None
    draw = random.Random(0)
    shares = []
    for _ in range(RESAMPLES):
        drawn = draw.choices(filled, k=len(filled))
        shares.append(100 * sum(map(sum, drawn)) / sum(map(len, drawn)))
    shares.sort()
    return round(shares[int(RESAMPLES * 0.025)], 1), round(shares[int(RESAMPLES * 0.975)], 1)
