"""What a careful reader found in some reports, as the scorers take it.

A gold file names a report by the beginning of its file's name or by its own id, and gives exact words of it. `place`
puts them where they stand in the text that was read. Every piece says from which issue of this project on it is
expected to be found (`found_from`); what is expected later is reported and fails nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from counterclaim.records import Evidence, InputError, Report, Slot, Span, UnreadableInput

#: The issue whose promises are measured now: gold with a higher `found_from` is expected later.
CURRENT_ISSUE = 2

#: The fields of a report that gold gives.
REPORT_FACTS = ("outlet", "published", "dateline")

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a report. `start` is where they stand in its text, where the gold says so (code points)."""

    report: str
    text: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """What is to be known of a report: `facts` are its fields with their values, `origin` a letter for its origin."""

    report: str
    facts: dict[str, str | None]
    origin: str | None
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Somebody's words, in one piece or several. `sources` and `via` are names, or the report's words for whoever it
    does not name."""

    content: tuple[Words, ...]
    sources: tuple[str, ...]
    via: tuple[str, ...]
    manner: str
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A time expression with its TIMEX3 value."""

    words: Words
    value: str
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A count with its bounds, and what happened to those who are counted."""

    words: Words
    low: float | None
    best: float | None
    high: float | None
    happened: str
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldSide:
    """One holder's words for one answer; sides with the same `answer` stand together."""

    answer: str
    who: str
    words: Words


@dataclass(frozen=True, slots=True)
class GoldDispute:
    """A question with two or more answers that differ in `slot`. A `hard` one cannot have both."""

    question: str
    slot: Slot
    sides: tuple[GoldSide, ...]
    found_from: int
    hard: bool = True


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two passages that look as if they differed and do not. `why` says so; `verdict` is what a link should say."""

    why: str
    verdict: str | None
    left: Words
    right: Words
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Somebody or something, with the spellings that must be one entity."""

    name: str
    kind: str
    names: tuple[str, ...]
    found_from: int


@dataclass(frozen=True, slots=True)
class GoldCourse:
    """A change of position or a process: the words that it rests on and, of a process, its states with their dates
    (None where gold gives none)."""

    name: str
    kind: str
    words: tuple[Words, ...]
    found_from: int
    states: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is to be found in a set of reports."""

    reports: tuple[GoldReport, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    disputes: tuple[GoldDispute, ...] = ()
    near_misses: tuple[GoldPair, ...] = ()
    changes: tuple[GoldCourse, ...] = ()
    processes: tuple[GoldCourse, ...] = ()

    def words(self) -> Iterable[Words]:
        """Every piece of a report that the gold quotes."""
        yield from (words for statement in self.statements for words in statement.content)
        yield from (date.words for date in self.dates)
        yield from (figure.words for figure in self.figures)
        yield from (side.words for dispute in self.disputes for side in dispute.sides)
        yield from (words for pair in self.near_misses for words in (pair.left, pair.right))
        yield from (words for course in (*self.changes, *self.processes) for words in course.words)


def read_gold(path: Path, parse: Callable[[Any], Read]) -> Read:
    """What `parse` makes of a YAML or JSON file. Raises `UnreadableInput` if the file or an entry of it is amiss."""
    try:
        return parse(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableInput(f"The gold file {path} cannot be read ({error}): give a folder that holds it.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableInput(f"The gold file {path} is not laid out as expected ({error!r}): correct it.") from error


def words_of(entry: Mapping[str, Any]) -> Words:
    """The words of an entry that names its report and quotes it, as `text`."""
    return Words(str(entry["report"]), entry["text"])


def disputes_of(entries: Iterable[Mapping[str, Any]]) -> tuple[GoldDispute, ...]:
    """The disputes of a gold file; a side without an answer of its own answers for whoever holds it."""
    return tuple(
        GoldDispute(
            entry["question"],
            Slot(entry["slot"]),
            tuple(
                GoldSide(str(side.get("answer", side["who"])), side["who"], words_of(side)) for side in entry["sides"]
            ),
            entry.get("found_from", CURRENT_ISSUE),
        )
        for entry in entries
    )


def reports_of(entries: Mapping[Any, Mapping[str, Any]]) -> tuple[GoldReport, ...]:
    """The reports of a gold file, with those of their fields that it gives."""
    return tuple(
        GoldReport(
            str(key),
            {fact: None if entry[fact] is None else str(entry[fact]) for fact in REPORT_FACTS if fact in entry},
            entry.get("origin"),
            entry.get("found_from", CURRENT_ISSUE),
        )
        for key, entry in entries.items()
    )


def find_report(key: str, reports: Mapping[str, Report]) -> Report | None:
    """The report that a gold file calls `key`: its own id, or the beginning of its file's name."""
    for report in reports.values():
        if report.key == key or (report.row is None and report.path and Path(report.path).name.startswith(key)):
            return report
    return None


def occurrences(words: Words, text: str) -> list[Span]:
    """Everywhere the words stand in `text`; where the gold gives a start and they stand there, there alone.

    White space of any kind and length is one blank, since readers may join lines.
    """
    end = (words.start or 0) + len(words.text)
    if words.start is not None and text[words.start : end] == words.text:
        return [Span.of(text, words.start, end)]
    pattern = r"\s+".join(re.escape(word) for word in words.text.split())
    return [Span(match.start(), match.end(), match[0]) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def place(words: Words, reports: Mapping[str, Report]) -> Evidence | None:
    """The first place where the words stand in their report; None if that was not read.

    Raises `InputError` if the report does not hold the words.
    """
    report = find_report(words.report, reports)
    if report is None:
        return None
    spans = occurrences(words, report.text)
    if not spans:
        raise InputError(f"The gold quotes words that report {words.report} does not hold: {words.text!r}; correct it.")
    return Evidence.at(report.id, spans[0])
