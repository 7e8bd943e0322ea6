"""Counts: two accounts give numbers of the same people, to whom the same happened, on the same day and place.

Numbers are never averaged. A later, higher number is an update; a part is not its total; two happenings that only
look alike are two. All of these are near misses with their reason; what is left is a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.when import day_of, published
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Figure, Happened, Slot, Verdict

_HARM = frozenset(
    {Happened.KILLED, Happened.INJURED, Happened.CAPTURED, Happened.MISSING, Happened.ARRESTED, Happened.RELEASED}
)
_VICTIMS = {
    "people": "people person other victim dead body casualty wounded injured inhabitant life man resident",
    "civilians": "civilian",
    "children": "child kid minor boy girl baby infant student pupil schoolchild",
    "women": "woman female",
    "fighters": "militant rebel fighter insurgent terrorist jihadist gunman member extremist combatant",
    "troops": "troop officer policeman guard conscript loyalist",
    "medics": "medic doctor nurse paramedic staff staffer",
}
_CLASS_OF = {noun: name for name, nouns in _VICTIMS.items() for noun in nouns.split()}
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|in total|overall|over the past|in the past|past \w+ (?:days|weeks|months)|in all|every|per day|"
    r"the war|conflict|civil war|last (?:month|year)|this (?:month|year)|in recent|on average|to date)\b",
    re.I,
)
_DEEDS = {
    "air": r"air ?strikes?|air raids?|warplanes?|jets?|barrel bombs?|helicopters?|aircraft",
    "shelling": r"shell\w*|mortars?|rockets?|artillery|missiles?",
    "bomb": r"car bombs?|suicide|explosions?|blasts?|exploded|explosive|blew|detonat\w+",
    "ground": r"clash\w*|ambush\w*|fighting|battles?|offensive|gun ?(?:fire|battle)|stormed",
    "gas": r"gas|chemical|sarin|chlorine|toxic",
    "executed": r"execut\w+|beheaded|massacre\w*|shot dead",
}
_DEED = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _DEEDS.items()}
#: A place that more than this share of the reports name says little about which happening is meant.
_COMMON_PLACE = 0.12


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure with what decides whether another one counts the same."""

    figure: Figure
    happened: Happened
    victims: str
    day: date
    places: frozenset[str]
    deeds: frozenset[str]
    holder: str
    part: bool


def compare_counts(pile: Pile) -> Iterator[Finding]:
    """Compare figures of one kind of harm in one place within a day of each other."""
    blocks: dict[tuple[str, str, str], list[_Count]] = defaultdict(list)
    for figure in pile.figures.values():
        for count in _counts(pile, figure):
            for place in count.places:
                blocks[place, count.happened.value, count.victims].append(count)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        counts = sorted(blocks[key], key=lambda c: (c.day, pile.rank(c.figure.report), c.figure.span.start))
        for i, left in enumerate(counts):
            for right in counts[i + 1 :]:
                if (right.day - left.day).days > 1:
                    break
                pair = (left.figure.id, right.figure.id)
                if pair not in seen and _comparable(left, right):
                    seen.add(pair)
                    yield _compare(pile, left, right, key[0])


def _counts(pile: Pile, figure: Figure) -> Iterator[_Count]:
    """A figure's facets, one for each harm; none where it is not clear what, when and where is counted."""
    day = day_of(pile, figure)
    claim = pile.claims.get(figure.claim or "")
    if day is None or claim is None or len(figure.happened) != 1 or figure.happened[0] not in _HARM:
        return
    if _bounds(figure)[0] is None and _bounds(figure)[1] is None:
        return
    words = claim.spans[0].text
    if _CUMULATIVE.search(words) or figure.since or figure.until:
        return
    places = frozenset(
        entity.id
        for who in (*claim.place, *([figure.place] if figure.place else []))
        if (entity := pile.entity(who)) is not None
        and entity.kind is EntityKind.PLACE
        and pile.frequency[entity.id] <= max(3, _COMMON_PLACE * len(pile.reports))
    )
    if not places:
        return
    statement = pile.statements.get(figure.statement or "")
    if statement is None:
        return
    noun = head_noun(figure.of or "people")
    yield _Count(
        figure,
        figure.happened[0],
        _CLASS_OF.get(noun, noun),
        day,
        places,
        frozenset(name for name, pattern in _DEED.items() if pattern.search(words)),
        pile.holder_key(statement),
        figure.part_of is not None,
    )


def _comparable(left: _Count, right: _Count) -> bool:
    """Whether the two are worth a verdict: not one source counting two things in one report, nor two deeds."""
    if left.figure.report == right.figure.report and left.holder == right.holder:
        return False
    return not (left.deeds and right.deeds) or bool(left.deeds & right.deeds)


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The interval in which the number lies; None where it is open. "About n" is read as within 15 %."""
    low, high = figure.low, figure.high
    if figure.approximate and figure.best is not None:
        low = figure.best * 0.85 if low is None else low
        high = figure.best * 1.15 if high is None else high
    return low, high


def _apart(left: Figure, right: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(left), _bounds(right)
    above = low_b is not None and high_a is not None and low_b > high_a
    below = low_a is not None and high_b is not None and low_a > high_b
    return above or below


def _compare(pile: Pile, left: _Count, right: _Count, place: str) -> Finding:
    verdict, score, reasons = _judge(pile, left, right)
    name = pile.entities[place].name
    question = f"How many {_whom(left)} were {left.happened.value} in {name} on {left.day.isoformat()}?"
    intro = f"Both count {_whom(left)} {left.happened.value} in {name} on {_days(left, right)}."
    evidence = [pile.evidence(c.figure.report, pile.claims[c.figure.claim or ""].spans[0]) for c in (left, right)]
    kind = "agree" if verdict is Verdict.SAME else "compare"
    return Finding(
        judge(kind, (left.figure.id, right.figure.id), verdict, score, [intro, *reasons], evidence, Slot.COUNT),
        question,
        _answer(pile, left),
        _answer(pile, right),
    )


def _judge(pile: Pile, left: _Count, right: _Count) -> tuple[Verdict, float, list[str]]:
    a, b = left.figure, right.figure
    same_origin = pile.origins[a.report] == pile.origins[b.report] and a.report != b.report
    if left.part != right.part:
        return Verdict.PART, 0.5, ["One is a part of a total that its report also gives."]
    if not _apart(a, b):
        if same_origin:
            return Verdict.SAME, 0.5, ["The numbers can both hold, and one report copies the other."]
        return Verdict.SAME, 0.5, ["The numbers can both hold."]
    days = published(pile, a.report), published(pile, b.report)
    if days[0] and days[1] and days[0] != days[1]:
        first, last = (a, b) if days[0] < days[1] else (b, a)
        if (last.best or last.low or 0) > (first.best or first.low or 0):
            return (
                Verdict.UPDATE,
                0.6,
                [f"The later report ({max(days[0], days[1])}) has the higher number: an update."],
            )
    if left.holder == right.holder:
        return Verdict.UPDATE, 0.5, ["The same source gives both numbers, so the later one updates the other."]
    if a.supersedes or b.supersedes:
        return Verdict.UPDATE, 0.6, ["A report says itself that the number was raised."]
    score = 0.6 + 0.1 * (left.day == right.day) + 0.1 * bool(left.deeds & right.deeds) + 0.05 * (a.report == b.report)
    score += 0.1 * (len(left.places & right.places) > 1)
    return Verdict.CONFLICT, min(score, 0.95), [f"{show(a)} and {show(b)} cannot both hold."]


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


def _whom(count: _Count) -> str:
    plural = {"troop": "troops", "people": "people"}
    return plural.get(count.victims, count.victims if count.victims in _VICTIMS else f"{count.victims}s")


def _days(left: _Count, right: _Count) -> str:
    return left.day.isoformat() if left.day == right.day else f"{left.day.isoformat()} or {right.day.isoformat()}"


def _answer(pile: Pile, count: _Count) -> Answer:
    figure = count.figure
    claim = pile.claims[figure.claim or ""]
    words = f"{show(figure)} {count.happened.value}"
    return Answer(figure.id, figure.statement or "", words, pile.evidence(figure.report, claim.spans[0]))
