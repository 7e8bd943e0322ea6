"""Who says that nobody came to harm: what harm, and of whom.

"There was no death whatever in the camp", "none of our men was taken prisoner", "we lost nobody", "no one was hurt".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.spans import known
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Happened, Modality, Polarity

_KILLED, _HURT = frozenset({Happened.KILLED}), frozenset({Happened.INJURED})
_HELD = frozenset({Happened.CAPTURED})
#: What is denied by its noun, and by its verb, and how a question asks for it.
_BY_NOUN = {
    "casualt": (_KILLED | _HURT, "killed or injured"),
    "loss": (_KILLED | {Happened.DESTROYED}, "killed"),
    "death": (_KILLED, "killed"),
    "fatalit": (_KILLED, "killed"),
    "injur": (_HURT, "injured"),
    "victim": (_KILLED | _HURT, "killed or injured"),
}
_BY_VERB = {
    "killed": (_KILLED, "killed"),
    "lost": (_KILLED, "killed"),
    "injured": (_HURT, "injured"),
    "wounded": (_HURT, "injured"),
    "harmed": (_KILLED | _HURT, "killed or injured"),
    "hurt": (_KILLED | _HURT, "killed or injured"),
    "hit": (_KILLED | _HURT, "killed or injured"),
}
_NOUN = re.compile(
    r"\b(?:no|any|without(?: any)?)\s+(?P<whose>(?:[\w-]+\s+){0,2}?)"
    r"(?P<noun>casualt|loss|death|fatalit|injur|victim)(?:y|ies|es|s)?\b(?:\s+(?:whatever|at all))?"
    r"(?P<among>\s+(?:among|in|on|to|of)\s+[^,.;]{3,40})?",
    re.I,
)
_NONE_OF = r"(?:no|none of (?:the|our|its|their|his|her)|not (?:a single|one)(?: of (?:the|our|its|their|his|her))?)"
_WAS = r"(?:was|were|is|are|had been|has been|have been|got)\s+(?:\w+ly\s+)?"
_HARM = r"(?:harmed|hurt|killed|injured|wounded|hit|lost|captured|taken (?:prisoner|captive|alive)|held captive)"
_NOBODY = re.compile(
    rf"\b(?:{_NONE_OF}\s+(?!one\b)(?P<whose>(?:[\w-]+\s+){{1,4}}?)|(?:nobody|no one|no-one|none)\s+)"
    rf"(?:{_WAS}(?P<verb>{_HARM})|(?P<died>fell|died|perished))\b",
    re.I,
)
_LOST_NONE = re.compile(
    r"\b(?:lost|losing)\s+(?:nobody|no one|no-one|none|(?:no|not (?:a single|one))\s+(?P<whose>[\w-]+))\b", re.I
)
#: What nobody reported, confirmed, owned up to or knows of yet is not denied; nor does "nobody else" deny anything.
_UNKNOWN = re.compile(
    r"\b(?:report|reports|reported|word|details|confirmation|confirmed|information|immediate|immediately|yet|figures|"
    r"breakdown|known|number|toll|more|further|others?|else|acknowledg\w+|admit\w*)\b",
    re.I,
)
#: What is told of another happening than the one that is told of.
_ANOTHER = re.compile(
    r"\b(?:second|third|other|another|later|earlier|previous|first) (?:\w+ )?"
    r"(?:raid|attack|strike|blast|bomb\w*|explosion|shell\w*|rocket|shot|wave|salvo|"
    r"(?:earth)?quake|tremor|aftershock|fire|storm|flood|landslide|avalanche|accident|crash|collision|incident|clash|"
    r"protest|demonstration|derailment|leak)(?:e?s)?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Unhurt:
    """A claim that nobody came to harm: `harm` is what befell nobody, `whose` whom, as far as it is said, and `befell`
    how a question asks for it."""

    claim: Claim
    harm: frozenset[Happened]
    whose: str
    befell: str


def unhurt(pile: Pile) -> Iterator[Unhurt]:
    """Every statement of a pile that says so, once."""
    seen: set[str] = set()
    for claim in pile.claims.values():
        if claim.polarity is not Polarity.NEGATIVE or claim.modality is not Modality.FACT or claim.statement in seen:
            continue
        words = claim.spans[0].text
        found = denied(words)
        if found is None or _UNKNOWN.search(words) or not known(pile, pile.statements[claim.statement]):
            continue
        if _ANOTHER.search(sentence_at(pile.reports[claim.report].text, claim.trigger.start, claim.trigger.end).text):
            continue
        seen.add(claim.statement)
        yield Unhurt(claim, *found)


def denied(words: str) -> tuple[frozenset[Happened], str, str] | None:
    """What harm some words say befell nobody, whom, and how a question asks for it; None where they say no such
    thing."""
    found = _NOUN.search(words)
    if found is not None:
        harm, befell = _BY_NOUN[found["noun"].lower()]
        return harm, f"{found['whose']} {found['among'] or ''}".strip(), befell
    found = _LOST_NONE.search(words)
    if found is not None:
        return _KILLED, found["whose"] or "", "killed"
    found = _NOBODY.search(words)
    if found is None:
        return None
    harm, befell = _BY_VERB.get((found["verb"] or "killed").lower(), (_HELD, "captured"))
    return harm, (found["whose"] or "").strip(), befell
