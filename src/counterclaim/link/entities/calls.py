"""The names of a pile: all of the reports' own entities that bear one spelling are one `Call`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.link.entities.names import call_of
from counterclaim.link.entities.organ_names import organ
from counterclaim.records import Annotations, EntityKind, Evidence, LocalEntity, Mention, MentionForm, Report

#: What begins the key of a state: states are the same by code, whatever they are called.
STATE = "state "
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
#: A particle and another word behind a name, which belong to it.
_GOES_ON = re.compile(r" (?:al|el|ad|as|ash|at|az|an|ar|es|ez)-[A-Z][a-z]+")


@dataclass(slots=True)
class Call:
    """All of the reports' own entities that are called alike.

    `text` is what they are called (`names.call_of`), `key` tells them from others of that name, whom a person parted
    from them. `kind` is what most reports take them for (`kinds.py`). A call without members is one that only a file
    of known entities has; `known` is the id of the entity there. `outlet` says that reports were published by it.
    """

    key: str
    text: str
    members: list[LocalEntity] = field(default_factory=list)
    kind: EntityKind = EntityKind.ORGANIZATION
    known: str | None = None
    mentions: int = 0
    reports: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    outlet: bool = False


@dataclass(slots=True)
class Calls:
    """The calls of a pile by key, in the order of the reports, and where each member is first named. `published` is the
    outlet of each report that has one, and whom it credits."""

    by_key: dict[str, Call]
    texts: dict[str, str]
    mentions: dict[str, list[Mention]]
    annotations: Mapping[str, Annotations]
    locals: dict[str, LocalEntity]
    where: dict[str, Evidence]
    of_local: dict[str, str] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)
    published: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Sequence[Report], annotations: Mapping[str, Annotations]) -> Calls:
        """The calls of these reports, which come ordered by date."""
        calls = cls({}, {}, {}, annotations, {}, {})
        for report in reports:
            found = annotations.get(report.id)
            if found is None:
                continue
            calls.texts[report.id] = report.text
            if report.outlet is not None:
                calls.published[report.id] = report.outlet, report.credit or ""
            named = [m for m in found.mentions if m.entity is not None]
            calls.mentions[report.id] = [m for m in named if m.form is MentionForm.NAME]
            for mention in named:
                if mention.entity is not None and mention.entity not in calls.where:
                    calls.where[mention.entity] = Evidence.at(report.id, mention.span)
            cut = _cut_short(report.text, calls.mentions[report.id])
            for entity in found.entities:
                calls.locals[entity.id] = entity
                if entity.name == report.outlet and not entity.mentions:
                    calls.outlets.add(entity.id)
                calls.put(_key(entity, cut.get(entity.id, "")), entity)
        calls._gather_states()
        return calls

    def _gather_states(self) -> None:
        """Puts to a state that no list has what other reports, which do not show it for one, call by its name or by
        that of its people ("Dorvia", "Dorvian")."""
        for key in [key for key in self.by_key if key.startswith(STATE) and not key.removeprefix(STATE).isupper()]:
            name = key.removeprefix(STATE)
            for other in (name, f"{name}n"):
                call = self.by_key.get(other)
                if call is None or any(member.titles for member in call.members):
                    continue
                for member in self.by_key.pop(other).members:
                    self.put(key, member)

    def put(self, key: str, member: LocalEntity) -> None:
        """Adds one of the reports' own entities to the call with this key."""
        call = self.by_key.setdefault(key, Call(key, key.split("#")[0]))
        call.members.append(member)
        call.mentions += member.mentions
        call.reports.add(member.report)
        call.outlet = call.outlet or member.id in self.outlets
        if member.country:
            call.countries.add(member.country)
        self.of_local[member.id] = key

    def evidence(self, *keys: str) -> tuple[Evidence, ...]:
        """Where each of these calls is first named, as far as it is."""
        firsts = (next((m for m in self.by_key[key].members if m.id in self.where), None) for key in keys)
        return tuple(self.where[first.id] for first in firsts if first is not None)

    def others(self, kinds: Iterable[EntityKind] = EntityKind) -> list[Call]:
        """The calls of these kinds that are no states."""
        wanted = set(kinds)
        return [c for c in self.by_key.values() if c.kind in wanted and not c.key.startswith(STATE)]


def _cut_short(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """What most mentions of an entity leave off of its name: " ez-Zor" of "Deir ez-Zor"."""
    left_off: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        rest = _GOES_ON.match(text, mention.span.end)
        left_off[mention.entity or ""][rest[0] if rest else ""] += 1
    most = {entity: max(sorted(rests), key=lambda r: rests[r]) for entity, rests in left_off.items()}
    return {entity: rest for entity, rest in most.items() if rest}


def _key(entity: LocalEntity, left_off: str = "") -> str:
    if entity.kind is EntityKind.STATE and entity.side:
        return STATE + entity.side
    called = call_of(entity.name + left_off, person=entity.kind is EntityKind.PERSON)
    # Every state has a foreign ministry: those of two are two.
    return f"{called}#{entity.side}" if entity.kind in _BODIES and entity.side and organ(entity.name) else called
