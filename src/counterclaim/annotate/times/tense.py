"""Which way from the report's date a time lies, told by the verb that governs it."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

#: Words after which what follows lies ahead, whatever their tense ("was due on Friday", "agreed to meet on Friday").
_PROSPECTIVE = frozenset(
    "agree aim ask call decide due expect hope intend invite offer order plan pledge postpone prepare promise "
    "propose ready schedule set slate threaten urge vow want warn".split()
)
_SCHEDULED = frozenset("due expect intend plan postpone schedule set slate".split())
_MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must", "'ll", "wo", "’ll"})
_VERBAL = frozenset({"VERB", "AUX"})


def tokens_at(doc: Doc, start: int, end: int) -> Tokens | None:
    """The tokens that cover the characters from `start` to `end`."""
    found: Tokens | None = doc.char_span(start, end, alignment_mode="expand")
    return found


def governor(tokens: Tokens) -> tuple[Token | None, bool]:
    """The verb (or predicate adjective) above `tokens`, and whether a noun stands between the two."""
    token, nominal = tokens.root, False
    while token.head != token:
        token = token.head
        if token.pos_ in _VERBAL or token.lemma_.lower() in {"due", "ready"}:
            return token, nominal
        nominal = nominal or (token.pos_ in {"NOUN", "PROPN"} and not tokens.start <= token.i < tokens.end)
    return None, nominal


def lies_ahead(verb: Token | None) -> bool:
    """Whether what `verb` tells is still to come at the time of writing."""
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    perfect = bool(helpers & {"had", "has", "have", "'d", "'ve"})  # "had asked" looks back, "was asked" ahead
    # "an exchange agreed on Friday" looks back, "a meeting planned for Friday" ahead, as both do after "is" or "was".
    bare = verb.tag_ == "VBN" and not any(child.dep_ == "auxpass" for child in verb.children)
    ahead = _SCHEDULED if bare else _PROSPECTIVE
    if verb.lemma_.lower() in ahead and not perfect and (verb.tag_ in {"VBN", "JJ"} or verb.pos_ == "ADJ"):
        return True
    if helpers & _MODALS:
        return "have" not in helpers
    if "to" in helpers:
        return _is_prospective(verb.head) if verb.head != verb else True
    if verb.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.children):
        return lies_ahead(verb.head)
    return False


def _is_prospective(matrix: Token) -> bool:
    """Whether an infinitive under `matrix` is still to come: "plans to", "is expected to", not "tried to"."""
    if matrix.lemma_.lower() in _PROSPECTIVE or matrix.tag_ in {"VBZ", "VBP", "VBG"}:
        return True
    return matrix.pos_ in {"NOUN", "ADJ"} or lies_ahead(matrix)
