"""Which names a report has, and which of them are one and the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report

from counterclaim.annotate.names import name_entities
from counterclaim.annotate.parse import parse
from counterclaim.records import EntityKind, LocalEntity, MentionForm, Passage, PassageKind, Report

PERSON, PLACE, STATE = EntityKind.PERSON, EntityKind.PLACE, EntityKind.STATE
ORGANIZATION, GROUP = EntityKind.ORGANIZATION, EntityKind.GROUP


def entities_of(report: Report | str) -> dict[str, LocalEntity]:
    """The entities of a report, by name."""
    names = name_entities(parse(make_report(report) if isinstance(report, str) else report))
    found = {entity.name: entity for entity in names.entities.values()}
    assert len(found) == len(names.entities), "two entities of one report have the same name"
    return found


def mentions_of(text: str) -> list[tuple[str, str, MentionForm]]:
    """The mentions of a text: the words, the name of the entity they mean, and how."""
    names = name_entities(parse(make_report(text)))
    return [(m.span.text, names.entities[m.entity].name, m.form) for m in names.mentions if m.entity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peter Otieno met the envoys in Mombasa.", {"Peter Otieno": PERSON, "Mombasa": PLACE}),
        ("Kenya has waited for years.", {"Kenya": STATE}),
        ("Kenyans voted on Tuesday.", {"Kenya": STATE}),
        ("The U.S. has waited. The United States will vote.", {"United States": STATE}),
        ("The World Health Organization sent a team.", {"World Health Organization": ORGANIZATION}),
        ("They met in Nairobi on Friday.", {"Nairobi": PLACE}),
        ("The village of Dorvik was empty.", {"Dorvik": PLACE}),
        ("The river rose by two metres.", {}),
    ],
)
def test_kinds_of_what_is_named(text: str, expected: dict[str, EntityKind]) -> None:
    assert {name: entity.kind for name, entity in entities_of(text).items()} == expected


@pytest.mark.parametrize(
    ("text", "name", "spellings"),
    [
        (
            "Peter Otieno met the envoys. The bridge was closed, Otieno said.",
            "Peter Otieno",
            {"Peter Otieno", "Otieno"},
        ),
        (
            "Viktor Karpovich said the bridge was safe. Karpovitch added that trains would run.",
            "Viktor Karpovich",
            {"Viktor Karpovich", "Karpovitch"},
        ),
        (
            "The World Health Organization sent a team. The WHO said the team was small.",
            "World Health Organization",
            {"World Health Organization", "WHO"},
        ),
    ],
)
def test_shorter_and_other_spellings_join_the_full_name(text: str, name: str, spellings: set[str]) -> None:
    found = entities_of(text)
    assert [entity.name for entity in found.values()] == [name]
    assert set(found[name].names) == spellings
    assert found[name].names[0] == name


def test_a_surname_of_two_people_is_neither_of_them() -> None:
    found = entities_of("Peter Otieno met Paul Otieno. Otieno said that the road was open.")
    assert {"Peter Otieno", "Paul Otieno"} < set(found)
    assert found["Otieno"].id not in {found["Peter Otieno"].id, found["Paul Otieno"].id}


def test_different_surnames_stay_apart() -> None:
    found = entities_of("Peter Otieno met Grace Wanjiru. Otieno spoke first. Wanjiru said that she agreed.")
    assert set(found) == {"Peter Otieno", "Grace Wanjiru"}


@pytest.mark.parametrize(
    ("text", "name", "titles", "country"),
    [
        ("Prime Minister Amos Tendai spoke first.", "Amos Tendai", ("Prime Minister",), None),
        ("Kenyan President Grace Wanjiru spoke first.", "Grace Wanjiru", ("President",), "KEN"),
        ("Grace Wanjiru, the Kenyan foreign minister, spoke first.", "Grace Wanjiru", ("foreign minister",), "KEN"),
        ("Peter Otieno, the Ugandan envoy, was late.", "Peter Otieno", ("envoy",), "UGA"),
        ("Peter Otieno was late.", "Peter Otieno", (), None),
    ],
)
def test_an_office_and_its_state(text: str, name: str, titles: tuple[str, ...], country: str | None) -> None:
    entity = entities_of(text)[name]
    assert (entity.kind, entity.titles, entity.country, entity.side) == (PERSON, titles, country, country)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kenyan troops entered the town.", "Kenyan troops", GROUP),
        ("The Kenyan army shelled a village.", "Kenyan army", ORGANIZATION),
        ("Kenya's government said that it would wait.", "Kenyan government", ORGANIZATION),
        ("The Kenyan Defence Ministry said that six soldiers died.", "Kenyan Defence Ministry", ORGANIZATION),
    ],
)
def test_the_bodies_of_a_state_are_on_its_side(text: str, name: str, kind: EntityKind) -> None:
    entity = entities_of(text)[name]
    assert (entity.kind, entity.country, entity.side) == (kind, "KEN", "KEN")


def test_the_army_is_that_of_the_only_state_whose_bodies_are_named() -> None:
    one = entities_of("The Kenyan army shelled a village. The army left on Monday.")
    assert one["Kenyan army"].mentions == 2
    two = entities_of("The Kenyan army shelled a village. The Ugandan army fired back. The army left on Monday.")
    assert {two["Kenyan army"].mentions, two["Ugandan army"].mentions} == {1}


def test_a_body_is_mentioned_by_description_not_by_name() -> None:
    assert mentions_of("Kenyan troops entered the town of Garissa.") == [
        ("Kenyan", "Kenya", MentionForm.NAME),
        ("troops", "Kenyan troops", MentionForm.NOMINAL),
        ("Garissa", "Garissa", MentionForm.NAME),
    ]


def test_a_land_that_no_list_has_is_known_from_its_people() -> None:
    found = entities_of("Zorvia closed the border. The Zorvian army left.")
    assert (found["Zorvia"].kind, found["Zorvia"].country, found["Zorvia"].side) == (STATE, None, "zorvia")
    assert found["Zorvian army"].side == "zorvia"


def test_a_name_in_ia_alone_is_no_state() -> None:
    assert all(entity.kind is not STATE for entity in entities_of("Zorvia closed the shop. Zorvia was tired.").values())


def test_a_possessive_that_lost_its_apostrophe_is_the_country() -> None:
    found = entities_of("Russias troops left the base. Russia has waited.")
    assert set(found) == {"Russia", "Russian troops"}
    assert found["Russia"].mentions == 2


def test_a_dateline_names_nobody() -> None:
    text = "GENEVA, May 4 - Kenya said that the talks had failed."
    assert set(entities_of(replace(make_report(text), dateline="GENEVA, May 4"))) == {"Kenya"}


def test_furniture_of_the_page_names_nobody() -> None:
    text = "Kenya has waited for years.\n\nFollow Peter Otieno on the radio."
    second = text.index("Follow")
    passages = (
        Passage(0, second - 2, text[: second - 2], PassageKind.PARAGRAPH),
        Passage(second, len(text), text[second:], PassageKind.BOILERPLATE),
    )
    assert set(entities_of(replace(make_report(text), passages=passages))) == {"Kenya"}


def test_what_stands_in_a_report_depends_on_that_report_alone() -> None:
    text = "Peter Otieno met Kenyan troops in Garissa. Otieno left."
    report = make_report(text)
    alone = name_entities(parse(report))
    name_entities(parse(make_report("Paul Otieno, the Ugandan envoy, was in Garissa.")))
    again = name_entities(parse(report))
    assert again.entities == alone.entities
    assert again.mentions == alone.mentions


def test_the_same_name_in_two_reports_is_two_local_entities() -> None:
    text = "Peter Otieno met the envoys."
    one = name_entities(parse(make_report(text, outlet="North Post"))).entities
    other = name_entities(parse(make_report(text, outlet="South Post"))).entities
    assert len(one) == len(other) == 1
    assert not one.keys() & other.keys()
