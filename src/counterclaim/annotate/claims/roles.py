"""Who does what to whom, by the parse: agents, patients and further arguments of a predicate.

Labels are those of spaCy's English models (ClearNLP style: nsubj, nsubjpass, agent, dobj, dative, prep, pobj …).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def conjuncts(token: Token) -> Iterator[Token]:
    """A noun and those coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            yield from conjuncts(child)


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive ("was shelled", "the village shelled by …")."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def subject(verb: Token) -> Token | None:
    """The subject of a verb, also one it shares with the verb it depends on; relative pronouns are followed."""
    seen = set()
    current: Token | None = verb
    while current is not None and current.i not in seen:
        seen.add(current.i)
        for child in current.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                if child.lower_ in _RELATIVE and current.dep_ == "relcl":
                    return current.head
                return child
        if current.dep_ == "acl":
            return current.head if current.tag_ in {"VBG", "VBN"} or current != verb else None
        if current.dep_ in {"xcomp", "pcomp"}:
            # "accused the army of closing the bridge": the clause hangs on the preposition, that on the verb
            governor = current.head.head if current.dep_ == "pcomp" else current.head
            controlled = next((c for c in governor.children if c.dep_ in _OBJECTS), None)
            if controlled is not None and current != controlled:
                return controlled
            current = governor
        elif current.dep_ in {"conj", "advcl"} and current.head.pos_ in {"VERB", "AUX"}:
            current = current.head
        else:
            return None
    return None


def by_phrase(token: Token) -> Token | None:
    """The noun of a "by" phrase that names who did it."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def agents(verb: Token) -> list[Token]:
    """The heads of those who do it."""
    if passive(verb):
        doer = by_phrase(verb)
        return list(conjuncts(doer)) if doer is not None else []
    doer = subject(verb)
    return list(conjuncts(doer)) if doer is not None and doer.dep_ != "expl" else []


def patients(verb: Token) -> list[Token]:
    """The heads of those it is done to."""
    if passive(verb):
        done = subject(verb)
        return list(conjuncts(done)) if done is not None else []
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            return list(conjuncts(child))
    return []


def prepositions(verb: Token) -> Iterator[tuple[str, Token]]:
    """The further arguments: (preposition, head of its noun), also those of the direct object's particle."""
    for child in verb.children:
        if child.dep_ == "dative":
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            yield "to", noun if noun is not None else child
        elif child.dep_ == "prep" and child.lower_ != "by":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    for each in conjuncts(noun):
                        yield child.lower_, each


def phrase(head: Token) -> tuple[int, int]:
    """The characters of a noun phrase without its clauses, appositions, coordinated nouns or trailing phrases
    (except one with "of")."""
    keep = [head]
    for child in head.children:
        if (
            child.dep_ in {"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "neg", "advmod"}
            and child.i < head.i
        ):
            keep.extend(child.subtree)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and noun.i > head.i:
                _, end = phrase(noun)
                return min(t.idx for t in keep), end
    last = max(keep, key=lambda t: t.i)
    return min(t.idx for t in keep), last.idx + len(last)
