"""What disputes can be chosen by: who holds an answer, where, in which outlet and when it was said.

`dispute_facets` has a row for each of these, made when links are written, so that choosing and counting among ten
thousand disputes is the database's work and no record need be read for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from counterclaim.records import Dispute, Incident, Status
from counterclaim.store.rows import all_records, chunks, replace_rows
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
from counterclaim.store.words import fold

Row = dict[str, Any]
#: When a statement was made (first and last day), and in which outlet.
_Said = tuple[str | None, str | None, str | None]


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
    replace_rows(connection, DISPUTE_FACETS, rows)


def _rows(
    dispute: Dispute, incidents: dict[str, Incident], said: dict[str, _Said], places: dict[str, set[str]]
) -> Iterator[Row]:
    def row(kind: str, value: str | None, words: str = "", days: tuple[str | None, str | None] = (None, None)) -> Row:
        first, last = days
        return {
            "dispute": dispute.id,
            "kind": kind,
            "value": value,
            "words": words,
            "first_day": first,
            "last_day": last,
        }

    holders = {(who.entity, fold(who.name)) for side in dispute.sides for who in side.holders}
    yield from (row("who", entity, words) for entity, words in sorted(holders, key=str))
    statements = dict.fromkeys(id_ for side in dispute.sides for id_ in side.statements)
    where = {entity for id_ in statements for entity in places.get(id_, ())}
    incident = incidents.get(dispute.incident or "")
    if incident is not None and incident.place is not None and incident.place.entity is not None:
        where.add(incident.place.entity)
    yield from (row("place", entity) for entity in sorted(where))
    for first, last, outlet in sorted({said[id_] for id_ in statements if id_ in said}, key=str):
        yield row("outlet", outlet, fold(outlet or ""), (first, last))


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
    known: dict[str, set[str]] = {}
    for part in chunks(statements):
        query = (
            select(CLAIMS.c.statement, MEMBERS.c.entity)
            .join(LOOKUP_WHO, LOOKUP_WHO.c.record == CLAIMS.c.id)
            .join(MEMBERS, MEMBERS.c.local == LOOKUP_WHO.c.entity)
            .where(CLAIMS.c.statement.in_(part), LOOKUP_WHO.c.role == "place")
        )
        for statement, entity in connection.execute(query):
            known.setdefault(statement, set()).add(entity)
    return known


def count_column(connection: Connection, chosen: Select[tuple[str]], name: str) -> list[Choice]:
    """How many of the `chosen` disputes have each value of a column of theirs (slot, status), the most first."""
    column = DISPUTES.c[name]
    query = select(column, func.count()).where(DISPUTES.c.id.in_(chosen)).group_by(column)
    order = {status.value: at for at, status in enumerate(Status)} if name == "status" else {}
    found = [Choice(value, value, count) for value, count in connection.execute(query)]
    return sorted(found, key=lambda one: (order.get(one.value, 0), -one.count, one.value))


def count_facet(connection: Connection, chosen: Select[tuple[str]], kind: str, most: int) -> list[Choice]:
    """How many of the `chosen` disputes have each value of a facet (who, place, outlet): the `most` frequent."""
    facets = DISPUTE_FACETS.c
    number = func.count(facets.dispute.distinct()).label("number")
    query = (
        select(facets.value, number)
        .where(facets.kind == kind, facets.value.is_not(None), facets.dispute.in_(chosen))
        .group_by(facets.value)
        .order_by(number.desc(), facets.value)
        .limit(most)
    )
    counted = {row[0]: row[1] for row in connection.execute(query)}
    names: dict[str, str] = {}
    if kind != "outlet":
        named = select(ENTITIES.c.id, ENTITIES.c.name).where(ENTITIES.c.id.in_(counted))
        names = {row[0]: row[1] for row in connection.execute(named)}
    return [Choice(value, names.get(value, value), count) for value, count in counted.items()]


def count_days(connection: Connection, chosen: Select[tuple[str]], year: str | None) -> list[Choice]:
    """In how many of the `chosen` disputes something was said in each year, or in each month of `year`, by date."""
    facets = DISPUTE_FACETS.c
    date = func.substr(facets.first_day, 1, 4 if year is None else 7).label("date")
    query = (
        select(date, func.count(facets.dispute.distinct()))
        .where(facets.kind == "outlet", facets.first_day.is_not(None), facets.dispute.in_(chosen))
        .group_by(date)
        .order_by(date)
    )
    if year is not None:
        query = query.where(func.substr(facets.first_day, 1, 4) == year)
    return [Choice(value, value, count) for value, count in connection.execute(query)]


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
    query = select(facets.dispute, *columns).where(facets.kind == "outlet").group_by(facets.dispute)
    found: dict[str, Said] = {}
    for part in chunks(disputes):
        for dispute, first, last, number in connection.execute(query.where(facets.dispute.in_(part))):
            found[dispute] = Said(first, last, number)
    return found
