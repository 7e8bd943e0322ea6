"""The answer's own words in a piece of evidence: which of its words say what the other account says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from counterclaim.apps.wording import bounds_in
from counterclaim.records import Claim, Evidence, Figure, Polarity, Side, Slot, Span, Who
from counterclaim.store import View

_NEGATES = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?"
    r"|refut(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|(?:do|did|does|was|were|is|are|has|have|had|would|could|ca|wo)n[’']?t)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a piece of evidence; `own` if they are those of the answer."""

    text: str
    own: bool


class Told:
    """What was found in one report, fetched when it is asked for."""

    def __init__(self, view: View, report: str) -> None:
        self._view = view
        self._report = report

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims of the report."""
        return self._view.claims(self._report)

    @cached_property
    def figures(self) -> list[Figure]:
        """Its figures."""
        return self._view.figures(self._report)

    def claims_in(self, piece: Evidence) -> list[Claim]:
        """The claims that rest on words of a piece of evidence."""
        return [claim for claim in self.claims if any(_overlap(span, piece) for span in claim.spans)]

    def figures_of(self, side: Side, piece: Evidence) -> list[Figure]:
        """The figures in a piece of evidence that give the number of the answer."""
        answer = bounds_in(side.answer)
        inside = [figure for figure in self.figures if _within(figure.span, piece)]
        if answer is None:
            return []
        wanted = {value for value in answer if value is not None}
        return [figure for figure in inside if wanted & {figure.low, figure.best, figure.high}]

    def times_like(self, piece: Evidence, value: str) -> list[Span]:
        """The times in a piece of evidence that have this value."""
        return [
            time.span for time in self._view.times(self._report) if time.value == value and _within(time.span, piece)
        ]


def own_words(told: Told, slot: Slot, side: Side, piece: Evidence) -> list[Words]:
    """The words of `piece` in a row, those of the answer told from the others. Where nothing in it could be told
    apart, all of it is one."""
    return told_apart(piece, _spans(told, slot, side, piece))


def told_apart(piece: Evidence, spans: Iterable[Span]) -> list[Words]:
    """The words of `piece` in a row, those of `spans` that lie in it told from the others."""
    inside = sorted((span for span in spans if _within(span, piece)), key=lambda span: (span.start, -span.end))
    parts: list[Words] = []
    at = piece.start
    for span in inside:
        if span.start < at:
            continue
        parts.append(Words(piece.text[at - piece.start : span.start - piece.start], own=False))
        parts.append(Words(piece.text[span.start - piece.start : span.end - piece.start], own=True))
        at = span.end
    parts.append(Words(piece.text[at - piece.start :], own=False))
    return [part for part in parts if part.text]


def _spans(told: Told, slot: Slot, side: Side, piece: Evidence) -> Iterable[Span]:
    found: Iterable[Span]
    if slot is Slot.COUNT:
        found = (figure.span for figure in told.figures_of(side, piece))
    elif slot is Slot.TIME:
        found = told.times_like(piece, side.answer)
    elif slot in (Slot.POLARITY, Slot.EXISTENCE):
        found = _so_or_not(side, piece, told)
    else:
        named = chain.from_iterable(_in_slot(slot, claim) for claim in told.claims_in(piece))
        names = " ".join(word for word in _WORD.findall(side.answer) if word[0].isupper())
        found = chain(_named(side, named), _literally(names, piece))
    inside = [span for span in found if _within(span, piece)]
    return inside or list(_literally(side.answer, piece))


def _in_slot(slot: Slot, claim: Claim) -> tuple[Who, ...]:
    if slot is Slot.AGENT:
        return claim.agent
    if slot is Slot.PATIENT:
        return claim.patient
    if slot is Slot.ROLES:
        return (*claim.agent, *claim.patient)
    return claim.place if slot is Slot.PLACE else ()


def _named(side: Side, whos: Iterable[Who]) -> Iterator[Span]:
    """Where those whom the answer names are named in the evidence."""
    answer = {word.casefold() for word in _WORD.findall(side.answer)}
    for who in whos:
        if who.span is not None and answer & {word.casefold() for word in _WORD.findall(f"{who.name} {who.span.text}")}:
            yield who.span


def _so_or_not(side: Side, piece: Evidence, told: Told) -> Iterator[Span]:
    """The words of denial, where the answer is no; what is said to be so, where it is yes."""
    if side.answer.casefold().startswith("no"):
        for match in _NEGATES.finditer(piece.text):
            yield Span(piece.start + match.start(), piece.start + match.end(), match.group())
    else:
        said_so = (claim for claim in told.claims_in(piece) if claim.polarity is not Polarity.NEGATIVE)
        yield from (claim.trigger for claim in said_so)


def _literally(answer: str, piece: Evidence) -> Iterator[Span]:
    """The longer words of the answer wherever they stand in the evidence."""
    for word in dict.fromkeys(word for word in _WORD.findall(answer) if len(word) > 3 or word[0].isupper()):
        match = re.search(rf"\b{re.escape(word)}\b", piece.text, re.IGNORECASE)
        if match is not None:
            yield Span(piece.start + match.start(), piece.start + match.end(), match.group())


def _within(span: Span, piece: Evidence) -> bool:
    return piece.start <= span.start and span.end <= piece.end


def _overlap(span: Span, piece: Evidence) -> bool:
    return span.start < piece.end and piece.start < span.end
