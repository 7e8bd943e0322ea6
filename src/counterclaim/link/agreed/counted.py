"""An equal number as a plain sentence: how many of whom, what happened to them, where and on which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from counterclaim.link.agreed.words import set_in
from counterclaim.link.compare.counts.happening_words import GATHERINGS
from counterclaim.link.compare.counts.happenings import Happening, happening_of, shared
from counterclaim.link.compare.counts.matters import told_alike
from counterclaim.link.compare.counts.read import beside
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.incidents.tellings import Tellings
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


def day_of(pile: Pile, tellings: Tellings, figures: Sequence[Figure]) -> date | None:
    """The day, where the accounts that give one give the same; the one that was told of before, where they give none
    by themselves."""
    claims = (pile.claims.get(figure.claim or "") for figure in figures)
    days = {claim.time for claim in claims if claim is not None and claim.time is not None}
    if days:
        span = date_span(next(iter(days)) or "") if len(days) == 1 else None
        return span[0] if span and span[0] == span[1] else None
    told = [(tellings.scene_of(figure), figure.report) for figure in figures]
    before = {scene.day for scene, _ in told if scene.day}
    reports = {report for scene, report in told if scene.day}
    return before.pop() if len(before) == 1 and len(reports) > 1 else None


def sentence_of(
    pile: Pile, number: float, figures: Sequence[Figure], place: str | None, day: date | None
) -> str | None:
    """A count as a plain sentence, in the words of the reports, with the happening that they set it in; None where a
    reader could not know what is counted."""
    said = Counter(of for figure in figures if (of := (figure.of or "").strip()).lower().endswith(("s", "n", "e")))
    whom = max(said, key=lambda of: (said[of], -len(of), of), default="people")
    were = next((WERE[h] for figure in figures for h in figure.happened if h in WERE), "")
    if _HARM.match(whom):
        whom, were = "people", WERE[Happened.INJURED] if re.search("injur|wound", whom, re.I) else were
    happening = _happening(pile, figures) if were else ""
    if not were:
        told = told_alike(beside(pile, figures[0]), beside(pile, figures[-1]))
        if not told and not (place and day):
            return None
        were = f"were {told}" if told else "are spoken of"
    open_ = all(figure.high is None for figure in figures)
    where = set_in(place) if place and place not in happening else ""
    when = f" on {day_in_words(day)}" if day else ""
    return f"{'At least ' if open_ else ''}{number:,.0f} {whom} {were}{happening}{where}{when}."


def _happening(pile: Pile, figures: Sequence[Figure]) -> str:
    """ " in the fire at the Orne mill": what figures of two reports at least are of, if no other says otherwise."""
    told = [(figure.report, each) for figure in figures if (each := happening_of(pile, figure)) is not None]
    if len({report for report, _ in told}) == 1:
        return ""
    found: Happening | None = None
    for _, each in told:
        both = shared(found, each)
        if both is None:
            return ""
        found = both
    return "" if found is None or found.bare else f" {'at' if found.noun in GATHERINGS else 'in'} {found.words}"
