"""Doers that are only described: "gunmen", "two helicopters", "men in uniform".

No name says who they are, and still they cannot be everybody: rebels have no jets, and thieves are not the army. Only
who did it is asked of them; elsewhere a party is one that is named.
"""

from __future__ import annotations

import functools
import re

from counterclaim.link.compare.deeds.party import Party, Sort
from counterclaim.link.compare.nouns import head_noun
from counterclaim.records import Entity, Who

#: What only the forces of a state fly and drive.
_MACHINES = frozenset("helicopter jet warplane plane aircraft gunship tank warship gunboat".split())
_SERVICE = frozenset(
    "officer serviceman sapper guardsman policeman commando paratrooper constable gendarme marine "
    "officers sappers guardsmen policemen troop".split()
)
_OUTLAWS = frozenset("gunman gunmen robber bandit thug kidnapper infiltrator raider pirate criminal".split())
_FOLK = frozenset(
    "boy girl youth activist student pupil marcher worshipper neighbour neighbor thief thieve looter woman women "
    "protester demonstrator rioter shepherd fisherman fishermen miner striker guest carrier driver owner".split()
)
_UNKNOWN = re.compile(r"\b(?:unknown|unidentified|unnamed|suspected|a number of|other|others)\b", re.I)
_UNIFORMED = re.compile(r"^\s+in (?:\w+ ){0,2}(?:uniforms?|fatigues|plain ?clothes|riot gear)\b", re.I)
_DRESSED = re.compile(r"\b(?:uniformed|plain-?clothes)\b", re.I)
_ARMED = re.compile(r"\b(?:armed|masked|hooded)\b", re.I)
#: How many words name a party.
_WORDS = 4
_ARMOURED = re.compile(r"\barmou?red\b", re.I)
#: Whose weapon it was: "an officer's stray round", "a bullet of the marchers".
_FIRED = r"(?:rounds?|bullets?|shells?|rockets?|missiles?|bombs?|grenades?|fire|gunfire|shots?|gun|rifle)"
_OWNED = re.compile(rf"(.+)['’]s? (?:\w+ ){{0,2}}{_FIRED}$|.*\b{_FIRED} (?:of|from) (.+)$", re.I)
_MEN = frozenset("man men people person individual group".split())


def described(who: Who, text: str) -> Party | None:
    """The party that some words of a report's `text` describe without naming it; None where they leave it open."""
    if who.span is None:
        return None
    words, after = " ".join(who.span.text.split()), text[who.span.end : who.span.end + 40]
    if (owner := _OWNED.match(words)) is not None:
        words, after = owner.group(1) or owner.group(2), ""
    sort = _sort(words, after)
    if sort is None:
        return None
    dress = _UNIFORMED.match(after)
    shown = _shown(words + (dress.group() if dress else ""))
    return Party(sort, frozenset(), frozenset(), frozenset(), None, shown, inferred=sort is Sort.STATE)


def group_named(entity: Entity) -> Party:
    """The armed group of some name."""
    names = frozenset(entity.name.lower().split())
    return Party(Sort.GROUP, frozenset(), names, frozenset(), entity.id, entity.name)


def dressed(who: Who) -> bool:
    """Whether words describe men by what they wear and bear, which is no name though a sentence begins with it."""
    words = who.span.text if who.span is not None else ""
    return head_noun(words) in _MEN and bool(_DRESSED.search(words) or _ARMED.search(words))


@functools.lru_cache(maxsize=1 << 13)
def _sort(words: str, after: str) -> Sort | None:
    if _UNKNOWN.search(words):
        return None
    noun = head_noun(words)
    if noun in _MEN:
        if _UNIFORMED.match(after) or _DRESSED.search(words):
            return Sort.STATE
        return Sort.ARMED if _ARMED.search(words) else None
    if noun in _MACHINES or noun in _SERVICE or (noun == "vehicle" and _ARMOURED.search(words)):
        return Sort.STATE
    if noun in _OUTLAWS:
        return Sort.ARMED
    return Sort.PEOPLE if noun in _FOLK else None


def _shown(words: str) -> str:
    kept = re.sub(r"^(?:the|a|an|some|several)\s+", "", " ".join(words.split()), flags=re.I).split()
    plain = [word for word in kept if not any(c.isdigit() or c == "." for c in word)]
    return " ".join(plain[-_WORDS:] or kept)
