"""Rows of whole tables, in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select

from counterclaim.records import RecordError
from counterclaim.store.schema import ANNOTATED, CODECS, METADATA


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
R = TypeVar("R", bound=_HasId)
#: SQLite allows 32,766 values in one statement; short lists keep statements quick to prepare as well.
_CHUNK = 500


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """`values` in parts that one statement can hold."""
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def natural_order(name: str) -> list[ColumnElement[Any]]:
    """The order in which the records of a table come unless one is asked for: those of a report in the order in
    which its annotators gave them, all others by id."""
    columns = METADATA.tables[name].c
    return [columns.report, columns.position] if name in ANNOTATED else [columns.id]


def all_records(connection: Connection, name: str, *where: ColumnElement[bool]) -> Iterator[Any]:
    """The records of table `name` in natural order, as they were stored."""
    codec, table = CODECS[name], METADATA.tables[name]
    query = select(*(table.c[field.name] for field in codec.fields)).where(*where).order_by(*natural_order(name))
    for row in connection.execute(query):
        yield codec.record(codec.values(row))


def records_with(connection: Connection, name: str, ids: Sequence[str]) -> list[Any]:
    """The records of table `name` with these ids, as they were stored."""
    columns = METADATA.tables[name].c
    return [record for part in chunks(ids) for record in all_records(connection, name, columns.id.in_(part))]


def distinct(name: str, records: Iterable[R]) -> list[R]:
    """`records` without those that come again. Raises `RecordError` where two that differ have one id: an id is
    made of what a record is."""
    known: dict[str, R] = {}
    for record in records:
        if known.setdefault(record.id, record) != record:
            raise RecordError(f"two different {name} were given the id {record.id}; please report this")
    return list(known.values())


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds `rows` to `table`; there may be none."""
    if rows:
        connection.execute(insert(table), rows)


def replace_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *where: ColumnElement[bool]
) -> None:
    """Puts `rows` in the place of all rows of `table`, or of those that `where` chooses. Rows that stay as they are are
    not written again: a few more reports leave most of a ledger's links as they were."""
    columns, key = list(table.columns), [column.name for column in table.primary_key.columns]
    at = [n for n, column in enumerate(columns) if column.primary_key]
    new = {tuple(row[name] for name in key): tuple(row.get(column.name) for column in columns) for row in rows}
    if not key or len(new) < len(rows):
        connection.execute(delete(table).where(*where))
        add_rows(connection, table, rows)
        return
    same: set[tuple[Any, ...]] = set()
    gone = []
    for old in connection.execute(select(*columns).where(*where)):
        of = tuple(old[n] for n in at)
        if new.get(of) == tuple(old):
            same.add(of)
        else:
            gone.append({f"old_{name}": value for name, value in zip(key, of, strict=True)})
    if gone:
        which = (table.c[name] == bindparam(f"old_{name}") for name in key)
        connection.execute(delete(table).where(*which), gone)
    add_rows(connection, table, [row for row in rows if tuple(row[name] for name in key) not in same])
