"""One thing set in two places by phrases: distances, waters, sides of a border, floors, and where shots came from."""

from __future__ import annotations

import pytest
from test_piles_of_settings import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.link.compare.places.phrases import phrases_in
from counterclaim.records import Slot

DIFFER = [
    (
        "The Ministry of Defence said the tanker Halla was stopped nine miles west of Cape Dorn.",
        "The owners of the Halla said she was boarded twenty-one miles west of Cape Dorn.",
        {"nine miles west of Cape Dorn", "twenty-one miles west of Cape Dorn"},
    ),
    (
        "Guerrillas ambushed an army patrol 40 km north of Masi on Monday, killing six soldiers, the army said.",
        "The Front said its men had ambushed the patrol 12 km north of Masi and killed nineteen.",
        {"40 km north of Masi", "12 km north of Masi"},
    ),
    (
        "The fishing boat Petrel was seized in Moravian waters on Friday, the Interior Ministry said.",
        "The Petrel was fishing on the high seas when a patrol boat took her, her owner, Nils Vaal, said.",
        {"in Moravian waters", "on the high seas"},
    ),
    (
        "The General Staff of Orland said the soldier was captured on Orland's side of the border.",
        "The patrol was taken on Surian soil, two kilometres inside the border, the Foreign Ministry of Suria said.",
        {"on Orland's side", "on Surian soil"},
    ),
    (
        "The fire at the ministry began on the second floor, the chief of the fire brigade said.",
        "The police said the fire at the ministry broke out on the ground floor.",
        {"on the second floor", "on the ground floor"},
    ),
    (
        "Shots fired from the Grand Hotel killed two marchers, witnesses said.",
        "The interior minister, Ora Pell, said the shots came from Fountain Street.",
        {"from the Grand Hotel", "from Fountain Street"},
    ),
]
DO_NOT = [
    # two ships
    (
        "The tanker Halla was stopped nine miles west of Cape Dorn, the ministry said.",
        "A trawler sank thirty miles west of Cape Dorn on Friday, the coast guard said.",
    ),
    # one distance in two units
    (
        "The train left the rails about 30 km south of Bern, the railway said.",
        "A driver said the train left the rails 20 miles south of Bern.",
    ),
    # where it spread to
    (
        "The fire began on the second floor, the chief of the fire brigade said. It reached the third floor, he said.",
        "A clerk died on the third floor, the police said.",
    ),
    # two days
    (
        "Rockets were fired from Gorna on Monday and hit a farm, the army said.",
        "Rockets were fired from Selo on Wednesday and killed a boy, the police said.",
    ),
    # two things of one report
    (
        "Two soldiers died on Omani soil, the army said. Three shepherds were killed on Yemeni soil, villagers said.",
        "The market was closed, the mayor said.",
    ),
]


def _answers(one: str, other: str) -> list[set[str]]:
    reports = [
        report({"outlet": "Elm Post", "published": "2033-03-15", "text": one}),
        report({"outlet": "Karel Wire", "published": "2033-03-16", "text": other}),
    ]
    links = link(reports, {found.id: annotate(found) for found in reports}, reading=False)
    return [{side.answer for side in dispute.sides} for dispute in links.disputes if dispute.slot is Slot.PLACE]


@pytest.mark.parametrize(("one", "other", "answers"), DIFFER)
def test_two_accounts_set_one_thing_in_two_places(one: str, other: str, answers: set[str]) -> None:
    assert _answers(one, other) == [answers]


@pytest.mark.parametrize(("one", "other"), DO_NOT)
def test_what_is_two_things_or_one_place_is_not_shown(one: str, other: str) -> None:
    assert _answers(one, other) == []


@pytest.mark.parametrize(
    ("words", "kind", "point", "km"),
    [
        ("four nautical miles east of Gannet Rock", "distance", "Gannet Rock", 7.4),
        ("about 11 kilometres south of Kala town", "distance", "Kala", 11.0),
        ("on the high seas", "waters", "", 0.0),
        ("in Saldian waters", "waters", "Saldian", 0.0),
        ("left 14 dead on our soil", "side", "Korm", 0.0),
        ("the ground floor, where the fire began", "floor", "ground", 0.0),
        ("the projectiles came from Taiz", "source", "Taiz", 0.0),
    ],
)
def test_what_a_phrase_says(words: str, kind: str, point: str, km: float) -> None:
    (phrase,) = phrases_in(words, "Korm")
    assert (phrase.kind, phrase.point, round(phrase.km, 1)) == (kind, point, km)
