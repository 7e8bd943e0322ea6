"""How a person's word comes into a ledger: each thing one can say, as a method.

    with counterclaim.judge("news.db", "Ada") as ada:
        ada.reject("disputes", "3f9a", "The second report speaks of another strike.")

Every judgement is added, none is edited. `Said.meanwhile` is what others said of the same since it was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from counterclaim.records import Anchor, Evidence, Judgement, Slot, UsageError, Verdict, content_id
from counterclaim.store import fastening, schema
from counterclaim.store.anchored import Ground, Target, anchor_one, persons
from counterclaim.store.corrected import refresh
from counterclaim.store.fastening import Draft
from counterclaim.store.rows import add_rows
from counterclaim.store.schema import CODECS

_LONGEST_REASON, _LONGEST_NAME = 2000, 100


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement that was added, what it is on, and what was said of the same since the person looked."""

    judgement: Judgement
    on: tuple[Target, ...]
    meanwhile: tuple[Judgement, ...] = ()


class Person:
    """Somebody who judges, by name. `docs/review.md` says what each method means and when it takes effect.

    `seen` is when the person was shown what was said so far: the `at` of the last judgement on that record, "" for
    none. Each method raises `UsageError` for what cannot be said or has no reason, and `UnknownId` for a record that
    is not there.
    """

    def __init__(
        self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]], by: str
    ) -> None:
        self.by = " ".join(by.split())
        if not 0 < len(self.by) <= _LONGEST_NAME:
            raise UsageError(f"a judgement needs the name of whoever makes it, of at most {_LONGEST_NAME} characters")
        self._connection = connection
        self._transaction = transaction

    def confirm(self, table: str, id_: str, reason: str, *, seen: str | None = None) -> Said:
        """The accounts do differ (`disputes`), the speaker did change position (`changes`); of a program's own
        `judgements`, a near miss is a dispute after all, and two names do mean one."""
        return self._say(lambda ground: fastening.ruled(ground, table, id_, Verdict.SAME), reason, seen)

    def reject(self, table: str, id_: str, reason: str, *, seen: str | None = None) -> Said:
        """They do not."""
        return self._say(lambda ground: fastening.ruled(ground, table, id_, Verdict.DIFFERENT), reason, seen)

    def join(self, table: str, one: str, other: str, reason: str, *, seen: str | None = None) -> Said:
        """Two `disputes` ask one question, two `incidents` are one happening, two `entities` are one."""
        return self._say(lambda ground: fastening.joined(ground, table, one, other), reason, seen)

    def split(self, table: str, id_: str, parts: Sequence[str], reason: str, *, seen: str | None = None) -> Said:
        """These parts are of another one: answers of one of the `disputes`, claims and figures (ids) of one of the
        `incidents`, one member (the id of a report's own entity) of one of the `entities`."""
        return self._say(lambda ground: fastening.split(ground, table, id_, parts), reason, seen)

    def speaker(
        self, statement: str, name: str, reason: str, *, entity: str | None = None, seen: str | None = None
    ) -> Said:
        """Somebody else says it: an `entity` of the ledger, or a `name`."""
        return self._say(
            lambda ground: fastening.correction(ground, "speaker", "statements", statement, name, entity), reason, seen
        )

    def slot(
        self, record: str, slot: Slot, value: str, reason: str, *, entity: str | None = None, seen: str | None = None
    ) -> Said:
        """A slot of a claim or figure is another: who, where, when (a date), polarity, count ("low/best/high")."""
        return self._say(lambda ground: fastening.slot(ground, record, slot, value, entity), reason, seen)

    def mention(self, mention: str, entity: str, reason: str, *, seen: str | None = None) -> Said:
        """These words mean another entity of the ledger."""
        return self._say(
            lambda ground: fastening.correction(ground, "mention", "mentions", mention, "", entity), reason, seen
        )

    def name(self, entity: str, name: str, reason: str, *, seen: str | None = None) -> Said:
        """An entity is called otherwise."""
        return self._say(lambda ground: fastening.called(ground, entity, name), reason, seen)

    def undo(self, judgement: str, reason: str = "Undone.", *, seen: str | None = None) -> Said:
        """A judgement no longer counts. An undoing can be undone as well."""
        return self._say(lambda ground: fastening.undone(ground, judgement), reason, seen)

    def _say(self, draft: Callable[[Ground], Draft], reason: str, seen: str | None) -> Said:
        reason = reason.strip()
        if not 0 < len(reason) <= _LONGEST_REASON:
            raise UsageError(f"a judgement needs a reason, of at most {_LONGEST_REASON} characters")
        with self._transaction():
            ground = Ground(self._connection)
            judgement = self._judgement(ground, draft(ground), reason)
            add_rows(self._connection, schema.JUDGEMENTS, [CODECS["judgements"].row(judgement) | {"person": True}])
            on = tuple(anchor_one(self._connection, judgement))
            if not on:
                raise UsageError("these words do not tell it from others, so that nothing lasting can be said of it")
            refresh(self._connection, [judgement])
            return Said(judgement, on, self._meanwhile(judgement, on, seen))

    def _judgement(self, ground: Ground, draft: Draft, reason: str) -> Judgement:
        made = persons(self._connection)
        at = _after(made[-1].at if made else None)
        said = (draft.kind, draft.left, draft.right, draft.verdict.value, draft.slot, draft.value, reason, self.by, at)
        reports = schema.REPORTS.c

        def anchor(place: Evidence, side: int) -> Anchor:
            sha256 = self._connection.scalar(select(reports.sha256).where(reports.id == place.report))
            return Anchor.at(place, side, sha256 or "")

        return Judgement(
            id=content_id("judgement", *said),
            kind=draft.kind,
            left=draft.left,
            right=draft.right,
            verdict=draft.verdict,
            score=1.0,
            reasons=(reason,),
            evidence=tuple(dict.fromkeys(place for place, _ in draft.words)),
            by=self.by,
            slot=draft.slot,
            at=at,
            value=draft.value,
            anchors=tuple(anchor(place, side) for place, side in draft.words),
        )

    def _meanwhile(self, judgement: Judgement, on: Sequence[Target], seen: str | None) -> tuple[Judgement, ...]:
        if seen is None:
            return ()
        anchored = schema.ANCHORED.c
        same = set(
            self._connection.scalars(select(anchored.judgement).where(anchored.record.in_([id_ for _, id_ in on])))
        )
        return tuple(
            one
            for one in persons(self._connection)
            if one.id in same and one.id != judgement.id and (one.at or "") > seen
        )


def _after(last: str | None) -> str:
    """Now, or the next moment after the last judgement: the later one counts, whatever a clock says."""
    now = datetime.now(UTC)
    if last is not None and last.endswith("Z"):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")
