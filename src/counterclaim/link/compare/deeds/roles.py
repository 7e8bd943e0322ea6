"""Swapped roles: one says that A proposed it to B or attacked B, another that B did so to A."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.asking import past, place_words
from counterclaim.link.compare.deeds.agent_sides import of_one_deed
from counterclaim.link.compare.deeds.approaches import compare_approaches
from counterclaim.link.compare.deeds.clashes import compare_clashes
from counterclaim.link.compare.deeds.initiatives import compare_initiatives, first_step
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, may_be_one, same_side
from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.pairs import pairs_of
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, may_coincide, when_of, within
from counterclaim.records import Claim, EntityKind, Manner, Modality, Polarity, Slot, Statement, Verdict, Who

_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: Deeds of which accounts may give the parts the other way round. Those of force are no dispute where each side says
#: that it struck the other: both may have.
_FORCE = {
    verb: name
    for name, verbs in {
        "attack": "attack assault storm raid assail invade",
        "fire on": "shell bombard strike fire shoot bomb hit",
        "ambush": "ambush",
    }.items()
    for verb in verbs.split()
}
_TURNS = {
    verb: name
    for name, verbs in {
        "ask": "ask request beg urge petition",
        "call": "call phone telephone ring",
        "contact": "contact approach",
        "invite": "invite summon",
        "threaten": "threaten warn",
        "surrender": "surrender",
        "provoke": "provoke",
        "betray": "betray",
        "defeat": "defeat beat rout",
    }.items()
    for verb in verbs.split()
}
#: Accounts that one report gives of one deed stand no further apart than this, in characters.
_NEAR = 1500
_OURSELVES = frozenset({"them", "us", "they", "we"})
#: Proposals of reports further apart than this, in days, are two where not all parties are named.
_DAYS = 4
#: Likeness from which two reports are taken to tell of one happening.
_ONE_HAPPENING = 0.6


@dataclass(frozen=True, slots=True)
class _Turn:
    """A claim that one party did to another what the other may have done to it."""

    claim: Claim
    statement: Statement
    kind: str
    force: bool
    agent: Party
    patient: Party
    voices: tuple[Party, ...]
    telling: Telling


def compare_roles(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare proposals between the same two who change places, and what each is said to have done to the other."""
    parties = Parties.in_(pile)
    yield from _proposals(pile, parties)
    yield from _turned(pile, tellings, parties)
    yield from compare_clashes(pile, tellings, parties)
    first = [*compare_initiatives(pile, tellings, parties), *compare_approaches(pile, tellings, parties)]
    yield from of_one_deed(first)


def _turned(pile: Pile, tellings: Tellings, parties: Parties) -> Iterator[Finding]:
    likeness = Likeness.of(pile, tellings)
    turns: dict[str, _Turn] = {}
    for report in pile.annotations:
        here = [turn for claim in pile.annotations[report].claims if (turn := _turn(pile, tellings, parties, claim))]
        here.sort(key=lambda turn: (turn.claim.trigger.start, turn.claim.id))
        for at, left in enumerate(here):
            turns[left.telling.record] = left
            for right in here[at + 1 :]:
                near = right.claim.trigger.start - left.claim.trigger.start <= _NEAR
                if near and _change_places(pile, left, right):
                    yield _turned_finding(pile, left, right, 0.8, ["One report gives both."])
    for one, other in pairs_of(pile, [turn.telling for turn in turns.values()]):
        left, right = turns[one.record], turns[other.record]
        if _change_places(pile, left, right):
            signs = likeness.signs(one, other)
            if likeness.chance_of(signs) >= _ONE_HAPPENING and not set_apart(one, other):
                yield _turned_finding(pile, left, right, likeness.chance_of(signs), reasons(signs))


def _turn(pile: Pile, tellings: Tellings, parties: Parties, claim: Claim) -> _Turn | None:
    verb = claim.predicate.split()[0]
    kind = _FORCE.get(verb) or _TURNS.get(verb)
    if kind is None or claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD or claim.agent_any:
        return None
    if len(claim.agent) != 1 or len(claim.patient) != 1:
        return None
    statement = pile.statements[claim.statement]
    agent, patient = (parties.of(claim.report, who, statement) for who in (claim.agent[0], claim.patient[0]))
    if agent is None or patient is None or same_side(agent, patient):
        return None
    told = statement.manner is Manner.NARRATION
    voices = () if told else statement.sources
    heard = tuple(party for who in voices if (party := parties.of(claim.report, who, statement)))
    return _Turn(claim, statement, kind, verb in _FORCE, agent, patient, heard, tellings.of_claim(claim))


def _change_places(pile: Pile, left: _Turn, right: _Turn) -> bool:
    """Whether the two have one deed the other way round, each told by another voice. Of force, each must be told by
    whom it was done to, or be one ambush."""
    if left.kind != right.kind or not (may_be_one(left.agent, right.patient) and may_be_one(right.agent, left.patient)):
        return False
    if pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return False
    days = days_apart(left.telling.when, right.telling.when)
    if days and not (left.telling.carried or right.telling.carried):
        return False
    if not left.force or (left.kind == "ambush" and (left.voices or right.voices)):
        return True
    return all(any(same_side(voice, turn.patient) for voice in turn.voices) for turn in (left, right))


def _turned_finding(pile: Pile, left: _Turn, right: _Turn, chance: float, joined: list[str]) -> Finding:
    evidence = [evidence_at(pile, turn.statement, turn.telling) for turn in (left, right)]
    one, other = _shown(pile, left.claim.agent[0], left.agent), _shown(pile, left.claim.patient[0], left.patient)
    why = [f"By one account {one} did it to {other}, by the other it was the other way round."]
    did = past(left.claim.predicate)
    did = "fired on" if did == "fired" else did
    where = place_words(pile, left.telling, right.telling)
    return Finding(
        judge(
            "compare",
            (left.claim.id, right.claim.id),
            Verdict.CONFLICT,
            0.8 * chance,
            [*why, *joined],
            evidence,
            Slot.ROLES,
        ),
        f"Who {did} whom{where}: {one} or {other}?",
        *(
            Answer(
                turn.claim.id,
                turn.statement.id,
                f"{_shown(pile, turn.claim.agent[0], turn.agent)} {did} "
                f"{_shown(pile, turn.claim.patient[0], turn.patient)}",
                found,
            )
            for turn, found in zip((left, right), evidence, strict=True)
        ),
    )


def _shown(pile: Pile, who: Who, party: Party) -> str:
    """How an answer names one who took part: a person by name, all others as parties."""
    entity = pile.entity(who)
    return entity.name if entity is not None and entity.kind is EntityKind.PERSON else party.called


def _proposals(pile: Pile, parties: Parties) -> Iterator[Finding]:
    """Proposals of the same thing between the same two, who change places."""
    blocks: dict[str, list[tuple[Claim, Party, Party]]] = defaultdict(list)
    for claim in pile.claims.values():
        theme = next((a.who.name for a in claim.arguments if a.role == "theme"), None)
        if claim.predicate != "propose" or theme is None or claim.modality not in _HELD:
            continue
        if claim.polarity is Polarity.POSITIVE and len(claim.agent) == 1 and len(claim.patient) == 1:
            statement = pile.statements[claim.statement]
            agent = parties.of(claim.report, claim.agent[0], statement)
            patient = _whom(parties, claim, statement)
            if agent and patient and not same_side(agent, patient):
                blocks[theme].append((claim, agent, patient))
    for theme, proposals in sorted(blocks.items()):
        for i, (left, agent, patient) in enumerate(proposals):
            for right, other_agent, other_patient in proposals[i + 1 :]:
                if may_be_one(agent, other_patient) and may_be_one(patient, other_agent):
                    shown = _shown(pile, left.agent[0], agent), _shown(pile, left.patient[0], patient)
                    yield _swapped(pile, theme, left, right, shown)


def _whom(parties: Parties, claim: Claim, statement: Statement) -> Party | None:
    """Who was asked; in a source's own words "them" and "us" are the source."""
    who = claim.patient[0]
    if who.entity is None and who.name.lower() in _OURSELVES and len(statement.sources) == 1:
        return parties.of(claim.report, statement.sources[0])
    return parties.of(claim.report, who, statement)


def _first(pile: Pile, claim: Claim) -> str:
    """Whose the first step was, so that "Tarvia asked first" is one answer with "its premier asked the president"."""
    who = claim.agent[0]
    return first_step(pile.side(who) or pile.key(who))


def _swapped(pile: Pile, theme: str, left: Claim, right: Claim, parties: tuple[str, str]) -> Finding:
    one, other = pile.statements[left.statement], pile.statements[right.statement]
    agent, patient = parties
    reasons = [
        f"Both speak of a {theme} that one of {agent} and {patient} proposed to the other, "
        "and each gives the parts the other way round."
    ]
    verdict, score = Verdict.CONFLICT, 0.85
    if pile.holder_key(one) == pile.holder_key(other):
        verdict, score = Verdict.COMPATIBLE, 0.3
        reasons.append("Both are told by the same source, so they are taken for two proposals.")
    elif not may_coincide(when_of(pile, left), when_of(pile, right)):
        verdict, score = Verdict.OTHER_INCIDENT, 0.3
        reasons.append(f"They are dated {when_of(pile, left)} and {when_of(pile, right)}: two proposals.")
    elif left.time and right.time:
        score = 0.9
        reasons.append(f"Their dates, {left.time} and {right.time}, can be the same.")
    elif not _named(pile, left, right) and not _near(pile, left, right):
        verdict, score = Verdict.OTHER_INCIDENT, 0.3
        reasons.append("Neither names both, and their reports lie apart: they may be two proposals.")
    evidence = [pile.evidence(left.report, left.spans[0]), pile.evidence(right.report, right.spans[0])]
    return Finding(
        judge("compare", (left.id, right.id), verdict, score, reasons, evidence, Slot.ROLES),
        f"Who asked whom for a {theme}: {agent} or {patient}?",
        Answer(left.id, left.statement, f"{agent} asked {patient}", evidence[0], sort=_first(pile, left)),
        Answer(right.id, right.statement, f"{patient} asked {agent}", evidence[1], sort=_first(pile, right)),
        theme=(*sorted((_first(pile, left), _first(pile, right))),),
    )


def _named(pile: Pile, left: Claim, right: Claim) -> bool:
    """Whether both proposals name both parties, so that their reports need not be of one week."""
    return all(pile.actor(who) is not None for claim in (left, right) for who in (claim.agent[0], claim.patient[0]))


def _near(pile: Pile, left: Claim, right: Claim) -> bool:
    return within(days_apart_out(pile, left.report, right.report), _DAYS, unknown=False)
