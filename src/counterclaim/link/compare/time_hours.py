"""Hours: one account has the shells fall at twenty to nine, another at ten past ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.time_clock import Hour, apart, hours_in
from counterclaim.link.compare.time_words import sentence_at
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, within
from counterclaim.records import Modality, Polarity, Slot, Span, Statement, Verdict
from counterclaim.records.timex import date_span

#: What a sentence dates to the hour. Two hours are of one thing only if it is of one kind.
_KINDS = {
    "violence": r"explo\w+|blasts?|bomb\w*|shell(?:s|ed|ing)?|rockets?|missiles?|str(?:ikes?|uck|iking)|raid(?:s|ed)?"
    r"|attack\w*|assault\w*|ambush\w*|shots?|shoot\w*|gunfire|gunmen|fire(?:d|s)?|crash\w*|hit|stormed|clash\w*|killed"
    r"|detonat\w+|slammed|drones?|mortars?|artillery|barrage|fight(?:ing)?|battle|massacre\w*|slaughter\w*|crimes?"
    r"|aggression|aircraft|(?:war)?planes?|jets|died",
    "disaster": r"collaps\w+|sank|sunk|sinking|capsiz\w+|derail\w+|quake|earthquake|burst|breach\w*|flood\w*|blaze",
    "truce": r"truce|cease-?fire|pause|lull|armistice|cessation",
    "talks": r"talks|negotiations?|met|meeting|summit|session|conference",
    "seizure": r"arrest\w*|detain\w*|abduct\w*|kidnap\w*|seized|taken (?:away|hostage|prisoner)|captured",
    "movement": r"arriv\w+|left|depart\w*|cross(?:ed|ing)|convoy|evacuat\w+|withdr\w+|pull(?:ed|ing) out"
    r"|took \w+ (?:out|away)|fled|entered|landed",
    "release": r"releas\w+|freed|hand(?:ed|ing) over|exchange\w*|swap\w*",
}  # fmt: skip
_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.I) for kind, words in _KINDS.items()}
#: What is told of other times than that of the happening: what was due, and how the report came about.
_OTHER = re.compile(
    r"\b(?:curfew|briefing|scheduled|due to|will|would|deadline|is expected|are expected|published|updated|posted at"
    r"|\d{4}(?: at)? \d\d?:\d\d|sent|inspect\w+|investigat\w+|announced|statement|summon\w*|session|press|wrote"
    r"|each|every|daily|open(?:s|ed)? (?:at|from)|since|in (?:effect|force)|usually|bedtime|breakfast)\b",
    re.I,
)
#: How far from an hour such words count, in characters.
_BEFORE, _BEHIND = 70, 30
#: Words that give an hour its day.
_DAY = re.compile(r"\d{4}|\d\d? \w+|\w+ \d\d?\b|\w+day\b|yesterday|today", re.I)
_AGAIN = re.compile(
    r"\b(?:(?:once|came|come|struck|hit|attacked|bombed|shelled|fired) again|another|second|third|later|subsequent\w*"
    r"|previous\w*|earlier|came back|return(?:ed|ing)|renewed|last)\b",
    re.I,
)
_HOLDS = frozenset({Modality.FACT, Modality.PRESUPPOSED, Modality.PLAN})
#: Hours that differ by less, in minutes, are rough words for one: by the clock, and with a part of the day.
_ROUGH, _PARTS_ROUGH = 25, 60
#: What lies further apart than this, in minutes, is seldom one thing told twice.
_LONGEST = 1440
#: Likeness, its day left aside, from which parts of a day may be of one happening.
_LIKELY = 0.4
_ALIKE = 0.1
_BY_CLOCK, _BY_PART = 0.6, 0.5
#: In one report the two stand no further apart than this, in characters.
_NEAR = 2500
#: Hours of one report that are looked at.
_MOST = 12


@dataclass(frozen=True, slots=True)
class _At:
    """An hour that a statement gives for something of these kinds; none where it points back."""

    record: str
    told: Statement
    hour: Hour
    kinds: frozenset[str]
    telling: Telling
    shown: Span
    day: date | None
    again: bool


def compare_hours(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare hours in one report, and in two of one story."""
    found = {report: list(_hours(pile, tellings, report))[:_MOST] for report in pile.annotations}
    likeness = Likeness.of(pile, tellings)
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            near = abs(left.shown.start - right.shown.start) <= _NEAR
            told_both = _agrees(here, left, right) or _agrees(here, right, left)
            if near and _differ(pile, left, right) and _one_deed(left, right) and not told_both:
                yield _finding(pile, left, right, ["One report gives both."], 1.0)
    for one, other in tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found.get(one, ()):
            for right in found.get(other, ()):
                pile.look()
                if not _differ(pile, left, right) or not _one_deed(left, right):
                    continue
                if _better(found[one], left, right) or _better(found[other], right, left):
                    continue
                alike = tellings.stories.alike(one, other)
                by_clock = left.hour.exact or right.hour.exact
                chance = likeness.chance_of(likeness.signs(left.telling, right.telling))
                if by_clock or (chance >= _LIKELY and alike >= _ALIKE):
                    yield _finding(
                        pile, left, right, [f"The two reports tell one story (likeness {alike:.2f} of 1)."], 1.0
                    )


def _hours(pile: Pile, tellings: Tellings, report: str) -> Iterator[_At]:
    text = pile.reports[report].text
    by_sentence: dict[int, list[tuple[Hour, Span]]] = {}
    for hour in hours_in(text):
        sentence = sentence_at(text, hour.start, hour.end)
        by_sentence.setdefault(sentence.start, []).append((hour, sentence))
    for here in by_sentence.values():
        exact = [(hour, sentence) for hour, sentence in here if hour.exact]
        for hour, sentence in exact or here[:1]:
            at = _at(pile, tellings, report, hour, sentence)
            if at is not None:
                yield at


def _at(pile: Pile, tellings: Tellings, report: str, hour: Hour, sentence: Span) -> _At | None:
    """An hour with what its sentence tells of; None where that is no happening, or none that is said to be so."""
    text, found = pile.reports[report].text, pile.annotations[report]
    around = text[max(sentence.start, hour.start - _BEFORE) : min(sentence.end, hour.end + _BEHIND)]
    told = told_by(found.statements, hour.start, hour.end)
    inside = told is not None
    if told is None:  # beside a quotation: the words of whoever is quoted, as the outlet tells them
        told = next((s for s in found.statements if any(sentence.overlaps(piece) for piece in s.content)), None)
    if told is None or _OTHER.search(around):
        return None
    shown = words_of(told, sentence, hour.start, text) if inside else sentence
    near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
    claim = min(near, key=lambda c: (abs(c.trigger.start - hour.start), c.id)) if near else None
    if claim and (claim.polarity is not Polarity.POSITIVE or claim.modality not in _HOLDS):
        return None
    kinds = (_kinds(claim.trigger.text, claim.event) if claim else frozenset()) or _kinds(sentence.text)
    if not kinds and not hour.exact:
        return None
    named = {
        span
        for t in found.times
        if shown.covers(t.span) and _DAY.search(t.span.text) and (span := date_span(t.value)) and span[0] == span[1]
    }
    day = named.pop()[0] if len(named) == 1 else None
    telling = tellings.at(report, hour.start, hour.end)
    return _At(claim.id if claim else told.id, told, hour, kinds, telling, shown, day, bool(_AGAIN.search(around)))


def _kinds(words: str, event: str | None = None) -> frozenset[str]:
    assault = {"violence"} if (event or "").startswith("ASSAULT") else set()
    return frozenset(assault | {kind for kind, of_kind in _KIND.items() if of_kind.search(words)})


def _one_deed(left: _At, right: _At) -> bool:
    """Whether two hours may be of one thing: of one kind, or one points back, and set in no two places or days."""
    one, other = left.telling, right.telling
    if left.kinds and right.kinds and not left.kinds & right.kinds:
        return False
    if one.placed and other.placed and one.places and other.places and one.places.isdisjoint(other.places):
        return False
    if left.again != right.again:
        return False  # "a second time in the afternoon"
    return within(days_between(left.day, right.day), 1, unknown=True)


def _differ(pile: Pile, left: _At, right: _At) -> bool:
    if left.record == right.record or left.told.id == right.told.id:
        return False
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    days = (left.day - right.day).days if left.day and right.day else None
    gap = apart(left.hour, right.hour, days)
    return gap > (_ROUGH if left.hour.exact and right.hour.exact else _PARTS_ROUGH) and gap <= _LONGEST


def _agrees(here: list[_At], mine: _At, other: _At) -> bool:
    """Whether the voice of one hour has another in the same sentence that is the other voice's too: when it began."""
    beside = [at for at in here if at.told.id == mine.told.id and at.shown == mine.shown and at is not mine]
    return any(not apart(at.hour, other.hour) for at in beside)


def _better(here: list[_At], part: _At, other: _At) -> bool:
    """Whether a report that is set against an hour by the clock with a part of the day has an hour by the clock too."""
    by_clock = [at for at in here if at.hour.exact and _one_deed(at, other)]
    return not part.hour.exact and other.hour.exact and bool(by_clock)


def _finding(pile: Pile, left: _At, right: _At, why: list[str], chance: float) -> Finding:
    evidence = [pile.evidence(at.told.report, at.shown) for at in (left, right)]
    by_clock = left.hour.exact and right.hour.exact
    kinds = sorted(left.kinds & right.kinds)
    reasons = [
        f"One says “{left.hour.words}”, the other “{right.hour.words}”.",
        *([f"Both tell when something of one kind happened: {kinds[0]}."] if kinds else []),
        *why,
    ]
    return Finding(
        judge(
            "compare",
            (left.record, right.record),
            Verdict.CONFLICT,
            (_BY_CLOCK if by_clock else _BY_PART) * chance,
            reasons,
            evidence,
            Slot.TIME,
        ),
        f"When on that day was it: {left.hour.words} or {right.hour.words}?",
        Answer(left.record, left.told.id, left.hour.words, evidence[0]),
        Answer(right.record, right.told.id, right.hour.words, evidence[1]),
    )
