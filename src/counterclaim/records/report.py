"""A report as it was read, with every date it might carry, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.enums import PassageKind, PublishedFrom
from counterclaim.records.ids import content_id


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that might be the report's: its value (ISO 8601, partial allowed), where it was seen, and why
    it was taken or not. `span` offsets are in the report's text, None for a date from outside of it."""

    value: str
    where: str
    taken: bool
    why: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a report's text with what it is for. Same shape as a span, with its kind."""

    start: int
    end: int
    text: str
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. Its `text` never changes once read.

    `path` is the file as the user named it (or None for standard input), `row` the 1-based record in a file
    of many, `key` the user's own id. `published` is ISO 8601 and as partial as it is known; `dates` holds
    every candidate. `sha256` is of the original bytes, `cleaning` says in order how `text` was made from them,
    `broken` counts the characters that were already lost (U+FFFD). `origin` is shared by reports that copy one
    another; linking fills it.
    """

    id: str
    path: str | None
    row: int | None
    key: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    credit: str | None
    dateline: str | None
    published: str | None
    published_from: PublishedFrom | None
    dates: tuple[DateCandidate, ...]
    language: str | None
    text: str
    sha256: str
    passages: tuple[Passage, ...]
    cleaning: tuple[str, ...] = ()
    broken: int = 0
    origin: str | None = None


def report_id(outlet: str | None, key: str | None, published: str | None, title: str | None, text: str) -> str:
    """The id of a report. The outlet is part of it: two outlets that print the same bytes are two reports.

    `published` and `title` are those the file or row gives beside the text (None where it gives none), so that
    a better reading of the text's own head does not change the id.
    """
    return content_id("report", outlet, key, published, title, text)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives: a report and the bytes it came from (of the file, or of its row)."""

    report: Report
    original: bytes


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that could not be used, and why, in one sentence. Kept in the ledger and counted."""

    path: str | None
    row: int | None
    reason: str

    @property
    def id(self) -> str:
        """The id of the rejection: where it was and why."""
        return content_id("reject", self.path, self.row, self.reason)
