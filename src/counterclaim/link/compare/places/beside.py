"""At a site, or beside it: one account has the hospital hit, another a street near it; and where something stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.places.words import SITE_WORDS, kind_of
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot, Span, Statement, Verdict

_MODS = r"(?:(?:the|a|an|its|their|one)\s+)?(?:(?!of\b|in\b|and\b|or\b|near\b|was\b)[\w’'-]+\s+){0,3}?"
_HIT = Sought(
    rf"\b(?:hit|struck|targeted|shelled|bombed|attacked|destroyed|fell on|landed on|landed in|slammed into"
    rf"|fired at|on|at(?= \w* ?\w* ?(?:junction|crossing|bridge|checkpoint|gate)))\s+"
    rf"(?:twice |directly )?{_MODS}(?P<site>{SITE_WORDS}|mourning (?:tent|location|place)|tent)s?\b"
    r"(?!\s*(?:road|street|area|gate))",
    re.I,
)
_BESIDE = Sought(
    rf"\b(?:near|just outside|outside|close to|next to|beside|adjacent to|around|in front of|metres from|meters from|"
    rf"yards from|not far from|in the vicinity of|kilomet(?:re|er)s? (?:from|before|short of|away from|north of|"
    rf"south of|east of|west of))\s+{_MODS}(?P<site>{SITE_WORDS}|mourning (?:tent|location|place)|tent)s?\b",
    re.I,
)
_FORCE = re.compile(
    r"\b(?:explo\w+|blasts?|bomb\w*|shell\w*|rockets?|missiles?|str(?:ike|ikes|uck)|raids?|attack\w*|hit|landed|fell|killed"
    r"|air ?strikes?|barrel)\b",
    re.I,
)
#: "the hall stood …": where it was, of what was told before.
_STOOD = Sought(
    r"\bthe (?P<what>\w+) (?:itself )?(?:stood|stands|had stood|lay|had lain) (?:\w+ ){0,2}?"
    r"(?P<where>(?:in|at|beside|behind|near|next to|apart|above|below|opposite|outside|inside|across) [^.;]{3,60})"
    r"|\b(?P<elsewhere>another) (?:place|spot|site|location),\s*(?P<there>[^.;]{3,60})",
    re.I,
)
_WHERE = re.compile(
    r"\b(?:in|at|beside|behind|near|next to|above|below|opposite|outside|inside|across|north of|south of"
    r"|east of|west of) "
    r"(?:the |a |an )?[\w’'-]+",
    re.I,
)
#: Of what is on the road, and of many of them, nobody means whether the blast was in it or near it.
_MOVING = frozenset("bus convoy vehicle car truck lorry train".split())
_WORD = re.compile(r"[a-z]{4,}")
_LIKELY, _ALIKE, _SCORE, _STOOD_SCORE, _NEAR = 0.4, 0.1, 0.45, 0.5, 250


@dataclass(frozen=True, slots=True)
class _Beside:
    """A sentence of force that has a site hit, or something beside it."""

    told: Statement
    record: str
    site: str
    beside: bool
    words: str
    telling: Telling
    shown: Span


def compare_beside(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare whether a site itself was hit; and where something stood."""
    found = {report: list(_all(pile, tellings, report)) for report in pile.annotations}
    likeness = Likeness.of(pile, tellings)
    for one, other in tellings.stories.pairs():
        alike = tellings.stories.alike(one, other)
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if left.site == right.site and left.beside != right.beside and _one(pile, left, right, found):
                    signs = likeness.signs(left.telling, right.telling)
                    if signs.same_day and (alike >= _ALIKE or likeness.chance_of(signs) >= _LIKELY):
                        why = f"The two reports tell one story (likeness {alike:.2f} of 1)."
                        yield _finding(pile, left, right, why)
    for report in pile.annotations:
        yield from _stood(pile, report)


def _all(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Beside]:
    text, found = pile.reports[report].text, pile.annotations[report]
    for beside, pattern in ((True, _BESIDE), (False, _HIT)):
        for match in pattern.finditer(text):
            sentence = sentence_at(text, match.start(), match.end())
            told = told_by(found.statements, match.start(), match.end())
            if told is None or not _FORCE.search(sentence.text) or kind_of(match["site"]) in _MOVING:
                continue
            near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
            record = min(near, key=lambda c: (abs(c.trigger.start - match.start()), c.id)).id if near else told.id
            words = " ".join(match.group().split())
            shown = words_of(told, sentence, match.start(), text)
            telling = tellings.at(report, match.start(), match.end())
            yield _Beside(told, record, kind_of(match["site"]), beside, words, telling, shown)


def _one(pile: Pile, left: _Beside, right: _Beside, found: Mapping[str, Sequence[_Beside]]) -> bool:
    """Whether each report has it only one way, and the two may be of one site."""
    if pile.holder_key(left.told) == pile.holder_key(right.told) or days_apart(left.telling.when, right.telling.when):
        return False
    one, other = left.telling.places, right.telling.places
    if one and other and one.isdisjoint(other) and left.telling.placed and right.telling.placed:
        return False
    both = (left, found[left.told.report]), (right, found[right.told.report])
    return all(at.beside == mine.beside for mine, here in both for at in here if at.site == mine.site)


def _stood(pile: Pile, report: str) -> Iterator[Finding]:
    """Where one voice says that something stood, against where the voice before had it."""
    text, found = pile.reports[report].text, pile.annotations[report]
    said = []
    for match in _STOOD.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        told = told_by(found.statements, match.start(), match.end())
        before = sentence_at(text, max(0, sentence.start - 3), max(0, sentence.start - 2))
        earlier = _teller(found.statements, before)
        if match["what"]:
            named = re.search(rf"\b{re.escape(match['what'])}\b", before.text, re.I)
            there = _WHERE.search(before.text, named.end()) if named else None
        else:
            there = _WHERE.search(before.text)
        where = match["where"] or match["there"]
        if told is None or earlier is None or there is None or pile.holder_key(told) == pile.holder_key(earlier):
            continue
        if not set(_WORD.findall(there.group().lower())) & set(_WORD.findall(where.lower())):
            said.append((match["what"] or "place", there.group(), where, told, earlier, sentence, before))
    for what, first, last, told, earlier, sentence, before in said:
        evidence = [pile.evidence(report, before), pile.evidence(report, sentence)]
        one, other = " ".join(first.split()), " ".join(last.split())
        why = [f"Of the {what} one says “{one}”, the next “{other}”."]
        yield Finding(
            judge("compare", (earlier.id, told.id), Verdict.CONFLICT, _STOOD_SCORE, why, evidence, Slot.PLACE),
            f"Where was the {what}: {one} or {other}?",
            Answer(earlier.id, earlier.id, one, evidence[0]),
            Answer(told.id, told.id, other, evidence[1]),
        )


def _teller(statements: Sequence[Statement], sentence: Span) -> Statement | None:
    """Who tells a sentence: the statement that its end stands in, else one that has a part of it."""
    return told_by(statements, sentence.end - 2, sentence.end - 1) or next(
        (s for s in statements if any(sentence.overlaps(piece) for piece in s.content)), None
    )


def _finding(pile: Pile, left: _Beside, right: _Beside, why: str) -> Finding:
    evidence = [pile.evidence(at.told.report, at.shown) for at in (left, right)]
    first = f"One says “{left.words}”, the other “{right.words}”: the {left.site} itself, or beside it."
    return Finding(
        judge("compare", (left.record, right.record), Verdict.CONFLICT, _SCORE, [first, why], evidence, Slot.PLACE),
        f"Was the {left.site} itself hit, or something beside it?",
        Answer(left.record, left.told.id, "beside it" if left.beside else "the place itself", evidence[0]),
        Answer(right.record, right.told.id, "beside it" if right.beside else "the place itself", evidence[1]),
    )
