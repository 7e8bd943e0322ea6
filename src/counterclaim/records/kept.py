"""What an earlier build worked out and a later one need not work out again, and how the rest is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

#: What is done for every piece: a function of a module (it is sent to other processes), from bytes to bytes.
Function = Callable[[bytes], bytes]
#: By key, what packs that which a piece is made of. It is called when the piece's turn comes, so that not all is packed
#: at once.
Errands = Mapping[str, Callable[[], bytes]]


class Doing(Protocol):
    """Whoever does errands, in one process or in many."""

    def __call__(self, function: Function, errands: Errands) -> Iterator[tuple[str, bytes]]:
        """Begins to call `function` for each errand; gives what comes of each with its key, in any order."""


def in_turn(function: Function, errands: Errands) -> Iterator[tuple[str, bytes]]:
    """Does errands here, one after the other."""
    for key, packed in errands.items():
        yield key, function(packed())


def _nothing(_: str) -> None:
    """Keeps nothing."""


@dataclass(slots=True)
class Kept:
    """Pieces of work by key, where a key names all that the piece depends on.

    `digests` gives for each report a hash of it and of what was found in it, as far as that is known; `held` looks up a
    piece, and `hold`, where there is one, writes one down as soon as it is made. `doing` makes those that are missing.
    `used` are the keys that were asked for, with the pieces that are not written down yet: pieces that were not asked
    for may be forgotten.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    held: Callable[[str], bytes | None] = _nothing
    hold: Callable[[str, bytes], None] | None = None
    doing: Doing = in_turn
    used: dict[str, bytes | None] = field(default_factory=dict)
    gives: dict[str, list[str]] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        """The piece of work with this key, None where it has to be done."""
        found = self.used.get(key) or self.held(key)
        if found is not None:
            self.used.setdefault(key, None)
        return found

    def put(self, key: str, piece: bytes) -> None:
        """Keeps a piece of work."""
        if self.hold is None:
            self.used[key] = piece
        else:
            self.hold(key, piece)
            self.used[key] = None
