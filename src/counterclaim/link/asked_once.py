"""Disputes that ask one question under two slots: whether somebody holds prisoners, and whether there are any; whether
five died there, and how many did."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import Dispute, Slot, Status

#: The slot that gives way, and those that say the same more exactly.
_GIVES_WAY = {Slot.EXISTENCE: (Slot.POLARITY,), Slot.AGENT: (Slot.ROLES,)}


def asked_once(disputes: Sequence[Dispute]) -> list[Dispute]:
    """The disputes without those that set the same statements against each other as another one whose slot says it more
    exactly, or ask the same of the same two in the same words. What a person has judged stays."""
    return [one for one in disputes if one.status is not Status.SUGGESTED or not _told_by_another(one, disputes)]


def _told_by_another(one: Dispute, disputes: Sequence[Dispute]) -> bool:
    if one.slot is Slot.POLARITY and any(_counts_none(one, o) for o in disputes if len(o.sides) > len(one.sides)):
        return True
    if one.slot is Slot.COUNT and any(_counts_none(o, one) for o in disputes if len(one.sides) <= len(o.sides)):
        return True
    if any(_named_instead(one, other) for other in disputes):
        return True
    sides = [frozenset(side.statements) for side in one.sides]
    rivals = [other for other in disputes if other.slot in _GIVES_WAY.get(one.slot, ())]
    if any(other.question == one.question and _held_alike(one, other) for other in rivals):
        return True
    return any(
        all(any(statements & frozenset(side.statements) for side in other.sides) for statements in sides)
        and len(other.sides) >= len(sides)
        for other in rivals
    )


def _counts_none(one: Dispute, other: Dispute) -> bool:
    """Whether a question whether anybody came to harm is asked by another one with how many did, where who denies it
    says in the very words that nobody did. That with more answers stays."""
    if one.slot is not Slot.POLARITY or other.slot is not Slot.COUNT:
        return False
    none = {evidence for side in other.sides if side.answer == "none" for evidence in side.evidence}
    some = {evidence for side in other.sides if side.answer != "none" for evidence in side.evidence}
    told = {side.answer: set(side.evidence) for side in one.sides}
    return bool(none & told.get("no", set())) and bool(some & told.get("yes", set()))


def _named_instead(one: Dispute, other: Dispute) -> bool:
    """Whether who denies a deed says in the other question who did it instead: the same two hold both, inside one
    report, and the deed is told in the same words."""
    if one.slot is not Slot.POLARITY or other.slot not in (Slot.AGENT, Slot.ROLES):
        return False
    if not (one.within_report and other.within_report):
        return False
    told = {evidence for side in one.sides for evidence in side.evidence}
    return any(told & set(side.evidence) for side in other.sides) and _held_alike(one, other)


def _held_alike(one: Dispute, other: Dispute) -> bool:
    """Whether each side of the one has a holder of a side of the other, whatever words each was read in."""
    held = [{(who.entity, who.name) for who in side.holders} for side in other.sides]
    return all(any({(who.entity, who.name) for who in side.holders} & they for they in held) for side in one.sides)
