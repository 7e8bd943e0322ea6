"""What the trained reader finds that no rule does: two short reports, put together by a user, read side by side."""

from __future__ import annotations

import pytest
from by_hand import Paper
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.link.compare.learned.answers import Given, cut_around
from counterclaim.link.compare.learned.bars import barred
from counterclaim.link.compare.learned.passages import Sentence
from counterclaim.link.pile import Pile
from counterclaim.models.pairs.pieces import Passage
from counterclaim.records import Links, Slot


def linked(*texts: str, reading: bool = True) -> Links:
    """Reports of one day, each by its own outlet, linked."""
    reports = [report(f"Outlet {n}", "2031-03-04", text) for n, text in enumerate(texts)]
    return link(reports, {r.id: annotate(r) for r in reports}, reading=reading)


RAID = "The police raided the mine of Brodek at dawn on Tuesday."
CLASHES = [
    (
        "No civilian was in the bakery when it was hit, the air force said. The pilots are safe.",
        "Thirty women queued in the bakery when the bomb hit it, a nurse said.",
        Slot.COUNT,
    ),
    (
        "Nobody on board was hurt when the ferry struck the pier, the company said.",
        "Eleven passengers were carried off the ferry on stretchers after it struck the pier, a doctor said.",
        Slot.COUNT,
    ),
]


@pytest.mark.parametrize(("left", "right", "slot"), CLASHES)
def test_it_finds_what_rules_do_not(left: str, right: str, slot: Slot) -> None:
    shown = linked(left, right).disputes
    assert {d.slot for d in shown} >= {slot}
    for dispute in shown:
        assert dispute.question.endswith("?")
        assert len(dispute.sides) == 2
        assert len({e.report for side in dispute.sides for e in side.evidence}) == 2


def test_without_it_rules_alone_compare() -> None:
    assert not [j for j in linked(*CLASHES[1][:2], reading=False).judgements if "trained" in " ".join(j.reasons)]


def test_it_gives_its_reason_and_how_sure_it_is() -> None:
    read = [d for d in linked(*CLASHES[1][:2]).disputes if "trained" in " ".join(d.reasons)]
    assert read
    assert all(f"{d.score:.2f}" in d.reasons[0] for d in read)


def test_two_sentences_of_one_outlet_are_not_set_against_each_other() -> None:
    left, right, _ = CLASHES[0]
    assert not [d for d in linked(f"{left} {right}").disputes if "trained" in " ".join(d.reasons)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nine men died in the Orlo pit on Tuesday.", "The Orlo pit was opened by a Dutch company in 1911."),
        ("Soldiers shot seven people at the Tesk crossing.", "At the Tesk crossing, soldiers shot seven people dead."),
        ("The lorries reached Venn on Sunday.", "A convoy of lorries got to Venn on Sunday, the mayor said."),
    ],
)
def test_what_agrees_or_is_of_something_else_is_not_shown(left: str, right: str) -> None:
    assert not linked(left, right).disputes


def test_the_order_of_reports_makes_no_difference() -> None:
    texts = [text for left, right, _ in CLASHES for text in (left, right)]
    assert linked(*texts).disputes == linked(*texts).disputes
    reports = [report(f"Outlet {n}", "2031-03-04", text) for n, text in enumerate(texts)]
    found = {r.id: annotate(r) for r in reports}
    assert link(reports, found) == link(reports[::-1], found)


@pytest.mark.parametrize(
    ("words", "answer", "cut"),
    [
        ("The gate was shut", "shut", "The gate was shut"),
        (
            "The paper has been shown a letter, dated March 11, in which the union told the mayor that she will kill",
            "shown a letter",
            "The paper has been shown a letter in which the union told the mayor that she will kill",
        ),
        (
            "The mayor had been at a wedding in the hills with his wife and both his sons since Friday, the guard saw "
            "that the gate was open and the lamp was out",
            "the gate was open",
            "… the guard saw that the gate was open and the lamp was out",
        ),
        (
            "Crews voted to end their strike from Monday after a long meeting in the hall, at which forty people spoke "
            "and nine of them shouted",
            "voted to end their strike",
            "Crews voted to end their strike from Monday after a long meeting in the hall …",
        ),
    ],
)
def test_an_answer_is_cut_around_what_contradicts(words: str, answer: str, cut: str) -> None:
    assert cut_around(words, answer, 100) == cut


def test_that_somebody_spoke_to_a_paper_answers_nothing() -> None:
    text = "Captain Jorn Hask spoke to this paper from his bed."
    made = linked(text, "Nobody rang the captain, the company said.")
    assert not [d for d in made.disputes if any("spoke to" in e.text for s in d.sides for e in s.evidence)]


TURNS = [
    (
        "The mayor of Orlo, Dana Persk, said the reservoir gates were never opened that night. Ferries ran late.",
        "Dana Persk, the mayor of Orlo, said two of the reservoir gates had been opened that night. She left.",
        "gates",
    ),
    (
        "Colonel Bero Laskin, the army spokesman, said his batteries had not fired a single round at the mill.",
        "Colonel Bero Laskin said that his batteries had fired six rounds at the mill. He gave no reason.",
        "batteries",
    ),
]


@pytest.mark.parametrize(("first", "second", "of"), TURNS)
def test_what_one_speaker_says_on_two_days_is_a_change_and_no_dispute(first: str, second: str, of: str) -> None:
    reports = [report("Coast Wire", "2031-03-04", first), report("Harbour Post", "2031-03-07", second)]
    links = link(reports, {r.id: annotate(r) for r in reports})
    assert not links.disputes
    (change,) = links.changes
    assert (change.earlier.date, change.later.date) == ("2031-03-04", "2031-03-07")
    assert of in change.question
    assert of in change.earlier.answer
    assert of in change.later.answer


def test_two_speakers_of_one_body_are_no_change() -> None:
    reports = [
        report(
            "Coast Wire", "2031-03-04", "Dana Persk, the mayor of Orlo, said the reservoir gates were never opened."
        ),
        report(
            "Harbour Post", "2031-03-07", "Ivo Tann, the engineer of Orlo, said two of the reservoir gates were opened."
        ),
    ]
    links = link(reports, {r.id: annotate(r) for r in reports})
    assert not links.changes


def test_what_two_say_in_other_words_is_no_dispute() -> None:
    links = linked(
        "The ferry had no lifeboats on board, a survivor said. It left Orlo at noon.",
        "There was not one lifeboat aboard the ferry, the harbour master found. The cabinet meets on Monday.",
    )
    assert not links.disputes


def test_a_pile_of_more_than_a_few_reports_is_read_too() -> None:
    others = [f"The council of Tarn{n} met on Monday and put off its vote on the {n} mills." for n in range(13)]
    told = [text for left, right, _ in CLASHES[:1] for text in (left, right)]
    assert [d for d in linked(*told, *others).disputes if "bakery" in d.question]


def test_datelines_and_cues_are_no_part_of_an_answer() -> None:
    left, right, _ = CLASHES[0]
    read = linked(f"OSTREL, March 4 (HNA) - {left}", f"[Announcer] {right}").disputes
    assert read
    told = [words for d in read for side in d.sides for words in (d.question, side.answer)]
    assert not [words for words in told if "OSTREL" in words or "Announcer" in words]


@pytest.mark.parametrize(
    "text",
    [
        "“We take no position on the election,” the association said.",
        "The owner declined to comment on the election.",
        "A spokesman said the ministry had no comment on the election.",
    ],
)
def test_who_takes_no_side_answers_nothing(text: str) -> None:
    told = "Soldiers held the base on Monday, a day after an election that both candidates say they won."
    assert not linked(told, text).disputes


@pytest.mark.parametrize(
    ("other", "asked"),
    [("Nine strikers are being treated for bullet wounds.", 0), ("Nine officers were hurt, one of them gravely.", 1)],
)
def test_officers_hurt_are_no_answer_to_how_many_strikers_were(other: str, asked: int) -> None:
    shown = linked(f"Three officers were hurt, none of them gravely. {RAID}", f"{other} {RAID}").disputes
    assert len([d for d in shown if d.slot is Slot.COUNT]) == asked


def test_a_word_that_joins_others_is_no_answer() -> None:
    text = "The first round was logged by our observers. The mission gave its findings."
    paper = Paper(f"{text} Ada Roth said so.")
    said = paper.says("The first round was logged by our observers", paper.who("Ada Roth"))

    def given(sentence: str, words: str) -> Given:
        whole = paper.span(sentence)
        passage = Passage("2031-03-04", sentence, paper.report.id)
        return Given(Sentence(paper.report.id, 0, whole, passage, ()), paper.span(words), said, None, None)

    observers, by = (given("The first round was logged by our observers", words) for words in ("our observers", "by"))
    mission = given("The mission gave its findings", "The mission")
    pile = Pile.of([], {}, {}, [])
    assert barred(pile, Slot.QUALITY, by, mission)
    assert not barred(pile, Slot.QUALITY, observers, mission)
