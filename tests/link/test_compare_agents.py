"""One deed laid at different doors."""

from __future__ import annotations

import pytest
from by_hand import Paper, compared, disputed, linked

from counterclaim.records import Act, Slot, Who

AGENT = Slot.AGENT


def blamed(first: str, second: str, deed: str = "the gas attack on the school", *, speaker: str = "Arvel") -> Paper:
    """A report in which `speaker` accuses `first`, and Tosk accuses `second`, of one deed."""
    one, other = f"{first} of {deed}", f"{second} of {deed}"
    paper = Paper(f"{speaker} accused {one}. Tosk blamed {other.replace(' of ', ' for ')}.")
    paper.state("Tosk", "tosk")
    paper.state("Arvel", "arvel")
    paper.says(one, paper.state(speaker, speaker.lower()), cue="accused", act=Act.ACCUSE)
    paper.says(other.replace(" of ", " for "), paper.state("Tosk", "tosk"), cue="blamed", act=Act.ACCUSE)
    return paper


def test_who_is_accused_blames_another() -> None:
    (dispute,) = disputed(linked(blamed("Tosk", "Arvel")), AGENT)
    assert dispute.within_report
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "Tosk": ["Arvel"],
        "Arvel": ["Tosk"],
    }


def test_who_is_accused_blames_rebels() -> None:
    (dispute,) = disputed(linked(blamed("Tosk", "rebels")), AGENT)
    assert {side.answer for side in dispute.sides} == {"Tosk", "rebels"}


@pytest.mark.parametrize(
    "paper",
    [
        blamed("rebels", "militants"),
        blamed("Tosk", "Tosk"),
        blamed("Tosk", "Arvel", "the talks on the border"),
        blamed("Tosk", "Arvel", speaker="Tosk"),
    ],
)
def test_charges_that_do_not_differ_or_tell_of_no_deed_are_not_compared(paper: Paper) -> None:
    assert compared(linked(paper), AGENT) == []


def test_words_of_blame_that_nobody_stands_beside_charge_nobody() -> None:
    paper = Paper("Responsible for the gas attack on the school is Arvel, Tosk said. The attack was carried out by.")
    paper.says("Responsible for the gas attack on the school is Arvel", paper.state("Tosk", "tosk"))
    paper.says("The attack was carried out by", paper.state("Tosk", "tosk"))
    assert compared(linked(paper), AGENT) == []


def struck(agent: str, target: str = "the market", *, outlet: str = "Coast Herald", day: str = "2021-05-03") -> Paper:
    """A report that tells of an air strike by a state."""
    words = f"{agent} bombed {target} in Dorvik with barrel bombs at noon while people bought fish"
    paper = Paper(f"{words}, {outlet} reporters said.", "2021-05-04", outlet)
    paper.place("Dorvik")
    told = paper.says(words, paper.who(f"{outlet} reporters"))
    patient = Who(None, target, paper.span(target))
    doer = paper.state(agent, agent.lower())
    paper.claim(told, "bomb", "bombed", agent=[doer], patient=[patient], place=[paper.place("Dorvik")], time=day)
    return paper


def test_two_reports_name_two_attackers_of_one_market() -> None:
    (dispute,) = disputed(linked(struck("Tosk"), struck("Arvel", outlet="Tosk Wire")), AGENT)
    assert {side.answer for side in dispute.sides} == {"Tosk", "Arvel"}
    assert not dispute.within_report


@pytest.mark.parametrize(
    "other",
    [
        struck("Arvel", outlet="Tosk Wire", day="2021-04-12"),
        struck("Arvel", "the harbour", outlet="Tosk Wire"),
        struck("Tosk", outlet="Tosk Wire"),
    ],
)
def test_another_day_or_target_is_another_deed(other: Paper) -> None:
    assert compared(linked(struck("Tosk"), other), AGENT) == []
