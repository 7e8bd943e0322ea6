"""The reading room: from files, folders, web pages and tables to reports.

`read(paths)` gives a `Document` (a report with the bytes it came from) or a `Rejected` (what could not be used, and
why) for everything that the paths name, in an order that is always the same. Bad input never raises.

A newcomer reads `source.py` first (what a reader is given and gives), then `readers/plain.py`, the smallest reader,
then `report.py`, where a text becomes a report: cleaned (`characters.py`), laid out (`layout.py`), its head read
(`head.py`), dated (`dating.py`). `read_known(path)` in `known.py` reads a user's file of known entities,
`read_gazetteer(path)` in `gazetteer.py` one of known places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from counterclaim.read.columns import Columns
from counterclaim.read.gazetteer import read_gazetteer
from counterclaim.read.known import read_known
from counterclaim.read.source import MAX_CHARACTERS
from counterclaim.records import Document, Rejected

__all__ = ["MAX_CHARACTERS", "read", "read_gazetteer", "read_known"]


def read(
    paths: Sequence[str], *, columns: Mapping[str, str] | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Rejected]:
    """The reports that `paths` name: files, folders (with their subfolders), patterns such as `*.txt`, and `-` for
    standard input (`stdin`, or the process's own).

    `columns` says which column of a table holds what, where it is not one of the common names: from a field of a
    report (`id`, `outlet`, `published`, `title`, `text`, `url`, `byline`) to a column's name. Raises `UsageError`
    at once if it names another field; everything that cannot be read is given as a `Rejected` instead.
    """
    return _read(paths, Columns(dict(columns or {})), stdin)


def _read(paths: Sequence[str], columns: Columns, stdin: BinaryIO | None) -> Iterator[Document | Rejected]:
    """The same, one at a time."""
    # Imported here because the command line imports this room for every command, and shows a ledger without it.
    from counterclaim.read.files import sources, why
    from counterclaim.read.readers import choose
    from counterclaim.read.report import document

    for source in sources(paths, stdin):
        if isinstance(source, Rejected):
            yield source
            continue
        empty = True
        try:
            for item in choose(source).items(source, columns):
                empty = False
                yield item if isinstance(item, Rejected) else document(source, item)
        except OSError as error:
            yield source.rejected(why(error))
        else:
            if empty:
                yield source.rejected("there is no report in it: nothing but a header or empty lines")
