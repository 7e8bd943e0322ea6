"""The words of questions, and what nouns tell of victims and distances of places."""

from __future__ import annotations

import pytest

from counterclaim.link.compare.asking import definite, past, uncounted
from counterclaim.link.compare.deeds.victim_words import armed
from counterclaim.link.compare.places.compare import distance


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("shell", "shelled"),
        ("strike", "struck"),
        ("shoot down", "shot down"),
        ("gun down", "gunned down"),
        ("carry out", "carried out"),
        ("fire", "fired"),
        ("destroy", "destroyed"),
    ],
)
def test_a_verb_has_its_past_tense(verb: str, expected: str) -> None:
    assert past(verb) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a crowded market", "the crowded market"),
        ("the bridge", "the bridge"),
        ("it", ""),
        ("a market that had been built before the war by a company of the neighbouring state", ""),
    ],
)
def test_a_question_speaks_of_what_is_known(words: str, expected: str) -> None:
    assert definite(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at least eleven people", "people"),
        ("dozens of shoppers", "shoppers"),
        ("a large number of fighters", "fighters"),
        ("soldiers", "soldiers"),
    ],
)
def test_a_count_is_taken_off(words: str, expected: str) -> None:
    assert uncounted(words) == expected


@pytest.mark.parametrize(
    ("words", "under_arms"),
    [
        ("17 farmers", False),
        ("women and children", False),
        ("several insurgents", True),
        ("members of the Dawn Brigades", True),
        ("members of the same family", False),
        ("people", None),
        ("trucks", None),
    ],
)
def test_nouns_tell_armed_men_from_the_unarmed(words: str, under_arms: bool | None) -> None:
    assert armed(words) is under_arms


def test_a_degree_of_latitude_is_some_111_kilometres() -> None:
    assert distance((10.0, 20.0), (11.0, 20.0)) == pytest.approx(111.2, abs=0.1)
    assert distance((60.0, 20.0), (60.0, 21.0)) == pytest.approx(55.6, abs=0.1)
