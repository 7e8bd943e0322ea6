"""What is made once of a pile and used by many comparisons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """Keeps what was made, one thing of each kind."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[type, Any] = {}

    def __call__(self, kind: type[T], make: Callable[[], T]) -> T:
        """What `make` gives: the same thing for whoever asks for that kind."""
        if kind not in self._made:
            self._made[kind] = make()
        made: T = self._made[kind]
        return made
