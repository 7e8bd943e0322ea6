"""Which counts are set against each other: across whatever words, statements and kinds of people tell of one toll."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, compared, count, disputed, linked

from counterclaim.link.compare.counts.read import is_anybody, victims
from counterclaim.records import EntityKind, Happened, Judgement, Modality, Slot, Verdict

COUNT = Slot.COUNT


def told(words: str, figure: str, *, modality: Modality = Modality.FACT, happened: Happened = Happened.KILLED) -> Paper:
    """A report of the army with a number and whom it counts."""
    paper = Paper(f"{words}, the army said.", outlet="B")
    statement = paper.says(words, paper.who("the army", EntityKind.ORGANIZATION))
    where = [paper.place("Dorvik")] if "Dorvik" in words else []
    claim = paper.claim(statement, "kill", "killed", place=where, time="2021-05-03", modality=modality)
    number = int(figure.split()[0])
    paper.figure(claim, figure, number, number, number, of=figure.split()[-1], happened=happened)
    return paper


def verdicts(*papers: Paper) -> set[Verdict]:
    found: list[Judgement] = compared(linked(*papers), COUNT)
    return {judgement.verdict for judgement in found}


@pytest.mark.parametrize("whom", ["farmers", "bystanders", "bodies", "passengers", "men"])
def test_people_are_people_whatever_they_are_called(whom: str) -> None:
    assert verdicts(count(31), told(f"12 {whom} were killed by shelling in Dorvik", f"12 {whom}")) == {Verdict.CONFLICT}


@pytest.mark.parametrize("whom", ["soldiers", "children", "families"])
def test_some_people_and_households_are_counted_apart(whom: str) -> None:
    assert verdicts(count(31), told(f"12 {whom} were killed by shelling in Dorvik", f"12 {whom}")) == set()


def test_what_is_only_planned_counts_nothing() -> None:
    planned = told("12 people would be killed by shelling in Dorvik", "12 people", modality=Modality.PLAN)
    assert verdicts(count(31), planned) == set()


def test_a_number_without_a_statement_is_its_reports_own() -> None:
    paper = Paper("Shelling hit Dorvik. 12 people were killed by shelling in Dorvik.", outlet="B")
    place = paper.place("Dorvik")
    claim = paper.claim(paper.tells(paper.text), "kill", "killed", place=[place], time="2021-05-03")
    figure = paper.figure(claim, "12 people", 12, 12, 12)
    paper.figures.remove(figure)
    paper.figures.append(type(figure)(**{**{f: getattr(figure, f) for f in figure.__slots__}, "statement": None}))
    (dispute,) = disputed(linked(count(31), paper), COUNT)
    assert {side.answer for side in dispute.sides} == {"31 killed", "12 killed"}


def test_a_war_and_a_day_are_not_compared() -> None:
    war = told("300000 people have been killed in the war since 2011, in Dorvik too", "300000 people")
    assert Verdict.CONFLICT not in verdicts(count(31), war)


def test_numbers_far_apart_are_less_likely_of_one_thing() -> None:
    near, far = (
        compared(linked(count(31), told(f"{n} people were killed by shelling in Dorvik", f"{n} people")), COUNT)[0]
        for n in (20, 600)
    )
    assert near.verdict is Verdict.CONFLICT
    assert far.verdict is not Verdict.CONFLICT or far.score < near.score


def test_kinds_of_the_counted() -> None:
    paper = told("12 bystanders were killed by shelling in Dorvik", "12 bystanders")
    (figure,) = paper.figures
    assert victims(figure) == "people"
    assert not is_anybody(figure)


@pytest.mark.parametrize(("whom", "kind"), [("armed men", "people"), ("servicemen", "troops"), ("policemen", "troops")])
def test_men_are_people_and_those_of_a_service_are_its_own(whom: str, kind: str) -> None:
    (figure,) = told("12 men were killed by shelling in Dorvik", "12 men").figures
    assert victims(replace(figure, of=whom)) == kind


def test_of_two_numbers_side_by_side_each_counts_its_own() -> None:
    paper = told("12 guides and 4 drivers were killed by shelling in Dorvik", "12 guides")
    assert verdicts(count(31), paper) == {Verdict.CONFLICT}
    paper.figure(paper.claims[0], "4 drivers", 4, 4, 4, of="drivers")
    assert verdicts(count(31), paper) == set()
