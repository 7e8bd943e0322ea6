"""Readings of exchanges that no noun names: something or somebody given "in return for" captives, or offered so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.processes.dates import days, spoken_at
from counterclaim.link.processes.named import places_in
from counterclaim.link.processes.parties import key_of
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.voices import claimed_by
from counterclaim.link.sought import Sought
from counterclaim.records import Claim, EntityKind, ProcessKind, ProcessState, Report, Who

S = ProcessState

_GIVE = (
    r"releas(?:ed?|es|ing)|fre(?:e|ed|es|eing)|hand(?:ed|s|ing)? over|return(?:ed|s|ing)?|g[ai]ve(?:n|s)?|giving"
    r"|provid(?:ed?|es|ing)|deliver(?:ed|s|ing)?|transfer(?:red|s|ring)?|swap(?:ped|s|ping)?"
)
_CAPTIVES = re.compile(
    r"\b(?:prisoners?|captives?|hostages?|detainees?|(?:captured|jailed|imprisoned|detained|kidnapped|abducted) \w+"
    r"|remains of)\b",
    re.I,
)
#: "Kenyan prisoners": whose they are does not make a party.
_HELD = re.compile(r"\s+(?:prisoners?|captives?|hostages?|detainees?)\b", re.I)
#: "Four Canadian engineers": whose people they are makes no party either, unless they are armed.
_PEOPLE = re.compile(r"\s+(?!troops|forces|fighters|soldiers|officials|authorities|rebels|militants)[a-z]+s\b")
_FOR = r"\b(?:in return for|in exchange for)\b"
_DONE = Sought(rf"\b(?P<give>{_GIVE})\b[^.;]{{0,120}}?{_FOR}[^.;]{{3,120}}", re.I)
_MUTUAL = Sought(
    rf"\b(?P<give>ready|willing|prepared|offer(?:ed|s|ing)?) to (?:take|bring|{_GIVE})\b[^.;]{{3,140}}?"
    r"\b(?:call(?:ed|s|ing)? on|ask(?:ed|s|ing)?|urg(?:ed|es|ing)|if|provided)\b[^.;]{3,140}",
    re.I,
)
_OFFERED = re.compile(r"\b(?:ready|willing|prepared|offer(?:ed|s|ing)?|proposed)(?: on \w+)? to\s*$", re.I)
_AGREED = re.compile(r"\b(?:agreed|agreement|deal|promised|pledged)(?: \w+){0,2} to\s*$", re.I)
_DEMANDED = re.compile(r"\b(?:demand|insist)\w*(?: \w+){0,4} to\s*$", re.I)
#: "The release of": a noun, which is as far as the verb before it says.
_IS_NOUN = re.compile(r"\b(?:the|an?|for|of) $", re.I)
_SETTLED = (
    (S.REFUSED, re.compile(r"\b(?:reject|refus|declin)\w*", re.I)),
    (S.OFFERED, re.compile(r"\boffer\w*", re.I)),
    (S.DEMANDED, re.compile(r"\bdemand\w*", re.I)),
    (S.PROPOSED, re.compile(r"\bpropos\w*", re.I)),
    (S.AGREED, re.compile(r"\b(?:agree|deal|accord|pledg|promis)\w*", re.I)),
)
_BACK = 40


def barter_readings(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """The readings of a sentence in which captives are given, or are to be given, for something."""
    text = inside.text
    for pattern in (_DONE, _MUTUAL):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None or not _CAPTIVES.search(match.group()):
            continue
        at = (match.start("give"), match.end("give"))
        before = text[max(sentence.start, at[0] - _BACK) : at[0]]
        noun = _IS_NOUN.search(before)
        state = S.OFFERED if pattern is _MUTUAL else _of_noun(text[sentence.start : at[0]]) if noun else _state(before)
        if state is None:
            continue
        claim = inside.claim_at(*at)
        own = spoken_at(inside, at) if state is S.OFFERED else claim.time if claim else None
        if own is None and state is S.CARRIED_OUT:
            times = inside.times_in(sentence.start, sentence.end)
            own = times[0].value if len(times) == 1 else None
        parties = _named(inside, sentence, claim, at[0])
        speaker = inside.statement_at(at[0]) if pattern is _MUTUAL else None
        if speaker is not None and not inside.pile.outlet_says(speaker):
            by = tuple(who for who in inside.pile.holders(speaker) if who.entity)
        else:
            by = tuple(inside.pile.resolved(w) for w in claim.agent) if claim else ()
        yield Reading(
            report=inside.report,
            at=at[0],
            kind=ProcessKind.EXCHANGE,
            state=state,
            date=own,
            by=by,
            condition=None,
            claimed_by=claimed_by(inside, at[0]),
            evidence=sentence.evidence(report),
            words="exchange",
            definite=False,
            new=False,
            occasion=days(own),
            parties=frozenset(key for who in (*by, *parties) if (key := key_of(inside.pile, who))),
            acting=tuple(dict.fromkeys((*by, *parties))),
            mark="captives",
            spoken=state is S.OFFERED,
            places=places_in(inside.pile, inside.report, sentence),
        )
        return


def _state(before: str) -> ProcessState | None:
    if _OFFERED.search(before):
        return S.OFFERED
    if _AGREED.search(before):
        return S.AGREED
    if _DEMANDED.search(before):
        return S.DEMANDED
    return None if re.search(r"\b(?:to|not|never|would|could|might|may|if)\s*$", before, re.I) else S.CARRIED_OUT


def _of_noun(before: str) -> ProcessState | None:
    """The state of "the release of …", by what stands before it in the sentence."""
    return next((state for state, pattern in _SETTLED if pattern.search(before)), None)


def _given(claim: Claim | None) -> tuple[Who, ...]:
    """Those to whom something is done or given."""
    return (*claim.patient, *(argument.who for argument in claim.arguments)) if claim else ()


def _named(inside: Inside, sentence: Sentence, claim: Claim | None, at: int) -> tuple[Who, ...]:
    """The states and groups that the sentence names, but who only says so, and the state of a capital that is given
    something."""
    kinds = {EntityKind.STATE, EntityKind.GROUP, EntityKind.ORGANIZATION}
    given = [entity for who in _given(claim) if (entity := inside.pile.entity(who))]
    capitals = [
        Who(e.id, e.name) if e.kind is EntityKind.STATE else inside.states.get(e.country or "")
        for e in given
        if e.kind in {EntityKind.STATE, EntityKind.PLACE}
    ]
    said = inside.statement_at(at)
    speakers = {who.entity for who in inside.pile.holders(said)} if said else set()
    named = []
    for mention in inside.pile.annotations[inside.report].mentions:
        if not sentence.start <= mention.span.start < sentence.end or _HELD.match(inside.text, mention.span.end):
            continue
        entity = inside.pile.entity(Who(mention.entity, mention.span.text))
        if entity and mention.span.text not in entity.name and _PEOPLE.match(inside.text, mention.span.end):
            continue
        if entity is not None and entity.kind in kinds and entity.id not in speakers:
            named.append(Who(entity.id, entity.name))
    return tuple(dict.fromkeys(who for who in (*named, *capitals) if who))
