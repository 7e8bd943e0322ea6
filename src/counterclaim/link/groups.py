"""Things that belong together: connected components, in an order that does not depend on how they came."""

from __future__ import annotations

from collections.abc import Iterable

import networkx


def components(items: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components of `items` under `pairs`, each in the order of `items`, ordered by their first."""
    order = {item: n for n, item in enumerate(items)}
    pairs = list(pairs)
    if not pairs:
        return [[item] for item in order]
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(order)
    graph.add_edges_from(pairs)
    found = [sorted(part, key=order.__getitem__) for part in networkx.connected_components(graph)]
    return sorted(found, key=lambda part: order[part[0]])
