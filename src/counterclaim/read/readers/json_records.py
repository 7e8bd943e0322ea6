"""JSON: an object a line (JSON lines), a list of objects, or one object. Each object is a report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.read.columns import Columns
from counterclaim.read.decode import decode, mark, wide
from counterclaim.read.readers.rows import MAX_WIDE_BYTES, TOO_LONG, TOO_WIDE, Line, item, lines
from counterclaim.read.source import Item, Reader, Source
from counterclaim.records import Rejected

#: After this many rows without a column of text there is no use in reading on.
_ENOUGH = 1_000
_LINES = frozenset({".jsonl", ".ndjson"})
#: Where the next object of a list may begin after one that could not be read.
_NEXT = re.compile(r"(?<=\})\s*,\s*(?=\{)")
_BETWEEN = re.compile(r"[\s,]*")
_BROKEN = "this is not valid JSON ({}): mend or remove it"
# Control characters inside of strings are against the rules of JSON, and yet they come.
_DECODER = json.JSONDecoder(strict=False)


@dataclass(slots=True)
class _Missing:
    """The rows without a text, until it is clear whether the whole file has none."""

    rows: list[int] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    any_text: bool = False


def _items(source: Source, columns: Columns) -> Iterator[Item | Rejected]:
    """The reports of a JSON file, with a rejection for every record that is none."""
    opening = source.head[len(mark(source.head)[0]) :].replace(b"\0", b"").lstrip()[:1]
    if wide(source.head) is not None and source.size > MAX_WIDE_BYTES:
        yield source.rejected(TOO_WIDE)
        return
    if source.suffix not in _LINES and (opening == b"[" or (opening == b"{" and not _one_a_line(source))):
        if source.size > MAX_WIDE_BYTES:
            yield source.rejected(f"a list this large cannot be read: give it as JSON lines ({source.suffix}l)")
            return
        records = enumerate(_elements(source), start=1)
    else:
        records = enumerate(lines(source), start=1)
    missing = _Missing()
    for row, line in records:
        if line.text is None or line.text.strip():
            yield from _row(source, columns, missing, row, line)
        if not missing.any_text and len(missing.rows) >= _ENOUGH:
            break
    if not missing.any_text and missing.rows:
        yield source.rejected(columns.missing(missing.names))


def _row(source: Source, columns: Columns, missing: _Missing, row: int, line: Line) -> Iterator[Item | Rejected]:
    """What stands in one line or element."""
    if line.text is None:
        yield source.rejected(TOO_LONG, row)
        return
    try:
        record = _DECODER.decode(line.text)
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error).rstrip(".")
        yield source.rejected(_BROKEN.format(why), row)
        return
    if not isinstance(record, dict):
        yield source.rejected("this row is no JSON object with named fields: give each report as one", row)
        return
    found = columns.find(record)
    if "text" not in found:
        missing.names |= dict.fromkeys(record)
        missing.rows.append(row)
    else:
        missing.any_text = True
    if missing.any_text:
        for without in missing.rows:
            yield source.rejected(columns.missing(missing.names), without)
        missing.rows, missing.names = [], {}
    if "text" in found:
        text = record[found["text"]]
        if isinstance(text, str):
            yield item(record, found, text, line.original.rstrip(b"\r\n"), row, line.said)
        else:
            yield source.rejected(f'the column "{found["text"]}" holds no text in this row', row)


def _one_a_line(source: Source) -> bool:
    """Whether the first line that is not empty is a whole JSON value by itself."""
    for line in lines(source):
        if line.text is None or line.text.strip():
            return line.text is not None and _whole(line.text)
    return False


def _whole(text: str) -> bool:
    try:
        _DECODER.decode(text)
    except (ValueError, RecursionError):
        return False
    return True


def _elements(source: Source) -> Iterator[Line]:
    """The elements of a list (or the values that follow each other), each with its own bytes.

    Bytes are walked as if they were Latin-1, in which each byte is one character, so that places in the text are
    places in the file; JSON's own signs are ASCII in every encoding that this can be.
    """
    with source.open() as stream:
        data = stream.read()
    data = data[len(mark(data)[0]) :]
    encoding = wide(source.head)
    text = data.decode(encoding, "replace") if encoding else data.decode("latin-1")
    at = len(text) - len(text.lstrip())
    if text[at : at + 1] == "[":
        at += 1
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty string too
        if at >= len(text) or (text[at] == "]" and not text[at + 1 :].strip()):
            return
        try:
            end = _DECODER.raw_decode(text, at)[1]
        except (ValueError, RecursionError):
            after = _NEXT.search(text, at + 1)
            end = after.start() if after else len(text)
        if encoding:
            piece = text[at:end]
            yield Line(piece.encode(encoding, "surrogatepass"), piece, f"decoded as {encoding}")
        else:
            decoded = decode(data[at:end])
            yield Line(data[at:end], decoded.text, decoded.said)
        at = end


def _looks_like(head: bytes) -> bool:
    """Whether the first line is a JSON object, or a list of objects begins."""
    start = decode(head).text.lstrip()
    if re.match(r"\[\s*\{\s*\"", start):
        return True
    first = start.split("\n", 1)[0]
    return first.startswith('{"') and first.rstrip().endswith("}") and _whole(first)


READER = Reader("JSON", frozenset({".json"}) | _LINES, _looks_like, _items)
