"""Kinds of things that may be there or not: which words name one, and what is a kind of what.

Who says that there was not one weapon is contradicted by a revolver; who says that there was no revolver is not by a
weapon. The words are in `words/kinds.yaml`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.wording import wording
from counterclaim.link.sought import Sought

#: Words before a noun that say nothing of what kind it is.
_PLAIN = frozenset(
    """a an the any some such no not one single two three four five six seven eight nine ten eleven twelve dozen dozens
    several many few other own their its his her our my these those this that at least about around nearly over more
    than up to only also still even enemy hostile so-called alleged armed unlawfully illegal illegally large small big
    number of kind sort type and or nor with of in on from by for as""".split()
)
#: A few words before are looked for within as many characters, not from the start of a long sentence.
_NEAR_BEFORE = 120
_BEFORE = re.compile(r"(?:[^\W_][\w’'-]*\s+){1,4}$")
#: Kinds that are called by each other's words: "armed men" are fighters to who says that there were no fighters.
_ALIKE = frozenset({"armed", "fighter"})
#: Words that many things of a kind are called by.
_GENERAL = frozenset(
    """weapon weaponry arm armament gun rifle firearm machine rocket missile launcher battery bomb shell round
    explosive device ammunition munition tank armoured armored vehicle drone mortar artillery howitzer heavy live
    grenade mine landmine depot dump store cache roadside car of the in to men man member force troop soldier armed
    fighter rebel militant insurgent gunman terrorist prisoner hostage captive detainee camp base post position unit
    military army foreign sniper commando guerrilla separatist militiaman vigilante type cellar basement tunnel
    bunker roadblock checkpoint barricade command headquarters siege blockade hunger famine equipment apparatus
    aircraft plane helicopter means combating such line""".split()
)
#: What follows a noun that is not one of its own phrase ("a rebel attack", "rocket fire").
_GOES_ON = re.compile(
    r"\s(?!(?:in|at|on|of|off|out|up|by|to|for|from|with|near|under|over|behind|inside|outside|within|aboard|"
    r"among|between|"
    r"beside|around|along|across|into|onto|after|before|during|since|until|as|than|but|and|or|nor|not|if|when|"
    r"while|where|"
    r"who|whom|whose|which|that|what|is|are|was|were|be|been|being|has|have|had|did|does|do|can|could|will|would|"
    r"may|might|"
    r"should|must|there|here|then|now|yesterday|today|this|these|the|a|an|his|her|its|their|our|my|whatever|"
    r"anywhere|either|"
    r"they|it|he|she|we|you|alone|also|still|too|again|ever|never|only|present|left|found|seen|hidden|stored|"
    r"kept|said|told|\w+ed|\w+ly|belonging)\b)"
    r"[a-z]"
)
_OF_NAMES = re.compile(
    r"\s+(?:of|from|belonging to|loyal to)\s+(?:the\s+)?(?P<names>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Words of a sentence for a thing, from `start` to `end`; `before` the telling words before its noun, `names` the
    names it is called by."""

    kind: str
    start: int
    end: int
    words: str
    before: frozenset[str]
    names: frozenset[str]

    @property
    def telling(self) -> frozenset[str]:
        """The words of the thing that few things are called by ("dynamite", "s-75")."""
        if is_kind(self, "armed"):
            return frozenset()
        return frozenset(singular(word) for word in re.split(r"\s|(?<=[a-z])-", self.words.lower())) - _GENERAL

    def is_one_of(self, other: Thing) -> bool:
        """Whether this is a thing of which the other says there is none."""
        if other.kind not in _over(self.kind) and not {self.kind, other.kind} <= _ALIKE:
            return False
        for word in other.before:
            if word == "foreign":
                fits = bool(self.names) or "foreign" in self.before or self.kind == "mercenary"
            else:
                fits = word in self.before
            if not fits:
                return False
        return not (other.names and self.names and not share_name(other.names, self.names)) and not (
            other.names and not self.names
        )


def is_kind(thing: Thing, kind: str) -> bool:
    """Whether a thing is of a kind, or of a kind of it."""
    return kind in _over(thing.kind)


@functools.cache
def _kinds() -> dict[str, tuple[str | None, re.Pattern[str]]]:
    return {
        name: (row.get("of"), re.compile(rf"(?:{'|'.join(_words(row))})(?:s|es)?", re.I))
        for name, row in wording("kinds")["kinds"].items()
    }


@functools.cache
def _over(kind: str) -> frozenset[str]:
    """A kind with all that it is a kind of."""
    above = _kinds()[kind][0]
    return frozenset({kind}) | (_over(above) if above else frozenset())


def _words(row: dict[str, str]) -> list[str]:
    return [word.strip() for word in row["words"].split(" | ")]


@functools.cache
def any_kind() -> Sought:
    """The words for things of any kind."""
    words = sorted((w for row in wording("kinds")["kinds"].values() for w in _words(row)), key=len, reverse=True)
    return Sought(rf"\b(?:{'|'.join(words)})(?:s|es)?\b", re.I)


def _kind_of(sentence: str, start: int, end: int) -> str:
    found = [name for name, (_, pattern) in _kinds().items() if pattern.fullmatch(sentence, start, end)]
    return max(found, key=lambda name: len(_over(name)), default="")


@functools.lru_cache(1 << 14)
def things_in(sentence: str) -> tuple[Thing, ...]:
    """The things that a sentence names, in order."""
    return tuple(_things(sentence))


def _things(sentence: str) -> Iterator[Thing]:
    for match in any_kind().finditer(sentence):
        kind = _kind_of(sentence, match.start(), match.end())
        if not kind or (not match.group().endswith("s") and _GOES_ON.match(sentence, match.end())):
            continue
        before = _BEFORE.search(sentence, max(0, match.start() - _NEAR_BEFORE), match.start())
        words = before.group().split() if before else []
        telling: list[str] = []
        for word in reversed(words):
            if word.lower() in _PLAIN:
                break
            telling.append(word)
        names = set(names_in(" ".join(reversed(telling))))
        of = _OF_NAMES.match(sentence, match.end())
        if of:
            names |= {name.lower() for name in of["names"].split()}
        plain = frozenset(word.lower() for word in telling if word[0].islower())
        yield Thing(kind, match.start(), match.end(), match.group(), plain, frozenset(names))
