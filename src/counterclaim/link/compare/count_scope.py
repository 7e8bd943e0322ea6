"""What two counts cover: many places against one of them, one class of people against all, one part against another.

Each check gives the reason why two numbers are no two answers to one question, or None.
"""

from __future__ import annotations

import re

from counterclaim.link.compare.count_verdicts import Count, Judged, lead_in, opposed, sentence_around, size
from counterclaim.link.compare.count_words import ALONE, FIRST_NEWS, PRESUPPOSED, is_wide
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Figure, Happened, Verdict

#: How near the killed and the injured of one count stand, in characters.
_SIDE_BY_SIDE = 120
#: How near the classes of one toll stand, in characters.
_NEAR = 900
#: More victims than this hardly die of their wounds between two reports of a day.
_DIED_LATER = 5
#: So many times a number is another state of a toll rather than another count of it.
_TIMES = 3
#: How much of a report is its headline and the line below it, in characters.
_HEAD = 130
_PROVINCE = re.compile(
    r"\b(?:attacks|bombings|blasts|explosions|(?:air ?)?strikes|(?:air ?)?raids|clashes)\b[^.]{0,90}"
    r"\b(?:province|governorate|region|state|county)\b",
    re.I,
)
_ONE_PLACE = re.compile(r"\b(?:province|governorate|region|state|county)\b", re.I)
_CIVILIAN = frozenset({"civilian", "noncombatant"})


def scope(pile: Pile, left: Count, right: Count) -> Judged | None:
    """The first reason why two counts cover different things."""
    for check in (_died_later, _first_news, _known, _overtaken, _two_parts, _wider_told, _whole_province, _class_told):
        found = check(pile, left, right)
        if found is not None:
            return found
    return None


def _died_later(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Two dead and ten hurt, three dead and nine hurt: one of the hurt died."""
    if left.figure.report == right.figure.report:
        return None
    beside = [_beside(pile, count) for count in (left, right)]
    if beside[0] is None or beside[1] is None:
        return None
    own, other = size(left.figure) - size(right.figure), size(beside[0]) - size(beside[1])
    if own == -other and 0 < abs(own) <= _DIED_LATER:
        return Verdict.UPDATE, 0.6, ["As many more are killed as fewer are injured: some of the injured died."]
    return None


def _first_news(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A first, urgent report gives a toll that is still open."""
    low, high = _by_size(left, right)
    if low.figure.report == high.figure.report or opposed(pile, left, right):
        return None
    report = pile.reports[low.figure.report]
    if FIRST_NEWS.search(f"{report.title or ''} . {report.text[:_HEAD]}"):
        return Verdict.UPDATE, 0.5, ["The lower number is that of a first report, when the toll was open."]
    day = published(pile, low.figure.report)
    one_day = day is not None and day == published(pile, high.figure.report)
    statement = pile.statements[high.figure.statement or ""]
    own = pile.outlet_says(statement) and not high.named
    open_toll = low.figure.low is not None and low.figure.high is None
    if one_day and own and open_toll and size(high.figure) >= _TIMES * size(low.figure):
        return Verdict.UPDATE, 0.5, ["Nobody is named for the far higher number of that day, and the lower was open."]
    return None


def _known(pile: Pile, left: Count, right: Count) -> Judged | None:
    """What a report has somebody speak of in passing is another thing than what it counts."""
    if left.figure.report != right.figure.report:
        return None
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    if PRESUPPOSED.search(lead_in(pile, first, last)):
        return Verdict.OTHER_INCIDENT, 0.4, ["The later number is told in passing, of a happening that is known."]
    return None


def _overtaken(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A report that opens with a far higher number in its own words gives an older count of a source below it."""
    low, high = _by_size(left, right)
    first = high.figure.span.start < low.figure.span.start and high.figure.report == low.figure.report
    own = pile.outlet_says(pile.statements[high.figure.statement or ""]) and not high.named
    far = size(high.figure) >= _TIMES * size(low.figure) > 0
    if first and own and far:
        return Verdict.UPDATE, 0.5, ["The report itself opens with a number that is far higher: an update."]
    return None


def _beside(pile: Pile, count: Count) -> Figure | None:
    """The other harm of the same toll: the injured beside the killed."""
    wanted = Happened.INJURED if count.happened is Happened.KILLED else Happened.KILLED
    near = [
        figure
        for figure in pile.annotations[count.figure.report].figures
        if wanted in figure.happened
        and figure.best is not None
        and abs(figure.span.start - count.figure.span.start) <= _SIDE_BY_SIDE
    ]
    return min(near, key=lambda f: (abs(f.span.start - count.figure.span.start), f.id), default=None)


def _two_parts(_pile: Pile, left: Count, right: Count) -> Judged | None:
    """One report's children among all the dead, and its children among those of one place."""
    if left.part and right.part and left.figure.report == right.figure.report:
        return Verdict.OTHER_INCIDENT, 0.4, ["They are parts of two totals of one report."]
    return None


def _wider_told(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A toll that its report says to be one of several places, wherever it says so."""
    if left.figure.report == right.figure.report:
        return None  # a report that gives two tolls of one thing names its places once
    low, high = _by_size(left, right)
    if any(is_wide(words) for words in _told(pile, high)) and not any(is_wide(words) for words in _told(pile, low)):
        return Verdict.PART, 0.4, ["The higher number is counted over more places than the lower one."]
    return None


def _told(pile: Pile, count: Count) -> list[str]:
    """The sentences in which a report gives a toll."""
    figures = pile.annotations[count.figure.report].figures
    same = [f for f in figures if count.happened in f.happened and size(f) == size(count.figure) and not f.part_of]
    return [sentence_around(pile, figure) for figure in same]


def _whole_province(pile: Pile, left: Count, right: Count) -> Judged | None:
    """All attacks in a province against one of them."""
    if left.figure.report == right.figure.report:
        return None
    low, high = (sentence_around(pile, count.figure) for count in _by_size(left, right))
    if _PROVINCE.search(high) and not _ONE_PLACE.search(low) and not ALONE.search(low):
        return Verdict.PART, 0.4, ["The higher number is that of a whole province."]
    return None


def _class_told(pile: Pile, left: Count, right: Count) -> Judged | None:
    """People, of whom their report counts the civilians too, against civilians."""
    within = left.figure.report == right.figure.report
    if within or {left.victims, right.victims} != {"people", "civilians"}:
        return None
    people = left if left.victims == "people" else right
    for figure in pile.annotations[people.figure.report].figures:
        near = abs(figure.span.start - people.figure.span.start) <= _NEAR
        counted = head_noun(figure.of or "") in _CIVILIAN and people.happened in figure.happened
        if near and counted and 0 < size(figure) < size(people.figure):
            return Verdict.PART, 0.4, ["One report counts the civilians among its number apart."]
    return None


def _by_size(left: Count, right: Count) -> tuple[Count, Count]:
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    return low, high
