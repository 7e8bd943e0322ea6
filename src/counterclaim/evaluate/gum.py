"""Times in the news of GUM, as people marked them: `times.py` scores against them.

Each of the 12 reports is an XML file with one token a line and `<date>` and `<time>` around the expressions, and a
CoNLL-U file with the same sentences as they were printed. Six are for building and six only to report: sorted by the
SHA-256 of the file's stem, the first six and the last six.

GUM gives days, not TIMEX3, so a value is right if it covers the same days (or the same clock time) as the mark:

- `when="2015-09-11"`, `"2010-09"`, `"2008"`: the same day, month or year. A part of that day is right too, as GUM
  marks "yesterday" alone in "yesterday afternoon";
- `when="15:11:00"` of a `<time>`: the same hour and minute, on whatever day; `when="2010-09-04T22:30:00"`: on that day;
- `from` and `to`: from the first day of the one to the last day of the other, as a week, a weekend or years are;
- `notBefore` and `notAfter`, for "15 years" counted back: a duration of as many years as lie between, with or without
  the first of them, or days that lie inside. Only one of them, for "24 hours ago": days on that side, up to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from counterclaim.records import Span, UnreadableInput
from counterclaim.records.timex import date_span

HALVES = ("build", "report")

_MARKS = ("date", "time")
_BLOCKS = ("head", "p", "caption", "quote", "text")
_SENTENCE = "# text = "
_CLOCK = re.compile(r"T(\d{2})(?::(\d{2}))?(?![\d])")
_YEARS = re.compile(r"P(\d+)Y")


@dataclass(frozen=True, slots=True)
class Marked:
    """One expression that GUM marks: its words and what it says of them. `alone` if its paragraph holds no more, as
    the report's own date does."""

    span: Span
    when: Mapping[str, str]
    alone: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One report of GUM, laid out with an empty line between paragraphs. `half` is build or report."""

    name: str
    half: str
    text: str
    times: tuple[Marked, ...]


def read_articles(folder: Path) -> tuple[Article, ...]:
    """All reports of a folder, in the order that halves them. Raises `UnreadableInput` if there are none, or if a file
    is not laid out as GUM's are."""
    names = sorted((path.stem for path in folder.glob("*.xml")), key=lambda n: hashlib.sha256(n.encode()).hexdigest())
    if not names:
        raise UnreadableInput(f"There are no reports of GUM in {folder}: give a folder that holds data/gum_news.")
    articles = []
    for number, name in enumerate(names):
        try:
            lines = (folder / f"{name}.conllu").read_text(encoding="utf-8").splitlines()
            sentences = [line.removeprefix(_SENTENCE) for line in lines if line.startswith(_SENTENCE)]
            root = ElementTree.parse(folder / f"{name}.xml").getroot()
            text, times = _laid_out(root, sentences)
        except (OSError, ValueError, ElementTree.ParseError) as error:
            raise UnreadableInput(f"The report {name} in {folder} cannot be read ({error}): fetch it anew.") from error
        articles.append(Article(name, HALVES[2 * number // len(names)], text, times))
    return tuple(articles)


def _laid_out(root: Element, sentences: list[str]) -> tuple[str, tuple[Marked, ...]]:
    """The text of a report and the marks in it. Raises `ValueError` if its two files differ."""
    text = ""
    spans: dict[Element, tuple[int, int]] = {}
    last: Element | None = None
    for (sentence, block), printed in zip(_sentences(root, root), sentences, strict=True):
        if text:
            text += " " if block is last else "\n\n"
        last, at = block, len(text)
        text += printed
        for token, mark in _tokens(sentence, None):
            start = text.index(token, at)
            at = start + len(token)
            if mark is not None:
                spans[mark] = (spans.get(mark, (start, at))[0], at)
    return text, tuple(
        Marked(Span.of(text, *where), mark.attrib, _is_alone(text, *where)) for mark, where in spans.items()
    )


def _sentences(element: Element, block: Element) -> Iterator[tuple[Element, Element]]:
    """Every sentence with the paragraph, heading or caption that it stands in."""
    here = element if element.tag in _BLOCKS else block
    if element.tag == "s":
        yield element, here
        return
    for child in element:
        yield from _sentences(child, here)


def _tokens(element: Element, mark: Element | None) -> Iterator[tuple[str, Element | None]]:
    """The tokens of a sentence, each with the mark that it stands in."""
    here = element if element.tag in _MARKS else mark
    yield from ((token, here) for token in _first_columns(element.text))
    for child in element:
        yield from _tokens(child, here)
        yield from ((token, here) for token in _first_columns(child.tail))


def _first_columns(lines: str | None) -> list[str]:
    return [line.split("\t")[0] for line in (lines or "").splitlines() if line.strip()]


def _is_alone(text: str, start: int, end: int) -> bool:
    return text[:start].endswith("\n\n") and text[end:].startswith("\n\n")


def fits(value: str, when: Mapping[str, str]) -> bool:
    """Whether a TIMEX3 value says what a mark of GUM says, as the top of this file tells."""
    days = date_span(value)
    if "when" in when:
        day, _, clock = when["when"].rpartition("T") if "T" in when["when"] else ("", "", when["when"])
        if ":" not in clock:
            return days is not None and days == date_span(clock)
        return _clock(value) == clock[:5] and (not day or days == date_span(day))
    if "from" in when:
        return days is not None and days == (_first(when["from"]), _last(when["to"]))
    return _lies_between(value, days, when.get("notBefore"), when.get("notAfter"))


def _lies_between(value: str, days: tuple[date, date] | None, not_before: str | None, not_after: str | None) -> bool:
    if not_before and not_after:
        first, last = _first(not_before), _last(not_after)
        if years := _YEARS.fullmatch(value):
            return int(years[1]) - (last.year - first.year) in (0, 1)
        return days is not None and first <= days[0] and days[1] <= last
    if days is None:
        return False
    return days[1] == _last(not_after) if not_after else days[0] == _first(not_before or "")


def _clock(value: str) -> str | None:
    """The hour and minute of a value, midnight as 00:00."""
    match = _CLOCK.search(value)
    return f"{int(match[1]) % 24:02}:{match[2] or '00'}" if match else None


def _first(when: str) -> date:
    return _days(when)[0]


def _last(when: str) -> date:
    return _days(when)[1]


def _days(when: str) -> tuple[date, date]:
    if days := date_span(when):
        return days
    raise UnreadableInput(f"GUM marks a time as {when!r}, which is no date: correct it.")
