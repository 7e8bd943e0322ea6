"""Which answers to "who did it" stay in one dispute."""

from __future__ import annotations

from counterclaim.link.compare.deeds.agent_sides import of_one_deed
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.judge import judge
from counterclaim.records import Evidence, Slot, Verdict


def answer(record: str, words: str) -> Answer:
    text = f"It was {words}, as {record} tells."
    return Answer(record, f"said in {record}", words, Evidence(report=record, start=0, end=len(text), text=text))


def finding(left: Answer, right: Answer, score: float) -> Finding:
    evidence = [left.evidence, right.evidence]
    found = judge("compare", (left.record, right.record), Verdict.CONFLICT, score, ["One deed."], evidence, Slot.AGENT)
    return Finding(found, "Who did it?", left, right)


ARMY, REBELS = answer("first", "the army"), answer("second", "rebels")
NAVY = answer("third", "the navy")


def test_who_stands_against_one_side_only_is_left_out_with_the_reason() -> None:
    sure, loose = finding(ARMY, REBELS, 0.8), finding(REBELS, NAVY, 0.6)
    kept, left_out = of_one_deed([sure, loose])
    assert kept == sure
    assert left_out.judgement.verdict is Verdict.COMPATIBLE
    assert "not set against all others" in left_out.judgement.reasons[-1]


def test_who_stands_against_every_side_stays() -> None:
    all_three = [finding(ARMY, REBELS, 0.8), finding(REBELS, NAVY, 0.6), finding(ARMY, NAVY, 0.55)]
    assert list(of_one_deed(all_three)) == all_three


def test_pairs_that_do_not_hang_together_are_left_alone() -> None:
    apart = [finding(ARMY, REBELS, 0.8), finding(answer("fourth", "police"), answer("fifth", "settlers"), 0.5)]
    assert list(of_one_deed(apart)) == apart


def test_answers_of_one_sort_are_one_side() -> None:
    again = Answer("fifth", "said in fifth", "soldiers", NAVY.evidence, sort="of the army")
    army = Answer("first", "said in first", "the army", ARMY.evidence, sort="of the army")
    both = [finding(army, REBELS, 0.8), finding(REBELS, again, 0.6)]
    assert list(of_one_deed(both)) == both
