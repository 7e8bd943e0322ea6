"""An equal number as a plain sentence: how many of whom, what happened to them, where and on which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from counterclaim.link.pile import Pile
from counterclaim.records import Entity, EntityKind, Figure, Happened, Mention, Who
from counterclaim.records.timex import date_span

#: What is said of those who are counted.
WERE = {
    Happened.KILLED: "were killed",
    Happened.INJURED: "were wounded",
    Happened.CAPTURED: "were captured",
    Happened.MISSING: "were missing",
    Happened.DISPLACED: "were displaced",
    Happened.ARRESTED: "were arrested",
    Happened.RELEASED: "were released",
    Happened.DEPLOYED: "were deployed",
    Happened.DESTROYED: "were destroyed",
}
#: "Three deaths": words for the harm are none for those who suffered it.
_HARM = re.compile(
    r"(?:\w+ )?(?:deaths|injuries|casualties|martyrs|losses|wounded|dead|bodies|corpses|graves|lives|fatalities"
    r"|victims)$",
    re.I,
)
#: The words that say where it was; they lie so many characters before the name at most.
_IN = re.compile(
    r"\b(?:in|at|near|outside|inside|around|(?:towns?|city|villages?|districts?|province|region|neighbou?rhoods?) of)"
    r"(?: (?:the|central|northern|southern|eastern|western)){0,2} $",
    re.I,
)
_AHEAD = 40
#: A noun right behind the name of a place makes it the name of something there.
_OF_IT = re.compile(
    r" (?:hospitals?|clinic|airport|airbase|university|school|mosque|church|market|bridge|checkpoint|camp|prison|port"
    r"|police|forces?|army|government|regime|news|council|daily|newspaper)\b",
    re.I,
)


def place_of(pile: Pile, figures: Sequence[Figure]) -> str | None:
    """Where they were counted: the place that most of the accounts name, the first of those. Where its words do not say
    so by themselves ("in Riga"), all reports have to speak of it: it may be a part of a name, or of a side's."""
    claims = {figure.id: pile.claims.get(figure.claim or "") for figure in figures}
    places = [(f, f.place or next(iter(c.place if (c := claims[f.id]) else ()), None)) for f in figures]
    named: Counter[str] = Counter()
    plain: set[str] = set()
    for figure, place in places:
        entity = pile.entity(place) if place is not None else None
        if (
            place is None
            or entity is None
            or entity.kind is not EntityKind.PLACE
            or not _is_where(pile, figure.report, place)
        ):
            continue
        named[entity.id] += 1
        if place.span and _IN.search(pile.reports[figure.report].text[: place.span.start][-_AHEAD:]):
            plain.add(entity.id)
    reports = sorted({figure.report for figure in figures})
    speaking = [{e.id for m in pile.annotations[r].mentions if (e := _meant(pile, m))} for r in reports]
    told = [place for place in named if place in plain or all(place in of for of in speaking)]
    best = max(told, key=lambda place: named[place], default=None)
    return pile.resolved(Who(pile.entities[best].members[0], "")).name if best else None


def _meant(pile: Pile, mention: Mention) -> Entity | None:
    return pile.entity(Who(mention.entity, mention.span.text)) if mention.entity else None


def _is_where(pile: Pile, report: str, place: Who) -> bool:
    """Whether the words say where it was: "in Riga", and not "pro-Riga", "Riga hospital"."""
    if place.span is None:
        return True
    text = pile.reports[report].text
    return not text[: place.span.start].endswith("-") and not _OF_IT.match(text[place.span.end : place.span.end + 24])


def day_of(pile: Pile, figures: Sequence[Figure]) -> str | None:
    """The day, where the accounts that give one give the same."""
    claims = (pile.claims.get(figure.claim or "") for figure in figures)
    days = {claim.time for claim in claims if claim is not None and claim.time is not None}
    span = date_span(next(iter(days)) or "") if len(days) == 1 else None
    return span[0].isoformat() if span and span[0] == span[1] else None


def sentence_of(number: float, figures: Sequence[Figure], place: str | None, day: str | None) -> str:
    """A count as a plain sentence, in the words of the reports."""
    said = Counter(of for figure in figures if (of := (figure.of or "").strip()).lower().endswith(("s", "n", "e")))
    whom = max(said, key=lambda of: (said[of], -len(of), of), default="people")
    were = next((WERE[h] for figure in figures for h in figure.happened if h in WERE), "are spoken of")
    if _HARM.match(whom):
        whom, were = "people", WERE[Happened.INJURED] if re.search("injur|wound", whom, re.I) else were
    open_ = all(figure.high is None for figure in figures)
    set_ = (f" in {place}" if place else "") + (f" on {day}" if day else "")
    return f"{'At least ' if open_ else ''}{number:,.0f} {whom} {were}{set_}."
