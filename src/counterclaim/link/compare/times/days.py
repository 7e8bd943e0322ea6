"""Days counted: "Sunday was the fourth day of the offensive" against a Monday that was. Both say when it began.

From the number of the day and its date follows the day that something began on; two reports of one place and of like
date whose beginnings differ do not agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.words import ORDINALS, day_in_words, sentence_at
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import published, windows
from counterclaim.records import Claim, Slot, Span
from counterclaim.records.timex import date_span

#: What is counted in days, by what it may also be called.
_NOUNS = {
    "offensive": "offensive assault incursion operation campaign push attack",
    "fighting": "fighting clashes battle violence attacks",
    "bombardment": "raids strikes bombing airstrikes bombardment shelling",
    "talks": "talks negotiations summit conference",
    "siege": "siege blockade",
    "truce": "truce ceasefire cease-fire armistice",
    "protests": "protest protests demonstrations unrest riots strike",
}
_KIND_OF = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_ORDINAL = rf"(?P<number>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_AGAIN = r"(?: straight| consecutive| successive)?"
_COUNTED = Sought(
    rf"\bthe {_ORDINAL}{_AGAIN} day of (?:[\w-]+ ){{0,4}}?(?P<noun>{'|'.join(_KIND_OF)})\b"
    rf"|\b(?:enter(?:s|ed|ing)|into|now in) (?:its|a|the|their) {_ORDINAL.replace('number', 'entered')}{_AGAIN} day\b"
    rf"|\bfor (?:the|a) {_ORDINAL.replace('number', 'again')}{_AGAIN} day\b(?: in a row| running)?",
    re.I,
)
_NOUN = re.compile(rf"\b(?:{'|'.join(_KIND_OF)})\b", re.I)
#: Reports further apart than this, in days, may count two of them.
_DAYS = 4
#: Beginnings further apart than this, in days, are those of two.
_FAR = 5
#: A report tells of a day no longer ago than this; a date further back dates something else.
_RECENT = 3
#: How much of a report is its opening, in characters.
_OPENING = 500
_SCORE = 0.7


@dataclass(frozen=True, slots=True)
class _Begun:
    """The day that something began on, as a sentence counts it."""

    claim: Claim
    kind: str
    named: frozenset[str]
    noun: str
    places: frozenset[str]
    start: date
    came_out: date
    counted: str
    sentence: Span


def compare_days(pile: Pile) -> Iterator[Finding]:
    """Compare what began on which day, by the days that reports count."""
    blocks: dict[tuple[str, str, int], list[_Begun]] = defaultdict(list)
    for begun in _all(pile):
        for place in sorted(begun.places):
            for window in windows(begun.came_out.toordinal(), _DAYS):
                for kind in sorted(begun.named):
                    blocks[kind, place, window].append(begun)
    seen: set[tuple[str, str]] = set()
    ranks = {kind: rank for rank, kind in enumerate(_NOUNS)}
    for key in sorted(blocks, key=lambda block: (ranks[block[0]], *block)):
        for at, left in enumerate(blocks[key]):
            for right in blocks[key][at + 1 :]:
                pair = (left.claim.id, right.claim.id)
                counted = key[0] in (
                    left.kind,
                    right.kind,
                )  # the other may count the raids that an offensive began with
                if counted and pair not in seen and _differ(pile, left, right):
                    seen.add(pair)
                    yield _finding(pile, left, right, key[0], key[1])


def _differ(pile: Pile, left: _Begun, right: _Begun) -> bool:
    one, other = left.claim.report, right.claim.report
    apart = abs((left.start - right.start).days)
    near = abs((left.came_out - right.came_out).days) <= _DAYS
    return one != other and pile.origins[one] != pile.origins[other] and near and 0 < apart <= _FAR


def _all(pile: Pile) -> Iterator[_Begun]:
    for report, found in pile.annotations.items():
        text, came_out = pile.reports[report].text, published(pile, report)
        if came_out is None:
            continue
        for match in _COUNTED.finditer(text):
            sentence = sentence_at(text, match.start(), match.end())
            noun = _noun(match, sentence)
            claim = next((c for c in found.claims if sentence.covers(c.trigger)), None)
            if noun is None or claim is None:
                continue
            number = _read(match["number"] or match["entered"] or match["again"])
            spans = [date_span(time.value) for time in found.times if sentence.covers(time.span)]
            days = {span[0] for span in spans if span is not None and span[0] == span[1]}
            recent = sorted(day for day in days if 0 <= (came_out - day).days <= _RECENT)
            if len(recent) > 1 or number < 2:
                continue
            places = frozenset(
                place.name
                for place in found.places
                if place.latitude is not None
                and place.precision != "country"
                and (sentence.covers(place.span) or place.span.start < _OPENING)
            )
            start = (recent[0] if recent else came_out) - timedelta(days=number - 1)
            named = frozenset(_KIND_OF[found[0].lower()] for found in _NOUN.finditer(sentence.text))
            yield _Begun(claim, _KIND_OF[noun], named, noun, places, start, came_out, match[0], sentence)


def _noun(match: re.Match[str], sentence: Span) -> str | None:
    if match["noun"]:
        return match["noun"].lower()
    at = match.start() - sentence.start
    found = list(_NOUN.finditer(sentence.text))
    nearest = min(found, key=lambda m: abs(m.start() - at), default=None)
    return nearest[0].lower() if nearest else None


def _read(word: str) -> int:
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _finding(pile: Pile, left: _Begun, right: _Begun, kind: str, place: str) -> Finding:
    noun = left.noun if left.noun == right.noun else kind
    reasons = [
        f"Both count the days of the {noun} in {place}.",
        *(f"By “{b.counted}”, it began on {day_in_words(b.start)}." for b in (left, right)),
    ]
    question = f"On which day did the {noun} in {place} begin?"
    return conflict(Slot.TIME, _SCORE, question, reasons, _answer(pile, left), _answer(pile, right))


def _answer(pile: Pile, begun: _Begun) -> Answer:
    words = f"{day_in_words(begun.start)} ({begun.counted})"
    return Answer(begun.claim.id, begun.claim.statement, words, pile.evidence(begun.claim.report, begun.sentence))
