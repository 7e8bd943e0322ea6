"""Two names of one point on the map: a town's coordinates are its own, those of what lies near it are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper

from counterclaim.link import link
from counterclaim.records import Place


@pytest.mark.parametrize(("precision", "entities"), [("town", 1), ("near", 2), ("region", 2)])
def test_only_what_has_its_own_point_is_one_with_another_there(precision: str, entities: int) -> None:
    papers = [Paper(f"A market in {name} was shelled.", outlet=name) for name in ("Orrin", "Lumo")]
    found = {}
    for paper, name in zip(papers, ("Orrin", "Lumo"), strict=True):
        paper.place(name)
        place = Place(name, paper.report.id, paper.span(name), name, "ARV", 40.5, 44.25, precision)
        found[paper.report.id] = replace(paper.found, places=(place,))
    links = link([paper.report for paper in papers], found, (), reading=False)
    assert len(links.entities) == entities
