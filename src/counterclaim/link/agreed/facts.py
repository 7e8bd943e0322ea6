"""The plain facts that a sentence tells of violence: when, where, by whom, with what, what was hit, who suffers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.agreed.words import CLAIMED, GASES, HARM, MEANS, TARGETS, VICTIMS, told_in
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.origins.sentences import sentences_of
from counterclaim.link.pile import Pile
from counterclaim.link.same_deed import kind_of
from counterclaim.link.scenes import Scene
from counterclaim.link.sought import Sought
from counterclaim.records import Claim, Entity, EntityKind, Evidence, MentionForm, Modality, Polarity, Span, Who

#: Kinds of deed that are violence whatever their PLOVER root.
_VIOLENT = frozenset({"attack", "kill", "wound", "destroy"})
#: What is told of a longer time, of another one, or of what is only said of it, is not the happening.
_HABIT = Sought(
    r"\b(?:regularly|repeatedly|consistently|often|routinely|usually|again and again|every day|daily|frequently"
    r"|previous(?:ly)?|several times|(?:multiple|many|several|other) occasions|den(?:y|ie[sd]|ying)"
    r"|conventions?|treat(?:y|ies)"
    r"|outlawed|last year|years? ago|(?:in|of) (?:\w+ )?(?:19|20)\d\d|such attacks?"
    r"|condemn\w*|concern\w*|responsible|earlier this|suspected of|since (?:the|last|may|june|july"
    r"|january|february|march|april|august|september|october|november|december|\d))\b",
    re.I,
)
_ACTORS = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.STATE})


#: "Shells fired by the Front", "the raid by Arvel": a doer behind the words for the deed.
_BY = re.compile(
    r"\b(?:fired|launched|carried out|killed|committed|perpetrated|hit|dropped|shelled|bombed|attack\w*|assault"
    r"|strikes?"
    r"|raids?|airstrikes?|shelling|bombing|bombardment|fire|executed|detonated|planted|staged|conducted)\b"
    r"(?: \w+){0,2} by (?:the |an? )?$",
    re.I,
)
_BEFORE = 60
_AGAINST = re.compile(
    r"\b(?:rebels?|opposition|militants?|insurgents?|separatists?|islamists?|jihadists?|terrorists?)\b", re.I
)
#: Bodies that act for the state they are called by ("Kenyan forces"), where they are no rebels.
_OF_STATE = re.compile(
    r"^(?!.*\b(?:rebel|opposition|militant|insurgent|separatist|militia|terrorist|democratic|free|liberation"
    r"|islam|jihad|resistance|martyrs?|people|popular))"
    r".*\b(?:army|forces?|troops|military|air ?force|navy|planes?|warplanes?|jets|aircraft|soldiers|police|guards?"
    r"|government|regime|marines|artillery)\b",
    re.I,
)
#: A name after one of these words says where it was, and is not what was hit ("near Long Bridge").
_WHERE = re.compile(r"\b(?:near|at|in|from|to|towards?|around|outside|beside|by|of|via|behind|past) (?:the )?$", re.I)
#: What is longer than this, in characters, is no sentence.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Facts:
    """What one sentence tells of violence. `agents` are keys of actors, `claimed` of those who are said to have claimed
    it; `camps` says whether those who do it are called rebels or bear arms for a state, also where no more is known of
    them; `places` are the entities of places, `incidents` those that its claims are of."""

    claims: tuple[Claim, ...]
    sentence: Evidence
    telling: Telling
    scene: Scene
    agents: frozenset[str]
    camps: frozenset[str]
    claimed: frozenset[str]
    means: frozenset[str]
    targets: frozenset[str]
    victims: frozenset[str]
    places: frozenset[str]
    incidents: frozenset[str]

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.telling.report

    @property
    def day(self) -> date | None:
        """The day that its own sentence gives."""
        return None if self.scene.carried else self.scene.day

    @property
    def told_day(self) -> date | None:
        """The day that it gives itself or that was given before it."""
        return self.scene.day


def facts_of(pile: Pile, tellings: Tellings, incidents: Mapping[str, str]) -> Iterator[Facts]:
    """The facts of every sentence of a pile that tells of violence as of something that was, by report."""
    for report, inside in pile.annotations.items():
        claims = sorted((c for c in inside.claims if _is_told(c)), key=lambda c: (c.trigger.start, c.id))
        starts = [claim.trigger.start for claim in claims]
        for sentence in sentences_of(pile.reports[report]):
            here = claims[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if here and sentence.end - sentence.start <= _LONGEST:
                found = _facts(pile, tellings, sentence.evidence(pile.reports[report]), here, incidents)
                if found is not None:
                    yield found


def _is_told(claim: Claim) -> bool:
    return claim.modality in {Modality.FACT, Modality.PRESUPPOSED} and claim.polarity is Polarity.POSITIVE


def _is_violence(claim: Claim) -> bool:
    return (claim.event or "").startswith("ASSAULT") or kind_of(claim) in _VIOLENT


def _facts(
    pile: Pile, tellings: Tellings, sentence: Evidence, claims: Sequence[Claim], incidents: Mapping[str, str]
) -> Facts | None:
    words = sentence.text
    violent = [claim for claim in claims if _is_violence(claim)]
    if not violent and not HARM.search(words):
        return None
    # What most of the sentence's claims are filed under is its happening.
    known = [claim for claim in violent if claim.id in incidents]
    main = (known or violent or claims)[0]
    telling, scene = tellings.of_claim(main), tellings.scenes[main.id]
    if _HABIT.search(words) or (telling.cumulative and scene.day is None):
        return None
    means = told_in(MEANS, words)
    return Facts(
        tuple(violent or claims),
        sentence,
        telling,
        scene,
        frozenset(_agents(pile, sentence, violent)),
        frozenset(
            camp for claim in violent if not claim.agent_any for who in claim.agent if (camp := _camp(pile, who))
        ),
        _claimed_by(pile, sentence, main) if CLAIMED.search(words) else frozenset(),
        means,
        told_in(TARGETS, _without_wheres(pile, sentence)) if means - GASES or not means else frozenset(),
        told_in(VICTIMS, words) if HARM.search(words) else frozenset(),
        scene.named | frozenset(place for c in claims for place in tellings.scenes[c.id].named),
        frozenset(incidents[claim.id] for claim in known),
    )


def _without_wheres(pile: Pile, sentence: Evidence) -> str:
    """The words of a sentence without the names that only say where it was."""
    words = sentence.text
    for mention in pile.annotations[sentence.report].mentions:
        start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
        named = mention.form is MentionForm.NAME and start >= 0 and end <= len(sentence.text)
        if named and _WHERE.search(sentence.text[:start]):
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _camp(pile: Pile, who: Who) -> str | None:
    """Which side of a war somebody is on by what he is called: "rebels", "state"; None where that does not say."""
    words = who.span.text if who.span else who.name
    entity = pile.entity(who)
    if _AGAINST.search(words):
        return "rebels"
    if (entity is not None and entity.kind is EntityKind.STATE) or _OF_STATE.search(words):
        return "state"
    return None


def _agents(pile: Pile, sentence: Evidence, violent: Sequence[Claim]) -> Iterator[str]:
    """Who does it: states, bodies and groups that act in the violence, or stand behind "by"."""
    for claim in violent:
        for who in () if claim.agent_any else claim.agent:
            actor = _actor(pile, sentence.report, who)
            if actor is not None:
                yield actor
    for mention in pile.annotations[sentence.report].mentions:
        at = mention.span.start
        if mention.entity is None or not sentence.start <= at < sentence.end:
            continue
        named = pile.entity(Who(mention.entity, mention.span.text))
        before = sentence.text[max(0, at - sentence.start - _BEFORE) : at - sentence.start]
        if named is not None and named.kind in _ACTORS and _BY.search(before):
            yield _key(pile, named)


def _actor(pile: Pile, report: str, who: Who) -> str | None:
    """Who acts, where it is a state, a body or a group, or the one that the words name ("warplanes of Arvel")."""
    entity = pile.entity(who)
    if entity is not None:
        return _key(pile, entity) if entity.kind in _ACTORS else None
    if who.span is None:
        return None
    if _AGAINST.search(who.span.text):
        return None  # "Kenyan rebels" are not Kenya
    named = {_key(pile, e) for e in pile.named_in(report, who.span) if e.kind in _ACTORS}
    return next(iter(named)) if len(named) == 1 else None


def _key(pile: Pile, entity: Entity) -> str:
    """What a doer is compared by: its state for one that is or bears arms for it, else itself."""
    if entity.kind is EntityKind.STATE or _OF_STATE.search(entity.name):
        return pile.actor(Who(entity.members[0], entity.name)) or entity.id
    return entity.id


def _claimed_by(pile: Pile, sentence: Evidence, claim: Claim) -> frozenset[str]:
    """The first body or group that the sentence names where it says that the deed was claimed, else who says so."""
    inside = Span(sentence.start, sentence.end, sentence.text)
    for named in pile.named_in(sentence.report, inside):
        if named.kind in {EntityKind.GROUP, EntityKind.ORGANIZATION}:
            return frozenset({named.id})
    sources = pile.statements[claim.statement].sources
    return frozenset(entity.id for who in sources if (entity := pile.entity(who)) and entity.kind in _ACTORS)
