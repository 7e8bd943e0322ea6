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


def test_a_denial_gives_way_to_who_is_named_instead():
    told, denied, instead = (Evidence("report", start, start + 5, "words") for start in (0, 10, 20))
    captain, ensign = Who("c", "the captain"), Who("e", "the ensign")

    def side(who: Who, evidence: Evidence) -> Side:
        return Side(who.name, (who,), (f"{evidence.start}",), (evidence,), 1)

    fired = replace(HELD, within_report=True, sides=(side(captain, told), side(ensign, denied)))
    first = replace(fired, id="first", slot=Slot.ROLES, sides=(side(captain, told), side(ensign, instead)))
    assert asked_once([fired, first]) == [first]
    by_others = replace(first, sides=(side(captain, told), side(Who("m", "the mayor"), instead)))
    assert asked_once([fired, by_others]) == [fired, by_others]
