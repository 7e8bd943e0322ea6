"""The sides of a question of how many: each differs with each, and one number is one side."""

from __future__ import annotations

from by_hand import Paper

from counterclaim.link.compare import Answer, Finding
from counterclaim.link.compare.counts.sides import sided
from counterclaim.link.disputes import gather_disputes
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Slot, Verdict, content_id

WORDS = {
    "province": ("In the province 36 people were killed", 36),
    "town": ("In the town at least 23 people were killed", 23),
    "other": ("The toll in the town is 30 people killed", 30),
    "round": ("The hospital saw 50 people killed", 50),
    "exact": ("The hospital counted 55 people killed", 55),
    "police": ("Police counted 22 people killed", 22),
}
PAPER = Paper(". ".join(words for words, _ in WORDS.values()))
FIGURES: dict[str, Figure] = {}
for name, (words, number) in WORDS.items():
    claim = PAPER.claim(PAPER.tells(words), "kill", "killed")
    FIGURES[name] = PAPER.figure(claim, f"{number} people", number, number, number)
FOUND = Pile.of([PAPER.report], {PAPER.report.id: PAPER.found}, {PAPER.report.id: PAPER.report.id}, [])


def answer(name: str) -> Answer:
    """What one of the sentences answers."""
    figure = FIGURES[name]
    words = f"{WORDS[name][1]} killed"
    return Answer(figure.id, figure.statement or "", words, FOUND.evidence(figure.report, PAPER.span(WORDS[name][0])))


def differ(one: str, other: str, score: float) -> Finding:
    """Two numbers that cannot both hold."""
    left, right = answer(one), answer(other)
    evidence = [left.evidence, right.evidence]
    made = judge("compare", (left.record, right.record), Verdict.CONFLICT, score, ["so"], evidence, Slot.COUNT)
    return Finding(made, "How many?", left, right)


def kept(*findings: Finding, row: frozenset[str] = frozenset()) -> set[frozenset[str]]:
    """The pairs of answers that still conflict, in words."""
    told = list(sided(FOUND, findings, row))
    assert len(told) == len(findings)
    return {frozenset((f.left.words, f.right.words)) for f in told if f.judgement.verdict is Verdict.CONFLICT}


def test_what_differs_with_one_side_only_is_no_side() -> None:
    surer = differ("town", "other", 0.9)
    assert kept(differ("province", "other", 0.85), surer) == {frozenset({"23 killed", "30 killed"})}


def test_what_differs_with_every_side_is_one() -> None:
    pairs = [differ("town", "other", 0.9), differ("province", "other", 0.85), differ("province", "town", 0.8)]
    assert len(kept(*pairs)) == 3


def test_a_round_number_and_the_exact_one_of_a_report_are_one_side() -> None:
    left = kept(differ("round", "police", 0.8), differ("exact", "police", 0.9))
    assert len(left) == 1
    assert len(left.pop()) == 2


def test_numbers_of_which_each_counts_what_the_one_before_it_counts_are_of_one_question() -> None:
    pairs = [differ("town", "other", 0.8), differ("other", "police", 0.8)]
    assert len(kept(*pairs)) == 1
    assert len(kept(*pairs, row=frozenset(f.judgement.id for f in pairs))) == 2


def test_two_questions_stay_two() -> None:
    assert len(kept(differ("town", "other", 0.9), differ("exact", "police", 0.8))) == 2


def test_what_is_no_side_still_leads_to_the_dispute() -> None:
    told = list(sided(FOUND, [differ("province", "other", 0.85), differ("town", "other", 0.9)], frozenset()))
    (dispute,) = gather_disputes(FOUND, told)
    assert {side.answer for side in dispute.sides} == {"23 killed", "30 killed"}
    assert content_id("dispute", Slot.COUNT.value, FIGURES["province"].id) in dispute.aliases
