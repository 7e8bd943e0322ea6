"""Rows of whole tables, in and out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, bindparam, delete, insert, select

from counterclaim.records import RecordError
from counterclaim.store.schema import ANNOTATED, CODECS, METADATA
from counterclaim.store.sqlite import listed


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
R = TypeVar("R", bound=_HasId)
#: SQLite allows 32,766 values in one statement; short lists keep statements quick to prepare as well.
_CHUNK = 500
#: Rows that are fetched together: one by one takes half as long again.
_PORTION = 2000


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
    for row in each_row(connection, query):
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
) -> Set[Any]:
    """Puts `rows` in the place of all rows of `table`, or of those that `where` chooses. Rows that stay as they are are
    not written again: a few more reports leave most of a ledger's links as they were. Gives the keys of all others,
    those that are gone too."""
    names, key = [column.name for column in table.columns], [column.name for column in table.primary_key.columns]
    new = list(map(itemgetter(*names), rows))
    of = itemgetter(*(names.index(name) for name in key))
    by_key = dict(zip(map(of, new), new, strict=True))
    if len(by_key) < len(new):  # which the table does not take
        connection.execute(delete(table).where(*where))
        add_rows(connection, table, rows)
        return by_key.keys()
    same, gone = set(), []
    for old in each_row(connection, select(*table.columns).where(*where)):
        its = of(old)
        if by_key.get(its) == old:
            same.add(its)
        else:
            gone.append(its)
    if gone:
        which = (table.c[name] == bindparam(f"old_{name}") for name in key)
        parts = ((its if len(key) > 1 else (its,)) for its in gone)
        values = [{f"old_{name}": value for name, value in zip(key, part, strict=True)} for part in parts]
        connection.execute(delete(table).where(*which), values)
    add_rows(connection, table, [row for row, values in zip(rows, new, strict=True) if of(values) not in same])
    return {*gone, *(by_key.keys() - same)}


def replace_of_records(
    connection: Connection,
    column: Column[str],
    rows: Iterable[Mapping[str, Any]],
    records: Set[str] | None,
    *where: ColumnElement[bool],
) -> None:
    """Puts `rows` in the place of those that follow from some `records` alone, which `column` of their table names; of
    all that `where` chooses if that is None."""
    chosen = [] if records is None else [column.in_(listed(sorted(records)))]
    connection.execute(delete(column.table).where(*chosen, *where))
    add_rows(connection, column.table, [row for row in rows if records is None or row[column.name] in records])


def replace_groups(
    connection: Connection,
    table: Table,
    of: str,
    rows: Sequence[Mapping[str, Any]],
    *where: ColumnElement[bool],
) -> None:
    """The same for rows that have no key, but belong to the record that their column `of` names: of a record whose rows
    stay as they are none is written."""
    names = list(rows[0]) if rows else [of]
    new: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        new[row[of]].append(tuple(map(row.get, names)))
    old: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    at = names.index(of)
    for values in each_row(connection, select(*(table.c[name] for name in names)).where(*where)):
        old[values[at]].append(values)
    changed = {record for record in old | new if Counter(old.get(record)) != Counter(new.get(record))}
    for records in chunks(sorted(changed & old.keys())):
        connection.execute(delete(table).where(table.c[of].in_(records), *where))
    add_rows(connection, table, [row for row in rows if row[of] in changed])


def each_row(connection: Connection, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows that a query gives, as plain tuples."""
    for part in connection.execute(query).partitions(_PORTION):
        yield from map(tuple, part)
