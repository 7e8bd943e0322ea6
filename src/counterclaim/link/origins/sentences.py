"""Sentences of a report as words to compare: without case, points and apostrophes, which reprints change or lose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.records import Evidence, PassageKind, Report

_SILENT = frozenset({PassageKind.BOILERPLATE, PassageKind.REPEAT})
_HEADS = frozenset({PassageKind.HEADLINE, PassageKind.HEADING})
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_LOST = re.compile(r"[.,'’]")
#: A point after an initial or a title ("U.S.", "Gen.") ends no sentence.
_BREAK = re.compile(
    r"\n+|(?:(?<!\b[A-Z])(?<!\b(?:Lt|Mr|Ms|Dr|St|No))(?<!\b(?:Gen|Col|Maj|Sgt|Mrs|Sen|Rep|Gov))(?<!\b(?:Capt|Prof|Sept))(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec))\."
    r"|[!?…؟。])[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]*[^\Wa-z])|$)"
)
#: Words in a row that are compared as one.
_RUN = 3
#: A sentence of more characters than this (text without points) is shown by its beginning.
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report: where it stands, its words, and whether it stands in a headline."""

    report: str
    start: int
    end: int
    words: tuple[str, ...]
    head: bool

    def evidence(self, report: Report) -> Evidence:
        """The sentence as evidence."""
        end = self.end if self.end - self.start <= _SHOWN else report.text.rfind(" ", self.start, self.start + _SHOWN)
        end = end if end > self.start else min(self.end, self.start + _SHOWN)
        return Evidence(report.id, self.start, end, report.text[self.start : end])


def sentences_of(report: Report) -> list[Sentence]:
    """The sentences of what a report tells, in order; furniture of its page and what it prints twice are left out."""
    passages = [(p.start, p.end, p.kind in _HEADS) for p in report.passages if p.kind not in _SILENT]
    if not report.passages:
        passages = [(0, len(report.text), False)]
    found = [s for start, end, head in passages for s in _split(report, start, end, head)]
    return sorted(found, key=lambda s: (s.start, s.end))


def _split(report: Report, start: int, end: int, head: bool) -> Iterator[Sentence]:
    at = start
    for stop in [*(m.end() for m in _BREAK.finditer(report.text, start, end)), end]:
        piece = report.text[at:stop]
        words = words_of(piece)
        if words:
            first = at + len(piece) - len(piece.lstrip())
            yield Sentence(report.id, first, at + len(piece.rstrip()), words, head)
        at = stop


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(_LOST.sub("", word) for word in _WORD.findall(text.casefold()))


def runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All runs of three words, in order; the words themselves where they are fewer."""
    return [words[n : n + _RUN] for n in range(max(1, len(words) - _RUN + 1))]
