"""Parties: whom the words for a doer mean, as far as two accounts can differ about it.

"Russian jets", "Moscow's army" and "Russia" are one party; "the army" is that of the state whose forces the report
speaks of; "rebels" and "militants" may be any armed group, so that they differ from a state, and not from such a group.
Weapons and machines are those of whoever the words name beside them; gunmen and bombers of whom no more is said are
nobody. Read `party.py` first, then `Parties.of`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from counterclaim.link.compare.deeds.issuers import issuers_in
from counterclaim.link.compare.deeds.party import Party, Sort
from counterclaim.link.compare.deeds.party_ties import lands
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
from counterclaim.records import Annotations, Entity, EntityKind, Manner, Span, Statement, Who

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
#: A body that is named less often than this is not what a report calls "the government".
_A_FEW = 2
_RULES = frozenset({"government", "regime"})
_OF_ITS_GOVERNMENT = frozenset({"ministry", "government", "staff"})
#: What a report begins with, where it was taken for a part of the first name.
_DATELINE = re.compile(r"^[A-Z][A-Z/ ]{2,}(?:, [\w. ]+)? [-–—] ")
#: An office that stands with a name: "the separatist commander, Oleg Ryn".
_OF_OFFICE = re.compile(
    r"\b(?:army|military|police|government|navy|rebel|separatist|insurgent|guerrilla|opposition)\s+"
    r"(?:spokes\w+|command\w*|official|officer|chief|general|colonel|major|captain|leader)\b",
    re.I,
)
_SHORT = re.compile(r"^(?:[\w ]+ of )?[Tt]he (movement|front|militia|alliance|brigade|league|union)$")
_ARMY = re.compile(r"(?i:(?:the )?(?:national |regular |armed )(?:army|forces|police|guard|navy|air force))")
#: What a ministry is of, which is no name.
_FIELDS = frozenset(
    "defence defense interior foreign general staff state security information communications internal affairs public "
    "ministry health justice government".split()
)
#: Offices of a state, whichever it is.
_OFFICES = frozenset({"minister", "governor", "prefect", "premier"})
_BARE_RULER = re.compile(r"(?:the )?(?:government|regime)")


class Parties:
    """The parties of a pile."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._homes: dict[tuple[str, frozenset[str]], str | None] = {}
        self._known: dict[tuple[str, Who, str | None], Party | None] = {}
        self._people: dict[str, frozenset[str]] = {}
        self._states: dict[str, str] = {}
        self._outlets = {report.outlet.lower() for report in pile.reports.values() if report.outlet}
        self._issuers: dict[str, Party | None] = {}
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
        words = _LOYAL.sub("", _DATELINE.sub("", words))
        entity = None if entity is not None and _DATELINE.match(entity.name) else entity
        if (entity.name if entity is not None else words).lower() in self._outlets:
            return self.issuer(report)  # who reports it, or issued it
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
        if entity is None and who.span is not None and (short := _SHORT.search(words)):
            entity = self._called(report, short[1])
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

    def _called(self, report: str, noun: str) -> Entity | None:
        """The one body of a report whose name ends in some noun: "the movement"."""
        found = self._pile.annotations[report].entities
        bodies = [
            e for e in found if e.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) and e.name.lower().endswith(noun)
        ]
        named = [e for e in bodies if " " in e.name and e.name.lower() not in self._outlets]
        return self._pile.entity(Who(named[0].id, named[0].name)) if len(named) == 1 else None

    def _of_source(self, words: str, statement: Statement | None) -> Party | None:
        """Whose "its soldiers" are: the source's, if they are forces or weapons."""
        nouns = nouns_of(words)
        if (
            statement is None
            or not nouns & (OF_A_STATE | FORCE | MEANS | GROUP | _MEN | _HOLDINGS | {"side"})
            or len(statement.sources) != 1
        ):
            return None
        source = statement.sources[0]
        if source.span is not None and source.span.text.lower().split()[0] in _OWN:
            return None
        found = self.of(statement.report, source) or self._spoken_for(statement.report, source)
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
        party = self.of(report, who) or self._spoken_for(report, who)
        if party is None and who.span is not None:
            states = {side for e in self._pile.named_in(report, who.span) if (side := _side(self._pile, e))}
            if len(states) == 1:
                return Party(Sort.STATE, frozenset(states), frozenset(), frozenset(), None, who.name)
        return party

    def voices(self, statement: Statement) -> tuple[Party, ...]:
        """The parties that stand for a statement: its sources, or who issued the report whose own voice it is."""
        if statement.manner is Manner.NARRATION:
            issuer = self.issuer(statement.report)
            return () if issuer is None else (issuer,)
        return tuple(p for who in statement.sources if (p := self.voice(statement.report, who)) is not None)

    def issuer(self, report: str) -> Party | None:
        """The party that issued a report: whose communiqué it is, whose press service; None for a paper."""
        if report not in self._issuers:
            self._issuers[report] = None  # it may be asked for on the way
            names = issuers_in(self._pile.reports[report].outlet or "")
            known = {local.name.lower(): local for local in self._pile.annotations[report].entities}
            local = next((known[name.lower()] for name in names if name.lower() in known), None)
            if names:
                who = Who(local.id, local.name) if local is not None else Who(None, names[0])
                self._issuers[report] = self.of(report, who) or _body(names[0])
        return self._issuers[report]

    def _spoken_for(self, report: str, who: Who) -> Party | None:
        """The body that a person speaks for by an office: "army spokesman", "spokesman of the Front"."""
        entity = self._pile.entity(who)
        if entity is None or entity.kind is not EntityKind.PERSON:
            return None
        body = self._pile.entities.get(self._pile.actor(who) or "")
        if body is not None and body.id != entity.id:
            return self.of(report, Who(body.members[0], body.name))
        for of in (role.of for role in entity.roles if role.of is not None and role.of.entity is None):
            if (party := self.of(report, Who(None, of.name))) is not None:
                return party
        beside = _OF_OFFICE.search(who.span.text) if who.span is not None else None
        for title in (*(role.title for role in entity.roles), *((beside.group(),) if beside else ())):
            nouns = nouns_of(title)
            if nouns & ARMED:
                return Party(Sort.ARMED, frozenset(), frozenset(), frozenset(), entity.id, plain_words(title))
            if nouns & (OF_A_STATE | _OFFICES):
                home = self.home(report, nouns)
                states = frozenset({home}) if home else frozenset[str]()
                return Party(Sort.STATE, states, frozenset(), frozenset(), entity.id, title, inferred=True)
        return None

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


def _body(name: str) -> Party:
    """The party of some name that no report resolves."""
    sort = Sort.STATE if nouns_of(name) & OF_A_STATE else Sort.GROUP
    return Party(sort, frozenset(), names_of(name), frozenset(), None, name)


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
    if (nouns & _OF_ITS_GOVERNMENT and not names - _FIELDS) or (entity is not None and _ARMY.fullmatch(entity.name)):
        return Sort.STATE
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
            elif entity is None and other.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION):
                names |= names_of(other.name)  # "elements of the so-called Front"
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
