"""A user's list of places is kept in the ledger, and another list has reports annotated anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fake_steps import FAKE
from fake_steps import annotate as annotate_without

from counterclaim.records import Annotations, Gazetteer, Place, Report, Span, content_id
from counterclaim.run import build
from counterclaim.store import open_view


def annotate(report: Report, gazetteer: Gazetteer | None = None) -> Annotations:
    """What the fake annotator finds, and each known place at the first word."""
    span = Span.of(report.text, 0, report.text.index(" "))
    found = tuple(
        Place(
            content_id("place", report.id, p.id), report.id, span, p.name, p.country, p.latitude, p.longitude, "given"
        )
        for p in (gazetteer.places if gazetteer else ())
    )
    return replace(annotate_without(report), places=found)


def test_another_list_of_places_annotates_anew_and_no_list_keeps_the_last(tmp_path: Path) -> None:
    steps = replace(FAKE, annotate=annotate)
    pile, ledger, places = tmp_path / "pile.txt", tmp_path / "l.db", tmp_path / "places.csv"
    pile.write_text("Paper 1: Report 1 tells something. It was 2 of them, dated 3.\n")

    def built(gazetteer: Path | None) -> tuple[int, list[str]]:
        summary = build([pile], ledger, workers=1, steps=steps, gazetteer=gazetteer)
        with open_view(ledger) as view:
            return summary.annotated, sorted({place.name for place in view.places()})

    assert built(None) == (1, [])
    places.write_text("name,latitude,longitude\nRavno,1,2\n")
    assert built(places) == (1, ["Ravno"])
    assert built(None) == (0, ["Ravno"])
    assert built(places) == (0, ["Ravno"])
    places.write_text("name,latitude,longitude\nSulta,1,2\n")
    assert built(places) == (1, ["Sulta"])
