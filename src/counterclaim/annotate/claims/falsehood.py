"""Whether a report or claim is called false: "reports of a raid are without foundation", "there is no truth in the
claim that", "called the report a fabrication"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import pobj
from counterclaim.annotate.claims.polarity import negated_noun, object_negated, verb_negated

_FALSE = frozenset(
    """false untrue wrong incorrect inaccurate baseless unfounded groundless fictitious bogus fake invented fabricated
    absurd ridiculous""".split()
)
_FALSEHOODS = frozenset(
    """lie fabrication invention hoax myth falsehood nonsense propaganda fiction rumour rumor slander libel fantasy
    disinformation misinformation fairytale provocation deception""".split()
)
#: "Are not true", "do not correspond to reality".
_TRUE = frozenset("true correct accurate so".split())
_REALITY = frozenset("reality truth fact".split())
_GROUNDS = frozenset("foundation basis substance truth merit ground evidence proof".split())
_MADE_UP = frozenset("invent fabricate disprove debunk refute concoct".split())
_CALLING = frozenset("call brand label term dub describe".split())


def called_false(noun: Token) -> bool:
    """Whether the clause that a noun for words told stands in calls them false."""
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        return _of_true(verb) if verb_negated(verb) else _of_false(verb, noun)
    calling = verb.head if noun.dep_ == "pobj" and verb.lower_ == "as" else verb  # "described as baseless the claim"
    if noun.dep_ in {"dobj", "pobj"} and calling.lemma_ in _CALLING and not verb_negated(calling):
        return any(_is_false(word) for word in _named(calling, noun))
    truth = verb.head if noun.dep_ == "pobj" and verb.lower_ in {"in", "to", "for"} else None
    return truth is not None and truth.lemma_.lower() in _GROUNDS - {"evidence", "proof"} and negated_noun(truth)


def _named(calling: Token, noun: Token) -> Iterator[Token]:
    """What a verb calls a noun."""
    for child in calling.children:
        if child.dep_ == "oprd" or child.lemma_.lower() in _FALSE:
            yield child
        elif child.lower_ == "as":
            yield from (below for below in child.children if below != noun)
    yield from (child for child in calling.subtree if child.dep_ == "appos" and child.i > noun.i)


def _of_true(verb: Token) -> bool:
    """Whether what is negated says that it is so."""
    if verb.lemma_ in {"be", "prove"}:
        return any(child.dep_ in {"acomp", "attr"} and child.lower_ in _TRUE for child in verb.children)
    to = (pobj(child) for child in verb.children if child.dep_ == "prep" and child.lower_ in {"to", "with"})
    return verb.lemma_ in {"correspond", "accord"} and any(
        of is not None and of.lemma_.lower() in _REALITY for of in to
    )


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
    news = word is not None and word.lemma_.lower() == "news" and any(c.lower_ == "fake" for c in word.children)
    found = news or (word is not None and word.lemma_.lower() in _FALSE | _FALSEHOODS)
    return found and word is not None and not negated_noun(word)
