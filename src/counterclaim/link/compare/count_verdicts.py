"""What two counts of the same are to each other: the same, an update, a part, another happening, or a conflict.

Each check looks at one thing that can keep two different numbers from contradicting each other, and says so in a
sentence; what passes all of them is a conflict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.link.when import published
from counterclaim.records import Figure, Happened, Unnamed, Verdict, Who

#: "At least 12" does not rule out 18; two sources that are that far apart (as a ratio) differ all the same.
_FAR = 1.3
#: Ratio from which two numbers are taken for counts of two things.
_OTHER = 8
#: Words with which one report passes from one happening to the next.
_ANOTHER = re.compile(
    r"\b(?:another|separate\w*|elsewhere|meanwhile|in addition|nearby|same neighbou?rhood|"
    r"(?:other|second|different|later|earlier|further) (?:\w+ )?(?:attacks?|strikes?|raids?|shells?|rockets?|bomb\w*|"
    r"blasts?|explosions?|incidents?|clashes|towns?|villages?|districts?|areas?|part))\b",
    re.I,
)
#: The same right before the later of two numbers.
_LATER = re.compile(r"\b(?:later|earlier|also|previous\w*|last (?:week|month|year))\b", re.I)
#: "Wounded nine others": not another happening.
_AND_OTHERS = re.compile(r"\b[\w,]+ (?:others|other (?:people|civilians|persons))\b", re.I)
#: "Three more died", "another 25", "a further two".
_MORE = re.compile(r"\b(?:another|further|additional|\w+ (?:more|further)(?! than))\b", re.I)
_OF_THESE = re.compile(
    r"\b(?:of which|of whom|of them|of those|of the dead|among them|among the dead|including)\b", re.I
)

Judged = tuple[Verdict, float, list[str]]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what decides whether another one counts the same."""

    figure: Figure
    happened: Happened
    victims: str
    day: date | None
    scene: Scene
    deeds: frozenset[str]
    holder: str
    part: bool
    nameless: bool = False


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The interval in which the number lies; None where it is open. "About n" is read as within 15 %."""
    low, high = figure.low, figure.high
    if figure.approximate and figure.best is not None:
        low = figure.best * 0.85 if low is None else low
        high = figure.best * 1.15 if high is None else high
    return low, high


def _apart(left: Figure, right: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = bounds(left), bounds(right)
    above = low_b is not None and high_a is not None and low_b > high_a
    below = low_a is not None and high_b is not None and low_a > high_b
    return above or below


def judge_counts(pile: Pile, left: Count, right: Count) -> Judged:
    """The verdict on two counts of the same harm to the same people in one place within a day, with its reasons."""
    a, b = left.figure, right.figure
    apart = _apart(a, b)
    if _vague(a) or _vague(b):
        return Verdict.COMPATIBLE, 0.4, ["One of them is only a rough word for a number."]
    if not apart and not _far(a, b):
        return Verdict.SAME, 0.5, ["The numbers can both hold."]
    for check in (_part, _added, _copied, _another, _too_far, _updated):
        kept = check(pile, left, right)
        if kept is not None:
            return kept
    return _conflict(left, right, apart)


def _part(pile: Pile, left: Count, right: Count) -> Judged | None:
    if _is_part(left) != _is_part(right):
        return Verdict.PART, 0.5, ["One is a part of a total that its report also gives."]
    return None


def _is_part(count: Count) -> bool:
    return count.part or bool(_OF_THESE.search(_around(count)))


def _added(pile: Pile, left: Count, right: Count) -> Judged | None:
    """ "Three more died": a number that comes on top of another one."""
    for count in (left, right):
        text, start = count.scene.sentence.text, count.scene.sentence.start
        span = count.figure.span
        if _MORE.search(text[max(0, span.start - start - 10) : max(0, span.end - start + 8)]):
            return Verdict.PART, 0.4, ["One of them is counted on top of another number."]
    return None


def _around(count: Count) -> str:
    """The words right before the figure, the figure, and those right after it ("two of those who died")."""
    text, start = count.scene.sentence.text, count.scene.sentence.start
    span = count.figure.span
    return text[max(0, span.start - start - 20) : max(0, span.end - start + 12)]


def _copied(pile: Pile, left: Count, right: Count) -> Judged | None:
    a, b = left.figure.report, right.figure.report
    if a != b and pile.origins[a] == pile.origins[b]:
        return Verdict.COMPATIBLE, 0.4, ["One report copies the other, so the difference is one of editing."]
    return None


def _another(pile: Pile, left: Count, right: Count) -> Judged | None:
    """One report that counts twice mostly tells of two happenings, unless two named sources count in it."""
    if left.figure.report != right.figure.report:
        return None
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    text = pile.reports[left.figure.report].text
    between = text[first.figure.span.end : last.figure.span.start]
    before = text[max(last.scene.sentence.start, first.figure.span.end) : last.figure.span.start]
    if _ANOTHER.search(_AND_OTHERS.sub("", between)) or _LATER.search(before):
        return Verdict.OTHER_INCIDENT, 0.4, ["The report passes to another happening between the two numbers."]
    spoken = [pile.statements[c.figure.statement or ""] for c in (left, right)]
    if any(not s.sources or pile.outlet_says(s) or all(_anybody(pile, who) for who in s.sources) for s in spoken):
        return Verdict.OTHER_INCIDENT, 0.4, ["One report gives both, and only one of them on somebody's word."]
    return None


def _too_far(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Two accounts of one toll differ, but not by ten times: then they count two things."""
    small, large = sorted((_size(left.figure), _size(right.figure)))
    if small > 0 and large / small >= _OTHER:
        return Verdict.OTHER_INCIDENT, 0.4, ["The numbers are too far apart to be counts of one thing."]
    return None


def _anybody(pile: Pile, who: Who) -> bool:
    """ "A monitor" at the head of a report is most often the very body that the report names later."""
    return (
        pile.entity(who) is None and who.unnamed in {Unnamed.GROUP, None} and who.name.lower().startswith(("a ", "an "))
    )


def _updated(pile: Pile, left: Count, right: Count) -> Judged | None:
    a, b = left.figure, right.figure
    # A reprint says nothing later than its origin did.
    days = published(pile, pile.origins[a.report]), published(pile, pile.origins[b.report])
    if days[0] and days[1] and days[0] != days[1]:
        first, last = (a, b) if days[0] < days[1] else (b, a)
        if _size(last) > _size(first) and not _opposed(pile, left, right):
            later = max(days[0], days[1]).isoformat()
            return Verdict.UPDATE, 0.6, [f"The later report ({later}) has the higher number: an update."]
    if left.holder == right.holder:
        return Verdict.UPDATE, 0.5, ["The same source gives both numbers, so the later one updates the other."]
    if a.supersedes or b.supersedes:
        return Verdict.UPDATE, 0.6, ["A report says itself that the number was raised."]
    return None


def _opposed(pile: Pile, left: Count, right: Count) -> bool:
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
    carried = left.scene.carried or right.scene.carried
    if carried:
        reasons.append("One of them takes its day from a sentence before it.")
    score = 0.65 if apart else 0.5
    score += (
        0.1 * (left.day is not None and left.day == right.day) + 0.1 * bool(left.deeds & right.deeds) - 0.05 * carried
    )
    score += 0.1 * (len(left.scene.places & right.scene.places) > 1)
    return Verdict.CONFLICT, min(score, 0.95), reasons


def _vague(figure: Figure) -> bool:
    """Whether a figure is "dozens", "hundreds", "several"."""
    return figure.approximate and figure.best is None


def _size(figure: Figure) -> float:
    return float(figure.best or figure.low or figure.high or 0)


def _far(left: Figure, right: Figure) -> bool:
    """Whether two numbers that could both hold are far apart; "dozens" is not far from anything above it."""
    if any(f.approximate and f.best is None for f in (left, right)):
        return False
    small, large = sorted((_size(left), _size(right)))
    return small > 0 and large / small >= _FAR


def show(figure: Figure) -> str:
    """A figure's bounds in a few words."""
    low, best, high = (None if n is None else f"{n:,.0f}" for n in (figure.low, figure.best, figure.high))
    if best is not None and figure.low == figure.best == figure.high:
        return best
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"up to {high}" if high is not None and best is None else f"about {best}"
