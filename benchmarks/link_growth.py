"""How the work of linking grows with the number of reports: pairs compared, CPU time, memory.

    .venv/bin/python benchmarks/link_growth.py LEDGER [--reports 375 1500 6000] [--workers 2] [--weeks 5]
        [--write FOLDER]

The reports and annotations of a ledger are the first copy. Every further copy is of another conflict: in all of it
each name, each number and each word that few reports have is replaced by an invented one of the same length, and its
dates move by some weeks more than those of the one before it (`--weeks`: with few, many conflicts happen at once, with
many they come one after the other). The words that many reports have stay, as they do between real conflicts. What to
quote is the ratio to n log n from one line to the next. CPU time is that of all processes; of memory, what this one and
the largest of the workers took at the most. With `--write` the piles are also kept as ledgers (not yet linked).
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import math
import re
import resource
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from counterclaim.link.steps import link_pile
from counterclaim.records import (
    Annotations,
    Document,
    Links,
    MentionForm,
    Report,
    content_id,
)
from counterclaim.records.kept import Kept
from counterclaim.run.linking import Processes
from counterclaim.run.steps import no_progress
from counterclaim.run.worker import nothing_collected
from counterclaim.store import Outcome, open_writer

_WORD = re.compile(r"[^\W_]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[0-9a-f]{20}")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
#: Words that at least one report in so many has belong to all conflicts.
_COMMON = 50
#: Weeks between a copy and the next.
_WEEKS = 5
#: Fields whose words are none of a report's: lemmas, closed lists.
_OURS = frozenset({"predicate", "event", "role", "said_from", "title", "credit", "language", "sha256", "path"})


class Copy:
    """Turns the records of a pile into those of another conflict."""

    def __init__(self, number: int, kept: frozenset[str], weeks: int = _WEEKS) -> None:
        self._number = number
        self._kept = kept
        self._shift = timedelta(weeks=weeks * number)
        self._words: dict[str, str] = {}
        self._text = ""

    def of(self, report: Report, found: Annotations) -> tuple[Report, Annotations]:
        """One report with what was found in it."""
        self._text = self.words(report.text)
        original = self._text.encode()
        copied = dataclasses.replace(self._record(report), sha256=hashlib.sha256(original).hexdigest())
        return copied, self._record(found)

    def words(self, text: str) -> str:
        """A text with its words replaced, each by one of its length."""
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        new = self._words.get(word)
        if new is None:
            new = self._words[word] = self._invented(word)
        return new

    def _invented(self, word: str) -> str:
        if word.lower() in self._kept or (len(word) < 3 and not word.isdigit()):
            return word
        digest = crc32(f"{word.lower()} {self._number}".encode())
        if word.isdigit():
            last = str(digest)[: len(word) - 1]
            return (str(1 + digest % 9) + last) if len(last) == len(word) - 1 else word
        new = "".join(_SYLLABLES[(digest >> n) % len(_SYLLABLES)] for n in range(len(word)))[: len(word)]
        return new.upper() if word.isupper() else new.title() if word[0].isupper() else new

    def _record(self, record: Any) -> Any:
        values = {}
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            if field.name == "text" and hasattr(record, "start"):
                value = self._text[record.start : record.end]
            elif field.name not in _OURS:
                value = self._value(value)
            values[field.name] = value
        return type(record)(**values)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Enum) or value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, float) and value == int(value) and value >= 1:
            return float(self._word(str(int(value))))
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        return self._record(value) if dataclasses.is_dataclass(value) else value

    def _string(self, value: str) -> str:
        if _ID.fullmatch(value):
            return content_id("copy", value, self._number)
        if _DAY.match(value):
            return _DAY.sub(lambda day: (date.fromisoformat(day.group()) + self._shift).isoformat(), value)
        return value if value[:1].isdigit() or value.startswith("XX") else self.words(value)


def kept_words(reports: Iterable[Report], annotations: Iterable[Annotations]) -> frozenset[str]:
    """The words in lower case that every copy has: those of many reports, unless they stand in names."""
    seen: Counter[str] = Counter()
    texts = [report.text for report in reports]
    for text in texts:
        seen.update(set(_WORD.findall(text.lower())))
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    named = {
        word.lower()
        for found in annotations
        for mention in found.mentions
        if mention.form is MentionForm.NAME
        for word in _WORD.findall(mention.span.text)
        if word.lower() not in small
    }
    return frozenset(word for word, count in seen.items() if count * _COMMON >= len(texts)) - named


def piles(
    reports: list[Report], annotations: dict[str, Annotations], sizes: Iterable[int], weeks: int = _WEEKS
) -> Iterable[tuple[list[Report], dict[str, Annotations]]]:
    """A pile of each size, each holding the one before it."""
    kept = kept_words(reports, annotations.values())
    all_reports, found = list(reports), dict(annotations)
    number = 0
    for size in sizes:
        while len(all_reports) < size:
            number += 1
            copy = Copy(number, kept, weeks)
            for report in reports:
                made, inside = copy.of(report, annotations[report.id])
                all_reports.append(made)
                found[made.id] = inside
        yield all_reports[:size], {report.id: found[report.id] for report in all_reports[:size]}


def write(path: Path, reports: list[Report], annotations: dict[str, Annotations]) -> None:
    """Keeps a pile as a ledger that was annotated and not linked."""
    path.unlink(missing_ok=True)
    with open_writer(path) as writer:
        for start in range(0, len(reports), 64):
            with writer.transaction():
                for report in reports[start : start + 64]:
                    original = report.text.encode()
                    writer.add(
                        Document(dataclasses.replace(report, sha256=hashlib.sha256(original).hexdigest()), original)
                    )
                writer.annotate(
                    (Outcome(report, annotations[report.id]) for report in reports[start : start + 64]), "growth"
                )


class Took(NamedTuple):
    """What linking took: CPU seconds of all processes, seconds that went by, MB here and in the largest worker."""

    cpu: float
    wall: float
    here: int
    worker: int


def used() -> float:
    """CPU seconds of this process and of its workers that have ended."""
    mine, theirs = (resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def linked(
    reports: list[Report], annotations: dict[str, Annotations], workers: int, kept: Kept | None = None
) -> tuple[Links, Took]:
    """The links of a pile, made as a build makes them, and what that took."""
    kept = kept or Kept()
    cpu, wall = used(), time.perf_counter()
    with Processes(workers, no_progress) as processes, nothing_collected():
        kept.doing = processes.begin
        links = link_pile(reports, annotations, (), (), kept)
    here, worker = (resource.getrusage(of).ru_maxrss // 1024 for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return links, Took(used() - cpu, time.perf_counter() - wall, here, worker)


def main() -> None:
    """Prints one line a pile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--reports", type=int, nargs="+", default=[375, 1500, 6000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=_WEEKS)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    with open_writer(asked.ledger) as writer:
        linkable = writer.linkable()
    for reports, found in piles(linkable.reports, linkable.annotations, asked.reports, asked.weeks):
        if asked.write:
            write(asked.write / f"{len(reports)}.db", reports, found)
            continue
        links, took = linked(reports, found, asked.workers)
        scale = len(reports) * math.log2(len(reports))
        pairs = sum(links.compared.values())
        print(
            f"{len(reports)} reports: {took.cpu:.1f} s CPU ({1000 * took.cpu / scale:.2f} ms per n log n), "
            f"{took.wall:.1f} s with {asked.workers} workers, {took.here} MB here and {took.worker} MB in a worker, "
            f"{pairs:,} pairs compared ({pairs / scale:.1f} per n log n): "
            f"{', '.join(f'{name} {count:,}' for name, count in links.compared.items())}; "
            f"{len(links.disputes)} disputes, {len(links.incidents)} incidents",
            flush=True,
        )


if __name__ == "__main__":
    main()
