"""Whether a report or claim is called false: "reports of a raid are without foundation", "there is no truth in the
claim that", "called the report a fabrication"."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import pobj
from counterclaim.annotate.claims.polarity import negated_noun, object_negated, verb_negated

_FALSE = frozenset(
    """false untrue wrong incorrect inaccurate baseless unfounded groundless fictitious bogus fake invented fabricated
    absurd ridiculous""".split()
)
_FALSEHOODS = frozenset(
    """lie fabrication invention hoax myth falsehood nonsense propaganda fiction rumour rumor slander libel fantasy
    disinformation fairytale""".split()
)
_GROUNDS = frozenset("foundation basis substance truth merit ground evidence proof".split())
_MADE_UP = frozenset("invent fabricate disprove debunk refute concoct".split())
_CALLING = frozenset("call brand label term dub describe".split())


def called_false(noun: Token) -> bool:
    """Whether the clause that a noun for words told stands in calls them false."""
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        return not verb_negated(verb) and _of_false(verb, noun)
    if noun.dep_ == "dobj" and verb.lemma_ in _CALLING and not verb_negated(verb):
        named = (child for child in verb.children if child.dep_ == "oprd" or child.lower_ == "as")
        beside = (child for child in verb.subtree if child.dep_ == "appos" and child.i > noun.i)
        return any(_is_false(word) or _is_false(pobj(word)) for word in (*named, *beside))
    truth = verb.head if noun.dep_ == "pobj" and verb.lower_ in {"in", "to", "for"} else None
    return truth is not None and truth.lemma_.lower() in _GROUNDS - {"evidence", "proof"} and negated_noun(truth)


def _of_false(verb: Token, noun: Token) -> bool:
    if verb.lemma_ == "have":
        grounds = any(c.dep_ == "dobj" and c.lemma_.lower() in _GROUNDS for c in verb.children)
        return grounds and object_negated(verb)
    if noun.dep_ == "nsubjpass":
        return verb.lemma_ in _MADE_UP
    for child in verb.children if verb.lemma_ in {"be", "remain", "prove"} else ():
        if child.dep_ in {"acomp", "attr", "oprd"} and child.i > verb.i and _is_false(child):
            return True
        without = pobj(child) if child.dep_ == "prep" and child.lower_ == "without" else None
        if without is not None and without.lemma_.lower() in _GROUNDS:
            return True
    return False


def _is_false(word: Token | None) -> bool:
    found = word is not None and word.lemma_.lower() in _FALSE | _FALSEHOODS
    return found and word is not None and not negated_noun(word)
