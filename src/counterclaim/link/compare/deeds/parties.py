"""Parties: whom the words for a doer mean, as far as two accounts can differ about it.

"Russian jets", "Moscow's army" and "Russia" are one party; "the army" is that of the state whose forces the report
speaks of; "rebels" and "militants" may be any armed group, so that they differ from a state, and not from such a group.
Weapons and machines are those of whoever the words name beside them; gunmen and bombers of whom no more is said are
nobody. Read `Parties.of` and `differ` first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from counterclaim.link.compare.deeds.party_ties import lands, related
from counterclaim.link.compare.deeds.party_words import (
    ARMED,
    BANDS,
    COALITION,
    FORCE,
    GROUP,
    GUARDS,
    LAWLESS,
    MEANS,
    OF_A_STATE,
    PEOPLE,
    UNKNOWN,
    body_of,
    names_of,
    nouns_of,
    plain_words,
)
from counterclaim.link.pile import Pile
from counterclaim.records import Annotations, Entity, EntityKind, Span, Statement, Who

#: Whose plane or gun it was: "the government's Antonov".
_OWNER = re.compile(r"((?:the )?(?:army|military|government|regime|air force|navy))['’]s (?=[A-Z\d])", re.I)
#: What only the forces of a state fly.
_NAMED_NOUN = re.compile(r"[A-Z][\w.]+(?:['’]s?)? (?:[a-z][\w-]* )?[a-z][\w-]*$")
_FLOWN = frozenset("plane warplane jet aircraft helicopter gunship".split())
_HOLDINGS = frozenset("position post checkpoint base barracks patrol convoy trench line border outpost".split())
_PRONOUNS = frozenset("it they he she them him her this that these those who which".split())
_LOYAL = re.compile(r"^.*\b(?:loyal|faithful|allied) (?:to|with) (?=\w)", re.I)
_MEN = frozenset({"man", "men", "member", "people"})
_OURSELVES = frozenset({"we", "us", "ourselves"})
_OWN = frozenset({"its", "their", "our", "his", "her"})
_BACKED = re.compile(r"\b([\w.]+)-(?:backed|led|supported|sponsored|funded)\b|\bpro-([\w.]+)", re.I)
_STEM = 4
#: A body that is named less often than this is not what a report calls "the government".
_A_FEW = 2
_RULES = frozenset({"government", "regime"})
_BARE_RULER = re.compile(r"(?:the )?(?:government|regime)")


_THE = re.compile(
    r"\b(?:coalition|alliance|army|forces|police|government|ministry|militia|front|brigade|"
    r"movement|command|side|authorities|committee|union|party|council|league)$",
    re.I,
)


class Sort(StrEnum):
    """What sort of party the words name."""

    STATE = "state"
    ARMED = "armed men"
    GROUP = "armed group"
    COALITION = "coalition"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts. `states` are the states it is of (for a coalition: that lead it), `names` the names in its words in
    lower case, `backers` whom the words call its backers, `entity` its entity; `shown` is how an answer names it;
    `inferred`: its state is that of the report's army, and not named."""

    sort: Sort
    states: frozenset[str]
    names: frozenset[str]
    backers: frozenset[str]
    entity: str | None
    shown: str
    inferred: bool = False

    @property
    def called(self) -> str:
        """How a sentence names it: "the army", "Tarvia"."""
        return f"the {self.shown}" if self.shown[:1].islower() or _THE.search(self.shown) else self.shown

    @property
    def sure(self) -> bool:
        """Whether it is more than "the army" or "militants"."""
        return bool(self.states or self.names)


class Parties:
    """The parties of a pile."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._homes: dict[tuple[str, frozenset[str]], str | None] = {}
        self._known: dict[tuple[str, Who, str | None], Party | None] = {}
        self._people: dict[str, frozenset[str]] = {}
        self._states: dict[str, str] = {}
        self._outlets = {report.outlet.lower() for report in pile.reports.values() if report.outlet}
        for entity in pile.entities.values():
            if entity.kind is EntityKind.STATE and (side := _side(pile, entity)):
                self._states.setdefault(side, entity.name)

    @classmethod
    def in_(cls, pile: Pile) -> Parties:
        """Those of a pile, which all comparisons share."""
        return pile.once(cls, lambda: cls(pile))

    def of(self, report: str, who: Who, statement: Statement | None = None) -> Party | None:
        """The party that some words for a doer mean; None where they name none. Of "its forces" it is the source of
        `statement`."""
        key = report, who, statement.id if statement else None
        if key not in self._known:
            self._known[key] = self._of(report, who, statement)
        return self._known[key]

    def _of(self, report: str, who: Who, statement: Statement | None) -> Party | None:
        who = self._as_named(report, who)
        pile, entity = self._pile, self._pile.entity(who)
        words = (who.span.text if who.span else who.name).replace("’", "'")
        if words.lower() in _PRONOUNS:
            words = who.name.replace("’", "'")
        words = _LOYAL.sub("", words)
        if (entity.name if entity is not None else words).lower() in self._outlets:
            return None  # who reports it
        owner = _OWNER.match(words)
        if owner is not None and who.span is not None:
            start = who.span.start
            return self._of(
                report, Who(None, owner[1], Span.of(pile.reports[report].text, start, start + len(owner[1]))), None
            )
        first = words.lower().split()[:1]
        if first and first[0] in _OWN:
            return self._of_source(words, statement)
        if words.lower() in _OURSELVES and entity is None:
            return self._of_source("our forces", statement)
        if entity is not None and entity.kind is EntityKind.PERSON:
            return self._of_person(entity, who)
        nouns = nouns_of(f"{entity.name} {words}" if entity else words)
        if entity is None and nouns <= UNKNOWN | MEANS and not _owned(pile, report, who.span):
            return None
        states, names = _named(pile, report, who, entity, words)
        sort = _sort(nouns, states, names, entity, words)
        if sort is Sort.GROUP and nouns_of(words.split()[-1]) & MEANS and (entity or self._persons(report) & names):
            return None  # weapons of a leader, who is no party by name
        if sort is None:
            return None
        inferred = sort is Sort.STATE and not states and not (nouns & _FLOWN and not nouns & OF_A_STATE)
        if inferred:
            home = self.home(report, nouns)
            states = frozenset({home}) if home else frozenset()
        if sort in (Sort.ARMED, Sort.GROUP):
            states = frozenset()
        backers = frozenset(next(filter(None, found)).lower() for found in _BACKED.findall(words))
        return Party(
            sort,
            states,
            names,
            backers,
            entity.id if entity else None,
            self._shown(sort, states, words, entity),
            inferred,
        )

    def _as_named(self, report: str, who: Who) -> Who:
        """A party without its entity where it is only "the government", and the report nowhere names the one that this
        was resolved to: that state was named last, and need not be meant."""
        if who.span is None or not _BARE_RULER.fullmatch(" ".join(who.span.text.lower().split())):
            return who
        local = next((e for e in self._pile.annotations[report].entities if e.id == who.entity), None)
        named = local is None or local.name.lower() in self._pile.reports[report].text.lower()
        return who if named or (local and local.mentions > 1) else Who(None, who.span.text)

    def _of_source(self, words: str, statement: Statement | None) -> Party | None:
        """Whose "its soldiers" are: the source's, if they are forces or weapons."""
        nouns = nouns_of(words)
        if (
            statement is None
            or not nouns & (OF_A_STATE | FORCE | MEANS | GROUP | _MEN | {"side"})
            or len(statement.sources) != 1
        ):
            return None
        source = statement.sources[0]
        if source.span is not None and source.span.text.lower().split()[0] in _OWN:
            return None
        found = self.of(statement.report, source)
        return replace(found, shown=f"“{words}”") if found is not None and words.split()[-1] == "side" else found

    def _of_person(self, entity: Entity, who: Who) -> Party | None:
        """A person acts for the state that the person holds an office of."""
        actor = self._pile.actor(who)
        if actor is None or not actor.startswith("state "):
            return None
        states = frozenset({actor.removeprefix("state ")})
        return Party(
            Sort.STATE, states, frozenset(), frozenset(), entity.id, self._shown(Sort.STATE, states, "", entity)
        )

    def _persons(self, report: str) -> frozenset[str]:
        """The parts of the names of persons in a report, in lower case."""
        if report not in self._people:
            found = self._pile.annotations[report].entities
            persons = [e for e in found if e.kind is EntityKind.PERSON and (e.titles or " " in e.name)]
            parts = (part for e in persons for part in e.name.lower().split())
            self._people[report] = frozenset(parts)
        return self._people[report]

    def voice(self, report: str, who: Who) -> Party | None:
        """The party that a source speaks for: also a body that is none by itself, where it names one state ("Ukraine's
        nuclear company")."""
        party = self.of(report, who)
        if party is None and who.span is not None:
            states = {side for e in self._pile.named_in(report, who.span) if (side := _side(self._pile, e))}
            if len(states) == 1:
                return Party(Sort.STATE, frozenset(states), frozenset(), frozenset(), None, who.name)
        return party

    def home(self, report: str, nouns: frozenset[str]) -> str | None:
        """The state whose body "the army" or "the government" (by its `nouns`) is in a report: the one that most bodies
        of that sort are of, else the country of most of its places."""
        key = (report, nouns & OF_A_STATE)
        if key not in self._homes:
            self._homes[key] = _home(self._pile.annotations[report], key[1])
        return self._homes[key]

    def _shown(self, sort: Sort, states: frozenset[str], words: str, entity: Entity | None) -> str:
        """How an answer names a party: its state, its entity, or the words without their article."""
        if sort is Sort.STATE and len(states) == 1 and (name := self._states.get(next(iter(states)))):
            return body_of(words) or name
        if entity is not None and entity.kind is not EntityKind.PERSON:
            return entity.name
        return plain_words(words)


def _side(pile: Pile, entity: Entity) -> str | None:
    return pile.side(Who(entity.members[0], entity.name))


def _sort(
    nouns: frozenset[str], states: frozenset[str], names: frozenset[str], entity: Entity | None, words: str
) -> Sort | None:
    if nouns & ARMED:
        return Sort.ARMED
    if nouns & COALITION:
        return Sort.COALITION
    if states and (entity is not None or nouns & (MEANS | OF_A_STATE | FORCE | _HOLDINGS)):
        return Sort.STATE
    if not states and {"guard"} & nouns and nouns & GUARDS:
        return Sort.STATE
    if entity is None and names and not states and nouns & OF_A_STATE == {"troop"} and not nouns & {"unit", "air"}:
        return Sort.GROUP  # "Houthi forces"
    if nouns & OF_A_STATE and not (entity is not None and entity.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION)):
        return Sort.STATE
    if entity is not None and entity.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION):
        return Sort.GROUP
    if entity is None and nouns & PEOPLE:
        return Sort.PEOPLE
    if entity is None and not names and (nouns & BANDS or (nouns & GROUP and nouns & LAWLESS)):
        return Sort.ARMED
    if entity is None and names and nouns & _FLOWN:
        return Sort.STATE if _NAMED_NOUN.search(words) else None
    return Sort.GROUP if entity is None and names and nouns & (GROUP | MEANS | _MEN) else None


def _named(
    pile: Pile, report: str, who: Who, entity: Entity | None, words: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The states and the names in the words of a doer."""
    states = set()
    if entity is not None and (side := pile.side(who)):
        states.add(side)
    names = names_of(entity.name) if entity is not None else frozenset()
    if who.span is not None:
        for other in pile.named_in(report, who.span):
            if side := _side(pile, other):
                states.add(side)
        if entity is None:
            names |= names_of(words)
    return frozenset(states), names


def _owned(pile: Pile, report: str, span: Span | None) -> bool:
    """Whether the words name somebody with a side ("Russian air strikes")."""
    return span is not None and any(_side(pile, e) for e in pile.named_in(report, span))


def _home(found: Annotations, nouns: frozenset[str]) -> str | None:
    bodies: Counter[str] = Counter()
    for local in found.entities:
        body = local.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP) and nouns_of(local.name) & nouns
        if local.side and body:
            bodies[local.side] += local.mentions + ("ministry" in nouns)
    countries = Counter(place.country for place in found.places if place.country)
    often = Counter({side: count for side, count in bodies.items() if count >= _A_FEW})
    if nouns & _RULES and countries and often and not often.keys() & dict(countries.most_common(1)).keys():
        return None  # "the government" may be that of the land or of those whose bodies are named
    ranked = (often or lands(found) or bodies).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def differ(left: Iterable[Party], right: Iterable[Party], texts: Iterable[str]) -> bool:
    """Whether two accounts name different doers: none of the one can be any of the other, as far as the `texts` of
    their reports tell."""
    told = [text.lower() for text in texts]
    return all(_two(one, other, told) for one in left for other in right)


def same_side(one: Party, other: Party) -> bool:
    """Whether two parties are one, or of one state or name, as who is blamed by the one and speaks in the other."""
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.sort is Sort.STATE and other.sort is Sort.STATE:
        return bool(one.states & other.states)
    return _alike(one.names, other.names)


def may_be_one(one: Party, other: Party) -> bool:
    """Whether two parties are one as far as their words tell: "the rebels" may be those of any named group."""
    armed = {one.sort, other.sort} <= {Sort.ARMED, Sort.GROUP}
    states = one.sort is other.sort is Sort.STATE and not (one.states and other.states)
    return same_side(one, other) or states or (armed and not (one.names and other.names))


def _two(one: Party, other: Party, texts: list[str]) -> bool:
    if same_side(one, other) or _alike(one.names, other.names) or _backs(one, other) or _backs(other, one):
        return False
    sorts = {one.sort, other.sort}
    if sorts == {Sort.STATE}:
        if one.inferred and other.inferred:
            return False
        return bool(one.states and other.states and not one.states & other.states)
    if Sort.COALITION in sorts and sorts <= {Sort.STATE, Sort.COALITION}:
        return len(sorts) == 2 and bool(one.states and other.states) and not one.states & other.states
    if sorts == {Sort.PEOPLE}:
        return False
    if sorts <= {Sort.ARMED, Sort.GROUP}:
        return bool(one.names and other.names) and not related(one.names, other.names, texts)
    return True


def _backs(one: Party, other: Party) -> bool:
    """Whether the words for the one call the other its backer ("Russian-backed rebels", "Russia")."""
    return bool(one.backers) and (
        _alike(one.backers, other.names) or _alike(one.backers, frozenset(other.shown.lower().split()))
    )


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of names have one in common, also as name and adjective ("Saudi", "Saudis")."""
    return any(
        a == b or (min(len(a), len(b)) >= _STEM and (a.startswith(b) or b.startswith(a))) for a in left for b in right
    )
