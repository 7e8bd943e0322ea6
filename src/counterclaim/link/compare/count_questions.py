"""The question that two counts answer, as a reader would ask it, and the answers in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from counterclaim.link.compare.count_read import is_kind
from counterclaim.link.compare.count_verdicts import Count, show
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Entity, EntityKind

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
#: How far before a count its place is looked for, in characters.
_BEFORE = 900


def question(pile: Pile, left: Count, right: Count, where: str) -> str:
    """ "How many people were killed by shelling in Dorvik on 3 May 2021?" Where the day is not known, it is asked about
    what the reports of a day tell of."""
    day = left.day or right.day
    by = _by(left, right)
    words = [f"How many {whom(left, right)} were {left.happened.value}", by, where]
    when = f"on {_date(day)}" if day else _told_on(pile, left, right, by)
    asked = " ".join(word for word in words if word)
    return f"{asked}{' ' if day or not when else ', '}{when}".rstrip() + "?"


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
    words = [f"Both count {whom(left, right)} {left.happened.value}", where, on]
    return " ".join(word for word in words if word) + "."


def answer(count: Count) -> str:
    """ "at least 31 killed" """
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
    """ "in Dorvik": the place that both name, or the only one that is named; the rarest of several. Where the sentences
    of both name none, the last one that their reports name before them."""
    sets = [_places(pile, count) for count in (left, right)]
    shared = sets[0] & sets[1] or (sets[0] | sets[1] if not (sets[0] and sets[1]) else set())
    if left.figure.report == right.figure.report:
        shared = _own_sentence(pile, left, right) or shared
    if not shared:
        sets = [_named_before(pile, count) for count in (left, right)]
        both = left.scene.places & right.scene.places
        shared = sets[0] & sets[1] or {place for place in both if _is_place(pile.entities[place])}
    best = min(shared, key=lambda place: (pile.frequency[place], place), default=None)
    return f"in {pile.entities[best].name}" if best else ""


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
        if place.latitude is not None and place.precision not in _WIDE
        for entity in pile.named_in(report, place.span)
        if _is_place(entity)
    }
    return on_map & set(near) or on_map & count.scene.places


def _is_place(entity: Entity) -> bool:
    return entity.kind is EntityKind.PLACE


def _date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
