"""What the tagger says of a word piece."""

from __future__ import annotations

#: Outside, then the first or a later piece of each role.
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
#: The roles whose pieces point to the first piece of their cue, in the order of the pointers.
POINTING = ("source", "content")


def first(role: str) -> int:
    """The label of the first piece of `role`; the next number is that of its later ones."""
    return 1 + 2 * ROLES.index(role)
