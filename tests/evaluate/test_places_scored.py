"""The scorer of places, on a report made by hand, and once on a few real labels where their reports are there."""

from pathlib import Path

import pytest
from hand_made import report, span

from counterclaim.evaluate.labelled import Collected, read_labels
from counterclaim.evaluate.places import evaluate_places, kilometres, read_label, score_places
from counterclaim.records import Annotations, Place, UnreadableInput

ROOT = Path(__file__).parents[2]
TEXT = "Trains between Lyon and Paris in France ran late, and so did those of the Paris Gare de Lyon."
READ = report("7", TEXT, row=1)
LYON, PARIS, GENEVA = (45.76, 4.84), (48.86, 2.35), (46.2, 6.15)
LINE = {"report": "7", "span": [15, 19], "latitude": 45.76, "longitude": 4.84, "country": "FRA", "precision": "city"}
FRANCE = {"span": [33, 39], "latitude": 46.6, "longitude": 2.4, "precision": "country"}


def label(**changed):
    return read_label(LINE | changed, Collected(READ, TEXT))


def place(words, point, country="FRA"):
    return Place(words, READ.id, span(READ, words), words, country, *(point or (None, None)), "city")


def scores(wanted, *places):
    table = score_places([wanted], {"7": Annotations(READ.id, places=places)}).table
    return {key.removeprefix("places.all."): share for key, share in table.scores.items() if ".all." in key}


@pytest.mark.parametrize(("left", "right", "km"), [(LYON, PARIS, 392), (LYON, LYON, 0), ((0, 179), (0, -179), 222)])
def test_distances(left, right, km):
    assert kilometres(left, right) == pytest.approx(km, abs=1)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ({}, place("Lyon", LYON), True),
        ({}, place("Lyon", GENEVA, "CHE"), True),  # 112 km
        ({}, place("Lyon", PARIS), False),
        ({}, place("Lyon", None), False),
        ({}, place("Paris", LYON), False),  # of other words
        ({"also": [PARIS]}, place("Lyon", PARIS), True),
        (FRANCE, place("France", LYON), True),  # far from the middle, but the country
        (FRANCE, place("France", None), True),
        (FRANCE, place("France", GENEVA, "CHE"), False),
        (FRANCE | {"precision": "region"}, place("France", None), False),
    ],
)
def test_a_place_is_right_within_161_km_and_a_country_by_its_code(wanted, found, right):
    assert scores(label(**wanted), found)["right"] == 100 * right


def test_what_is_not_found_is_wrong():
    assert scores(label()) == {"found": 0, "placed": 0, "country": 0, "right": 0}


def test_a_place_without_coordinates_is_found_and_not_placed():
    given = scores(label(), place("Lyon", None))
    assert given["found"] == given["country"] == 100
    assert given["placed"] == given["right"] == 0


def test_the_place_that_shares_most_of_the_words_counts():
    wanted = label(span=[74, 92], latitude=48.84, longitude=2.37)
    station, town = place("Paris Gare de Lyon", PARIS), place("Gare de Lyon", LYON)
    assert scores(wanted, town, station)["right"] == 100
    assert scores(wanted, town)["right"] == 0


def test_the_best_single_point_is_the_figure_to_beat():
    labels = [label(), label(span=[24, 29], latitude=48.86, longitude=2.35), label(latitude=46.2, longitude=6.15)]
    table = score_places(labels, {"7": Annotations(READ.id)}).table
    assert table.rows[-1][0] == "always one point"
    assert table.rows[-1][6] == 66.7, "Lyon for Geneva too"


@pytest.mark.parametrize("changed", [{"precision": "planet"}, {"latitude": None}, {"span": [1]}])
def test_labels_that_are_laid_out_otherwise_are_refused(tmp_path, changed):
    path = tmp_path / "labels.jsonl"
    path.write_text(str(LINE | changed).replace("'", '"').replace("None", "null"))
    with pytest.raises(UnreadableInput, match="Line 1 of the labels"):
        read_labels(path, {"7": Collected(READ, TEXT)}, read_label)


def test_reports_that_are_not_there_are_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="give a folder that holds them"):
        evaluate_places(tmp_path)


def test_the_first_labels_are_scored_on_their_reports(tmp_path):
    data, labels = ROOT.parent / "shared", ROOT / "benchmarks" / "labels" / "places.jsonl"
    if not (data / "data" / "syria" / "reports.jsonl").is_file() or not labels.is_file():
        pytest.skip("the Syrian reports and their labels are not here")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(labels.read_text().splitlines(keepends=True)[:3]))
    scored = evaluate_places(data, labels=few)
    assert len(scored.cases) == 3
    assert scored.table.rows[0][1] == 3
