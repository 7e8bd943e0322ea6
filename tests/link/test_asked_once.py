"""One question under two slots is shown once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.link.asked_once import asked_once
from counterclaim.records import Dispute, Evidence, Side, Slot, Status, Who


def _dispute(slot: Slot, *statements: str) -> Dispute:
    evidence = (Evidence("report", 0, 5, "words"),)
    sides = tuple(Side(each, (), (each,), evidence, 1) for each in statements)
    question, why = "Do they hold prisoners?", ("A reason.",)
    return Dispute(slot.value, (), None, question, slot, 0.8, why, False, sides, Status.SUGGESTED, ())


HELD = _dispute(Slot.POLARITY, "he holds six", "we hold none")
ANY = _dispute(Slot.EXISTENCE, "he holds six", "we hold none")


def test_the_more_exact_slot_stays():
    assert asked_once([HELD, ANY]) == [HELD]


@pytest.mark.parametrize(
    "other",
    [
        _dispute(Slot.EXISTENCE, "he holds six", "there are no camps"),
        _dispute(Slot.COUNT, "he holds six", "we hold none"),
        replace(ANY, status=Status.CONFIRMED),
        replace(ANY, status=Status.REJECTED),
    ],
    ids=["another answer", "another kind of question", "confirmed", "rejected"],
)
def test_what_asks_something_else_or_was_judged_stays(other: Dispute):
    assert asked_once([HELD, other]) == [HELD, other]


def test_one_question_that_the_same_two_answer_in_other_words_is_shown_once():
    one = _dispute(Slot.POLARITY, "he holds six", "nonsense")
    other = _dispute(Slot.EXISTENCE, "six are held", "there are no prisoners")
    who = (Who(None, "the mayor", None), Who(None, "the rebels", None))
    one, other = (
        replace(each, sides=tuple(replace(side, holders=(w,)) for side, w in zip(each.sides, who, strict=True)))
        for each in (one, other)
    )
    assert asked_once([one, other]) == [one]
