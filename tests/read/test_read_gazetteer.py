"""A user's list of places: what is read, and what is said of a file that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.read import read_gazetteer
from counterclaim.records import UnreadableInput


def write(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "name,latitude,longitude,country,alternates,precision\nRavno,1.5,-2,Kenya,Old Ravno;Рaвно,hill\n",
        "\ufeffNAME,Lat,Lon,Country,Names,Precision\r\n Ravno ,1.5,-2.0,ke,Old Ravno | Рaвно,hill\r\n\r\n",
        "name;lat;lng;country;aliases;precision\nRavno;1.5;-2;KEN;Old Ravno|Рaвно;hill\n",
    ],
)
def test_tables_are_read(tmp_path: Path, text: str) -> None:
    (place,) = read_gazetteer(write(tmp_path, text)).places
    assert (place.name, place.names, place.country) == ("Ravno", ("Old Ravno", "Рaвно"), "KEN")
    assert (place.latitude, place.longitude, place.precision) == (1.5, -2.0, "hill")


def test_what_is_not_known_is_left_open_and_a_line_given_twice_counts_once(tmp_path: Path) -> None:
    (place,) = read_gazetteer(write(tmp_path, "name,latitude,longitude\nRavno,1,2\nRavno,1,2\n")).places
    assert (place.names, place.country, place.precision) == ((), None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,latitude\nRavno,1\n", 'without a column "longitude"'),
        ("name,latitude,longitude\n", "no place in it"),
        ("name,latitude,longitude\nRavno,1,2\nSulta,north,2\n", 'line 3: the latitude "north"'),
        ("name,latitude,longitude\nRavno,91,2\n", "from -90 to 90"),
        ("name,latitude,longitude\nRavno,1,nan\n", "the longitude"),
        ("name,latitude,longitude\n,1,2\n", "without a name"),
    ],
)
def test_a_file_that_is_no_list_of_places_gets_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as raised:
        read_gazetteer(write(tmp_path, text))
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_gazetteer(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("name,latitude,longitude\nMalmö,1,2\n".encode("latin-1"))
    with pytest.raises(UnreadableInput, match="UTF-8"):
        read_gazetteer(tmp_path / "latin.csv")
