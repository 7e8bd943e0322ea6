"""The question that two counts answer, as a reader would ask it, and the answers in a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from counterclaim.link.compare.counts.read import beside, is_kind
from counterclaim.link.compare.counts.sizes import show, size
from counterclaim.link.compare.counts.verdicts import Count
from counterclaim.link.compare.counts.words import told_alike
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Entity, EntityKind, Happened, Span

#: The means, the one that tells most first.
_MEANS = {
    "gas": "by gas",
    "air": "by air strikes",
    "shelling": "by shelling",
    "bomb": "by a bomb",
    "ground": "in the fighting",
    "executed": "",
}
#: A place whose precision is one of these says little about where it was.
_WIDE = frozenset({"country"})
#: What follows a place in a dateline, and how far into a report one stands, in characters.
_DATELINE = re.compile(r"(?:[,/] ?[^\W\d_][\w ]{1,25})?\s*(?:\(|[-–—]|,? (?:\d|[A-Z][a-z]+ \d))")
_HEAD = 600
#: So many are counted in no one place, whatever place a report speaks of.
_OF_A_WAR = 5000
#: How far before a count its place is looked for, in characters.
_BEFORE = 900


def question(pile: Pile, left: Count, right: Count, where: str) -> str:
    """ "How many people were killed by shelling in Dorvik on 3 May 2021?" Where the day is not known, it is asked about
    what the reports of a day tell of."""
    day = _day(left, right)
    by = _by(left, right) if left.harm else ""
    told = told_alike(*(beside(pile, count.figure) for count in (left, right))) if not left.harm else ""
    words = [f"How many {whom(left, right)} {f'were {told}' if told else _befell(left)}", by, where]
    when = f"on {_date(day)}" if day else _told_on(pile, left, right, by)
    if left.long:
        when = _by_then(pile, left, right)
    asked = " ".join(word for word in words if word)
    return f"{asked}{' ' if day or not when else ', '}{when}".rstrip() + "?"


def _day(left: Count, right: Count) -> date | None:
    """The day that the sentence of a count names, else the one that both take from before; one that only the later of
    two takes may be told of what stands between them."""
    own = [count.day for count in (left, right) if count.day is not None and not count.scene.carried]
    return own[0] if own else left.day if left.day and right.day else None


def _befell(count: Count) -> str:
    """What became of the counted, in a question."""
    tense = "have been" if count.long else "were"
    words = {Happened.OTHER: "there", Happened.PRESENT: "there"}.get(count.happened, count.happened.value)
    return f"{tense} {words}" if words != "there" else f"{'have there been' if count.long else 'were there'}"


def _by_then(pile: Pile, left: Count, right: Count) -> str:
    """ "in all, by 2 July 2016": what is added up over a long time is asked for as the last report has it."""
    days = [day for count in (left, right) if (day := published(pile, count.figure.report)) is not None]
    return f"in all, by {_date(max(days))}" if days else "in all"


def _told_on(pile: Pile, left: Count, right: Count, by: str) -> str:
    """ "in the attack that reports of 2 July 2016 tell of": the first day on which both numbers were out."""
    reports = {count.figure.report for count in (left, right)}
    days = [day for report in reports if (day := published(pile, report)) is not None]
    if not days:
        return ""
    told, tell = ("a report", "tells") if len(reports) == 1 else ("reports", "tell")
    return f"in {'the attack' if by else 'the events'} that {told} of {_date(max(days))} {tell} of"


def intro(left: Count, right: Count, where: str) -> str:
    """What both count, as the first reason."""
    days = sorted({count.day for count in (left, right) if count.day})
    on = f"on {' or '.join(_date(day) for day in days)}" if days else ""
    befell = "" if left.happened in {Happened.OTHER, Happened.PRESENT} else left.happened.value
    words = [f"Both count {whom(left, right)} {befell}".rstrip(), where, on]
    return " ".join(word for word in words if word) + "."


def answer(count: Count) -> str:
    """ "at least 31 killed" """
    if count.happened in {Happened.OTHER, Happened.PRESENT}:
        of = "people" if count.victims == "people" else count.figure.of or ""
        return f"{show(count.figure)} {of}".rstrip()
    return f"{show(count.figure)} {count.happened.value}"


def whom(left: Count, right: Count) -> str:
    """Whom two counts count, in the plural."""
    kind = "people" if left.victims != right.victims else left.victims
    if kind == "troop":
        return "troops"
    return kind if is_kind(kind) else _plural(kind)


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _by(left: Count, right: Count) -> str:
    """The means, where both tell of the same one, or one tells of one and the other of none."""
    shared = left.deeds & right.deeds if left.deeds and right.deeds else left.deeds | right.deeds
    if left.deeds & right.deeds:
        return next((words for deed, words in _MEANS.items() if deed in shared), "")
    return _MEANS[min(shared)] if len(shared) == 1 else ""


def where_of(pile: Pile, left: Count, right: Count) -> str:
    """ "in Dorvik": the place that the figures are set at, or that the sentences of both name; the rarest of several.
    Where they name none, one that the reports of both name before them."""
    if min(size(count.figure) for count in (left, right)) >= _OF_A_WAR:
        return ""
    sets = [_own_place(pile, count) for count in (left, right)]
    shared = sets[0] & sets[1] or (sets[0] | sets[1] if not (sets[0] and sets[1]) else set())
    if not shared:
        sets = [_places(pile, count) for count in (left, right)]
        shared = sets[0] & sets[1]
    if left.figure.report == right.figure.report:
        shared = _own_sentence(pile, left, right) or shared
    if not shared:
        sets = [_named_before(pile, count) for count in (left, right)]
        both = left.scene.places & right.scene.places
        shared = sets[0] & sets[1] or {place for place in both if _is_place(pile.entities[place])}
    best = min(shared, key=lambda place: (pile.frequency[place], place), default=None)
    return f"in {pile.entities[best].name}" if best else ""


def _own_place(pile: Pile, count: Count) -> set[str]:
    """The place that a count's figure is set at."""
    entity = pile.entity(count.figure.place) if count.figure.place else None
    return {entity.id} if entity is not None and _is_place(entity) else set()


def _own_sentence(pile: Pile, left: Count, right: Count) -> set[str]:
    """The places in the sentence of the earlier of two numbers of one report, where that of the later names none."""
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    text, found = pile.reports[first.figure.report].text, []
    for count in (first, last):
        at = count.figure.span
        end = text.find(". ", at.end)
        found.append(_placed(pile, count, text.rfind(". ", 0, at.start) + 1, end if end >= 0 else len(text)))
    return found[0] if not found[1] else set()


def _named_before(pile: Pile, count: Count) -> set[str]:
    """The places that a report names before a count, not too far off, or in its sentence."""
    return _placed(pile, count, count.scene.sentence.start - _BEFORE, count.scene.sentence.end)


def _placed(pile: Pile, count: Count, start: int, end: int) -> set[str]:
    """The places within a country that a count's report names in a stretch of its text."""
    report = count.figure.report
    return {
        entity.id
        for place in pile.annotations[report].places
        if place.latitude is not None and place.precision not in _WIDE and start <= place.span.start < end
        if not _in_dateline(pile, report, place.span)
        for entity in pile.named_in(report, place.span)
        if _is_place(entity)
    }


def _places(pile: Pile, count: Count) -> set[str]:
    """The entities that a count's scene names and that the gazetteer knows as places within a country."""
    report = count.figure.report
    near: Iterable[str] = count.scene.named or count.scene.places
    on_map = {
        entity.id
        for place in pile.annotations[report].places
        if place.latitude is not None and place.precision not in _WIDE and not _in_dateline(pile, report, place.span)
        for entity in pile.named_in(report, place.span)
        if _is_place(entity)
    }
    return on_map & set(near) or on_map & count.scene.places


def _in_dateline(pile: Pile, report: str, span: Span) -> bool:
    """Whether a place is where a report was written ("MOSCOW (Agency)", "KYIV/DONETSK - ")."""
    text = pile.reports[report].text
    return span.start < _HEAD and span.text.isupper() and bool(_DATELINE.match(text, span.end))


def _is_place(entity: Entity) -> bool:
    return entity.kind is EntityKind.PLACE


def _date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
