"""What a build and a person's word do to a ledger. Every method is one transaction, or none of it happened.

Two writers may have one ledger open: their transactions wait for each other, and what both do is the same whoever
is first. Links that were made of a ledger that has changed since are refused (`relink`).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Engine, Table, delete, exists, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from counterclaim.records import (
    Document,
    Gazetteer,
    Judgement,
    Links,
    RecordError,
    Rejected,
    Report,
    content_id,
)
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity
from counterclaim.store import schema
from counterclaim.store.anchored import anchor_all, anchor_one, persons
from counterclaim.store.codec import to_json
from counterclaim.store.corrected import refresh
from counterclaim.store.lookup import dated_rows, lookup_rows, who_rows
from counterclaim.store.outcome import Linkable, Outcome, Pending
from counterclaim.store.packed import FIELDS, load_annotations
from counterclaim.store.persons import Person
from counterclaim.store.relink import keep_work, parts_of, replace_links
from counterclaim.store.rows import add_rows, all_records, distinct, records_with, replace_rows
from counterclaim.store.schema import CODECS, METADATA, digest
from counterclaim.store.search import report_rows

_STATE, _VERSION, _PARTS = "linked_state", "linked_version", "linked_parts"


class Writer:
    """Writes to one ledger. Close it, or use it as a context manager."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection = engine.connect()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the ledger go. What was not committed is as if it had never been."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes one transaction of all that is written inside."""
        if self._connection.in_transaction():
            yield
        else:
            with self._connection.begin():
                yield

    # What was read

    def add(self, document: Document) -> bool:
        """Keeps a report and its original; says whether the ledger had it not yet.

        A report that is met at several places keeps the first of them by path and row, whatever the order in which
        they were met; met again at that place, the later reading of it counts. Raises `RecordError` where the
        original is not what the report says it was read from, or holds what cannot be stored.
        """
        report = document.report
        if report.path is not None:
            report = replace(report, path=_storable(report.path))
        if hashlib.sha256(document.original).hexdigest() != report.sha256:
            raise RecordError(f"the hash of report {report.id} is not that of the bytes it was read from")
        row = CODECS["reports"].row(report) | {"digest": digest(report)}
        with self.transaction():
            known = self._connection.execute(
                select(*(schema.REPORTS.c[name] for name in ("path", "row", "digest", "sha256"))).where(
                    schema.REPORTS.c.id == report.id
                )
            ).one_or_none()
            if known is None:
                self._keep_original(report.sha256, document.original)
                self._connection.execute(insert(schema.REPORTS), [row])
            elif _comes_first(row, known._asdict()):
                self._keep_original(report.sha256, document.original)
                self._connection.execute(update(schema.REPORTS).where(schema.REPORTS.c.id == report.id).values(row))
                self._forget_original(known.sha256)
            self._note_source(report)
        return known is None

    def _keep_original(self, sha256: str, original: bytes) -> None:
        if not self._has(schema.ORIGINALS.c.sha256 == sha256):
            row = {"sha256": sha256, "size": len(original), "compressed": zlib.compress(original)}
            self._connection.execute(insert(schema.ORIGINALS), [row])

    def _forget_original(self, sha256: str) -> None:
        if not self._has(schema.REPORTS.c.sha256 == sha256):
            self._connection.execute(delete(schema.ORIGINALS).where(schema.ORIGINALS.c.sha256 == sha256))

    def _note_source(self, report: Report) -> None:
        source = content_id("source", report.id, report.path, report.row)
        if not self._has(schema.REPORT_SOURCES.c.id == source):
            row = {"id": source, "report": report.id, "path": report.path, "row": report.row}
            self._connection.execute(insert(schema.REPORT_SOURCES), [row])

    def _has(self, condition: ColumnElement[bool]) -> bool:
        return bool(self._connection.scalar(select(exists().where(condition))))

    def reject(self, rejected: Rejected) -> None:
        """Keeps what could not be used, with the reason; the same rejection met again is kept once."""
        path = None if rejected.path is None else _storable(rejected.path)
        rejected = Rejected(path, rejected.row, _storable(rejected.reason))
        row = {"id": rejected.id, "path": path, "row": rejected.row, "reason": rejected.reason}
        with self.transaction():
            if not self._has(schema.REJECTS.c.id == rejected.id):
                self._connection.execute(insert(schema.REJECTS), [row])

    # What was found in each report

    def pending(self, version: str) -> list[Pending]:
        """The reports, by id, that annotators of `version` have not looked at as they now are."""
        reports, markers = schema.REPORTS, schema.MARKERS
        query = (
            select(reports.c.id, reports.c.language, func.length(reports.c.text))
            .join(markers, markers.c.report == reports.c.id, isouter=True)
            .where(
                or_(
                    markers.c.report.is_(None),
                    markers.c.version != version,
                    markers.c.digest != reports.c.digest,
                )
            )
            .order_by(reports.c.id)
        )
        with self.transaction():
            return [Pending(*row) for row in self._connection.execute(query)]

    def reports(self, ids: Sequence[str]) -> list[Report]:
        """The reports with these ids, in the order of the ids."""
        with self.transaction():
            found = {report.id: report for report in records_with(self._connection, "reports", ids)}
        return [found[id_] for id_ in ids]

    def annotate(self, outcomes: Iterable[Outcome], version: str) -> None:
        """Puts what annotators of `version` found in some reports in the place of what was known of them, and
        marks these reports as looked at.

        Raises `RecordError`, and writes nothing, where a record belongs to another report or two have one id.
        """
        with self.transaction():
            for outcome in outcomes:
                try:
                    self._annotate(outcome, version)
                except IntegrityError as error:
                    raise RecordError(
                        f"the annotations of report {outcome.report.id} hold an id of another one: {error.orig}"
                    ) from error

    def _annotate(self, outcome: Outcome, version: str) -> None:
        report, found = outcome.report, outcome.annotations
        rows: dict[Table, list[dict[str, Any]]] = {}
        for name, field in FIELDS.items():
            records = distinct(name, getattr(found, field))
            if any(record.report != report.id for record in records):
                raise RecordError(f"the annotations of report {report.id} hold {name} of another report")
            rows[METADATA.tables[name]] = [
                CODECS[name].row(record) | {"position": position} for position, record in enumerate(records)
            ]
        rows[schema.LOOKUP] = list(lookup_rows(report, found))
        rows[schema.LOOKUP_WHO] = list(who_rows(report, found))
        rows[schema.SEARCH] = list(report_rows(report, found))
        rows[schema.DATED] = list(dated_rows(found))
        rows[schema.MARKERS] = [
            {
                "report": report.id,
                "version": version,
                "digest": digest(report),
                "state": outcome.state.value,
                "reason": outcome.reason,
            }
        ]
        annotated_before = self._has(schema.MARKERS.c.report == report.id)
        for table, new in rows.items():
            if annotated_before:
                self._connection.execute(delete(table).where(table.c.report == report.id))
            add_rows(self._connection, table, new)

    # What was found across reports

    def state(self) -> str:
        """The name of all that linking depends on: which reports were annotated, how, what people judged, and what a
        file of known entities holds."""
        markers, judgements = schema.MARKERS, schema.JUDGEMENTS
        columns = (markers.c.report, markers.c.version, markers.c.digest, markers.c.state)
        with self.transaction():
            marked = [list(row) for row in self._connection.execute(select(*columns).order_by(markers.c.report))]
            person = select(judgements.c.id).where(judgements.c.person).order_by(judgements.c.id)
            people = list(self._connection.scalars(person))
            known = [CODECS["known_entities"].row(entity) for entity in self.known()]
            return content_id("state", marked, people, *([to_json(known)] if known else []))

    def linked(self) -> tuple[str, str] | None:
        """The state of the ledger when its links were made and the version of the program that made them."""
        with self.transaction():
            found = {row.key: row.value for row in self._connection.execute(select(schema.META))}
        return (found[_STATE], found[_VERSION]) if found else None

    def linkable(self) -> Linkable:
        """All that linking looks at: the reports that annotators are done with, what was found, what people judged."""
        with self.transaction():
            digests = self._digests()
            annotations = load_annotations(self._connection, digests)
            reports = [report for report in all_records(self._connection, "reports") if report.id in digests]
            kept = Kept(digests, self._piece, self._hold)
            return Linkable(reports, annotations, self.person_judgements(), self.state(), self.known(), kept)

    def _digests(self) -> dict[str, str]:
        """By report a hash of all that its annotations depend on."""
        markers = schema.MARKERS.c
        rows = self._connection.execute(select(markers.report, markers.version, markers.digest, markers.state))
        return {row.report: content_id("annotated", *row) for row in rows}

    def _piece(self, key: str) -> bytes | None:
        """What linking once worked out under a key."""
        with self.transaction():
            table = schema.KEPT_WORK.c
            return self._connection.scalar(select(table.piece).where(table.key == key))

    def _parts(self) -> dict[str, str]:
        """By the key of each piece of work that the links were made of, a hash of the judgements that it gave."""
        value = self._connection.scalar(select(schema.META.c.value).where(schema.META.c.key == _PARTS))
        return dict(json.loads(value)) if value else {}

    def _hold(self, key: str, piece: bytes) -> None:
        """Keeps what linking worked out, so that a build which is stopped need not do it again."""
        table = schema.KEPT_WORK
        with self.transaction():
            self._connection.execute(delete(table).where(table.c.key == key))
            add_rows(self._connection, table, [{"key": key, "piece": piece}])

    def relink(self, links: Links, *, state: str, version: str, kept: Kept | None = None) -> bool:
        """Puts `links`, made by `version` of the ledger when it was in `state`, in the place of all earlier ones, and
        keeps what `kept` says was used for them.

        A person's judgements stay as they are. Says False, and writes nothing, where the ledger is no longer in
        that state. Raises `RecordError` where two of the links have one id, or name a report that is not there.
        """
        with self.transaction():
            if self.state() != state:
                return False
            kept = kept or Kept()
            parts = parts_of(kept)
            before, linked = self._parts(), self.linked()
            there = {id_ for key, part in parts.items() if before.get(key) == part for id_ in kept.gives[key]}
            try:
                replace_links(self._connection, links, there, afresh=linked is None or linked[1] != version)
            except IntegrityError as error:
                raise RecordError(f"the links do not fit together: {error.orig}") from error
            keep_work(self._connection, kept)
            anchor_all(self._connection)
            refresh(self._connection, persons(self._connection))
            made = [{"key": _STATE, "value": state}, {"key": _VERSION, "value": version}]
            made += [{"key": _PARTS, "value": to_json(parts)}] if parts else []
            replace_rows(self._connection, schema.META, made)
            # So that the database knows which index is worth its while: 0.2 s instead of 1.6 s for what is said about
            # somebody among 50,000 statements.
            self._connection.exec_driver_sql("ANALYZE")
        return True

    # What people say

    def know(self, known: Iterable[KnownEntity]) -> None:
        """Keeps what a file of known entities holds, in the place of what an earlier one held."""
        with self.transaction():
            replace_rows(
                self._connection, schema.KNOWN_ENTITIES, [CODECS["known_entities"].row(entity) for entity in known]
            )

    def known(self) -> list[KnownEntity]:
        """The known entities that the ledger keeps, by id."""
        with self.transaction():
            return sorted(all_records(self._connection, "known_entities"), key=lambda entity: entity.id)

    def keep_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Keeps a user's list of places, in the place of an earlier one."""
        with self.transaction():
            rows = [CODECS["known_places"].row(place) for place in gazetteer.places]
            replace_rows(self._connection, schema.KNOWN_PLACES, rows)

    def gazetteer(self) -> Gazetteer | None:
        """The user's list of places that the ledger keeps, None where it keeps none."""
        with self.transaction():
            places = list(all_records(self._connection, "known_places"))
        return Gazetteer.of(places) if places else None

    def person(self, by: str) -> Person:
        """Somebody who judges, by name. Raises `UsageError` without one."""
        return Person(self._connection, self.transaction, by)

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's judgement, which no build touches; the same one given again changes nothing. `person` makes
        one that is fastened to words.

        Raises `RecordError` without the time at which it was made, or where another judgement has its id.
        """
        if judgement.at is None:
            raise RecordError(f"judgement {judgement.id} of {judgement.by} needs the time at which it was made")
        row = CODECS["judgements"].row(judgement) | {"person": True}
        with self.transaction():
            known = records_with(self._connection, "judgements", [judgement.id])
            if known and known != [judgement]:
                raise RecordError(f"another judgement already has the id {judgement.id}; judgements are never changed")
            if not known:
                add_rows(self._connection, schema.JUDGEMENTS, [row])
                anchor_one(self._connection, judgement)
                refresh(self._connection, [judgement])

    def person_judgements(self) -> list[Judgement]:
        """All judgements of people, by when they were made, then by id."""
        with self.transaction():
            return persons(self._connection)


def _comes_first(new: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether a report read again is to be kept in the place of what is known of it."""
    if _place(new) != _place(known):
        return _place(new) < _place(known)
    new_content, known_content = (new["digest"], new["sha256"]), (known["digest"], known["sha256"])
    if new["path"] is None:
        # Two things read from standard input are two things; which was first is not known afterwards.
        return new_content < known_content
    return new_content != known_content


def _place(row: Mapping[str, Any]) -> tuple[bool, str, int]:
    """The order of places: those with a path by path and row, then standard input."""
    return row["path"] is None, row["path"] or "", row["row"] or 0


def _storable(words: str) -> str:
    """`words` with what UTF-8 cannot hold (a file name that is not UTF-8) spelled out as `\\udc80`."""
    return words.encode("utf-8", "backslashreplace").decode()
