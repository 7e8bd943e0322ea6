"""Things that belong together: connected components, in an order that does not depend on how they came."""

from __future__ import annotations

from collections.abc import Iterable


def components(items: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components of `items` under `pairs`, each in the order of `items`, ordered by their first. Raises
    `KeyError` where a pair has what is no item."""
    order = {item: number for number, item in enumerate(items)}
    names = list(order)
    above = list(range(len(names)))  # leads from each item to the first of its component

    def first(number: int) -> int:
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    for left, right in pairs:
        one, other = first(order[left]), first(order[right])
        above[max(one, other)] = min(one, other)
    found: dict[int, list[str]] = {}
    for number, name in enumerate(names):
        found.setdefault(first(number), []).append(name)
    return list(found.values())
