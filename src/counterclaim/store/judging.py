"""What persons said, to be looked at: each judgement with what it is on now, and whether it counts.

`persons.py` is how a word is given, `anchored.py` what it is on, `corrected.py` how it shows. `docs/review.md` says all
of this for people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from counterclaim.records import Judgement
from counterclaim.records.anchoring import UNDO, in_effect
from counterclaim.store.anchored import Target, persons
from counterclaim.store.schema import ANCHORED, LOOKUP_WHO
from counterclaim.store.words import fold

#: Kinds that show in full at once; all others change how reports are linked, at the next build.
_AT_ONCE = frozenset({"dispute", "change"})
#: Kinds that answer one another: the later of two on the same records counts.
_GROUPS = {"compare": "dispute"}


class Standing(StrEnum):
    """What became of a person's judgement."""

    COUNTS = "counts"
    OVERRIDDEN = "overridden"
    UNDONE = "undone"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Word:
    """A person's judgement, what it is `on` now (table and id), and what became of it. `waits`: it shows in disputes
    and entities only when the ledger is next linked. `later` are the ids of judgements that undo or override it."""

    judgement: Judgement
    on: tuple[Target, ...]
    standing: Standing
    waits: bool = False
    later: tuple[str, ...] = ()


def words(connection: Connection, record: str | None = None) -> list[Word]:
    """What persons said, the latest first: all of it, or what is on the record with this id."""
    judged = persons(connection)
    on: dict[str, list[Target]] = defaultdict(list)
    unlinked: set[str] = set()
    anchored = ANCHORED.c
    rows = connection.execute(select(anchored.judgement, anchored.kind, anchored.record, anchored.linked))
    for judgement, kind, id_, linked in rows:
        on[judgement].append((kind, id_))
        if not linked:
            unlinked.add(judgement)
    made = _standings(judged, on, unlinked)
    if record is None:
        return made
    wanted = {one.judgement.id for one in made if any(id_ == record for _, id_ in one.on)}
    return [one for one in made if one.judgement.id in wanted or _undoes(one.judgement, wanted, made)]


def called(connection: Connection, name: str) -> list[str]:
    """The ids of the ledger's entities that have exactly this name or spelling, whatever its case and accents."""
    lookup = LOOKUP_WHO.c
    return list(
        connection.scalars(
            select(lookup.record).where(lookup.role == "name", lookup.words == fold(name)).distinct().order_by("record")
        )
    )


def _undoes(judgement: Judgement, wanted: set[str], made: Sequence[Word]) -> bool:
    """Whether a judgement undoes one of those wanted, or what undid it."""
    by_id = {one.judgement.id: one.judgement for one in made}
    while judgement.kind == UNDO:
        if judgement.left in wanted:
            return True
        undone = by_id.get(judgement.left)
        if undone is None:
            return False
        judgement = undone
    return False


def _standings(judged: Sequence[Judgement], on: dict[str, list[Target]], unlinked: set[str]) -> list[Word]:
    counting = in_effect(judged)
    counts = {one.id for one in counting}
    later: dict[str, list[str]] = defaultdict(list)
    by_id = {one.id: one for one in judged}
    undoing = {one.left: one.id for one in judged if one.kind == UNDO}
    latest: dict[tuple[object, ...], str] = {}
    for one in counting:
        key = (_GROUPS.get(one.kind, one.kind), one.slot if one.kind == "slot" else None, *_subject(one, on[one.id]))
        first = latest.setdefault(key, one.id)
        if first != one.id:
            later[one.id].append(first)
    made = []
    for one in reversed(judged):
        if one.kind == UNDO:
            standing = Standing.UNDONE if _is_undone(one, judged) else Standing.COUNTS
        elif one.id not in counts:
            standing = Standing.UNDONE
            later[one.id].append(undoing[one.id])
        elif not on[one.id]:
            standing = Standing.ORPHANED
        else:
            standing = Standing.OVERRIDDEN if later[one.id] else Standing.COUNTS
        meant = _meant(one, by_id)
        waits = one.id in unlinked and meant is not None and meant.kind not in _AT_ONCE
        made.append(Word(one, tuple(sorted(on[one.id])), standing, waits, tuple(later[one.id])))
    return made


def _subject(judgement: Judgement, on: Iterable[Target]) -> tuple[object, ...]:
    """What two judgements must share to answer one another: what they are on, or where they are fastened."""
    found = tuple(sorted(target for target in on if target[0] != "judgements")) or tuple(sorted(on))
    return found or (judgement.left, judgement.right)


def _is_undone(judgement: Judgement, judged: Iterable[Judgement]) -> bool:
    undone: set[str] = set()
    for one in sorted(judged, key=lambda other: (other.at or "", other.id), reverse=True):
        if one.kind == UNDO and one.id not in undone:
            undone.add(one.left)
    return judgement.id in undone


def _meant(judgement: Judgement, by_id: dict[str, Judgement]) -> Judgement | None:
    """The judgement that is given or taken back in the end."""
    found: Judgement | None = judgement
    while found is not None and found.kind == UNDO:
        found = by_id.get(found.left)
    return found
