"""What a reader is given (a `Source`) and what it gives (an `Item` for each report)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from counterclaim.read.columns import Columns
from counterclaim.records import Rejected

#: The longest text that is read as one report, in characters: a long book. spaCy's own limit is the same.
MAX_CHARACTERS = 1_000_000
#: The largest file that can hold one plain text of that length (four bytes a character).
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
#: The largest record of a table: a text of that length, every character escaped as `\uXXXX\uXXXX`, and the rest.
MAX_RECORD_BYTES = 16 * MAX_CHARACTERS
#: How much of a file is looked at to tell what it is.
HEAD_BYTES = 65_536

TOO_LARGE = (
    f"the text is longer than {MAX_CHARACTERS:,} characters, so it is no single report: split it into its reports"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file or stream to be read. `path` is as the user named it, None for standard input; `size` is in bytes;
    `head` is its beginning; `open` gives the whole of it again, from the start."""

    path: str | None
    suffix: str
    size: int
    head: bytes
    open: Callable[[], BinaryIO]

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return self.path or "standard input"

    def rejected(self, reason: str, row: int | None = None) -> Rejected:
        """The refusal of this source, or of one row of it."""
        return Rejected(self.path, row, reason)


@dataclass(frozen=True, slots=True)
class Item:
    """One report as a reader found it: its text before cleaning, the bytes it came from, and what the file says
    about it beside the text. `dates_from` says where `published` stood."""

    text: str
    original: bytes
    cleaning: tuple[str, ...]
    row: int | None = None
    key: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    dates_from: str = "metadata"


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read one kind of source.

    `suffixes` are file name endings that are surely this kind; `looks_like` says whether the beginning of a file
    with another (or no) ending surely is; `items` reads it, and gives a `Rejected` for what it cannot use.
    """

    name: str
    suffixes: frozenset[str]
    looks_like: Callable[[bytes], bool]
    items: Callable[[Source, Columns], Iterator[Item | Rejected]]
