"""Parts of long lists: what one page shows of them, counted and put in order by the database.

A list of 50,000 statements is never read to show fifty: each kind of list has a query for the ids in their order, and
only the records of the part asked for are made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, case, func, or_, select, tuple_

from counterclaim.records import Manner, UsageError
from counterclaim.store.filters import Filter, entities_named, outlets
from counterclaim.store.rows import chunks
from counterclaim.store.schema import (
    CLAIMS,
    DATED,
    ENTITIES,
    FIGURES,
    INCIDENT_CLAIMS,
    INCIDENTS,
    LOOKUP,
    REPORTS,
    SEARCH,
    STATEMENTS,
)
from counterclaim.store.sqlite import words_matching
from counterclaim.store.words import days, wanted

if TYPE_CHECKING:
    from counterclaim.store.view import View

#: More than any list has.
_ALL = 1 << 40
#: As many ids as are looked up one by one; for more, a whole list is gone through.
_FEW = 500
#: A statement of at most so many words stands after longer ones.
_FEW_WORDS = 3
#: Longer times are not known well enough to stand among the days.
_MONTH = 31
Range = tuple[str, str] | None
K = TypeVar("K")
_Time = tuple[str | None, str | None]
_NO_DAYS: _Time = (None, None)


@dataclass(frozen=True, slots=True)
class Part:
    """The records of a list from one place on, and how many the whole list has."""

    records: list[Any]
    total: int


@dataclass(frozen=True, slots=True)
class Days:
    """How many claims say that something happened between two days, which are one for a whole day; `range` is None
    for claims whose time tells of no year."""

    range: Range
    claims: int


def part(view: View, kind: str, wish: Filter, order: str | None, start: int, limit: int) -> Part:
    """The records of `kind`, a key of `_LISTS`, from number `start` on; `timeline` has those of the time line.

    Raises `UsageError` for an order that the list does not have.
    """
    table, orders = _LISTS[kind]
    known = order or next(iter(orders))
    if known not in orders:
        raise UsageError(f'{kind} cannot be sorted by "{order}"; sort by {", ".join(orders)}')
    ids, total = orders[known](view.connection, wish, start, limit)
    return Part(in_order(view.records(table, ids), ids), total)


def in_order(records: Iterable[Any], ids: Sequence[str]) -> list[Any]:
    """Records in the order of these ids."""
    found = {record.id: record for record in records}
    return [found[id_] for id_ in ids if id_ in found]


def days_of(connection: Connection) -> list[Days]:
    """How many claims there are of each time, in the order of the time line: days and months as they follow each
    other, the wider of two that begin alike first; then longer times; and last those without a year."""
    query = select(DATED.c.first_day, DATED.c.last_day, func.count()).group_by(DATED.c.first_day, DATED.c.last_day)
    found = [Days((first, last) if first else None, count) for first, last, count in connection.execute(query)]
    return sorted(found, key=lambda one: _by_time(one.range))


def width(range_: Range) -> str:
    """Whether a time is a day or a month ("day"), longer ("wide"), or tells of no year ("none")."""
    if range_ is None:
        return "none"
    first, last = (date.fromisoformat(day) for day in range_)
    return "wide" if (last - first).days > _MONTH else "day"


def _by_time(range_: Range) -> tuple[int, str, int]:
    """The order of the time line. A year that a report looks back on would else stand before all that was in it."""
    if range_ is None:
        return 2, "", 0
    return int(width(range_) == "wide"), range_[0], -date.fromisoformat(range_[1]).toordinal()


_Found = tuple[list[str], int]
_Query = Callable[[Connection, Filter, int, int], _Found]


def _paged(connection: Connection, query: Select[Any], start: int, limit: int) -> _Found:
    """The ids of one part of `query`, and how many rows it has."""
    ids = list(connection.scalars(query.limit(limit).offset(start)))
    if start == 0 and len(ids) < limit:
        return ids, len(ids)
    return ids, connection.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0


def _statements(*order: ColumnElement[Any]) -> _Query:
    def query(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
        chosen = select(STATEMENTS.c.id).where(*wish.conditions("statements", connection)).order_by(*order)
        return _paged(connection, chosen, start, limit)

    return query


def _cut(
    groups: Iterable[tuple[K, int]], ids_of: Callable[[list[K]], Mapping[K, list[str]]], start: int, limit: int
) -> _Found:
    """The ids of one part of a list that comes in groups of known sizes: only groups that reach into it are asked for,
    and all of these at once."""
    reaching: list[tuple[K, int]] = []
    reached = 0
    for key, count in groups:
        if reached < start + limit and reached + count > start:
            reaching.append((key, reached))
        reached += count
    found = ids_of([key for key, _ in reaching]) if reaching else {}
    ids = [id_ for key, at in reaching for id_ in found[key][max(0, start - at) : max(0, start + limit - at)]]
    return ids, reached


def _rows_of(
    connection: Connection, query: Select[Any], first: Column[Any], last: Column[Any], times: list[Any]
) -> Any:
    """The rows of a query whose two columns of days are one of `times`; None stands for no days."""
    known = [time for time in times if time != _NO_DAYS]
    for some in chunks(known):
        yield from connection.execute(query.where(tuple_(first, last).in_(some)))
    if len(known) < len(times):
        yield from connection.execute(query.where(first.is_(None)))


def _by_day(kind: str) -> _Query:
    """Records in the order of their days, as filters know them, then by report and text; those without a day last."""
    table = {"statements": STATEMENTS, "figures": FIGURES}[kind]
    first, last = LOOKUP.c.first_day, LOOKUP.c.last_day

    def query(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
        chosen = _chosen_by_day(connection, table, wish.conditions(kind, connection))
        if chosen is None:
            counts = select(first, last, func.count()).where(LOOKUP.c.kind == kind).group_by(first, last)
            groups = [((one, other), count) for one, other, count in connection.execute(counts)]
        else:
            groups = [(when, len(ids)) for when, ids in chosen.items()]
        groups.sort(key=lambda group: (group[0] == _NO_DAYS, group[0][0] or "", group[0][1] or ""))

        def of_days(times: list[_Time]) -> dict[_Time, list[str]]:
            ids = select(table.c.id, first, last).join(LOOKUP, LOOKUP.c.record == table.c.id)
            ids = ids.where(LOOKUP.c.kind == kind).order_by(table.c.report, table.c.position)
            found: dict[_Time, list[str]] = {time: [] for time in times}
            for id_, *time in _rows_of(connection, ids, first, last, times):
                if chosen is None or id_ in chosen[time[0], time[1]]:
                    found[time[0], time[1]].append(id_)
            return found

        return _cut(groups, of_days, start, limit)

    return query


def _chosen_by_day(
    connection: Connection, table: Table, conditions: Sequence[ColumnElement[bool]]
) -> dict[_Time, set[str]] | None:
    """The ids of the records of a table that fit conditions, by their days; None where there are no conditions."""
    if not conditions:
        return None
    chosen = set(connection.scalars(select(table.c.id).where(*conditions)))
    rows = select(LOOKUP.c.record, LOOKUP.c.first_day, LOOKUP.c.last_day).where(LOOKUP.c.kind == table.name)
    if len(chosen) <= _FEW:
        rows = rows.where(LOOKUP.c.record.in_(chosen))
    found: dict[_Time, set[str]] = {}
    # An index has all that this reads; joined in the database it took five times as long for 10,000 figures.
    for id_, first, last in connection.execute(rows):
        if id_ in chosen:
            found.setdefault((first, last), set()).add(id_)
    return found


def timeline(view: View, wish: Filter, start: int, limit: int) -> tuple[Part, list[Days]]:
    """One part of the time line, and how many claims the whole of it has of each time."""
    connection = view.connection
    chosen = _claims_asked_for(connection, wish)
    times = days_of(connection) if chosen is None else [Days(when, len(ids)) for when, ids in chosen.items()]

    def of_times(ranges: list[Range]) -> dict[Range, list[str]]:
        return _claims_of(connection, ranges, chosen)

    ids, total = _cut([(one.range, one.claims) for one in times], of_times, start, limit)
    return Part(in_order(view.records("claims", ids), ids), total), times


def _claims_asked_for(connection: Connection, wish: Filter) -> dict[Range, list[str]] | None:
    """The ids of the claims that fit a filter, by time; None where nothing is filtered, so that nobody reads them all.

    A filter is asked once: a query for each time of a page would have it work as often."""
    conditions = wish.conditions("claims", connection)
    if not conditions:
        return None
    query = select(DATED.c.claim, DATED.c.first_day, DATED.c.last_day)
    found: dict[Range, list[str]] = {}
    for claim, first, last in connection.execute(query.join(CLAIMS, CLAIMS.c.id == DATED.c.claim).where(*conditions)):
        found.setdefault((first, last) if first else None, []).append(claim)
    return {when: found[when] for when in sorted(found, key=_by_time)}


def _claims_of(
    connection: Connection, ranges: list[Range], chosen: Mapping[Range, list[str]] | None
) -> dict[Range, list[str]]:
    """The ids of the claims of these times (all of them, or the chosen ones), in the order in which they are shown."""
    first, last = DATED.c.first_day, DATED.c.last_day
    query = (
        select(first, last, DATED.c.claim, INCIDENT_CLAIMS.c.incident)
        .join(CLAIMS, CLAIMS.c.id == DATED.c.claim)
        .outerjoin(INCIDENT_CLAIMS, INCIDENT_CLAIMS.c.claim == DATED.c.claim)
        .order_by(CLAIMS.c.report, CLAIMS.c.position)
    )
    if chosen is None:
        rows = list(_rows_of(connection, query, first, last, [range_ or _NO_DAYS for range_ in ranges]))
    else:
        ids = [id_ for range_ in ranges for id_ in chosen[range_]]
        rows = [row for some in chunks(ids) for row in connection.execute(query.where(DATED.c.claim.in_(some)))]
    found: dict[Range, list[tuple[str, str | None]]] = {range_: [] for range_ in ranges}
    tellings: dict[tuple[Range, str | None], int] = {}
    for begin, end, claim, incident in rows:
        range_ = (begin, end) if begin else None
        found[range_].append((claim, incident))
        tellings[range_, incident] = tellings.get((range_, incident), 0) + 1
    return {
        range_: [
            claim
            for claim, incident in sorted(
                told, key=lambda one: (one[1] is None, -tellings[range_, one[1]], one[1] or "")
            )
        ]
        for range_, told in found.items()
    }


def _events(bare_last: bool) -> _Query:
    """Claims that tell of an event: report by report in the order of their dates, and each report's as they stand; at
    will, those in which nobody does anything to anybody after all others."""
    nobody = and_(CLAIMS.c.agent == "[]", CLAIMS.c.patient == "[]")
    bare = case((nobody, int(bare_last)), else_=0)

    def query(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
        conditions = [CLAIMS.c.event.is_not(None), *wish.conditions("claims", connection)]
        counts = select(bare, CLAIMS.c.report, func.count()).where(*conditions).group_by(bare, CLAIMS.c.report)
        published = dict(connection.execute(select(REPORTS.c.id, REPORTS.c.published)).all())
        groups = [((last, report), count) for last, report, count in connection.execute(counts)]
        groups.sort(key=lambda group: (group[0][0], _undated_last(published[group[0][1]], group[0][1])))

        def of_reports(keys: list[tuple[int, str]]) -> dict[tuple[int, str], list[str]]:
            here = select(bare, CLAIMS.c.report, CLAIMS.c.id).where(*conditions)
            here = here.order_by(CLAIMS.c.report, CLAIMS.c.position)
            found: dict[tuple[int, str], list[str]] = {key: [] for key in keys}
            for some in chunks(sorted({report for _, report in keys})):
                for last, report, id_ in connection.execute(here.where(CLAIMS.c.report.in_(some))):
                    found.setdefault((last, report), []).append(id_)
            return found

        return _cut(groups, of_reports, start, limit)

    return query


def _undated_last(date_: str | None, id_: str) -> tuple[bool, str, str]:
    return date_ is None, date_ or "", id_


def _entities(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
    chosen = select(ENTITIES.c.id)
    if wish.who is not None:
        chosen = chosen.where(ENTITIES.c.id.in_(entities_named(wish.who)))
    order = (ENTITIES.c.mentions.desc(), ENTITIES.c.name, ENTITIES.c.id)
    return _paged(connection, chosen.order_by(*order), start, limit)


def _newest_reports(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
    """Reports by date, the newest first and those without a date last."""
    ids, total = _reports(connection, wish, 0, _ALL)
    dated = set(connection.scalars(select(REPORTS.c.id).where(REPORTS.c.published.is_not(None))))
    found = [id_ for id_ in reversed(ids) if id_ in dated] + [id_ for id_ in ids if id_ not in dated]
    return found[start : start + limit], total


def _reports(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
    """Reports by date; `about` is found in the title, the outlet, the byline or the text."""
    query = select(REPORTS.c.id, REPORTS.c.published)
    if wish.outlet is not None:
        query = query.where(REPORTS.c.outlet.in_(outlets(wish.outlet, connection)))
    found = [row for row in connection.execute(query) if wish.allows(days(row.published))]
    if wish.about is not None:
        telling = _searched(connection, "reports", wish.about)
        found = [row for row in found if row.id in telling]
    found.sort(key=lambda row: _undated_last(row.published, row.id))
    return [row.id for row in found[start : start + limit]], len(found)


def _incidents(*order: ColumnElement[Any]) -> _Query:
    def query(connection: Connection, wish: Filter, start: int, limit: int) -> _Found:
        incidents = INCIDENTS.c
        if wish == Filter():
            return _paged(connection, select(incidents.id).order_by(*order), start, limit)
        columns = (incidents.id, incidents.since, incidents.until, incidents.reports)
        rows = connection.execute(select(*columns).order_by(*order)).all()
        found = [row.id for row in _incidents_asked_for(connection, rows, wish)]
        return found[start : start + limit], len(found)

    return query


def _incidents_asked_for(connection: Connection, rows: Sequence[Any], wish: Filter) -> Iterator[Any]:
    told = None
    if wish.outlet is not None:
        in_outlets = REPORTS.c.outlet.in_(outlets(wish.outlet, connection))
        told = set(connection.scalars(select(REPORTS.c.id).where(in_outlets)))
    named = None if wish.about is None else _searched(connection, "incidents", wish.about)
    for row in rows:
        if told is not None and told.isdisjoint(json.loads(row.reports)):
            continue
        if named is not None and row.id not in named:
            continue
        if wish.allows(days("/".join(date for date in (row.since, row.until) if date) or None)):
            yield row


def _searched(connection: Connection, kind: str, about: str) -> set[str]:
    """The ids of the records of a kind that full text finds `about` in, as it stands."""
    matching = words_matching([wanted(about).strip()]).subquery()
    query = select(SEARCH.c.record).join(matching, matching.c.id == SEARCH.c.id).where(SEARCH.c.kind == kind)
    return set(connection.scalars(query))


def _weight() -> ColumnElement[int]:
    """As `apps.ordering` has it: words of somebody (0), a few words or those of nobody known (1), own voice (2)."""
    words = select(LOOKUP.c.words).where(LOOKUP.c.record == STATEMENTS.c.id).scalar_subquery()
    number = func.length(words) - func.length(func.replace(words, " ", ""))  # a space stands before every word
    small = or_(STATEMENTS.c.sources == "[]", number <= _FEW_WORDS)
    return case((STATEMENTS.c.manner == Manner.NARRATION.value, 2), (small, 1), else_=0)


_TEXT = (STATEMENTS.c.report, STATEMENTS.c.position)
_DAY = (INCIDENTS.c.since.is_(None), INCIDENTS.c.since, INCIDENTS.c.id)
#: Each list: the table of its records, and its orders by name, of which the first holds where none is asked for.
_LISTS: Mapping[str, tuple[str, Mapping[str, _Query]]] = {
    "statements": (
        "statements",
        {
            "speaker": _statements(_weight(), STATEMENTS.c.confidence.desc().nulls_last(), *_TEXT),
            "confidence": _statements(STATEMENTS.c.confidence.desc().nulls_last(), *_TEXT),
            "text": _statements(*_TEXT),
            "date": _by_day("statements"),
        },
    ),
    "figures": ("figures", {"date": _by_day("figures")}),
    "events": ("claims", {"date": _events(bare_last=False), "told": _events(bare_last=True)}),
    "entities": ("entities", {"mentions": _entities}),
    "reports": ("reports", {"date": _reports, "newest": _newest_reports}),
    "incidents": (
        "incidents",
        {
            "told": _incidents(INCIDENTS.c.origins.desc(), func.length(INCIDENTS.c.reports).desc(), *_DAY),
            "date": _incidents(*_DAY),
        },
    ),
}
