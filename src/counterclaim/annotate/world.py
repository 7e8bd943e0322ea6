"""What is known about the world before any report is read: countries, their demonyms and capitals.

All of it comes from the data that the package `countryinfo` ships; there is no list of ours.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_ARTICLE = re.compile(r"^(?:the|of)\s+", re.IGNORECASE)
_CODE = re.compile(r"^[A-Z]{2,3}$")
#: Two-letter codes that are also everyday capitals in news ("AM", "PM" …): only these codes name a country in prose.
_SPOKEN_CODES = {"US": "United States", "UK": "United Kingdom", "UAE": "United Arab Emirates", "USA": "United States"}


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its short English name, ISO 3166-1 alpha-3 code, and what its people and capital are called.

    `adjective` is the demonym as it is written ("Kenyan"), or the name where data has none.
    """

    name: str
    code: str
    names: frozenset[str]
    demonyms: frozenset[str]
    capital: str | None
    population: int
    adjective: str

    @property
    def iso(self) -> str | None:
        """The ISO code, None for a state that only the reports know."""
        return self.code if self.code.isupper() else None


def plain(name: str) -> str:
    """A name as it is looked up: lower case, no article, no dots, no possessive, single spaces."""
    name = name.replace("’", "'").replace(".", "").strip()
    if name.lower().endswith("'s"):
        name = name[:-2]
    elif name.endswith("'"):
        name = name[:-1]
    return " ".join(_ARTICLE.sub("", name).lower().split())


#: "Kazakhstan" is the land of the Kazakhs; shorter stems are words of their own.
_LAND_OF = re.compile(r"^([A-Z][a-z]{4,}?)i?stan$")


def _demonyms(raw: str, name: str = "") -> frozenset[str]:
    words = {plain(word) for word in re.split(r",|/| or ", raw) if word.strip()}
    if people := _LAND_OF.match(name):
        words |= {plain(people[1]), plain(people[1]) + "s"}
    return frozenset(words | {word + "s" for word in words if word.endswith(("n", "i", "t"))})


#: Lands' names for themselves that are common words of English: Iceland's.
_COMMON = frozenset({"island"})


@functools.cache
def countries() -> tuple[Country, ...]:
    """All countries, the most populous first."""
    import countryinfo

    found = []
    for item in countryinfo.all_countries():
        data = item.info()
        code = data.get("ISO", {}).get("alpha3")
        if not code:
            continue
        name = str(data["name"]).split(",")[0]
        names = {name, *data.get("altSpellings", ())}
        names |= {short for short, full in _SPOKEN_CODES.items() if full == name}
        names |= {n.removeprefix("Great ") for n in names}
        names = {n for n in names if plain(n) and (n in _SPOKEN_CODES or not _CODE.match(n))}
        capital = str(data.get("capital") or "").split(" D.C.")[0] or None
        found.append(
            Country(
                name,
                code,
                frozenset(map(plain, names)),
                _demonyms(str(data.get("demonym") or ""), name),
                capital,
                int(data.get("population") or 0),
                re.split(r",|/| or ", str(data.get("demonym") or name))[0].strip(),
            )
        )
    # Territories share a demonym or a capital's name with the state they belong to ("American", "French"): the more
    # populous comes first, and the first one to claim a word keeps it.
    return tuple(sorted(found, key=lambda country: (-country.population, country.code)))


def _unaccented(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@functools.cache
def _index() -> tuple[dict[str, Country], dict[str, Country], dict[str, Country]]:
    names: dict[str, Country] = {}
    demonyms: dict[str, Country] = {}
    capitals: dict[str, Country] = {}
    for country in countries():
        for name in country.names - _COMMON:
            names.setdefault(name, country)
        for demonym in country.demonyms:
            demonyms.setdefault(demonym, country)
        if country.capital:
            capitals.setdefault(plain(country.capital), country)
            capitals.setdefault(plain(_unaccented(country.capital)), country)
    return names, demonyms, capitals


def unlisted_state(name: str, people: str) -> Country:
    """A state, or a region that acts like one, that is in no list: known from how a report speaks of it and of its
    people. Its code is its name in lower case, which no ISO code is."""
    return Country(name, plain(name), frozenset({plain(name)}), _demonyms(people), None, 0, people)


def country_named(name: str) -> Country | None:
    """The country that `name` names ("Russia", "the U.S."), or None.

    A name that lost its apostrophe ("Russias") is found too, where nothing is called that.
    """
    names = _index()[0]
    key = plain(name)
    found = names.get(key)
    if found is None and key.endswith("s") and len(key) > 4:
        found = names.get(key[:-1])
    return found


def country_of_demonym(word: str) -> Country | None:
    """The country whose people `word` names ("Kenyan", "Kenyans"), or None."""
    return _index()[1].get(plain(word))


def country_of_capital(name: str) -> Country | None:
    """The country whose capital is called `name`, or None."""
    return _index()[2].get(plain(name))
