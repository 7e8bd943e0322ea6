"""The bodies of a report by the words for them, where nothing else says who is meant: "regime" for "the Doe regime"."""

from __future__ import annotations

from counterclaim.annotate.names import Names
from counterclaim.annotate.world import Country


def body_called(names: Names, words: str, country: Country | None = None) -> str | None:
    """The entity whose name is, or alone of all in the report ends in, these words; of `country` if that is given."""
    wanted = words.lower()
    ending = []
    for entity in names.entities.values():
        if country is not None and country.code not in {entity.country, entity.side}:
            continue
        called = [name.lower() for name in entity.names]
        if wanted in called:
            return entity.id
        if any(name.endswith(f" {wanted}") for name in called):
            ending.append(entity.id)
    return ending[0] if len(ending) == 1 else None
