"""When a report was published: every date that might be it, and which one is taken for what reason.

The order of trust: a date at the head of the text (in the dateline, below the headline, above it), then the field
beside the text, then a caption's date that a weekday in the text bears out, then what follows from the dates that the
text mentions (`inferring.py`), then nothing. A date above the headline
that is later than another one may be the page's own clock and is not taken. Nothing here knows what day it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.read import dates, oneline
from counterclaim.read.dateline import Dateline
from counterclaim.read.dates import WEEKDAYS, Written
from counterclaim.read.furniture import PUBLISHED_LABEL, UPDATED_LABEL
from counterclaim.read.inferring import Inferred, infer
from counterclaim.read.parts import Part, Role
from counterclaim.records import DateCandidate, PublishedFrom

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
#: What stands before the last day of a period that a report covers ("27 February - 5 March 2034").
_PERIOD = re.compile(
    r"\b(?:reporting\s+period|period|covering|covers|week\s+of)\b[^|]*$"
    rf"|(?<![\d.:/])\d{{1,2}}(?:st|nd|rd|th)?(?:\s+{dates.MONTH})?(?:\s+\d{{4}})?\s*(?:-|–|—|to|until)\s*$",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\b(?:as\s+(?:of|at)(?:\s+\d{1,2}[.:]\d{2}(?:\s*(?:hours|hrs?|h))?,?)?|issued(?:\s+on)?)\s*$", re.IGNORECASE
)
#: A weekday named later in a story is seldom the day of the report.
_LEAD = 600
#: The ranks of dates without a label at the head of a text begin here, and those of dates above the headline.
_UNLABELLED, _ABOVE = 20, 30


@dataclass(frozen=True, slots=True)
class Dating:
    """A report's date, how it is known, and all dates that were considered."""

    published: str | None
    published_from: PublishedFrom | None
    candidates: tuple[DateCandidate, ...]


@dataclass(slots=True)
class _Seen:
    """One date and where it stands. A lower `rank` is trusted more; None is never taken."""

    date: Written
    where: str
    why: str
    rank: float | None
    source: PublishedFrom
    in_text: bool = True


def date_report(
    text: str, parts: Sequence[Part], dateline: Dateline | None, field: str | None, field_name: str
) -> Dating:
    """The date of a report. `field` is what the file says beside the text, in the field `field_name`."""
    seen = _in_field(field, field_name) + _in_text(text, parts, dateline)
    _mark_clocks(seen, parts)
    _read_numbers(seen, dates.find_days(text, dateline.start, dateline.end) if dateline else [])
    for one in seen:
        _weigh(one)
    ranked = [one for one in seen if one.rank is not None]
    taken = min(ranked, key=lambda one: one.rank or 0, default=None)
    if taken is None:
        taken = _inferred(text, parts, seen)
    inferred = infer(text, parts) if taken is None else None
    candidates = tuple(
        _candidate(one, taken) for one in seen if inferred is None or one.date.start != inferred.date.start
    )
    if inferred is not None:
        return _as_inferred(inferred, candidates)
    if taken is None:
        return Dating(None, None, candidates)
    return Dating(taken.date.value, taken.source, candidates)


def _as_inferred(inferred: Inferred, others: tuple[DateCandidate, ...]) -> Dating:
    """The dating of a report whose text alone tells when it was written, or no more than after what."""
    value, found = inferred.value, inferred.date
    candidate = DateCandidate(value or found.value, "text", value is not None, inferred.why, found.start, found.end)
    return Dating(value, None if value is None else PublishedFrom.INFERRED, (*others, candidate))


def _in_field(field: str | None, name: str) -> list[_Seen]:
    """The date beside the text."""
    date = dates.read_field(field) if field else None
    if date is None:
        return []
    return [_Seen(date, name, "the date given beside the text", 50, PublishedFrom.METADATA, in_text=False)]


def _in_text(text: str, parts: Sequence[Part], dateline: Dateline | None) -> list[_Seen]:
    """The dates at the head of the text, and those that its last lines label."""
    seen: list[_Seen] = []
    headline = next((index for index, part in enumerate(parts) if part.role is Role.HEADLINE), None)
    story = next((index for index, part in enumerate(parts) if part.role is Role.BODY), len(parts))
    for index, part in enumerate(parts):
        if part.start > oneline.HEAD and index > story and not (part.role is Role.DATE or _closing(text, part, parts)):
            continue
        stop = part.end if part.role is not Role.BODY else min(part.end, part.start + oneline.HEAD)
        found = dates.find(text, part.start, stop) or _month(text, part)
        seen += (_placed(text, date, parts, index, headline, story, dateline) for date in found)
    return seen


def _month(text: str, part: Part) -> list[Written]:
    """A date line's month, if it names no day."""
    if part.role is not Role.DATE:
        return []
    return [
        Written(part.start + found.start, part.start + found.end, found.year, found.month)
        for found in dates.find_months(text[part.start : part.end])
    ]


def _closing(text: str, part: Part, parts: Sequence[Part]) -> bool:
    """Whether a part is the report's last, and furniture that says when the page was changed."""
    if part is not parts[-1] or part.role is not Role.FURNITURE:
        return False
    found = dates.find(text, part.start, part.end)
    return bool(found and UPDATED_LABEL.search(text[part.start : found[0].start]))


def _placed(
    text: str,
    date: Written,
    parts: Sequence[Part],
    index: int,
    headline: int | None,
    story: int,
    dateline: Dateline | None,
) -> _Seen:
    """A date in the text, with the trust that its place gives it."""
    part = parts[index]
    from_text = PublishedFrom.TEXT
    updated = UPDATED_LABEL.search(text[max(part.start, date.start - 40) : date.start]) is not None
    changed = "it says when the page was last changed"
    if dateline is not None and dateline.start <= date.start < dateline.end:
        return _Seen(date, "dateline", "it stands in the dateline", 10, from_text)
    if part.role is Role.CAPTION:
        return _Seen(date, "caption", "it is the caption's, not the report's", None, PublishedFrom.INFERRED)
    deck = index > story and part.start <= oneline.HEAD and any(later.role is Role.BODY for later in parts[index:])
    if index > story and not deck and part.role in (Role.DATE, Role.FURNITURE):
        rank = 60 if index == len(parts) - 1 else None
        return _Seen(date, "end of the text", changed if updated else "it stands below the text", rank, from_text)
    before = text[part.start : date.start]
    if part.role in (Role.HEADLINE, Role.DECK) and index < story and _AS_OF.search(before):
        return _Seen(date, "headline", "the headline says as of what day the report is", 28, from_text)
    if part.role in (Role.BODY, Role.REPEAT, Role.DECK, Role.HEADLINE, Role.HEADING):
        return _Seen(date, "text", "it stands inside of a sentence", None, from_text)
    if updated:
        return _Seen(date, "head of the text", changed, 40, from_text)
    if _PERIOD.search(before):
        return _Seen(date, "head of the text", "it ends the time that the report covers", 38, from_text)
    if PUBLISHED_LABEL.search(before):
        why = "the head of the text says that it was published then"
        return _Seen(date, "head of the text", why, 18 + 0.01 * index, from_text)
    if headline is not None and index < headline:
        return _Seen(
            date, "above the headline", "it stands above the headline", _ABOVE + 0.1 * (headline - index), from_text
        )
    return _Seen(date, "head of the text", "it stands at the head of the text", _UNLABELLED + 0.1 * index, from_text)


def _mark_clocks(seen: Sequence[_Seen], parts: Sequence[Part]) -> None:
    """Distrust a date without a label that is later than one nearer to the story: the page's own clock."""
    masthead = bool(parts) and parts[0].role in (Role.MASTHEAD, Role.FURNITURE)
    for one in seen:
        if not one.date.full or one.rank is None:
            continue
        if one.where == "above the headline":
            nearer = [other for other in seen if other.rank is not None and other.rank < one.rank]
            nearer += [other for other in seen if not other.in_text and masthead]
        elif one.where == "head of the text" and _UNLABELLED <= one.rank < _ABOVE:
            below = [other for other in seen if other.where == one.where and other.date.start > one.date.start]
            nearer = [other for other in below if other.rank is not None and other.rank < _ABOVE]
        else:
            continue
        for other in nearer:
            if other.date.full and not other.date.impossible and one.date.value > other.date.value:
                apart = "stands apart, above the headline," if one.where == "above the headline" else "stands apart"
                one.where = "page clock"
                one.why = f"it {apart} and is later than {other.date.value}: the page's own clock"
                one.rank = None
                break


def _read_numbers(seen: Sequence[_Seen], filed: Sequence[tuple[int, int]]) -> None:
    """Read "03/04/2017" the way that agrees with another date, with its weekday, or with the month and day of a
    dateline without a year (`filed`); or only as far as it is clear."""
    clear = {one.date.value for one in seen if one.date.full and not one.date.swapped}
    for one in seen:
        if not one.date.swapped:
            continue
        turned = one.date.turned()
        if turned.value in clear:
            one.date = turned
        if one.date.value in clear:
            one.why += "; day and month are read as in another date of this report"
            continue
        fits = [
            date
            for date in (one.date, turned)
            if (date.month, date.day) in filed or (date.weekday is not None and not date.contradiction)
        ]
        if len(fits) == 1:
            one.date = fits[0]
            one.why += "; day and month are read as the dateline or the weekday has them"
            continue
        one.why += f"; day and month could be either way round ({one.date.value} or {turned.value})"
        one.date = Written(one.date.start, one.date.end, one.date.year)


def _weigh(one: _Seen) -> None:
    """Take away trust from what cannot be a date of a report, or is written with the wrong weekday."""
    if one.date.impossible:
        one.why, one.rank = one.date.impossible, None
    elif one.date.contradiction:
        one.why += f", but {one.date.contradiction}"
        one.rank = None if one.rank is None else one.rank + 35


def _inferred(text: str, parts: Sequence[Part], seen: Sequence[_Seen]) -> _Seen | None:
    """A caption's date, if the first weekday that the story names is the day it was."""
    story = [part for part in parts if part.role is Role.BODY]
    named = _WEEKDAY.search(text, story[0].start, min(story[-1].end, story[0].start + _LEAD)) if story else None
    for one in seen:
        if one.where != "caption" or one.date.falls_on is None or one.date.contradiction:
            continue
        if named is None:
            one.why += "; the text names no weekday that would bear it out"
        elif named[1] == one.date.falls_on:
            written = text[one.date.start : one.date.end]
            one.why = f"the caption is dated {written}, a {named[1]}, and the text speaks of {named[1]}"
            return one
        else:
            one.why += f"; it was a {one.date.falls_on}, and the text speaks of {named[1]}"
    return None


def _candidate(one: _Seen, taken: _Seen | None) -> DateCandidate:
    """The record of a date that was considered."""
    why = one.why
    if taken is not None and one is not taken and one.rank is not None:
        same = one.date.value == taken.date.value
        why += "; the same as the one taken" if same else f"; {taken.date.value} is trusted more ({taken.where})"
    start, end = (one.date.start, one.date.end) if one.in_text else (None, None)
    return DateCandidate(one.date.value, one.where, one is taken, why, start, end)
