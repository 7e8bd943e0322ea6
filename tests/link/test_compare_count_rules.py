"""What keeps two counts of one harm from contradicting each other: scope, parts, rising tolls, other places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, compared, count, disputed, linked
from on_the_map import linked_on_map

from counterclaim.link.compare.counts.parts import summed
from counterclaim.records import EntityKind, Judgement, Slot, Verdict, Who

COUNT = Slot.COUNT
FIRST = count(31)


def told(words: str, figure: str, *, outlet: str = "B", speaker: str = "the army") -> Paper:
    """A report in which a body says so many words, of which `figure` is a number and whom it counts."""
    paper = Paper(f"{words}, {speaker} said.", outlet=outlet)
    where = [paper.place(name) for name in ("Dorvik", "Ostrel") if name in words]
    statement = paper.says(words, paper.who(speaker, EntityKind.ORGANIZATION))
    claim = paper.claim(statement, "kill", "killed", place=where, time="2021-05-03")
    number = int(figure.split()[0])
    paper.figure(claim, figure, number, number, number, of=figure.split()[1])
    return paper


def only(papers: tuple[Paper, ...]) -> Judgement:
    """The only comparison of counts."""
    (found,) = compared(linked(*papers), COUNT)
    return found


@pytest.mark.parametrize(
    ("other", "verdict", "reason"),
    [
        (
            told("12 people were killed by shelling in Dorvik and the toll could still rise", "12 people"),
            Verdict.UPDATE,
            "expects it to rise",
        ),
        (
            told("An initial toll of 12 people were killed by shelling in Dorvik", "12 people"),
            Verdict.UPDATE,
            "earlier",
        ),
        (
            told("The death toll has risen to 40 people killed by shelling in Dorvik", "40 people"),
            Verdict.UPDATE,
            "was rising",
        ),
        (
            told("40 people were killed by shelling across the district of Dorvik", "40 people"),
            Verdict.PART,
            "over more places",
        ),
        (
            told("It was the second shelling in Dorvik, the first having killed 12 people", "12 people"),
            Verdict.OTHER_INCIDENT,
            "another happening",
        ),
        (
            told("In Dorvik 12 of the bodies of those killed by shelling were found", "12 of"),
            Verdict.PART,
            "part of a total",
        ),
        (
            told("One of those killed by shelling in Dorvik, and 3 people of them, were guards", "3 people"),
            Verdict.PART,
            "part of a total",
        ),
    ],
)
def test_a_difference_that_is_none_says_why(other: Paper, verdict: Verdict, reason: str) -> None:
    found = only((FIRST, other))
    assert (found.verdict, reason in found.reasons[-1]) == (verdict, True), found.reasons


@pytest.mark.parametrize(
    "words",
    [
        "12 people, most of them guards, were killed by shelling in Dorvik",
        "The army, which at first spoke of a gas leak, maintains that 12 people were killed by shelling in Dorvik",
        "The state radio later admitted that 12 people were killed by shelling in Dorvik",
    ],
)
def test_a_lower_number_that_is_told_as_the_whole_is_another_account(words: str) -> None:
    found = only((FIRST, told(words, "12 people")))
    assert found.verdict is Verdict.CONFLICT, found.reasons


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("12, three of them children, were killed by shelling in Dorvik", Verdict.CONFLICT),
        ("12, of whom three were children, were killed by shelling in Dorvik", Verdict.CONFLICT),
        ("The dead came from two towns, and 12 of them were killed by shelling in Dorvik", Verdict.PART),
    ],
)
def test_a_number_before_its_parts_is_the_whole(words: str, verdict: Verdict) -> None:
    paper = Paper(f"{words}, the army said.", outlet="B")
    where = [paper.place("Dorvik")]
    statement = paper.says(words, paper.who("the army", EntityKind.ORGANIZATION))
    paper.figure(paper.claim(statement, "kill", "killed", place=where, time="2021-05-03"), "12", 12, 12, 12)
    found = only((FIRST, paper))
    assert found.verdict is verdict, found.reasons


def test_a_toll_that_was_revised_says_nothing_of_a_higher_one_of_others() -> None:
    low = told("39 people were killed by shelling in Dorvik", "39 people", outlet="C")
    low.figures[0] = replace(low.figures[0], supersedes="the 23 of before")
    found = only((low, told("61 people were killed by shelling in Dorvik", "61 people", speaker="the front")))
    assert found.verdict is Verdict.CONFLICT, found.reasons


def test_a_number_that_another_voice_stays_at_is_no_earlier_state_of_a_toll_that_rose() -> None:
    paper = Paper(
        "The toll of the shelling in Dorvik has risen to 49 dead, the hospital said. The government, which at first "
        "said that it had hit a depot, maintains that nine people were killed.",
        outlet="B",
    )
    where = [paper.place("Dorvik")]
    first = paper.says("The toll of the shelling in Dorvik has risen to 49 dead", paper.who("the hospital"))
    last = paper.says("nine people were killed", paper.who("The government", EntityKind.ORGANIZATION))
    risen = paper.claim(first, "kill", "dead", place=where, time="2021-05-03")
    stays = paper.claim(last, "kill", "killed", time="2021-05-03")
    paper.figure(risen, "49 dead", 49, 49, 49, of="dead")
    paper.figure(stays, "nine people", 9, 9, 9, of="people")
    paper.figures[0] = replace(paper.figures[0], supersedes="an earlier one")
    (found,) = disputed(linked(paper), COUNT)
    assert {side.answer for side in found.sides} == {"49 killed", "9 killed"}


@pytest.mark.parametrize(("before", "verdict"), [("all", Verdict.PART), ("some", Verdict.CONFLICT)])
def test_all_of_some_go_back_to_those_who_were_told_of(before: str, verdict: Verdict) -> None:
    paper = told(f"After the shelling of Dorvik that killed, {before} 4 had wounds", "4 had")
    paper.figures = [replace(figure, of=None) for figure in paper.figures]
    assert only((FIRST, paper)).verdict is verdict


def test_a_number_on_top_of_another_is_a_part() -> None:
    words = "9 people were killed by shelling in Dorvik and 14 people more were killed in it"
    paper = told(words, "14 people")
    claim = next(iter(paper.claims))
    paper.figure(claim, "9 people", 9, 9, 9)
    found = [j for j in compared(linked(FIRST, paper), COUNT) if "14" in j.evidence[0].text + j.evidence[1].text]
    assert Verdict.PART in {j.verdict for j in found}


def test_a_round_number_is_the_exact_one_rounded() -> None:
    found = only((count(40), count(41, speaker="the army", outlet="B")))
    assert found.verdict is Verdict.COMPATIBLE


def test_what_came_out_before_the_day_that_the_other_tells_of_is_another_happening() -> None:
    early = count(12, speaker="the army", outlet="B", time=None, published="2021-05-02")
    found = only((FIRST, early))
    assert found.verdict is Verdict.OTHER_INCIDENT
    assert "2 May" in found.reasons[-1] or "2021-05-02" in found.reasons[-1]


def test_towns_far_apart_are_two_happenings() -> None:
    here = told("31 people were killed by shelling of a bridge in Dorvik", "31 people", outlet="A")
    there = told("18 people were killed by shelling of a bridge in Ostrel", "18 people", speaker="the hospital")
    found = [j for j in linked_on_map(here, there).judgements if j.slot is COUNT]
    assert all(j.verdict is not Verdict.CONFLICT for j in found)
    same = told("18 people were killed by shelling of a bridge in Dorvik", "18 people", speaker="the hospital")
    (dispute,) = disputed(linked_on_map(here, same), COUNT)
    assert dispute.question == "How many people were killed by shelling in Dorvik on 3 May 2021?"


def test_numbers_that_add_up_are_parts_of_their_sum() -> None:
    paper = Paper(
        "28 people were killed in the raid. 11 guards and 17 drivers were killed in it. 9 people were killed later."
    )
    statement = paper.tells(paper.text)
    claim = paper.claim(statement, "kill", "killed")
    figures = [
        paper.figure(claim, f"{number} {noun}", number, number, number, of=noun)
        for number, noun in ((28, "people"), (11, "guards"), (17, "drivers"), (9, "people"))
    ]
    whole, guards, drivers, later = (figure.id for figure in figures)
    assert summed(figures) == {guards: whole, drivers: whole}
    assert later not in summed(figures)


@pytest.mark.parametrize(
    ("total", "troops", "second", "disputes"),
    [(20, 12, "10 civilians", 1), (22, 12, "10 civilians", 0), (25, 12, "10 civilians", 0), (20, 12, "10 women", 0)],
)
def test_parts_that_come_to_more_than_their_total(total: int, troops: int, second: str, disputes: int) -> None:
    paper = Paper(f"{total} people were killed in Dorvik: {troops} soldiers and {second}.")
    claim = paper.claim(paper.tells(paper.text), "kill", "killed", place=[paper.place("Dorvik")], time="2021-05-03")
    paper.figure(claim, f"{total} people", total, total, total)
    paper.figure(claim, f"{troops} soldiers", troops, troops, troops, of="soldiers")
    paper.figure(claim, second, 10, 10, 10, of=second.split()[1])
    found = disputed(linked(paper), COUNT)
    assert len(found) == disputes
    assert all(side.answer in {"20 killed", "12 troops and 10 civilians: 22 killed"} for d in found for side in d.sides)


def test_a_toll_that_a_report_tells_as_somebody_elses_is_not_its_own() -> None:
    paper = Paper("Shelling killed 31 people in Dorvik, the hospital said. The army gave a lower toll of 18 people.")
    place = paper.place("Dorvik")
    said = paper.says("Shelling killed 31 people in Dorvik", paper.who("the hospital", EntityKind.ORGANIZATION))
    paper.figure(paper.claim(said, "kill", "killed", place=[place], time="2021-05-03"), "31 people", 31, 31, 31)
    told_too = paper.tells("The army gave a lower toll of 18 people.")
    paper.figure(paper.claim(told_too, "give", "gave"), "18 people", 18, 18, 18)
    (dispute,) = disputed(linked(paper), COUNT)
    assert dispute.within_report
    assert {side.answer for side in dispute.sides} == {"31 killed", "18 killed"}


def test_the_score_is_a_probability_and_falls_with_the_distance_of_the_numbers() -> None:
    scores = [
        disputed(linked(FIRST, count(number, speaker="the army", outlet="B")), COUNT)[0].score for number in (26, 14)
    ]
    assert 0.5 < scores[1] < scores[0] < 1


def test_a_number_is_held_by_whom_its_sentence_names() -> None:
    paper = Paper("Shelling killed 31 people in Dorvik, the hospital said. Civil Watch gave a lower toll of 18 people.")
    place = paper.place("Dorvik")
    said = paper.says("Shelling killed 31 people in Dorvik", paper.who("the hospital", EntityKind.ORGANIZATION))
    paper.figure(paper.claim(said, "kill", "killed", place=[place], time="2021-05-03"), "31 people", 31, 31, 31)
    paper.who("Civil Watch", EntityKind.ORGANIZATION)
    told_too = paper.tells("Civil Watch gave a lower toll of 18 people.")
    paper.figure(paper.claim(told_too, "give", "gave"), "18 people", 18, 18, 18)
    (dispute,) = disputed(linked(paper), COUNT)
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "31 killed": ["the hospital"],
        "18 killed": ["Civil Watch"],
    }


def test_a_claim_is_nobody_who_counts() -> None:
    paper = Paper("The army said shelling hit Dorvik. The claim said 18 people were killed by shelling in Dorvik.")
    army = paper.who("The army", EntityKind.ORGANIZATION)
    paper.says("shelling hit Dorvik", army)
    words = "18 people were killed by shelling in Dorvik"
    said = paper.says(words, Who(None, "The claim", paper.span("The claim")))
    where = [paper.place("Dorvik")]
    paper.figure(paper.claim(said, "kill", "killed", place=where, time="2021-05-03"), "18 people", 18, 18, 18)
    (dispute,) = disputed(linked(FIRST, paper), COUNT)
    assert [who.name for side in dispute.sides if side.answer == "18 killed" for who in side.holders] == ["The army"]


def test_a_question_without_a_day_names_that_of_its_reports() -> None:
    papers = [count(n, speaker=who, outlet=who, time=None) for n, who in ((31, "the army"), (18, "the hospital"))]
    (dispute,) = disputed(linked(*papers), COUNT)
    assert dispute.question.endswith("in Dorvik, in the attack that reports of 4 May 2021 tell of?"), dispute.question
