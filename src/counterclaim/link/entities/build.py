"""Make the entities of the ledger out of groups of calls, with their names, kinds, countries and roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link.entities.calls import STATE, Calls
from counterclaim.link.entities.kinds import vote
from counterclaim.link.entities.names import AND_AGENCIES
from counterclaim.link.entities.offices import KNOWN_PARTS, Held, offices
from counterclaim.records import Entity, EntityKind, LocalEntity, Role, Who
from counterclaim.records.known import KnownEntity

#: A title that ends in another one of the same person and is this much rarer has a stray word before it; an office
#: given to this much rarer owner than another is a slip.
_STRAY = 0.1


def build_entities(calls: Calls, groups: Iterable[Sequence[str]], known: Sequence[KnownEntity]) -> list[Entity]:
    """One entity for each group, by id."""
    listed = {entity.id: entity for entity in known}
    rank = {id_: n for n, id_ in enumerate(calls.locals)}
    entities = []
    known_of: dict[str, KnownEntity] = {}
    for keys in groups:
        ids = sorted({id_ for key in keys if (id_ := calls.by_key[key].known)})
        entity = _entity(calls, keys, rank, listed[ids[0]] if ids else None)
        entities.append(entity)
        known_of |= {entity.id: listed[ids[0]]} if ids else {}
    return sorted(_with_roles(calls, entities, known_of), key=lambda entity: entity.id)


def _entity(calls: Calls, keys: Sequence[str], rank: Mapping[str, int], known: KnownEntity | None) -> Entity:
    """An entity without its roles. It is named after its first member in the order of the reports."""
    members = sorted((m for key in keys for m in calls.by_key[key].members), key=lambda m: rank[m.id])
    kind = _kind(calls, keys, members, known)
    spellings: Counter[str] = Counter()
    for member in members:
        spellings.update({name: max(member.mentions, 1) for name in member.names})
    countries = Counter(member.country for member in members if member.country)
    country = max(countries, key=lambda c: (countries[c], c)) if countries else None
    names = [name for name, _ in sorted(spellings.items(), key=lambda item: (-item[1], item[0]))]
    return Entity(
        id=members[0].id,
        name=known.name if known else _name(members, kind),
        kind=kind,
        names=tuple(dict.fromkeys([known.name, *names] if known else names)),
        country=(known.country if known else None) or country,
        roles=(),
        mentions=sum(member.mentions for member in members),
        members=tuple(member.id for member in members),
        aliases=tuple(member.id for member in members[1:]),
    )


def _kind(calls: Calls, keys: Sequence[str], members: Sequence[LocalEntity], known: KnownEntity | None) -> EntityKind:
    if known is not None and known.kind is not None:
        return known.kind
    if any(key.startswith(STATE) for key in keys):
        return EntityKind.STATE
    if any(calls.by_key[key].outlet for key in keys):
        return EntityKind.ORGANIZATION
    votes: Counter[EntityKind] = Counter()
    for key in keys:
        votes[calls.by_key[key].kind] += calls.by_key[key].mentions
    order = list(EntityKind)
    best = max(order, key=lambda kind: (votes[kind], -order.index(kind)))
    return best if votes[best] else vote(members)


def _name(members: Sequence[LocalEntity], kind: EntityKind) -> str:
    """The most used name; a person's of two words or more where there is one. Not one that lost an apostrophe ("Jane
    Does"), nor one in capitals or small letters throughout where another is written as names are."""
    named: Counter[str] = Counter()
    for member in members:
        named[member.name] += max(member.mentions, 1)
    full = [n for n in named if len(n.split()) > 1] if kind is EntityKind.PERSON else list(named)
    lost = kind is EntityKind.PERSON
    whole = [n for n in full if not (lost and n.endswith("s") and n[:-1].rstrip("'’") in named)]
    written: dict[str, list[str]] = defaultdict(list)
    for name in whole or full or list(named):
        written[name.lower()].append(name)
    best = max(written.values(), key=lambda names: (sum(named[n] for n in names), names))
    shown = max(best, key=lambda n: (not (n.islower() or (n.isupper() and len(n) > 5)), named[n], n))
    return AND_AGENCIES.sub("", shown)


#: Words that make another office of one.
_OTHER_OFFICE = frozenset({"vice", "vice-", "deputy", "former", "late", "acting", "assistant", "first", "co-"})


@dataclass(slots=True)
class _Seen:
    """An office of one person as the reports give it."""

    count: int = 0
    since: Counter[str] = field(default_factory=Counter)
    until: Counter[str] = field(default_factory=Counter)


def _with_roles(calls: Calls, entities: list[Entity], known_of: Mapping[str, KnownEntity]) -> list[Entity]:
    owner = {member: entity for entity in entities for member in entity.members}
    states = {
        key.removeprefix(STATE): owner[call.members[0].id]
        for key, call in calls.by_key.items()
        if key.startswith(STATE) and call.members
    }
    by_name: dict[str, Entity] = {code.casefold(): state for code, state in states.items()}
    by_name |= {name.casefold(): entity for entity in entities for name in entity.names}
    held: dict[str, list[Held]] = defaultdict(list)
    for one in offices(calls):
        held[owner[one.who].id].append(one)

    def roles(entity: Entity) -> tuple[Role, ...]:
        known = known_of.get(entity.id)
        given = [
            Role(r.title, _of_name(r.of, by_name, entity), r.since, r.until) for r in (known.roles if known else ())
        ]
        if entity.kind is not EntityKind.PERSON:
            return tuple(given)
        titles = {role.title for role in given}
        return (*given, *(r for r in _roles(held[entity.id], owner, states) if r.title not in titles))

    return [replace(entity, roles=roles(entity)) for entity in entities]


def _of_name(name: str | None, by_name: Mapping[str, Entity], holder: Entity) -> Who | None:
    if name is None:
        return None
    entity = by_name.get(name.casefold())
    return Who(entity.id, entity.name) if entity is not None and entity is not holder else Who(None, name)


def _roles(held: Sequence[Held], owner: Mapping[str, Entity], states: Mapping[str, Entity]) -> list[Role]:
    """The offices of one person, each once. One of which no report says whose it is, is one of those of that title."""
    seen: dict[tuple[str, Who | None], _Seen] = defaultdict(_Seen)
    for one in held:
        of = owner.get(one.of or "") or states.get(one.state or "")
        who = Who(of.id, of.name) if of else Who(None, one.state) if one.state else None
        role = seen[one.title, who]
        role.count += 1
        role.since.update([one.since] if one.since else [])
        role.until.update([one.until] if one.until else [])
    counts: Counter[str] = Counter()
    for (title, _), role in seen.items():
        counts[title] += role.count
    owned = {title for title, who in seen if who is not None}
    found = []
    for (title, who), role in seen.items():
        stray = any(title.endswith(f" {other}") and counts[title] <= _STRAY * n for other, n in counts.items())
        most = max(other.count for (same, _), other in seen.items() if same == title)
        stray = stray or role.count < _STRAY * most
        # "minister" beside "foreign minister" is the same office; "president" beside "vice president" is another one.
        more = [t.removesuffix(title).split() for t, w in seen if w == who and t.endswith(f" {title}")]
        stray = stray or any(not _OTHER_OFFICE & set(before) for before in more)
        # "union president" beside "president of" that union
        first, _, rest = title.partition(" ")
        stray = stray or (who is None and rest in owned and first not in KNOWN_PARTS)
        if not stray and (who is not None or title not in owned):
            found.append(Role(title, who, _most(role.since), _most(role.until)))
    return sorted(found, key=lambda r: (r.title, r.of.name if r.of else "", r.of.entity or "" if r.of else ""))


def _most(values: Counter[str]) -> str | None:
    return max(values, key=lambda value: (values[value], value)) if values else None
