"""The templates, and the words they may use. Whatever comes from a ledger is escaped; there is no way around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.apps import saying, wording
from counterclaim.apps.context import context, neighbours
from counterclaim.apps.web import drawing, whole
from counterclaim.records import Evidence, Figure, Report, Slot, Span, Who

#: The pages that every page leads to.
SECTIONS = (
    ("/", "Disputes"),
    ("/agreements", "Agreements"),
    ("/incidents", "Incidents"),
    ("/timeline", "Time line"),
    ("/figures", "Figures"),
    ("/statements", "Statements"),
    ("/changes", "Changes"),
    ("/processes", "Processes"),
    ("/near-misses", "Near misses"),
    ("/entities", "Who and where"),
    ("/places", "Places"),
    ("/events", "Events"),
    ("/reports", "Reports"),
    ("/review", "Review"),
)

#: The name of a section has at most so many words.
_SECTION = 3


def place(where: Evidence | Figure | Span, report: str | None = None) -> str:
    """The address of words in their report, where they are marked. A bare span needs to be told of which report."""
    if not isinstance(where, Span):
        report = where.report
    span = where if isinstance(where, Span) else where.span
    return f"/reports/{report}?mark={span.start}-{span.end}#s{span.start}"


def title(report: Report | None) -> str:
    """The title of a report without the names of section and site that its page had after it, "… - World - The Wire":
    where the last part after " | " or " - " names the outlet. Empty where there is no title."""
    words = (report.title if report else None) or ""
    own = _letters((report.outlet if report else None) or "")
    for mark in (" | ", " - "):
        first, *others = words.split(mark)
        last = _letters(others[-1]) if others else ""
        if first.strip() and own and last and (own in last or last in own):
            # Sections stand between the title and the outlet; a longer part is the title's own.
            words = mark.join([first, *(part for part in others[:-1] if len(part.split()) > _SECTION)]).strip()
    return words


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def render(template: str, **values: Any) -> str:
    """The page that a template makes of these values."""
    return _ENVIRONMENT.get_template(template).render(values)


def _around(report: Report, start: int, end: int) -> Any:
    return context(report, start, end)


def _unique(whos: Iterable[Who]) -> list[Who]:
    return list({(who.entity, who.name): who for who in whos}.values())


_ENVIRONMENT = Environment(
    loader=PackageLoader("counterclaim.apps.web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    # A page shows what reports say; a character that does something instead of being seen is shown as U+FFFD.
    finalize=lambda value: wording.clean(value) if type(value) is str else value,
)
_ENVIRONMENT.globals["sections"] = SECTIONS
_ENVIRONMENT.globals["slots"] = tuple(Slot)
_ENVIRONMENT.filters.update(
    act=wording.act,
    as_of=wording.as_of,
    bounds=wording.bounds,
    confidence=wording.confidence,
    context=_around,
    counted=wording.counted,
    day=wording.day,
    deed=saying.deed,
    evidence_of=lambda span, report: Evidence.at(report, span),
    letter=whole.letter,
    moment=saying.moment,
    name=wording.name,
    names=wording.names,
    near_miss=wording.NEAR_MISSES.__getitem__,
    neighbours=neighbours,
    outlet=wording.outlet,
    period=lambda record: wording.period(record.since, record.until),
    place=place,
    quoted=wording.quoted,
    said_when=lambda said: wording.period(said.first_day, said.last_day),
    slot_words=wording.SLOTS.__getitem__,
    source_words=wording.source,
    state_family=drawing.family,
    standing=saying.STANDINGS.__getitem__,
    titled=title,
    unique_whos=_unique,
    unsure=wording.unsure,
    words=wording.words,
)
