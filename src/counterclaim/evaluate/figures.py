"""`counterclaim evaluate figures DATA`: counts in the Syrian reports, against a reader's labels.

DATA holds `data/syria/reports.jsonl`. `benchmarks/labels/figures.md` says what the labels hold. They are a test set:
look at the figures alone.

A figure is taken for a label if their spans overlap; of several, the one that shares most words with it and is
nearest. A label without a figure is wrong in every respect. For a number that is no count, any figure over it is wrong.

- *bounds*: `low`, `best` and `high` are the label's. Where it says "more than 300" (`loose`), a `low` of 301 and a
  `best` of 301 or of none are as right; so is no `best` for "up to 33".
- *happened*: all that happened and nothing else, or another list that the label allows.
- *of*: the heads agree (the last word before "of", "in", "including" and the like, singular or plural), or half of the
  words of both are shared (Jaccard index).
- *by*, *side*: somebody whom the report names at the label's last word or over most of its words, or the same name, or
  most of the words shared. One of several who did it together is enough. `by` is right without anybody where the
  report leaves it open.
- *place*: the same, with half of the words.
- *when*: `since`, `until` or `as_of` is the label's day.
- *part of*, *supersedes*: the figure that stands for the whole, or for the earlier toll, is over the label's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.labelled import Collected, interval, labels_file, read_labels, syrian_reports
from counterclaim.evaluate.overlap import jaccard, percent, same_name, word_starts
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Annotations, Figure, Happened, Report, Span, Who

#: How much of their words two descriptions, or two places, must share (Jaccard index): "Telur" is "Telur city".
HALF = 0.5
#: The same for two names: the "Kenyan army" is not a "Kenyan resident", nor is either Kenya.
MOST = 0.51

#: What is counted for each row of the table, in its order.
ROWS = (
    "found",
    "bounds",
    "happened",
    "bounds and happened",
    "of",
    "by",
    "by, somebody",
    "by, nobody",
    "side",
    "place",
    "when",
    "part of",
    "supersedes",
    "not a count",
)
#: The rows whose labels are cases of the gate.
_CASES = ("bounds and happened", "of", "by", "not a count")

_WORD = re.compile(r"\w+")
_AFTER_HEAD = re.compile(r",|\s(?:of|at|in|for|from|on|with|who|which|that|including|containing|among|belonging)\s")


@dataclass(frozen=True, slots=True)
class Doers:
    """Whom a label accepts as the one who did it: any of `names`, or nobody where `nobody` is true. `left_open` says
    that the report itself does not tell."""

    names: tuple[Span, ...]
    nobody: bool
    left_open: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A count as a reader labelled it. Every list holds what is as right; `low`, `best` and `high` are a list of such
    bounds. An empty `place` and a None say that the label does not ask."""

    report: str
    span: Span
    bounds: frozenset[tuple[float | None, float | None, float | None]]
    happened: tuple[frozenset[Happened], ...]
    of: tuple[Span, ...]
    by: Doers
    side: Span | None = None
    place: tuple[Span, ...] = ()
    when: str | None = None
    part_of: Span | None = None
    supersedes: Span | None = None


@dataclass(frozen=True, slots=True)
class NoCount:
    """A number that counts nothing; `what` it is instead."""

    report: str
    span: Span
    what: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a label has in one row: `given` is whether the figure says anything there."""

    label: str
    row: str
    right: bool
    given: bool


def evaluate_figures(data: Path, labels: Path | None = None) -> Scored:
    """Annotate the labelled reports and score their figures. Raises `UnreadableInput` where the labels or reports are
    absent."""
    from counterclaim.annotate import annotate  # loads the parser

    reports = syrian_reports(data)
    read = read_labels(labels or labels_file("figures"), reports, read_label)
    wanted = dict.fromkeys(label.report for label in read)
    return score_figures(read, {key: (reports[key].report, annotate(reports[key].report)) for key in wanted})


def score_figures(labels: Sequence[Label | NoCount], found: Mapping[str, tuple[Report, Annotations]]) -> Scored:
    """How many labels are right in every row, with the interval in which the share lies (95 %, labels drawn anew).

    `found` holds the labelled reports by their keys. `given` and its share are for what a figure says where it is
    found: of those that name somebody who did it, say, how many are right.
    """
    answers = [answer for label in labels for answer in _answers(label, *found[label.report])]
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for row in ROWS:
        those = [answer for answer in answers if answer.row == row]
        right = [answer.right for answer in those]
        given = [answer.right for answer in those if answer.given]
        share, between = percent(sum(right), len(right)), interval(right)
        span = f"{between[0]:.0f} to {between[1]:.0f}" if between else None
        rows.append((row, len(right), sum(right), share, span, len(given), percent(sum(given), len(given))))
        if share is not None:
            scores[f"figures.{row.replace(', ', '.').replace(' ', '_')}"] = share
    rows.append(_always_nobody(labels))
    columns = ("what", "labels", "right", "%", "95 %", "given", "% right of given")
    cases = {f"figures: {answer.label} {answer.row}": answer.right for answer in answers if answer.row in _CASES}
    return Scored(Table("figures: counts and what happened", columns, tuple(rows), scores), cases)


def _always_nobody(labels: Sequence[Label | NoCount]) -> tuple[object, ...]:
    """The row to hold `by` against: what one would get by never naming anybody."""
    counts = [label for label in labels if isinstance(label, Label)]
    right = sum(label.by.nobody for label in counts)
    return ("by, always nobody", len(counts), right, percent(right, len(counts)), None, 0, None)


def _answers(label: Label | NoCount, report: Report, annotations: Annotations) -> Iterator[_Answer]:
    name = f"{label.report} {label.span.start}"
    figure = _figure(label.span, annotations)
    if isinstance(label, NoCount):
        yield _Answer(name, "not a count", figure is None, figure is not None)
        return
    for row, right, given in _rows(label, figure, annotations):
        yield _Answer(name, row, right, given)


def _rows(label: Label, figure: Figure | None, annotations: Annotations) -> Iterator[tuple[str, bool, bool]]:
    """For each row that the label has a part in: whether it is right, and whether the figure says anything there."""
    there = figure is not None
    bounds = figure is not None and (figure.low, figure.best, figure.high) in label.bounds
    happened = figure is not None and frozenset(figure.happened) in label.happened
    yield "found", there, there
    yield "bounds", bounds, there
    yield "happened", happened, figure is not None and bool(figure.happened)
    yield "bounds and happened", bounds and happened, there
    of = figure.of if figure else None
    yield "of", of is not None and any(_same_kind(words.text, of) for words in label.of), of is not None
    by = figure.by if figure else None
    done = there and (label.by.nobody if by is None else _is_any(by, label.by.names, annotations, MOST))
    yield "by", done, by is not None
    yield ("by, nobody" if label.by.left_open else "by, somebody"), done, by is not None
    if label.side:
        side = figure.side if figure else None
        yield "side", side is not None and _is_any(side, (label.side,), annotations, MOST), side is not None
    if label.place:
        place = figure.place if figure else None
        yield "place", place is not None and _is_any(place, label.place, annotations, HALF), place is not None
    if label.when:
        dates = [date for date in (figure.since, figure.until, figure.as_of) if date] if figure else []
        yield "when", label.when in dates, bool(dates)
    for row, number, other in (
        ("part of", label.part_of, figure.part_of if figure else None),
        ("supersedes", label.supersedes, figure.supersedes if figure else None),
    ):
        if number:
            yield row, any(f.id == other and f.span.overlaps(number) for f in annotations.figures), other is not None


def _figure(span: Span, annotations: Annotations) -> Figure | None:
    """The figure over a span that shares most words with it, and of two alike the one that begins nearest."""
    over = [figure for figure in annotations.figures if figure.span.overlaps(span)]
    words = word_starts([span])
    return max(
        over,
        key=lambda figure: (jaccard(words, word_starts([figure.span])), -abs(figure.span.start - span.start)),
        default=None,
    )


def _is_any(who: Who, names: Sequence[Span], annotations: Annotations, enough: float) -> bool:
    """Whether somebody is one of those whom the report names there; `enough` is the share of words that will do."""
    return any(_is_same(who, name, annotations, enough) for name in names)


def _is_same(who: Who, name: Span, annotations: Annotations, enough: float) -> bool:
    """Whether `who` is an entity that is mentioned at the last word of a name or over enough of it, or has its name or
    enough of its words."""
    words = word_starts([name])
    own = [word_starts([m.span]) for m in annotations.mentions if m.entity == who.entity and m.span.overlaps(name)]
    if who.entity is not None and any(max(words) in theirs or jaccard(words, theirs) >= enough for theirs in own):
        return True
    called = {who.name}.union(*(entity.names for entity in annotations.entities if entity.id == who.entity))
    return any(same_name(name.text, other) or _shared(name.text, other) >= enough for other in called)


def _same_kind(gold: str, words: str) -> bool:
    """Whether two descriptions say that the same is counted: their heads agree or half of their words are shared."""
    return _head(gold) == _head(words) or _shared(gold, words) >= HALF


def _head(words: str) -> str:
    """The last word of a description before what follows its head, without the ending of the plural."""
    parts = _words(_AFTER_HEAD.split(words)[0])
    return parts[-1].removesuffix("s") if parts else ""


def _shared(left: str, right: str) -> float:
    one, other = frozenset(_words(left)), frozenset(_words(right))
    return len(one & other) / len(one | other) if one | other else 0.0


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in {"the", "a", "an"}]


def read_label(entry: Mapping[str, Any], collected: Collected) -> Label | NoCount:
    """A line of the labels. Raises `KeyError`, `TypeError` or `ValueError` if it is laid out otherwise."""
    if entry["kind"] == "not_a_count":
        return NoCount(entry["report"], collected.span(entry["number"]), entry["what"])
    also = entry.get("by_any", [])
    named = [*entry["by"], *(offsets for offsets in also if offsets != "none")]

    def maybe(field: str) -> Span | None:
        return collected.span(entry[field]) if field in entry else None

    return Label(
        entry["report"],
        collected.span(entry["span"]),
        _bounds(entry),
        tuple(frozenset(map(Happened, each)) for each in (entry["happened"], *entry.get("happened_or", ()))),
        tuple(map(collected.span, (entry["of"], *entry.get("of_any", ())))),
        Doers(tuple(map(collected.span, named)), not entry["by"] or "none" in also, not entry["by"]),
        maybe("side"),
        tuple(map(collected.span, entry.get("place", ()))),
        entry.get("when"),
        maybe("part_of"),
        maybe("supersedes"),
    )


def _bounds(entry: Mapping[str, Any]) -> frozenset[tuple[float | None, float | None, float | None]]:
    """All bounds that are right: several where "more than 300" may or may not hold 300 itself."""
    low, best, high = entry["low"], entry["best"], entry["high"]
    if not entry.get("loose"):
        return frozenset({(low, best, high)})
    lows = {low, None if low is None else low + 1}
    bests = {best, None} if low is None else {best, best + 1, None}
    return frozenset((one, other, high) for one in lows for other in bests)
