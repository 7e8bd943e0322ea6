"""Files of known entities: people, bodies and places that a user knows, with all their names.

FollowTheMoney's JSON lines (an entity a line, with `schema` and `properties`), as OpenSanctions and Aleph write them,
or a table with a header (CSV, semicolons or tabs). In a table and in plain JSON lines the columns are `name`, and as
far as known `id`, `kind` (or `schema`, `type`), `aliases` (`alias`, `names`), `country` (`countries`), `role`,
`role_of`, `from`, `until`; several values of one column are parted by semicolons or `|`.
"""

from __future__ import annotations

import csv
import functools
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from counterclaim.records import EntityKind, UnreadableInput, content_id
from counterclaim.records.known import KnownEntity, KnownRole

#: Schemata of FollowTheMoney (https://followthemoney.tech/explorer/) and words for kinds in tables. None: anything.
_KINDS: dict[str, EntityKind | None] = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANIZATION,
    "organisation": EntityKind.ORGANIZATION,
    "company": EntityKind.ORGANIZATION,
    "publicbody": EntityKind.ORGANIZATION,
    "legalentity": None,
    "thing": None,
    "": None,
    "state": EntityKind.STATE,
    "country": EntityKind.STATE,
    "group": EntityKind.GROUP,
    "armed group": EntityKind.GROUP,
    "place": EntityKind.PLACE,
    "address": EntityKind.PLACE,
}
_NAMES = ("alias", "weakAlias", "previousName", "abbreviation", "shortName")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")
#: Links of FollowTheMoney between a bearer and an office: schema -> the bearer's property, the office's or the body's.
_OFFICES = {
    "Occupancy": ("holder", "post"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Membership": ("member", "organization"),
}
_COLUMNS = {
    "id": ("id",),
    "name": ("name", "caption", "label"),
    "kind": ("kind", "schema", "type"),
    "names": ("aliases", "alias", "names", "weak_aliases", "weakalias"),
    "country": ("country", "countries"),
    "title": ("role", "position", "title", "office"),
    "of": ("role_of", "of", "organization", "organisation"),
    "since": ("from", "since", "start"),
    "until": ("until", "to", "end"),
}
_PARTS = re.compile(r"\s*[;|]\s*")
_Row = dict[str, str]


def read_known(path: str | os.PathLike[str]) -> tuple[KnownEntity, ...]:
    """The entities of a file, in order of their ids; several lines with one id are one entity.

    What is no person, body, state, group or place (vessels, sanctions, addresses without a name) is passed over, as is
    what has no name. Raises `UnreadableInput` where the file cannot be read, a line is broken, or nothing is in it.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}); name a file of known entities") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is not in UTF-8, which a file of known entities must be; save it so") from error
    lines = text.lstrip()
    found = list(_from_json(path, text) if lines.startswith("{") else _from_table(path, text))
    if not found:
        raise UnreadableInput(f"{path} has no known entity in it; each needs a name")
    merged: dict[str, KnownEntity] = {}
    for entity in found:
        merged[entity.id] = _joined(merged[entity.id], entity) if entity.id in merged else entity
    return tuple(merged[id_] for id_ in sorted(merged))


def _joined(one: KnownEntity, other: KnownEntity) -> KnownEntity:
    names = dict.fromkeys((*one.names, other.name, *other.names))
    return KnownEntity(
        one.id,
        one.name,
        one.kind or other.kind,
        tuple(name for name in names if name != one.name),
        one.country or other.country,
        tuple(dict.fromkeys((*one.roles, *other.roles))),
    )


def _from_table(path: Path, text: str) -> Iterator[KnownEntity]:
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(text.splitlines(), delimiter=delimiter)
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    if not set(names) & set(_COLUMNS["name"]):
        raise UnreadableInput(f'{path} is a table without a column "name"; a file of known entities needs one')
    for row in rows:
        named = {(key or "").strip().lower(): value for key, value in row.items() if isinstance(value, str)}
        yield from _from_row(named)


def _from_row(row: Mapping[str, str]) -> Iterator[KnownEntity]:
    def cell(field: str) -> str:
        return next((row[c].strip() for c in _COLUMNS[field] if row.get(c, "").strip()), "")

    kind = cell("kind").lower()
    if not cell("name") or kind not in _KINDS:
        return
    aliases = [name for column in _COLUMNS["names"] for name in _PARTS.split(row.get(column) or "") if name.strip()]
    roles = [KnownRole(cell("title"), cell("of") or None, cell("since") or None, cell("until") or None)]
    yield _entity(
        cell("id"), cell("name"), _KINDS[kind], aliases, _PARTS.split(cell("country")), roles if cell("title") else ()
    )


def _entity(
    id_: str,
    name: str,
    kind: EntityKind | None,
    names: Iterable[str],
    countries: Iterable[str],
    roles: Iterable[KnownRole],
) -> KnownEntity:
    others = dict.fromkeys(" ".join(other.split()) for other in names)
    name = " ".join(name.split())
    codes = list(dict.fromkeys(code for country in countries if (code := alpha3(country))))
    return KnownEntity(
        id_ or content_id("known", name, kind.value if kind else None),
        name,
        kind,
        tuple(other for other in others if other and other != name),
        codes[0] if len(codes) == 1 else None,
        tuple(roles),
    )


def _from_json(path: Path, text: str) -> Iterator[KnownEntity]:
    records = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise UnreadableInput(f"{path}, line {number}, is not a JSON object; give one entity a line")
        records.append(record)
    roles = _roles(records)
    for record in records:
        if "properties" not in record:
            yield from _from_row({str(key).lower(): _joined_cell(value) for key, value in record.items()})
        else:
            yield from _from_properties(record, roles.get(str(record.get("id")), ()))


def _joined_cell(value: Any) -> str:
    return ";".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _from_properties(record: Mapping[str, Any], roles: Iterable[KnownRole]) -> Iterator[KnownEntity]:
    """One entity of FollowTheMoney."""
    names = _values(record, "name")
    schema = str(record.get("schema", "")).lower()
    if not names or schema not in _KINDS:
        return
    shown = str(record.get("caption") or names[0])
    others = [*names, *(value for name in _NAMES for value in _values(record, name))]
    countries = next((values for name in _COUNTRIES if (values := _values(record, name))), [])
    positions = [KnownRole(title) for title in _values(record, "position")]
    yield _entity(str(record.get("id") or ""), shown, _KINDS[schema], others, countries, (*roles, *positions))


def _roles(records: Iterable[Mapping[str, Any]]) -> dict[str, list[KnownRole]]:
    """The offices that links between entities give, by the bearer's id."""
    by_id = {str(record.get("id")): record for record in records}
    found: dict[str, list[KnownRole]] = {}
    for record in by_id.values():
        schema = str(record.get("schema"))
        if schema not in _OFFICES or "properties" not in record:
            continue
        bearer, post = (_values(record, name) for name in _OFFICES[schema])
        since, until = (next(iter(_values(record, name)), None) for name in ("startDate", "endDate"))
        office = by_id.get(post[0], {}) if post else {}
        called = next(iter(_values(office, "name")), None)
        if schema == "Occupancy":
            title = called
            of = next(iter([*_values(office, "organization"), *_values(office, "country")]), None)
            of = next(iter(_values(by_id.get(of or "", {}), "name")), None) or alpha3(of or "")
        else:
            title, of = next(iter(_values(record, "role")), "member" if schema == "Membership" else None), called
        for who in bearer if title else ():
            found.setdefault(who, []).append(KnownRole(title or "", of, since, until))
    return found


def _values(record: Mapping[str, Any], name: str) -> list[str]:
    """The values of a property; a nested entity counts by its id."""
    properties = record.get("properties")
    values = properties.get(name, []) if isinstance(properties, dict) else []
    values = values if isinstance(values, list) else [values]
    return [str(value["id"] if isinstance(value, dict) and "id" in value else value) for value in values if value]


def alpha3(country: str) -> str | None:
    """The alpha-3 code of a country by its alpha-2 or alpha-3 code, or its English name."""
    return _countries().get(country.strip().casefold())


@functools.cache
def _countries() -> dict[str, str]:
    import countryinfo

    found: dict[str, str] = {}
    for item in countryinfo.all_countries():
        data = item.info()
        codes = data.get("ISO", {})
        if codes.get("alpha3"):
            for word in (codes["alpha3"], codes.get("alpha2") or "", str(data.get("name") or "")):
                found.setdefault(word.casefold(), str(codes["alpha3"]))
    found.pop("", None)
    return found
