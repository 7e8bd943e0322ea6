"""Interviews printed in turns, each begun by who speaks."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Manner

ASKED = "Senator Kim Odera heads the Civic Union. He visited Garissa on Monday."


def told(text: str) -> list[tuple[str, str]]:
    """Who says what, as far as it is somebody's own words."""
    found = annotate_report(make_report(text, "2031-03-20", "Coast Herald")).statements
    return [(s.sources[0].name, s.content[0].text) for s in found if s.manner is Manner.DIRECT]


@pytest.mark.parametrize("asks", ["Coast Herald", "Q", "The Valley Voice"])
def test_what_somebody_answers_in_his_turn_is_his(asks: str) -> None:
    text = (
        f"{ASKED}\n\n{asks}: Senator, what happened?\n\nOdera: It was a massacre. Guards opened fire at dawn.\n\n"
        f"{asks}: How many died?\n\nOdera: At least 46 inmates were killed."
    )
    assert told(text) == [
        ("Kim Odera", "It was a massacre."),
        ("Kim Odera", "Guards opened fire at dawn."),
        ("Kim Odera", "At least 46 inmates were killed."),
    ]


def test_heads_of_paragraphs_are_nobodys_turns() -> None:
    text = f"{ASKED}\n\nWeapons: The monitors saw none.\n\nDeaths: Nine bodies were found.\n\nWater: The pump works."
    assert told(text) == []
