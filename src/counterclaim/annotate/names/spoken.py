"""Whom a pronoun means that is itself a speaker: "he added", "it said in a statement"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from counterclaim.annotate.names.described import is_near
from counterclaim.annotate.names.refer import Names
from counterclaim.annotate.names.words import BODY_NOUNS, OFFICES, ORGANIZATION_WORDS, SPOKESPERSONS, office_of
from counterclaim.records import EntityKind, Span, Unnamed, Who

_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
_THEY = frozenset({"it", "they", "them", "itself", "themselves"})
_BODIES = frozenset({EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.GROUP})
_PEOPLE = frozenset({Unnamed.OFFICIAL, Unnamed.GROUP})
_OURS = frozenset({"i", "we"})
_QUOTES = '"“”„«»‘'


def spoken_pronoun(names: Names, token: Token, before: Who | None) -> str | None:
    """The entity that a speaking pronoun means. Who spoke last speaks on, if "he" or "it" can be said of them; an
    unnamed speaker stays unnamed."""
    word = token.lower_
    if before is None or before.span is None:
        return names.pronoun(token, before, quoted=False)
    kind = names.entities[before.entity].kind if before.entity else None
    near = is_near(names, token, before)
    if word in _HE and not near:
        return names.pronoun(token, None, quoted=False)
    if word in _HE:
        if before.entity is None and before.unnamed in _PEOPLE and _is_one(names, before):
            return None
        if kind in _BODIES and (_speaks_for(before) or _root(names, before).lemma_.lower() in OFFICES):
            return before.entity
    if word == "it" and near and kind in _BODIES and token.head.dep_ == "ROOT" and token.i > token.head.sent.start:
        return before.entity  # "…, it said": whoever the sentence itself is about
    if word == "they" and near and before.entity is None and token.head.dep_ == "ROOT" and _is_several(names, before):
        return None  # "the sources said … They added …"
    if word in _THEY:
        here = names.pronoun(token, before, quoted=False)
        if here is not None or kind not in _BODIES or not near:
            return here
        return before.entity if word == "it" or not _is_one_of_several(names, before) else None
    if word in _OURS and not _is_quoted(names, token, before.span):
        return None  # the outlet's own, or somebody's whose quotation marks are lost
    return names.pronoun(token, before, quoted=False)


def _speaks_for(before: Who) -> bool:
    """Whether the last speaker is a spokesman by their words, or has a rank before a name that was taken for a body's
    ("Navy Lieutenant Doe"), or is "she" who was taken for whom she speaks for."""
    words = before.span.text.lower() if before.span is not None else ""
    titled = re.split(r" (?:of|for|at|from)\b|,", words)[0].split()
    ranked = any(office_of(word) for word in titled[:-1]) and titled[-1] not in ORGANIZATION_WORDS
    return words in _HE or ranked or any(word in words for word in SPOKESPERSONS)


def _root(names: Names, before: Who) -> Token:
    """The noun that the last speaker's words hang on: "president" of "its president, Jane Doe"."""
    assert before.span is not None
    root: Token = names.parsed.tokens(before.span.start, before.span.end).root
    return root


def _is_quoted(names: Names, token: Token, speaker: Span) -> bool:
    """Whether a word may stand in the speaker's own words: in one sentence with their name, or after a quotation
    mark that stands between the two."""
    sentence = token.sent
    if sentence.start_char <= speaker.start < sentence.end_char:
        return True
    text = names.parsed.report.text
    if not any(mark in text for mark in "'’"):
        return is_near(names, token, Who(None, speaker.text, speaker))  # such texts lost quotation marks too
    between = text[min(speaker.end, token.idx) : max(speaker.start, token.idx)]
    return any(mark in between for mark in _QUOTES)


def _is_one(names: Names, before: Who) -> bool:
    """Whether the last speaker's words are of one person whom nobody names ("a resident", "the source", "he")."""
    assert before.span is not None
    root = names.parsed.tokens(before.span.start, before.span.end).root
    if root.lower_ in BODY_NOUNS | ORGANIZATION_WORDS | {"body"}:
        return False
    return root.pos_ == "PRON" or root.tag_ == "NN" or (root.tag_ == "NNP" and before.entity is None)


def _is_several(names: Names, before: Who) -> bool:
    """Whether the last speaker's words are of several people whom nobody names ("the sources", "residents")."""
    assert before.span is not None
    root = names.parsed.tokens(before.span.start, before.span.end).root
    return root.tag_ == "NNS" or root.lower_ == "they"


def _is_one_of_several(names: Names, before: Who) -> bool:
    """Whether the last speaker was one of two or more, whom "they" means together."""
    assert before.span is not None
    root = names.parsed.tokens(before.span.start, before.span.end).root
    return root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children)
