"""Records as persons corrected them: what was found stays in its table, a correction is put over it on its way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete

from counterclaim.records import Judgement, Who
from counterclaim.records.anchoring import UNDO, in_effect
from counterclaim.records.corrections import CORRECTED, Correction, corrected, corrections
from counterclaim.store import schema
from counterclaim.store.anchored import Ground, persons
from counterclaim.store.lookup import dated_rows, lookup_rows, who_rows
from counterclaim.store.names import Names
from counterclaim.store.rows import add_rows, records_with

_TABLES = frozenset(table for tables in CORRECTED.values() for table in tables)


class Corrections:
    """The corrections of one ledger, looked up when the first record that can have one is asked for."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._by_record: dict[str, Correction] | None = None

    def put(self, table: str, record: Any) -> Any:
        """A record of `table`, corrected if a person did."""
        if table not in _TABLES:
            return record
        if self._by_record is None:
            self._by_record = {id_: self._of_ledger(one) for id_, one in _all(self._connection).items()}
        correction = self._by_record.get(record.id)
        return correction.put(record) if correction is not None else record

    def _of_ledger(self, correction: Correction) -> Correction:
        """A correction with the ledger's entities in the place of the reports' own."""
        return replace(correction, fields={name: self._resolved(name, v) for name, v in correction.fields.items()})

    def _resolved(self, name: str, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._resolved(name, part) for part in value)
        if isinstance(value, Who):
            self._names.fetch([value.entity] if value.entity else [])
            return self._names.put(value)
        return self._resolved("", Who(value, "")).entity if name == "entity" and value else value


def _all(connection: Connection) -> dict[str, Correction]:
    judged = [one for one in in_effect(persons(connection)) if one.kind in CORRECTED]
    if not judged:
        return {}
    ground = Ground(connection)
    return corrections([ground.library.settled(one) for one in judged], ground.found)


def refresh(connection: Connection, judged: Iterable[Judgement]) -> None:
    """Makes the rows by which filters find what is in the reports that these judgements correct anew: whoever asks for
    a speaker finds what a person says is theirs."""
    correcting = [one for one in judged if one.kind in CORRECTED or one.kind == UNDO]
    if not correcting:
        return
    ground, by_record = Ground(connection), _all(connection)
    settled = [ground.library.settled(one) for one in correcting]
    for report in records_with(connection, "reports", sorted({a.report for one in settled for a in one.anchors})):
        found = ground.found(report.id)
        if found is None:
            continue
        found = corrected(found, by_record)
        rows = {
            schema.LOOKUP: lookup_rows(report, found),
            schema.LOOKUP_WHO: who_rows(report, found),
            schema.DATED: dated_rows(found),
        }
        for table, new in rows.items():
            connection.execute(delete(table).where(table.c.report == report.id))
            add_rows(connection, table, list(new))
