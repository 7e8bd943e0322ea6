"""`counterclaim evaluate times DATA`: time expressions and their values, in the news of GUM and in reports on Syria.

DATA holds `data/gum_news` and `data/syria/reports.jsonl`; the labels, `benchmarks/labels/times.jsonl`, are part of the
project, and `times.md` beside them says what they hold. `gum.py` says which half of GUM is for building and when a
value is what GUM marks. The other half and the labels are a test set: look at the figures alone.

An expression counts for a mark or a label if they overlap and no other shares more of their characters (of the length
of both together; of two that share as much, the first). GUM's reports are read as plain text files. Where a report's
own date stands alone in its paragraph, that the report was dated by it is as right as a time expression there. GUM
marks no durations, ages or "now", so precision is asked only of expressions whose value lies on the calendar. The
labels are a sample, so nothing is said of precision there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.gold import Words, occurrences
from counterclaim.evaluate.gum import HALVES, Article, fits, read_articles
from counterclaim.evaluate.labelled import Collected, interval, labels_file, read_labels, syrian_reports
from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import (
    Annotations,
    Document,
    PublishedFrom,
    Report,
    Span,
    TimeExpression,
    TimexType,
    UnreadableInput,
)
from counterclaim.records.timex import date_span


@dataclass(frozen=True, slots=True)
class Label:
    """One expression of a report as a reader labelled it. Any of `values` is right; none where a reader cannot tell,
    and then everything that names no days is."""

    report: str
    span: Span
    type: TimexType
    values: frozenset[str]

    def fits(self, time: TimeExpression | None) -> bool:
        """Whether what was found says the same."""
        if not self.values:
            return time is None or date_span(time.value) is None
        return time is not None and time.value in self.values


@dataclass(frozen=True, slots=True)
class Case:
    """One expression that somebody marked: its words and what is said of them, and the value found there, if any."""

    name: str
    kind: str
    words: str
    gold: str
    value: str | None
    right: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Half:
    """One half of GUM: its expressions, and how many of those that were found overlap one of them."""

    name: str
    cases: tuple[Case, ...]
    dated: int
    marked: int


def evaluate_times(data: Path, labels: Path | None = None, worst: int = 0) -> Scored:
    """Annotate GUM's and the labelled reports and score their times. `worst` is how many wrong expressions to list, of
    the half of GUM that is for building. Raises `UnreadableInput` where reports or labels are absent."""
    from counterclaim.annotate import annotate  # loads the parser

    articles = read_articles(data / "data" / "gum_news")
    reports = syrian_reports(data)
    read = read_labels(labels or labels_file("times"), reports, read_label)
    gum = score_gum(articles, lambda article: _read(article, annotate))
    found = {key: annotate(reports[key].report) for key in dict.fromkeys(label.report for label in read)}
    return score_times(gum, label_cases(read, found), worst)


def score_times(gum: Sequence[Half], syria: Sequence[Case], worst: int = 0) -> Scored:
    """The shares of expressions that were found and of those that have the right value."""
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    groups: list[tuple[str, Sequence[Case], float | None]] = [
        (f"gum {half.name}", half.cases, percent(half.marked, half.dated)) for half in gum
    ]
    groups.append(("syria", syria, None))
    groups += [(f"syria {kind}", [case for case in syria if case.kind == kind], None) for kind in TimexType]
    for name, cases, precision in groups:
        there, right = sum(case.found for case in cases), sum(case.right for case in cases)
        right_there = sum(case.right and case.found for case in cases)
        of_found, of_all = percent(right_there, there), percent(right, len(cases))
        between = interval([case.right for case in cases])
        rows.append(
            (
                name,
                len(cases),
                there,
                percent(there, len(cases)),
                precision,
                right,
                of_found,
                of_all,
                f"{between[0]:.0f} to {between[1]:.0f}" if between else None,
            )
        )
        key = f"times.{name.replace(' ', '_')}"
        given = {"recall": percent(there, len(cases)), "right_of_found": of_found, "right": of_all}
        if precision is not None:
            given["precision"] = precision
        scores |= {f"{key}.{measure}": share for measure, share in given.items() if share is not None}
    columns = ("times", "of", "found", "recall %", "precision %", "right", "right of found %", "right of all %", "95 %")
    more = (_wrong_of_build(gum, worst),) if worst else ()
    cases = [case for half in gum for case in half.cases] + list(syria)
    table = Table("Time expressions in the news of GUM and in reports on Syria", columns, tuple(rows), scores, more)
    return Scored(table, {case.name: case.right for case in cases})


def _wrong_of_build(gum: Iterable[Half], count: int) -> Table:
    """The expressions of the half for building that are not right."""
    wrong = [case for half in gum if half.name == HALVES[0] for case in half.cases if not case.right]
    rows = tuple((case.name, case.words, case.gold, case.value) for case in wrong[:count])
    return Table("Wrong in the half of GUM for building", ("where", "words", "gold", "found"), rows, {})


def score_gum(articles: Iterable[Article], read: Callable[[Article], tuple[Report, Annotations]]) -> tuple[Half, ...]:
    """The cases of both halves. `read` gives each article as it was read, and what was found in it."""
    cases: dict[str, list[Case]] = {half: [] for half in HALVES}
    dated: dict[str, list[bool]] = {half: [] for half in HALVES}
    for article in articles:
        report, annotations = read(article)
        cases[article.half] += _gum_cases(article, report, annotations)
        marks = [_placed(marked.span, article.name, report) for marked in article.times]
        dated[article.half] += [
            any(time.span.overlaps(mark) for mark in marks)
            for time in annotations.times
            if time.type in (TimexType.DATE, TimexType.TIME) and date_span(time.value)
        ]
    return tuple(Half(half, tuple(cases[half]), len(dated[half]), sum(dated[half])) for half in HALVES)


def _gum_cases(article: Article, report: Report, annotations: Annotations) -> Iterator[Case]:
    for marked in article.times:
        span = _placed(marked.span, article.name, report)
        time = best(span, annotations.times)
        value = time.value if time else None
        if marked.alone and report.published_from is PublishedFrom.TEXT and report.published:
            value = value or report.published
        gold = " ".join(f"{key} {given}" for key, given in marked.when.items() if key != "rend")
        right = value is not None and fits(value, marked.when)
        name = f"times: gum {article.half} {article.name} {marked.span.start}"
        yield Case(name, "", span.text, gold, value, right, value is not None)


def _placed(span: Span, name: str, report: Report) -> Span:
    """Where words of the text stand in the report as it is read. Raises `UnreadableInput` if it lost them."""
    places = occurrences(Words(name, span.text, span.start), report.text)
    if not places:
        raise UnreadableInput(f"{span.text!r} of {name} is not in the report as it is read: correct the reading.")
    return min(places, key=lambda place: abs(place.start - span.start))


def label_cases(labels: Sequence[Label], found: Mapping[str, Annotations]) -> list[Case]:
    """The case of every label. `found` has the labelled reports by their keys."""
    cases = []
    for label in labels:
        time = best(label.span, found[label.report].times)
        name = f"times: syria {label.report} {label.span.start}"
        gold, value = " ".join(sorted(label.values)), time.value if time else None
        cases.append(Case(name, label.type, label.span.text, gold, value, label.fits(time), time is not None))
    return cases


def best(span: Span, times: Iterable[TimeExpression]) -> TimeExpression | None:
    """The expression that overlaps `span` and shares most of the characters of both."""

    def shared(time: TimeExpression) -> float:
        common = min(span.end, time.span.end) - max(span.start, time.span.start)
        return common / (max(span.end, time.span.end) - min(span.start, time.span.start))

    return max((time for time in times if time.span.overlaps(span)), key=shared, default=None)


def read_label(entry: Mapping[str, Any], collected: Collected) -> Label:
    """A line of the labels. Raises `KeyError`, `TypeError` or `ValueError` if it is laid out otherwise."""
    values = [entry["value"], *(value for _, value in entry.get("also", ()))]
    return Label(
        entry["report"],
        collected.span(entry["span"]),
        TimexType(entry["type"]),
        frozenset(value for value in values if value is not None),
    )


def _read(article: Article, annotate: Callable[[Report], Annotations]) -> tuple[Report, Annotations]:
    """An article as a user's plain text file is read and annotated."""
    from counterclaim.read import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{article.name}.txt"
        path.write_text(article.text, encoding="utf-8")
        for item in read([str(path)]):
            if isinstance(item, Document):
                return item.report, annotate(item.report)
    raise UnreadableInput(f"The report {article.name} of GUM was rejected by the reading: see read.")
