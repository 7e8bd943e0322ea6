"""Whom a pronoun means where the sentence makes it plain: "the ministry said it had", "Kenya ended its siege"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from counterclaim.annotate.claims.control import subject
from counterclaim.annotate.claims.phrases import conjuncts
from counterclaim.annotate.figures.lexicon import PERSONS
from counterclaim.annotate.names.words import OFFICES

_ONE_THING = frozenset({"it", "its"})
_SEVERAL = frozenset({"they", "their", "them"})
_ONE_PERSON = frozenset({"he", "she", "his", "her", "him"})
_PRONOUNS = _ONE_THING | _SEVERAL | _ONE_PERSON
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBS = frozenset({"VERB", "AUX"})


def antecedent(pronoun: Token) -> Token | None:
    """The head of the noun phrase that a pronoun of the third person stands for, None where it may be another.

    A subject means the subject of the clause above, a possessor that of its own clause; in clauses side by side only
    where nothing else there could be meant.
    """
    if pronoun.lower_ not in _PRONOUNS:
        return None
    if pronoun.dep_ == "poss":
        noun = pronoun.head
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
        return _agreeing(pronoun, verb) if verb is not None and verb.pos_ in _VERBS else None
    if pronoun.dep_ not in _SUBJECTS:
        return None
    clause, beside = pronoun.head, False
    while clause.dep_ == "conj" and not any(_agrees(pronoun, c) for c in clause.head.children if c.dep_ in _SUBJECTS):
        clause = clause.head
    if clause.dep_ in {"conj", "advcl"}:
        beside = True
    elif clause.dep_ != "ccomp":
        return None
    above = clause.head
    if above.pos_ not in _VERBS:
        return None
    if beside and (pronoun.lower_ in _ONE_PERSON or any(_agrees(pronoun, n) for n in _others(above, pronoun))):
        return None  # "her husband was killed but she"
    return _agreeing(pronoun, above)


def _agreeing(pronoun: Token, verb: Token) -> Token | None:
    found = subject(verb)
    return found if found is not None and found.i < pronoun.i and _agrees(pronoun, found) else None


def _others(verb: Token, pronoun: Token) -> Iterable[Token]:
    """The nouns of a clause but its subject, before a pronoun."""
    for token in verb.subtree:
        if (
            token.i < pronoun.i
            and token.pos_ in {"NOUN", "PROPN"}
            and token.dep_ in {"dobj", "pobj", "dative", "appos"}
        ):
            yield token


def _agrees(pronoun: Token, noun: Token) -> bool:
    """Whether a noun can be what a pronoun stands for, by number and by whether it is a person."""
    if noun.pos_ not in {"NOUN", "PROPN", "NUM"} or any(child.lower_ in _PRONOUNS for child in noun.children):
        return False  # "their boats": they are in them
    several = noun.tag_ in {"NNS", "NNPS"} or noun.pos_ == "NUM" or len(list(conjuncts(noun))) > 1
    if pronoun.lower_ in _SEVERAL:
        return several
    lemma = noun.lemma_.lower()
    person = noun.ent_type_ == "PERSON" or lemma in OFFICES or lemma in PERSONS
    return not several and person == (pronoun.lower_ in _ONE_PERSON)
