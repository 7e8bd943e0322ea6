"""Twelve reports as they are read, annotated and linked: who is who in clean prose about people nobody knows."""

from __future__ import annotations

import pytest
from invented_reports import reports

from counterclaim.records import Entity, EntityKind


@pytest.fixture(scope="module")
def entities() -> dict[str, Entity]:
    """The entities of the reports, by each of their names."""
    from counterclaim.annotate import annotate
    from counterclaim.link.entities import link_entities

    pile = reports()
    found, _ = link_entities(pile, {report.id: annotate(report) for report in pile})
    return {name: entity for entity in found for name in entity.names}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Tamara Velikova", ["T. Velikova", "Velikova"]),
        ("Osman Dargo", ["Ousman Dargo", "Dargo"]),
        ("Northern Coastal Front", ["NCF", "Coastal Front"]),
        ("Halim Relief Committee", ["HRC"]),
        ("Port Halim", ["Port Haleem"]),
        ("Pavel Rostan", ["Rostan"]),
        ("Shara-Banu", ["Sharabanu"]),
        ("Dawn Brigades", ["Army of the Hills"]),
    ],
)
def test_all_names_of_one_lead_to_it(entities: dict[str, Entity], name: str, others: list[str]) -> None:
    assert {entities[other].name for other in [name, *others]} == {name}


def test_two_people_of_one_surname_stay_two(entities: dict[str, Entity]) -> None:
    assert entities["Sofia Anselm"].id != entities["Peter Anselm"].id


def test_a_bridge_is_not_its_town(entities: dict[str, Entity]) -> None:
    assert entities["Marrat Bridge"].id != entities["Marrat"].id


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tamara Velikova", EntityKind.PERSON),
        ("Port Halim", EntityKind.PLACE),
        ("Marrat Bridge", EntityKind.PLACE),
        ("Dawn Brigades", EntityKind.GROUP),
        ("Halim Relief Committee", EntityKind.ORGANIZATION),
    ],
)
def test_kinds(entities: dict[str, Entity], name: str, kind: EntityKind) -> None:
    assert entities[name].kind is kind


@pytest.mark.parametrize(
    ("name", "title", "of"),
    [
        ("Idris Kelemu", "spokesman", "Northern Coastal Front"),
        ("Sofia Anselm", "director", "Halim Relief Committee"),
        ("Pavel Rostan", "foreign minister", "Keldia"),
    ],
)
def test_for_whom_somebody_speaks(entities: dict[str, Entity], name: str, title: str, of: str) -> None:
    assert (title, of) in {(role.title, role.of.name if role.of else None) for role in entities[name].roles}


def test_days_of_an_office(entities: dict[str, Entity]) -> None:
    dated = {(r.title, r.since, r.until) for e in set(entities.values()) for r in e.roles if r.since or r.until}
    assert {("foreign minister", "2016", "2019-05"), ("president", "2014", None)} <= dated
