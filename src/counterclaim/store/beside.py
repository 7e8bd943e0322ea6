"""What the rest of a ledger has to say of one record: who disputes it, who tells the same, who copied whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, true

from counterclaim.records import (
    Agreement,
    Change,
    Claim,
    Dispute,
    Entity,
    Figure,
    Incident,
    Judgement,
    Manner,
    Place,
    Process,
    Report,
    Statement,
    Status,
)
from counterclaim.store.schema import (
    AGREEMENTS,
    CHANGES,
    CLAIMS,
    DISPUTES,
    FIGURES,
    INCIDENT_CLAIMS,
    INCIDENTS,
    JUDGEMENTS,
    LOCAL_ENTITIES,
    LOOKUP,
    LOOKUP_WHO,
    MEMBERS,
    ORIGINS,
    PLACES,
    PROCESSES,
    REPORTS,
    STATEMENTS,
)
from counterclaim.store.words import fold, wanted

if TYPE_CHECKING:
    from counterclaim.store.view import View

#: Kinds of judgement that say which words of two reports are the same.
_COPYING = ("copy", "copy of passage", "same quotation")


def disputes_with(view: View, id_: str) -> list[Dispute]:
    """The disputes, but for rejected ones, whose sides name this report, statement or entity, by falling score."""
    found = view.records("disputes", _ids(view, DISPUTES, _names(DISPUTES.c.sides, id_)))
    kept = [dispute for dispute in found if dispute.status is not Status.REJECTED]
    return sorted(kept, key=lambda dispute: (-dispute.score, dispute.id))


def agreements_in(view: View, report: str) -> list[Agreement]:
    """The agreements that rest on words of this report."""
    return list(view.records("agreements", _ids(view, AGREEMENTS, _names(AGREEMENTS.c.evidence, report))))


def of_incidents(view: View, incidents: Sequence[str]) -> tuple[list[Dispute], list[Agreement]]:
    """The disputes, but for rejected ones, and the agreements about these incidents."""
    asked = sorted(set(incidents))
    disputes = view.records("disputes", _ids(view, DISPUTES, DISPUTES.c.incident.in_(asked)))
    kept = [dispute for dispute in disputes if dispute.status is not Status.REJECTED]
    agreements = view.records("agreements", _ids(view, AGREEMENTS, AGREEMENTS.c.incident.in_(asked)))
    return sorted(kept, key=lambda one: (-one.score, one.id)), list(agreements)


def differing_and_alike(view: View, incidents: Sequence[str]) -> dict[str, tuple[int, int]]:
    """How many disputes, but for rejected ones, and how many agreements there are about each of these incidents."""
    found: dict[str, list[int]] = {id_: [0, 0] for id_ in incidents}
    kept = DISPUTES.c.status != Status.REJECTED.value
    for number, (table, where) in enumerate(((DISPUTES, kept), (AGREEMENTS, true()))):
        about = table.c.incident.in_(sorted(set(incidents)))
        for incident, count in view.connection.execute(
            select(table.c.incident, func.count()).where(about, where).group_by(table.c.incident)
        ):
            found[incident][number] = count
    return {id_: (differing, alike) for id_, (differing, alike) in found.items()}


def days_that_differ(view: View) -> list[str]:
    """The first days of incidents about which accounts differ."""
    query = (
        select(INCIDENTS.c.since)
        .join(DISPUTES, DISPUTES.c.incident == INCIDENTS.c.id)
        .where(INCIDENTS.c.since.is_not(None), DISPUTES.c.status != Status.REJECTED.value)
        .distinct()
        .order_by(INCIDENTS.c.since)
    )
    return list(view.connection.scalars(query))


def incidents_in(view: View, report: str) -> list[Incident]:
    """The incidents that this report tells of."""
    query = (
        select(INCIDENT_CLAIMS.c.incident)
        .join(CLAIMS, CLAIMS.c.id == INCIDENT_CLAIMS.c.claim)
        .where(CLAIMS.c.report == report)
        .distinct()
    )
    return list(view.records("incidents", sorted(view.connection.scalars(query))))


def same_origin(view: View, report: Report) -> list[Report]:
    """The other reports that have one origin with this one, by date."""
    query = select(ORIGINS.c.report).where(ORIGINS.c.origin == report.origin, ORIGINS.c.report != report.id)
    others = view.records("reports", sorted(view.connection.scalars(query)))
    return sorted(others, key=lambda other: (other.published is None, other.published or "", other.id))


def copying(view: View, report: str) -> list[Judgement]:
    """What was found of words that this report and others share, the most first."""
    here = or_(JUDGEMENTS.c.left == report, JUDGEMENTS.c.right == report)
    ids = _ids(view, JUDGEMENTS, and_(here, JUDGEMENTS.c.kind.in_(_COPYING)))
    return sorted(view.records("judgements", ids), key=lambda one: (-one.score, one.id))


def changes_of(view: View, entity: str) -> list[Change]:
    """The changes of position of this person or body, by date."""
    found = view.records("changes", _ids(view, CHANGES, _names(CHANGES.c.who, entity)))
    return sorted(found, key=lambda change: (change.later.date or "", change.id))


def processes_of(view: View, entity: str) -> list[Process]:
    """The processes to which this person or body is a party."""
    return list(view.records("processes", _ids(view, PROCESSES, _names(PROCESSES.c.parties, entity))))


def said_of(view: View, entity: str, limit: int) -> list[Statement]:
    """What others say that names this person or body: the latest `limit` reports' worth, the latest first. All of it
    would be tens of thousands of statements for those of whom everybody speaks."""
    locals_ = (
        select(LOCAL_ENTITIES.c.id)
        .join(MEMBERS, MEMBERS.c.local == LOCAL_ENTITIES.c.id)
        .join(REPORTS, REPORTS.c.id == LOCAL_ENTITIES.c.report)
        .where(MEMBERS.c.entity == entity)
        .order_by(REPORTS.c.published.desc(), REPORTS.c.id, LOCAL_ENTITIES.c.id)
        .limit(limit)
    )
    latest = list(view.connection.scalars(locals_))
    who = LOOKUP_WHO
    named = select(who.c.record).where(who.c.entity.in_(latest), who.c.role.in_(("content", "addressee")))
    said = select(who.c.record).where(who.c.entity.in_(latest), who.c.role.in_(("source", "via")))
    condition = and_(
        STATEMENTS.c.id.in_(named), STATEMENTS.c.id.not_in(said), STATEMENTS.c.manner != Manner.NARRATION.value
    )
    found = view.records("statements", _ids(view, STATEMENTS, condition))
    return sorted(found, key=lambda one: one.said or "", reverse=True)


def months_of(view: View, entity: str) -> dict[str, int]:
    """How many statements of this person or body were made in each month that is known."""
    month = func.substr(LOOKUP.c.first_day, 1, 7)
    who = LOOKUP_WHO
    said = (
        select(who.c.record)
        .join(MEMBERS, MEMBERS.c.local == who.c.entity)
        .where(MEMBERS.c.entity == entity, who.c.role.in_(("source", "via")))
    )
    query = (
        select(month, func.count())
        .where(LOOKUP.c.record.in_(said), LOOKUP.c.kind == "statements", LOOKUP.c.first_day.is_not(None))
        .group_by(month)
        .order_by(month)
    )
    return dict(view.connection.execute(query).all())


def most_dated(view: View, limit: int) -> list[tuple[Entity, int]]:
    """Those of whom the most statements with a date are given, with how many."""
    who = LOOKUP_WHO.c
    number = func.count(who.record.distinct())
    query = (
        select(MEMBERS.c.entity, number)
        .join(LOOKUP_WHO, MEMBERS.c.local == who.entity)
        .join(LOOKUP, LOOKUP.c.record == who.record)
        .join(STATEMENTS, STATEMENTS.c.id == who.record)
        .where(who.role == "source", STATEMENTS.c.manner != Manner.NARRATION.value, LOOKUP.c.first_day.is_not(None))
        .group_by(MEMBERS.c.entity)
        .order_by(number.desc(), MEMBERS.c.entity)
        .limit(limit)
    )
    counts: dict[str, int] = dict(view.connection.execute(query).all())
    found = {one.id: one for one in view.records("entities", sorted(counts))}
    return [(found[id_], count) for id_, count in counts.items() if id_ in found]


def claims_of(view: View, statement: str) -> list[Claim]:
    """What a statement claims, in the order of the text."""
    return list(view.records("claims", _ids(view, CLAIMS, CLAIMS.c.statement == statement)))


def figures_of(view: View, statement: Statement) -> list[Figure]:
    """The figures that a statement gives, in the order of the text."""
    where = and_(FIGURES.c.report == statement.report, FIGURES.c.statement == statement.id)
    return list(view.records("figures", _ids(view, FIGURES, where)))


@dataclass(frozen=True, slots=True)
class Named:
    """A place, where it lies, and how often it is named in how many reports. `spelled` is how reports spell it most
    often, `name` how the gazetteer does."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    mentions: int
    reports: int
    spelled: str = ""


def named_places(view: View, about: str | None = None) -> list[Named]:
    """The places that reports name, the most named first; those with a word that begins like `about`."""
    places = PLACES.c
    columns = (places.name, places.country, places.latitude, places.longitude, places.precision)
    query = select(*columns, func.count(), func.count(places.report.distinct())).group_by(*columns)
    spelled = _spelled(view)
    found = [Named(*row) for row in view.connection.execute(query)]
    found = [replace(one, spelled=spelled[one.name, one.country]) for one in found]
    if about is not None:
        words = wanted(about)
        found = [one for one in found if words in fold(one.name) or words in fold(one.spelled)]
    return sorted(
        found, key=lambda one: (-one.reports, -one.mentions, one.name, one.country or "", one.precision or "")
    )


def _spelled(view: View) -> dict[tuple[str, str | None], str]:
    """How reports spell each place, by name and country, most often."""
    columns = (PLACES.c.name, PLACES.c.country, func.json_extract(PLACES.c.span, "$.text"))
    spellings: dict[tuple[str, str | None], Counter[str]] = {}
    for name, country, words, count in view.connection.execute(select(*columns, func.count()).group_by(*columns)):
        spellings.setdefault((name, country), Counter())[" ".join(words.split())] += count
    return {key: min(counts, key=lambda one: (-counts[one], one)) for key, counts in spellings.items()}


def places_named(view: View, names: Sequence[str] | None, start: int, limit: int) -> tuple[list[Place], int]:
    """Where reports name places of these names (None: of any), by report and text: one part of it, and how many
    there are."""
    where = true() if names is None else PLACES.c.name.in_(names)
    ids = select(PLACES.c.id).where(where).order_by(PLACES.c.report, PLACES.c.position).limit(limit).offset(start)
    total = view.connection.scalar(select(func.count()).select_from(PLACES).where(where)) or 0
    return list(view.records("places", list(view.connection.scalars(ids)))), total


def _ids(view: View, table: Table, where: ColumnElement[bool]) -> list[str]:
    return list(view.connection.scalars(select(table.c.id).where(where).order_by(table.c.id)))


def _names(column: ColumnElement[str], id_: str) -> ColumnElement[bool]:
    """Whether the JSON in `column` names this id: an id is 20 hexadecimal digits between quotation marks."""
    return column.contains(f'"{id_}"', autoescape=True)
