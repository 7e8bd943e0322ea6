"""A reader for each kind of source. To add one, write a file beside these and name it in `READERS`.

Read `plain.py` first: it is the smallest. `counterclaim/read/source.py` says what a reader is given and gives.
"""

from __future__ import annotations

from counterclaim.read.readers import html, json_records, plain, table
from counterclaim.read.source import Reader, Source

#: Asked in this order; the last one takes what nobody else knows.
READERS: tuple[Reader, ...] = (html.READER, json_records.READER, table.READER, plain.READER)


def choose(source: Source) -> Reader:
    """The reader for `source`: by its name's ending, and by its content where the ending says nothing or little."""
    for reader in READERS[:-1]:
        if source.suffix in reader.suffixes:
            return reader
    return next((reader for reader in READERS if reader.looks_like(source.head)), READERS[-1])
