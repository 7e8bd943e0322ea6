"""Initiatives: who came to whom first, with a request, a letter, a call or an attack, where accounts name another.

Each side says that it was the other which asked, or that the other attacked first. News puts this against another
account in so many words ("it was the marshal who had asked", "and not the other way round"); that is what is looked
for, whatever the verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.deeds.doers import Doers, stretch
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, differ, same_side
from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import alike, of_one_story
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Manner, Polarity, Slot, Span, Statement, Who

_APPROACH = (
    r"(?:asked|requested|appealed|begged|pleaded|turned to|approached|contacted|telephoned|phoned|called (?:us|him|"
    r"them)|came to (?:us|them|our|the (?!conclusion|power|end|aid|scene))|came (?:first )?with|first came|"
    r"sent (?:an?|the|its|their|his) \w*(?:officer|emissar|envoy|letter|deleg|message|messenger|note)\w*|sent "
    r"(?:emissaries|envoys|word|messengers)|sought|proposed|invited|wanted (?:the|an?|to) (?:deal|"
    r"truce|talk|meet|meeting|"
    r"exchange)\w*|sued for)"
)
_ATTACK = (
    r"(?:attacked|assaulted|raided|stormed|ambushed|fell (?:up)?on|came upon|opened fire|fired first|shelled|"
    r"fired on|(?:tried|trying|attempted) to (?:seize|take|storm|overrun|sink|capture)|came to take|(?:broke|"
    r"violated|breached) (?!(?:the|an?|this|their) (?:[\w'’-]+ ){0,3}?(?:truce|cease-?fire))|provoked|started (?:the|"
    r"it|shooting|firing)|began (?:the|shooting|firing|shelling))"
)
_KINDS = {"approach": _APPROACH, "attack": _ATTACK}
_DID = {
    kind: Sought(
        rf"^(?:(?!\bthat it\b|\bsaid that\b|\btold\b)[^.;:]){{0,55}}?\b(?:(?:had|has|have)\s+)?(?:first\s+)?"
        rf"(?<!was )(?<!were )(?<!been ){verbs}\b",
        re.I,
    )
    for kind, verbs in _KINDS.items()
}
#: The same said the other way round: "asked by …", "at the request of …", "attacked by …".
_BY = {
    "approach": Sought(
        r"\b(?:(?:asked|requested|approached|invited|contacted|telephoned)\b[^.;:]{0,40}?\bby|(?:at|on|upon) the "
        r"(?:\w+ )?(?:request|proposal|invitation|initiative|urging|plea) of|(?:request|call|plea|"
        r"proposal|letter|offer) "
        r"(?:had )?(?:come |came )?from)\s+(?:the\s+|an?\s+)?$",
        re.I,
    ),
    "attack": Sought(
        r"\b(?:attacked|assaulted|ambushed|stormed|shelled|provoked|raided)\b[^.;:]{0,40}?\bby\s+(?:the\s+|an?\s+)?"
        r"(?:\w+ (?:boats|forces|units|men|troops) of\s+(?:the\s+)?)?$",
        re.I,
    ),
}
_CLEFT = re.compile(r"(?<!because )\bit (?:was|is|had been|were) (?:the\s+|an?\s+)?$", re.I)
_AGAINST = re.compile(
    r"\b(?:not|and not|nor) the (?:other way|reverse|opposite)|\bon the contrary|\bthe (?:opposite|reverse) (?:was|is)|"
    r"\bnot so\b|\bthe other way (?:round|around)\b",
    re.I,
)
_ITSELF = re.compile(r"^\s*(?:\w+\s)?(?:themselves|itself|himself|herself)\b")
_NOT = re.compile(r"\b(?:not|never|no|nor|den(?:y|ies|ied)|if|whether|would|could|may|might|should)\b|n['’]t\b", re.I)
_BEFORE, _AFTER = 90, 110
#: In one report two accounts stand no further apart than this, in characters, and an answer than that.
_NEAR, _NEXT = 1500, 500
#: Words that both must share where their reports are two, as a cosine; and how like their reports have to be.
_TOPIC, _STORY = 0.03, 0.1
_PRONOUNS = frozenset({"they", "he", "she", "it", "we"})
#: Who speaks, where nobody else is meant.
_SPEAKER = frozenset({"he", "she", "it", "we"})


@dataclass(frozen=True, slots=True)
class Initiative:
    """Who took the first step by one account. `stressed`: it is said against another account."""

    record: str
    statement: Statement
    kind: str
    party: Party
    stressed: bool
    span: Span
    telling: Telling
    voices: tuple[Party, ...]


def compare_initiatives(pile: Pile, tellings: Tellings, parties: Parties) -> Iterator[Finding]:
    """Compare who is said to have taken the first step, where one account says it against another."""
    doers = Doers.in_(pile)
    found = {report: list(_of(pile, tellings, parties, doers, report)) for report in pile.annotations}
    for here in found.values():
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                far = right.span.start - left.span.start
                both = left.stressed and right.stressed
                if far <= (_NEAR if both else _NEXT) and _differ(pile, left, right):
                    yield _finding(pile, left, right, ["One report gives both."], 0.65)
    yield from _across(pile, tellings, found)


def _across(pile: Pile, tellings: Tellings, found: Mapping[str, Sequence[Initiative]]) -> Iterator[Finding]:
    likeness = Likeness.of(pile, tellings)
    for one, other in of_one_story(pile, tellings):
        if alike(pile, tellings, one, other) < _STORY:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if not _differ(pile, left, right):
                    continue
                signs = likeness.signs(left.telling, right.telling)
                if signs.surely_other_day or max(signs.words, signs.around) < _TOPIC:
                    continue
                both = left.stressed and right.stressed
                yield _finding(pile, left, right, ["Their reports tell one story."], 0.6 if both else 0.5)


def _of(pile: Pile, tellings: Tellings, parties: Parties, doers: Doers, report: str) -> Iterator[Initiative]:
    text = pile.reports[report].text
    claims = pile.annotations[report].claims
    known = {span.start: (span, party) for span, party in (*_pronouns(pile, parties, report), *doers.of(report))}
    for span, party in (known[start] for start in sorted(known)):
        start, stop = stretch(text, span, _BEFORE, _AFTER)
        before, after = text[start : span.start], text[span.end : stop]
        for kind in _KINDS:
            match = _DID[kind].match(after)
            turned = _BY[kind].search(before)
            said = match.group() if match else (turned.group() if turned else "")
            if not said or _NOT.search(said) or (match and _NOT.search(before[-20:])):
                continue
            ahead = match.end() if match else 0
            words = Span.of(text, span.start - (len(before) - turned.start() if turned else 0), span.end + ahead)
            statement = innermost(pile, report, words)
            if statement is None or statement.act in (Act.DENY, Act.THREATEN, Act.DEMAND):
                continue
            inside = [c for c in claims if words.covers(c.trigger) and c.statement == statement.id]
            if any(c.polarity is not Polarity.POSITIVE for c in inside):
                continue
            told = statement.manner is Manner.NARRATION
            voices = () if told else tuple(p for w in statement.sources if (p := parties.voice(report, w)))
            stressed = bool(_CLEFT.search(before) or _ITSELF.match(after) or _AGAINST.search(before + after))
            record = inside[-1].id if inside else statement.id
            telling = tellings.at(report, words.start, words.end)
            yield Initiative(record, statement, kind, party, stressed, words, telling, voices)
            break


def _pronouns(pile: Pile, parties: Parties, report: str) -> Iterator[tuple[Span, Party]]:
    """Pronouns, as whom the claims there mean by them, or else who speaks ("it was he who …")."""
    for claim in pile.annotations[report].claims:
        statement = pile.statements[claim.statement]
        for who in (*claim.agent, *(claim.patient if claim.predicate == "be" else ())):
            if who.span is None or who.span.text.lower() not in _PRONOUNS:
                continue
            party = parties.of(report, Who(who.entity, who.name, None), statement)
            spoken = statement.manner is not Manner.NARRATION and len(statement.sources) == 1
            if party is None and who.span.text.lower() in _SPEAKER and spoken:
                party = parties.voice(report, statement.sources[0])
            if party is not None and (spoken or party.states):
                yield who.span, party


def innermost(pile: Pile, report: str, span: Span) -> Statement | None:
    """The shortest statement that some words of a report stand in."""
    holding = [
        (piece.end - piece.start, statement.id, statement)
        for statement in pile.annotations[report].statements
        for piece in statement.content
        if piece.overlaps(span)
    ]
    return min(holding, key=lambda item: item[:2])[2] if holding else None


def _differ(pile: Pile, left: Initiative, right: Initiative) -> bool:
    """Whether two accounts have two parties take one first step, at least one of them against the other."""
    if left.kind != right.kind or not (left.stressed or right.stressed) or left.statement.id == right.statement.id:
        return False
    if pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return False
    apart = days_apart(left.telling.when, right.telling.when)
    if apart and apart > 1 and not (left.telling.carried or right.telling.carried):
        return False
    if any(same_side(one.party, voice) and one.stressed is False for one in (left, right) for voice in one.voices):
        return left.stressed and right.stressed
    texts = sorted({pile.reports[one.statement.report].text for one in (left, right)})
    return differ((left.party,), (right.party,), texts)


def _finding(pile: Pile, left: Initiative, right: Initiative, joined: list[str], score: float) -> Finding:
    evidence = [evidence_at(pile, one.statement, one.telling) for one in (left, right)]
    one, other = left.party.called, right.party.called
    what = "asked first" if left.kind == "approach" else "attacked first"
    why = [f"By one account it was {one} that {what}, by the other {other}."]
    why.append("One of them says so against the other account.")
    where = place_words(pile, left.telling, right.telling)
    return conflict(
        Slot.ROLES,
        score,
        f"Who {what}{where}: {one} or {other}?",
        [*why, *joined],
        Answer(left.record, left.statement.id, f"{one} {what}", evidence[0], sort=_whose(left)),
        Answer(right.record, right.statement.id, f"{other} {what}", evidence[1], sort=_whose(right)),
        theme=(*sorted((_whose(left), _whose(right))),),
    )


def first_step(whose: str) -> str:
    """What answers have in common by which the first step was that of one state, or of one entity without a state."""
    return f"first step of {whose}"


def _whose(initiative: Initiative) -> str:
    party = initiative.party
    return first_step(min(party.states, default=party.entity or party.shown))
