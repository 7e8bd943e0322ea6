"""Whether there is such a thing at all."""

from __future__ import annotations

import pytest
from by_hand import Paper, compared, disputed, linked

from counterclaim.records import Modality, Polarity, Slot, Verdict, Who

EXISTENCE = Slot.EXISTENCE


def about(
    words: str,
    thing: str,
    *,
    denied: bool = False,
    speaker: str = "Anna Bell",
    place: str | None = "Dorvik",
    outlet: str = "Coast Herald",
    published: str | None = "2021-05-04",
    predicate: str = "exist",
    modality: Modality = Modality.FACT,
    side: str | None = None,
) -> Paper:
    """A report in which somebody says that there is (or is not) such a thing."""
    where = f" in {place}" if place else ""
    content = f"{words} {thing}{where}"
    paper = Paper(f"{content}, {speaker} said.", published, outlet)
    statement = paper.says(content, paper.who(speaker))
    meant = Who(None, thing, paper.span(thing))
    if side:
        local = paper.who(thing, side=side)
        meant = Who(local.entity, thing, paper.span(thing))
    paper.claim(
        statement,
        predicate,
        words.split()[-1],
        patient=[meant],
        place=[paper.place(place)] if place else [],
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        modality=modality,
    )
    return paper


def deny(**more: object) -> Paper:
    return about("There are", "no mercenaries", denied=True, **more)  # type: ignore[arg-type]


def affirm(thing: str = "mercenaries", **more: object) -> Paper:
    return about("There are", thing, **{"speaker": "Pavel Dorn", "outlet": "Tosk Wire", **more})  # type: ignore[arg-type]


def test_one_says_there_are_another_that_there_are_none() -> None:
    links = linked(deny(), affirm())
    (judgement,) = compared(links, EXISTENCE)
    assert judgement.verdict is Verdict.CONFLICT
    assert "Anna Bell says that there are no mercenaries." in judgement.reasons
    (dispute,) = disputed(links, EXISTENCE)
    assert dispute.question == "Are there mercenaries in Dorvik?"
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "no": ["Anna Bell"],
        "yes": ["Pavel Dorn"],
    }


@pytest.mark.parametrize(
    "yes",
    [
        affirm("a mercenary"),
        affirm("the mercenaries", modality=Modality.PRESUPPOSED, predicate="exist"),
        affirm(published="2021-05-30"),
    ],
)
def test_the_same_thing_in_other_words_is_found(yes: Paper) -> None:
    assert [j.verdict for j in compared(linked(deny(), yes), EXISTENCE)] == [Verdict.CONFLICT]


@pytest.mark.parametrize(
    "yes",
    [
        affirm(place="Ostrel"),
        affirm(place=None),
        affirm(published="2021-09-01"),
        affirm(published=None),
        affirm("farmers"),
        affirm(speaker="Anna Bell"),
        affirm(modality=Modality.CONDITION),
        about("They fear", "mercenaries", speaker="Pavel Dorn", outlet="Tosk Wire", predicate="fear"),
    ],
)
def test_what_is_elsewhere_later_other_or_the_same_speakers_is_not_compared(yes: Paper) -> None:
    assert compared(linked(deny(), yes), EXISTENCE) == []


def test_one_report_may_set_the_two_against_each_other() -> None:
    paper = Paper("There are no mercenaries, Anna Bell said. Tosk demanded that the mercenaries leave.")
    no = paper.says("There are no mercenaries", paper.who("Anna Bell"))
    paper.claim(no, "exist", "are", patient=[Who(None, "no mercenaries")], polarity=Polarity.NEGATIVE)
    yes = paper.says("the mercenaries leave", paper.state("Tosk", "tosk"), cue="demanded")
    paper.claim(yes, "exist", "mercenaries", patient=[Who(None, "the mercenaries")], modality=Modality.PRESUPPOSED)
    (dispute,) = disputed(linked(paper), EXISTENCE)
    assert dispute.within_report
    assert any("takes them for granted" in reason for reason in dispute.reasons)


@pytest.mark.parametrize("thing", ["reason", "doubt", "evidence", "people"])
def test_nouns_that_say_nothing_carry_no_question(thing: str) -> None:
    no = about("There is", f"no {thing}", denied=True)
    assert compared(linked(no, affirm(thing)), EXISTENCE) == []


@pytest.mark.parametrize(("side", "compares"), [("tosk", 1), ("arvel", 0)])
def test_the_troops_of_one_state_are_not_those_of_another(side: str, compares: int) -> None:
    no = about("There are", "no Tosk troops", denied=True, side="tosk")
    assert len(compared(linked(no, affirm(f"{side.title()} troops", side=side)), EXISTENCE)) == compares
