"""Of whom or of what a state is told: a person by name or role, a thing by its noun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.nouns import singular, without_s
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Span

_ROLES = (
    r"leader|commander|chief|driver|pilot|captain|minister|governor|mayor|president|premier|director|editor|groom|bride|"
    r"imam|sheikh|emir|priest|bishop|student|teacher|doctor|nurse|mate|clerk|conductor|banker|owner|boy|girl|baby|infant|"
    r"wife|husband|son|daughter|brother|sister|mother|father|cousin|widow|reporter|journalist|editor|suspect|defendant|"
    r"accused|prisoner|hostage|captive|colonel|general|major|lieutenant|sergeant|inspector|officer|senator|deputy|"
    r"councillor|judge|prosecutor|lawyer|activist|singer|player|coach|guard|watchman|translator|engineer|lecturer|"
    r"ambassador|envoy|preacher|rabbi|translator|mechanic|sailor|cook|fisherman|farmer|victim|rector|dean|patriarch"
)
_ROLE = re.compile(
    rf"\b(?P<what>the|a|an|his|her|our|their|its|my|this|[\w’'-]+['’]s?) (?:(?:[\w-]+) ){{0,2}}?(?P<role>{_ROLES})\b",
    re.I,
)
_CALLED = r"(?P<name>(?-i:[^\W\d_a-z][\w’'-]+)(?: (?-i:[^\W\d_a-z][\w’'-]+)){0,2})"
_ROLE_NAME = re.compile(rf"\b(?P<role>{_ROLES}),? {_CALLED}", re.I)
_NAME_ROLE = re.compile(
    rf"\b{_CALLED}, (?:the |a |an |its |their |our |his |her )?(?:[\w-]+ ){{0,2}}?(?P<role>{_ROLES})\b", re.I
)
_KIN = re.compile(
    r"[^\W\d_a-z][\w-]*['’]s? (?:\w+ )?(?P<kin>wife|husband|son|daughter|brother|sister|mother|father|cousin|widow|"
    r"driver|"
    r"lawyer|bodyguard|deputy|aide|secretary|supporters|party|office|men|people|family|relatives|house|home|car|body|"
    r"guards?|fighters|soldiers|friends?|neighbou?rs?|colleagues?)\b"
)
#: A place: "in Kirin prison".
_PLACED = re.compile(
    r"\b(?:in|at|from|to|near|of|around|outside|into|off|towards|over) (?:the )?(?:[^\W\d_a-z][\w’'-]+ ?)+"
)
_OF = re.compile(
    r"\b(?P<kin>wife|husband|son|daughter|brother|sister|mother|father|cousin|widow|driver|lawyer|"
    r"bodyguard|deputy|aide|secretary|killer|supporters?|men|family|relatives|body|guards?|fighters|soldiers) of "
    r"(?:the )?(?:[\w-]+ ){0,2}?(?-i:[^\W\d_a-z][\w-]*)",
    re.I,
)
#: A name of two words right before the verb, of whomever.
_RUN = re.compile(r"((?:[^\W\d_a-z][\w’'-]+ ){1,2}[^\W\d_a-z][\w’'-]+) (?:(?:has|have|had|is|was|still|also) ?)?$")
_PRONOUN = re.compile(r"\b(?:he|she|him|her)\b", re.I)
_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_SOME = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few|other|others|another|"
    r"second|different|former|one of|next|new|older|old|each|another's|hundreds|dozens|half)\b",
    re.I,
)
#: "An amendment to the law", "a shop in the market": of the one that comes first.
_INSIDE = re.compile(
    r"\w (?:of|to|on|in|for|about|over|against|from|with|by|under|at|near) "
    r"(?:(?:the|a|an|this|that|its|their|our|his|her) )?(?:\w+ )?$",
    re.I,
)
_OF_WHAT = re.compile(r" of (?:the |an? )?(?:[\w-]+ ){0,1}[\w-]+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
#: So many words before the noun of a thing say which it is; they stand within as many characters of it.
_TWO, _BEFORE = 2, 40
_PLAIN = frozenset(
    """the a an this that these those its their our his her my all both every no any of in on at to for from by with
    and or new whole entire so-called last said is was are were has had have been there which who after before
    government state national proposed controversial disputed final draft joint fragile one under over into through
    across when while near""".split()
)
_TITLED = frozenset(
    """colonel general major captain lieutenant sergeant inspector minister president governor mayor sheikh emir imam
    mr mrs ms dr judge senator councillor chief commander father brother sister our the his her we they it""".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a state is told of: words of names, the noun for him or for it, other names near by (`near`), how
    many of them (`some`) there are, the words for it, and what stands before its noun (`kind`)."""

    names: frozenset[str] = frozenset()
    noun: str = ""
    near: frozenset[str] = frozenset()
    some: bool = False
    words: str = ""
    kind: frozenset[str] = frozenset()


def person_in(
    pile: Pile, report: str, region: Span, *, after: bool, earlier: Sequence[Span], deep: bool = True
) -> Subject | None:
    """The person that stands nearest in some words; by a pronoun the one told of last before."""
    people = _people(pile, report, region)
    role = list(_ROLE.finditer(region.text))
    kin = [*_OF.finditer(region.text), *_KIN.finditer(region.text)]
    run = None if after else _RUN.search(region.text)
    near = (people[0] if after else people[-1]) if people else run[1] if run else None
    word = (role[0] if after else role[-1]) if role else None
    if kin and (word is None or kin[-1].end() >= word.end()):
        owner = names_in(f"x {kin[-1].group()}") - _TITLED
        noun = kin[-1]["kin"].lower()
        return Subject(owner, f"{singular(noun)} of", words=f"{kin[-1].group()}")
    if near is not None:
        noun = word["role"].lower() if word else ""
        return Subject(_words(near), noun, words=near)
    if word is not None and word["what"].lower() not in {"a", "an"}:
        if _SOME.search(word.group()):
            return None
        role_of = pile.once(_Holders, lambda: _Holders.of(pile)).get(word["role"].lower(), "")
        return Subject(_words(role_of), word["role"].lower(), words=role_of or f"the {word['role'].lower()}")
    if deep and _PRONOUN.search(region.text):
        for sentence in reversed(earlier):
            found = person_in(pile, report, sentence, after=True, earlier=(), deep=False)
            if found is not None:
                return found
    return None


class _Holders(dict[str, str]):
    """The one person of whom a pile speaks by each role: "the governor" is Governor Resnik."""

    @classmethod
    def of(cls, pile: Pile) -> _Holders:
        """Those of a pile; none of a role that two persons have."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        people = pile.once(_People, lambda: _People.of(pile))
        for report in pile.annotations:
            for words in (_ROLE_NAME, _NAME_ROLE):
                for match in words.finditer(pile.reports[report].text):
                    surname = without_s(match["name"].split()[-1]).lower()
                    if surname in people:
                        found[match["role"].lower()][surname] = people[surname]
        return cls((role, next(iter(names.values()))) for role, names in found.items() if len(names) == 1)


def _words(name: str) -> frozenset[str]:
    """The words of a name by which somebody is known again."""
    return frozenset(n for n in names_in(f"x {name}") if n not in _TITLED) or names_in(name)


class _People(dict[str, str]):
    """The persons that a pile names, by each word of their names that no other kind of entity has."""

    @classmethod
    def of(cls, pile: Pile) -> _People:
        """Those of a pile."""
        found, others = cls(), set[str]()
        for entity in pile.entities.values():
            words = names_in(f"x {entity.name}") - _TITLED
            if entity.kind is EntityKind.PERSON:
                found.update((word, entity.name) for word in words)
            elif len(entity.name.split()) > 1:  # a surname alone is often taken for a place
                others |= words
        for word in others:
            found.pop(word, None)
        return found


def _people(pile: Pile, report: str, region: Span) -> list[str]:
    """The persons named in some words, in order; also who is only known for one by another report."""
    named = [e.name for e in pile.named_in(report, region) if e.kind is EntityKind.PERSON and _NAME.search(e.name)]
    if named:
        return named
    known = pile.once(_People, lambda: _People.of(pile))
    words = (without_s(word).lower() for word in _NAME.findall(region.text))
    return [known[word] for word in words if word in known]


def thing_in(
    pile: Pile, report: str, things: Sequence[re.Pattern[str]], region: Span, clause: Span, *, after: bool
) -> Subject | None:
    """The thing of one of some classes that stands nearest in some words."""
    found = [
        (m.start(), n, m.group())
        for n, words in enumerate(things)
        for m in words.finditer(region.text)
        if not _INSIDE.search(region.text[: m.start()])
    ]
    if not found:
        return None
    at, number, word = min(found) if after else max(found)
    before = (without_s(w) for w in _WORD.findall(region.text[max(0, at - _BEFORE) : at])[-_TWO:])
    behind = _OF_WHAT.match(region.text, at + len(word))
    mods = [w for w in (*before, *(_WORD.findall(behind.group()) if behind else ())) if w.islower()]
    return Subject(
        kind=frozenset(w for w in mods if w not in _PLAIN and not w.endswith(("ly", "ed"))),
        noun=str(number),
        near=names_near(pile, report, clause),
        some=bool(_SOME.search(region.text[-40:])),
        words=word.lower(),
    )


def names_near(pile: Pile, report: str, clause: Span) -> frozenset[str]:
    """The words of names in a clause but for those of persons, and for what is only written large as its first word."""
    named = pile.named_in(report, clause)
    people = {name for e in named if e.kind is EntityKind.PERSON for name in names_in(f"x {e.name}")}
    others = {name for e in named if e.kind is not EntityKind.PERSON for name in names_in(f"x {e.name}")}
    return frozenset((names_in(clause.text[1:]) | others) - people)


def same(one: Subject, other: Subject) -> bool:
    """Whether two subjects can be one: by name, else by the noun that a story has one of."""
    if one.noun.endswith(" of") or other.noun.endswith(" of"):
        return one.noun == other.noun and (not one.names or not other.names or share_name(one.names, other.names))
    if one.kind and other.kind and not one.kind & other.kind:
        return False
    if one.names and other.names:
        return share_name(one.names, other.names)
    return bool(one.noun) and one.noun == other.noun
