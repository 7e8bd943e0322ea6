"""Counts of the same harm in one place on one day."""

from __future__ import annotations

import pytest
from by_hand import Paper, compared, count, disputed, linked

from counterclaim.records import EntityKind, Happened, Slot, Verdict, Who

COUNT = Slot.COUNT


def verdict_of(*papers: Paper) -> tuple[Verdict, str] | None:
    """The verdict on the only pair compared, with its reasons in one string; None where none was."""
    found = compared(linked(*papers), COUNT)
    assert len(found) <= 1
    return (found[0].verdict, " ".join(found[0].reasons)) if found else None


FIRST = count(31)


@pytest.mark.parametrize(
    ("other", "verdict", "reason"),
    [
        (count(12, speaker="the army", outlet="B"), Verdict.CONFLICT, "31 and 12 cannot both hold"),
        (count(31, speaker="the army", outlet="B"), Verdict.SAME, "can both hold"),
        (count(29, speaker="the army", outlet="B", bound="at least"), Verdict.SAME, "can both hold"),
        (count(30, speaker="the army", outlet="B", bound="about"), Verdict.SAME, "can both hold"),
        (count(12, speaker="the army", outlet="B", bound="at least"), Verdict.CONFLICT, "far apart"),
        (count(40, speaker="the army", outlet="B", bound="at least"), Verdict.CONFLICT, "cannot both hold"),
        (count(20, speaker="the army", outlet="B", bound="up to"), Verdict.CONFLICT, "cannot both hold"),
        (
            count(45, speaker="the army", outlet="B", published="2021-05-06"),
            Verdict.CONFLICT,
            "31 and 45 cannot both hold",
        ),
        (
            count(12, speaker="the army", outlet="B", published="2021-05-06"),
            Verdict.CONFLICT,
            "31 and 12 cannot both hold",
        ),
        (count(12, outlet="B"), Verdict.UPDATE, "same source"),
        (count(12, speaker="the army", outlet="B", part_of="total"), Verdict.PART, "part of a total"),
        (count(12, speaker="the army", outlet="B", time="2021-05-02"), Verdict.CONFLICT, "2 May 2021 or 3 May 2021"),
        (count(12, speaker="the army", outlet="B", time=None), Verdict.CONFLICT, "came out on the same day"),
    ],
)
def test_two_counts_have_a_verdict_with_its_reason(other: Paper, verdict: Verdict, reason: str) -> None:
    for papers in ((FIRST, other), (other, FIRST)):
        found = verdict_of(*papers)
        assert found is not None
        assert found[0] is verdict
        assert reason in found[1] or reason.replace("31 and 12", "12 and 31") in found[1]
        assert len(disputed(linked(*papers), COUNT)) == (verdict is Verdict.CONFLICT)


@pytest.mark.parametrize(
    "other",
    [
        count(12, speaker="the army", outlet="B", place="Ostrel"),
        count(12, speaker="the army", outlet="B", time="2021-04-20"),
        count(12, speaker="the army", outlet="B", time="2021-05"),
        count(12, speaker="the army", outlet="B", time=None, published="2021-06-20"),
        count(12, speaker="the army", outlet="B", happened=Happened.INJURED),
        count(12, speaker="the army", outlet="B", happened=Happened.DEPLOYED),
        count(12, speaker="the army", outlet="B", of="soldiers"),
        count(12, speaker="the army since 2011", outlet="B", how="shelling since 2011"),
    ],
)
def test_what_is_not_the_same_harm_is_not_compared(other: Paper) -> None:
    assert verdict_of(FIRST, other) is None


def test_a_later_report_raises_a_toll_that_was_left_open() -> None:
    found = verdict_of(count(31, bound="at least"), count(45, speaker="the army", outlet="B", published="2021-05-06"))
    assert found is not None
    assert found[0] is Verdict.UPDATE
    assert "The later report (2021-05-06) has the higher number" in found[1]


@pytest.mark.parametrize(
    ("rough", "number", "verdict"),
    [
        ("dozens", 10, Verdict.CONFLICT),
        ("dozens", 300, Verdict.CONFLICT),
        ("dozens", 43, Verdict.SAME),
        ("dozens", 17, Verdict.COMPATIBLE),
    ],
)
def test_a_rough_word_rules_out_what_is_far_off(rough: str, number: int, verdict: Verdict) -> None:
    paper = Paper(f"{rough} of people were killed by shelling in Dorvik, the army said.", outlet="B")
    statement = paper.says(
        f"{rough} of people were killed by shelling in Dorvik", paper.who("the army", EntityKind.ORGANIZATION)
    )
    claim = paper.claim(statement, "kill", "killed", place=[paper.place("Dorvik")], time="2021-05-03")
    paper.figure(claim, rough, 24, None, None, approximate=True)
    found = verdict_of(count(number), paper)
    assert found is not None
    assert found[0] is verdict or (verdict is Verdict.SAME and found[0] is Verdict.COMPATIBLE)


def test_a_conflict_asks_one_question_and_shows_both_answers() -> None:
    (dispute,) = disputed(linked(FIRST, count(12, speaker="the army", outlet="B")), COUNT)
    assert dispute.question == "How many people were killed by shelling in Dorvik on 3 May 2021?"
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "31 killed": ["the hospital"],
        "12 killed": ["the army"],
    }
    assert all(side.origins == 1 for side in dispute.sides)


def _two_counts(
    text: str, first: tuple[str, int, str], second: tuple[str, int, str], *, narrated: bool = False
) -> Paper:
    """A report with two counts: each the words of a statement, its number, and who says it."""
    paper = Paper(text)
    place = paper.place("Dorvik")
    for words, number, speaker in (first, second):
        narrating = narrated and speaker == second[2]
        by = paper.who(speaker, EntityKind.ORGANIZATION)
        statement = paper.tells(words) if narrating else paper.says(words, by)
        claim = paper.claim(statement, "kill", "killed", place=[place], time="2021-05-03")
        paper.figure(claim, f"{number} people", number, number, number)
    return paper


def test_two_sources_of_one_report_may_differ() -> None:
    paper = _two_counts(
        "Shelling killed 31 people in Dorvik, the hospital said. Shelling killed 12 people in Dorvik, the army said.",
        ("Shelling killed 31 people in Dorvik", 31, "the hospital"),
        ("Shelling killed 12 people in Dorvik", 12, "the army"),
    )
    (dispute,) = disputed(linked(paper), COUNT)
    assert dispute.within_report


def test_another_shelling_is_another_happening() -> None:
    paper = _two_counts(
        "Shelling killed 31 people in Dorvik, the hospital said. Another shelling killed 12 people in Dorvik, "
        "the army said.",
        ("Shelling killed 31 people in Dorvik", 31, "the hospital"),
        ("Another shelling killed 12 people in Dorvik", 12, "the army"),
    )
    found = verdict_of(paper)
    assert found is not None
    assert found[0] is Verdict.OTHER_INCIDENT
    assert "another happening" in found[1]


def test_what_a_report_says_itself_beside_a_source_is_less_likely_the_same() -> None:
    words = ("Shelling killed 31 people in Dorvik", 31, "the hospital"), ("Shelling killed 12 people in Dorvik", 12)
    text = "Shelling killed 31 people in Dorvik, the hospital said. Shelling killed 12 people in Dorvik. The army left."
    scores = []
    for narrated in (False, True):
        paper = _two_counts(text, words[0], (*words[1], "The army"), narrated=narrated)
        (found,) = compared(linked(paper), COUNT)
        scores.append(found.score)
    assert scores[1] < scores[0]


def test_one_source_counts_two_things_in_one_report() -> None:
    paper = _two_counts(
        "Shelling killed 31 people in Dorvik, the hospital said. Shelling killed 12 people in Dorvik, it added.",
        ("Shelling killed 31 people in Dorvik", 31, "the hospital"),
        ("Shelling killed 12 people in Dorvik", 12, "the hospital"),
    )
    assert verdict_of(paper) is None


def test_a_difference_between_a_report_and_its_reprint_is_one_of_editing() -> None:
    rest = (
        " The road to the coast was closed for most of the day while engineers looked for shells that had not gone "
        "off, and the school hall took in those who had lost their roofs."
    )

    def paper(number: int, outlet: str, speaker: str) -> Paper:
        content = f"{number} people were killed by shelling in Dorvik"
        made = Paper(f"{content}, {speaker} said.{rest}", "2021-05-04", outlet)
        place = made.place("Dorvik")
        statement = made.says(content, made.who(speaker, EntityKind.ORGANIZATION))
        claim = made.claim(statement, "kill", "killed", place=[place], time="2021-05-03")
        made.figure(claim, f"{number} people", number, number, number)
        return made

    found = [
        j for j in linked(paper(31, "A", "the hospital"), paper(12, "B", "the army")).judgements if j.slot is COUNT
    ]
    assert [(j.verdict, j.reasons[-1]) for j in found] == [
        (Verdict.COMPATIBLE, "One report copies the other, so the difference is one of editing.")
    ]


def test_a_count_without_a_claim_is_compared_by_the_words_around_it() -> None:
    paper = count(12, speaker="the army", outlet="B")
    paper.claims = []
    paper.statements = [paper.says("12 people were killed by shelling in Dorvik", Who(None, "somebody"))]
    found = verdict_of(FIRST, paper)
    assert found is not None
    assert found[0] is Verdict.CONFLICT
    assert "They share telling words" in found[1]
