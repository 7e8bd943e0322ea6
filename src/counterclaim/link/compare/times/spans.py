"""How long, and since when: "besieged for two years" against "since 2013"; a fight of three hours or forty minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import Annotations, Slot, Span, Statement, Verdict
from counterclaim.records.timex import date_span

#: What lasts, by the words that say so.
_STATES = {
    "the siege": r"sieges?|besieged|encircle\w*|blockad\w+|surrounded|cut off",
    "the hold": r"controll?(?:ed|s|ing)?|held|holds?|hands of|\w+ hands|occupied|under the control",
    "the closure": r"closed|shut|closure|blocked|impassable",
    "the outage": r"(?:without|no) (?:power|electricity|water|light)|outage|blackout",
    "the detention": r"detained|imprisoned|in (?:prison|jail|custody|captivity)|held hostage",
    "the fight": r"fight(?:ing)?|battle|clash\w*|gunfight|firefight|shoot-?out|shooting|exchange of fire|assault"
    r"|stand-?off",
    "the fire": r"blaze|fire (?:raged|burned|burnt)|burn(?:ed|ing|t)",
    "the shelling": r"shelling|bombardment|barrage",
    "the talks": r"talks|negotiations|meeting",
}  # fmt: skip
_STATE = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _STATES.items()}
_UNITS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_NUMBERS = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1, "half": 0.5, "half an": 0.5, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
     "sixty": 60, "ninety": 90, "a dozen": 12}  # fmt: skip
_HEDGE = r"more than|over|at least|nearly|almost|about|around|some|less than|under|only|just|barely|the past|the last"
_NUMBER = rf"\d+(?:\.\d)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_LENGTH = Sought(
    rf"\b(?:(?:for|lasted|lasting|took|after|went on for|raged for|continued for)\s+)"
    rf"(?:(?:{_HEDGE}) )*(?P<number>{_NUMBER})[ -](?P<unit>{'|'.join(_UNITS)})s?\b"
    rf"|\b(?P<number2>{_NUMBER})-(?P<unit2>{'|'.join(_UNITS)})(?:-long)?\b",
    re.I,
)
_SINCE = re.compile(r"\bsince\s+(?:early |late |the (?:beginning|start|end) of |mid-)?$", re.I)
_LASTS = re.compile(r"\b(?:lasted|lasting|went on|raged|continued)\b", re.I)
_MORE = re.compile(r"more than|over|at least|well over", re.I)
_LESS = re.compile(r"less than|under|nearly|almost|only|just|barely", re.I)
#: A length in words is rough by this share of it.
_ROUGH = 0.3
_SCORE, _NEAR, _MOST = 0.5, 3000, 12


@dataclass(frozen=True, slots=True)
class _Lasting:
    """How long something has lasted, in days up to `until`, as bounds; by "since March" both bounds are exact."""

    told: Statement
    record: str
    what: str
    low: float
    high: float
    ended: bool
    words: str
    places: frozenset[str]
    shown: Span
    until: date


def compare_spans(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare how long things have lasted, in one report, and in two of one story."""
    found = {report: list(_lasting(pile, tellings, report))[:_MOST] for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            if abs(left.shown.start - right.shown.start) <= _NEAR and _differ(pile, left, right):
                yield _finding(pile, left, right, "One report gives both.")
    for one, other in tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _differ(pile, left, right):
                    alike = tellings.stories.alike(one, other)
                    yield _finding(pile, left, right, f"The two reports tell one story (likeness {alike:.2f} of 1).")


def _lasting(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Lasting]:
    text, found, until = pile.reports[report].text, pile.annotations[report], published(pile, report)
    if until is None:
        return
    for start, end, low, high in _lengths(text, found, until):
        sentence = sentence_at(text, start, end)
        told = told_by(found.statements, start, end)
        states = [name for name, words in _STATE.items() if words.search(sentence.text)]
        if told is None or len(states) != 1:
            continue
        telling = tellings.at(report, start, end)
        near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
        record = min(near, key=lambda c: (abs(c.trigger.start - start), c.id)).id if near else told.id
        ended = bool(_LASTS.search(sentence.text[: end - sentence.start]))
        shown = words_of(told, sentence, start, text)
        words = " ".join(text[start:end].split())
        yield _Lasting(told, record, states[0], low, high, ended, words, telling.places, shown, until)


def _lengths(text: str, found: Annotations, until: date) -> Iterator[tuple[int, int, float, float]]:
    """Where a text says how long, and the fewest and most days that this is."""
    for match in _LENGTH.finditer(text):
        number, unit = match["number"] or match["number2"], match["unit"] or match["unit2"]
        days = (_NUMBERS.get(number.lower()) or float(number)) * _UNITS[unit.lower()]
        hedge = match.group()[: match.start("number") - match.start()] if match["number"] else ""
        low = days * (1 if _MORE.search(hedge) else 0.5 if _LESS.search(hedge) else 1 - _ROUGH)
        high = days * (2.2 if _MORE.search(hedge) else 1 if _LESS.search(hedge) else 1 + _ROUGH)
        yield match.start(), match.end(), low, high
    for time in found.times:
        since = _SINCE.search(text[max(0, time.span.start - 30) : time.span.start])
        span = date_span(time.value)
        if since and span and span[0] < until:
            at = max(0, time.span.start - 30) + since.start()
            yield at, time.span.end, max(0, (until - span[1]).days), (until - span[0]).days


def _differ(pile: Pile, left: _Lasting, right: _Lasting) -> bool:
    if left.what != right.what or left.ended != right.ended or left.record == right.record:
        return False
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    unknown = not (left.places and right.places) and (left.told.report == right.told.report or few_reports(pile))
    if left.places.isdisjoint(right.places) and not unknown:
        return False
    shift = 0 if left.ended else (right.until - left.until).days
    gap = max(left.low + shift - right.high, right.low - left.high - shift)
    longest = max(left.high, right.high)
    return (
        gap > 0 and gap >= min(1.0, longest * 0.1) and longest < 4 * 365 and min(left.high, right.high) > longest / 12
    )


def _finding(pile: Pile, left: _Lasting, right: _Lasting, why: str) -> Finding:
    evidence = [pile.evidence(part.told.report, part.shown) for part in (left, right)]
    reasons = [f"Of {left.what} one says “{left.words}”, the other “{right.words}”; both cannot hold.", why]
    return Finding(
        judge("compare", (left.record, right.record), Verdict.CONFLICT, _SCORE, reasons, evidence, Slot.TIME),
        _question(pile, left, right),
        Answer(left.record, left.told.id, left.words, evidence[0]),
        Answer(right.record, right.told.id, right.words, evidence[1]),
    )


def _question(pile: Pile, left: _Lasting, right: _Lasting) -> str:
    shared = left.places & right.places
    place = min(shared, key=lambda place: (pile.frequency[place], place), default=None)
    where = f" in {pile.entities[place].name}" if place else ""
    if left.ended:
        return f"How long did {left.what}{where} last?"
    return f"Since when has there been {left.what}{where}: {left.words} or {right.words}?"
