"""Noun phrases: their words, those coordinated with them, and the noun behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.lexicon import ACTORS, CROWDS
from counterclaim.annotate.figures.lexicon import PERSONS
from counterclaim.annotate.names.words import BODY_NOUNS, FORCES, OFFICES, ORGANIZATION_WORDS

RELATIVE = frozenset({"who", "which", "that", "whom"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "neg", "advmod"})
_NAMING = frozenset({"NORP", "GPE", "ORG"})
_TIMES = frozenset({"DATE", "TIME"})
_TIME_NOUNS = frozenset(
    """day week month year hour minute morning afternoon evening night noon midnight dawn dusk weekend decade century
    spring summer autumn fall winter today yesterday tomorrow eve anniversary april th""".split()
)
_SOMEBODY = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_PEOPLE = PERSONS | OFFICES | FORCES | ORGANIZATION_WORDS | BODY_NOUNS | ACTORS | CROWDS
_YEARS = range(1900, 2100)


def conjuncts(token: Token) -> Iterator[Token]:
    """A noun and those coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            yield from conjuncts(child)


def either(heads: list[Token]) -> bool:
    """Whether coordinated nouns are alternatives: "either X or Y"."""
    return any(child.lower_ == "or" for head in heads for child in head.children)


def animate(token: Token) -> bool:
    """Whether a noun or pronoun is for somebody, as far as general words and the tagger of names tell."""
    if token.pos_ == "PRON":
        return token.lower_ not in {"it", "this", "that", "which", "these", "those", "itself"}
    lemma = token.lemma_.lower()
    return token.ent_type_ in _SOMEBODY or token.pos_ == "NUM" or lemma in _PEOPLE or token.lower_ in _PEOPLE


def asks(token: Token) -> bool:
    """Whether a pronoun asks or stands for nobody in particular: "it is unclear who fired"."""
    return token.tag_ in {"WP", "WDT"}


def is_time(token: Token) -> bool:
    """Whether a noun is a time by the tagger of names and its own word: "an attack on Sunday" is on nobody."""
    named = token.ent_type_ in _TIMES
    return named and (token.pos_ in {"PROPN", "NUM", "ADJ"} or token.lemma_.lower() in _TIME_NOUNS)


def pobj(preposition: Token) -> Token | None:
    """The noun behind a preposition."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def by_phrase(token: Token) -> Token | None:
    """The noun of a "by" phrase that names who did it."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return pobj(child)
    return None


def phrase(head: Token) -> tuple[int, int]:
    """The characters of a noun phrase without its clauses, appositions, coordinated nouns or trailing phrases
    (except one with "of")."""
    keep = [head]
    for child in head.children:
        if child.dep_ in _BEFORE and child.i < head.i:
            keep.extend(child.subtree)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            noun = pobj(child)
            if noun is not None and noun.i > head.i:
                _, end = phrase(noun)
                return _start(keep, head), end
    if head.dep_ in {"compound", "amod", "nmod"}:
        keep.extend(_named_before(head))
    last = max(keep, key=lambda t: t.i)
    return _start(keep, head), last.idx + len(last)


def _named_before(head: Token) -> Iterator[Token]:
    """The names before a noun that itself stands before one: "Kenyan" of "Kenyan army" in "Kenyan army shelling"."""
    for i in range(head.i - 1, head.sent.start - 1, -1):
        token = head.doc[i]
        if token.head != head.head or token.dep_ not in _BEFORE or token.ent_type_ not in _NAMING:
            return
        yield token


def _start(keep: list[Token], head: Token) -> int:
    """Where the phrase begins; a date that a lost line break ran into it is no part of it."""
    words = sorted(keep, key=lambda t: t.i)
    begin = 0
    for place, token in enumerate(words[:-1]):
        year = token.text.isdigit() and len(token) == 4 and int(token.text) in _YEARS
        if year and token.i < head.i and (words[place + 1].text[0].isupper() or words[place + 1].text.isdigit()):
            begin = place + 1
    return words[begin].idx
