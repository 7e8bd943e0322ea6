"""Tolls of a few short reports on one story, which share few words: each one total of a harm, by two voices."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Slot

AFTER = ("Priest's letter", "2033-06-03", "There is nothing left of Sambo.")


def answers(*told: tuple[str, str, str]) -> list[list[str]]:
    """The answers of each dispute on a count, over reports of an outlet and a day."""
    reports = [report(outlet, day, text) for outlet, day, text in told]
    links = link(reports, {each.id: annotate(each) for each in reports}, (), reading=False)
    return [sorted(s.answer for s in dispute.sides) for dispute in links.disputes if dispute.slot is Slot.COUNT]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        (
            "Soldiers raided the tin market at Sambo before dawn on Tuesday. Twenty-three people were killed.",
            "An operation against smugglers was carried out in Sambo. Five were killed, and they had fired first.",
            ["23 killed", "5 killed"],
        ),
        (
            "The night train from Obrek left the rails at Sambo on Tuesday night. Thirty-one people died.",
            "The train was within its speed limit at Sambo. Twenty-two passengers lost their lives.",
            ["22 killed", "31 killed"],
        ),
        (
            "Troops burned 140 houses in Sambo on Monday.",
            "Twelve houses burned down in Sambo, all of them set alight by the rebels.",
            ["12 destroyed", "140 destroyed"],
        ),
        (
            "Rebels overran the fort of Sambo on Monday and captured 34 soldiers.",
            "The fort of Sambo was given up in good order. Six soldiers were captured.",
            ["34 captured", "6 captured"],
        ),
    ],
)
def test_two_totals_of_a_few_reports_that_share_few_words_are_set_side_by_side(
    one: str, other: str, numbers: list[str]
) -> None:
    assert answers(("Delta News", "2033-06-01", one), ("Headquarters", "2033-06-02", other), AFTER) == [numbers]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # two attacks of a week
            "A bomb went off in the bus station of Sambo on Monday. Eleven people were killed.",
            "The blast at the cinema in Sambo on Wednesday was the work of two men. Four people were killed.",
        ),
        (  # an aftershock
            "The earthquake in Sambo on Monday killed 340 people.",
            "The aftershock in Sambo on Tuesday night killed nine people.",
        ),
        (  # the night after
            "Police fired at strikers in Sambo on Tuesday. Eleven people were killed.",
            "Calm has returned to Sambo. Two people were killed overnight when a patrol was attacked.",
        ),
        (  # a place of many
            "The flood of the Sambo river took eighty lives in the province.",
            "In Besk the Sambo rose by four metres. Nine people drowned.",
        ),
        (  # miners, and those who looked for them
            "The gallery at Sambo collapsed on Sunday and killed fourteen miners.",
            "Two firemen died in Sambo when they went back for the missing.",
        ),
        (  # children among all
            "The boat sank off Sambo on Monday. Sixty people drowned.",
            "Eleven children drowned off Sambo, and each had a name.",
        ),
        (  # those of one clinic
            "Shells hit the fair at Sambo on Sunday, killing thirty people.",
            "Our clinic in Sambo received twelve dead.",
        ),
        (  # a third who may have died since
            "Soldiers fired at a car in Sambo on Monday. Two persons were killed and a third is critically ill.",
            "We deplore the deaths in Sambo. Three civilians were killed.",
        ),
        (  # two of a family
            "A gunship fired on a wedding in Sambo on Monday. Thirty-one people were killed.",
            "The pilot saw the lights of Sambo, said a man who lost two sons.",
        ),
        (  # each force its own
            "Soldiers and rebels fought in Sambo on Monday. Nine soldiers were killed.",
            "Four fighters were martyred in Sambo.",
        ),
        (  # arrests of two days
            "Police arrested 40 people at the march in Sambo on Tuesday.",
            "Three people were arrested in Sambo for the murder of the mayor.",
        ),
        (  # two stories
            "A bus fell from the bridge at Sambo on Sunday. Sixteen people died.",
            "Fire broke out in a dormitory at Pessin. Nine people died.",
        ),
    ],
)
def test_what_only_looks_like_two_totals_of_one_happening_is_not(one: str, other: str) -> None:
    assert not answers(("Delta News", "2033-06-01", one), ("Headquarters", "2033-06-02", other), AFTER)


def test_a_later_and_higher_total_of_one_voice_is_an_update() -> None:
    first = ("Delta News", "2033-06-01", "The dam above Sambo broke on Monday. Twelve people died.")
    later = ("Delta News", "2033-06-03", "Forty-four people died when the dam above Sambo broke.")
    assert not answers(first, later, AFTER)
