"""A reason to take two calls for one entity."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.link.entities.calls import Call
from counterclaim.records import EntityKind, Evidence


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the calls with keys `left` and `right` are one, with a score between 0 and 1.

    `evidence` is what it rests on where that is more than that both are named.
    """

    left: str
    right: str
    score: float
    why: str
    evidence: tuple[Evidence, ...] = ()


#: Beside one that is mentioned this much more, the kind of a call says little.
_RARE = 0.2
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})


def agree(left: Call, right: Call) -> bool:
    """Whether the kinds of two calls allow that they are one: a body may be called a group, and the kind of what is
    named only once or twice says little beside that of what is named often."""
    if left.kind is right.kind or {left.kind, right.kind} <= _BODIES:
        return True
    if EntityKind.STATE in {left.kind, right.kind}:
        return False
    rare, often = sorted((left.mentions, right.mentions))
    return rare <= max(2, _RARE * often) and " " in left.text and " " in right.text


def quoted(call: Call) -> str:
    """The call as its first report spells it, in marks."""
    return f"“{call.members[0].name if call.members else call.text}”"
