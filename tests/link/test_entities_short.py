"""Short names, initials and other scripts lead to whole names; kinds are settled over the pile."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.records import Entity, EntityKind

ORGANIZATION, GROUP, PLACE, PERSON = (
    EntityKind.ORGANIZATION,
    EntityKind.GROUP,
    EntityKind.PLACE,
    EntityKind.PERSON,
)


def naming(name: str, kind: EntityKind = PERSON, *, text: str = "{} was there.", day: int = 1, times: int = 1) -> Paper:
    paper = Paper(" ".join([text.format(name)] * times), f"2021-05-{day:02}", f"Paper {day} {name}")
    paper.who(name, kind)
    return paper


def entities(*papers: Paper) -> list[Entity]:
    return list(linked(*papers).entities)


@pytest.mark.parametrize("short", ["J. Otieno", "J Otieno", "Jane A. Otieno", "Dr. Jane Otieno", "Gen. Jane Otieno"])
def test_initials_and_titles_are_the_person_they_fit(short: str) -> None:
    (entity,) = entities(naming("Jane Otieno", times=3), naming(short, day=2))
    assert entity.name == "Jane Otieno"


def test_initials_that_fit_two_people_are_neither() -> None:
    found = entities(naming("Jane Otieno"), naming("John Otieno", day=2), naming("J. Otieno", day=3))
    assert len(found) == 3


def test_another_middle_name_is_another_person() -> None:
    assert len(entities(naming("Jane Achieng Otieno"), naming("Jane Wambui Otieno", day=2))) == 2


@pytest.mark.parametrize(
    ("latin", "other"),
    [("Viktor Karpovich", "Виктор Карпович"), ("Giorgos Pappas", "Γιώργος Παππάς")],
)
def test_another_script_is_the_same_name(latin: str, other: str) -> None:
    pytest.importorskip("anyascii")
    assert len(entities(naming(latin), naming(other, day=2))) == 1


def test_the_end_of_a_bodys_name_is_that_body_where_there_is_one() -> None:
    papers = [naming("Northern Coastal Front", GROUP, times=2), naming("Coastal Front", GROUP, day=2)]
    assert len(entities(*papers)) == 1
    assert len(entities(*papers, naming("Southern Coastal Front", GROUP, times=2, day=3))) == 3


def test_an_organ_of_state_is_not_that_of_the_one_state_that_has_been_named() -> None:
    assert (
        len(entities(naming("Zorvian Defence Ministry", ORGANIZATION), naming("Defence Ministry", ORGANIZATION, day=2)))
        == 2
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [("Harbour Defence Council", "Council of Harbour Defense"), ("Ministry of Health", "Health Ministry")],
)
def test_other_order_and_spelling_is_the_same_body(left: str, right: str) -> None:
    assert len(entities(naming(left, ORGANIZATION), naming(right, ORGANIZATION, day=2))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Northern Dorvik", "Northeastern Dorvik"),
        ("83rd Rifle Division", "85th Rifle Division"),
        ("Old Dorvik", "New Dorvik"),
    ],
)
def test_a_number_or_point_of_the_compass_tells_two_apart(left: str, right: str) -> None:
    assert len(entities(naming(left, PLACE), naming(right, PLACE, day=2))) == 2


@pytest.mark.parametrize(
    ("left", "right"), [("Port Halim", "Port Haleem"), ("Dorvikka", "Dorvika"), ("Shara-Banu", "Sharabanu")]
)
def test_places_that_sound_alike_are_one(left: str, right: str) -> None:
    assert (
        len(entities(naming(left, PLACE, text="They met in {}."), naming(right, PLACE, text="It was in {}.", day=2)))
        == 1
    )


def test_short_places_that_sound_alike_are_one_only_in_the_same_company() -> None:
    def paper(name: str, day: int, *beside: str) -> Paper:
        one = Paper(
            f"It was in {name}. " + " ".join(f"It was in {other}." for other in beside), f"2021-05-{day:02}", name
        )
        for place in (name, *beside):
            one.place(place)
        return one

    near = ("Ostervale", "Millbank", "Quarrow")
    assert len(entities(paper("Shara", 1), paper("Shera", 2))) == 2
    assert len(entities(paper("Shara", 1, *near), paper("Shera", 2, *near))) == 4


@pytest.mark.parametrize("kind", [PERSON, PLACE, ORGANIZATION])
def test_who_has_fighters_is_a_group(kind: EntityKind) -> None:
    (entity,) = entities(*(naming("Dawn Hand", kind, text="Two {} militants fell.", day=day) for day in (1, 2, 3)))
    assert entity.kind is GROUP


def test_who_has_members_is_a_body() -> None:
    (entity,) = entities(*(naming("Dawn Hand", text="Three members of {} met.", day=day) for day in (1, 2)))
    assert entity.kind is ORGANIZATION


def test_who_stands_behind_a_dateline_is_an_outlet() -> None:
    (entity,) = entities(*(naming("Ferrynews", text="DORVIK ({}) Two died.", day=day) for day in (1, 2)))
    assert entity.kind is ORGANIZATION


def test_a_town_with_rebels_in_it_stays_a_town() -> None:
    papers = [naming("Dorvik", PLACE, text="They met in {}.", day=day) for day in (1, 2, 3)]
    (entity,) = entities(*papers, naming("Dorvik", PLACE, text="The {} rebels fell.", day=4))
    assert entity.kind is PLACE


def test_a_road_is_a_place_whatever_it_was_taken_for() -> None:
    (entity,) = entities(naming("Ostervale Road", ORGANIZATION))
    assert entity.kind is PLACE


def test_a_name_that_reading_cut_short_is_whole_again() -> None:
    cut = Paper("They fled from Bayt al-Hadid. Bayt al-Hadid was hit.", "2021-05-02", "Cut")
    cut.who("Bayt", PLACE)
    assert len(entities(naming("Bayt al-Hadid", PLACE), cut)) == 1
    assert len(entities(naming("Bayt al-Hadid", PLACE), naming("Bayt", PLACE, day=2))) == 2


def test_an_outlet_and_its_agencies_are_the_outlet() -> None:
    (entity,) = entities(naming("Coast Herald", ORGANIZATION), naming("Coast Herald and Agencies", ORGANIZATION, day=2))
    assert entity.name == "Coast Herald"


@pytest.mark.parametrize("body", ["Otieno regime", "Jane Otieno regime"])
def test_a_body_named_after_who_leads_a_state_is_that_states(body: str) -> None:
    leader = Paper("President Jane Otieno spoke.", "2021-05-01", "Leader")
    leader.who("Jane Otieno", titles=("President",), side="KEN")
    own = Paper("The Kenyan regime fell.", "2021-05-02", "Own")
    own.who("Kenyan regime", GROUP, side="KEN")
    found = {e.name: set(e.names) for e in entities(leader, own, naming(body, ORGANIZATION, day=3))}
    assert found["Jane Otieno"] == {"Jane Otieno"}
    assert {"Kenyan regime", body} in found.values()


def test_a_body_named_after_somebody_who_leads_no_state_is_its_own() -> None:
    leader = Paper("Editor Jane Otieno spoke.", "2021-05-01", "Leader")
    leader.who("Jane Otieno", titles=("Editor",), side="KEN")
    own = Paper("The Kenyan regime fell.", "2021-05-02", "Own")
    own.who("Kenyan regime", GROUP, side="KEN")
    assert len(entities(leader, own, naming("Otieno regime", ORGANIZATION, day=3))) == 3


def test_an_acronym_inside_a_longer_name_is_spelled_out() -> None:
    papers = [
        naming("World Ferry Union", ORGANIZATION, times=3),
        naming("WFU", ORGANIZATION, day=2),
        naming("WFU Safety Board", ORGANIZATION, day=3),
        naming("World Ferry Union Safety Board", ORGANIZATION, day=4),
    ]
    assert len(entities(*papers)) == 2


def test_nobody_is_called_by_a_name_that_lost_its_apostrophe() -> None:
    (entity,) = entities(naming("Jane Otienos", times=3), naming("Jane Otieno", day=2))
    assert entity.name == "Jane Otieno"


@pytest.mark.parametrize(
    ("outlet", "short", "text"),
    [
        ("The Coastal Lantern", "Lantern", "A guard told the {} that the gate was open."),
        ("Northern Gazette", "Gazette", "Nobody would tell the {} why."),
    ],
)
def test_an_outlet_is_meant_by_its_short_name_in_its_own_reports(outlet: str, short: str, text: str) -> None:
    own = Paper(text.format(short), "2021-05-01", outlet)
    own.who(short, PLACE)
    own.who(outlet, ORGANIZATION)
    (found,) = [entity for entity in entities(own) if short in entity.names]
    assert (found.kind, outlet in found.names) == (ORGANIZATION, True)


def test_a_town_is_not_the_outlet_called_after_it() -> None:
    own = Paper("A guard in Dorvik told us that the gate was open.", "2021-05-01", "Dorvik Courier")
    own.who("Dorvik", PLACE)
    (found,) = [entity for entity in entities(own) if "Dorvik" in entity.names]
    assert (found.kind, found.names) == (PLACE, ("Dorvik",))


def test_a_land_that_one_report_shows_for_a_state_is_it_in_all() -> None:
    shown = Paper("Vostara closed its border.", "2021-05-01", "A")
    shown.who("Vostara", EntityKind.STATE, side="vostara")
    (entity,) = entities(shown, naming("Vostara", PERSON, day=2), naming("Vostaran", PLACE, day=3))
    assert (entity.name, entity.kind, entity.mentions) == ("Vostara", EntityKind.STATE, 3)


@pytest.mark.parametrize(("text", "kind"), [("The ferry {} sank.", ORGANIZATION), ("They met in {}.", PLACE)])
def test_one_ship_is_no_place_in_any_report(text: str, kind: EntityKind) -> None:
    (entity,) = entities(naming("Halcyon", PLACE, text=text), naming("Halcyon", PLACE, text="They met in {}.", day=2))
    assert entity.kind is kind
