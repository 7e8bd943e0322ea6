"""Who is source and target of an event that somebody does by saying so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import NORTH_FOUND, document, report, span

from counterclaim.records import Act, Annotations, Claim, Manner, Statement, Who
from counterclaim.store import Outcome, open_view, open_writer

TEXT = "Orla Venn demanded of the raiders that they leave Tessaly."
VENN, RAIDERS = Who(None, "Orla Venn", span(TEXT, "Orla Venn")), Who(None, "the raiders", span(TEXT, "the raiders"))
DEMAND = Statement(
    "d-s1",
    "d-report",
    None,
    Manner.INDIRECT,
    Act.DEMAND,
    sources=(VENN,),
    via=(),
    cue=span(TEXT, "demanded"),
    content=(span(TEXT, "that they leave Tessaly"),),
    addressee=(RAIDERS,),
)
DEMANDED: Claim = replace(
    NORTH_FOUND.claims[0],
    id="d-c1",
    report="d-report",
    statement="d-s1",
    event="REQUEST:yield",
    predicate="demand",
    trigger=span(TEXT, "demanded"),
    agent=(),
    patient=(),
    place=(),
    arguments=(),
    time=None,
    time_id=None,
    figure=None,
    spans=(span(TEXT, TEXT),),
)


@pytest.mark.parametrize(
    ("claim", "source", "target"),
    [
        (DEMANDED, ["Orla Venn"], ["the raiders"]),
        (replace(DEMANDED, agent=(Who(None, "Venn's army"),)), ["Venn's army"], ["the raiders"]),
        (replace(DEMANDED, patient=(Who(None, "Tessaly"),)), ["Orla Venn"], ["Tessaly"]),
        (replace(DEMANDED, trigger=span(TEXT, "leave")), [], []),
    ],
)
def test_the_speaker_and_those_spoken_to(tmp_path: Path, claim: Claim, source: list[str], target: list[str]) -> None:
    path = tmp_path / "demand.db"
    with open_writer(path) as writer:
        found = report("d-report", TEXT)
        writer.add(document(found))
        writer.annotate([Outcome(found, Annotations(found.id, statements=(DEMAND,), claims=(claim,)))], "3")
    with open_view(path) as view:
        (event,) = view.events()
    assert (event.type, event.mode) == ("REQUEST", "yield")
    assert [actor.name for actor in event.source] == source
    assert [actor.name for actor in event.target] == target
