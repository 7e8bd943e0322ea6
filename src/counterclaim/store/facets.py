"""What disputes can be chosen by: who holds an answer, where, in which outlet and when it was said.

`dispute_facets` has a row for each of these, made when links are written, so that choosing and counting among ten
thousand disputes is the database's work and no record need be read for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from counterclaim.records import Dispute, Incident, Status
from counterclaim.store.rows import all_records, chunks, replace_groups
from counterclaim.store.schema import (
    CLAIMS,
    DISPUTE_FACETS,
    DISPUTES,
    ENTITIES,
    LOOKUP,
    LOOKUP_WHO,
    MEMBERS,
    REPORTS,
)
from counterclaim.store.sqlite import listed
from counterclaim.store.words import fold

Row = dict[str, Any]
#: From so many disputes on it is quicker to go through all rows of a kind than to look up those of each dispute.
_FEW = 1500
_OF_ENTITIES = {"who", "place"}
_DATES = {"year", "month"}
_YEARS_AT_MOST = 3
#: When a statement was made (first and last day), and in which outlet.
_Said = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Some disputes: those with these ids, or if there are none, those that fit conditions on their own columns."""

    conditions: Sequence[ColumnElement[bool]] = ()
    ids: Sequence[str] | None = None

    def where(self) -> list[ColumnElement[bool]]:
        """The conditions for a query of disputes."""
        return list(self.conditions) if self.ids is None else [self._among(DISPUTES.c.id, listed(self.ids))]

    def of_rows(self) -> list[ColumnElement[bool]]:
        """The conditions for a query of `dispute_facets`."""
        if self.ids is not None:
            return [self._among(DISPUTE_FACETS.c.dispute, listed(self.ids))]
        some = select(DISPUTES.c.id).where(*self.conditions)
        return [self._among(DISPUTE_FACETS.c.dispute, some)] if self.conditions else []

    def _among(self, id_: ColumnElement[str], some: Select[Any]) -> ColumnElement[bool]:
        # The empty addition keeps the database from looking up each of many: 80 ms instead of 190 for 8,000 disputes.
        few = self.ids is not None and len(self.ids) <= _FEW
        return (id_ if few else id_.concat("")).in_(some)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a list can be narrowed to: the value that a filter takes, its name, and how many records fit."""

    value: str
    label: str
    count: int


def refill_facets(connection: Connection, disputes: Iterable[Dispute] | None = None) -> None:
    """Makes the rows of all disputes anew; of those in the ledger where none are given."""
    disputes = list(disputes if disputes is not None else all_records(connection, "disputes"))
    statements = sorted({id_ for dispute in disputes for side in dispute.sides for id_ in side.statements})
    said, places = _said(connection, statements), _places(connection, statements)
    incidents: dict[str, Incident] = {one.id: one for one in all_records(connection, "incidents")}
    rows = [row for dispute in disputes for row in _rows(dispute, incidents, said, places)]
    replace_groups(connection, DISPUTE_FACETS, "dispute", rows)


def _rows(
    dispute: Dispute, incidents: dict[str, Incident], said: dict[str, _Said], places: dict[str, set[str]]
) -> Iterator[Row]:
    """The rows of one dispute. Of one kind and value there is one, so that rows can be counted for disputes."""

    def row(kind: str, value: str | None, words: str = "", days: tuple[str | None, str | None] = (None, None)) -> Row:
        return {
            "dispute": dispute.id,
            "kind": kind,
            "value": value,
            "words": words,
            "first_day": days[0],
            "last_day": days[1],
        }

    holders = {who.entity or fold(who.name): who for side in dispute.sides for who in side.holders}
    yield from (row("who", who.entity, fold(who.name)) for _, who in sorted(holders.items()))
    statements = dict.fromkeys(id_ for side in dispute.sides for id_ in side.statements)
    where = {entity for id_ in statements for entity in places.get(id_, ())}
    incident = incidents.get(dispute.incident or "")
    if incident is not None and incident.place is not None and incident.place.entity is not None:
        where.add(incident.place.entity)
    yield from (row("place", entity) for entity in sorted(where))
    told = sorted({said[id_] for id_ in statements if id_ in said}, key=str)
    yield from (row("outlet", outlet) for outlet in sorted({outlet for _, _, outlet in told if outlet is not None}))
    yield from (row("said", outlet, days=(first, last)) for first, last, outlet in told)
    ranges = [(first, last) for first, last, _ in told if first is not None and last is not None]
    yield from (row("year", year) for year in sorted({year for range_ in ranges for year in _years(*range_)}))
    yield from (row("month", month) for month in sorted({month for range_ in ranges for month in _months(*range_)}))


def _years(first: str, last: str) -> list[str]:
    """The years that a range of days touches; only the first of one that is as good as not known."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    return [f"{year:04}" for year in years[:_YEARS_AT_MOST]]


def _months(first: str, last: str) -> list[str]:
    years = _years(first, last)
    return [
        month for year in years for number in range(1, 13) if first[:7] <= (month := f"{year}-{number:02}") <= last[:7]
    ]


def _said(connection: Connection, statements: list[str]) -> dict[str, _Said]:
    known: dict[str, _Said] = {}
    for part in chunks(statements):
        query = (
            select(LOOKUP.c.record, LOOKUP.c.first_day, LOOKUP.c.last_day, REPORTS.c.outlet)
            .join(REPORTS, REPORTS.c.id == LOOKUP.c.report)
            .where(LOOKUP.c.record.in_(part))
        )
        known |= {id_: (first, last, outlet) for id_, first, last, outlet in connection.execute(query)}
    return known


def _places(connection: Connection, statements: list[str]) -> dict[str, set[str]]:
    """The ledger's places that the claims of each statement name as where it was."""
    query = (
        select(CLAIMS.c.statement, MEMBERS.c.entity)
        .join(LOOKUP_WHO, LOOKUP_WHO.c.record == CLAIMS.c.id)
        .join(MEMBERS, MEMBERS.c.local == LOOKUP_WHO.c.entity)
        .where(CLAIMS.c.statement.in_(listed(statements)), LOOKUP_WHO.c.role == "place")
    )
    known: dict[str, set[str]] = {}
    for statement, entity in connection.execute(query):
        known.setdefault(statement, set()).add(entity)
    return known


def count_columns(
    connection: Connection, chosen: Chosen, *, status: str | None, slot: str | None
) -> tuple[int, dict[str, list[Choice]]]:
    """How many of the `chosen` disputes have this status and slot (None for any), and how many there would be with any
    other status, in the order of `Status`, or any other slot, the most first."""
    columns = (DISPUTES.c.status, DISPUTES.c.slot)
    total, statuses, slots = 0, Counter[str](), Counter[str]()
    for its, of, count in connection.execute(select(*columns, func.count()).where(*chosen.where()).group_by(*columns)):
        total += count if status in (None, its) and slot in (None, of) else 0
        statuses[its] += count if slot in (None, of) else 0
        slots[of] += count if status in (None, its) else 0
    by = {
        "status": [Choice(one.value, one.value, statuses[one]) for one in Status if statuses[one]],
        "slot": [Choice(name, name, count) for name, count in sorted(slots.items(), key=_most_first) if count],
    }
    return total, by


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def count_facets(connection: Connection, chosen: Chosen, kinds: Sequence[str], most: int) -> dict[str, list[Choice]]:
    """How many of the `chosen` disputes have each value of these facets: of who, place and outlet the `most` frequent,
    of years and months all, by date."""
    facets = DISPUTE_FACETS.c
    query = (
        select(facets.kind, facets.value, func.count())
        .where(facets.kind.in_(kinds), facets.value.is_not(None), *chosen.of_rows())
        .group_by(facets.kind, facets.value)
    )
    counted: dict[str, list[tuple[str, int]]] = {kind: [] for kind in kinds}
    for kind, value, count in connection.execute(query):
        counted[kind].append((value, count))
    for kind in counted.keys() - _DATES:
        counted[kind] = sorted(counted[kind], key=_most_first)[:most]
    entities = [value for kind in counted.keys() & _OF_ENTITIES for value, _ in counted[kind]]
    named = select(ENTITIES.c.id, ENTITIES.c.name).where(ENTITIES.c.id.in_(entities))
    names: dict[str, str] = {row[0]: row[1] for row in connection.execute(named)} if entities else {}
    return {
        kind: [Choice(value, names.get(value, value), count) for value, count in sorted_]
        for kind, sorted_ in counted.items()
    }


@dataclass(frozen=True, slots=True)
class Said:
    """When the accounts of a dispute were given (first and last day, None where that is not known), and in how many
    outlets."""

    first_day: str | None
    last_day: str | None
    outlets: int


def said_of(connection: Connection, disputes: list[str]) -> dict[str, Said]:
    """When and where the accounts of these disputes (ids) were given."""
    facets = DISPUTE_FACETS.c
    columns = (func.min(facets.first_day), func.max(facets.last_day), func.count(facets.value.distinct()))
    query = select(facets.dispute, *columns).where(facets.kind == "said").group_by(facets.dispute)
    found: dict[str, Said] = {}
    for part in chunks(disputes):
        for dispute, first, last, number in connection.execute(query.where(facets.dispute.in_(part))):
            found[dispute] = Said(first, last, number)
    return found
