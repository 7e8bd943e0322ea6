"""Two who accuse each other, in one sentence: "the government and the rebels blamed each other for the attack".

What only one of them can have begun or done is in dispute, and each holds that it was the other. Of what both may well
have done ("accused each other of lying") nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from counterclaim.link.compare.asking import definite, object_of, past
from counterclaim.link.compare.deeds.claims import done
from counterclaim.link.compare.deeds.doers import Doers
from counterclaim.link.compare.deeds.initiatives import innermost
from counterclaim.link.compare.deeds.party import Party, same_side
from counterclaim.link.compare.deeds.words import GOES_ON, VIOLENT_NOUN
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Claim, Slot, Span, Who

_EACH_OTHER = Sought(
    r"\b(?:(?:accus|blam)(?:ed|es?|ing)(?: \w+){0,2}? (?:each other|one another)|"
    r"(?:trad|exchang)(?:ed?|es|ing) (?:accusations|blame|charges|recriminations))\b(?P<of>[^.;\n]{0,140})",
    re.I,
)
TRUCE = (
    r"(?:truces?|cease-?fires?|armistice|cessation (?:of (?:fire|hostilities))?|lull|pause|"
    r"peace (?:deal|accord|agreement))"
)
_BREAKING = re.compile(
    rf"\bof (?:\w+ )?(?:violating|breaking|breaching|undermining)\s+(?P<what>(?:the|an?|this|"
    rf"their)\s+(?:[\w'’-]+\s+){{0,4}}?{TRUCE})\b",
    re.I,
)
_FIRST = re.compile(
    r"\bof (?:\w+ )?(?P<did>firing first|shooting first|attacking first|(?:opening fire|starting|provoking|initiating|"
    r"triggering|instigating|beginning)\b(?: (?P<what>the (?:[\w-]+ ){0,2}?\w+))?)",
    re.I,
)
_FOR = re.compile(
    rf"\b(?:for|over|of carrying out|of being behind)\s+(?P<what>(?:the|an?|this|"
    rf"that)\s+(?:[\w-]+\s+){{0,3}}?{VIOLENT_NOUN.pattern})",
    re.I,
)
_AND = re.compile(r"(?:['’]s)?[^.;:]{0,45}?(?:\band|\bwhile)\b[^.;:]{0,30}", re.I)
#: Who accuse stand no further before it than this, in characters.
_BESIDE = 60
_TO = re.compile(r"\b(?:told|said to|asked|against|between|after|when|as|that)\b", re.I)
_SCORE = 0.75


def compare_each_other(pile: Pile, tellings: Tellings, told: Container[str]) -> Iterator[Finding]:
    """The disputes of two whom a report has accuse each other; not who broke a truce where the report is `told`, as
    one in which both give their accounts of that."""
    doers = Doers.in_(pile)
    for report in pile.annotations:
        text = pile.reports[report].text
        for match in _EACH_OTHER.finditer(text):
            sentence = tellings.at(report, match.start(), match.end()).sentence
            asked = _asked(pile, report, match)
            two = _two(doers, report, sentence, match.start())
            if report in told and _BREAKING.search(match["of"]):
                continue
            if asked and two and not GOES_ON.search(match["of"]):
                yield from _finding(pile, report, sentence, asked, two)


def _two(doers: Doers, report: str, sentence: Span, end: int) -> tuple[Party, Party] | None:
    """The two who accuse each other; None where they are not both named right before it."""
    if sentence.start >= end:
        return None
    before = Span(sentence.start, end, sentence.text[: end - sentence.start])
    named = list(doers.inside(report, before))[-2:]
    if len(named) < 2 or same_side(named[0][1], named[1][1]) or end - named[1][0].end > _BESIDE:
        return None
    between = sentence.text[named[0][0].end - sentence.start : named[1][0].start - sentence.start]
    behind = sentence.text[named[1][0].end - sentence.start : end - sentence.start]
    if not _AND.fullmatch(between) or _TO.search(behind):
        return None
    return named[0][1], named[1][1]


def _asked(pile: Pile, report: str, match: re.Match[str]) -> str:
    """What is asked of who did what they accuse each other of; empty where both may have."""
    if (what := _BREAKING.search(match["of"])) is not None:
        return f"Who broke {definite(what['what'])}"
    if (first := _FIRST.search(match["of"])) is not None:
        did = first["did"].lower()
        if "first" in did or did.startswith("opening"):
            return f"Who {'attacked' if 'attack' in did else 'fired'} first"
        return f"Who started {definite(first['what'])}" if first["what"] else ""
    if (what := _FOR.search(match["of"])) is not None:
        return f"Who is responsible for {definite(what['what'])}"
    inside = Span.of(match.string, *match.span("of")) if match["of"] else None
    claims = [c for c in pile.annotations[report].claims if inside and inside.covers(c.trigger) and done(c)]
    return _done(claims[0]) if len(claims) == 1 else ""


def _done(claim: Claim) -> str:
    """Who did what a claim tells, if it was done to something known."""
    what = object_of(claim)
    known = re.match(r"(?:the|an?|its|\w+['’]s) ", claim.patient[0].name if claim.patient else "", re.I)
    return f"Who {past(claim.predicate)} {what}" if what and known else ""


def _finding(pile: Pile, report: str, sentence: Span, asked: str, two: tuple[Party, Party]) -> Iterator[Finding]:
    found = pile.annotations[report]
    statement = innermost(pile, report, sentence)
    records = [c.id for c in found.claims if sentence.covers(c.trigger)]
    if statement is None:
        return
    records = list(dict.fromkeys([*records, statement.id]))
    if len(records) < len(two):
        return
    evidence = pile.evidence(report, sentence)
    answers = [
        Answer(record, statement.id, party.called, evidence, holders=(_who(pile, other),), sort=party.called)
        for record, party, other in zip(records, two, reversed(two), strict=False)
    ]
    one, other = (party.called for party in two)
    yield conflict(
        Slot.AGENT, _SCORE, f"{asked}: {one} or {other}?",
        [f"{one[0].upper()}{one[1:]} and {other} accuse each other of it."], *answers,
    )  # fmt: skip


def _who(pile: Pile, party: Party) -> Who:
    entity = pile.entities.get(party.entity or "")
    return Who(entity.id, entity.name) if entity is not None else Who(None, party.shown)
