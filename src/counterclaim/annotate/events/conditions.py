"""How the rows of the lexicon say what an event is done with.

A condition is `slot=class`: "obj=ground" holds where the object is of the class `ground`, "obj=ground|people" for
either class, "subj|obj=forces" for either slot. Without a class, the slot need only be filled; `!` turns a condition
around; all conditions of a row have to hold.

- A slot is `subj`, `obj` (the passive is followed, and "of" after a noun), `mod` (before a noun), `behind` (the
  preposition or verb that a noun follows), `clause` (an infinitive, gerund or clause), `that` (a finite clause), `what`
  (a clause, an object or a noun after any preposition), or a preposition.
- A class is one of `classes.py`, a root in capitals (the filler tells such an event itself), or a lemma.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from spacy.tokens import Token

from counterclaim.annotate.events.classes import CLASSES, MEASURES, NAMED
from counterclaim.annotate.events.slots import fillers

#: Root, mode, conditions and words.
Row: TypeAlias = tuple[str | None, str | None, str, str]


class Words(Protocol):
    """What is known of the words of a report."""

    def fillers(self, token: Token, slot: str) -> list[Token]:
        """What fills a slot of a word."""

    def root_of(self, token: Token) -> str | None:
        """The root of the event that a word tells."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Some slots, and classes of which one of their fillers has to be."""

    negated: bool
    slots: tuple[str, ...]
    lemmas: frozenset[str]
    names: frozenset[str]
    roots: frozenset[str]

    def holds(self, token: Token, words: Words) -> bool:
        """Whether it holds of a word, given what is known of the words around it."""
        found = (each for slot in self.slots for each in words.fillers(token, slot))
        return self.negated != any(self._of_class(each, words) for each in found)

    def _of_class(self, filler: Token, words: Words) -> bool:
        if not (self.lemmas or self.names or self.roots):
            return True
        return any(
            _lemma(each) in self.lemmas
            or each.ent_type_ in self.names
            or any(c.lemma_.lower() in self.lemmas for c in each.children if c.dep_ in {"compound", "amod", "nmod"})
            or (bool(self.roots) and words.root_of(each) in self.roots)
            for each in _meant(filler)
        )


def _lemma(token: Token) -> str:
    """What a filler is; "a fire" is a blaze, where "fire" and "rebel fire" are shots."""
    lemma = token.lemma_.lower()
    if lemma == "fire" and token.tag_ in {"NN", "NNS"}:
        articles = [child for child in token.children if child.dep_ == "det"]
        from_somebody = any(child.lower_ == "from" for child in token.children)
        return "blaze" if articles and not from_somebody else lemma
    return lemma


def _meant(filler: Token) -> Iterator[Token]:
    """A filler, and what it measures or holds ("dozens of prisoners")."""
    yield filler
    if filler.lemma_.lower() in MEASURES or filler.pos_ in {"NUM", "PRON"}:
        for each in fillers(filler, "of"):
            yield from _meant(each)


@functools.cache
def conditions(words: str) -> tuple[Condition, ...]:
    """The conditions of a row."""
    found = []
    for each in words.split():
        slots, _, classes = each.removeprefix("!").partition("=")
        kinds = classes.split("|") if classes else []
        lemmas: set[str] = set()
        names: set[str] = set()
        for kind in kinds:
            lemmas |= CLASSES.get(kind, frozenset() if kind in NAMED else frozenset({kind}))
            names |= NAMED.get(kind, frozenset())
        roots = frozenset(kind for kind in kinds if kind.isupper())
        found.append(
            Condition(each.startswith("!"), tuple(slots.split("|")), frozenset(lemmas) - roots, frozenset(names), roots)
        )
    return tuple(found)
