"""Tables of text (CSV, TSV): a header that names the columns, then a report a row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from counterclaim.read.columns import Columns
from counterclaim.read.decode import decode, wide
from counterclaim.read.readers.rows import MAX_WIDE_BYTES, TOO_LONG, TOO_WIDE, Line, item, lines
from counterclaim.read.source import MAX_RECORD_BYTES, Item, Reader, Source
from counterclaim.records import Rejected

_SEPARATORS = ",\t;|"
_UNCLOSED = "a quotation mark in this row is never closed, or its field is too long: close it"


def _items(source: Source, columns: Columns) -> Iterator[Item | Rejected]:
    """The reports of a table. Row 1 is the first after the header."""
    if wide(source.head) is not None and source.size > MAX_WIDE_BYTES:
        yield source.rejected(TOO_WIDE)
        return
    # The limit is the whole process's; Python's own, 128 kB, is less than a long report.
    csv.field_size_limit(MAX_RECORD_BYTES)
    taken = _Taken(lines(source))
    rows = csv.reader(taken, delimiter=_separator(source, columns))
    try:
        header = next(rows, None)
    except csv.Error:
        header = None
    found = columns.find(header or ())
    if header is None or "text" not in found:
        yield source.rejected(columns.missing(header or ()))
        return
    row, strict = 0, False
    while True:
        taken.now = []
        try:
            fields = next(rows, None)
            # Asked for one line more than there is, and had some: the row was still open.
            unclosed = taken.ended and bool(taken.now)
        except csv.Error:
            fields, unclosed = [], True
        if fields is None:
            return
        if not taken.now or not (fields or unclosed or taken.too_long):
            continue  # an empty line
        row += 1
        if unclosed:
            # It swallowed the rows after it. They are read again, each for itself and more strictly, because
            # they may also be lines of its own text.
            taken.again(taken.now[1:])
            strict = True
            yield source.rejected(_UNCLOSED, row)
        elif taken.too_long:
            yield source.rejected(TOO_LONG, row)
        elif len(fields) > len(header) or (strict and len(fields) < len(header)):
            counted = f"{len(fields)} fields where the header names {len(header)}"
            yield source.rejected(f"this row has {counted}: put its texts in quotation marks", row)
        else:
            record = dict(zip(header, fields, strict=False))
            original = b"".join(line.original for line in taken.now).rstrip(b"\r\n")
            yield item(record, found, record.get(found["text"], ""), original, row, taken.now[0].said)


class _Taken:
    """The lines of a file for `csv`, remembering those it has taken for the row it is at (`now`)."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._waiting: deque[Line] = deque()
        self.now: list[Line] = []
        self.ended = False

    def __iter__(self) -> _Taken:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._source, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.now.append(line)
        return line.text or ""

    @property
    def too_long(self) -> bool:
        """Whether one of the row's lines was too long to be read."""
        return any(line.text is None for line in self.now)

    def again(self, given: list[Line]) -> None:
        """Put lines back to be taken again."""
        self._waiting.extendleft(reversed(given))
        self.ended = False


def _separator(source: Source, columns: Columns) -> str:
    """What separates the fields: the sign that makes most known columns of the header, a tab for `.tsv`."""
    if source.suffix in (".tsv", ".tab"):
        return "\t"
    first = decode(source.head).text.lstrip("\r\n").split("\n", 1)[0]

    def known(separator: str) -> tuple[bool, int, int]:
        names = _names(first, separator)
        found = columns.find(names)
        return "text" in found, len(found), len(names)

    return max(_SEPARATORS, key=known)


def _names(line: str, separator: str) -> list[str]:
    """The fields of one line."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _looks_like(head: bytes) -> bool:
    """Whether the first line names a text and at least one more field of a report."""
    first = decode(head).text.lstrip("\r\n").split("\n", 1)[0]
    if len(first) > 1_000:
        return False
    for separator in _SEPARATORS:
        names = _names(first, separator)
        if len(names) > 1 and {"text"} < Columns({}).find(names).keys():
            return True
    return False


READER = Reader("table", frozenset({".csv", ".tsv", ".tab"}), _looks_like, _items)
