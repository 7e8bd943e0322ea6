"""One deed of a small pile that two reports set in two places, told with different verbs."""

from __future__ import annotations

import re

import pytest
from by_hand import Paper, disputed, linked

from counterclaim.records import Slot


def told(text: str, outlet: str = "A") -> Paper:
    """A report whose one deed, where its words in brackets say whom or what, was done to them."""
    theme, bare = re.search(r"\[(.+?)\]", text), re.sub(r"[\[\]]", "", text)
    verb = re.search(r"arrested|picked|caught|left|sailed|killed|died|detained|shot", bare)
    paper = Paper(bare, "2031-03-04", outlet)
    said = paper.tells(paper.text)
    if theme and verb:
        paper.claim(said, verb[0], verb[0], patient=(paper.unnamed(theme[1], None),))
    return paper


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Poet Anna Belk] was arrested at the airport of Vorn.", "Police picked [her] up at her flat."),
        (
            "[Captain Sidi Bouh] was arrested at the airport.",
            "It was in his mother's house that [the captain] was caught.",
        ),
        ("The freighter had sailed from Kadra.", "The ship set out from Morn."),
        ("The squadron had left Kadra at noon.", "The squadron had sailed from Morn."),
        ("The balloon came down in Tavel.", "The balloon landed in Orne."),
        ("[Oakes] was killed in the parking lot of a store.", "[Oakes], a driver, died behind his aunt's house."),
    ],
)
def test_a_deed_is_in_one_place(one: str, other: str) -> None:
    (dispute,) = disputed(linked(told(one), told(other, "B")), Slot.PLACE)
    assert len(dispute.sides) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Poet Anna Belk] was arrested at the airport.", "[Her brother Jan Orr] was detained at his house."),
        ("[The priest Ion Danu] was killed in his church.", "[His driver] was killed at the market."),
        ("[A policeman] was shot at the railway station.", "[The student] was killed in her flat."),
        ("The freighter sailed from Kadra.", "It then sailed from Morn."),
        ("The judge was shot in Vorn.", "The judge was shot at his house."),
        ("The plane landed in Vorn.", "The plane came down in Hardel, near Vorn. Hardel, in Vorn, is a village."),
        ("The hostages were released at the border.", "Two of them were freed from a cave."),
        ("The poet was not arrested at the airport.", "The poet was arrested at her flat."),
        ("A body was found in the river.", "Another body was found in a forest."),
    ],
)
def test_what_may_be_of_two_or_of_one_place_is_not_set_side_by_side(one: str, other: str) -> None:
    assert disputed(linked(told(one), told(other, "B")), Slot.PLACE) == []
