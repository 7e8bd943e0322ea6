"""Which claims tell a deed of violence, and of which of them somebody says that these did it."""

from __future__ import annotations

import re

from counterclaim.link.compare.charges import CLASS_OF
from counterclaim.link.compare.deeds.words import (
    ALWAYS_FORCE,
    COMMITS,
    DONE,
    HEDGED_NARRATION,
    MAYBE,
    NO_TARGET,
    PLAIN_FORCE,
    VIOLENT_NOUN,
    folded,
)
from counterclaim.link.compare.nouns import tells
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Statement, Who

#: What is done to things, with the particle of the verb.
SPOILS = frozenset(
    {"pull down", "tear down", "knock down", "dig up", "rob", "ransack", "mine", "spoil", "vandalize", "wreck"}
)
_PLAIN_OBJECT = re.compile(
    r"\b(?:set fire to|blew up|opened fire on|shot dead) ((?:the |an? |its |their )?[^.;,]+)$", re.I
)
_THEIR_OWN = re.compile(
    r"(?:their|his|her|its) own (?:colleagues?|comrades?|men|side|troops|forces|soldiers|fighters)$", re.I
)
_HOLDS = frozenset({Modality.FACT, Modality.PRESUPPOSED})


def done(claim: Claim) -> bool:
    """Whether a claim tells of a deed of violence that somebody may be blamed for."""
    return claim.predicate in SPOILS or (violent(claim) and claim.predicate.split()[0] in DONE)


def violent(claim: Claim) -> bool:
    """Whether a claim is coded as an assault, or has no code and a verb that leaves no doubt."""
    verb = claim.predicate.split()[0]
    if claim.event is not None and verb not in ALWAYS_FORCE:
        return claim.event.startswith("ASSAULT")
    return CLASS_OF.get(verb) in PLAIN_FORCE or verb in ALWAYS_FORCE


def commits(claim: Claim) -> bool:
    """Whether somebody is said to have carried out an attack."""
    return claim.predicate in COMMITS and bool(VIOLENT_NOUN.search(" ".join(span.text for span in claim.spans)))


def held_by(claim: Claim, statement: Statement) -> bool:
    """Whether somebody says that these did it; "may have" counts only in a source's mouth."""
    if claim.polarity is not Polarity.POSITIVE or claim.agent_any or not claim.agent:
        return False
    words = statement.content[0].text if statement.manner is Manner.NARRATION else claim.spans[0].text
    if statement.manner is Manner.NARRATION and HEDGED_NARRATION.search(claim.spans[0].text):
        return False
    if claim.modality in _HOLDS:
        return statement.act is not Act.DENY
    voiced = statement.manner is not Manner.NARRATION and statement.act in (Act.ASSERT, Act.ACCUSE)
    return claim.modality is Modality.HYPOTHESIS and voiced and not MAYBE.search(words)


def hit_in(words: str) -> frozenset[str]:
    """What some words have burned or blown up, where no claim says it."""
    match = _PLAIN_OBJECT.search(words)
    noun = folded(match[1]) if match is not None else ""
    return frozenset({noun} if noun and tells(noun) and noun not in NO_TARGET else ())


def of_their_own(who: Who, claim: Claim) -> Who:
    """Whom "their own colleagues" are of: those to whom it was done."""
    own = who.span is not None and _THEIR_OWN.match(who.span.text) and len(claim.patient) == 1
    return claim.patient[0] if own else who
