"""A denial beside what it answers, as found inside the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, compared, disputed, linked

from counterclaim.records import Polarity, Slot, Verdict, Who

POLARITY = Slot.POLARITY


def answered(denier: str = "Pavel Dorn", polarity: Polarity = Polarity.NEGATIVE) -> Paper:
    """A report in which somebody says that doors were locked, and somebody else answers."""
    paper = Paper(f"The doors were locked, Anna Bell said. Nobody locked the doors, {denier} answered.")
    first = paper.says("The doors were locked", paper.who("Anna Bell"))
    second = paper.says("Nobody locked the doors", paper.who(denier), cue="answered")
    charge = paper.claim(first, "lock", "locked", patient=[Who(None, "The doors", paper.span("The doors"))])
    answer = paper.claim(second, "lock", "locked", polarity=polarity)
    paper.claims[-1] = replace(answer, responds_to=charge.id)
    return paper


def test_a_denial_and_what_it_answers_differ() -> None:
    links = linked(answered())
    assert [judgement.verdict for judgement in compared(links, POLARITY)] == [Verdict.CONFLICT]
    (dispute,) = disputed(links, POLARITY)
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "no": ["Pavel Dorn"],
        "yes": ["Anna Bell"],
    }


@pytest.mark.parametrize("paper", [answered("Anna Bell"), answered(polarity=Polarity.UNKNOWN)])
def test_who_answers_himself_or_leaves_it_open_denies_nothing(paper: Paper) -> None:
    assert compared(linked(paper), POLARITY) == []
