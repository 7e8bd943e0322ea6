"""Whom a relative pronoun stands for, where the parser hung its clause on the noun right before it: "it was men from
the valley who fired", "soldiers in the towers who fired"."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import RELATIVE, animate, meant

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_UP = frozenset({"pobj", "prep", "appos", "conj"})
_THOSE = frozenset({"those", "these", "ones", "others", "all", "some", "many"})
_HELD = frozenset({"attr", "dobj", "nsubj"})
#: How far up from its noun a clause's "it was" is looked for, in words of the parse.
_STEPS = 6


def stands_for(verb: Token, pronoun: Token) -> Token:
    """The noun for which the relative pronoun stands that is the subject of a clause."""
    focus = _focus(verb)
    if focus is not None:
        return focus
    noun = meant(verb.head)
    return _somebody_above(noun) if pronoun.lower_ == "who" and not _somebody(noun) else noun


def _focus(verb: Token) -> Token | None:
    """The noun that "it was … who" singles out, where another stands between it and the clause."""
    word, behind = verb.head, False
    for _ in range(_STEPS):
        if word.lemma_ == "be":
            break
        contact = word.dep_ == "relcl" and not any(child.lower_ in RELATIVE for child in word.children)
        if word.dep_ not in _UP and not contact and word.dep_ != "attr":
            return None
        behind = behind or word.dep_ == "prep"
        word = word.head
    if word.lemma_ != "be" or not behind or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in word.children):
        return None
    for noun in word.children:
        if noun.dep_ == "attr" and noun.i < verb.head.i and animate(noun):
            relatives = (c for c in noun.children if c.dep_ == "relcl" and c.i < verb.i)
            if not any(t.lower_ in RELATIVE for clause in relatives for t in clause.children):
                return noun
    return None


def _somebody(noun: Token) -> bool:
    return noun.lower_ in _THOSE or (animate(noun) and noun.ent_type_ not in _PLACES)


def _somebody_above(noun: Token) -> Token:
    """The nearest noun for somebody above one that stands behind prepositions, else that noun itself."""
    word = noun
    while word.dep_ == "pobj":
        preposition = word.head
        if preposition.lower_ == "of" and word.ent_type_ not in _PLACES:
            return noun  # "the brother of the watchman who fired"
        word = preposition.head
        if word.pos_ not in _NOUNS:
            beside = [c for c in word.children if c.dep_ in _HELD and c.i < preposition.i and _somebody(c)]
            return beside[-1] if beside and beside[-1].i > word.i else noun
        if _somebody(word):
            return word
    return noun
