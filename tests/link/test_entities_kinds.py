"""What an entity of the ledger is: outlets, towns that the gazetteer has, states that no list has."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.annotate import annotate
from counterclaim.link.entities import link_entities
from counterclaim.records import Entity, EntityKind


def by_name(*texts: str) -> dict[str, Entity]:
    """The entities of reports with these texts, by each of their names."""
    pile = [Paper(text, f"2021-05-{day:02}").report for day, text in enumerate(texts, 1)]
    found, _ = link_entities(pile, {report.id: annotate(report) for report in pile})
    return {name: entity for entity in found for name in entity.names}


def test_an_outlet_that_nobody_names_is_an_organization() -> None:
    paper = Paper("Two ferries sank.", "2021-05-01", "Port Ledger")
    paper.who("Port Ledger", EntityKind.ORGANIZATION)
    assert [entity.kind for entity in linked(paper).entities] == [EntityKind.ORGANIZATION]


def test_an_outlet_is_an_organization_whatever_others_take_it_for() -> None:
    own = Paper("Two ferries sank.", "2021-05-01", "Ledger")
    own.who("Ledger", EntityKind.ORGANIZATION)
    other = Paper("Ledger wrote so. Ledger said so. Ledger was there.", "2021-05-02", "Coast Herald")
    other.who("Ledger", EntityKind.PERSON)
    (entity,) = linked(own, other).entities
    assert entity.kind is EntityKind.ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected this. Clan fighters from Somalia seized Moyale, Garissa and Wajir. Nobody came to Wajir.",
        "Kenyan troops left Wajir on Monday. They had entered Wajir, Moyale and Garissa in May.",
    ],
)
def test_a_town_on_the_map_is_a_place(text: str) -> None:
    found = by_name(text)
    assert {name: found[name].kind for name in ("Wajir", "Moyale", "Garissa")} == dict.fromkeys(
        ("Wajir", "Moyale", "Garissa"), EntityKind.PLACE
    )


def test_two_bodies_that_are_named_together_stay_two() -> None:
    found = by_name(
        "Relief International and Human Trees Watch did not count. He doubted Human Trees Watch. "
        "Relief International was there.",
    )
    assert found["Relief International"].id != found["Human Trees Watch"].id


def test_a_state_that_no_list_has_is_nobody() -> None:
    found = by_name(
        "Marden rejected the plan, the Marden Foreign Ministry said. Marden had waited for years.",
        "She refused a Marden demand for talks. Marden was angry. Marden will wait.",
    )
    assert found["Marden"].kind is EntityKind.PLACE
