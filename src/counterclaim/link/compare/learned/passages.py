"""The sentences of reports as the reader of pairs is given them, and the words by which they are found alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.pile import Pile
from counterclaim.link.sentences import sentences_in
from counterclaim.models.pairs.pieces import Passage
from counterclaim.records import Manner, PassageKind, Polarity, Span, Statement

_READ = frozenset({PassageKind.HEADLINE, PassageKind.PARAGRAPH, PassageKind.CAPTION})
_WORD = re.compile(r"[^\W_]{3,}")
#: Words are compared by so many letters, as a cheap stem.
_STEM = 5
_COMMON = frozenset(
    word[:_STEM]
    for word in (
        "the and was were that had has have for with from said not but they his her its their who which been are this "
        "will would when after than into about also told says she him them there what where while more other some"
    ).split()
)
#: A line of fewer letters tells nothing; one of more characters is no sentence.
_FEWEST, _LONGEST = 12, 600


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, the `number`th; `words` are the stems in it and what it tells of (deeds, harm, a number,
    a denial), `said` the statements that it holds words of."""

    report: str
    number: int
    span: Span
    passage: Passage
    words: frozenset[str]
    said: tuple[Statement, ...]


def sentences_of(pile: Pile, report: str) -> list[Sentence]:
    """The sentences of a report, in the order of its text."""
    return list(_sentences(pile, report))


def _sentences(pile: Pile, report: str) -> Iterator[Sentence]:
    whole, inside = pile.reports[report], pile.annotations[report]
    number = 0
    for part in whole.passages:
        if part.kind not in _READ:
            continue
        for start, end in sentences_in(whole.text, part.start, part.end):
            span = Span.of(whole.text, start, end)
            if len(_WORD.findall(span.text)) < 2 or not _FEWEST <= len(span.text) <= _LONGEST:
                continue
            said = tuple(s for s in inside.statements if any(piece.overlaps(span) for piece in s.content))
            passage = Passage((whole.published or "")[:10], span.text, report)
            words = _stems(span.text) | _told(pile, report, span)
            yield Sentence(report, number, span, passage, words, said)
            number += 1


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text)) - _COMMON


def _told(pile: Pile, report: str, span: Span) -> frozenset[str]:
    """What a sentence tells of, in marks that are no words: kinds of events, what befell people, that it denies."""
    inside, found = pile.annotations[report], set()
    for claim in inside.claims:
        if span.covers(claim.trigger):
            if claim.event:
                found.add(f"#{claim.event}")
            if claim.polarity is Polarity.NEGATIVE:
                found.add("#no")
    for figure in inside.figures:
        if span.covers(figure.span):
            found |= {"#number", *(f"#{befell.value}" for befell in figure.happened)}
    return frozenset(found)


def is_narrated(statement: Statement) -> bool:
    """Whether it is told in the outlet's own voice."""
    return statement.manner is Manner.NARRATION
