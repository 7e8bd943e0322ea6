"""Negation in a predicate's own clause: by its own words, its subject, its objects."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import set_against

_NOT = frozenset({"not", "n't", "n’t", "nt", "never", "neither", "nor", "hardly", "scarcely", "nowhere"})
_NONE = frozenset({"none", "nobody", "nothing", "neither", "nowhere"})
#: "Not only", "not just": more, not less.
_MORE = frozenset({"only", "just", "merely", "simply", "solely", "least", "necessarily"})
#: Nouns that with "no" negate the whole clause: "at no time", "under no circumstances".
_OCCASIONS = frozenset("time point stage way circumstance case condition mean account moment occasion".split())
#: With these, "no" leaves it so: "no doubt", "no wonder", "no choice but".
_IDLE = frozenset({"wonder", "doubt", "matter"})
#: After "no": "no-fly zone", "no fewer than ten".
_NO_FEWER = frozenset({"-", "fewer", "less", "more", "later", "earlier", "longer"})
#: Prepositions whose "no" denies the verb ("knew of no line"), but not before nouns that only say how.
_OF_NONE = frozenset("of to at on upon into from in against".split())
_HOW = frozenset("avail use cost effect end purpose hurry mood position doubt order particular".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acomp"})


def negated_noun(noun: Token) -> bool:
    """Whether a noun phrase says that there is none: "no group", "none of them", "neither side", "not a single one".

    "No fewer than ten", "no-fly zone", "none other than" and "not only the army" do not.
    """
    if noun.lower_ in _NONE:
        return not any(child.lower_ in {"but", "other", "less", "short"} for child in noun.children)
    first = noun.left_edge
    if first.lower_ == "neither" and first.head.dep_ in {"amod", "compound", "nmod"} and first.head.head == noun:
        return True
    if first.lower_ == "not" and first.nbor().lower_ in {"one", "a", "an"} and noun.i > first.i + 1:
        return first.nbor(2).lower_ not in {"but", "or"} and not _but(noun)  # "not one civilian"
    for child in noun.children:
        if child.i > noun.i:
            continue
        if child.lower_ in {"no", "neither"} and child.dep_ in {"det", "neg", "preconj", "advmod", "cc", "nmod"}:
            after = noun.doc[child.i + 1] if child.i + 1 < len(noun.doc) else None
            return (after is None or after.lower_ not in _NO_FEWER) and not _but(noun)
        if child.lower_ in _NOT and child.dep_ in {"neg", "preconj", "det", "advmod"}:
            return not _more(child) and not _but(noun)
        if child.dep_ == "advmod" and child.lower_ == "hardly":
            return True
    return False


def _but(noun: Token) -> bool:
    """ "Not X but Y", "no choice but to": what is left is so."""
    return any(child.lower_ == "but" and child.dep_ in {"cc", "prep"} for child in noun.children)


def _more(negation: Token) -> bool:
    after = negation.doc[negation.i + 1].lower_ if negation.i + 1 < len(negation.doc) else ""
    return after in _MORE


def _each(noun: Token) -> Iterator[Token]:
    """A noun and those that "or", "nor" or "and" join to it."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj" and not set_against(child):
            yield from _each(child)


def verb_negated(verb: Token) -> bool:
    """Whether a verb has "not", "never", "nor", "no longer", "at no time" with it.

    "Not until Monday" says that it was so then.
    """
    found = any(_negates(verb, child) for child in verb.children)
    if found and any(_until(child) for child in verb.children):
        return False
    return found


def _negates(verb: Token, child: Token) -> bool:
    if child.lower_ in _NOT:
        # "attacked neither … nor …" belongs to the objects; "nor" after a verb to the next one.
        own = child.dep_ in {"neg", "advmod", "preconj", "det"} or (child.dep_ == "cc" and child.i < verb.i)
        if child.dep_ == "preconj" and child.i > verb.i:
            return False
        return own and not _more(child)
    if child.dep_ in {"advmod", "neg"} and child.lower_ in {"longer", "more"}:
        return any(c.lower_ == "no" for c in child.children)
    if child.dep_ in {"prep", "agent"}:
        return any(_denies(verb, child, noun) for noun in child.children if noun.dep_ == "pobj" and negated_noun(noun))
    return child.dep_ == "npadvmod" and child.lemma_.lower() in _OCCASIONS and negated_noun(child)


def _denies(verb: Token, preposition: Token, noun: Token) -> bool:
    """Whether "no" before the noun of a preposition says that it was not so: "at no time", "knew of no line"."""
    lemma = noun.lemma_.lower()
    if lemma in _OCCASIONS:
        return True
    there = verb.lemma_ != "be" or any(child.dep_ == "expl" for child in verb.children)
    return there and preposition.i > verb.i and preposition.lower_ in _OF_NONE and lemma not in _HOW


def _until(child: Token) -> bool:
    return (child.dep_ == "prep" and child.lower_ in {"until", "till"}) or (
        child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"until", "till"} for c in child.children)
    )


def subject_negated(verb: Token) -> bool:
    """Whether a verb's own subject, or the doer of its passive, says that there is none ("no group claimed")."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.lemma_.lower() not in _IDLE and negated_noun(child):
            return True
        if child.dep_ == "agent" and any(noun.dep_ == "pobj" and negated_noun(noun) for noun in child.children):
            return True
    return False


def object_negated(verb: Token) -> bool:
    """Whether an object says that there is none ("killed no civilians", "there are no troops")."""
    return any(
        child.dep_ in _OBJECTS and child.lemma_.lower() not in _IDLE and any(map(negated_noun, _each(child)))
        for child in verb.children
    )


def shared_negation(verb: Token, head: Token) -> bool:
    """Whether the negation of the verb that `verb` is coordinated with reaches over to it.

    "Did not attack or shell", "no group attacked or shelled", but not "did not attack and fled", "did not attack but
    shelled".
    """
    between = {child.lower_ for child in head.children if child.dep_ == "cc" and head.i < child.i < verb.i}
    if between & {"but", "nor"}:
        return "nor" in between
    own = {child.dep_ for child in verb.children if child.lower_ != "to"}
    if own & {"nsubj", "nsubjpass", "expl"}:
        return False
    if subject_negated(head):
        return True
    alike = "or" in between or (verb.tag_ == head.tag_ and verb.tag_ not in _FINITE)
    return verb_negated(head) and "aux" not in own and alike


def joined_to_none(noun: Token) -> bool:
    """Whether a noun without a determiner is joined to one of which there is none ("no raids or shelling")."""
    if noun.dep_ != "conj":
        return False
    nor = any(child.dep_ == "cc" and child.lower_ == "nor" and child.i < noun.i for child in noun.head.children)
    if not nor and any(child.dep_ in {"det", "poss", "nummod"} for child in noun.children):
        return False
    return negated_noun(noun.head) or joined_to_none(noun.head)


def idle(noun: Token) -> bool:
    """Whether "no" before this noun leaves the verb as it is ("there is no doubt that")."""
    return noun.lemma_.lower() in _IDLE
