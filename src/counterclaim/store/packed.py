"""The annotations of each report in one piece, from which a large ledger is loaded in a third of the time.

They repeat what is in the tables, are made of these where they are missing, and lie in `kept_work`: whoever empties it
loses time and nothing else.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select

from counterclaim.records import Annotations, RecordError, content_id
from counterclaim.store.migrations import known
from counterclaim.store.rows import add_rows, all_records, each_row
from counterclaim.store.schema import ANNOTATED, KEPT_WORK, METADATA
from counterclaim.store.sqlite import listed

#: The fields of `Annotations` that are tables, by table.
FIELDS = {name: "entities" if name == "local_entities" else name for name in ANNOTATED}
#: A ledger of fewer reports is read from its tables, which takes no more than two seconds.
MANY = 1000
#: What the keys of these pieces begin with; other keys are hexadecimal.
PREFIX = "report "
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Annotations)


def load_annotations(connection: Connection, digests: Mapping[str, str]) -> dict[str, Annotations]:
    """The annotations of reports as they were found, by report. `digests` has, for each report that was annotated, a
    hash of all that its annotations depend on. Keeps those that were not kept yet, if there are `MANY` reports."""
    if len(digests) < MANY:
        return _from_tables(connection, sorted(digests))
    tables = known()[-1].name
    keys = {report: _key(digest, tables) for report, digest in digests.items()}
    found = _kept(connection, keys)
    new = _from_tables(connection, sorted(keys.keys() - found.keys()))
    rows = [{"key": keys[id_], "piece": zlib.compress(_ENCODER.encode(one), 1)} for id_, one in new.items()]
    add_rows(connection, KEPT_WORK, rows)
    return {report: found.get(report) or new[report] for report in sorted(digests)}


def _key(digest: str, tables: str) -> str:
    """The key of a piece: another one when the `tables` (the last change to them) have changed."""
    return PREFIX + content_id("packed", tables, digest)


def _kept(connection: Connection, keys: Mapping[str, str]) -> dict[str, Annotations]:
    """What can be read of the pieces with these keys; all others are forgotten."""
    table, reports = KEPT_WORK, {key: report for report, key in keys.items()}
    found, gone = {}, []
    for key, piece in each_row(connection, select(table.c.key, table.c.piece).where(table.c.key.startswith(PREFIX))):
        annotations = _unpacked(piece)
        if annotations is not None and reports.get(key) == annotations.report:
            found[annotations.report] = annotations
        else:
            gone.append(key)
    connection.execute(delete(table).where(table.c.key.in_(listed(gone))))
    return found


def _unpacked(piece: bytes) -> Annotations | None:
    try:
        return _DECODER.decode(zlib.decompress(piece))
    except (zlib.error, msgspec.MsgspecError, RecordError):
        return None


def _from_tables(connection: Connection, reports: Sequence[str]) -> dict[str, Annotations]:
    """What the tables have of these reports, in their order."""
    found: dict[str, dict[str, list[Any]]] = {report: defaultdict(list) for report in reports}
    if found:
        for name, field in FIELDS.items():
            for record in _records(connection, name, reports):
                found[record.report][field].append(record)
    return {
        report: Annotations(report, **{field: tuple(records) for field, records in of_report.items()})
        for report, of_report in found.items()
    }


def _records(connection: Connection, name: str, reports: Sequence[str]) -> Iterator[Any]:
    return all_records(connection, name, METADATA.tables[name].c.report.in_(listed(reports)))
