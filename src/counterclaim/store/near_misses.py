"""Pairs that were compared and are no dispute: the list of them, and those beside a dispute."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from counterclaim.records import Dispute, Judgement, Slot, UnknownId, UsageError, Verdict
from counterclaim.store.facets import Choice
from counterclaim.store.filters import outlets
from counterclaim.store.rows import chunks
from counterclaim.store.schema import CLAIMS, FIGURES, JUDGEMENTS, REPORTS
from counterclaim.store.words import fold, wanted

if TYPE_CHECKING:
    from counterclaim.store.view import View

_ORDER = (JUDGEMENTS.c.score.desc(), JUDGEMENTS.c.id)
_NEAR = (
    JUDGEMENTS.c.kind == "compare",
    JUDGEMENTS.c.verdict != Verdict.CONFLICT.value,
    JUDGEMENTS.c.person.is_(False),
)


@dataclass(frozen=True, slots=True)
class NearMissWish:
    """What is asked of near misses; None asks for nothing. `about` is found in the evidence, and one piece of that is
    in a report of `outlet`."""

    about: str | None = None
    outlet: str | None = None
    slot: str | None = None
    verdict: str | None = None

    def conditions(self, view: View) -> list[ColumnElement[bool]]:
        """The conditions for judgements. Raises `UsageError` for a slot or verdict that there is not."""
        for asked, closed, what in ((self.slot, list(Slot), "slot"), (self.verdict, list(Verdict), "verdict")):
            if asked is not None and asked not in closed:
                raise UsageError(f'there is no {what} "{asked}"; it is one of {", ".join(closed)}')
        conditions: list[ColumnElement[bool]] = list(_NEAR)
        if self.slot is not None:
            conditions.append(JUDGEMENTS.c.slot == str(self.slot))
        if self.verdict is not None:
            conditions.append(JUDGEMENTS.c.verdict == str(self.verdict))
        if (self.about, self.outlet) != (None, None):
            conditions.append(JUDGEMENTS.c.id.in_(self._by_evidence(view)))
        return conditions

    def _by_evidence(self, view: View) -> list[str]:
        words = None if self.about is None else wanted(self.about)
        told: set[str] | None = None
        if self.outlet is not None:
            named = outlets(self.outlet, view.connection)
            told = set(view.connection.scalars(select(REPORTS.c.id).where(REPORTS.c.outlet.in_(named))))
        found = []
        for id_, evidence in view.connection.execute(select(JUDGEMENTS.c.id, JUDGEMENTS.c.evidence).where(*_NEAR)):
            pieces = json.loads(evidence)
            if told is not None and not any(piece["report"] in told for piece in pieces):
                continue
            if words is None or any(words in fold(piece["text"]) for piece in pieces):
                found.append(id_)
        return found


@dataclass(frozen=True, slots=True)
class NearMisses:
    """A part of the near misses that fit a wish, how many fit, and how many of each verdict there are to choose."""

    records: list[Judgement]
    total: int
    verdicts: list[Choice]


def near_misses(view: View, wish: NearMissWish, start: int, limit: int) -> NearMisses:
    """The near misses from number `start` on, by falling score, then by id."""
    conditions = wish.conditions(view)
    others = NearMissWish(wish.about, wish.outlet, wish.slot).conditions(view)
    counted = (
        select(JUDGEMENTS.c.verdict, func.count().label("number"))
        .where(*others)
        .group_by(JUDGEMENTS.c.verdict)
        .order_by(func.count().desc(), JUDGEMENTS.c.verdict)
    )
    verdicts = [Choice(verdict, verdict, number) for verdict, number in view.connection.execute(counted)]
    chosen = select(JUDGEMENTS.c.id).where(*conditions).order_by(*_ORDER).offset(start).limit(limit)
    total = sum(choice.count for choice in verdicts if wish.verdict in (None, choice.value))
    return NearMisses(_records(view, chosen), total, verdicts)


def near_miss(view: View, id_: str) -> Judgement:
    """One near miss. Raises `UnknownId` for a judgement of another kind, too."""
    found: Judgement = view.find("judgements", id_)
    if found.kind != "compare" or found.verdict is Verdict.CONFLICT or found.at is not None:
        raise UnknownId(f'judgement "{id_}" is no near miss; list them to see what there is')
    return found


def near_to(view: View, dispute: Dispute, most: int) -> tuple[list[Judgement], int]:
    """The likeliest near misses in which one of the dispute's statements was compared, and how many there are."""
    records = {id_ for side in dispute.sides for id_ in side.statements}
    statements = sorted(records)
    for part in chunks(statements):
        for table in (CLAIMS, FIGURES):
            records.update(view.connection.scalars(select(table.c.id).where(table.c.statement.in_(part))))
    ids: dict[str, float] = {}
    for part in chunks(sorted(records)):
        beside = or_(JUDGEMENTS.c.left.in_(part), JUDGEMENTS.c.right.in_(part))
        scored = select(JUDGEMENTS.c.id, JUDGEMENTS.c.score).where(*_NEAR, beside)
        ids |= {row[0]: row[1] for row in view.connection.execute(scored)}
    best = sorted(ids, key=lambda id_: (-ids[id_], id_))
    return _in_order(view, best[:most]), len(ids)


def _records(view: View, chosen: Select[Any]) -> list[Judgement]:
    return _in_order(view, list(view.connection.scalars(chosen)))


def _in_order(view: View, ids: Sequence[str]) -> list[Judgement]:
    found = {one.id: one for one in view.records("judgements", list(ids))}
    return [found[id_] for id_ in ids]
