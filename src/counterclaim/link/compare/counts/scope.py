"""What two counts cover: many places against one of them, one class of people against all, one part against another.

Each check gives the reason why two numbers are no two answers to one question, or None.
"""

from __future__ import annotations

import re

from counterclaim.link.compare.counts.beside import lead_in, sentence_around, words_around
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.counts.verdicts import Judged, opposed
from counterclaim.link.compare.counts.words import ALL_OF, BROUGHT_IN, LONG, OF_ANOTHER, PRESUPPOSED, is_wide
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Span, Verdict

#: How near the classes of one toll stand, in characters.
_NEAR = 900
#: So many times a number is another state of a toll rather than another count of it.
_TIMES = 3
#: So many are killed or taken in no single happening.
_OF_A_WAR = 5000
#: Smaller tolls are the same by chance.
_LEAST = 15
#: How far around a number the time stands over which it is counted, and what was done with the counted, in characters.
_LONG_BY, _BROUGHT = 150, 100
#: How far before a number its happening is named, in characters.
_RECALLED = 130
#: How far before a number "all" stands, in characters.
_ALL = 14
#: How a sentence begins that passes to another happening.
_BESIDES = re.compile(
    r"\W*(?:Also (?:on|in|at|near|last|this|late|early|yesterday|today)\b|Separately\b|In (?:a separate|another)\b|"
    r"Elsewhere\b)"
)
_CIVILIAN = frozenset({"civilian", "noncombatant"})


def scope(pile: Pile, left: Count, right: Count) -> Judged | None:
    """The first reason why two counts cover different things."""
    for check in (
        _open_toll,
        _all_of,
        _of_another,
        _known,
        _two_parts,
        _of_one_total,
        _over_times,
        _one_hospital,
        _wider_told,
        _class_told,
    ):
        found = check(pile, left, right)
        if found is not None:
            return found
    return None


def _open_toll(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A far higher number of nobody's, on a day whose toll was open, is a later state of it."""
    low, high = _by_size(left, right)
    if low.figure.report == high.figure.report or opposed(pile, left, right):
        return None
    day = published(pile, low.figure.report)
    one_day = day is not None and day == published(pile, high.figure.report)
    statement = pile.statements[high.figure.statement or ""]
    own = pile.outlet_says(statement) and not high.named
    open_toll = low.figure.low is not None and low.figure.high is None
    if one_day and own and open_toll and size(high.figure) >= _TIMES * size(low.figure):
        return Verdict.UPDATE, 0.5, ["Nobody is named for the far higher number of that day, and the lower was open."]
    return None


def _all_of(_pile: Pile, left: Count, right: Count) -> Judged | None:
    """ "All four had wounds": those four who were told of before."""
    for count in (left, right):
        before = words_around(count.figure, count.scene, _ALL, 0)[: -len(count.figure.span.text)]
        if count.figure.of is None and not count.twins and ALL_OF.search(before):
            return Verdict.PART, 0.4, ["One of them goes back to people who were told of before."]
    return None


def _of_another(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A number that one report only recalls, of a happening before."""
    recalled = [recalls(pile.reports[c.figure.report].text, c.figure.span) for c in (left, right)]
    if recalled[0] != recalled[1]:
        return Verdict.OTHER_INCIDENT, 0.4, ["One of them is told of another happening, as its words say."]
    return None


def recalls(text: str, span: Span) -> bool:
    """Whether the words before a number say that it is of another happening than the one that is told of."""
    before = text[max(0, span.start - _RECALLED) : span.start]
    sentence = re.split(r"\n|[.!?][\"”]?\s", before)[-1]
    return bool(OF_ANOTHER.search(before) or _BESIDES.match(sentence))


def _known(pile: Pile, left: Count, right: Count) -> Judged | None:
    """What a report has somebody speak of in passing is another thing than what it counts."""
    if left.figure.report != right.figure.report:
        return None
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    if PRESUPPOSED.search(lead_in(pile, first, last)):
        return Verdict.OTHER_INCIDENT, 0.4, ["The later number is told in passing, of a happening that is known."]
    return None


def _two_parts(_pile: Pile, left: Count, right: Count) -> Judged | None:
    """One report's children among all the dead, and its children among those of one place."""
    if left.part and right.part and left.figure.report == right.figure.report:
        return Verdict.OTHER_INCIDENT, 0.4, ["They are parts of two totals of one report."]
    return None


def _of_one_total(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Two reports with one larger toll, of which the numbers of both may be parts: eight on a road, ten in a bus, and
    31 in the town."""
    if left.figure.report == right.figure.report or not left.harm or left.long or right.long:
        return None
    totals = [_larger(pile, count) for count in (left, right)]
    if any(total >= size(left.figure) + size(right.figure) for total in totals[0] & totals[1]):
        return Verdict.PART, 0.4, ["Both reports give one larger toll, of which each of them may be a part."]
    return None


def _larger(pile: Pile, count: Count) -> set[float]:
    """The larger numbers of the same harm that a count's report gives, none of which is of a war."""
    figures = pile.annotations[count.figure.report].figures
    same = [f for f in figures if count.happened in f.happened and _LEAST <= size(f) < _OF_A_WAR]
    return {size(f) for f in same if size(f) > size(count.figure) and not LONG.search(sentence_around(pile, f))}


def _over_times(_pile: Pile, left: Count, right: Count) -> Judged | None:
    """Two weeks against two months."""
    if not (left.long and right.long):
        return None
    small, large = sorted((size(left.figure), size(right.figure)))
    if small < _OF_A_WAR <= large:
        return Verdict.PART, 0.4, ["One is counted over all of a war."]
    times = [LONG.search(words_around(count.figure, count.scene, _LONG_BY, _LONG_BY)) for count in (left, right)]
    if times[0] and times[1] and times[0].group().lower() != times[1].group().lower():
        return Verdict.PART, 0.4, ["They are counted over different times."]
    return None


def _one_hospital(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Those who were brought to one hospital are some of all."""
    low, high = _by_size(left, right)
    near = [words_around(count.figure, count.scene, _BROUGHT, _BROUGHT) for count in (low, high)]
    if BROUGHT_IN.search(near[0]) and not BROUGHT_IN.search(near[1]):
        return Verdict.PART, 0.4, ["The lower number is of those who were brought to a hospital or a morgue."]
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
