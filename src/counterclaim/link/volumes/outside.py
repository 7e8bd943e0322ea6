"""What a volume says put into the words of the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counterclaim.records import Entity, Who


@dataclass(frozen=True, slots=True)
class Outside:
    """The entities of the ledger by those of reports, after which volumes name theirs."""

    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Outside:
        """Puts what any volume calls these entities of the ledger into what the ledger calls them."""
        return cls({member: entity for entity in entities for member in entity.members})

    def who(self, who: Who) -> Who:
        """Somebody as the ledger names them."""
        entity = self.entities.get(who.entity or "")
        return replace(who, entity=entity.id, name=entity.name) if entity else who

    def id(self, key: str) -> str:
        """A key, which may be the id of an entity."""
        entity = self.entities.get(key)
        return entity.id if entity else key
