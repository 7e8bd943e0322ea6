"""Names that the words around them tell: ships, lands that no list has, ranks, words that only begin a sentence."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate import annotate
from counterclaim.annotate.names import name_entities
from counterclaim.annotate.names.told import told_names
from counterclaim.annotate.parse import parse
from counterclaim.records import EntityKind, LocalEntity

ORGANIZATION, PERSON, STATE = EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.STATE


def entities_of(text: str) -> dict[str, LocalEntity]:
    return {entity.name: entity for entity in name_entities(parse(make_report(text))).entities.values()}


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("The tanker Aurelia ran aground off Mombasa. In the Aurelia there was still oil.", "Aurelia"),
        ("Divers went down to the trawler Halcyon. Nobody had been seen in the Halcyon since.", "Halcyon"),
        ("The frigate Ostara fired first, and sailors near the Ostara heard it.", "Ostara"),
    ],
)
def test_a_ship_is_neither_a_place_nor_a_person(text: str, ship: str) -> None:
    assert entities_of(text)[ship].kind is ORGANIZATION


def test_a_courtesy_is_no_ship() -> None:
    assert entities_of("Ms Halcyon had resigned. Nobody believed Ms Halcyon.")["Halcyon"].kind is PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Anders Folk, who is standing for a third term, said he had ordered nothing.", "Anders Folk"),
        ("Captain Dorn of the Harrow rescue team said her men had not been let down.", "Dorn"),
        ("Sister Agathe Molen, who nurses the injured at the mission, said six men were in her ward.", "Agathe Molen"),
        ("The boxes are safe, the commander of the harbour guard, Stig Brandt, said on Tuesday.", "Stig Brandt"),
    ],
)
def test_a_rank_or_calling_tells_a_person(text: str, name: str) -> None:
    assert entities_of(text)[name].kind is PERSON


@pytest.mark.parametrize("text", ["They met in Mayor Street on Monday.", "They went to Captain River by boat."])
def test_a_street_is_no_person_for_its_rank(text: str) -> None:
    assert not [name for sentence in parse(make_report(text)).sentences for name in told_names(sentence)]


def test_a_rank_parts_a_name_from_the_body_it_is_of() -> None:
    found = entities_of("Navy Lieutenant Sel Korrin said the harbour was shut.")
    assert set(found) == {"Navy", "Sel Korrin"}
    assert (found["Sel Korrin"].kind, found["Sel Korrin"].titles) == (PERSON, ("Lieutenant",))


@pytest.mark.parametrize("calling", ["Brother", "Sister", "Chemist", "Bosun", "Comrade"])
def test_how_somebody_is_addressed_is_no_part_of_a_name(calling: str) -> None:
    found = entities_of(f"{calling} Gow Marrin told the meeting that the harbour was shut.")
    assert list(found) == ["Gow Marrin"]
    assert found["Gow Marrin"].kind is PERSON


@pytest.mark.parametrize(
    "text",
    [
        "The barge lies two miles east of Tarrow Head, in forty metres of water.",
        "The barge sank off Tarrow Head on Friday, the coastguard said.",
        "The fire was seen five kilometres from Tarrow Head, the coastguard said.",
    ],
)
def test_that_from_which_something_lies_is_a_place(text: str) -> None:
    assert entities_of(text)["Tarrow Head"].kind is EntityKind.PLACE


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Vostara closed its border. The Vostaran army said nothing.", "Vostara"),
        ("He left Kelmora in May. The Kelmoran parliament met on Monday.", "Kelmora"),
        ("The Republic of Tremora has three ports. Ships left Tremora on Friday.", "Tremora"),
    ],
)
def test_a_land_that_has_an_army_or_calls_itself_a_republic_is_a_state(text: str, land: str) -> None:
    assert entities_of(text)[land].kind is STATE


@pytest.mark.parametrize(
    "text",
    [
        "Ferries left Alvara on Friday. The Alvaran coast is rocky.",
        "The Republic of Letters Club met in Mombasa.",
    ],
)
def test_a_region_with_no_body_of_a_state_is_none(text: str) -> None:
    assert STATE not in {entity.kind for entity in entities_of(text).values()}


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Commodore Peter Otieno said the harbour was shut.", "Peter Otieno", "Commodore"),
        ("Minister of Health General Peter Otieno said the harbour was shut.", "Peter Otieno", "Minister of Health"),
        ("The strike was called off, union chairman Peter Otieno said.", "Peter Otieno", "union chairman"),
        ("Police inspector Peter Otieno said the harbour was shut.", "Peter Otieno", "Police inspector"),
        ("Fisheries Minister Peter Otieno said the harbour was shut.", "Peter Otieno", "Fisheries Minister"),
        ("Police Superintendent Dana Ferrow said the harbour was shut.", "Dana Ferrow", "Police Superintendent"),
    ],
)
def test_a_rank_or_branch_is_no_part_of_a_name(text: str, name: str, title: str) -> None:
    found = entities_of(text)
    assert list(found) == [name]
    assert (found[name].kind, found[name].titles) == (PERSON, (title,))


@pytest.mark.parametrize(
    "text",
    [
        "Calm returned to the market by noon.",
        'The crowd was small. "Riot police came at ten," said a trader.',
        "Heavy shelling was heard all night.",
    ],
)
def test_a_word_that_only_begins_a_sentence_names_nobody(text: str) -> None:
    assert entities_of(text) == {}


def test_a_surname_that_is_a_word_still_names_its_bearer() -> None:
    (entity,) = entities_of("Joseph Calm has resigned. Calm returned a year ago.").values()
    assert set(entity.names) == {"Joseph Calm", "Calm"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Trivane Shipping owns the vessel. Sailors have accused Trivane of negligence.",
            {"Trivane Shipping", "Trivane"},
        ),
        ("Solmark Energy built the dam. Solmark said it was sound.", {"Solmark Energy", "Solmark"}),
    ],
)
def test_a_company_is_also_called_without_what_it_does(text: str, names: set[str]) -> None:
    assert [set(entity.names) for entity in entities_of(text).values()] == [names]


def test_a_town_is_not_the_company_called_after_it() -> None:
    assert len(entities_of("Mombasa Cement shut down. In Mombasa nobody was surprised.")) == 2


def test_the_word_for_an_island_is_no_land_and_tears_no_name() -> None:
    places = annotate(make_report("Food is short in Tarn Island. The doctor left Tarn Island on Friday.")).places
    assert {place.span.text for place in places} == {"Tarn Island"}
    assert {place.country for place in places} == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abdullah Haroun was killed on Monday, the army said.", "Abdullah Haroun"),
        ("Petro Vasylenko is alive, his wife said.", "Petro Vasylenko"),
        ("Lena Moor is not in custody, police said.", "Lena Moor"),
        ("Ilo Marsh died in hospital, doctors said.", "Ilo Marsh"),
    ],
)
def test_who_is_killed_held_or_alive_is_a_person(text: str, name: str) -> None:
    # A parser takes a name at the head of a paragraph below a headline for a sentence of its own.
    assert entities_of(f"News from Mombasa\n\n{text}")[name].kind is PERSON


@pytest.mark.parametrize(
    "text", ["Blue Shield was fired on.", "Port Elise was freed.", "Salt Hill Council was sacked."]
)
def test_what_befalls_places_and_bodies_too_makes_no_person(text: str) -> None:
    assert PERSON not in {entity.kind for entity in entities_of(text).values()}
