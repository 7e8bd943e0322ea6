"""A user's file of known entities settles who is one, what they are called, and what they are."""

from __future__ import annotations

import pytest
from by_hand import Paper

from counterclaim.link import link
from counterclaim.records import Entity, EntityKind, Links, Verdict
from counterclaim.records.known import KnownEntity, KnownRole

PERSON, GROUP, STATE = EntityKind.PERSON, EntityKind.GROUP, EntityKind.STATE


def naming(name: str, kind: EntityKind = PERSON, *, day: int = 1, side: str | None = None) -> Paper:
    paper = Paper(f"{name} was there.", f"2021-05-{day:02}", f"Paper {day}")
    paper.who(name, kind, side=side)
    return paper


def links(*papers: Paper, known: list[KnownEntity]) -> Links:
    return link([p.report for p in papers], {p.report.id: p.found for p in papers}, known=known, reading=False)


def entities(*papers: Paper, known: list[KnownEntity]) -> list[Entity]:
    return sorted(links(*papers, known=known).entities, key=lambda entity: entity.name)


FRONT = KnownEntity("f", "Harbour Defence Front", GROUP, ("HD Front", "Jabhat al-Marfa"), "KEN")


def test_names_of_one_known_entity_are_one() -> None:
    papers = [naming("HD Front", EntityKind.ORGANIZATION), naming("Jabhat al-Marfa", GROUP, day=2)]
    (entity,) = entities(*papers, known=[FRONT])
    assert (entity.name, entity.kind, entity.country) == ("Harbour Defence Front", GROUP, "KEN")
    assert {"HD Front", "Jabhat al-Marfa", "Harbour Defence Front"} == set(entity.names)


def test_the_merge_is_a_judgement_that_names_the_file() -> None:
    papers = [naming("HD Front", GROUP), naming("Jabhat al-Marfa", GROUP, day=2)]
    (judgement,) = [j for j in links(*papers, known=[FRONT]).judgements if j.kind == "entity"]
    assert judgement.verdict is Verdict.SAME
    assert "file of known entities" in judgement.reasons[0]
    assert "Harbour Defence Front" in judgement.reasons[0]


def test_a_spelling_that_the_file_does_not_have_finds_one_that_it_has() -> None:
    (entity,) = entities(naming("Viktor Karpovitch"), known=[KnownEntity("k", "Viktor Karpovich", PERSON)])
    assert entity.name == "Viktor Karpovich"


def test_another_script_in_the_file_leads_to_a_name_in_the_report() -> None:
    pytest.importorskip("anyascii")
    known = [KnownEntity("k", "Karpovich, Viktor", PERSON, ("Виктор Карпович",), "RUS")]
    (entity,) = entities(naming("Viktor Karpovich"), known=known)
    assert (entity.name, entity.country) == ("Karpovich, Viktor", "RUS")


def test_two_known_entities_are_never_one() -> None:
    known = [KnownEntity("a", "Viktor Karpovich", PERSON), KnownEntity("b", "Viktor Karpovitch", PERSON)]
    assert len(entities(naming("Viktor Karpovich"), naming("Viktor Karpovitch", day=2), known=known)) == 2


def test_a_name_that_two_known_entities_share_leads_to_neither() -> None:
    known = [
        KnownEntity("a", "Jane Otieno", PERSON, ("The Lioness",)),
        KnownEntity("b", "Ruth Kamau", PERSON, ("The Lioness",)),
    ]
    found = entities(naming("Lioness"), naming("Jane Otieno", day=2), known=known)
    assert [e.name for e in found] == ["Jane Otieno", "Lioness"]


def test_a_country_tells_which_known_entity_is_meant() -> None:
    known = [
        KnownEntity("a", "Otieno (judge)", PERSON, ("Jane Otieno",), "KEN"),
        KnownEntity("b", "Otieno (poet)", PERSON, ("Jane Otieno",), "UGA"),
    ]
    (entity,) = entities(naming("Jane Otieno", side="UGA"), known=known)
    assert entity.name == "Otieno (poet)"


def test_a_known_person_is_not_a_place_of_that_name() -> None:
    papers = [naming("Victoria", EntityKind.PLACE, day=day) for day in (1, 2, 3)]
    (entity,) = entities(*papers, known=[KnownEntity("v", "Queen Victoria", PERSON, ("Victoria",))])
    assert (entity.name, entity.kind) == ("Victoria", EntityKind.PLACE)


def test_a_known_state_is_the_state_whatever_it_is_called() -> None:
    papers = [naming("Myanmar", STATE, side="MMR"), naming("Naypyidaw junta", EntityKind.ORGANIZATION, day=2)]
    known = [KnownEntity("m", "Republic of the Union of Myanmar", STATE, ("Naypyidaw junta",), "MMR")]
    (entity,) = entities(*papers, known=known)
    assert (entity.name, entity.kind) == ("Republic of the Union of Myanmar", STATE)


def test_known_offices_come_with_the_entity() -> None:
    jane = KnownEntity("j", "Jane Otieno", PERSON, (), None, (KnownRole("spokeswoman", "HD Front", "2019", "2021-05"),))
    found = entities(naming("Jane Otieno"), naming("HD Front", GROUP, day=2), known=[FRONT, jane])
    front, person = found
    (role,) = person.roles
    assert (role.title, role.since, role.until) == ("spokeswoman", "2019", "2021-05")
    assert role.of is not None
    assert (role.of.entity, role.of.name) == (front.id, "Harbour Defence Front")


def test_what_no_report_names_is_not_in_the_ledger() -> None:
    assert [e.name for e in entities(naming("Jane Otieno"), known=[FRONT])] == ["Jane Otieno"]
