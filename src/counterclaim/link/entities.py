"""Which of the reports' entities are the same person, body, state or place.

States are the same by ISO code. Other names are the same when they are spelled the same, or so nearly that it is a
transliteration; a surname alone joins the one full name that ends in it. An entity is named after its anchor, the
member from the earliest report, so that later reports do not change its id; every member's id leads to it.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jellyfish import metaphone
from rapidfuzz.fuzz import ratio

from counterclaim.link.groups import components
from counterclaim.link.judge import judge
from counterclaim.records import (
    Annotations,
    Entity,
    EntityKind,
    Evidence,
    Judgement,
    LocalEntity,
    Report,
    Role,
    Verdict,
    Who,
)

#: Ratio of matching characters (0 to 100, spaces and hyphens left out) from which two long names are one name
#: spelled two ways. Of the pairs of names in the Syrian reports that score 88 to 90 most are variants
#: ("Abdel Rahman", "Abdul Rahman"); below that different names begin ("Ahmad", "Ahmed" families).
SAME_NAME = 88.0
_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr."})
_OTHER_LENGTH = 92.0
#: Names of several words that sound the same (Metaphone, Philips 1990) need be less alike in letters.
_SAME_SOUND = 75.0
#: Short names sound alike too easily ("Anna Berg", "Anna Borg").
_LONG_SOUND = 13
_PARTICLES = frozenset({"al", "el", "ad", "as", "ash", "at", "az", "bin", "ibn", "de", "van", "von"})
#: Share of the mentions by which one bearer of a surname or short name outweighs all others.
_BY_FAR = 0.8
#: Shorter names than this differ too easily by one letter.
_LONG = 9
_PARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|az)[- ]")


def fold(name: str) -> str:
    """A name without accents, case, dots or article."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower().replace(".", "").replace("’", "'")
    return " ".join(re.sub(r"[^\w' ]+", " ", re.sub(r"^the ", "", plain)).split())


def link_entities(
    reports: Sequence[Report], annotations: Mapping[str, Annotations]
) -> tuple[list[Entity], list[Judgement]]:
    """The entities of the ledger, and the judgements by which differently spelled names were made one.

    `reports` come ordered by date.
    """
    locals_: dict[str, LocalEntity] = {}
    where: dict[str, Evidence] = {}
    for report in reports:
        found = annotations.get(report.id)
        if found is None:
            continue
        locals_.update((entity.id, entity) for entity in found.entities)
        for mention in found.mentions:
            if mention.entity is not None:
                where.setdefault(mention.entity, Evidence.at(report.id, mention.span))
    by_key: dict[str, list[LocalEntity]] = defaultdict(list)
    for entity in locals_.values():
        by_key[_key(entity)].append(entity)
    near = _near(by_key)
    keys = components(by_key, [(a, b) for a, b, _ in near])
    entities = _with_states(
        [_entity([e for key in group for e in by_key[key]], list(locals_)) for group in keys], by_key
    )
    return sorted(entities, key=lambda entity: entity.id), _merges(by_key, near, where)


def _with_states(entities: list[Entity], by_key: Mapping[str, list[LocalEntity]]) -> list[Entity]:
    """The same, the state that an office is of being the ledger's own entity where the reports speak of it."""
    owner = {member: entity for entity in entities for member in entity.members}
    states = {
        key.removeprefix("state "): owner[found[0].id] for key, found in by_key.items() if key.startswith("state ")
    }

    def of(role: Role) -> Role:
        state = states.get(role.of.name) if role.of else None
        return replace(role, of=Who(state.id, state.name)) if state else role

    return [replace(entity, roles=tuple(of(role) for role in entity.roles)) for entity in entities]


def _key(entity: LocalEntity) -> str:
    if entity.kind is EntityKind.STATE and entity.side:
        return f"state {entity.side}"
    return fold(entity.name)


def _near(by_key: Mapping[str, list[LocalEntity]]) -> list[tuple[str, str, str]]:
    """Pairs of keys that are one name spelled two ways, with the reason."""
    long: dict[str, list[str]] = defaultdict(list)
    tails: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        if key.startswith("state "):
            continue
        words = key.split()
        if len(words) > 1 and len(key) >= _LONG:
            for block in {key[:2], " ".join(metaphone(w) for w in words)}:
                long[block].append(key)
            if _kind(by_key[key]) is EntityKind.PERSON:
                tails[words[-1][:3]].append(key)
    pairs = _alternatives(by_key)
    for keys in long.values():
        pairs += [
            (left, right, f"“{left}” and “{right}” are nearly the same letters.")
            for left, right in itertools.combinations(keys, 2)
            if _same_name(left, right)
        ]
    for key, group in by_key.items():
        if " " not in key and _kind(group) is EntityKind.PERSON and len(key) > 3:
            full = _full_names(key, tails.get(key[:3], []), by_key)
            if full:
                pairs.append((full, key, f"“{key}” is the surname of one person in these reports, “{full}”."))
    return pairs


def _alternatives(by_key: Mapping[str, list[LocalEntity]]) -> list[tuple[str, str, str]]:
    """Short names and acronyms that stand alone in some reports, and for the same whole name wherever a report has
    both."""
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for key, group in by_key.items():
        initials = "".join(word[0] for word in key.split() if word not in {"of", "for", "the", "and", "on"})
        if len(key.split()) > 1 and _kind(group) is EntityKind.ORGANIZATION and initials in by_key:
            owners[initials][key] += sum(member.mentions for member in group)
        for member in group:
            for name in {fold(name) for name in member.names} - {key}:
                if name in by_key and " and " not in name:
                    owners[name][key] += member.mentions
    pairs = []
    for name, keys in owners.items():
        key, most = max(keys.items(), key=lambda item: (item[1], item[0]))
        if most >= _BY_FAR * keys.total() and (" " in name or most > 2):
            pairs.append((key, name, f"Reports that have both use “{name}” for “{key}”."))
    return pairs


def _same_name(left: str, right: str) -> bool:
    a, b = ([w for w in name.split() if w not in _PARTICLES] for name in (left, right))
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return False
    if len(a) == len(b) > 1 and len(left) >= _LONG_SOUND and [metaphone(w) for w in a] == [metaphone(w) for w in b]:
        return float(ratio("".join(a), "".join(b))) >= _SAME_SOUND
    if left[0] != right[0]:
        return False
    if len(a) == len(b) and any(ratio(x, y) < 70 for x, y in zip(a, b, strict=True)):
        return False
    # With a word more or less it is another body more often than another spelling ("forces", "air force").
    floor = SAME_NAME if len(a) == len(b) else _OTHER_LENGTH
    return float(ratio("".join(a), "".join(b))) >= floor


def _full_names(surname: str, candidates: Iterable[str], by_key: Mapping[str, list[LocalEntity]]) -> str | None:
    """The one person, or by far the most mentioned one, whose full name ends in this surname."""
    fits = [k for k in candidates if k.split()[-1] == surname or ratio(_PARTICLE.sub("", k.split()[-1]), surname) >= 90]
    if not fits:
        return None
    weight = {key: sum(e.mentions for e in by_key[key]) for key in fits}
    best = max(fits, key=lambda k: (weight[k], k))
    alike = [key for key in fits if key == best or _same_name(best, key)]
    if sum(weight[k] for k in alike) < _BY_FAR * sum(weight.values()):
        return None
    countries = {e.country for key in (*alike, surname) for e in by_key[key] if e.country}
    return best if len(countries) <= 1 else None


def _kind(members: Iterable[LocalEntity]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for member in members:
        # The small model calls a one-word name an organisation more often than it is one; capitals throughout are
        # an acronym.
        weak = member.kind is EntityKind.ORGANIZATION and " " not in member.name and not member.name.isupper()
        votes[member.kind] += 1 if weak else 4 * max(member.mentions, 1)
    order = list(EntityKind)
    return max(order, key=lambda kind: (votes[kind], -order.index(kind)))


def _entity(members: list[LocalEntity], order: list[str]) -> Entity:
    rank = {entity: n for n, entity in enumerate(order)}
    members.sort(key=lambda member: rank[member.id])
    spellings: Counter[str] = Counter()
    for member in members:
        spellings.update({name: max(member.mentions, 1) for name in member.names})
    kind = _kind(members)
    named: Counter[str] = Counter()
    for member in members:
        named[member.name] += max(member.mentions, 1)
    full = [n for n in named if len(n.split()) > 1] if kind is EntityKind.PERSON else list(named)
    name = max(full or list(named), key=lambda n: (named[n], n))
    countries = Counter(member.country for member in members if member.country)
    country = max(countries, key=lambda c: (countries[c], c)) if countries else None
    titles = Counter(title.lower() for member in members for title in member.titles if title.lower() not in _COURTESY)
    if kind is not EntityKind.PERSON:
        titles.clear()
    sides = Counter(member.side for member in members if member.side)
    of = Who(None, max(sides, key=lambda s: (sides[s], s))) if sides else None
    roles = tuple(Role(title, of) for title in sorted(titles))
    return Entity(
        id=members[0].id,
        name=name,
        kind=kind,
        names=tuple(name for name, _ in sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        country=country,
        roles=roles,
        mentions=sum(member.mentions for member in members),
        members=tuple(member.id for member in members),
        aliases=tuple(member.id for member in members[1:]),
    )


def _merges(
    by_key: Mapping[str, list[LocalEntity]], near: Sequence[tuple[str, str, str]], where: Mapping[str, Evidence]
) -> list[Judgement]:
    made = []
    for left_key, right_key, reason in near:
        left = next((e for e in by_key[left_key] if e.id in where), None)
        right = next((e for e in by_key[right_key] if e.id in where), None)
        if left is not None and right is not None:
            score = float(ratio(left_key.replace(" ", ""), right_key.replace(" ", ""))) / 100
            evidence = [where[left.id], where[right.id]]
            made.append(judge("entity", (left.id, right.id), Verdict.SAME, score, [reason], evidence))
    return made
