"""Parties: whether those whom two passages speak of can be the same, also where nobody resolved who they are.

A denial says "its forces", the charge "Kandari troops": the one is tied to who denies, the other to a state by the
adjective made of its name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.link.compare.nouns import head_noun, singular, without_s
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Span, Who

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_WORD = re.compile(r"[^\W\d_]+")
#: Words that begin what belongs to, or stands for, who speaks.
_OWN = frozenset("its their our his her my we they it he she i us them".split())
PRONOUNS = frozenset("we they it he she i many some others those who which that this".split())
_OFFICIAL = frozenset(
    """government regime ministry minister spokesman spokeswoman spokesperson authority president kremlin military troop
    official administration pentagon navy police warplane jet aircraft plane helicopter drone base pilot general colonel
    gunboat command staff state coalition statement""".split()
)
#: Who speaks for forces; one force does not speak for another.
_SPEAKING = frozenset(
    """government regime ministry minister spokesman spokeswoman spokesperson authority president kremlin official
    administration pentagon command general colonel coalition statement state""".split()
)
#: What many have: "warplanes" are somebody's only where it is said whose.
_MEANS = frozenset("warplane jet aircraft plane helicopter drone base pilot gunboat air".split())
_ARMED = frozenset(
    """rebel insurgent militant fighter terrorist opposition gunman separatist jihadist extremist guerrilla faction
    militia militiaman""".split()
)
_PLACES = frozenset("suburb town city village district province area region countryside neighborhood".split())
_ADJECTIVE = frozenset({"", "n", "an", "ian", "i", "ese", "ish", "s", "is", "ns", "ni"})
#: Names shorter than this are the same only letter by letter; a skeleton has at least so many consonants.
_SHORT_NAME, _BONES = 4, 3
_TITLE_WORDS = frozenset(
    """the a an foreign defence defense prime deputy minister president general colonel major captain lieutenant state
    ministry government army forces air force news agency""".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or speaks: resolved actors, words of names, and head nouns."""

    actors: frozenset[str]
    names: frozenset[str]
    heads: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.actors or self.names or self.heads)

    @classmethod
    def nobody(cls) -> Party:
        """Nobody that is known."""
        return cls(frozenset(), frozenset(), frozenset())


def named_body(pile: Pile, report: str, span: Span) -> Who | None:
    """Whoever, other than a place, is named last in some words of a report; None where nobody is."""
    named = [entity for entity in pile.named_in(report, span) if entity.kind is not EntityKind.PLACE]
    return Who(named[-1].id, named[-1].name) if named else None


def party_of(pile: Pile, report: str, whos: Iterable[Who], own: Party | None = None) -> Party:
    """The party of some participants or sources; `own` is who speaks, for "its forces" and "we"."""
    actors: set[str] = set()
    names: set[str] = set()
    heads: set[str] = set()
    for who in whos:
        entity = pile.entity(who)
        if (entity is not None and entity.kind is EntityKind.PLACE) or head_noun(who.name) in _PLACES:
            names |= _names(entity.name) if entity else frozenset()
            continue
        actor = pile.actor_in(report, who)
        words = who.span.text if who.span else who.name
        armed = {singular(word) for word in _WORD.findall(words.lower())} & _ARMED
        if actor and not (armed and actor.startswith("state ")):  # "Kenyan rebel forces" are not Kenya's
            actors.add(actor)
        first = next(iter(_WORD.findall(words.lower())), "")
        if own is not None and (first in _OWN):
            actors, names, heads = actors | own.actors, names | own.names, heads | own.heads
            continue
        if entity is None and words.lower() in PRONOUNS:
            continue
        names |= _names(words)
        if entity is not None:
            names |= _names(entity.name)
        heads |= armed or {head_noun(words)} - {""}
    return Party(frozenset(actors), frozenset(names), frozenset(heads))


def _names(words: str) -> set[str]:
    found = (without_s(name).lower() for name in _NAME.findall(words))
    return {name for name in found if name not in _TITLE_WORDS and len(name) > 2}


_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec his her
    they the there this that these those our its but and not also meanwhile later earlier yet however according after
    before when while where since some several many most both each all other another from for with tags source
    elsewhere more less now then thus they two three four five six seven eight nine ten dozens hundreds
    thousands local security army forces troops rebels militants government state no one still only even under over
    during despite about around between among against last next early late""".split()
)


def names_in(words: str) -> frozenset[str]:
    """The words of names in a passage, in lower case: what is written large and is no day or month."""
    found = _names(words)
    return frozenset(name for name in found if name not in _CALENDAR)


def can_be(left: Party, right: Party, *, near: bool = True) -> bool:
    """Whether two parties can be the same one, or the one speak for the other; `near`: one report speaks of both, so
    that "the army" and "the government" are those that the report is about."""
    if left.actors & right.actors or share_name(left.names, right.names):
        return True
    if left.heads & right.names or right.heads & left.names:  # "the Alliance" after "fighters of the Coast Alliance"
        return True
    if (left.actors and right.actors) or (left.names and right.names):
        return False
    if (left.heads & right.heads) - (_MEANS if left.names or right.names else frozenset()):
        return near or not (left.names or right.names)
    official = _OFFICIAL - _MEANS
    spoken_for = bool((left.heads | right.heads) & _SPEAKING and left.heads & official and right.heads & official)
    return near and (spoken_for or bool(left.heads & _ARMED and right.heads & _ARMED))


def share_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of words of names share one, or the adjective of one."""
    return any(_same_name(one, other) for one in left for other in right)


def _same_name(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORT_NAME:
        return short == long
    stem = short[:-1] if short[-1] in "aeiou" else short
    if any(long.startswith(root) and long[len(root) :] in _ADJECTIVE for root in (short, stem)):
        return True
    return skeleton(one) == skeleton(other) and len(skeleton(one)) >= _BONES


@functools.lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """A name as far as those agree who write it in Latin letters: "Mallah" and "Maleh" are one."""
    name = re.sub(r"[’'-]", "", name.lower())
    return re.sub(r"(.)\1+", r"\1", name[:1] + re.sub(r"[aeiouy]", "", name[1:]))
