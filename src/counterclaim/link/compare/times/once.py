"""Deeds that are done once, dated two ways: the taking of a place, the death of a person.

Reports tell of them long after ("they retook the city in 2015"), so that nothing but the deed itself joins the two:
who was killed, or which place was taken by whom.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.words import span_in_words
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Claim, EntityKind, Modality, Polarity, Slot, Span, Who

#: Deeds by their predicates: (what is asked, and whether it may be done again by others so that the doer must agree).
_DEEDS = {
    "retaken": "retake recapture retook reconquer regain",
    "taken": "take capture seize overrun conquer",
    "killed": "kill assassinate murder execute behead die slay",
}
_DEED_OF = {verb: deed for deed, verbs in _DEEDS.items() for verb in verbs.split()}
_TOWN = re.compile(r"\b(?:village|town|city|settlement|hamlet|port|fort) of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)$")
_FACTS = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: A place that is taken twice by one side is taken long after; told within so many days of it, it is news of its own.
_LONG_AGO = 20
#: One deed that is dated to the day differs by no more than this, in days.
_FAR = 15
_SCORE = 0.7

Dates = tuple[date, date]


@dataclass(frozen=True, slots=True)
class _Done:
    """A deed that is done once, with when and by whom."""

    claim: Claim
    deed: str
    what: str
    name: str
    when: Dates
    by: frozenset[str]
    sentence: Span


def compare_once(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare the dates of one deed in two reports."""
    blocks: dict[tuple[str, str], list[_Done]] = defaultdict(list)
    for done in _all(pile, tellings):
        blocks[done.deed, done.what].append(done)
    for key in sorted(blocks):
        for at, left in enumerate(blocks[key]):
            for right in blocks[key][at + 1 :]:
                if _differ(pile, left, right):
                    yield _finding(pile, left, right)


def _all(pile: Pile, tellings: Tellings) -> Iterator[_Done]:
    towns = {
        match[1].casefold()
        for claim in pile.claims.values()
        for who in claim.patient
        if (match := _TOWN.search(who.name))
    }
    for claim in pile.claims.values():
        deed = _DEED_OF.get(claim.predicate.lower())
        if deed is None or claim.polarity is not Polarity.POSITIVE or claim.modality not in _FACTS:
            continue
        telling = tellings.of_claim(claim)
        if telling.when is None or telling.carried:
            continue
        dies = claim.predicate.lower() == "die"
        by = frozenset(actor for who in claim.agent if (actor := pile.actor_in(claim.report, who))) if not dies else ()
        for who in claim.agent if dies else claim.patient:
            what = _person(pile, who) if deed == "killed" else _place(pile, claim.report, who, towns)
            if what is not None:
                yield _Done(claim, deed, *what, telling.when, frozenset(by), telling.sentence)


def _person(pile: Pile, who: Who) -> tuple[str, str] | None:
    entity = pile.entity(who)
    return (entity.id, entity.name) if entity and entity.kind is EntityKind.PERSON and " " in entity.name else None


def _place(pile: Pile, report: str, who: Who, towns: set[str]) -> tuple[str, str] | None:
    """The place that is taken: a town by the map ("the nearby city of …"), else what is named as a place, or is one of
    the `towns` that some report calls so."""
    if who.span is None:
        return None
    inside = [p for p in pile.annotations[report].places if who.span.covers(p.span) and p.latitude is not None]
    exact = [place for place in inside if place.precision not in {"country", "region"}]
    if len(exact) == 1 and exact[0].precision == "town":
        return exact[0].name.casefold(), exact[0].name
    named = [e for e in pile.named_in(report, who.span) if e.kind is EntityKind.PLACE and not e.country]
    if len(named) == 1 and not inside:
        return named[0].name.casefold(), named[0].name
    name = match[1] if (match := _TOWN.search(who.name)) else who.name
    return (name.casefold(), name) if name.casefold() in towns and not named else None


def _differ(pile: Pile, left: _Done, right: _Done) -> bool:
    one, other = left.claim.report, right.claim.report
    between = days_apart(left.when, right.when)
    if not between or one == other or pile.origins[one] == pile.origins[other]:
        return False
    exact = all(when[0] == when[1] for when in (left.when, right.when))
    if left.deed == "taken" and not left.by & right.by and not (exact and not (left.by and right.by)):
        return False
    if left.by and right.by and not left.by & right.by:
        return False
    if exact:
        return between <= _FAR
    return left.deed == "killed" or all(_long_ago(pile, done) for done in (left, right))


def _long_ago(pile: Pile, done: _Done) -> bool:
    told = published(pile, done.claim.report)
    return told is not None and (told - done.when[1]).days > _LONG_AGO


def _finding(pile: Pile, left: _Done, right: _Done) -> Finding:
    dates = [span_in_words(done.when) for done in (left, right)]
    reasons = [
        f"Both tell when {left.name} was {left.deed}.",
        f"{dates[0]} and {dates[1]} cannot both hold.",
    ]
    answers = _answer(pile, left, dates[0]), _answer(pile, right, dates[1])
    return conflict(Slot.TIME, _SCORE, f"When was {left.name} {left.deed}?", reasons, *answers)


def _answer(pile: Pile, done: _Done, words: str) -> Answer:
    claim = done.claim
    return Answer(claim.id, claim.statement, words, pile.evidence(claim.report, done.sentence))
