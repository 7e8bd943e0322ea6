"""What an earlier build worked out and a later one need not work out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _nothing(_: str) -> None:
    """Keeps nothing."""


@dataclass(slots=True)
class Kept:
    """Pieces of work by key, where a key names all that the piece depends on.

    `digests` gives for each report a hash of it and of what was found in it, as far as that is known; `held` looks up a
    piece. `used` are the keys that were asked for, with what is new of them: the others may be forgotten.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    held: Callable[[str], bytes | None] = _nothing
    used: dict[str, bytes | None] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        """The piece of work with this key, None where it has to be done."""
        found = self.used.get(key) or self.held(key)
        if found is not None:
            self.used.setdefault(key, None)
        return found

    def put(self, key: str, piece: bytes) -> None:
        """Keeps a piece of work."""
        self.used[key] = piece
