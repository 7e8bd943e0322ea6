"""Which place a name means, told from single reports, and when that is not clear."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from build import make_report
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.annotate import annotate
from counterclaim.annotate.places import index
from counterclaim.annotate.places.gazetteer import Candidate, Match, kilometres
from counterclaim.annotate.places.keys import is_latin, key_of, skeleton_of, without_articles
from counterclaim.annotate.places.settle import settle
from counterclaim.annotate.places.standing import Extent
from counterclaim.records import Gazetteer, KnownPlace, Place


def places(text: str, gazetteer: Gazetteer | None = None) -> dict[str, Place]:
    """The places of a report by the words that name them."""
    return {place.span.text: place for place in annotate(make_report(text), gazetteer).places}


def near(place: Place, latitude: float, longitude: float, *, km: float = 60.0) -> bool:
    assert place.latitude is not None
    assert place.longitude is not None
    return kilometres((place.latitude, place.longitude), (latitude, longitude)) < km


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Clashes broke out in Garissa on Monday.", "Garissa", "KEN"),
        ("Tripoli was calm on Friday after three days of fighting.", "Tripoli", "LBY"),
        ("The Lebanese army entered the northern city of Tripoli.", "Tripoli", "LBN"),
        ("He was born in Paris, Texas, and lives in Austin.", "Paris", "USA"),
        ("Talks in Paris ended without agreement, the United States said.", "Paris", "FRA"),
        ("Police in Birmingham arrested two men.", "Birmingham", "GBR"),
        ("Police in Birmingham, Alabama arrested two men.", "Birmingham", "USA"),
        ("The ministers met in Geneva and then in Vienna. The U.S. envoy left early.", "Geneva", "CHE"),
    ],
)
def test_the_report_settles_which_place_of_a_name_is_meant(text: str, name: str, country: str) -> None:
    assert places(text)[name].country == country


@pytest.mark.parametrize(
    ("text", "name", "latitude", "longitude"),
    [
        ("Shells fell on Kharkov, Ukrainian officials said.", "Kharkov", 49.98, 36.25),  # a former spelling
        ("Azerbaijani forces entered Khankendi.", "Khankendi", 39.82, 46.76),  # a name that was changed
        ("The strike hit Saada in northern Yemen.", "Saada", 16.94, 43.76),  # another transliteration
        ("Fighting reached El-Fasher, Sudanese officials said.", "El-Fasher", 13.63, 25.35),
    ],
)
def test_alternate_and_former_names_are_known(text: str, name: str, latitude: float, longitude: float) -> None:
    assert near(places(text)[name], latitude, longitude)


def test_a_name_that_many_towns_have_stays_open() -> None:
    found = places("A bomb killed three in Springfield.")["Springfield"]
    assert (found.country, found.latitude, found.longitude, found.precision) == (None, None, None, None)


def test_nobodys_name_is_a_town() -> None:
    text = "Sergeant Jane Florence said the Lincoln Brigade had left. Florence spoke for the brigade."
    assert places(text) == {}


def test_a_province_is_the_middle_of_what_is_known_in_it_and_a_city_of_the_same_name_the_city() -> None:
    found = annotate(make_report("The governor of Washington state met senators in Washington, the U.S. said.")).places
    state, city = (place for place in found if place.span.text == "Washington")
    assert state.precision == "region"
    assert near(state, 47.4, -120.7, km=200)
    assert city.precision != "country"


def test_an_unknown_village_is_near_what_the_report_says_it_is_in() -> None:
    found = places("Gunmen raided the village of Oldmillbeck near Garissa in Kenya.")
    assert found["Oldmillbeck"].precision == "near"
    assert near(found["Oldmillbeck"], -0.45, 39.65)


@pytest.mark.parametrize(
    "text",
    [
        # Uri is a village in India, and a canton of the country that the talks are to be in
        "India said that Pakistani guns had shelled Uri. The ministers meet in Geneva on Friday.",
        "Pakistani troops shelled the village of Uri, Indian police said.",
    ],
)
def test_a_village_is_one_place_in_all_reports_on_its_country(text: str) -> None:
    place = places(text)["Uri"]
    assert place.country == "IND"
    assert near(place, 34.09, 74.03)


@pytest.mark.parametrize(
    "text",
    [
        "The truce that both sides signed in Doha began on Sunday. Shells fell in the village of Tolvan on Friday.",
        "An envoy went to Doha. Velurian guns shelled the town of Tolvan in Veluria, and Qatar asked for calm in Doha.",
        "TOLVAN/DOHA (Wire) - Shells fell on the town of Tolvan on Friday, and two people died in Tolvan.",
    ],
)
def test_a_town_is_not_near_the_capital_where_others_met_or_wrote(text: str) -> None:
    found = annotate(make_report(text), None).places
    assert {(p.country, p.latitude) for p in found if p.span.text == "Tolvan"} == {(None, None)}


def test_a_village_is_near_the_capital_of_the_land_that_the_report_is_on() -> None:
    text = "Lebanese soldiers fought in Beirut on Friday. Shells fell in the village of Tolvan, the Lebanese army said."
    assert places(text)["Tolvan"].country == "LBN"


def test_a_region_of_two_countries_is_in_neither() -> None:
    found = places(
        "Shells fell near Moyale in Kenya and near Dolo in Ethiopia. Five people died in Oromland, Kenyan police said. "
        "Ethiopia said that it had not fired at Kenya."
    )
    assert (found["Oromland"].country, found["Oromland"].latitude) == (None, None)


def test_a_country_has_its_middle() -> None:
    found = places("Rain fell in Kenya.")["Kenya"]
    assert (found.country, found.precision) == ("KEN", "country")
    assert near(found, 0.5, 38.0, km=300)


def test_a_users_place_comes_first_by_all_its_names() -> None:
    own = Gazetteer.of([KnownPlace.of("Garissa", -4.05, 39.66, names=["Harbour Ridge"], country="KEN")])
    found = places("Clashes broke out in Garissa and on Harbour Ridge near the coast of Kenya.", own)
    for name in ("Garissa", "Harbour Ridge"):
        assert (found[name].latitude, found[name].longitude, found[name].precision) == (-4.05, 39.66, "given")


def test_two_of_the_users_places_with_one_name_are_settled_by_the_report_or_left_open() -> None:
    own = Gazetteer.of(
        [KnownPlace.of("Ravno", 1.0, 35.0, country="KEN"), KnownPlace.of("Ravno", 5.0, -1.0, country="GHA")]
    )
    assert places("Clashes broke out in Ravno, Kenyan police said.", own)["Ravno"].country == "KEN"
    assert places("Clashes broke out in Ravno.", own)["Ravno"].latitude is None


@given(st.permutations(["Ravno", "Sulta", "Merin"]))
def test_the_order_of_a_users_file_changes_nothing(order: list[str]) -> None:
    own = Gazetteer.of(KnownPlace.of(name, len(name), 1.0) for name in order)
    assert own == Gazetteer.of(KnownPlace.of(name, len(name), 1.0) for name in ("Merin", "Ravno", "Sulta"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Deir ez-Zor", "Deir al-Zor"), ("Al-Bab", "al Bab"), ("Ma'arrat", "Ma‘arrat"), ("Malmö", "Malmo")],
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert without_articles(one) == without_articles(other)


def test_transliterations_have_one_skeleton_and_other_names_another() -> None:
    assert skeleton_of(key_of("Khan Sheikhoun")) == skeleton_of(key_of("Khān Shaykhūn"))
    assert skeleton_of(key_of("Garissa")) != skeleton_of(key_of("Mombasa"))
    assert skeleton_of(key_of("Oia")) is None


@given(st.text(max_size=30))
def test_a_key_of_anything_is_plain(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)
    assert not set(key_of(name)) & set(" -'’")
    assert is_latin(name) or not name.isascii()


def candidate(country: str, population: int, *, names: int = 10, match: Match = Match.NAME) -> Candidate:
    return Candidate(
        "Ravno", country, None, 1.0, float(len(country) + population % 7), "town", population, names, False, match
    )


def test_no_candidate_is_taken_on_its_size_alone_in_a_report_on_another_country() -> None:
    small = candidate("KEN", 3_000)
    assert settle([small], Extent.TOWN, frozenset(), {}) is None
    assert settle([small], Extent.TOWN, frozenset(), {"KEN": 1.0}) == small
    assert settle([small], Extent.TOWN, frozenset({"KEN"}), {}) == small
    assert settle([], Extent.TOWN, frozenset(), {}) is None


def test_the_index_is_made_in_memory_where_no_folder_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(index, "_path", lambda: tmp_path / "file" / "places.sqlite")
    monkeypatch.setattr(index, "_fill", _few)
    connection = index.open_index.__wrapped__()
    assert connection.execute("SELECT name FROM place").fetchall() == [("Ravno",)]


@pytest.mark.parametrize("broken", [b"", b"no database at all" * 100])
def test_an_index_that_was_cut_off_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes) -> None:
    path = tmp_path / "places.sqlite"
    path.write_bytes(broken)
    monkeypatch.setattr(index, "_path", lambda: path)
    monkeypatch.setattr(index, "_fill", _few)
    for _ in range(2):  # the second time nothing is written
        assert index.open_index.__wrapped__().execute("SELECT name FROM place").fetchall() == [("Ravno",)]
    assert sqlite3.connect(path).execute("SELECT count(*) FROM place").fetchone() == (1,)


def _few(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE place (name TEXT)")
    connection.execute("INSERT INTO place VALUES ('Ravno')")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenyan police said the fall of Garissa was near.", "Garissa", "KEN"),
        ("The convoy was 12 miles from Garissa, Kenyan police said.", "Garissa", "KEN"),
        ("Syrian troops shelled the al-Mazraa al-Zarqa neighborhood of Homs.", "al-Mazraa al-Zarqa", "SYR"),
        ("Syrian troops fought in Homs. Dozens fled the Sheikh Maqsoud neighborhood.", "Sheikh Maqsoud", "SYR"),
        ("Syrian troops shelled Homs and the villages of Ravno and Sultah.", "Sultah", "SYR"),
    ],
)
def test_a_name_is_a_place_by_the_words_around_it(text: str, name: str, country: str) -> None:
    assert places(text)[name].country == country


@pytest.mark.parametrize("text", ["Rain fell in Europe and in Homs, Syria said.", "He lives in Europe."])
def test_a_continent_is_near_no_town(text: str) -> None:
    assert places(text)["Europe"].latitude is None if "Europe" in places(text) else True
