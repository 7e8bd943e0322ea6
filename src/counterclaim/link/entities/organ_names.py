"""What organs of states are called, in any state ("Foreign Ministry"), and which words of a name say whose it is."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from counterclaim.link.entities.names import fold

_BRANCHES = frozenset(
    """foreign defence interior health justice finance information education culture energy tourism emergencies
    emergency armed air naval security arab national people's federal general joint high supreme coast border state
    republican""".split()
)
_ORGANS = frozenset(
    "ministry army navy government parliament military forces force staff guard guards command police".split()
)
#: Bodies that are a state's only where a report says so: others have militias as well.
_OWNED = frozenset({"militia", "militias"})
#: Forces that call themselves national are as often another side's.
_FIGHTING = frozenset({"army", "forces", "force"})
_OF_THE_FORCES = re.compile(r" of (?:the )?armed forces$")
_MINISTRY_FIRST = re.compile(r"^ministry of (?:the )?(.+?)(?: affairs)?$")
#: Reports call these of one state by either word.
_SAME = {"armed forces": "army", "military": "army"}
_NO_ORGANS = frozenset({"armed guard", "armed guards", "security guard", "security guards", "armed force"})


@functools.cache
def organ(name: str) -> str:
    """What an organ is called in any state, in one form: "defence ministry" of "Ministry of Defense"; "" where the name
    is not one that states' organs have."""
    words = fold(name).replace("defense", "defence")
    words = _OF_THE_FORCES.sub("", words)
    if first := _MINISTRY_FIRST.match(words):
        words = f"{first[1]} ministry"
    parts = words.split()
    last = bool(parts) and parts[-1] in _ORGANS | _OWNED
    if not last or words in _NO_ORGANS or not all(part in _BRANCHES | _ORGANS | _OWNED for part in parts):
        return ""
    if "national" in parts and parts[-1] in _FIGHTING:
        return ""
    return _SAME.get(words, words)


def is_lent(kind: str) -> bool:
    """Whether such a body need not be a state's: a militia."""
    return kind.split()[-1] in _OWNED


def organ_of(name: str, lands: Collection[str]) -> tuple[str, str]:
    """What a name calls the organ, and by which of some words it names the state: "Kenyan Defence Ministry" and "Armed
    Forces of Kenya" with "Kenyan" and "Kenya"; "" and "" where it does not."""
    first, _, rest = name.partition(" ")
    if first in lands and (kind := organ(rest)):
        return kind, first
    head, of, last = name.rpartition(" of ")
    last = re.sub(r"^the ", "", last, flags=re.IGNORECASE)
    if of and last in lands and (kind := organ(head)):
        return kind, last
    return "", ""


def organ_in(name: str) -> str:
    """The organ that a name calls, whatever one word for a state stands before or behind it."""
    _, _, rest = name.partition(" ")
    head, of, last = name.rpartition(" of ")
    return organ(name) or organ(rest) or (organ(head) if of and last[:1].isupper() else "")
