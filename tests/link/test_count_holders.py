"""Who says a number: whom its source cites, and nobody who only lays on others what killed so many."""

from __future__ import annotations

import pytest
from by_hand import Paper

from counterclaim.link.compare.counts.holders import speakers
from counterclaim.link.entities import link_entities
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind


def said_by(text: str, said: str, source: str, number: str, *others: str) -> list[str]:
    """Who says the `number` in a text in which `source` says the words `said`; `others` are named besides."""
    paper = Paper(text)
    for name in others:
        paper.who(name, EntityKind.ORGANIZATION)
    statement = paper.says(said, paper.who(source, EntityKind.ORGANIZATION), cue=None)
    figure = paper.figure(paper.claim(statement, "kill", said.split()[0]), number, 15, 15, 15)
    found = {paper.report.id: paper.found}
    entities, _ = link_entities([paper.report], found, (), ())
    pile = Pile.of([paper.report], found, {paper.report.id: paper.report.id}, entities)
    return [who.name for who in speakers(pile, figure, statement)]


@pytest.mark.parametrize(
    ("text", "said", "source", "others", "who"),
    [
        (
            "The Coast Agency reported 15 deaths, citing a statement from the Harbour Council.",
            "15 deaths",
            "Coast Agency",
            ("Harbour Council",),
            ["Harbour Council"],
        ),
        (
            "Deaths, 15 of them, were reported by the rescue workers after the fire, the Coast Agency said.",
            "Deaths, 15 of them, were reported by the rescue workers after the fire",
            "Coast Agency",
            (),
            ["the rescue workers"],
        ),
        ("The Coast Agency reported 15 deaths in the port.", "15 deaths in the port", "Coast Agency", (), []),
    ],
)
def test_a_number_is_held_by_whom_its_source_cites(
    text: str, said: str, source: str, others: tuple[str, ...], who: list[str]
) -> None:
    assert said_by(text, said, source, "15", *others) == who


def test_who_is_to_blame_for_what_killed_so_many_is_no_toll_of_the_accuser() -> None:
    said = "the Mill Guild is responsible for the attack that killed 15 people"
    text = f"Rain fell. The Harbour Council said {said}."
    paper_says = said_by(text, said, "Harbour Council", "15", "Mill Guild")
    assert "Harbour Council" not in paper_says
    assert (
        said_by("The Harbour Council said the attack killed 15 people.", "attack killed 15", "Harbour Council", "15")
        == []
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Council lowered its own toll on Friday to 15.", ["Harbour Council"]),
        ("On Tuesday the Harbour Council had spoken of 15.", ["Harbour Council"]),
        ("The rebels have raised their count of the dead to 15.", ["The rebels"]),
        ("The Harbour Council revised its toll to 39 dead, from 15.", []),
        ("The fire raised the toll of the Harbour Council to 15.", []),
    ],
)
def test_a_toll_is_held_by_whose_it_is_though_an_outlet_tells_it(text: str, who: list[str]) -> None:
    paper = Paper(text)
    if "Harbour Council" in text:
        paper.who("Harbour Council", EntityKind.ORGANIZATION)
    statement = paper.tells(text)
    figure = paper.figure(paper.claim(statement, "kill", "toll" if "toll" in text else "15"), "15", 15, 15, 15)
    found = {paper.report.id: paper.found}
    entities, _ = link_entities([paper.report], found, (), ())
    pile = Pile.of([paper.report], found, {paper.report.id: paper.report.id}, entities)
    assert [one.name for one in speakers(pile, figure, statement)] == who
