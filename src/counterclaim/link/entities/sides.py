"""Which state each report's own entities are on the side of, by all that the pile says of it.

A report seldom says twice whose army or ministry it speaks of, and of a land that no list knows it must be learned from
the pile which town is its capital and which words name it. `with_sides` completes what annotating found: it never takes
back a side, and where two states are at hand it gives none.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link.entities.organ_names import is_lent, organ, organ_of
from counterclaim.link.entities.seats import seats_of
from counterclaim.records import Annotations, Claim, EntityKind, LocalEntity, Mention, Report, Statement, Who

_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
_OWNER = re.compile(r"([A-Z][\w-]+)['’]s?\s+(?:own\s+)?$")
_OF = re.compile(r"^\s+(?:of|in)\s+(?:the\s+)?([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_MINISTER = r"(?:foreign|defen[cs]e|interior|health|justice|finance|information|home|energy|education)"
#: A state's office right before a name, written as a title.
_OFFICE = re.compile(rf"\b(?:President|Prime Minister|Premier|Chancellor|(?P<of>(?i:{_MINISTER})) Minister)\s+$")
_OFFICE_AFTER = re.compile(rf"^,\s+the\s+(?:prime minister|(?P<of>{_MINISTER}) minister)\b")
#: Who speaks for the forces of a state.
_FOR_FORCES = re.compile(r"\b(?:army|military|government|presidential)\s+spokes(?:man|woman|person)\b", re.IGNORECASE)
_LOCATIVE = re.compile(r"\b(?:in|at|near|around|outside|inside|from|to|towards?|across|through)\s+$", re.IGNORECASE)
#: Who speaks for a state and is placed in its capital: "the government in Nairobi".
_OFFICIAL_IN = re.compile(
    r"^(?:(?i:the)\s+)?(?:\w+\s+)?(?i:government|army|military|authorities|officials|ministry|general staff)\s+in\s+"
    r"(?P<seat>[A-Z].*)$"
)
#: How much of a text may be its head, and how long a line of that is, in characters; who issues texts.
_HEAD, _LINE = 300, 90
_ISSUER = re.compile(
    r"\b(?:armed forces|general staff|ministry|police|government|presidency|news agency|press agency|press service|"
    r"radio|television|broadcasting)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^[^\w\n]*([A-Z][\w-]+(?: [A-Z][\w-]+)?)[^\w\n]*$", re.MULTILINE)
#: So far back a ministry and its minister may stand apart, in characters.
_FAR = 600
#: The only state of a report is its home if it is named so often, or a body or office of its is named.
_OFTEN = 2


@dataclass(slots=True)
class _Sides:
    """What the pile knows: the states by each word for them, and the capitals."""

    reports: Mapping[str, Report]
    called: dict[str, str]
    seats: dict[str, str]
    lent: dict[str, str] = field(default_factory=dict)

    def home(self, report: str, entities: Sequence[LocalEntity]) -> tuple[str | None, bool]:
        """The state whose organs a report may name without saying whose they are, and whether that is sure: that of its
        outlet, which is so if the report speaks of it, else the only one it speaks of."""
        named = Counter({e.side: e.mentions for e in entities if e.kind is EntityKind.STATE and e.side and e.mentions})
        states = set(named)
        states |= {self.seats[e.name] for e in entities if e.kind is EntityKind.PLACE and e.name in self.seats}
        here = self.reports[report]
        words = re.findall(r"[^\W\d_][\w-]+", f"{here.outlet or ''} {here.credit or ''}")
        pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
        own = {side for word in (*words, *pairs) if (side := self.called.get(word) or self.seats.get(word))}
        own = own or self._letterhead(here.text)
        if len(own) == 1:
            home = own.pop()
            return home, home in states
        only = next(iter(states)) if len(states) == 1 and not own else None
        bodies = any(e.side == only and e.kind is not EntityKind.STATE for e in entities)
        return (only if named[only or ""] >= _OFTEN or bodies else None), True

    def _letterhead(self, text: str) -> set[str]:
        """The states in the lines above a text that name who issued it: "ARMED FORCES OF KENYA"."""
        ends = (".", '"', "”", "?", "!")  # of a sentence
        head = (line.rstrip() for line in text[:_HEAD].split("\n"))
        lines = [line for line in head if len(line) < _LINE and not line.endswith(ends) and _ISSUER.search(line)]
        return {side for line in lines for word in re.findall(r"[^\W\d_]+", line) if (side := self.called.get(word))}

    def section(self, text: str, at: int) -> str | None:
        """The state whose name alone heads the section that a place in a text is in."""
        headed = [m for m in _HEADING.finditer(text, 0, text.rfind("\n", 0, at) + 1) if not m[1].islower()]
        last = headed[-1][1] if headed else ""
        return self.called.get(last) or self.called.get(last.title())


def with_sides(reports: Sequence[Report], annotations: Mapping[str, Annotations]) -> dict[str, Annotations]:
    """The annotations with the sides of their entities completed, and with the state in place of its capital where
    that speaks or acts."""
    called = _words_for_states(annotations)
    by_id = {report.id: report for report in reports}
    made = {key: _with_states(found, called) for key, found in annotations.items()}
    sides = _Sides(by_id, called, seats_of(by_id, made, called))
    made = {key: _with_towns(found, sides.seats) for key, found in made.items()}
    made = {key: _with_owners(sides, found) for key, found in made.items()}
    sides.lent = _lent(made)
    made = {key: _with_homes(sides, found) for key, found in made.items()}
    return _acting(sides, made)


def _words_for_states(annotations: Mapping[str, Annotations]) -> dict[str, str]:
    """Each word by which reports name a state or its people, with the state's code."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for found in annotations.values():
        states = {e.id: e.side for e in found.entities if e.kind is EntityKind.STATE and e.side}
        for mention in found.mentions:
            if side := states.get(mention.entity or ""):
                votes[mention.span.text][side] += 1
        for entity in found.entities:
            if side := states.get(entity.id):
                votes[entity.name][side] += 1
    return {
        word: max(sides, key=lambda side: (sides[side], side))
        for word, sides in votes.items()
        if word[:1].isupper() and not (word.isupper() and len(word) < 4)
    }


def _changed(found: Annotations, new: Mapping[str, LocalEntity]) -> Annotations:
    if not new:
        return found
    return replace(found, entities=tuple(new.get(entity.id, entity) for entity in found.entities))


def _with_states(found: Annotations, called: Mapping[str, str]) -> Annotations:
    """A land that no list knows is a state also in the reports that do not show it for one."""
    new = {}
    for entity in found.entities:
        side = called.get(entity.name)
        own = called.get(entity.name.removesuffix(" Republic"))
        if entity.kind is EntityKind.STATE and own and own != entity.side and own in (entity.side or "")[: len(own)]:
            new[entity.id] = replace(entity, side=own)  # "the Kenyan Republic", where another report has Kenya
        if entity.kind is not EntityKind.STATE and side and not side.isupper() and not entity.titles:
            new[entity.id] = replace(entity, kind=EntityKind.STATE, side=side, country=None)
    return _changed(found, new)


def _with_towns(found: Annotations, seats: Mapping[str, str]) -> Annotations:
    """A capital is a town also in the reports that do not show it for one."""
    towns = (e for e in found.entities if e.name in seats and not e.titles and e.kind is not EntityKind.STATE)
    return _changed(found, {e.id: replace(e, kind=EntityKind.PLACE) for e in towns if e.kind is not EntityKind.PLACE})


def _mentions(found: Annotations) -> dict[str, list[Mention]]:
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.entity is not None:
            named[mention.entity].append(mention)
    return named


def _with_owners(sides: _Sides, found: Annotations) -> Annotations:
    """The bodies and people of which words beside them say whose they are."""
    named, text, new = _mentions(found), sides.reports[found.report].text, {}
    for entity in found.entities:
        if entity.side or (entity.kind not in _BODIES and not (entity.kind is EntityKind.PERSON and entity.titles)):
            continue
        whose = {side for mention in named[entity.id] if (side := _owner(sides, text, mention))}
        if entity.kind in _BODIES:
            _, word = organ_of(entity.name, sides.called)
            whose = ({sides.called[word]} if word else whose) if word or organ(entity.name) else set()
        if len(whose) == 1:
            new[entity.id] = replace(entity, side=whose.pop())
    return _changed(found, new)


def _owner(sides: _Sides, text: str, mention: Mention) -> str | None:
    start, end = mention.span.start, mention.span.end
    person = _OFFICE.search(text[max(0, start - 40) : start]) is not None
    before = None if person else _OWNER.search(text[max(0, start - 40) : start])
    if before is not None:
        return sides.called.get(before[1])
    after = _OF.match(text[end : end + 50])
    if after is None:
        return None
    words = [after[1], after[1].split()[0]]
    of = text[end : end + 4].strip() == "of"
    return next((side for word in words if (side := (sides.called if of else sides.seats).get(word))), None)


def _lent(annotations: Mapping[str, Annotations]) -> dict[str, str]:
    """Bodies that only some states have, by name, where all reports that say whose one is name one state."""
    owners: dict[str, set[str]] = defaultdict(set)
    for found in annotations.values():
        for entity in found.entities:
            if entity.side and entity.kind in _BODIES and (kind := organ(entity.name)) and is_lent(kind):
                owners[kind].add(entity.side)
    return {kind: next(iter(states)) for kind, states in owners.items() if len(states) == 1}


def _with_homes(sides: _Sides, found: Annotations) -> Annotations:
    """Organs and offices of which nothing beside them says whose they are: those of the report's home."""
    named, text, new = _mentions(found), sides.reports[found.report].text, {}
    own, sure = sides.home(found.report, found.entities)
    others = {e.id for e in found.entities if e.side and e.side != own and e.kind in _BODIES}
    until = min((m.span.start for m in found.mentions if m.entity in others), default=len(text))
    for entity in found.entities:
        if entity.side or not named[entity.id]:
            continue
        section = sides.section(text, named[entity.id][0].span.start)
        home = section or own if section or sure or named[entity.id][0].span.start < until else None
        if entity.kind in _BODIES and (kind := organ(entity.name)):
            side = sides.lent.get(kind) if is_lent(kind) else home
        elif entity.kind is EntityKind.PERSON:
            side = _of_office(found, text, named[entity.id], entity, home)
        else:
            continue
        if side:
            new[entity.id] = replace(entity, side=side)
    return _changed(found, new)


def _of_office(
    found: Annotations, text: str, mentions: Sequence[Mention], entity: LocalEntity, home: str | None
) -> str | None:
    """The state that the bearer of a state's office bears it in: that of the ministry named last before, else home."""
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        office = _OFFICE.search(text[max(0, start - 40) : start]) or _OFFICE_AFTER.match(text[end : end + 60])
        if office is not None:
            branch = (office["of"] or "").lower().replace("defense", "defence")
            return (_ministry_before(found, start, branch) if branch else None) or home
    if any(_FOR_FORCES.search(title) for title in entity.titles):
        return home
    return None


def _ministry_before(found: Annotations, at: int, branch: str) -> str | None:
    """The side of the ministry of a branch that was named last before a place in the text."""
    sides = {e.id: e.side for e in found.entities if e.side and branch in e.name.lower().replace("defense", "defence")}
    before = [m for m in found.mentions if at - _FAR < m.span.start < at and m.entity in sides]
    return sides[max(before, key=lambda m: m.span.start).entity or ""] if before else None


def _acting(sides: _Sides, annotations: Mapping[str, Annotations]) -> dict[str, Annotations]:
    """A capital that says or does something stands for its state."""
    states: dict[str, str] = {}
    for found in annotations.values():
        for entity in found.entities:
            if entity.kind is EntityKind.STATE and entity.side:
                states.setdefault(entity.side, entity.id)
    made = {}
    for key, found in annotations.items():
        own = {e.side: e.id for e in found.entities if e.kind is EntityKind.STATE and e.side}
        stands: dict[str, str] = {}
        for entity in found.entities:
            side = sides.seats.get(entity.name) if entity.kind is EntityKind.PLACE else None
            state = own.get(side) or states.get(side) if side else None
            stands |= {entity.id: state, entity.name: state} if state else {}
        made[key] = _standing(found, stands, sides.reports[key].text) if stands else found
    return made


def _standing(found: Annotations, stands: Mapping[str, str], text: str) -> Annotations:
    """The same with states for those who speak and act; `stands` are the states by the id and name of the capital."""

    def whos(given: tuple[Who, ...]) -> tuple[Who, ...]:
        if not given:
            return given
        made = tuple(_stood_for(who, stands, text) for who in given)
        return given if all(map(operator.is_, made, given)) else made

    def statement(s: Statement) -> Statement:
        return s if (sources := whos(s.sources)) is s.sources else replace(s, sources=sources)

    def claim(c: Claim) -> Claim:
        return c if (agent := whos(c.agent)) is c.agent else replace(c, agent=agent)

    return replace(found, statements=tuple(map(statement, found.statements)), claims=tuple(map(claim, found.claims)))


def _stood_for(who: Who, stands: Mapping[str, str], text: str) -> Who:
    if who.span is None:
        return who
    if who.entity is None:
        official = _OFFICIAL_IN.match(who.span.text)
        state = stands.get(official["seat"]) if official else None
        return replace(who, entity=state) if state else who
    placed = _LOCATIVE.search(text[max(0, who.span.start - 12) : who.span.start])
    return who if placed or who.entity not in stands else replace(who, entity=stands[who.entity])
