"""What a user asks a list for, as conditions in SQL: who says it, what about, when, in which outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, Table, func, select, true, union

from counterclaim.records import Happened, Manner
from counterclaim.records.ids import ID_LENGTH
from counterclaim.store.schema import (
    ALIASES,
    CLAIMS,
    ENTITIES,
    FIGURES,
    INCIDENTS,
    LOOKUP,
    LOOKUP_WHO,
    MEMBERS,
    REPORTS,
    SEARCH,
    STATEMENTS,
)
from counterclaim.store.spellings import spellings
from counterclaim.store.sqlite import words_matching
from counterclaim.store.words import fold, wanted, wanted_days

_ID = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")
_TABLES: dict[str, Table] = {"statements": STATEMENTS, "claims": CLAIMS, "figures": FIGURES}
_SAYS = ("source", "via")
#: Who does what a claim tells or what was counted; a user who asks for somebody wants deeds as well as words.
_DOES = {"claims": ("agent",), "figures": ("by",)}
#: Whom a record is about: everybody in it but who says it.
_ABOUT = ("content", "addressee", "agent", "patient", "place", "argument", "side", "by")
#: Those of them whose words need not stand in the words of the record.
_ASIDE = {
    "statements": ("addressee",),
    "claims": ("agent", "patient", "place", "argument"),
    "figures": ("side", "by", "place"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; None asks for nothing.

    `who` and `about` are the id or alias of an entity, or the beginning of words, whatever their case and accents:
    in a spelling of an entity, in what a report calls it, and for `about` anywhere in the words that were said.
    `since` and `until` are dates as partial as one likes; what may lie in between is in, what has no date is not.
    `outlet` is the beginning of words of its name. `happened` asks for figures of those to whom that happened. Without
    `own`, statements that outlets make in their own voice are left out.
    """

    who: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    happened: Happened | None = None
    own: bool = True

    def conditions(self, name: str, connection: Connection) -> list[ColumnElement[bool]]:
        """The conditions for the records of table `name`: statements, claims or figures.

        Raises `UsageError` where a date is none or there is no word to look for.
        """
        table = _TABLES[name]
        conditions: list[ColumnElement[bool]] = []
        if self.who is not None:
            conditions.append(table.c.id.in_(self._by(self.who, name, connection)))
        if self.about is not None:
            conditions.append(table.c.id.in_(_about(self.about, name, connection)))
        if self.since is not None or self.until is not None:
            conditions.append(table.c.id.in_(select(LOOKUP.c.record).where(LOOKUP.c.kind == name, *self._when())))
        if self.outlet is not None:
            reports = select(REPORTS.c.id).where(REPORTS.c.outlet.in_(outlets(self.outlet, connection)))
            conditions.append(table.c.report.in_(reports))
        if self.happened is not None and name == "figures":
            conditions.append(FIGURES.c.happened.contains(f'"{self.happened.value}"', autoescape=True))
        if not self.own and name == "statements":
            conditions.append(STATEMENTS.c.manner != Manner.NARRATION.value)
        return conditions

    def _by(self, who: str, name: str, connection: Connection) -> CompoundSelect[tuple[str]]:
        """The ids of the records of table `name` that are said, and the deeds that are done, by `who`."""
        says = union(*_naming(who, _SAYS, connection))
        if name == "statements":
            return says
        table = _TABLES[name]
        does = _naming(who, _DOES[name], connection)
        return union(select(table.c.id).where(table.c.statement.in_(says)), *does)

    def _when(self) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if self.since is not None:
            conditions.append(LOOKUP.c.last_day >= wanted_days(self.since)[0])
        if self.until is not None:
            conditions.append(LOOKUP.c.first_day <= wanted_days(self.until)[1])
        return conditions

    def allows(self, range_: tuple[str, str] | None) -> bool:
        """Whether what happened between two days (None where that is not known) may lie in the time asked for."""
        if self.since is None and self.until is None:
            return True
        if range_ is None:
            return False
        after = self.since is None or range_[1] >= wanted_days(self.since)[0]
        return after and (self.until is None or range_[0] <= wanted_days(self.until)[1])


def entities_named(name: str) -> CompoundSelect[tuple[str]]:
    """The ids of the ledger's entities that a user may mean by `name`: an id, an alias, or the beginning of words."""
    return union(
        select(ENTITIES.c.id).where(ENTITIES.c.id == name),
        select(ALIASES.c.record).where(ALIASES.c.kind == "entities", ALIASES.c.alias == name),
        select(LOOKUP_WHO.c.record).where(
            LOOKUP_WHO.c.role == "name", LOOKUP_WHO.c.words.contains(wanted(name), autoescape=True)
        ),
    )


def outlets(name: str, connection: Connection) -> list[str]:
    """The outlets of the ledger that a user may mean by `name`."""
    words = wanted(name)
    known = connection.scalars(select(REPORTS.c.outlet).where(REPORTS.c.outlet.is_not(None)).distinct())
    return sorted(outlet for outlet in known if words in fold(outlet))


def entity_meant(name: str, connection: Connection) -> str | None:
    """The entity whose id or alias `name` is; None where it is neither, and so a name or a part of one."""
    if not _ID.fullmatch(name):
        return None
    own = connection.scalar(select(ENTITIES.c.id).where(ENTITIES.c.id == name))
    of_alias = select(ALIASES.c.record).where(ALIASES.c.kind == "entities", ALIASES.c.alias == name)
    return own or connection.scalar(of_alias.limit(1))


def _about(about: str, name: str, connection: Connection) -> Select[tuple[str]] | CompoundSelect[tuple[str]]:
    """The ids of the records of table `name` that speak of `about`."""
    meant = entity_meant(about, connection)
    at = [_counted_at(about, connection)] if name == "figures" else []
    if meant is not None:
        return union(_speaking_of(meant, _ABOUT), *at)
    called = _called(about, _ASIDE[name])
    worded = [_worded(wanted(words), name) for words in (about, *spellings(connection, about))]
    return union(*worded, called, _speaking_of(entities_named(about), _ABOUT), *at)


def _counted_at(place: str, connection: Connection) -> Select[tuple[str]]:
    """The ids of the figures of incidents at a place: the sentence of a figure seldom says where it was. A place is
    meant by its id or the name it goes by; a spelling may be that of one of several places taken for one."""
    named = connection.execute(select(ENTITIES.c.id, ENTITIES.c.name).where(ENTITIES.c.id.in_(entities_named(place))))
    meant = entity_meant(place, connection)
    ids = [id_ for id_, name in named if id_ == meant or (meant is None and wanted(place) in fold(name))]
    figures = func.json_each(INCIDENTS.c.figures).table_valued("value")
    entity = func.json_extract(INCIDENTS.c.place, "$.entity")
    found = select(figures.c.value).select_from(INCIDENTS).join(figures, true())
    return found.where(entity.in_(ids))


def _worded(words: str, name: str) -> Select[tuple[str]]:
    """The ids of the records of table `name` in whose own words there are these. Full text first finds the statements
    that may have them: to read the words of all took ten times as long at 50,000 statements."""
    found = select(LOOKUP.c.record).where(LOOKUP.c.kind == name, LOOKUP.c.words.contains(words, autoescape=True))
    if name == "figures":
        return found
    matching = words_matching([words.strip()]).subquery()
    said = select(SEARCH.c.record).join(matching, matching.c.id == SEARCH.c.id).where(SEARCH.c.kind == "statements")
    if name == "statements":
        return found.where(LOOKUP.c.record.in_(said))
    return found.where(LOOKUP.c.record.in_(select(CLAIMS.c.id).where(CLAIMS.c.statement.in_(said))))


def _naming(name: str, roles: Sequence[str], connection: Connection) -> tuple[Select[tuple[str]], ...]:
    """The ids of the records in which somebody of that `name` has one of these `roles`: by the report's words, and
    by the ledger's entity. Each query has an index of its own; joined by "or", SQLite used neither. An id leads to its
    entity alone."""
    meant = entity_meant(name, connection)
    if meant is not None:
        return (_speaking_of(meant, roles),)
    return _called(name, roles), _speaking_of(entities_named(name), roles)


def _called(name: str, roles: Sequence[str]) -> Select[tuple[str]]:
    words = LOOKUP_WHO.c.words.contains(wanted(name), autoescape=True)
    return select(LOOKUP_WHO.c.record).where(LOOKUP_WHO.c.role.in_(roles), words)


def _speaking_of(entity: str | CompoundSelect[tuple[str]], roles: Sequence[str]) -> Select[tuple[str]]:
    meant = MEMBERS.c.entity == entity if isinstance(entity, str) else MEMBERS.c.entity.in_(entity)
    in_role = select(LOOKUP_WHO.c.record).where(LOOKUP_WHO.c.role.in_(roles), meant)
    return in_role.join(MEMBERS, MEMBERS.c.local == LOOKUP_WHO.c.entity)
