"""The sentences of reports as the reader of pairs is given them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.pile import Pile
from counterclaim.link.sentences import sentences_in
from counterclaim.models.pairs.pieces import Passage
from counterclaim.records import Manner, PassageKind, Span, Statement
from counterclaim.records.datelines import dateline

_READ = frozenset({PassageKind.HEADLINE, PassageKind.PARAGRAPH, PassageKind.CAPTION})
_WORD = re.compile(r"[^\W_]{3,}")
#: Who speaks or what is heard, in the script of a broadcast: "[Announcer]".
_CUE = re.compile(r"\[[^\[\]\n]{3,40}\]:?\s*(?=\S)")
#: A line of fewer letters tells nothing; one of more characters is no sentence.
_FEWEST, _LONGEST = 12, 600


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, the `number`th; `said` are the statements that it holds words of."""

    report: str
    number: int
    span: Span
    passage: Passage
    said: tuple[Statement, ...]


def sentences_of(pile: Pile, report: str) -> list[Sentence]:
    """The sentences of a report, in the order of its text."""
    return list(_sentences(pile, report))


def _sentences(pile: Pile, report: str) -> Iterator[Sentence]:
    whole, inside = pile.reports[report], pile.annotations[report]
    told_from = dateline(whole)[1]
    number = 0
    for part in whole.passages:
        if part.kind not in _READ:
            continue
        for start, end in sentences_in(whole.text, part.start, part.end):
            if start < told_from < end:
                start = told_from
            if (cue := _CUE.match(whole.text, start, end)) is not None:
                start = cue.end()
            span = Span.of(whole.text, start, end)
            if len(_WORD.findall(span.text)) < 2 or not _FEWEST <= len(span.text) <= _LONGEST:
                continue
            said = tuple(s for s in inside.statements if any(piece.overlaps(span) for piece in s.content))
            passage = Passage((whole.published or "")[:10], span.text, report)
            yield Sentence(report, number, span, passage, said)
            number += 1


def is_narrated(statement: Statement) -> bool:
    """Whether it is told in the outlet's own voice."""
    return statement.manner is Manner.NARRATION
