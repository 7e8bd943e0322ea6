"""Readings of verbs that are a process themselves: to meet, to exchange prisoners, to evacuate, to withdraw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.dates import SPOKEN, days, spoken_at
from counterclaim.link.processes.named import condition_of, places_in
from counterclaim.link.processes.nouns import mark_of
from counterclaim.link.processes.parties import key_of, meant
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.voices import claimed_by
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
#: What somebody withdraws that is no word or claim.
_WITHDRAWN = re.compile(
    r"\b(?:men|personnel|observers|equipment|hardware|vehicles|brigades?|battalions?|regiments?|missions?|police|staff"
    r"|artillery|missiles?|aircraft|ships?|warships?|mercenaries)\b",
    re.I,
)
_NOUN = re.compile(
    r"(?:(?:ation|ations|al|als|ment|meetings?)|\b(?:an?|the|of|prisoner|this|no) (?:exchange|swap|trade)s?)$", re.I
)
_TO_HOSPITAL = re.compile(
    r"\b(?:(?:to|into|for) (?:[\w’'-]+ ){0,3}(?:hospitals?|clinics?)|medical treatment|treatment)\b", re.I
)
#: Verbs of going, which armed men do from a place where they stood and others from where they live.
_GO = frozenset(
    {"leave", "quit", "vacate", "depart", "move out", "go", "go out", "stream", "stream out", "get out", "exit"}
)
_GOING = re.compile(r"\b(?:is|are|was|were|be(?:en|gan|gin|gun)?|start\w*|rul\w+ out|refus\w+|of) $", re.I)
_OUT = re.compile(r"\s(?:\w+ )?(?:out|away|back|from|of)\b", re.I)
#: "From door to door", "went back to the village": nobody leaves for good.
_TO_AND_FRO = re.compile(
    r"\s(?:\w+ )?(?:from (?:(?P<one>\w+) to (?P=one)|one \w+)|back(?! (?:from|by|an?|across|behind)))\b", re.I
)
#: Of those who flee, and of the hurt who are taken to a doctor, no party has to let any go; of these somebody has.
_ORGANISED = re.compile(
    r"\b(?:deals?|agreements?|agreed|accord|truce|cease-?fire|evacuat\w+|bus(?:es)?|convoys?|corridors?|escort\w*"
    r"|safe passage|reconciliation|Red (?:Cross|Crescent))\b",
    re.I,
)
_WOUNDED = re.compile(r"\b(?:wounded|injured|casualties|hurt|sick)\b", re.I)
_FROM = re.compile(
    r"\b(?:city|cities|towns?|villages?|areas?|regions?|ports?|positions?|bases?|district|zone|territor\w+"
    r"|country|place"
    r"|province|neighbou?rhoods?|suburb|homes?|hospitals?|front|hills?)\b",
    re.I,
)
_ARMS = re.compile(r"\b(?:weapons?|arms|guns|rockets|ammunition|rifles|armou?r|artillery)\b", re.I)
_GIVE_UP = frozenset({"give up", "hand over", "surrender", "lay down", "turn in", "hand in", "put down", "give"})
_CEASE = frozenset({"stop", "halt", "cease", "suspend", "pause", "hold"})
_FIRE = re.compile(
    r"\b(?:fire|fighting|hostilities|(?:all |its |their |the )?(?:military operations|bombing|bombardment|shelling"
    r"|(?:air ?)?strikes|(?:air ?)?raids))$",
    re.I,
)
_AGREE = frozenset({"agree", "sign", "reach", "conclude"})
_MEET = frozenset({"meet", "negotiate", "talk", "speak", "sit down"})
_PARTICLE = re.compile(r" (?:its |their )?(?:troops |forces |men )?(out|back)\b")
_GO_BACK = frozenset({"withdraw", "pull out", "pull back"})
#: "Withdrawn from the process": from no place.
_FROM_TALKS = re.compile(
    r" (?:out )?from (?:the |its |their )?(?:\w+ ){0,2}(?:process|talks|negotiations|race|agreement|accord|treaty"
    r"|deal|truce"
    r"|election|vote|contest|game|match|competition|case)\b"
)
_BY_TWO = frozenset({"negotiate", "sit down", "exchange", "swap"})
_MEETERS = frozenset({EntityKind.PERSON, EntityKind.STATE, EntityKind.GROUP, EntityKind.ORGANIZATION})
#: What stands right before the verb and says that it will not be: this goes first, wherever it begins.
_REFUSED = re.compile(
    r"\b(?:refus\w+ to|declin\w+ to|(?:will|would|shall|could) never(?: again)?"
    r"|(?:will|would|shall) not(?: agree to)?|(?:wo|would)n['’]t(?: agree to)?|(?:did|do(?:es)?) ?n[o'’]t agree to"
    r"|(?:not|n['’]t|never) (?:yet )?(?:ready|prepared|willing|open|going|intend|plan|want|wish) to|unwilling to"
    r"|no (?:intention|desire|wish|plans?|readiness) (?:of|to)"
    r"|(?:reject|refus|declin|dismiss|spurn|turned down)\w* (?:the |a |an |any |his |her |their )?"
    r"(?:demand|call|request|order|offer|invitation|proposal)s? (?:that |to )?(?:\w+ ?)?|rul\w+ out)"
    r"\s*(?:be |have |been |again |also |ever )*$",
    re.I,
)
_READY_TO = re.compile(r"\b(?:ready|willing|prepared|open|offer\w*) to (?:go on |\w+ly )?$", re.I)
_POINTLESS = re.compile(
    r"(?:\b(?:no|little)|(?:n['’]t|not) see (?:any|a|the)) (?:point|sense|use|reason|purpose)(?: in| of| for| to)?"
    r"\s*(?:any |further |more |again )*$",
    re.I,
)
#: Behind the verb: "any further meetings with him as useless".
_USELESS = re.compile(
    r"[^.;:\"”]{0,60}\b(?:is|are|as|was|were|would be|be)?(?: \w+ly)? ?(?:useless|pointless|senseless|meaningless"
    r"|futile"
    r"|out of the question|makes? no sense|no longer possible)\b",
    re.I,
)
#: What stands before the verb and says how far it has come; the first that fits, read from the verb backwards.
_BEFORE: tuple[tuple[ProcessState | None, str], ...] = (
    (S.OFFERED, r"(?:ready|willing|prepared|readiness|willingness|open|offer\w*) (?:to go on|to|for)"),
    (S.AGREED, r"(?:agree\w*|agreement|deal|accord|pledg\w*|promis\w*) (?:\w+ ){0,3}to"),
    (S.AGREED, r"(?:agreed|agreement|deal|accord)[^.;]{0,50} (?:would|will|to) (?:see|let"
               r"|allow)(?: [\w’'.-]+){1,3}"),
    (S.AGREED, r"(?:agreement|deal|accord|pact)\b[^.;]{0,60}\b(?:under which|whereby|by which)[^.;]{1,40}"
               r"(?:will|would|is to|are to)|under (?:the|this|a) (?:deal|agreement|accord|pact)\b[^.;]{1,50}"
               r"(?:will|would|is to|are to)"),
    (S.DEMANDED, r"(?:demand\w*|insist\w*|order\w*) (?:that )?(?:[\w’'.-]+ ){0,4}(?:to|must)?"),
    (S.CALLED_FOR, r"(?:urg\w+|call\w* (?:up)?(?:on|for)|appeal\w* (?:to|for)|ask\w*|told|advis\w+|warn\w*)"
                   r" (?:[\w’'.-]+ ){0,6}to"),
    (S.PROPOSED, r"(?:propos\w*|suggest\w*|initiative|plan) (?:that |to )?(?:[\w’'.-]+ ){0,3}"),
    (S.SCHEDULED, r"(?:plans?|planned|planning|intends?) to"),
    (S.SCHEDULED, r"(?:due|expected|scheduled|set|planned) to(?: be)?|will"),
    (None, r"(?:tr\w+|attempt\w*|want\w*|hop\w*|seek\w*|fail\w*|unable|force\w*|forcing|if|unless|could|would"
           r"|may|might|able) (?:\w+ ){0,2}(?:to|be)?"),
)  # fmt: skip
_NOT = re.compile(r"(?:\b(?:not|never|no|neither|nor)|n['’]t)(?: \w+)?\s*$", re.I)
_BACK = 70
#: "Has not withdrawn its troops": somebody does not do what they are to do.
_UNDONE = re.compile(
    r"(?:\b(?:has|have|had|did) (?:still )?not|\b(?:has|have|had|did)n['’]t|\bnot (?:one"
    r"|a single) (?:\w+ ){1,3}(?:has|have|had))"
    r"(?: been)?\s*$",
    re.I,
)
_MAY_BE_LEFT_UNDONE = frozenset({ProcessKind.WITHDRAWAL, ProcessKind.DISARMAMENT})
_HAPPENED = frozenset({Modality.FACT, Modality.PRESUPPOSED})


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb's kind of process, with whose it is. `pair` if it is of two who meet: then those two are what it is
    known by, as long as it has not come about. `by` are those who say that there is no sense in it."""

    kind: ProcessKind
    parties: tuple[Who, ...]
    pair: bool
    by: tuple[Who, ...] = ()


def deed_readings(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """The readings of a sentence's verbs."""
    for claim in inside.claims:
        if not sentence.start <= claim.trigger.start < sentence.end:
            continue
        deed = _senseless(inside, sentence, claim) or _deed(inside, sentence, claim)
        state = _state(inside, sentence, claim, deed.kind) if deed else None
        if deed is None or state is None:
            continue
        at = (claim.trigger.start, claim.trigger.end)
        own = spoken_at(inside, at) if state in SPOKEN else claim.time
        patient = " ".join(w.span.text if w.span else w.name for w in claim.patient)
        if state is S.AGREED:
            own = _agreed_on(inside, sentence, claim)
        elif state is S.SCHEDULED and not _own_time(inside, claim):
            own = None
        own = own.split("T")[0] if own and own[:1] in "0123456789X" else None
        yield Reading(
            report=inside.report,
            at=claim.trigger.start,
            kind=deed.kind,
            state=state,
            date=own,
            by=deed.by or _by(inside, claim, state),
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
            mark=_mark(inside, deed, patient),
            pair=deed.pair,
            spoken=state in SPOKEN,
            kept=not (deed.pair and state is S.HELD),
        )


def _mark(inside: Inside, deed: _Deed, patient: str) -> str | None:
    """What tells it from others of its kind: who is exchanged, or whose troops are to go."""
    if deed.kind is ProcessKind.WITHDRAWAL and len(deed.parties) == 1:
        return key_of(inside.pile, deed.parties[0])
    return mark_of(deed.kind, patient) if deed.kind is ProcessKind.EXCHANGE else None


def _key(pile: Pile, who: Who, pair: bool) -> str | None:
    """Persons who meet are themselves, not their states."""
    return who.entity if pair else key_of(pile, who)


def _deed(inside: Inside, sentence: Sentence, claim: Claim) -> _Deed | None:
    pile = inside.pile
    verb = _verb(inside, claim)
    if _NOUN.search(inside.text[max(0, claim.trigger.start - 12) : claim.trigger.end]):
        return None  # "the evacuation": what is named is read by its name
    agents = tuple(pile.resolved(w) for w in claim.agent)
    patients = tuple(pile.resolved(w) for w in claim.patient)
    patient = " ".join(w.span.text if w.span else w.name for w in claim.patient)
    agent = " ".join(w.span.text if w.span else w.name for w in claim.agent)
    beside = tuple(pile.resolved(a.who) for a in claim.arguments if a.role == "with")
    both = tuple(dict.fromkeys(w for w in (*agents, *patients, *beside) if w.entity))
    acting = _acting(inside, claim, agents)
    alone = verb in {"negotiate", "sit down"} or (verb == "talk" and not patients)
    if alone and acting and (_REFUSED.search(_ahead(inside, claim)) or _READY_TO.search(_ahead(inside, claim))):
        return _Deed(ProcessKind.TALKS, acting, False)
    if verb in {"exchange", "swap", "trade"} and _CAPTIVES.search(patient):
        return _Deed(ProcessKind.EXCHANGE, tuple(dict.fromkeys((*acting, *(w for w in beside if w.entity)))), False)
    if verb in _MEET and len(both) == 2 and all(pile.entities[w.entity or ""].kind in _MEETERS for w in both):
        return _Deed(ProcessKind.TALKS, both, True)
    if verb in _GIVE_UP and _ARMS.search(patient) and (acting or _FORCES.search(agent)):
        return _Deed(ProcessKind.DISARMAMENT, acting, False)
    if verb in _CEASE and _FIRE.search(patient) and not (verb == "hold" and _is_done(inside, sentence, claim)):
        return _Deed(ProcessKind.CEASEFIRE, acting, False)
    if verb in _GO and _goes_from(inside, claim, patient):
        ahead = _ahead(inside, claim)
        goes = not claim.trigger.text.endswith("ing") or _GOING.search(ahead)
        if _FORCES.search(agent) or (acting and _REFUSED.search(ahead)):
            return _Deed(ProcessKind.WITHDRAWAL, acting, False) if goes else None
        if goes and _MANY.search(agent) and not _is_done_alone(inside, sentence, claim):
            return _Deed(ProcessKind.EVACUATION, (), False)
    if verb == "evacuate" and _WOUNDED.search(patient) and _is_done_alone(inside, sentence, claim):
        return None
    if verb == "evacuate" and _MANY.search(patient or agent) and not _TO_HOSPITAL.search(_line(inside, claim)):
        return _Deed(ProcessKind.EVACUATION, acting if patient else (), False)
    if verb in _GO_BACK:
        armed = _goes_back(inside, claim, patient, agent, acting)
        return _Deed(ProcessKind.WITHDRAWAL, acting, False) if armed else None
    if verb == "disarm" and (acting or _FORCES.search(f"{agent} {patient}")):
        return _Deed(ProcessKind.DISARMAMENT, acting, False)
    return None


def _verb(inside: Inside, claim: Claim) -> str:
    """The predicate, with the particle behind it ("pull back")."""
    particle = _PARTICLE.match(inside.text, claim.trigger.end)
    return f"pull {particle[1]}" if claim.predicate == "pull" and particle else claim.predicate


def _acting(inside: Inside, claim: Claim, agents: Sequence[Who]) -> tuple[Who, ...]:
    """Those of the agents who act; where two act together, or nobody has to be named, also those without a name."""
    acting = tuple(w for w in agents if w.entity and inside.pile.entities[w.entity].kind is not EntityKind.PLACE)
    if (claim.predicate in _BY_TWO or _verb(inside, claim) in _GO_BACK) and len(acting) < max(1, len(agents)):
        return meant(inside, claim.agent, claim.trigger.start)
    return acting


def _is_done(inside: Inside, sentence: Sentence, claim: Claim) -> bool:
    return _state(inside, sentence, claim, ProcessKind.EVACUATION) is S.CARRIED_OUT


def _is_done_alone(inside: Inside, sentence: Sentence, claim: Claim) -> bool:
    """Whether it was done, and nothing beside it says that somebody had it so."""
    beside = inside.text[sentence.start : claim.trigger.start] + inside.text[claim.trigger.end : sentence.end]
    return _is_done(inside, sentence, claim) and not _ORGANISED.search(beside)


def _ahead(inside: Inside, claim: Claim) -> str:
    return re.split(r"[.;\n]", inside.text[max(0, claim.trigger.start - _BACK) : claim.trigger.start])[-1]


def _goes_back(inside: Inside, claim: Claim, patient: str, agent: str, acting: Sequence[Who]) -> bool:
    """Whether those who withdraw, or what they withdraw, are armed, and not a word or from talks."""
    if _FROM_TALKS.match(inside.text, claim.trigger.end):
        return False
    if not (acting or _FORCES.search(patient) or _FORCES.search(agent)):
        return False
    return bool(
        not patient or _FORCES.search(patient) or _WITHDRAWN.search(patient) or _goes_from(inside, claim, patient)
    )


def _goes_from(inside: Inside, claim: Claim, patient: str) -> bool:
    """Whether it is a place that is left, and not something that is left behind."""
    places = [e for who in claim.patient if (e := inside.pile.entity(who)) and e.kind is EntityKind.PLACE]
    if places or _FROM.search(patient):
        return True
    if claim.patient or _TO_AND_FRO.match(inside.text, claim.trigger.end):
        return False
    return bool(_OUT.match(inside.text, claim.trigger.end) or claim.place)


def _senseless(inside: Inside, sentence: Sentence, claim: Claim) -> _Deed | None:
    """A meeting with somebody in which a speaker sees no sense ("further meetings with him are useless")."""
    statement = inside.pile.statements[claim.statement]
    if claim.predicate not in _MEET or inside.pile.outlet_says(statement) or len(statement.sources) != 1:
        return None
    before = inside.text[max(sentence.start, claim.trigger.start - _BACK) : claim.trigger.start]
    if not _POINTLESS.search(before) and not _USELESS.match(inside.text, claim.trigger.end, sentence.end):
        return None
    speaker = inside.pile.resolved(statement.sources[0])
    beside = (a.who for a in claim.arguments if a.role == "with")
    named = (inside.pile.resolved(who) for who in (*claim.agent, *claim.patient, *beside))
    others = tuple(dict.fromkeys(who for who in named if who.entity and who.entity != speaker.entity))
    both = (speaker, *others)
    if len(both) != 2 or any(inside.pile.entities[w.entity].kind not in _MEETERS if w.entity else True for w in both):
        return None
    return _Deed(ProcessKind.TALKS, both, True, (speaker,))


def _line(inside: Inside, claim: Claim) -> str:
    return inside.text[claim.trigger.start : claim.trigger.end + 80].split(".")[0]


def _state(inside: Inside, sentence: Sentence, claim: Claim, kind: ProcessKind) -> ProcessState | None:
    """How far it has come, by what stands before the verb, else by the world the claim is in."""
    before = inside.text[max(sentence.start, claim.trigger.start - _BACK) : claim.trigger.start]
    if _REFUSED.search(before) or (kind is ProcessKind.TALKS and _POINTLESS.search(before)):
        return S.REFUSED
    if kind is ProcessKind.TALKS and _USELESS.match(inside.text, claim.trigger.end, sentence.end):
        return S.REFUSED
    best: tuple[int, int, ProcessState | None] | None = None
    for rank, (state, words) in enumerate(_BEFORE):
        for match in re.finditer(rf"\b(?:{words})\s*(?:be |have |been |again |also )*$", before, re.I):
            if best is None or (-match.start(), rank) < best[:2]:
                best = -match.start(), rank, state
    if best is not None:
        denied = _NOT.search(before[: -best[0]])
        return (S.REFUSED if best[2] is S.OFFERED else None) if denied else best[2]
    if kind in _MAY_BE_LEFT_UNDONE and claim.modality in _HAPPENED and _UNDONE.search(before):
        return S.REFUSED
    if claim.modality not in _HAPPENED or claim.polarity is not Polarity.POSITIVE or before.endswith("to "):
        return None
    if kind is ProcessKind.TALKS:
        return S.HELD
    return S.CARRIED_OUT


def _by(inside: Inside, claim: Claim, state: ProcessState) -> tuple[Who, ...]:
    """The agents of a deed that is done, agreed, offered or refused; of one that is asked for, who asks."""
    if state in {S.DEMANDED, S.CALLED_FOR, S.PROPOSED}:
        statement = inside.statement_at(claim.trigger.start)
        told = statement is not None and not inside.pile.outlet_says(statement)
        return inside.pile.holders(statement) if statement and told else ()
    return meant(inside, claim.agent, claim.trigger.start)


def _own_time(inside: Inside, claim: Claim) -> bool:
    """Whether the time of a claim is not that of the clause around it ("signed on Monday a deal under which …")."""
    time = inside.pile.times.get(claim.time_id or "")
    if time is None or time.span.end > claim.trigger.start:
        return True
    return not re.search(r"\b(?:which|that|who|where|whereby)\b", inside.text[time.span.end : claim.trigger.start])


def _agreed_on(inside: Inside, sentence: Sentence, claim: Claim) -> str | None:
    """The day of the agreement that a deed is to follow from: that of the verb before it."""
    before = [
        c for c in inside.claims if sentence.start <= c.trigger.start < claim.trigger.start and c.predicate in _AGREE
    ]
    time = inside.pile.times.get(before[-1].time_id or "") if before else None
    return time.value if time is not None and time.span.end <= claim.trigger.start else None
