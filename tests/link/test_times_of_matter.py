"""When the one happening of a small pile was, told in other words in each report."""

from __future__ import annotations

import pytest
from by_hand import Paper, disputed, linked

from counterclaim.records import Slot


def told(text: str, verb: str, trigger: str, outlet: str = "A") -> Paper:
    paper = Paper(text, "2031-03-04", outlet)
    paper.claim(paper.tells(paper.text), verb, trigger)
    return paper


ROBBED = told("Gunmen robbed a lorry near Orlo at dawn.", "rob", "robbed")
RAILS = told("A night train left the rails near Orlo at 6.15 in the morning.", "leave", "left")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROBBED, told("The raid took place at 11 p.m.", "take place", "took place", "B")),
        (ROBBED, told("It happened at 11 p.m.", "happen", "happened", "B")),
        (ROBBED, told("About forty attackers came at 11 p.m.", "come", "came", "B")),
        (RAILS, told("The accident happened shortly after eight.", "happen", "happened", "B")),
        (RAILS, told("It came to grief as the sun was setting.", "come", "came", "B")),
    ],
)
def test_a_first_sentence_and_what_names_its_happening_are_of_one_moment(one: Paper, other: Paper) -> None:
    (dispute,) = disputed(linked(one, other), Slot.TIME)
    assert len(dispute.sides) == 2


@pytest.mark.parametrize(
    "other",
    [
        told("The police arrived at 11 p.m.", "arrive", "arrived", "B"),
        told("The second raid took place at 11 p.m.", "take place", "took place", "B"),
        told("The raid had been planned for 11 p.m.", "plan", "planned", "B"),
        told("The raid ended at 11 p.m.", "end", "ended", "B"),
        told("The driver telephoned his firm at 11 p.m.", "telephone", "telephoned", "B"),
        told("The raid took place before dawn.", "take place", "took place", "B"),
    ],
)
def test_what_came_before_or_after_it_is_not(other: Paper) -> None:
    assert disputed(linked(ROBBED, other), Slot.TIME) == []


def test_nothing_is_taken_for_the_happening_in_a_large_pile() -> None:
    others = [told(f"The harbour of Town{n} was calm.", "be", "was", f"C{n}") for n in range(12)]
    raid = told("The raid took place at 11 p.m.", "take place", "took place", "B")
    assert disputed(linked(ROBBED, raid, *others), Slot.TIME) == []
