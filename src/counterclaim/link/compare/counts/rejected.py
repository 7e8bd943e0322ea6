"""Numbers that one report names only to reject them, and another gives: "thirteen lorries, not twenty"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.counts.bare import Number, told_at
from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.counts.rivals import rejects_next
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, published
from counterclaim.records import Slot, Span

#: What is counted, right behind its number.
_NOUN = re.compile(
    r" (?:of (?:the |its |their |our )?)?(?:(?!(?:and|or|of|in|on|at)\b)[a-z][\w’'-]+ ){0,2}?"
    r"(?P<noun>[a-z]+s|men|people)\b"
)
#: Times and measures are counted everywhere.
_NO_NOUN = frozenset(
    "day week month year hour minute second mile metre meter kilometre kilometer dollar euro point time percent other "
    "this his its was has".split()
)
#: Reports further apart than this, in days, tell of two things; so small a number is met by chance.
_DAYS, _LEAST = 10, 3
#: Both numbers can be of two things of one name: of three such lines in a reporter's own reports one was right.
_SCORE = 0.55
#: Those who tell it are not what is counted: "according to twelve inmates", "nine miners told the paper".
_TELLERS = re.compile(
    r"(?:\baccording to|\b(?:told|said|spoke|talks?|talked|interview\w*)(?: (?:by|to|with))?) (?:\w+ )?$", re.I
)
_TELLING = re.compile(r"\s(?:who (?:were|was|had been) (?:interviewed|asked)|interviewed|said|told|say)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A number with what it counts, in the words of its report and in the singular."""

    number: Number
    words: str
    noun: str


def compare_rejected(pile: Pile) -> Iterator[Finding]:
    """Set a number against the one that another report rejects for it, where both count things of one name."""
    given: dict[tuple[str, float], list[_Told]] = defaultdict(list)
    against: list[tuple[_Told, float]] = []
    for report in pile.annotations:
        text = pile.reports[report].text
        found = list(numbers_in(text))
        for at, (span, value) in enumerate(found):
            counted = _NOUN.match(text, span.end, span.end + 60)
            noun = singular(counted["noun"]) if counted else ""
            if counted is None or noun in _NO_NOUN or value < _LEAST or rejects_next(text, span):
                continue
            if _TELLERS.search(text, max(0, span.start - 40), span.start) or _TELLING.match(text, counted.end()):
                continue
            number = told_at(pile, report, span, value)
            if number is None:
                continue
            told = _Told(number, counted["noun"], noun)
            given[noun, value].append(told)
            sentence = sentence_at(text, span.start, span.end)
            for other, rejected in found[at + 1 : at + 3]:
                if sentence.covers(other) and rejects_next(text, other) and _same_noun(text, other, noun):
                    against.append((told, rejected))
    for told, rejected in against:
        for rival in given.get((told.noun, rejected), ()):
            pile.look()
            if _may_meet(pile, told.number, rival.number):
                yield _finding(pile, told, rival)


def _same_noun(text: str, span: Span, noun: str) -> bool:
    """Whether a rejected number stands alone, or counts what the one before it counts."""
    counted = _NOUN.match(text, span.end, span.end + 60)
    return counted is None or singular(counted["noun"]) == noun or text[span.end : span.end + 1] != " "


def _may_meet(pile: Pile, one: Number, other: Number) -> bool:
    reports = one.told.report, other.told.report
    apart = days_between(*(published(pile, report) for report in reports))
    return reports[0] != reports[1] and (apart is None or apart <= _DAYS) and one.holder != other.holder


def _finding(pile: Pile, told: _Told, other: _Told) -> Finding:
    asked = f"How many {told.words} were there: {other.number.value:,.0f} or {told.number.value:,.0f}?"
    why = f"One report says “{told.number.span.text}”, and rejects “{other.number.span.text}”, which the other gives."
    return conflict(Slot.COUNT, _SCORE, asked, [why], _answer(pile, other), _answer(pile, told))


def _answer(pile: Pile, told: _Told) -> Answer:
    number = told.number
    sentence = sentence_at(pile.reports[number.told.report].text, number.span.start, number.span.end)
    words = f"{number.value:,.0f} {told.words}"
    return Answer(number.record, number.told.id, words, pile.evidence(number.told.report, sentence), number.who)
