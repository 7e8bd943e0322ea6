"""Readings of verbs that are a process themselves: to meet, to exchange prisoners, to evacuate, to withdraw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.dates import SPOKEN, days, spoken_at
from counterclaim.link.processes.named import claimed_by, condition_of, key_of, places_in
from counterclaim.link.processes.nouns import mark_of
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.records import (
    Claim,
    EntityKind,
    Modality,
    Polarity,
    ProcessKind,
    ProcessState,
    Report,
    Who,
)

S = ProcessState

_CAPTIVES = re.compile(r"\b(?:prisoners?|captives?|hostages?|detainees?|bodies|remains|dead)\b", re.I)
_MANY = re.compile(
    r"\b(?:people|civilians|residents|rebels|fighters|families|thousands|hundreds|dozens|inhabitants|villagers"
    r"|townspeople"
    r"|population|militants|insurgents|refugees|soldiers|troops|wounded|suburb|towns?|villages?|city|district"
    r"|neighbou?rhood)\b",
    re.I,
)
_FORCES = re.compile(
    r"\b(?:troops|forces|army|armies|soldiers|fighters|rebels|militants|units|guns|weapons|tanks"
    r"|peacekeepers)\b",
    re.I,
)
_NOUN = re.compile(
    r"(?:(?:ation|ations|al|als|ment|meetings?)|\b(?:an?|the|of|prisoner|this|no) (?:exchange|swap|trade)s?)$", re.I
)
_TO_HOSPITAL = re.compile(r"\b(?:hospital|clinic|medical treatment|treatment)\b", re.I)
_MEETERS = frozenset({EntityKind.PERSON, EntityKind.STATE, EntityKind.GROUP, EntityKind.ORGANIZATION})
#: What stands before the verb and says how far it has come; the first that fits, read from the verb backwards.
_BEFORE: tuple[tuple[ProcessState | None, str], ...] = (
    (S.REFUSED, r"refus\w+ to|declin\w+ to|(?:will|would) never(?: again)?|(?:will|would|did"
                r"|do(?:es)?) not(?: agree to)?|won['’]t"
                r"|never|not (?:ready|prepared|willing) to|rul\w+ out"),
    (S.REFUSED, r"(?:reject|refus|dismiss)\w* (?:the |a |any )?(?:demand|call|request|order)s? (?:that "
                r"|to )?(?:\w+ ?)?"),
    (S.OFFERED, r"(?:ready|willing|prepared|readiness|willingness|open|offer\w*) (?:to|for)"),
    (S.AGREED, r"(?:agree\w*|agreement|deal|accord|pledg\w*|promis\w*) (?:\w+ ){0,3}to"),
    (S.AGREED, r"(?:agreed|agreement|deal|accord)[^.;]{0,50} (?:would|will|to) (?:see|let"
               r"|allow)(?: [\w’'.-]+){1,3}"),
    (S.DEMANDED, r"(?:demand\w*|insist\w*|order\w*) (?:that )?(?:[\w’'.-]+ ){0,4}(?:to|must)?"),
    (S.CALLED_FOR, r"(?:urg\w+|call\w* (?:on|for)|appeal\w* (?:to|for)|ask\w*) (?:[\w’'.-]+ ){0,5}to"),
    (S.PROPOSED, r"(?:propos\w*|suggest\w*|initiative|plan) (?:that |to )?(?:[\w’'.-]+ ){0,3}"),
    (S.SCHEDULED, r"(?:plans?|planned|planning|intends?) to"),
    (S.SCHEDULED, r"(?:due|expected|scheduled|set|planned) to(?: be)?|will"),
    (None, r"(?:tr\w+|attempt\w*|want\w*|hop\w*|seek\w*|fail\w*|unable|force\w*|forcing|if|unless|could|would"
           r"|may|might|able) (?:\w+ ){0,2}(?:to|be)?"),
)  # fmt: skip
_BACK = 70


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb's kind of process, with whose it is. `pair` if it is of two who meet: then those two are what it is
    known by, as long as it has not come about."""

    kind: ProcessKind
    parties: tuple[Who, ...]
    pair: bool


def deed_readings(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """The readings of a sentence's verbs."""
    for claim in inside.claims:
        if not sentence.start <= claim.trigger.start < sentence.end:
            continue
        deed = _deed(inside, claim)
        state = _state(inside, sentence, claim, deed.kind) if deed else None
        if deed is None or state is None:
            continue
        at = (claim.trigger.start, claim.trigger.end)
        own = spoken_at(inside, at) if state in SPOKEN else claim.time
        patient = " ".join(w.span.text if w.span else w.name for w in claim.patient)
        if state is S.AGREED:
            own = _agreed_on(inside, sentence, claim)
        own = own.split("T")[0] if own and own[:1] in "0123456789X" else None
        yield Reading(
            report=inside.report,
            at=claim.trigger.start,
            kind=deed.kind,
            state=state,
            date=own,
            by=_by(inside, claim, state),
            condition=condition_of(inside, sentence, claim.trigger.end),
            claimed_by=claimed_by(inside, claim.trigger.start),
            evidence=sentence.evidence(report),
            words=claim.trigger.text,
            definite=False,
            new=False,
            occasion=days(own) if state in {S.HELD, S.CARRIED_OUT, S.SCHEDULED, S.AGREED} else None,
            parties=frozenset(key for who in deed.parties if (key := _key(inside.pile, who, deed.pair))),
            acting=deed.parties,
            places=places_in(inside.pile, inside.report, sentence),
            mark=mark_of(deed.kind, patient) if deed.kind is ProcessKind.EXCHANGE else None,
            pair=deed.pair,
            spoken=state in SPOKEN,
            kept=not (deed.pair and state is S.HELD)
            and not (deed.kind is ProcessKind.WITHDRAWAL and state is S.CARRIED_OUT),
        )


def _key(pile: Pile, who: Who, pair: bool) -> str | None:
    """Persons who meet are themselves, not their states."""
    return who.entity if pair else key_of(pile, who)


def _deed(inside: Inside, claim: Claim) -> _Deed | None:
    pile = inside.pile
    verb = claim.predicate
    if _NOUN.search(inside.text[max(0, claim.trigger.start - 12) : claim.trigger.end]):
        return None  # "the evacuation": what is named is read by its name
    agents = tuple(pile.resolved(w) for w in claim.agent)
    patients = tuple(pile.resolved(w) for w in claim.patient)
    patient = " ".join(w.span.text if w.span else w.name for w in claim.patient)
    agent = " ".join(w.span.text if w.span else w.name for w in claim.agent)
    beside = tuple(pile.resolved(a.who) for a in claim.arguments if a.role == "with")
    both = tuple(dict.fromkeys(w for w in (*agents, *patients, *beside) if w.entity))
    acting = tuple(w for w in agents if w.entity and pile.entities[w.entity].kind is not EntityKind.PLACE)
    if verb in {"exchange", "swap", "trade"} and _CAPTIVES.search(patient):
        return _Deed(ProcessKind.EXCHANGE, acting, False)
    if (
        verb in {"meet", "negotiate", "talk"}
        and len(both) == 2
        and all(pile.entities[w.entity or ""].kind in _MEETERS for w in both)
    ):
        return _Deed(ProcessKind.TALKS, both, True)
    if verb == "evacuate" and _MANY.search(patient or agent) and not _TO_HOSPITAL.search(_line(inside, claim)):
        return _Deed(ProcessKind.EVACUATION, acting if patient else (), False)
    if verb in {"withdraw", "pull out", "pull back"} and (_FORCES.search(patient) or acting or _FORCES.search(agent)):
        return _Deed(ProcessKind.WITHDRAWAL, acting, False)
    if verb == "disarm" and (acting or _FORCES.search(f"{agent} {patient}")):
        return _Deed(ProcessKind.DISARMAMENT, acting, False)
    return None


def _line(inside: Inside, claim: Claim) -> str:
    return inside.text[claim.trigger.start : claim.trigger.end + 80].split(".")[0]


def _state(inside: Inside, sentence: Sentence, claim: Claim, kind: ProcessKind) -> ProcessState | None:
    """How far it has come, by what stands before the verb, else by the world the claim is in."""
    before = inside.text[max(sentence.start, claim.trigger.start - _BACK) : claim.trigger.start]
    best: tuple[int, int, ProcessState | None] | None = None
    for rank, (state, words) in enumerate(_BEFORE):
        for match in re.finditer(rf"\b(?:{words})\s*(?:be |have |been |again |also )*$", before, re.I):
            if best is None or (-match.start(), rank) < best[:2]:
                best = -match.start(), rank, state
    if best is not None:
        return best[2]
    if claim.modality is not Modality.FACT or claim.polarity is not Polarity.POSITIVE or before.endswith("to "):
        return None
    if kind is ProcessKind.TALKS:
        return S.HELD
    return S.CARRIED_OUT


def _by(inside: Inside, claim: Claim, state: ProcessState) -> tuple[Who, ...]:
    """The agents of a deed that is done, agreed, offered or refused; of one that is asked for, who asks."""
    if state in {S.DEMANDED, S.CALLED_FOR, S.PROPOSED}:
        statement = inside.statement_at(claim.trigger.start)
        return inside.pile.holders(statement) if statement else ()
    resolved = (inside.pile.resolved(who) for who in claim.agent)
    return tuple(dict.fromkeys(who for who in resolved if who.entity))


def _agreed_on(inside: Inside, sentence: Sentence, claim: Claim) -> str | None:
    """The day of the agreement that a deed is to follow from: that of the verb before it."""
    before = [
        c for c in inside.claims if sentence.start <= c.trigger.start < claim.trigger.start and c.predicate == "agree"
    ]
    time = inside.pile.times.get(before[-1].time_id or "") if before else None
    return time.value if time is not None and time.span.end <= claim.trigger.start else None
