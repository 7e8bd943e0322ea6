"""Which numbers stand alone, and what they are as numbers."""

from __future__ import annotations

import pytest
from by_hand import Paper, disputed, linked

from counterclaim.link.compare.counts.bare import _given
from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.records import EntityKind, Slot


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rights workers counted 1,200 huts; the council spoke of forty-five.", [1200, 45]),
        ("At 9:22, 12 per cent of two hundred farms lay idle.", [200]),
        ("The Sept. 27 raid, like that of 3 Nov. and of May 4, left six dead.", [6]),
        ("The blockade may 12 days on, by a count in March of 31 towns, have hit six.", [31, 6]),
        ("Teo Brusk, 39, the driller, and his brother, 41, led 60 men; in Homs, 312, by one count.", [41, 60, 312, 1]),
    ],
)
def test_numbers_are_read_but_not_hours_and_shares(text: str, numbers: list[float]) -> None:
    assert [value for _, value in numbers_in(text)] == numbers


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Workers counted 40 huts; the council spoke of nine.", [9]),
        ("The mayor put it at 94.", [94]),
        ("The mayor counted 94 lorries.", []),
        ('"He never gave a ladder back," said one.', []),
        ("Twelve huts burned, the mayor said; the driver said one.", [1]),
    ],
)
def test_a_number_without_a_noun_that_somebody_gives_is_bare(text: str, bare: list[float]) -> None:
    assert [value for span, value in numbers_in(text) if _given(text, span)] == bare


@pytest.mark.parametrize(
    ("before", "disputes"),
    [
        ("The police said the bomb killed 12 people", 1),
        ("The police said it was behind a similar bombing that killed 12 people", 0),
        ("The police said that a call came at about five to nine and told of a bomb", 0),
    ],
)
def test_a_bare_number_goes_back_to_what_is_a_count_of_the_same(before: str, disputes: int) -> None:
    paper = Paper(f"{before}. The governor spoke of 31.")
    paper.says(before, paper.who("The police", EntityKind.ORGANIZATION))
    paper.says("The governor spoke of 31", paper.who("The governor"), cue="spoke")
    assert len(disputed(linked(paper), Slot.COUNT)) == disputes


@pytest.mark.parametrize(
    ("before", "disputes"),
    [("The union said 12 people were killed", 1), ("The wire said Ada Roth has at least 723 delegates", 0)],
)
def test_how_many_somebody_has_is_no_other_count(before: str, disputes: int) -> None:
    paper = Paper(f"{before}. Jan Pohl has at least 158.")
    paper.says(before, paper.who("The wire" if "wire" in before else "The union", EntityKind.ORGANIZATION))
    paper.says("Jan Pohl has at least 158", paper.who("Jan Pohl"), cue="has")
    assert len(disputed(linked(paper), Slot.COUNT)) == disputes


@pytest.mark.parametrize(
    ("said", "disputes"),
    [
        ("The hospital has 15 names on its list", 1),
        ("The hospital has 15 names on its list, and two have been added", 0),
        ("The hospital has 15 names on its list, two of them of women", 1),
        ("The first list has 15 names", 0),
    ],
)
def test_what_says_why_two_numbers_differ_is_no_dispute(said: str, disputes: int) -> None:
    before = "The police said that 17 workers were dead"
    paper = Paper(f"{before}. {said}.")
    paper.says(before, paper.who("The police", EntityKind.ORGANIZATION))
    who = said.split(" has")[0]
    paper.says(said, paper.who(who, EntityKind.ORGANIZATION), cue="has")
    assert len(disputed(linked(paper), Slot.COUNT)) == disputes


@pytest.mark.parametrize(
    ("before", "said", "disputes"),
    [
        ("The shells destroyed a kiln, killing horses and wounding five", "The ministry stated", 0),
        ("The shells destroyed a kiln, wounding horses and killing five", "The ministry stated", 1),
        (
            "The shells destroyed a kiln, wounding horses and killing five",
            "Regarding the events of last week, the ministry stated",
            0,
        ),
    ],
)
def test_a_number_of_dead_goes_back_to_a_number_of_dead(before: str, said: str, disputes: int) -> None:
    paper = Paper(f"{before}, the army said. {said} that the number of dead stands at nine.")
    paper.says(before, paper.who("the army", EntityKind.ORGANIZATION))
    paper.says(
        "the number of dead stands at nine",
        paper.who(said.split(", ")[-1].removesuffix(" stated"), EntityKind.ORGANIZATION),
        cue="stated",
    )
    assert len(disputed(linked(paper), Slot.COUNT)) == disputes
