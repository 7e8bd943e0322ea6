"""A party, and whether two are one: what the words for a doer come to, as far as two accounts can differ about it.

Read `parties.py` for how it is found in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.link.compare.deeds.party_ties import related

_STEM = 4
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
