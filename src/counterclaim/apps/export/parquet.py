"""Parquet, with column types taken from the records themselves, so that an empty table has them too."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable
from enum import Enum
from itertools import islice
from typing import Any, BinaryIO, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from counterclaim import records
from counterclaim.records import Who
from counterclaim.store import TABLES, Event

#: Rows of one row group: enough to compress well, few enough for the texts of that many reports to fit in memory.
_GROUP = 4096

_CLASSES: dict[str, type] = {
    "reports": records.Report,
    "entities": records.Entity,
    "mentions": records.Mention,
    "statements": records.Statement,
    "claims": records.Claim,
    "times": records.TimeExpression,
    "figures": records.Figure,
    "places": records.Place,
    "incidents": records.Incident,
    "disputes": records.Dispute,
    "agreements": records.Agreement,
    "changes": records.Change,
    "processes": records.Process,
    "events": Event,
    "judgements": records.Judgement,
    "rejects": records.Rejected,
}
_SINGLE: dict[Any, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def write_parquet(table: str, rows: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Writes `rows` of a table of the ledger to `stream`, lists and structs as such."""
    columns = schema(table)
    remaining = iter(rows)
    with pq.ParquetWriter(stream, columns, compression="zstd") as writer:
        while group := list(islice(remaining, _GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=columns))


def schema(table: str) -> pa.Schema:
    """The columns of a table, in order, with their types."""
    hints = {_exported(name): hint for name, hint in get_type_hints(_CLASSES[table]).items()}
    special = {
        # The export names rejects, and gives the figures of an incident by who claims them.
        ("rejects", "id"): pa.string(),
        ("incidents", "figures"): pa.list_(_claimed_figure()),
    }
    return pa.schema([pa.field(name, special.get((table, name)) or arrow_type(hints[name])) for name in TABLES[table]])


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of what a record keeps under a type: tuples are lists, records structs, enums their values."""
    if isinstance(hint, types.UnionType) or get_origin(hint) is Union:
        hint = next(option for option in get_args(hint) if option is not types.NoneType)
    if get_origin(hint) is tuple:
        return pa.list_(arrow_type(get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        return pa.struct([pa.field(_exported(n), arrow_type(inner)) for n, inner in get_type_hints(hint).items()])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return pa.string()
    return _SINGLE[hint]


def _exported(name: str) -> str:
    """What an export calls a field; "from" is a word of Python's own."""
    return "from" if name == "since" else name


def _claimed_figure() -> pa.DataType:
    return pa.struct(
        [
            pa.field("figure", pa.string()),
            pa.field("claimed_by", pa.list_(arrow_type(Who))),
            pa.field("low", pa.float64()),
            pa.field("best", pa.float64()),
            pa.field("high", pa.float64()),
            pa.field("approximate", pa.bool_()),
            pa.field("of", pa.string()),
            pa.field("happened", pa.list_(pa.string())),
            pa.field("as_of", pa.string()),
        ]
    )
