"""Who or what a sentence singles out: "it was X who did it", "what was struck was X", "those who shot were X"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from counterclaim.annotate.claims.clues import has_relative
from counterclaim.annotate.claims.phrases import conjuncts, set_against
from counterclaim.annotate.claims.polarity import negated_noun, verb_negated

_BEFORE_BE = frozenset({"csubj", "csubjpass", "ccomp", "advcl"})
_THOSE = frozenset({"those", "ones"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


def singled_out(verb: Token, heads: Sequence[Token]) -> list[Token]:
    """`heads`, who take part in what a verb tells, with whoever they are said to be in the place of "what" and
    "those"."""
    if verb.lemma_ == "be":
        return [*heads]
    return [each for head in heads for each in _said_to_be(verb, head)]


def _said_to_be(verb: Token, head: Token) -> list[Token]:
    if head.lower_ == "what" and verb.dep_ in _BEFORE_BE and verb.i < verb.head.i:
        copula = verb.head
    elif head.lower_ in _THOSE and verb.dep_ == "relcl" and verb.head == head and head.dep_ == "nsubj":
        copula = head.head
    else:
        return [head]
    if copula.lemma_ != "be" or verb_negated(copula):
        return [head]
    found = [
        child
        for child in copula.children
        if child.dep_ in {"attr", "nsubj"} and child.i > copula.i and child.pos_ in _NOUNS and not set_against(child)
    ]
    if not found or negated_noun(found[0]):
        return [head]
    return list(conjuncts(found[0]))


def stands_for_none(verb: Token, doer: Token) -> bool:
    """Whether the subject of "be" is the "it" of "it was X who did it"."""
    if verb.lemma_ != "be" or doer.lower_ != "it":
        return False
    named = [child for child in verb.children if child.dep_ == "attr"]
    joined = [each for noun in named for each in (noun, *noun.children)]
    return any(child.dep_ == "relcl" and has_relative(child) for noun in joined for child in noun.children)
