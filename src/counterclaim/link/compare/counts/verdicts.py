"""What two counts of the same are to each other: the same, an update, a part, another happening, or a conflict.

Each check looks at one thing that can keep two different numbers from contradicting each other, and says so in a
sentence; what passes all of them is a conflict.
"""

from __future__ import annotations

import math
import re
from datetime import date

from counterclaim.link.compare.counts.beside import around, head, lead_in, passes_on, sentence_around, words_around
from counterclaim.link.compare.counts.count import ARMED, Count
from counterclaim.link.compare.counts.losses import Of
from counterclaim.link.compare.counts.matters import GOES_ON
from counterclaim.link.compare.counts.rivals import leaves_none, leaves_room, rejects
from counterclaim.link.compare.counts.sizes import far, lie_apart, rules_out, show, size, vague
from counterclaim.link.compare.counts.words import (
    EXPECTED,
    FULL_STOP,
    MAINTAINED,
    MORE,
    NAMED,
    OF_THEM,
    OF_THESE,
    ONE_OF,
    OTHERS,
    OVERTAKEN,
    PRESS,
    PRONOUN,
    RAISED,
    SPEAKS_FOR_ITSELF,
    TOLD_AS_TOLL,
    is_wide,
    own_toll,
    raises,
)
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.link.when import published
from counterclaim.records import Figure, Unnamed, Verdict, Who
from counterclaim.records.timex import date_span

#: Up to this ratio a round number may be the other one rounded; where only hundreds are told, up to the second. From
#: the last number on, so is one that is next to it.
_ROUNDED, _IN_HUNDREDS, _HUNDRED, _NEXT_TO = 1.03, 1.08, 100, 15
#: How far before a number that comes on top the other one stands, in characters.
_BEFORE = 400
#: How far before a part its whole may be told of without a number, in characters.
_SENTENCE = 150
#: From this ratio on a later number of another voice is no later state of a toll.
_FAR_ABOVE = 2.5
#: How soon after a number a report says that it may rise, in characters.
_SOON = 500

Judged = tuple[Verdict, float, list[str]]


def judge_counts(pile: Pile, left: Count, right: Count) -> Judged:
    """The verdict on two counts of the same harm to the same people in what is likely one happening, with its
    reasons. What no check explains is a conflict, if the two do count one thing (`signs`)."""
    a, b = left.figure, right.figure
    apart = lie_apart(a, b)
    ruled_out = rules_out(a, b)
    if (vague(a) or vague(b)) and not ruled_out:
        return Verdict.COMPATIBLE, 0.4, ["One of them is only a rough word for a number."]
    if not apart and not ruled_out and not far(a, b):
        return Verdict.SAME, 0.5, ["The numbers can both hold."]
    for check in (_told_before, _rounded, _part, _added, _copied, _another, _updated, _wider):
        kept = check(pile, left, right)
        if kept is not None:
            return kept
    return _conflict(left, right, apart)


def _told_before(pile: Pile, left: Count, right: Count) -> Judged | None:
    """What a report tells happened no later than the day it came out; a day that stands in a sentence before is often
    that of another happening."""
    for one, other in ((left, right), (right, left)):
        day = _told_by(pile, one)
        if day is not None and other.day is not None and day < other.day and not other.scene.carried:
            came, was = day.isoformat(), other.day.isoformat()
            return Verdict.OTHER_INCIDENT, 0.4, [f"One was told on {came}, before {was}, which the other tells of."]
    return None


def _told_by(pile: Pile, count: Count) -> date | None:
    """The last day that a count can tell of: that of its report, or of the words it stands in."""
    days = [published(pile, count.figure.report)]
    said = pile.statements[count.figure.statement or ""].said
    span = date_span(said) if said else None
    if span is not None and span[0] == span[1]:
        days.append(span[0])
    # What is dated before the day that it tells of itself is dated wrongly.
    return min((day for day in days if day is not None and (count.day is None or day >= count.day)), default=None)


def _rounded(_pile: Pile, left: Count, right: Count) -> Judged | None:
    """40 and 41: one account rounds what the other counts."""
    small, large = sorted((size(left.figure), size(right.figure)))
    round_one = any(number >= 10 and number % 10 == 0 for number in (small, large))
    hundreds = small >= _HUNDRED and small % _HUNDRED == 0 and large / small <= _IN_HUNDREDS
    next_to = large - small <= 1 and small >= _NEXT_TO
    if hundreds or (round_one and small > 0 and (large / small <= _ROUNDED or next_to)):
        return Verdict.COMPATIBLE, 0.4, ["One of them is the other as a round number."]
    return None


def _part(_pile: Pile, left: Count, right: Count) -> Judged | None:
    # Six children among the dead, and eight: what they are a part of does not matter, both count children.
    like = left.victims == right.victims
    parts = [count.part_of_like if like else count.part for count in (left, right)]
    if parts[0] != parts[1] and not _of_its_size(*((left, right) if parts[0] else (right, left))):
        return Verdict.PART, 0.5, ["One is a part of a total that its report also gives."]
    if size(left.figure) in right.added or size(right.figure) in left.added:
        return Verdict.PART, 0.4, ["One is one of the numbers that come to the other."]
    if not like and (left.victims in right.apart or right.victims in left.apart):
        return Verdict.PART, 0.4, ["One report counts that kind of people apart."]
    if _of_the_counted(left, right) or _of_the_counted(right, left):
        return Verdict.PART, 0.4, ["One of them counts some of those whom the other counts."]
    if any(ONE_OF.search(around(count)) or NAMED.match(count.figure.span.text) for count in (left, right)):
        return Verdict.PART, 0.4, ["One of them names a victim and counts nobody."]
    return None


def _of_the_counted(part: Count, whole: Count) -> bool:
    """ "Six of the prisoners" behind 54 prisoners, in one report."""
    if part.figure.report != whole.figure.report or part.figure.span.start < whole.figure.span.start:
        return False
    noun = head_noun(whole.figure.of or "")
    behind = words_around(part.figure, part.scene, 0, 40)[len(part.figure.span.text) :]
    return (
        bool(noun)
        and size(part.figure) < size(whole.figure)
        and bool(re.match(rf"\s+of (?:the|these|those|its|their)\s+(?:\w+ )?{re.escape(noun)}", behind, re.I))
    )


def _of_its_size(part: Count, other: Count) -> bool:
    """Whether another report's number is nearer to a part than to its whole: then it counts that part too."""
    apart = part.figure.report != other.figure.report
    if part.whole is None or not apart or min(part.whole, size(part.figure), size(other.figure)) <= 0:
        return False
    number = math.log(size(other.figure))
    return abs(number - math.log(size(part.figure))) < abs(number - math.log(part.whole))


def is_part(figure: Figure, scene: Scene, *, counted: bool) -> bool:
    """Whether the words around a figure make it a part of others ("of whom two"); `counted`: others are counted before
    it. "Women had gathered in the tent, and the raid killed six of them": six are all who were killed."""
    before, after = words_around(figure, scene, 20, 0), words_around(figure, scene, 0, 40)[len(figure.span.text) :]
    found = OF_THESE.search(before) or OF_THEM.search(after)
    counted = counted or bool(TOLD_AS_TOLL.search(words_around(figure, scene, _SENTENCE, 0)))
    return found is not None and (counted or PRONOUN.search(found.group()) is None)


def _added(pile: Pile, left: Count, right: Count) -> Judged | None:
    """ "Three more died": a number that comes on top of one of the same harm that stands before it."""
    for count in (left, right):
        text, at = pile.reports[count.figure.report].text, count.figure.span.start
        words = words_around(count.figure, count.scene, 10, 8)
        before = [
            text[figure.span.end : at]
            for figure in pile.annotations[count.figure.report].figures
            if count.happened in figure.happened and 0 < at - figure.span.start <= _BEFORE
        ]
        others = OTHERS.search(words) and not all(FULL_STOP.search(between) for between in before)
        if before and (MORE.search(words) or others):
            return Verdict.PART, 0.4, ["One of them is counted on top of another number."]
    return None


def _copied(pile: Pile, left: Count, right: Count) -> Judged | None:
    a, b = left.figure.report, right.figure.report
    if a != b and pile.origins[a] == pile.origins[b]:
        return Verdict.COMPATIBLE, 0.4, ["One report copies the other, so the difference is one of editing."]
    return None


def _another(pile: Pile, left: Count, right: Count) -> Judged | None:
    """One report that passes from one happening to the next between two numbers."""
    if left.figure.report != right.figure.report:
        return None
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    if passes_on(pile, first, last):
        return Verdict.OTHER_INCIDENT, 0.4, ["The report passes to another happening between the two numbers."]
    return None


def unsourced(pile: Pile, first: Count, last: Count) -> bool:
    """Whether one of two numbers of a report is on nobody's word but its own, and nothing says that the other one is
    somebody's count of the same."""
    if own_toll(lead_in(pile, first, last)):
        return False
    by = [voices(pile, count) for count in (first, last)]
    return not all(by) or all(_anybody(pile, who) for who in by[0])


def voices(pile: Pile, count: Count) -> tuple[Who, ...]:
    """Who says a number; nobody where it is the outlet's own."""
    statement = pile.statements[count.figure.statement or ""]
    return count.named or (() if pile.outlet_says(statement) else statement.sources)


def named(pile: Pile, count: Count) -> bool:
    """Whether a body or a person that the pile knows says a number."""
    who = voices(pile, count)
    return bool(who) and all(pile.entity(one) is not None for one in who)


def _anybody(pile: Pile, who: Who) -> bool:
    """ "A monitor" at the head of a report is most often the very body that the report names later."""
    return (
        pile.entity(who) is None and who.unnamed in {Unnamed.GROUP, None} and who.name.lower().startswith(("a ", "an "))
    )


def _updated(pile: Pile, left: Count, right: Count) -> Judged | None:
    a, b = left.figure, right.figure
    if rivals(pile, left, right) or of_two_sides(left, right):
        return None
    # A reprint says nothing later than its origin did.
    days = published(pile, pile.origins[a.report]), published(pile, pile.origins[b.report])
    if days[0] and days[1] and days[0] != days[1]:
        first, last = (a, b) if days[0] < days[1] else (b, a)
        two = opposed(pile, left, right) or _two_voices(pile, left, right, first) or _stands(left, right)
        two = two or far_above(pile, left, right)
        if size(last) > size(first) and not two:
            later = max(days[0], days[1]).isoformat()
            return Verdict.UPDATE, 0.6, [f"The later report ({later}) has the higher number: an update."]
    if left.holder == right.holder:
        return Verdict.UPDATE, 0.5, ["The same source gives both numbers, so the later one updates the other."]
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    if _maintained(pile, low, high):
        return None
    if _supersedes(pile, low.figure, high.figure) and (_in_time(pile, low, high) or not _two_named(pile, left, right)):
        return Verdict.UPDATE, 0.6, ["A report says itself that the number was raised."]
    return _raised(pile, low, high)


def _supersedes(pile: Pile, low: Figure, high: Figure) -> bool:
    """Whether the higher of two numbers is told as raised, or the lower one as what the higher was brought down to.
    "Raised its toll to 39, from 23" says nothing of the 61 that others count."""
    old = pile.figures.get(low.supersedes or "")
    return bool(high.supersedes) or (old is not None and size(old) >= size(high))


def far_above(pile: Pile, left: Count, right: Count) -> bool:
    """Whether one voice tells far more than another one counted exactly."""
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    far = size(high.figure) >= _FAR_ABOVE * max(1.0, size(low.figure))
    exact = low.figure.low == low.figure.best == low.figure.high is not None and not leaves_room(pile, low.figure)
    spoken = all(voices(pile, one) or _own_bulletin(pile, one) for one in (left, right))
    return left.holder != right.holder and far and exact and spoken


def _stands(left: Count, right: Count) -> bool:
    """Whether two voices say how many were on board, seized, in the crowd: such a number does not rise, as a toll does,
    unless it is told as open."""
    low = min(left, right, key=lambda count: size(count.figure)).figure
    shut = low.high is not None or low.approximate
    return left.holder != right.holder and left.matter == right.matter != "" and left.matter not in GOES_ON and shut


def rivals(pile: Pile, left: Count, right: Count) -> bool:
    """Whether one of two numbers is told against the other: it names and rejects it, or leaves no room for it."""
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    if left.holder == right.holder:
        return False
    named = rejects(pile, low.figure, high.figure) or rejects(pile, high.figure, low.figure)
    return named or leaves_none(pile, low.figure)


def _two_voices(pile: Pile, left: Count, right: Count, first: Figure) -> bool:
    """Whether two bodies that are known count, and the first to do so leaves nothing open: then the other one raises
    no toll of its."""
    known = left.holder != right.holder and all(named(pile, one) or _own_bulletin(pile, one) for one in (left, right))
    return known and first.high is not None and not first.approximate and not leaves_room(pile, first)


def _own_bulletin(pile: Pile, count: Count) -> bool:
    """Whether a number is the outlet's own, and the outlet is a body that speaks for itself."""
    outlet = pile.reports[count.figure.report].outlet or ""
    own = pile.outlet_says(pile.statements[count.figure.statement or ""]) and not count.named
    return own and bool(SPEAKS_FOR_ITSELF.search(outlet)) and not PRESS.search(outlet)


def _raised(pile: Pile, low: Count, high: Count) -> Judged | None:
    """A toll that a report tells as raised, or as overtaken, contradicts no other state of it."""
    if opposed(pile, low, high):
        return None
    if _overtaken(pile, low.figure):
        return Verdict.UPDATE, 0.5, ["The lower number is told as an earlier one."]
    if RAISED.search(sentence_around(pile, high.figure)) and low.figure.report == high.figure.report:
        return Verdict.UPDATE, 0.5, ["The report tells the higher number as one that the toll rose to."]
    if not _in_time(pile, low, high) or low.figure.report == high.figure.report:
        return None
    for count, which in ((high, "higher"), (low, "lower")):
        if raises(f"{head(pile, count)} . {sentence_around(pile, count.figure)}"):
            return Verdict.UPDATE, 0.5, [f"The report of the {which} number says that the toll was rising."]
    if EXPECTED.search(pile.reports[low.figure.report].text[low.figure.span.end : low.figure.span.end + _SOON]):
        return Verdict.UPDATE, 0.5, ["The report of the lower number expects it to rise."]
    return None


def _in_time(pile: Pile, low: Count, high: Count) -> bool:
    """Whether the report of the lower number came out no later than the day after that of the higher one."""
    days = published(pile, low.figure.report), published(pile, high.figure.report)
    return not (days[0] and days[1]) or (days[0] - days[1]).days <= 1


def _two_named(pile: Pile, left: Count, right: Count) -> bool:
    """Whether two voices count: then a lower number that is told later is no earlier state of the higher one."""
    return left.holder != right.holder and (named(pile, left) or named(pile, right))


def _overtaken(pile: Pile, figure: Figure) -> bool:
    """Whether a number is told as an earlier one, and not as what somebody maintains."""
    sentence = sentence_around(pile, figure)
    found = OVERTAKEN.search(sentence)
    return found is not None and not MAINTAINED.search(sentence[found.end() :].split(figure.span.text)[0])


def _maintained(pile: Pile, low: Count, high: Count) -> bool:
    """Whether a report gives a raised toll, and behind it the lower one that another voice stays at ("the ministry
    maintains that nine died")."""
    if low.figure.report != high.figure.report or low.figure.span.start < high.figure.span.start:
        return False
    return bool(voices(pile, low)) and bool(MAINTAINED.search(lead_in(pile, high, low)))


def _wider(_pile: Pile, left: Count, right: Count) -> Judged | None:
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    if is_wide(high.scene.sentence.text) and not is_wide(low.scene.sentence.text):
        return Verdict.PART, 0.4, ["The higher number is counted over more places than the lower one."]
    return None


def of_two_sides(left: Count, right: Count) -> bool:
    """Whether one counts those whom its enemy lost, and another its own, or those who bear arms."""
    told = {left.losses, right.losses}
    armed = any(count.losses is None and count.victims in ARMED for count in (left, right))
    return left.holder != right.holder and (told == {Of.OWN, Of.ENEMY} or (told == {None, Of.ENEMY} and armed))


def opposed(pile: Pile, left: Count, right: Count) -> bool:
    """Whether two sides count: what one says later raises no toll of the other's."""
    sides = [
        {side for who in pile.statements[count.figure.statement or ""].sources if (side := pile.side(who))}
        for count in (left, right)
    ]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


def _conflict(left: Count, right: Count, apart: bool) -> Judged:
    one, other = show(left.figure), show(right.figure)
    reasons = [
        f"{one} and {other} cannot both hold."
        if apart
        else f"{one} does not rule out {other}, but the two are far apart."
    ]
    if left.scene.carried or right.scene.carried:
        reasons.append("One of them takes its day from a sentence before it.")
    return Verdict.CONFLICT, 0.5, reasons
