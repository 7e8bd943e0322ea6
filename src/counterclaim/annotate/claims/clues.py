"""Small questions about a word and what stands around it, asked while a claim's world is read."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.records import Modality

#: Speech that is no more than heard of.
UNSURE = frozenset({"unconfirmed", "unverified", "unsubstantiated", "unproven"})
_FAILED = frozenset({"failed", "unsuccessful", "abortive", "aborted", "botched", "thwarted", "foiled", "fruitless"})
_OCCURRING = frozenset({"occur", "happen", "continue", "materialize", "materialise", "exist"})


def occurs(verb: Token) -> bool:
    """Whether a verb says of its subject that it was: "occurred", "took place", "went ahead"."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children)
    if lemma == "go":
        return any(child.lower_ in {"ahead", "on"} for child in verb.children)
    return lemma in _OCCURRING


def definite(noun: Token) -> bool:
    """Whether a noun has an article or possessor by which the reader is to know which one is meant."""
    return any(
        child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an", "any", "no"} for child in noun.children
    )


def unsure(noun: Token) -> bool:
    """Whether a report or claim is called unconfirmed."""
    return any(child.dep_ == "amod" and child.lower_ in UNSURE for child in noun.children)


def failed(noun: Token) -> bool:
    """Whether an attempt or plan is said to have failed: "a failed bid to", "talks to … have failed"."""
    before = any(child.dep_ == "amod" and child.lower_ in _FAILED for child in noun.children)
    return before or (
        noun.dep_ == "nsubj"
        and noun.head.lemma_ in {"fail", "founder", "collapse"}
        and not any(child.dep_ in {"neg", "xcomp"} for child in noun.head.children)
    )


def too(word: Token) -> bool:
    """Whether "too" stands before a word: "too weak to attack"."""
    return any(child.dep_ == "advmod" and child.lower_ == "too" for child in word.children)


def yet(head: Token, infinitive: Token) -> bool:
    """Whether an infinitive is still to come: "has yet to enter", "is yet to enter"."""
    words = (*head.children, *infinitive.children)
    return head.lemma_ in {"have", "be", "remain"} and any(child.lower_ == "yet" for child in words)


def in_order(verb: Token) -> bool:
    """Whether an infinitive is introduced by "in order"."""
    return any(child.dep_ == "mark" and child.lower_ in {"in", "order"} for child in verb.children)


def be_to(verb: Token) -> Modality:
    """The modality of an infinitive below a verb that no list has: "the troops are to leave" is planned."""
    return Modality.PLAN if verb.lemma_ == "be" else Modality.FACT


def cleft(verb: Token) -> bool:
    """Whether a verb singles somebody out: "it was (not) the army that shelled the town"."""
    return any(child.dep_ == "nsubj" and child.lower_ == "it" for child in verb.children)


def has_relative(verb: Token) -> bool:
    """Whether a clause has a relative pronoun: it says more of a noun, not what the noun says."""
    return any(
        child.tag_ in {"WDT", "WP"}
        and child.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        and not is_conjunction(child)
        for child in verb.children
    )


def is_conjunction(that: Token) -> bool:
    """Whether "that" only joins a clause, whose object the parser took it for: "the story that we arrested him"."""
    if that.lower_ != "that" or that.dep_ != "dobj":
        return False
    return any(child.dep_ == "dobj" and child.i > that.head.i for child in that.head.children)


def repeats(verb: Token) -> bool:
    """Whether the subject only repeats a negation that counts already ("nor did any")."""
    return any(child.lower_ == "nor" and child.i < verb.i for child in verb.children)


def stands_before(clause: Token, head: Token) -> bool:
    """Whether a clause is a sentence of its own before a semicolon, which the parser hung on the next one: "it held 23
    men; none of them was a soldier"."""
    if clause.i > head.i:
        return False
    own = [child for child in head.children if child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i > clause.i]
    first = min((child.left_edge.i for child in own), default=None)
    return first is not None and any(t.text in {";", ":"} for t in clause.doc[clause.right_edge.i + 1 : first])
