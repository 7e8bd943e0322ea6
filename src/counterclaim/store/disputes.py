"""Which disputes a user asks for, as conditions in SQL, and what there is to choose from among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Select, case, or_, select, union

from counterclaim.records import Slot, Status, UsageError
from counterclaim.store.facets import Choice, Chosen, count_columns, count_facets
from counterclaim.store.filters import entities_named, outlets
from counterclaim.store.schema import DISPUTE_FACETS, DISPUTES, SEARCH
from counterclaim.store.spellings import spellings
from counterclaim.store.sqlite import words_matching
from counterclaim.store.words import wanted, wanted_days

#: Those first that a person confirmed, then the best; those that a person rejected last, whatever their score.
ORDER = (
    case({Status.CONFIRMED.value: 0, Status.REJECTED.value: 2}, value=DISPUTES.c.status, else_=1),
    DISPUTES.c.score.desc(),
    DISPUTES.c.id,
)
#: How many people, places and outlets a list offers to choose from. The rest is found by typing.
_MOST = 12


@dataclass(frozen=True, slots=True)
class DisputeWish:
    """What is asked of disputes; None asks for nothing. `who` holds one of the answers; `about` is found in question,
    answers, holders and evidence; `place` is where one of the accounts sets it; since, until and outlet ask for one
    statement in that time and outlet. Names are given as `Filter` says."""

    who: str | None = None
    about: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    slot: str | None = None
    status: str | None = None

    def conditions(self, connection: Connection) -> list[ColumnElement[bool]]:
        """The conditions for disputes. Raises `UsageError` for a slot, a status or a date that there is not."""
        for asked, closed, what in ((self.slot, list(Slot), "slot"), (self.status, list(Status), "status")):
            if asked is not None and asked not in closed:
                raise UsageError(f'there is no {what} "{asked}"; it is one of {", ".join(closed)}')
        conditions: list[ColumnElement[bool]] = []
        if self.slot is not None:
            conditions.append(DISPUTES.c.slot == str(self.slot))
        if self.status is not None:
            conditions.append(DISPUTES.c.status == str(self.status))
        for kind, name in (("who", self.who), ("place", self.place)):
            if name is not None:
                conditions.append(_having(kind, name))
        if self.about is not None:
            conditions.append(_speaks_of(self.about, connection))
        if (self.since, self.until, self.outlet) != (None, None, None):
            conditions.append(DISPUTES.c.id.in_(self._said(connection)))
        return conditions

    def _said(self, connection: Connection) -> Select[tuple[str]]:
        facets = DISPUTE_FACETS.c
        query = select(facets.dispute).where(facets.kind == "said")
        if self.since is not None:
            query = query.where(facets.last_day >= wanted_days(self.since)[0])
        if self.until is not None:
            query = query.where(facets.first_day <= wanted_days(self.until)[1])
        return query if self.outlet is None else query.where(facets.value.in_(outlets(self.outlet, connection)))


@dataclass(frozen=True, slots=True)
class Choices:
    """The part of the disputes that fit a wish (ids, in their order), how many fit, and what they can be narrowed to:
    by slot, status, who, place, outlet and date. What could be chosen in the place of a choice is counted too."""

    ids: list[str]
    total: int
    by: Mapping[str, list[Choice]]


def choices(connection: Connection, wish: DisputeWish, start: int, limit: int) -> Choices:
    """What disputes that fit `wish` can be narrowed to. Raises as `DisputeWish.conditions`."""

    def among(**off: None) -> Chosen:
        if all(getattr(wish, name) is None for name in off):
            return fitting
        return _chosen(connection, replace(wish, **off))

    fitting = _chosen(connection, wish)
    part = select(DISPUTES.c.id).where(*fitting.where()).order_by(*ORDER).offset(start).limit(limit)
    total, by = count_columns(connection, among(status=None, slot=None), status=wish.status, slot=wish.slot)
    free = [kind for kind in ("who", "place", "outlet") if getattr(wish, kind) is None]
    by |= count_facets(connection, fitting, free, _MOST)
    for kind in {"who", "place", "outlet"} - set(free):
        by |= count_facets(connection, among(**{kind: None}), [kind], _MOST)
    whenever = among(since=None, until=None)
    by["date"] = count_facets(connection, whenever, ["year"], _MOST)["year"]
    if year := year_of(wish.since, wish.until) or (by["date"][0].value if len(by["date"]) == 1 else None):
        months = count_facets(connection, whenever, ["month"], _MOST)["month"]
        by["date"] = [month for month in months if month.value.startswith(year)]
    return Choices(list(connection.scalars(part)), total, by)


def _chosen(connection: Connection, wish: DisputeWish) -> Chosen:
    """The conditions of `wish`, those that look into other tables looked up once instead of for every count."""
    conditions = wish.conditions(connection)
    if replace(wish, slot=None, status=None) == DisputeWish():
        return Chosen(conditions)
    return Chosen(ids=list(connection.scalars(select(DISPUTES.c.id).where(*conditions))))


def year_of(since: str | None, until: str | None) -> str | None:
    """The year that is asked for, or that the month that is asked for lies in; None for any other time."""
    return since[:4] if since is not None and since == until and len(since) in (4, 7) else None


def _having(kind: str, name: str) -> ColumnElement[bool]:
    """Whether a dispute has somebody or a place of this name: an entity of the ledger, or words of a report that mean
    none. Each query has an index of its own; joined by "or", SQLite used neither."""
    facets = DISPUTE_FACETS.c
    of_kind = select(facets.dispute).where(facets.kind == kind)
    unresolved = of_kind.where(facets.value.is_(None), facets.words.contains(wanted(name), autoescape=True))
    return DISPUTES.c.id.in_(union(of_kind.where(facets.value.in_(entities_named(name))), unresolved))


def _speaks_of(about: str, connection: Connection) -> ColumnElement[bool]:
    matching = words_matching([[wanted(about).strip(), *spellings(connection, about)]]).subquery()
    said = select(SEARCH.c.record).join(matching, matching.c.id == SEARCH.c.id).where(SEARCH.c.kind == "disputes")
    return or_(DISPUTES.c.id.in_(said), _having("who", about))
