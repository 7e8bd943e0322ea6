"""What the reader of pairs says of two passages: the slots in which they may contradict each other, in its order."""

from __future__ import annotations

SLOTS = (
    "count",
    "time",
    "place",
    "agent",
    "patient",
    "roles",
    "polarity",
    "existence",
    "cause",
    "naming",
    "quality",
)
#: Where the network says, after the slots, that two passages contradict each other in any of them, and that they give
#: one question the same answer; and where, after those of the slots, it has the words of the same answer.
ANY, SAME = len(SLOTS), len(SLOTS) + 1
SAME_WORDS = len(SLOTS)
