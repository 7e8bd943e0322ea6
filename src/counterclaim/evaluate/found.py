"""What a ledger holds, as the scorers take it, and whether a piece of it is what gold means.

`Found` is all of a ledger that is compared, so that a test can make one by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.evaluate.gold import GoldDispute, Words, place
from counterclaim.records import (
    Agreement,
    Change,
    Dispute,
    Entity,
    Evidence,
    Figure,
    Judgement,
    Process,
    Report,
    Slot,
    Statement,
    TimeExpression,
    Who,
)

#: Slots that one difference may be filed under, by gold or by program: "there are none" denies and says none exist.
NEAR_SLOTS = frozenset(
    {
        frozenset({Slot.POLARITY, Slot.EXISTENCE}),
        frozenset({Slot.ROLES, Slot.AGENT}),
        frozenset({Slot.ROLES, Slot.PATIENT}),
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in some reports; `reports` and `entities` by their ids."""

    reports: dict[str, Report]
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: tuple[Change, ...] = ()
    processes: tuple[Process, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    _places: dict[Words, Evidence | None] = field(default_factory=dict, repr=False, compare=False)

    def place(self, words: Words) -> Evidence | None:
        """Where the words stand first in the report they are of; None if it was not read."""
        if words not in self._places:
            self._places[words] = place(words, self.reports)
        return self._places[words]

    def names_of(self, who: Who) -> frozenset[str]:
        """Every name of the entity that is meant, with its article off and in lower case; none if unresolved."""
        entity = self.entities.get(who.entity or "")
        return frozenset(bare(name) for name in (entity.name, *entity.names)) if entity else frozenset()

    def touched(self, evidence: Iterable[Evidence], words: Words) -> bool:
        """Whether a piece of evidence shares a character with the words where they stand first."""
        wanted = self.place(words)
        return wanted is not None and any(
            piece.report == wanted.report and piece.start < wanted.end and wanted.start < piece.end
            for piece in evidence
        )

    def sides_with(self, words: Words, dispute: Dispute) -> frozenset[int]:
        """The numbers of the sides of a dispute that have the words in their evidence."""
        return frozenset(n for n, side in enumerate(dispute.sides) if self.touched(side.evidence, words))

    def sets_apart(self, left: Words, right: Words, dispute: Dispute) -> bool:
        """Whether a dispute has the two pieces as evidence of two different sides."""
        one, other = self.sides_with(left, dispute), self.sides_with(right, dispute)
        return any(a != b for a in one for b in other)

    def is_dispute(self, gold: GoldDispute, dispute: Dispute) -> bool:
        """Whether a dispute is the gold one: its slot (or a near one), and two of its answers set apart."""
        if dispute.slot != gold.slot and frozenset({dispute.slot, gold.slot}) not in NEAR_SLOTS:
            return False
        return any(
            left.answer != right.answer and self.sets_apart(left.words, right.words, dispute)
            for n, left in enumerate(gold.sides)
            for right in gold.sides[n + 1 :]
        )


def bare(name: str) -> str:
    """A name as names are compared: lower case, without an article."""
    return name.casefold().removeprefix("the ").strip()


def is_date(gold: str | None, shown: str | None) -> bool:
    """Whether a date is the gold's, or a more exact one inside it; any is where the gold gives none."""
    return gold is None or (shown is not None and shown.startswith(gold))
