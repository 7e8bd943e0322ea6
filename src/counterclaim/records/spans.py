"""Spans, evidence, and who is meant: the pieces that every other record is anchored with."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.enums import Unnamed
from counterclaim.records.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text: Unicode code points, end exclusive, with the words that stand there.

    Raises `RecordError` if it is empty or its words are not as long as it is. (The selector pair
    TextPositionSelector and TextQuoteSelector of the W3C Web Annotation model.)
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        start, end, long = self.start, self.end, len(self.text)
        if end - start == long and 0 <= start < end:  # a ledger of 6,000 reports has a million
            return
        if not 0 <= start < end:
            raise RecordError(f"a span must run forward, not from {start} to {end}")
        raise RecordError(f"the words of span {start}-{end} have {long} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, with its words taken from there."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of a named report, at most one sentence long: what a line of the ledger rests on."""

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise RecordError(f"evidence {self.start}-{self.end} does not fit its {len(self.text)} characters")

    @classmethod
    def at(cls, report: str, span: Span) -> Evidence:
        """The evidence that `span` of `report` gives."""
        return cls(report, span.start, span.end, span.text)

    @property
    def span(self) -> Span:
        """Where in its report the evidence stands."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """Somebody or something that is meant.

    `entity` is the id of the entity, or None where it is not resolved; `name` is the entity's name, or the
    report's own words; `span` is where the report names it here; `unnamed` is the kind of a source that the
    report does not name.
    """

    entity: str | None
    name: str
    span: Span | None = None
    unnamed: Unnamed | None = None
