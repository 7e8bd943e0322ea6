"""What a person's word is on now: found by the words it is fastened to, never by likeness.

Of each kind of judgement, what its verdict says and what the sides of its anchors are:

| kind | verdict | sides |
| --- | --- | --- |
| `dispute` | confirmed (same), rejected (different) | the answers that cannot all hold, one side each |
| `change` | the same | the earlier answer, the later one |
| `question` | two disputes are one (same), or one is two (different) | answers of the one, of the other |
| `incident` | two tellings are of one happening (same), or of two (different) | the one, the other |
| `entity` | two names mean one (same), or two (different) | the one, the other |
| `compare` | a pair is a conflict, or is none (compatible) | the one, the other |
| `speaker` | `value` says it (same) | the statement, its cue, where this speaker is named |
| `slot` | a slot of a claim or figure is `value` (same) | the words, their sentence, where that one is named |
| `mention` | the words mean `value` (same) | the words, none, where that one is named |
| `name` | an entity is called `value` (same) | where it is named |
| `undo` | the judgement `left` no longer counts (different) | those of that judgement |

The words of a claim are those of its predicate, the words of a figure its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from counterclaim.records.anchors import Anchor
from counterclaim.records.annotation import Claim, Figure, Mention, Statement
from counterclaim.records.link import Change, Judgement
from counterclaim.records.report import Report
from counterclaim.records.spans import Evidence, Span

Told = Claim | Figure | Statement | Mention
T = TypeVar("T", Claim, Figure, Statement, Mention)

UNDO = "undo"
#: What may stand about words that are the same all the same.
_AROUND = " \t\n\r.,;:!?'\"“”‘’«»()[]-–—"


def in_effect(judged: Iterable[Judgement]) -> list[Judgement]:
    """The judgements of persons that count, the latest first: without those undone, and without what undid them."""
    undone: set[str] = set()
    kept = []
    for judgement in sorted(judged, key=lambda one: (one.at or "", one.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.kind == UNDO:
            undone.add(judgement.left)
        else:
            kept.append(judgement)
    return kept


def key_of(record: Told) -> Evidence:
    """The words that a record is told by: the predicate of a claim, the number of a figure, the first of what was
    said, a mention's own."""
    if isinstance(record, Claim):
        return Evidence.at(record.report, record.trigger)
    if isinstance(record, Statement):
        return Evidence.at(record.report, record.content[0])
    return Evidence.at(record.report, record.span)


def beside(record: Told) -> Span | None:
    """The words by which two records of the same key are told apart: a statement's cue, a claim's sentence."""
    if isinstance(record, Claim):
        return record.spans[0]
    return record.cue if isinstance(record, Statement) else None


@dataclass(frozen=True, slots=True)
class Library:
    """The reports that there are: the text of one by id, and the ids of those read from the same bytes, by hash."""

    text: Callable[[str], str | None]
    alike: Callable[[str], Sequence[str]]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Library:
        """The library of these reports."""
        texts: dict[str, str] = {}
        alike: dict[str, list[str]] = defaultdict(list)
        for report in reports:
            texts[report.id] = report.text
            alike[report.sha256].append(report.id)
        return cls(texts.get, lambda sha256: alike.get(sha256, ()))

    def settle(self, anchor: Anchor) -> Anchor | None:
        """The anchor where its words stand now: in its report, or, where that is not there, at the only place where
        these words stand in the only report that was read from the same bytes. None if there is no such place."""
        text = self.text(anchor.report)
        if text is not None:
            return anchor if text[anchor.start : anchor.end] == anchor.text else None
        others = self.alike(anchor.sha256) if anchor.sha256 else ()
        found = self.text(others[0]) if len(others) == 1 else None
        start = found.find(anchor.text) if found is not None else -1
        if found is None or start < 0 or found.find(anchor.text, start + 1) >= 0:
            return None
        return replace(anchor, report=others[0], start=start, end=start + len(anchor.text))

    def settled(self, judgement: Judgement) -> Judgement:
        """A judgement with those of its anchors whose words are there, where they are."""
        anchors = tuple(found for anchor in judgement.anchors if (found := self.settle(anchor)))
        return judgement if anchors == judgement.anchors else replace(judgement, anchors=anchors)


class Places:
    """Words in reports at which something stands that can be judged."""

    def __init__(self, places: Iterable[Evidence]) -> None:
        self._of: dict[str, set[Evidence]] = defaultdict(set)
        for place in places:
            self._of[place.report].add(place)

    def at(self, anchor: Anchor) -> Evidence | None:
        """The place of an anchor: the same words, or the only ones that hold them or lie in them."""
        here = self._of.get(anchor.report, set())
        if anchor.evidence in here:
            return anchor.evidence
        span = anchor.evidence.span
        near = [place for place in here if place.span.covers(span) or span.covers(place.span)]
        return near[0] if len(near) == 1 else None

    def sides(self, judgement: Judgement) -> dict[Evidence, frozenset[int]]:
        """The places that a judgement speaks of, with the sides that they stand for in it."""
        found: dict[Evidence, set[int]] = defaultdict(set)
        for anchor in judgement.anchors:
            place = self.at(anchor)
            if place is not None:
                found[place].add(anchor.side)
        return {place: frozenset(sides) for place, sides in found.items()}


def parts(sides: Mapping[Evidence, frozenset[int]], left: Evidence, right: Evidence) -> bool:
    """Whether two places stand for two sides of a judgement."""
    return any(one != other for one in sides.get(left, ()) for other in sides.get(right, ()))


def the_one(judgement: Judgement, records: Iterable[T]) -> T | None:
    """The record that the first side of a judgement is: the one of the same words, told by the second side from others
    of these words; or the only one whose words differ in nothing but quotation marks and the like, or, for a
    statement, in where they end behind the same cue. None where there is none or it is not clear which.
    """
    anchor = next((a for a in judgement.anchors if a.side == 1), None)
    if anchor is None:
        return None
    second = next((a.evidence.span for a in judgement.anchors if a.side == 2), None)
    here = [record for record in records if record.report == anchor.report]
    same = [record for record in here if key_of(record) == anchor.evidence]
    if len(same) > 1:
        told = [record for record in same if beside(record) == second]
        same = told if len(told) == 1 else [record for record in same if record.id == judgement.left]
        return same[0] if len(same) == 1 else None
    if same:
        return same[0]
    span = anchor.evidence.span
    near = [
        record
        for record in here
        if key_of(record).span.overlaps(span)
        and (
            key_of(record).text.strip(_AROUND) == anchor.text.strip(_AROUND)
            or (isinstance(record, Statement) and second is not None and record.cue == second)
            or isinstance(record, Figure)
        )
    ]
    return near[0] if len(near) == 1 else None


def change_of(judgement: Judgement, changes: Iterable[Change]) -> Change | None:
    """The change of position that a judgement is on: the only one whose two answers rest on words that it is fastened
    to, each answer on words of its own side; among several the one that asks the same question. One that is fastened
    to no words is on the change whose id it names."""
    if not judgement.anchors:
        return next((change for change in changes if change.id == judgement.left), None)
    sides = [{a.evidence for a in judgement.anchors if a.side == side} for side in (1, 2)]
    same = [
        change
        for change in changes
        if not sides[0].isdisjoint(change.earlier.evidence) and not sides[1].isdisjoint(change.later.evidence)
    ]
    if len(same) > 1:
        same = [change for change in same if change.question == judgement.value]
    return same[0] if len(same) == 1 else None
