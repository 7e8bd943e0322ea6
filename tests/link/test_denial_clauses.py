"""Clauses in the negative: which deny something, and how their words are folded."""

from __future__ import annotations

import pytest
from by_hand import Paper

from counterclaim.link.compare.denials.clauses import clauses_in
from counterclaim.link.compare.denials.folds import folded, folds
from counterclaim.link.compare.denials.limits import _BARE_NONE
from counterclaim.link.entities import link_entities
from counterclaim.link.pile import Pile


def denied(words: str, speaker: str = "Anna Bell") -> bool:
    """Whether a sentence that somebody says has a clause that denies something."""
    paper = Paper(f"{words}, {speaker} said.")
    paper.says(words, paper.who(speaker))
    report, found = paper.report, {paper.report.id: paper.found}
    entities, _ = link_entities([report], found, (), ())
    pile = Pile.of([report], found, {}, entities)
    return any(clause.focus for clause in clauses_in(pile, report.id))


@pytest.mark.parametrize(
    "words",
    [
        "No lorry has reached the town",
        "There was no firing at prisoners",
        "The fighters did not enter the hospital",
        "Neither food nor medicine has come in",
        "Nobody was shot on the bridge",
        "No one was held on the bridge",
        "There was no shooting near the convoy at any time",
        "No warning of any kind was received",
        "It put forward no demands",
        "The guards had given no order to clear the tents",
        "Ostrel has repeatedly said that not a single soldier is in Tova",
    ],
)
def test_what_is_told_as_not_so_denies(words: str) -> None:
    assert denied(words)


@pytest.mark.parametrize(
    "words",
    [
        "No lorry has reached the town yet",
        "It was not clear who shot at the lorry",
        "The ministry did not give a number of prisoners",
        "There is no evidence of shelling",
        "Not only soldiers were in the town",
        "The army would not enter the hospital",
        "The lorries reached the town",
    ],
)
def test_what_is_unknown_to_come_or_told_in_the_positive_denies_nothing(words: str) -> None:
    assert not denied(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lorries", "convoy"),
        ("medicine", "flour"),
        ("clinic", "hospitals"),
        ("Tarvian", "Tarvia"),
        ("arrested", "detain"),
        ("withdrawn", "pulled out of"),
        ("used", "use"),
        ("nurses", "nurse"),
        ("Helicopters", "helicopter"),
        ("struck", "strike"),
        ("discharged his weapon", "opened fire"),
    ],
)
def test_words_of_one_meaning_are_one(one: str, other: str) -> None:
    assert folded(one)[0] & folded(other)[0]


@pytest.mark.parametrize(("one", "other"), [("lorries", "hospital"), ("Tarvia", "Ostrel"), ("killed", "arrested")])
def test_words_of_two_meanings_are_two(one: str, other: str) -> None:
    assert not folds(one) & folds(other)


def test_words_that_tell_nothing_are_left_out() -> None:
    assert folded("there was the said statement on Monday") == ()


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("None was sent.", True),
        ("Drell told the Post that nothing had been cancelled.", True),
        ("Nothing of the school was left.", False),
        ("Nothing had been sent to the hospital of Kelm.", False),
    ],
)
def test_a_denial_may_leave_what_it_is_of_to_what_was_told_before(words: str, bare: bool) -> None:
    assert bool(_BARE_NONE.match(words)) is bare
