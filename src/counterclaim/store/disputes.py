"""Which disputes a user asks for. There are hundreds of them, not millions: they are looked at one by one."""

from __future__ import annotations

from sqlalchemy import Connection, select

from counterclaim.records import Dispute
from counterclaim.store.filters import Filter, entities_named, outlets
from counterclaim.store.rows import chunks
from counterclaim.store.schema import LOOKUP, REPORTS
from counterclaim.store.words import fold, wanted

_Circumstances = tuple[tuple[str, str] | None, str | None]


class DisputeFilter:
    """Picks from disputes those that a `Filter` asks for."""

    def __init__(self, connection: Connection, wish: Filter) -> None:
        self._connection = connection
        self._wish = wish

    def of(self, disputes: list[Dispute]) -> list[Dispute]:
        """Those of `disputes` that are asked for, in the same order."""
        wish = self._wish
        if wish.who is not None:
            named, words = self._entities(wish.who), wanted(wish.who)
            disputes = [
                dispute
                for dispute in disputes
                if any(who.entity in named or words in fold(who.name) for side in dispute.sides for who in side.holders)
            ]
        if wish.about is not None:
            named, words = self._entities(wish.about), wanted(wish.about)
            disputes = [dispute for dispute in disputes if _speaks_of(dispute, words, named)]
        if (wish.since, wish.until, wish.outlet) != (None, None, None):
            disputes = self._in_time_and_outlet(disputes)
        return disputes

    def _entities(self, name: str) -> set[str]:
        return set(self._connection.scalars(entities_named(name)))

    def _in_time_and_outlet(self, disputes: list[Dispute]) -> list[Dispute]:
        wish = self._wish
        wanted_outlets = None if wish.outlet is None else set(outlets(wish.outlet, self._connection))
        statements = sorted({id_ for dispute in disputes for side in dispute.sides for id_ in side.statements})
        known = self._circumstances(statements)

        def fits(statement: str) -> bool:
            when, outlet = known.get(statement, (None, None))
            return wish.allows(when) and (wanted_outlets is None or outlet in wanted_outlets)

        return [dispute for dispute in disputes if any(fits(id_) for side in dispute.sides for id_ in side.statements)]

    def _circumstances(self, statements: list[str]) -> dict[str, _Circumstances]:
        """When each statement was made, and in which outlet."""
        known: dict[str, _Circumstances] = {}
        for part in chunks(statements):
            query = (
                select(LOOKUP.c.record, LOOKUP.c.first_day, LOOKUP.c.last_day, REPORTS.c.outlet)
                .join(REPORTS, REPORTS.c.id == LOOKUP.c.report)
                .where(LOOKUP.c.record.in_(part))
            )
            for id_, first, last, outlet in self._connection.execute(query):
                known[id_] = ((first, last) if first is not None else None, outlet)
        return known


def _speaks_of(dispute: Dispute, words: str, entities: set[str]) -> bool:
    spoken = [dispute.question]
    for side in dispute.sides:
        spoken.append(side.answer)
        spoken.extend(evidence.text for evidence in side.evidence)
        if any(who.entity in entities for who in side.holders):
            return True
    return any(words in fold(text) for text in spoken)
