"""What tables and JSON records have in common: lines of bytes, and a record turned into an `Item`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.read.characters import tidy
from counterclaim.read.decode import decode, mark, wide
from counterclaim.read.source import MAX_RECORD_BYTES, Item, Source

TOO_LONG = f"this row is larger than {MAX_RECORD_BYTES // 1_000_000} MB, so it is no single report: split it"
#: UTF-16 cannot be cut at the byte of a line end, so such a table is read whole, and only up to this size.
MAX_WIDE_BYTES = 16 * MAX_RECORD_BYTES
TOO_WIDE = f"a table in UTF-16 can have at most {MAX_WIDE_BYTES // 1_000_000} MB: save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its bytes as they stand there, its characters, and how they were decoded. `text` is
    None where the line is too long to be read."""

    original: bytes
    text: str | None
    said: str


def lines(source: Source) -> Iterator[Line]:
    """The lines of `source`, with their line ends, one in memory at a time."""
    encoding = wide(source.head)
    if encoding is not None:
        yield from _wide_lines(source, encoding)
        return
    beginning = source.head[: source.head.rfind(b"\n") + 1] or source.head
    guessed = decode(beginning)
    declared = None if guessed.encoding == "utf-8" else guessed.encoding
    with source.open() as stream:
        first = True
        while data := stream.readline(MAX_RECORD_BYTES):
            if first:
                data, first = data[len(mark(data)[0]) :], False
            if len(data) == MAX_RECORD_BYTES and not data.endswith(b"\n"):
                while (rest := stream.readline(MAX_RECORD_BYTES)) and not rest.endswith(b"\n"):
                    pass
                yield Line(b"", None, "")
                continue
            decoded = decode(data, declared)
            yield Line(data, decoded.text, decoded.said)


def _wide_lines(source: Source, encoding: str) -> Iterator[Line]:
    """The lines of a file in UTF-16 or UTF-32."""
    with source.open() as stream:
        text = decode(stream.read()).text
    for line in text.splitlines(keepends=True) if "\n" not in text else _split(text):
        yield Line(line.encode(encoding, "surrogatepass"), line, f"decoded as {encoding}")


def _split(text: str) -> Iterator[str]:
    """`text` cut after every line feed, and only there."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def item(
    record: Mapping[str, object], found: Mapping[str, str], text: str, original: bytes, row: int, said: str
) -> Item:
    """The report in `record`, whose fields stand in the columns `found`."""
    fields = {field: _value(record.get(column)) for field, column in found.items() if field != "text"}
    return Item(
        text=text,
        original=original,
        cleaning=(said,),
        row=row,
        key=fields.get("id"),
        outlet=fields.get("outlet"),
        published=fields.get("published"),
        title=fields.get("title"),
        url=fields.get("url"),
        byline=fields.get("byline"),
        dates_from=f'field "{found["published"]}"' if "published" in found else "metadata",
    )


def _value(value: object) -> str | None:
    """A field's value as a short text: a number as it is written, an object by its name, a list joined."""
    match value:
        case str():
            return tidy(value)
        case bool() | None:
            return None
        case int() | float():
            return json.dumps(value)
        case dict():
            return _value(value.get("name"))
        case list():
            return ", ".join(filter(None, map(_value, value))) or None
        case _:
            return None
