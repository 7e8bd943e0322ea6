"""What a person's word would change most: suggestions, by how unsure the program is and by how much hangs on them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Set
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from counterclaim.records import Status, Verdict
from counterclaim.records.anchoring import in_effect
from counterclaim.store.anchored import persons
from counterclaim.store.schema import ANCHORED, CHANGES, DISPUTES, JUDGEMENTS, LOCAL_ENTITIES

#: So many of each kind are weighed, those of a score nearest to a half; a person who judged them all asks again.
_MOST = 300
#: Least probable and most probable that a near miss or a pair of names may be to be worth asking about. Below and above
#: it the program is rarely wrong, and there are thousands.
_LEAST, _SURE = 0.25, 0.95
#: What is asked for even of a suggestion that the program is sure of, as a share of what is asked of a doubtful one.
_FLOOR = 0.1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record of `table` (disputes, changes, judgements) that nobody judged yet. `hangs` counts the origins and
    statements, or mentions, that follow it; `weight` is by what lists are sorted."""

    table: str
    id: str
    score: float
    hangs: int

    @property
    def weight(self) -> float:
        """How unsure it is (most at a score of a half), times what hangs on it on a scale of doublings."""
        unsure = _FLOOR + (1 - _FLOOR) * (1 - abs(2 * self.score - 1))
        return unsure * math.log2(1 + self.hangs)


def queue(connection: Connection) -> list[Suggestion]:
    """The suggestions that nobody judged yet, those first whose judging would change most."""
    # What was undone counts as never said: what it was on is asked for again.
    counting = {one.id for one in in_effect(persons(connection))}
    found = [*_disputes(connection), *_changes(connection), *_near_misses(connection), *_names(connection, counting)]
    judged = {
        id_ for id_, word in connection.execute(select(ANCHORED.c.record, ANCHORED.c.judgement)) if word in counting
    }
    return sorted((one for one in found if one.id not in judged), key=lambda one: (-one.weight, one.table, one.id))


def _disputes(connection: Connection) -> Iterator[Suggestion]:
    # Chosen by index first: reading the sides of ten thousand to keep three hundred takes a third of a second.
    nearest = (
        select(DISPUTES.c.id)
        .where(DISPUTES.c.status == Status.SUGGESTED.value)
        .order_by(func.abs(DISPUTES.c.score - 0.5), DISPUTES.c.id)
        .limit(_MOST)
    )
    query = select(DISPUTES.c.id, DISPUTES.c.score, DISPUTES.c.sides).where(DISPUTES.c.id.in_(nearest))
    for id_, score, sides in connection.execute(query):
        yield Suggestion("disputes", id_, score, sum(s["origins"] + len(s["statements"]) for s in json.loads(sides)))


def _changes(connection: Connection) -> Iterator[Suggestion]:
    query = (
        select(CHANGES.c.id, CHANGES.c.score, CHANGES.c.earlier, CHANGES.c.later)
        .where(CHANGES.c.status == Status.SUGGESTED.value)
        .order_by(func.abs(CHANGES.c.score - 0.5), CHANGES.c.id)
        .limit(_MOST)
    )
    for id_, score, *positions in connection.execute(query):
        yield Suggestion("changes", id_, score, sum(len(json.loads(one)["evidence"]) for one in positions))


def _near_misses(connection: Connection) -> Iterator[Suggestion]:
    """Pairs that are nearly disputes; two statements hang on each."""
    judgements = JUDGEMENTS.c
    query = (
        select(judgements.id, judgements.score)
        .where(judgements.kind == "compare", judgements.person.is_(False), judgements.slot.is_not(None))
        .where(judgements.verdict != Verdict.CONFLICT.value, judgements.score.between(_LEAST, _SURE))
        .order_by(func.abs(judgements.score - 0.5), judgements.id)
        .limit(_MOST)
    )
    yield from (Suggestion("judgements", id_, score, 2) for id_, score in connection.execute(query))


def _names(connection: Connection, counting: Set[str]) -> Iterator[Suggestion]:
    """Pairs of names that were taken for one, and that no judgement of `counting` is on; on each hang the mentions of
    the rarer, where it was first named so."""
    judgements, left, right = JUDGEMENTS.c, LOCAL_ENTITIES.alias(), LOCAL_ENTITIES.alias()
    by_people = select(judgements.id, judgements.left, judgements.right)
    by_people = by_people.where(judgements.kind == "entity", judgements.person)
    ruled = {frozenset(pair) for id_, *pair in connection.execute(by_people) if id_ in counting}
    query = (
        select(judgements.id, judgements.score, left.c.id, right.c.id, left.c.mentions, right.c.mentions)
        .join(left, left.c.id == judgements.left)
        .join(right, right.c.id == judgements.right)
        .where(judgements.kind == "entity", judgements.person.is_(False), judgements.score.between(_LEAST, _SURE))
        .order_by(func.abs(judgements.score - 0.5), judgements.id)
        .limit(_MOST)
    )
    for id_, score, one, other, *mentions in connection.execute(query):
        if frozenset((one, other)) not in ruled:
            yield Suggestion("judgements", id_, score, min(mentions))
