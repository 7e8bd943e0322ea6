"""Which disputes a user asks for, as conditions in SQL, and what there is to choose from among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from counterclaim.records import Slot, Status, UsageError
from counterclaim.store.facets import Choice, count_column, count_days, count_facet
from counterclaim.store.filters import entities_named, outlets
from counterclaim.store.schema import DISPUTE_FACETS, DISPUTES, SEARCH
from counterclaim.store.words import wanted, wanted_days

#: The best first; those that a person rejected last, whatever their score.
ORDER = ((DISPUTES.c.status == Status.REJECTED.value), DISPUTES.c.score.desc(), DISPUTES.c.id)
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
                conditions.append(DISPUTES.c.id.in_(_having(kind, name)))
        if self.about is not None:
            conditions.append(_speaks_of(self.about))
        if (self.since, self.until, self.outlet) != (None, None, None):
            conditions.append(DISPUTES.c.id.in_(self._said(connection)))
        return conditions

    def _said(self, connection: Connection) -> Select[tuple[str]]:
        facets = DISPUTE_FACETS.c
        query = select(facets.dispute).where(facets.kind == "outlet")
        if self.since is not None:
            query = query.where(facets.last_day >= wanted_days(self.since)[0])
        if self.until is not None:
            query = query.where(facets.first_day <= wanted_days(self.until)[1])
        return query if self.outlet is None else query.where(facets.value.in_(outlets(self.outlet, connection)))


@dataclass(frozen=True, slots=True)
class Choices:
    """How many disputes fit a wish, and what they can be narrowed to: by slot, status, who, place, outlet and date.
    What is chosen already is shown beside what could be chosen in its place."""

    total: int
    by: Mapping[str, list[Choice]]


def choices(connection: Connection, wish: DisputeWish) -> Choices:
    """What disputes that fit `wish` can be narrowed to. Raises as `DisputeWish.conditions`."""

    def chosen(without: str | None = None) -> Select[tuple[str]]:
        others = replace(wish, **{without: None}) if without else wish
        return select(DISPUTES.c.id).where(*others.conditions(connection))

    total = connection.scalar(select(func.count()).select_from(chosen().subquery())) or 0
    by = {name: count_column(connection, chosen(name), name) for name in ("status", "slot")}
    for kind in ("who", "place", "outlet"):
        by[kind] = count_facet(connection, chosen(kind), kind, _MOST)
    by["date"] = count_days(connection, _any_time(connection, wish), year_of(wish.since, wish.until))
    return Choices(total, by)


def year_of(since: str | None, until: str | None) -> str | None:
    """The year that is asked for, or that the month that is asked for lies in; None for any other time."""
    return since[:4] if since is not None and since == until and len(since) in (4, 7) else None


def _any_time(connection: Connection, wish: DisputeWish) -> Select[tuple[str]]:
    return select(DISPUTES.c.id).where(*replace(wish, since=None, until=None).conditions(connection))


def _having(kind: str, name: str) -> Select[tuple[str]]:
    facets = DISPUTE_FACETS.c
    words = facets.words.contains(wanted(name), autoescape=True)
    return select(facets.dispute).where(facets.kind == kind, or_(facets.value.in_(entities_named(name)), words))


def _speaks_of(about: str) -> ColumnElement[bool]:
    said = select(SEARCH.c.record).where(
        SEARCH.c.kind == "disputes", SEARCH.c.words.contains(wanted(about), autoescape=True)
    )
    return or_(DISPUTES.c.id.in_(said), DISPUTES.c.id.in_(_having("who", about)))
