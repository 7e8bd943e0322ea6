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
