"""A user's own list of places: a table with a header (CSV, semicolons or tabs) in UTF-8.

Columns are `name`, `latitude` (`lat`), `longitude` (`lon`, `lng`), and as far as known `country` (a code or the English
name), `alternates` (`names`, `aliases`; several parted by semicolons or `|`) and `precision` (the user's own word for
how exact the coordinates are).
"""

from __future__ import annotations

import csv
import math
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from counterclaim.read.known import alpha3
from counterclaim.records import Gazetteer, KnownPlace, UnreadableInput

_COLUMNS = {
    "name": ("name",),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "country": ("country",),
    "names": ("alternates", "alternate", "alternatenames", "names", "aliases", "alias"),
    "precision": ("precision",),
}
_NEEDED = ("name", "latitude", "longitude")
_PARTS = re.compile(r"\s*[;|]\s*")


def read_gazetteer(path: str | os.PathLike[str]) -> Gazetteer:
    """The places of a file. Raises `UnreadableInput` where the file cannot be read, lacks a column, has a place without
    a name or with coordinates that are none, or holds nothing."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}); name a file of places") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is not in UTF-8, which a file of places must be; save it so") from error
    gazetteer = Gazetteer.of(_places(path, text))
    if not gazetteer.places:
        raise UnreadableInput(f"{path} has no place in it; give a name, a latitude and a longitude in each row")
    return gazetteer


def _places(path: Path, text: str) -> Iterator[KnownPlace]:
    header = text.split("\n", 1)[0]
    # In a field, semicolons part names: a comma in the header says that they do not part columns.
    delimiter = "," if "," in header else max(";\t", key=header.count)
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    columns = {(name or "").strip().lower() for name in rows.fieldnames or ()}
    for field in _NEEDED:
        if not columns & set(_COLUMNS[field]):
            raise UnreadableInput(f'{path} is a table without a column "{field}"; a file of places needs one')
    for row in rows:
        cells = {(key or "").strip().lower(): value.strip() for key, value in row.items() if isinstance(value, str)}
        if any(cells.values()):
            yield _place(cells, f"{path}, line {rows.line_num}")


def _place(cells: Mapping[str, str], where: str) -> KnownPlace:
    def cell(field: str) -> str:
        return next((cells[column] for column in _COLUMNS[field] if cells.get(column)), "")

    name = " ".join(cell("name").split())
    if not name:
        raise UnreadableInput(f"{where}, has a place without a name; give one, or remove the row")
    return KnownPlace.of(
        name,
        _degrees(cell("latitude"), 90, f"{where}: the latitude"),
        _degrees(cell("longitude"), 180, f"{where}: the longitude"),
        names=[other for part in _PARTS.split(cell("names")) if (other := " ".join(part.split())) and other != name],
        country=alpha3(cell("country")),
        precision=cell("precision") or None,
    )


def _degrees(words: str, most: int, what: str) -> float:
    try:
        degrees = float(words)
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        raise UnreadableInput(f'{what} "{words}" is no number from -{most} to {most}; give it in degrees')
    return degrees
