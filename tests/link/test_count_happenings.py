"""The happening that a number is of, in the words of its report, and the place and day of its question."""

from __future__ import annotations

import pytest
from by_hand import Paper, count, disputed, linked

from counterclaim.link.compare.counts.happenings import happening_of
from counterclaim.link.pile import Pile
from counterclaim.link.when import is_when_said
from counterclaim.records import EntityKind, Figure, Slot

COUNT = Slot.COUNT


def named(marked: str) -> str | None:
    """The happening of the number that stands in brackets, as a question words it."""
    text = marked.replace("[", "").replace("]", "")
    number = marked[marked.index("[") + 1 : marked.index("]")]
    paper = Paper(text)
    span = paper.span(number)
    figure = Figure("figure", paper.report.id, None, None, span, 9, 9, 9, approximate=False, of=None, happened=())
    pile = Pile.of([paper.report], {paper.report.id: paper.found}, {paper.report.id: paper.report.id}, [])
    found = happening_of(pile, figure)
    return found.words if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire at the Orne mill killed [nine] workers.", "the fire at the Orne mill"),
        ("The union said that [fourteen] workers had died in the fire at the Orne mill.", "the fire at the Orne mill"),
        ("[Nine] died in the collapse at the Brask mine the day before.", "the collapse at the Brask mine"),
        ("The sinking of the ferry Astrid on Thursday killed [62].", "the sinking of the ferry Astrid"),
        (
            "The storming of the consulate in Karsk on 14 October killed [12] guards.",
            "the storming of the consulate in Karsk",
        ),
        (
            "Clashes between Arvan and Meskan troops near Dil killed [five] soldiers.",
            "the clashes between Arvan and Meskan troops near Dil",
        ),
        ("An aid drone strike on an aid convoy from Tamra killed [11] drivers.", "the drone strike on an aid convoy"),
        ("[45] people were arrested at a rally in Freedom Square on Sunday.", "the rally in Freedom Square"),
        ("In a raid on the Kostrov market on Monday, at least [16] died.", "the raid on the Kostrov market"),
        ("The toll from the explosion in the port of Belmar stood at [31].", "the explosion in the port of Belmar"),
        ("[Nine] people were killed when a fire broke out at the mill.", "the fire at the mill"),
        ("An attack by gunmen on a police post in Kolt killed [nine] officers.", "the attack on a police post in Kolt"),
        ("At least [13] people died in Friday night's fire in a hall in Ruvo.", "the fire in a hall in Ruvo"),
        ("The deadly terrorist attack on the Dorne hotel killed [12] people.", "the attack on the Dorne hotel"),
        ("[17] workers were missing after an explosion on the Delta rig.", "the explosion on the Delta rig"),
        ("[26] died in what appeared to be a drone strike on Mirov.", "the drone strike on Mirov"),
        ("The siege of Mirov began in May. The siege killed [900] people.", "the siege of Mirov"),
    ],
)
def test_a_number_is_of_the_happening_that_its_clause_names(text: str, words: str) -> None:
    assert named(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Police opened fire on the crowd, killing [12] people.",
        "The fire brigade said [12] people had died.",
        "[12] people were killed by air strikes in Galt.",
        "Officials blamed the attack on the rebels and said [12] people had died.",
        "[Eighty] prisoners went on hunger strike at Korda.",
        "Nine hostages were killed after the raid on Bela, and [12] guards were hurt.",
        "[12] men were killed after an attack on Bela.",
        "Clashes broke out near the bridge where rebels killed [12] men.",
        "The army said a raid on Bela had failed; [12] men died later in hospital.",
    ],
)
def test_what_only_stands_beside_a_number_is_not_its_happening(text: str) -> None:
    assert named(text) is None


def told(
    text: str, number: int, of: str, speaker: str, *, outlet: str, place: str = "", day: str | None = None
) -> Paper:
    """A report that begins with what a body says: so many of them were killed."""
    paper = Paper(text, published="2031-03-04", outlet=outlet)
    where = [paper.place(place)] if place else []
    content = text.partition(", ")[0]
    statement = paper.says(content, paper.who(speaker, EntityKind.ORGANIZATION))
    claim = paper.claim(statement, "kill", "killed", place=where, time=day)
    paper.figure(claim, f"{number} {of}", number, number, number, of=of)
    return paper


def asked(*papers: Paper) -> str:
    """The only question of how many."""
    (dispute,) = disputed(linked(*papers), COUNT)
    return dispute.question


def test_a_question_names_the_happening_and_whom_both_count() -> None:
    first = told("The fire at the Orne mill killed 9 workers, police said.", 9, "workers", "police", outlet="A")
    second = told(
        "The fire at the Orne mill killed 14 workers, the union said.", 14, "workers", "the union", outlet="B"
    )
    assert asked(first, second) == "How many workers were killed in the fire at the Orne mill?"
    second = told("The fire at the mill killed 14 dockers, the union said.", 14, "dockers", "the union", outlet="B")
    assert asked(first, second) == "How many people were killed in the fire at the Orne mill?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The fire killed 9 workers, police said in a report published on Friday.", True),
        ("The army told reporters in Ruvo on Friday that 9 workers had died.", True),
        ("The raid killed nine, according to a toll released by the army on Friday.", True),
        ("The mayor told a memorial service on Friday that sixty had died.", True),
        ("On Monday police said the toll stood at 12, and the union said on Friday it was 20.", True),
        ("The army said that 9 workers had been killed on Friday.", False),
        ("Police said a fire on Friday killed nine.", False),
        ("Police said at least nine workers had died on Friday.", False),
        ("Police said in a statement that the fire on Friday killed nine.", False),
        ("Forty prisoners were released on Friday.", False),
    ],
)
def test_a_day_on_which_something_was_published_is_not_that_of_the_happening(text: str, said: bool) -> None:
    assert is_when_said(text, text.index("Friday")) is said


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("in Dorvik", " in Dorvik"),
        ("near Dorvik", " near Dorvik"),
        ("west of the town of Dorvik", " near Dorvik"),
        ("from Dorvik", ""),
        ("a day after the two sides met in Dorvik", ""),
        ("(doctors at the Dorvik hospital gave the number)", ""),
    ],
)
def test_a_question_names_only_a_place_where_it_was(words: str, where: str) -> None:
    papers = [
        told(
            f"A mob killed {n} drivers {words}, {by} said.",
            n,
            "drivers",
            by,
            outlet=by,
            place="Dorvik",
            day="2031-03-03",
        )
        for n, by in ((9, "the police"), (14, "the union"))
    ]
    assert asked(*papers) == f"How many drivers were killed{where} on 3 March 2031?"


def test_an_answer_is_as_open_as_its_words() -> None:
    for bound in ("at least", "nearly", "up to", "as many as"):
        text = f"{bound.capitalize()} 40 people were killed by shelling in Dorvik, the army said."
        paper = Paper(text, outlet="B")
        statement = paper.says(text.partition(", ")[0], paper.who("the army", EntityKind.ORGANIZATION))
        claim = paper.claim(statement, "kill", "killed", place=[paper.place("Dorvik")], time="2021-05-03")
        low, high = (40, None) if bound == "at least" else (None, 40)
        paper.figure(claim, f"{bound.capitalize()} 40 people", low, 40, high, approximate=bound == "nearly")
        (dispute,) = disputed(linked(count(12, speaker="the hospital", outlet="A"), paper), COUNT)
        assert {side.answer for side in dispute.sides} == {"12 killed", f"{bound} 40 killed"}


def test_a_headline_leaves_no_number_less_open_than_its_report() -> None:
    text = "Shelling kills 40 people in Dorvik\n\nAt least 40 people were killed by shelling in Dorvik, the army said."
    paper = Paper(text, outlet="B")
    army, place = paper.who("the army", EntityKind.ORGANIZATION), paper.place("Dorvik")
    for words, number, low, high in (
        ("Shelling kills 40 people in Dorvik", "40 people", 40, 40),
        ("At least 40 people were killed by shelling in Dorvik", "At least 40 people", 40, None),
    ):
        claim = paper.claim(paper.says(words, army), "kill", "kill", place=[place], time="2021-05-03")
        paper.figure(claim, number, low, 40, high)
    (dispute,) = disputed(linked(count(12, speaker="the hospital", outlet="A"), paper), COUNT)
    assert {side.answer for side in dispute.sides} == {"12 killed", "at least 40 killed"}
