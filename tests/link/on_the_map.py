"""Papers whose places have coordinates."""

from __future__ import annotations

from dataclasses import replace

from by_hand import Paper

from counterclaim.link import link
from counterclaim.records import Links, Place, content_id

#: An invented country's towns: latitude and longitude in degrees.
TOWNS = {"Dorvik": (10.0, 20.0), "Ostrel": (12.0, 20.0)}


def linked_on_map(*papers: Paper) -> Links:
    """The links of these papers, with the towns that they name on the map."""
    found = {
        paper.report.id: replace(paper.found, places=tuple(sorted(_places(paper), key=lambda p: p.span.start)))
        for paper in papers
    }
    return link([paper.report for paper in papers], found, reading=False)


def _places(paper: Paper) -> list[Place]:
    report = paper.report.id
    return [
        Place(content_id("place", report, name), report, paper.span(name), name, "XXX", *TOWNS[name], "town")
        for name in TOWNS
        if name in paper.text
    ]
