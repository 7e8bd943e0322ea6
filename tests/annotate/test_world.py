from __future__ import annotations

import pytest

from counterclaim.annotate.world import (
    countries,
    country_named,
    country_of_capital,
    country_of_demonym,
    plain,
    unlisted_state,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kenya", "KEN"),
        ("kenya", "KEN"),
        ("the U.S.", "USA"),
        ("US", "USA"),
        ("USA", "USA"),
        ("the United States", "USA"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("Russia's", "RUS"),
        ("Russia’s", "RUS"),
        ("Côte d'Ivoire", "CIV"),
    ],
)
def test_a_country_is_known_by_its_names(name: str, code: str) -> None:
    found = country_named(name)
    assert found is not None
    assert (found.code, found.iso) == (code, code)


@pytest.mark.parametrize(("name", "code"), [("Russias", "RUS"), ("Kenyas", "KEN"), ("Cyprus", "CYP")])
def test_a_possessive_that_lost_its_apostrophe_is_found(name: str, code: str) -> None:
    found = country_named(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", ".", "the", "s", "'s", "AM", "PM", "Zorvia", "Nairobi", "Kenyan"])
def test_what_is_no_country_is_none(name: str) -> None:
    assert country_named(name) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kenyan", "KEN"),
        ("Kenyans", "KEN"),
        ("Iraqis", "IRQ"),
        ("Swiss", "CHE"),
        ("British", "GBR"),
        ("American", "USA"),
        ("French", "FRA"),
        ("Uzbek", "UZB"),
        ("Kazakhs", "KAZ"),
    ],
)
def test_a_people_names_the_most_populous_country_called_so(word: str, code: str) -> None:
    found = country_of_demonym(word)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["", ".", "Kenya", "Zorvian", "s"])
def test_what_is_no_demonym_is_none(word: str) -> None:
    assert country_of_demonym(word) is None


@pytest.mark.parametrize(("name", "code"), [("Nairobi", "KEN"), ("London", "GBR"), ("Washington", "USA")])
def test_a_capital_names_its_country(name: str, code: str) -> None:
    found = country_of_capital(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", ".", "Mombasa", "Kenya"])
def test_what_is_no_capital_is_none(name: str) -> None:
    assert country_of_capital(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The U.S.", "us"),
        ("Russia’s", "russia"),
        ("States'", "states"),
        ("  United   States ", "united states"),
        ("theatre", "theatre"),
    ],
)
def test_names_are_looked_up_without_article_dots_and_possessive(name: str, expected: str) -> None:
    assert plain(name) == expected


def test_countries_come_the_most_populous_first_each_with_its_code() -> None:
    found = countries()
    assert len({country.code for country in found}) > 190
    assert all(country.iso and len(country.iso) == 3 for country in found)
    assert [country.population for country in found] == sorted((c.population for c in found), reverse=True)


def test_no_country_is_called_nothing() -> None:
    assert all(name for country in countries() for name in country.names)


def test_an_unlisted_state_has_a_code_that_no_listed_one_can_have() -> None:
    state = unlisted_state("Zorvia", "Zorvian")
    assert (state.code, state.iso, state.adjective) == ("zorvia", None, "Zorvian")
    assert {"zorvian", "zorvians"} <= state.demonyms
    assert state.code not in {country.code for country in countries()}
