"""What a ledger holds, as records: the only way in which terminal, web pages and exports look at it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Engine, Table, func, or_, select

from counterclaim.records import (
    Agreement,
    Change,
    Claim,
    Dispute,
    Entity,
    Figure,
    Incident,
    Judgement,
    Mention,
    Place,
    Process,
    Rejected,
    Report,
    Statement,
    TimeExpression,
    UnknownId,
    UsageError,
    Verdict,
)
from counterclaim.store import schema
from counterclaim.store.corrected import Corrections
from counterclaim.store.disputes import ORDER, Choices, DisputeWish, choices
from counterclaim.store.events import Event, events_of
from counterclaim.store.export import TABLES, table_rows
from counterclaim.store.filters import Filter, outlets
from counterclaim.store.judging import Word, words
from counterclaim.store.names import Names
from counterclaim.store.outcome import State
from counterclaim.store.queue import Suggestion, queue
from counterclaim.store.rows import chunks, natural_order
from counterclaim.store.schema import CODECS, METADATA
from counterclaim.store.search import Found, search
from counterclaim.store.words import days

_BATCH = 1000
#: How many candidates an `UnknownId` names.
_CANDIDATES = 5


class View:
    """Reads one ledger, as it was when the first thing was asked of it. Close it, or use it as a context manager.

    Lists come in the order of their ids unless their method says otherwise; what is of one report in the order of
    its text. Every `Who` and `Mention` has the ledger's entity in the place of the report's own, and None where the
    ledger has none. Filters are explained at `Filter`. `connection` is for the other modules of this room.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.connection = engine.connect()
        self._names = Names(self.connection)
        self._corrections = Corrections(self.connection, self._names)

    def __enter__(self) -> View:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the ledger go."""
        self.connection.close()
        self._engine.dispose()

    # What was read

    def reports(self, *, since: str | None = None, until: str | None = None, outlet: str | None = None) -> list[Report]:
        """The reports by date of publication, undated ones last, then by id."""
        wish = Filter(since=since, until=until)
        reports = schema.REPORTS.c
        where = [reports.outlet.in_(outlets(outlet, self.connection))] if outlet is not None else []
        order = (reports.published.is_(None), reports.published, reports.id)
        found: Iterator[Report] = self._records("reports", *where, order=order)
        return [report for report in found if wish.allows(days(report.published))]

    def report(self, id_: str) -> Report:
        """The report with this id, or the only one whose id begins with it. Raises `UnknownId`."""
        report: Report = self.find("reports", id_)
        return report

    def original(self, report: str) -> bytes:
        """The bytes that a report was read from. Raises `UnknownId` for an id that is of no report."""
        originals = schema.ORIGINALS.c
        query = select(originals.compressed).where(
            originals.sha256 == select(schema.REPORTS.c.sha256).where(schema.REPORTS.c.id == report).scalar_subquery()
        )
        compressed = self.connection.scalar(query)
        if compressed is None:
            raise UnknownId(f'there is no report "{report}" in this ledger; "reports" lists those there are')
        return zlib.decompress(compressed)

    def rejects(self) -> list[Rejected]:
        """What could not be used, by path and row: what could not be read and not yet be read since, and reports
        that could not be annotated."""
        rejects, sources = schema.REJECTS.c, schema.REPORT_SOURCES.c
        same_row = or_(sources.row == rejects.row, sources.row.is_(None) & rejects.row.is_(None))
        read_since = select(sources.id).where(sources.path == rejects.path, same_row).exists()
        unread = select(rejects.path, rejects.row, rejects.reason).where(~read_since)
        markers, reports = schema.MARKERS.c, schema.REPORTS.c
        failed = (
            select(reports.path, reports.row, markers.reason)
            .join_from(schema.MARKERS, schema.REPORTS)
            .where(markers.state == State.FAILED.value)
        )
        found = {Rejected(*row) for query in (unread, failed) for row in self.connection.execute(query)}
        return sorted(found, key=lambda one: (one.path is None, one.path or "", one.row or 0, one.reason))

    # What stands in each report

    def mentions(self, report: str | None = None, *, entity: str | None = None) -> list[Mention]:
        """The mentions of a report or of an entity of the ledger, by report and text."""
        mentions, members = schema.MENTIONS.c, schema.MEMBERS.c
        where = _of_report(schema.MENTIONS, report)
        if entity is not None:
            where.append(mentions.entity.in_(select(members.local).where(members.entity == entity)))
        return list(self._records("mentions", *where))

    def times(self, report: str | None = None) -> list[TimeExpression]:
        """The times that a report, or every report, names, by report and text."""
        return list(self._records("times", *_of_report(schema.TIMES, report)))

    def places(self, report: str | None = None) -> list[Place]:
        """The places that a report, or every report, names, by report and text."""
        return list(self._records("places", *_of_report(schema.PLACES, report)))

    def statements(
        self,
        report: str | None = None,
        *,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
    ) -> list[Statement]:
        """The statements by report and text; `who` says or passes them on."""
        return self._filtered("statements", report, Filter(who, about, since, until, outlet))

    def claims(
        self,
        report: str | None = None,
        *,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
    ) -> list[Claim]:
        """The claims by report and text; `who` makes them, or does what they tell."""
        return self._filtered("claims", report, Filter(who, about, since, until, outlet))

    def figures(
        self,
        report: str | None = None,
        *,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
    ) -> list[Figure]:
        """The figures by report and text; `who` gives them, or did what they count."""
        return self._filtered("figures", report, Filter(who, about, since, until, outlet))

    def timeline(
        self,
        *,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
    ) -> list[Claim]:
        """The claims that have a time, by that time; those of a year that is not known last."""
        claims = self._filtered("claims", None, Filter(who, about, since, until, outlet))
        timed = [(days(claim.time), claim) for claim in claims if claim.time is not None]
        timed.sort(key=lambda pair: (pair[0] is None, pair[0] or (pair[1].time, ""), pair[1].id))
        return [claim for _, claim in timed]

    def events(self) -> list[Event]:
        """The claims that tell of an event, as event data has it, by report and text."""
        return list(events_of(self, self._records("claims", schema.CLAIMS.c.event.is_not(None))))

    # What stands across reports

    def entities(self) -> list[Entity]:
        """The people, organisations, states, groups and places of the ledger."""
        return list(self._records("entities"))

    def incidents(self) -> list[Incident]:
        """The happenings that reports tell of."""
        return list(self._records("incidents"))

    def disputes(self, wish: DisputeWish | None = None, **asked: str | None) -> list[Dispute]:
        """The disputes that fit `wish` (or its fields, by name) by falling score, then by id; rejected ones last.
        Raises `UsageError` as `DisputeWish.conditions`."""
        where = (wish or DisputeWish(**asked)).conditions(self.connection)
        return list(self._records("disputes", *where, order=ORDER))

    def choices(self, wish: DisputeWish, *, start: int = 0, limit: int = 25) -> Choices:
        """Which disputes fit `wish`, from number `start` on, and what they can be narrowed to. Raises as `disputes`."""
        return choices(self.connection, wish, start, limit)

    def search(self, query: str, kind: str | None = None, *, start: int = 0, limit: int = 20) -> Found:
        """The records that have all words of `query`, the likeliest first; of one kind, or `limit` of each. Raises
        `UsageError` where there is no word in `query` or no such kind."""
        return search(self.connection, query, kind, start, limit)

    def agreements(self) -> list[Agreement]:
        """What reports of several origins tell alike."""
        return list(self._records("agreements"))

    def changes(self) -> list[Change]:
        """Where somebody's answer to a question changed."""
        return list(self._records("changes"))

    def processes(self) -> list[Process]:
        """The ceasefires, exchanges, talks … with their states."""
        return list(self._records("processes"))

    def judgements(self) -> list[Judgement]:
        """All judgements, of programs and of people."""
        return list(self._records("judgements"))

    def words(self, record: str | None = None) -> list[Word]:
        """What persons said, the latest first: all of it, or what is on the record with this id now."""
        return words(self.connection, record)

    def queue(self) -> list[Suggestion]:
        """What nobody judged yet, that first where a word would change most."""
        return queue(self.connection)

    def near_misses(self) -> list[Judgement]:
        """What was compared and is no conflict, with the reasons, by falling score, then by id."""
        judgements = schema.JUDGEMENTS.c
        where = (
            judgements.kind == "compare",
            judgements.verdict != Verdict.CONFLICT.value,
            judgements.person.is_(False),
        )
        return list(self._records("judgements", *where, order=(judgements.score.desc(), judgements.id)))

    # Any table

    def table(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of an export: plain values under the names of the interface, records of a report by report and
        text, rejects by path and row, all others by id. Raises `UsageError` for a table that there is not."""
        _known_table(name)
        return table_rows(self, name)

    def find(self, name: str, id_: str) -> Any:
        """The record of table `name` with this id or alias, or the only one whose id or alias begins with it.

        Raises `UnknownId` where there is none, or several, of which it names a few; `UsageError` for a table that
        there is not or that has no ids.
        """
        _known_table(name)
        if name == "rejects":
            raise UsageError("rejects have no id to be found by; list them all")
        kind = "claims" if name == "events" else name
        ids = self._ids(kind, id_)
        if len(ids) != 1:
            some = ", ".join(sorted(ids)[:_CANDIDATES]) + (" …" if len(ids) > _CANDIDATES else "")
            raise UnknownId(
                f'several {name} have an id that begins with "{id_}": {some}; give more of it'
                if ids
                else f'there is no "{id_}" in {name}; list them to see what there is'
            )
        return next(self._records(kind, METADATA.tables[kind].c.id == ids.pop()))

    def count(self, name: str) -> int:
        """How many records of one kind there are, a key of `CODECS`."""
        return self._count(METADATA.tables[name])

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        counts = {name: self._count(METADATA.tables[name]) for name in TABLES if name not in ("events", "rejects")}
        counts["events"] = self._count(schema.CLAIMS, schema.CLAIMS.c.event.is_not(None))
        counts["rejects"] = len(self.rejects())
        return {name: counts[name] for name in TABLES}

    def records(self, name: str, ids: list[str] | None = None) -> Iterator[Any]:
        """The records of table `name` in natural order, all of them or those with these ids."""
        if ids is None:
            return self._records(name)
        id_column = METADATA.tables[name].c.id
        return (record for part in chunks(ids) for record in self._records(name, id_column.in_(part)))

    def _ids(self, name: str, beginning: str) -> set[str]:
        """The ids of the records that an id, alias or beginning of one leads to; what fits wholly comes first."""
        table, aliases = METADATA.tables[name].c, schema.ALIASES.c
        of_kind = select(aliases.record).where(aliases.kind == name)
        whole = (select(table.id).where(table.id == beginning), of_kind.where(aliases.alias == beginning))
        begun = (
            select(table.id).where(func.substr(table.id, 1, len(beginning)) == beginning),
            of_kind.where(func.substr(aliases.alias, 1, len(beginning)) == beginning),
        )
        if not beginning:
            return set()
        for query in whole:
            if found := set(self.connection.scalars(query)):
                return found
        return {id_ for query in begun for id_ in self.connection.scalars(query)}

    def _count(self, table: Table, *where: ColumnElement[bool]) -> int:
        return self.connection.scalar(select(func.count()).select_from(table).where(*where)) or 0

    def _filtered(self, name: str, report: str | None, wish: Filter) -> list[Any]:
        where = [*_of_report(METADATA.tables[name], report), *wish.conditions(name, self.connection)]
        return list(self._records(name, *where))

    def _records(
        self,
        name: str,
        *where: ColumnElement[bool],
        order: tuple[ColumnElement[Any], ...] | None = None,
    ) -> Iterator[Any]:
        """The records of a table with what linking says of them: entities, origins, incidents."""
        codec = CODECS[name]
        query = schema.linked(name).where(*where).order_by(*(order or natural_order(name)))
        for part in self.connection.execute(query).partitions(_BATCH):
            rows = [codec.values(row) for row in part]
            ids: set[str] = set()
            for values in rows:
                codec.collect(values, ids)
            self._names.fetch(ids)
            for values in rows:
                yield self._corrections.put(name, codec.record(values, self._names.put))


def _of_report(table: Table, report: str | None) -> list[ColumnElement[bool]]:
    return [] if report is None else [table.c.report == report]


def _known_table(name: str) -> None:
    if name not in TABLES:
        raise UsageError(f'there is no table "{name}"; the tables are {", ".join(TABLES)}')
