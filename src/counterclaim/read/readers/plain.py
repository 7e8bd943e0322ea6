"""Plain text, also with the marks of Markdown: one file, one report."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.read.columns import Columns
from counterclaim.read.decode import decode
from counterclaim.read.markdown import is_marked, unmarked
from counterclaim.read.source import MAX_TEXT_BYTES, TOO_LARGE, Item, Reader, Source
from counterclaim.records import Rejected


def _items(source: Source, columns: Columns) -> Iterator[Item | Rejected]:
    """The one report of a text file."""
    if source.size > MAX_TEXT_BYTES:
        yield source.rejected(TOO_LARGE)
        return
    with source.open() as stream:
        data = stream.read()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        yield source.rejected("this is XML, for which there is no reader: give its reports as text, HTML or a table")
        return
    decoded = decode(data)
    if is_marked(decoded.text):
        yield Item(unmarked(decoded.text), data, (decoded.said, "marks of Markdown taken off"))
    else:
        yield Item(decoded.text, data, (decoded.said,))


READER = Reader(
    "plain text",
    frozenset({".txt", ".text", ".md", ".markdown"}),
    lambda head: False,  # what nobody else knows is read as text anyway
    _items,
)
