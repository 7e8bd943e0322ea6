"""Readings of exchanges that no noun names: something or somebody given "in return for" captives, or offered so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.processes.dates import days, spoken_at
from counterclaim.link.processes.named import claimed_by, key_of, places_in
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.records import EntityKind, ProcessKind, ProcessState, Report, Span, Who

S = ProcessState

_GIVE = (
    r"releas(?:ed?|es|ing)|fre(?:e|ed|es|eing)|hand(?:ed|s|ing)? over|return(?:ed|s|ing)?|g[ai]ve(?:n|s)?|giving"
    r"|provid(?:ed?|es|ing)|deliver(?:ed|s|ing)?|transfer(?:red|s|ring)?|swap(?:ped|s|ping)?"
)
_CAPTIVES = re.compile(r"\b(?:prisoners?|captives?|hostages?|detainees?|captured \w+|remains of)\b", re.I)
_FOR = r"\b(?:in return for|in exchange for)\b"
_DONE = re.compile(rf"\b(?P<give>{_GIVE})\b[^.;]{{0,120}}?{_FOR}[^.;]{{3,120}}", re.I)
_MUTUAL = re.compile(
    rf"\b(?P<give>ready|willing|prepared|offer(?:ed|s|ing)?) to (?:take|bring|{_GIVE})\b[^.;]{{3,140}}?"
    r"\b(?:call(?:ed|s|ing)? on|ask(?:ed|s|ing)?|urg(?:ed|es|ing)|if|provided)\b[^.;]{3,140}",
    re.I,
)
_OFFERED = re.compile(r"\b(?:ready|willing|prepared|offer(?:ed|s|ing)?|proposed) to\s*$", re.I)
_AGREED = re.compile(r"\b(?:agreed|agreement|deal|promised|pledged)(?: \w+){0,2} to\s*$", re.I)
_DEMANDED = re.compile(r"\b(?:demand|insist)\w*(?: \w+){0,4} to\s*$", re.I)
_BACK = 40


def barter_readings(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """The readings of a sentence in which captives are given, or are to be given, for something."""
    text = inside.text
    for pattern in (_DONE, _MUTUAL):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None or not _CAPTIVES.search(match.group()):
            continue
        at = (match.start("give"), match.end("give"))
        state = S.OFFERED if pattern is _MUTUAL else _state(text[max(sentence.start, at[0] - _BACK) : at[0]])
        if state is None:
            continue
        claim = inside.claim_at(*at)
        own = spoken_at(inside, at) if state is S.OFFERED else claim.time if claim else None
        if own is None and state is S.CARRIED_OUT:
            times = inside.times_in(sentence.start, sentence.end)
            own = times[0].value if len(times) == 1 else None
        parties = _named(inside, sentence)
        yield Reading(
            report=inside.report,
            at=at[0],
            kind=ProcessKind.EXCHANGE,
            state=state,
            date=own,
            by=tuple(inside.pile.resolved(w) for w in claim.agent) if claim else (),
            condition=None,
            claimed_by=claimed_by(inside, at[0]),
            evidence=sentence.evidence(report),
            words="exchange",
            definite=False,
            new=False,
            occasion=days(own),
            parties=frozenset(key for who in parties if (key := key_of(inside.pile, who))),
            acting=parties,
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


def _named(inside: Inside, sentence: Sentence) -> tuple[Who, ...]:
    """The states and groups that the sentence names."""
    span = Span.of(inside.text, sentence.start, sentence.end)
    found = inside.pile.named_in(inside.report, span)
    kinds = {EntityKind.STATE, EntityKind.GROUP, EntityKind.ORGANIZATION}
    return tuple(dict.fromkeys(Who(e.id, e.name) for e in found if e.kind in kinds))
