"""What a user knows beforehand: people, bodies and places with all their names, from a file."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.enums import EntityKind


@dataclass(frozen=True, slots=True)
class KnownRole:
    """An office as a file of known entities gives it: its title, of whom (a name), from when until when."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """Somebody or something that a user's file knows.

    `id` is the file's own, or made of the name. `name` is how it is to be shown, `names` are all further ones, in any
    script. `kind` is None where the file does not say it; `country` is an ISO 3166-1 alpha-3 code.
    """

    id: str
    name: str
    kind: EntityKind | None = None
    names: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[KnownRole, ...] = ()
