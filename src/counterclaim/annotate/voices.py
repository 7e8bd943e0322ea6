"""Whose voice a statement is, where the words around it settle that: quotations within, doubles, releases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.narration import statement_id
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.sources import source_of
from counterclaim.records import Manner, Span, Statement, Who

_HE = frozenset({"he", "she"})
_NAMELESS = _HE | {"they", "we", "i", "it"}
_QUOTES = frozenset('"“”„«»')
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def somebody_else(parsed: Parsed, names: Names, who: Who, parent: Statement) -> Who:
    """Who "she" is in somebody's very words: never the one who speaks, but whom the sentence before is about."""
    own = {speaker.entity for speaker in parent.sources if speaker.entity}
    if who.span is None or who.span.text.lower() not in _HE or who.entity not in own:
        return who
    subject = _subject_before(parsed, who.span, parent)
    meant = source_of(parsed, names, *_extent(subject)) if subject is not None else None
    if meant is None or meant.entity in own:
        return Who(None, who.span.text, who.span)
    return Who(meant.entity, meant.name, who.span, meant.unnamed)


def _subject_before(parsed: Parsed, pronoun: Span, parent: Statement) -> Token | None:
    """What the sentence before a pronoun is about, in the same quotation."""
    first = parsed.tokens(pronoun.start, pronoun.end)[0].sent.start
    if not first:
        return None
    for token in parsed.doc[first - 1].sent:
        inside = any(piece.start <= token.idx < piece.end for piece in parent.content)
        if inside and token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN"} and token.tag_ not in {"NNS", "NNPS"}:
            return token
    return None


def _extent(noun: Token) -> tuple[int, int]:
    first = min([noun, *(t for t in noun.lefts if t.dep_ in {"det", "compound", "amod", "poss"})], key=lambda t: t.i)
    return first.left_edge.idx if first.dep_ == "poss" else first.idx, noun.idx + len(noun)


def without_doubles(made: Sequence[Statement]) -> list[Statement]:
    """The statements without those that tell over again what the same speaker is said to have said in the same words;
    of two the likelier one stays."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in made:
        other = kept.setdefault(_told(statement), statement)
        if (other.parent is not None and statement.parent is None) or (
            other.parent == statement.parent and (statement.confidence or 0) > (other.confidence or 0)
        ):
            kept[_told(statement)] = statement
    over_again = {s.id: kept[_told(s)].id for s in made if kept[_told(s)] is not s}
    return [
        replace(statement, parent=over_again[statement.parent]) if statement.parent in over_again else statement
        for statement in made
        if statement.id not in over_again
    ]


def _told(statement: Statement) -> tuple[object, ...]:
    """The words of a statement, and whose they are."""
    words = tuple((piece.start, piece.end) for piece in statement.content)
    return words, tuple(who.entity or who.name for who in statement.sources), statement.manner


def is_somebodys_quotation(text: str, statement: Statement) -> bool:
    """Whether a cue stands inside a quotation that is nobody's, with a pronoun for its speaker ("They want an heir", in
    a headline): the words are somebody's, but not those of whom they speak of."""
    if statement.parent is not None or statement.manner is not Manner.DIRECT or statement.cue is None:
        return False
    if not all(who.entity is None and who.name.lower() in _NAMELESS for who in statement.sources):
        return False
    first, last = statement.content[0], statement.content[-1]
    between = text[min(statement.cue.start, first.start) : max(statement.cue.end, last.end)]
    return _QUOTES.isdisjoint(between)


def released(statement: Statement) -> Statement:
    """What a release tells, as what the body that issued it says."""
    if statement.manner is not Manner.NARRATION:
        return statement
    named = [who.span for who in statement.sources]
    changed = statement_id(statement.report, Manner.INDIRECT, None, statement.content, named)
    return replace(statement, manner=Manner.INDIRECT, id=changed)
