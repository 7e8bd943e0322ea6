"""Lands that no list has, whose organs a report names, and bodies with an apostrophe in their name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report

from counterclaim.annotate.names import name_entities
from counterclaim.annotate.parse import parse
from counterclaim.records import EntityKind, LocalEntity

PERSON, ORGANIZATION, PLACE, STATE = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
    EntityKind.STATE,
)


def entities_of(text: str, outlet: str | None = None) -> dict[str, LocalEntity]:
    names = name_entities(parse(replace(make_report(text), outlet=outlet)))
    return {entity.name: entity for entity in names.entities.values()}


@pytest.mark.parametrize(
    ("text", "land", "side"),
    [
        ("Zorvara closed the border. The Zorvaran army left.", "Zorvara", "zorvara"),
        ("Talks with Benito failed. The Benitan government left.", "Benito", "benito"),
        ("Tarsk was silent. Tarsk's Foreign Ministry denied it.", "Tarsk", "tarsk"),
        ("The armed forces of Tarsk said nothing. Nobody in Tarsk did.", "Tarsk", "tarsk"),
        ("The Defence Ministry of Nyava said so. Nyava has no navy.", "Nyava", "nyava"),
        ("Bolova's government denies it. There was fighting in Bolova.", "Bolova", "bolova"),
        (
            "The breakaway Tarnow Republic said so. The Tarnow Republic has an army.",
            "Tarnow Republic",
            "tarnow republic",
        ),
    ],
)
def test_a_land_shows_by_the_organs_that_only_states_have(text: str, land: str, side: str) -> None:
    found = entities_of(text)
    assert (found[land].kind, found[land].side) == (STATE, side)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Wendo resigned. Wendo's Foreign Ministry post was filled.",
        "Dorvik's mayor resigned. Police in Dorvik are looking for him.",
        "The Army of Salkan fought on. Nobody likes Salkan.",
        "Peter Salk's army of lawyers came. Salk's army lost. Salk left.",
    ],
)
def test_whoever_has_no_such_organ_is_no_state(text: str) -> None:
    assert all(entity.kind is not STATE for entity in entities_of(text).values())


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Kenya's Foreign Ministry protested. Uganda's Foreign Ministry was silent.",
            {"Kenyan Foreign Ministry": "KEN", "Ugandan Foreign Ministry": "UGA"},
        ),
        (
            "The Foreign Ministry in Nairobi protested. The Ugandan Foreign Ministry was silent.",
            {"Kenyan Foreign Ministry": "KEN", "Ugandan Foreign Ministry": "UGA"},
        ),
        (
            "The Ministry of Defence of Kenya protested. Kenya's Defense Ministry has proof.",
            {"Kenyan Defense Ministry": "KEN"},
        ),
        ("The army of Kenya left. The Ugandan army stayed.", {"Kenyan army": "KEN", "Ugandan army": "UGA"}),
    ],
)
def test_an_organ_is_that_of_the_state_beside_it(text: str, sides: dict[str, str]) -> None:
    found = entities_of(text)
    assert sorted(entity.side or "" for entity in found.values() if entity.kind is ORGANIZATION) == sorted(
        sides.values()
    )


def test_a_ministry_named_before_another_states_is_not_that_one() -> None:
    text = "The Defence Ministry said so on Sunday. The Ugandan Defence Ministry denied it."
    assert {entity.side for entity in entities_of(text).values() if entity.kind is ORGANIZATION} == {None, "UGA"}


def test_a_papers_own_army_is_that_of_its_country() -> None:
    text = "The army took the hill. The Ugandan army lost a plane."
    assert entities_of(text, "Nairobi Mail").keys() >= {"Kenyan army", "Ugandan army"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Denis Koro spoke for Kenya's People's Militia. The People's Militia lost two men.", "People's Militia"),
        ("Joan Akello, who leads the Garissa Dockers' Union, said no.", "Garissa Dockers' Union"),
        ("The Women’s League of Garissa met on Sunday.", "Women’s League of Garissa"),
    ],
)
def test_an_apostrophe_within_the_name_of_a_body_does_not_cut_it(text: str, name: str) -> None:
    assert entities_of(text)[name].kind is ORGANIZATION


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The union met. Its president, Grace Achola, said officers had fired.", "Grace Achola", PERSON),
        ("Shares in Halvorsen fell 9 percent. Halvorsen, which owns the mine, was silent.", "Halvorsen", ORGANIZATION),
        ("The mine is owned by Halvorsen Copper of Garissa.", "Halvorsen Copper", ORGANIZATION),
        ("Brenwick plc has denied it. Brenwick's chief executive resigned.", "Brenwick", ORGANIZATION),
    ],
)
def test_offices_and_shares_tell_people_from_companies(text: str, name: str, kind: EntityKind) -> None:
    assert entities_of(text)[name].kind is kind


def test_what_common_words_are_shortened_to_is_no_name() -> None:
    assert "UAV" not in entities_of("It lost an unmanned aerial vehicle (UAV). The UAV fell near Garissa.")
