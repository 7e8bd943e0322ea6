"""Who is the same across reports."""

from __future__ import annotations

import itertools

import pytest
from by_hand import Paper, linked

from counterclaim.records import Entity, EntityKind, Verdict

ORGANIZATION = EntityKind.ORGANIZATION


def naming(name: str, kind: EntityKind = EntityKind.PERSON, *, times: int = 1, day: int = 1, **more: object) -> Paper:
    """A report that names one entity so many times."""
    text = f"{name} was there. " * times
    paper = Paper(text.strip(), f"2021-05-{day:02}", f"Paper {day} {name}")
    paper.who(name, kind, **more)  # type: ignore[arg-type]
    return paper


def entities(*papers: Paper) -> list[Entity]:
    return list(linked(*papers).entities)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Grace Wanjiru", "grace wanjiru"),
        ("José Ibarra", "Jose Ibarra"),
        ("The Harbour Company", "Harbour Company"),
        ("Viktor Karpovich", "Viktor Karpovitch"),
        ("Abdel Rahmani", "Abdul Rahmani"),
        ("Mukhtar al-Harbi", "Mukhtar Harbi"),
    ],
)
def test_spellings_of_one_name_are_one_entity(left: str, right: str) -> None:
    (entity,) = entities(naming(left), naming(right, day=2))
    assert {left, right} <= set(entity.names)
    assert entity.mentions == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Grace Wanjiru", "Grace Wambui"),
        ("Peter Otieno", "Paul Otieno"),
        ("Anna Berg", "Anna Bell"),
        ("Harbour Company", "Harbour Company Guard"),
    ],
)
def test_other_names_are_other_entities(left: str, right: str) -> None:
    assert len(entities(naming(left), naming(right, day=2))) == 2


def test_a_merge_of_spellings_is_a_judgement_with_its_reason_and_words() -> None:
    one, other = naming("Viktor Karpovich"), naming("Viktor Karpovitch", day=2)
    (judgement,) = linked(one, other).judgements
    assert (judgement.kind, judgement.verdict) == ("entity", Verdict.SAME)
    assert {e.text for e in judgement.evidence} == {"Viktor Karpovich", "Viktor Karpovitch"}
    assert "Viktor Karpovich" in judgement.reasons[0]


def test_a_surname_alone_is_the_one_person_called_so() -> None:
    (entity,) = entities(naming("Peter Otieno"), naming("Otieno", day=2))
    assert entity.name == "Peter Otieno"


def test_a_surname_alone_is_the_one_who_is_by_far_the_most_named() -> None:
    found = entities(naming("Peter Otieno", times=9), naming("Paul Otieno", day=2), naming("Otieno", day=3))
    assert {e.name: set(e.names) for e in found} == {
        "Peter Otieno": {"Peter Otieno", "Otieno"},
        "Paul Otieno": {"Paul Otieno"},
    }


def test_a_surname_of_two_equally_named_people_is_neither() -> None:
    found = entities(naming("Peter Otieno", times=2), naming("Paul Otieno", times=2, day=2), naming("Otieno", day=3))
    assert sorted(e.name for e in found) == ["Otieno", "Paul Otieno", "Peter Otieno"]


def test_people_of_two_countries_do_not_share_a_surname() -> None:
    found = entities(naming("Peter Otieno", side="KEN"), naming("Otieno", side="UGA", day=2))
    assert len(found) == 2


def test_states_are_the_same_by_code_whatever_they_are_called() -> None:
    (entity,) = entities(
        naming("Burma", EntityKind.STATE, side="MMR"), naming("Myanmar", EntityKind.STATE, side="MMR", day=2)
    )
    assert (entity.kind, entity.country, set(entity.names)) == (EntityKind.STATE, "MMR", {"Burma", "Myanmar"})


def test_a_state_that_no_list_has_is_the_same_by_name() -> None:
    (entity,) = entities(
        naming("Zorvia", EntityKind.STATE, side="zorvia"), naming("Zorvia", EntityKind.STATE, side="zorvia", day=2)
    )
    assert entity.country is None
    assert len(entity.members) == 2


def test_states_with_names_alike_stay_apart() -> None:
    found = entities(
        naming("Zorvian Republic", EntityKind.STATE, side="zorvia"),
        naming("Zarvian Republic", EntityKind.STATE, side="zarvia", day=2),
    )
    assert len(found) == 2


def test_an_acronym_is_the_one_body_with_these_initials() -> None:
    (entity,) = entities(naming("World Ferry Union", ORGANIZATION, times=3), naming("WFU", ORGANIZATION, day=2))
    assert set(entity.names) == {"World Ferry Union", "WFU"}


def test_an_acronym_of_two_bodies_is_neither() -> None:
    found = entities(
        naming("World Ferry Union", ORGANIZATION, times=3),
        naming("Western Fishing Union", ORGANIZATION, times=3, day=2),
        naming("WFU", ORGANIZATION, day=3),
    )
    assert len(found) == 3


def test_a_short_name_that_a_report_itself_uses_for_a_body_leads_to_it() -> None:
    both = Paper("The Harbour Workers Council met. The Workers Council voted. The Workers Council left.", "2021-05-01")
    both.who("Harbour Workers Council", ORGANIZATION, names=("Workers Council",))
    (entity,) = entities(both, naming("Workers Council", ORGANIZATION, day=2))
    assert entity.name == "Harbour Workers Council"


def test_roles_of_a_person_come_from_all_reports() -> None:
    one = naming("Grace Wanjiru", side="KEN", titles=("President", "Mrs."))
    other = naming("Grace Wanjiru", side="KEN", titles=("president",), day=2)
    (entity,) = entities(one, other)
    assert [(role.title, role.of.name if role.of else None) for role in entity.roles] == [("president", "KEN")]
    assert entity.country == "KEN"


def test_an_entity_is_named_after_its_first_report_and_lists_every_id_it_could_have_had() -> None:
    papers = [naming("Grace Wanjiru", day=day) for day in (1, 2, 3)]
    ids = [next(iter(paper.entities)) for paper in papers]
    (whole,) = entities(*papers)
    assert (whole.id, whole.aliases) == (ids[0], tuple(ids[1:]))
    for size in (1, 2):
        for some in itertools.combinations(papers, size):
            (entity,) = entities(*some)
            assert entity.id in {whole.id, *whole.aliases}


def test_every_local_entity_is_in_exactly_one_entity() -> None:
    papers = [naming("Peter Otieno", times=9), naming("Paul Otieno", day=2), naming("Otieno", day=3)]
    members = [member for entity in entities(*papers) for member in entity.members]
    assert sorted(members) == sorted(id_ for paper in papers for id_ in paper.entities)
