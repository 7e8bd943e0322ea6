"""What reports say that somebody did: the charges that denials are set against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import Party, party_of
from counterclaim.link.compare.denials.spans import on_others_word, sentence_end, sentence_start, shown, told_by
from counterclaim.link.compare.denials.words import (
    DENYING,
    TAKEN_BACK,
    TOLD_NOUN,
    kind_of_lemma,
    kinds_of,
    telling_words,
    weapons_in,
)
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Modality, PassageKind, Polarity, Span, Statement, Who

_BLAMED = re.compile(r"\b(?:responsible for|behind|guilty of|to blame for|responsibility for)\s+", re.I)
_USING = re.compile(r"\bus(?:e|ed|es|ing)\b|\bdeploy|\bdrop", re.I)
#: What is planned is not done.
PLANNED = re.compile(
    r"\b(?:plan|proposal|intention|idea|hope|effort|bid|chance|prospect|possibility|calls?|wish)s?\b"
    r"[^.;:]*\b(?:for|of|to) $",
    re.I,
)
AHEAD = 70
#: Verbs whose object tells the deed, and those that bring a weapon to bear.
_LIGHT = frozenset("use be have conduct launch make reach receive take inflict cause commit carry".split()) | {
    "carry out"
}
_USES = frozenset("use deploy employ drop fire launch release deliver".split())
_WEAPON = frozenset({"weapon"})
_ARMED = frozenset({"attack", "kill"})
_TOLD_SO = frozenset({Modality.FACT, Modality.HYPOTHESIS})


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim that somebody did it. `charged`: somebody says so of them, and not just the outlet."""

    claim: Claim
    statement: Statement
    shown: Span
    party: Party
    voices: Party
    kinds: frozenset[str]
    charged: bool
    told: frozenset[str]
    weapons: frozenset[str]


def assertions_in(pile: Pile, report: str, kinds: frozenset[str] | None = None) -> Iterator[Assertion]:
    """The claims of a report that something of a kind that is denied was done; only of these `kinds` if given."""
    found = pile.annotations[report]
    heads = [(p.start, p.end) for p in pile.reports[report].passages if p.kind is PassageKind.HEADLINE]
    for claim in found.claims:
        statement = pile.statements[claim.statement]
        # "accused the army of that attack": there was one
        accused = claim.modality is Modality.PRESUPPOSED and _whom(statement) is not None
        if claim.polarity is not Polarity.POSITIVE or not (accused or claim.modality in _TOLD_SO):
            continue
        if statement.act in {Act.DENY, Act.REFUSE, Act.ASK, Act.THREATEN}:
            continue
        if statement.manner is Manner.NARRATION and any(s <= claim.trigger.start < e for s, e in heads):
            continue  # what a headline names ("cautious on new raids") the report says itself, if it does
        told = kinds_told(claim)
        # "weapon" may be told by the rest of the sentence
        if not told or (kinds is not None and not told & kinds and not (kinds >= _WEAPON and told & _ARMED)):
            continue
        text = pile.reports[report].text
        before = text[sentence_start(text, claim.trigger.start) : claim.trigger.start]
        denied = DENYING.search(before) or TAKEN_BACK.search(before)
        if on_others_word(pile, statement, claim.trigger.start):
            continue
        if PLANNED.search(text, max(0, claim.trigger.start - AHEAD), claim.trigger.start):
            continue  # "plans for releasing them": not that they were
        if not denied and (claim.modality is not Modality.HYPOTHESIS or statement.manner is not Manner.NARRATION):
            yield assertion_of(pile, claim)


def _whom(statement: Statement) -> Span | None:
    """Whom an accusation is against, where its words begin with that."""
    return statement.content[0] if statement.act is Act.ACCUSE and len(statement.content) > 1 else None


def assertion_of(pile: Pile, claim: Claim) -> Assertion:
    """A claim as one side of a dispute."""
    statement = pile.statements[claim.statement]
    voices = party_of(pile, claim.report, statement.sources)
    text = pile.reports[claim.report].text
    sentence = text[sentence_start(text, claim.trigger.start) : sentence_end(text, claim.trigger.end)]
    doers = doers_of(claim)
    whom = _whom(statement)
    if not doers and whom is not None:
        named = pile.named_in(claim.report, whom)
        doers = (*(Who(e.id, e.name) for e in named[:1]), Who(None, whom.text, whom))
    charged = statement.manner is not Manner.NARRATION or statement.act is Act.ACCUSE
    words = told_by(pile, statement, claim.spans[0], claim.trigger.start)
    return Assertion(
        claim=claim,
        statement=statement,
        shown=shown(pile, statement, words) if charged else words,
        party=party_of(pile, claim.report, doers, voices),
        voices=voices,
        kinds=kinds_told(claim, sentence),
        charged=charged,
        told=telling_words(words.text),
        weapons=weapons_in(words.text) or weapons_in(sentence),
    )


def kinds_told(claim: Claim, sentence: str = "") -> frozenset[str]:
    """The kinds of deed that a claim tells of. A weapon is one where it was used, and not where it was only named: in
    the claim, or in the sentence that is given."""
    objects = " ".join(who.span.text if who.span else who.name for who in claim.patient)
    verb = claim.predicate
    blamed = blamed_for(claim)
    if blamed is not None:
        return kinds_in(blamed)
    kinds = kinds_of(f"{verb} {claim.trigger.text} {objects if verb in _LIGHT else ''}") - _WEAPON
    used = verb in _USES or kinds & _ARMED
    if not used:
        return kinds or (frozenset() if TOLD_NOUN.fullmatch(verb) else kind_of_lemma(verb))
    armed = weapons_in(claim.spans[0].text) or weapons_in(sentence) or kinds_of(objects) & _WEAPON
    kinds = kinds | _WEAPON if armed else kinds
    return kinds or (frozenset() if TOLD_NOUN.fullmatch(verb) else kind_of_lemma(verb))


def blamed_for(claim: Claim) -> str | None:
    """What a claim says that somebody was "responsible for" or "behind", where it says no more than that."""
    found = _BLAMED.search(claim.spans[0].text) if claim.predicate in {"be", "bear", "hold"} else None
    return claim.spans[0].text[found.end() :] if found else None


def doers_of(claim: Claim) -> tuple[Who, ...]:
    """Who a claim says did it: who is to blame stands in the place of the object."""
    return claim.agent or (claim.patient if blamed_for(claim) is not None else ())


def kinds_in(words: str) -> frozenset[str]:
    """The kinds of deed of words that no claim was made of."""
    kinds = kinds_of(words)
    return kinds if kinds & {"attack", "kill"} or _USING.search(words) else kinds - _WEAPON
