"""Who it was where a text leaves open which of several: "whether the jets were Kenyan or Ugandan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_MODIFIERS = frozenset({"amod", "nmod", "compound", "poss"})


def left_open(predicate: Token, doers: list[Token], done: list[Token]) -> tuple[list[Token], list[Token], bool]:
    """Who does it and whom it is done to, and whether the text leaves open which of the doers it was.

    "Were *Kenyan* or *Ugandan*" has the two as doers and its subject as what is spoken of; of "*Kenyan* or *Ugandan*
    jets" the doers are the two as well.
    """
    if predicate.lemma_ == "be":
        for child in predicate.children:
            named = _joined_by_or(child) if child.dep_ in {"acomp", "attr"} else []
            if named:
                return named, [head for head in (*doers, *done) if head not in named], True
    found: list[Token] = []
    for head in doers:
        found.extend(_before(head) or [head])
    return found, done, found != doers


def _before(noun: Token) -> list[Token]:
    """The peoples or names before a noun that "or" joins."""
    before = (child for child in noun.children if child.dep_ in _MODIFIERS and child.i < noun.i)
    return next((joined for joined in map(_joined_by_or, before) if joined), [])


def _joined_by_or(first: Token) -> list[Token]:
    """A name and those that "or" joins to it; empty where there is no other, or one is no name."""
    joined = list(_chain(first))
    other = any(child.lower_ == "or" for token in joined for child in token.children)
    return joined if other and len(joined) > 1 and all(map(_names, joined)) else []


def _chain(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _chain(child)


def _names(token: Token) -> bool:
    return token.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"} or (
        token.pos_ in {"PROPN", "ADJ"} and token.text.istitle()
    )
