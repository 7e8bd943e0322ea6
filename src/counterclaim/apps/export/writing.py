"""Rows of a table as bytes, and to where they go."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from counterclaim.records import CounterclaimError

if TYPE_CHECKING:
    from counterclaim.store import View

Row = dict[str, Any]


def export_table(view: View, table: str, format_: str, out: Path | None = None) -> None:
    """Writes a table of the ledger in a format (`jsonl`, `csv`, `parquet`) to `out`, or to standard output.

    The same ledger gives the same bytes. `out` is either whole or as it was. Raises `UsageError` for a table that
    there is not, `CounterclaimError` where `out` cannot be written.
    """
    rows = view.table(table)
    with _target(out) as stream:
        if format_ == "parquet":
            from counterclaim.apps.export.parquet import write_parquet

            write_parquet(table, rows, stream)
        else:
            from counterclaim.store import TABLES

            lines = jsonl(rows) if format_ == "jsonl" else csv_lines(TABLES[table], rows)
            for line in lines:
                stream.write(line)
        stream.flush()


def spell(value: Any) -> str:
    """A value as JSON in its one spelling: no spaces, no escapes but those that JSON demands."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def jsonl(rows: Iterable[Row]) -> Iterator[bytes]:
    """One JSON object a line, UTF-8."""
    return (f"{spell(row)}\n".encode() for row in rows)


def csv_lines(fields: Iterable[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, UTF-8, with a line of names first. Nested values are JSON inside their cell, truth
    values `true` and `false`; what is not known is an empty cell."""
    names = list(fields)
    yield _csv_line(names)
    for row in rows:
        yield _csv_line([_cell(row[name]) for name in names])


def _csv_line(cells: list[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else spell(value)


@contextmanager
def _target(out: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that has its name only once it is whole."""
    if out is None:
        yield sys.stdout.buffer
        return
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as error:
        raise CounterclaimError(f"{out} cannot be written: {error.strerror}; see that its folder exists") from error
    try:
        with open(handle, "wb") as stream:
            yield stream
        # mkstemp lets nobody else read; a file that a program writes is as open as the user's umask says.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(out)
    except OSError as error:
        raise CounterclaimError(f"{out} cannot be written: {error.strerror}") from error
    finally:
        Path(temporary).unlink(missing_ok=True)
