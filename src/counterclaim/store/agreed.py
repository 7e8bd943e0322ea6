"""Who tells each piece of what an agreement rests on, and for which state he speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from counterclaim.records import Agreement, Evidence, Manner, Statement
from counterclaim.store.rows import chunks
from counterclaim.store.schema import LOCAL_ENTITIES, MEMBERS, STATEMENTS

if TYPE_CHECKING:
    from counterclaim.store.view import View


@dataclass(frozen=True, slots=True)
class Telling:
    """A piece of evidence with the statement that its words are of; None where they are of none."""

    evidence: Evidence
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement with who tells it. `sides` are the states that those who tell it are, belong to or speak for, as
    far as that is known."""

    agreement: Agreement
    tellings: tuple[Telling, ...]
    sides: frozenset[str]

    @property
    def across(self) -> bool:
        """Whether it is told on more than one side."""
        return len(self.sides) > 1

    @property
    def first_of_each(self) -> list[Telling]:
        """The first telling of each report."""
        return list({one.evidence.report: one for one in reversed(self.tellings)}.values())[::-1]


def agreed(view: View, agreements: Sequence[Agreement]) -> list[Agreed]:
    """These agreements with who tells them: those across sides first, then those of most origins."""
    pieces = list(dict.fromkeys(piece for agreement in agreements for piece in agreement.evidence))
    ids = {piece: id_ for piece in pieces if (id_ := _statement_at(view, piece)) is not None}
    said: dict[str, Statement] = {one.id: one for one in view.records("statements", sorted(set(ids.values())))}
    sides = _sides(view, {who.entity for one in said.values() for who in one.sources if who.entity is not None})
    found = []
    for agreement in agreements:
        tellings = tuple(Telling(piece, said.get(ids.get(piece, ""))) for piece in agreement.evidence)
        tellers = [who.entity for one in tellings if one.statement for who in one.statement.sources if who.entity]
        found.append(Agreed(agreement, tellings, frozenset(sides[id_] for id_ in tellers if id_ in sides)))
    return sorted(found, key=lambda one: (not one.across, -one.agreement.origins, one.agreement.id))


def _statement_at(view: View, piece: Evidence) -> str | None:
    """The statement that most of the piece is of: one of somebody's before one that the outlet tells itself."""
    best: tuple[tuple[bool, int, int], str] | None = None
    found = view.connection.execute(_AT, {"report": piece.report, "start": piece.start, "end": piece.end})
    for id_, manner, start, end in found:
        shared = min(piece.end, end) - max(piece.start, start)
        own = manner == Manner.NARRATION.value
        if not own and 2 * shared < piece.end - piece.start and 2 * shared < end - start:
            continue  # a word or two that somebody is quoted with in it
        key = (own, -shared, end - start)
        if best is None or (key, id_) < best:
            best = key, id_
    return best[1] if best else None


_START = func.json_extract(STATEMENTS.c.content, "$[0].start")
_END = func.json_extract(STATEMENTS.c.content, "$[#-1].end")
_AT = select(STATEMENTS.c.id, STATEMENTS.c.manner, _START, _END).where(
    STATEMENTS.c.report == bindparam("report"), bindparam("end") > _START, bindparam("start") < _END
)


def _sides(view: View, entities: set[str]) -> dict[str, str]:
    """The state that most of the reports have these entities of the ledger be, belong to or speak for."""
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for part in chunks(sorted(entities)):
        query = (
            select(MEMBERS.c.entity, LOCAL_ENTITIES.c.side, func.count())
            .join(LOCAL_ENTITIES, LOCAL_ENTITIES.c.id == MEMBERS.c.local)
            .where(MEMBERS.c.entity.in_(part), LOCAL_ENTITIES.c.side.is_not(None))
            .group_by(MEMBERS.c.entity, LOCAL_ENTITIES.c.side)
        )
        for entity, side, count in view.connection.execute(query):
            counted[entity][side] = count
    return {entity: min(sides, key=lambda side: (-sides[side], side)) for entity, sides in counted.items()}
