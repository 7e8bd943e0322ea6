"""Ledger entities in the place of the reports' own: who a `Who` is, once reports are linked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from counterclaim.records import Who
from counterclaim.store.rows import chunks
from counterclaim.store.schema import ENTITIES, MEMBERS


class Names:
    """Looks entities up in batches and remembers them: one query for some hundred records, not one for each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[str, str] | None] = {}

    def fetch(self, ids: Iterable[str]) -> None:
        """Makes `put` ready for these ids, which are of reports' own entities or of the ledger's."""
        missing = sorted(set(ids) - self._known.keys())
        of_ledger = select(ENTITIES.c.id, ENTITIES.c.id, ENTITIES.c.name)
        of_reports = select(MEMBERS.c.local, ENTITIES.c.id, ENTITIES.c.name).join(
            ENTITIES, ENTITIES.c.id == MEMBERS.c.entity
        )
        for part in chunks(missing):
            self._known.update(dict.fromkeys(part))
            # The reports' own come last: what a report calls X is what its member row says, whatever else is called X.
            for query in (of_ledger.where(ENTITIES.c.id.in_(part)), of_reports.where(MEMBERS.c.local.in_(part))):
                for id_, entity, name in self._connection.execute(query):
                    self._known[id_] = (entity, name)

    def put(self, who: Who) -> Who:
        """`who` with the ledger's entity and its name; with no entity and the report's words where there is none."""
        known = self._known.get(who.entity) if who.entity is not None else None
        if known is None:
            return Who(None, who.name, who.span, who.unnamed)
        return Who(known[0], known[1], who.span, who.unnamed)
