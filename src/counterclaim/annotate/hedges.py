"""How far a report stands off from what it gives: "what it called …", "a false claim", "allegedly", "so-called"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.speech import Attribution
from counterclaim.records import Hedge

#: "what it *described* as an attack": the report leaves the name to whoever gave it.
_NAMING = frozenset("describe call dub term label brand characterize characterise portray deem consider see".split())
_ALLEGED = frozenset("alleged allegedly reportedly purported purportedly supposed supposedly".split())
_ALLEGING = frozenset({"allege", "purport"})
_UNTRUE = frozenset(
    """false unfounded baseless groundless bogus discredited debunked unproven unsubstantiated unsupported unverified
    fabricated fictitious""".split()
)
#: One to three words in quotation marks that begin in lower case: a name or title would not.
_SCARE = re.compile(r"(?<!\w)(?:[“\"‘'«]|'')[a-z][\w’-]*(?: [\w’-]+){0,2}(?:[”\"’'»]|'')(?!\w)")
_SO_CALLED = re.compile(r"\bso-called\b|\bself-(?:styled|proclaimed|declared)\b", re.IGNORECASE)


def hedge_of(item: Attribution, verb: Token | None) -> Hedge:
    """How far the report stands off from somebody's statement, by its cue and the words that hang on it."""
    own = {child.lower_ for child in verb.children} if verb is not None else set()
    if item.cue_lemma in _ALLEGING or own & _ALLEGED:
        return Hedge.ALLEGED
    if verb is not None and (own & _UNTRUE or _is_left_to_them(item, verb)):
        return Hedge.DISTANCED
    return Hedge.NONE


def _is_left_to_them(item: Attribution, verb: Token) -> bool:
    """ "what he called an outrage", "what they said was an accident"."""
    if verb.left_edge.lower_ != "what" and not any(child.lower_ == "what" for child in verb.lefts):
        return False
    lemma = item.cue_lemma.split()[0] if item.cue_lemma else ""
    return lemma in _NAMING or any(c.dep_ == "ccomp" and c.lemma_ == "be" and c.i > verb.i for c in verb.children)


def own_hedge(sentence: Tokens, spoken: Sequence[int]) -> Hedge:
    """How far an outlet stands off in a sentence of its own; `spoken` has for each character of the report whether it
    is somebody else's."""
    words = [t.lower_ for t in sentence if not spoken[t.idx]]
    if not _ALLEGED.isdisjoint(words):
        return Hedge.ALLEGED
    for match in (*_SO_CALLED.finditer(sentence.text), *_SCARE.finditer(sentence.text)):
        if not spoken[sentence.start_char + match.start()]:
            return Hedge.DISTANCED
    return Hedge.NONE
