"""Hours and days of one happening in two reports, by what their clauses have in common."""

from __future__ import annotations

import pytest
from by_hand import Paper, disputed
from on_the_map import linked_on_map

from counterclaim.link.compare.times.moments import clause_at, kinds_in, stem, telling_words
from counterclaim.records import Slot, Span


def told(text: str, verb: str, trigger: str, *, outlet: str = "A", published: str = "2021-05-04") -> Paper:
    """A report of one sentence in its own voice."""
    paper = Paper(text, published, outlet)
    paper.claim(paper.tells(paper.text), verb, trigger)
    return paper


def blast(hour: str, *, outlet: str = "A") -> Paper:
    """A report that says when a car blew up at a market."""
    return told(f"The car blew up beside the fish market of Dorvik {hour}.", "blow up", "blew up", outlet=outlet)


def test_two_hours_of_one_blast_are_in_dispute() -> None:
    (dispute,) = disputed(linked_on_map(blast("at 10.15 a.m."), blast("at twenty to twelve", outlet="B")), Slot.TIME)
    assert {side.answer for side in dispute.sides} == {"10.15 a.m.", "twenty to twelve"}


@pytest.mark.parametrize(
    "other",
    [
        blast("at a quarter past ten", outlet="B"),
        told("The talks on salt duties will begin at 4 p.m.", "begin", "begin", outlet="B"),
        told(
            "The car blew up beside the fish market of Dorvik, the army said yesterday evening.",
            "blow up",
            "blew up",
            outlet="B",
        ),
        told("The harbour office said at 4 p.m. that it was shut.", "shut", "shut", outlet="B"),
        told("The car blew up beside the fish market of Dorvik.", "blow up", "blew up", outlet="B"),
    ],
)
def test_hours_that_agree_or_are_of_something_else_are_not(other: Paper) -> None:
    assert disputed(linked_on_map(blast("at 10.15 a.m."), other), Slot.TIME) == []


def test_two_hours_of_one_report_are_of_two_happenings() -> None:
    paper = told("The car blew up at 9.10 a.m. in Dorvik. The bridge was hit at 10.30 a.m.", "blow up", "blew up")
    assert disputed(linked_on_map(paper), Slot.TIME) == []


def test_a_clause_is_taken_with_what_stands_beside_it_where_it_is_short() -> None:
    text = "The guards had left the depot by the northern gate long before, at nine, and the town slept."
    at = text.index("nine")
    clause = clause_at(text, Span.of(text, 0, len(text)), at, at + 4).text
    assert "nine" in clause
    assert len(clause) >= 12


def test_words_are_cut_to_what_their_forms_share() -> None:
    assert stem("bombing") == stem("bombed")
    assert telling_words("the soldiers of the brigade said at noon") == {"soldi", "brigad"}
    assert "leaving" in kinds_in("they fled over the river")
