"""Organs of states that go by one name everywhere: whose "Foreign Ministry" a report means.

Every state has a foreign ministry and an army, so that the name alone tells nobody apart: what tells is the state that
stands before or behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from counterclaim.annotate.names.find import Found
from counterclaim.annotate.world import Country, country_of_capital

#: Words between a state and its body that tell which of its bodies it is.
BRANCHES = frozenset(
    """foreign defence defense interior health justice finance information education culture energy tourism emergencies
    emergency armed air naval security arab national people's federal of""".split()
)
_ORGANS = frozenset("ministry army navy government parliament military forces force staff".split())
_OTHERS = frozenset("general joint high supreme coast border guard guards command police state republican".split())
_LAST = _ORGANS | frozenset("guard guards command police".split())
_OF_THE_FORCES = re.compile(r" of (?:the )?armed forces$")
_MINISTRY_FIRST = re.compile(r"^ministry of (?:the )?(.+?)(?: affairs)?$")


def organ(name: str) -> str:
    """What an organ is called in any state, in one form: "defence ministry" of "Ministry of Defense"; "" where the name
    is not one that states' organs have."""
    words = " ".join(name.lower().replace("’", "'").replace("defense", "defence").split())
    words = _OF_THE_FORCES.sub("", words)
    if first := _MINISTRY_FIRST.match(words):
        words = f"{first[1]} ministry"
    parts = words.split()
    fits = len(parts) > 1 and parts[-1] in _LAST and all(part in BRANCHES | _OTHERS | _ORGANS for part in parts)
    return words if fits and words not in {"armed guard", "armed guards", "security guard", "security guards"} else ""


def owned_organ(
    doc: Doc, item: Found, states: Mapping[int, Country], called: Mapping[str, Country]
) -> tuple[str, Country] | None:
    """What a name calls the organ of which state, where it or the words beside it say so: "Kenyan Defence Ministry",
    "Kenya's Foreign Ministry", "the Defence Ministry of Kenya", "the Foreign Ministry in Nairobi". `called` are the
    states of the report by each word for them."""
    if kind := organ(item.name):
        owner = _owner_before(doc, item.start, states) or _owner_behind(doc, item.end, states)
        return (kind, owner) if owner else None
    first, _, rest = item.name.partition(" ")
    if (owner := called.get(first)) and (kind := organ(rest)):
        return kind, owner
    head, of, last = item.name.rpartition(" of ")
    last = re.sub(r"^the ", "", last, flags=re.IGNORECASE)
    if of and (owner := called.get(last)) and (kind := organ(head)):
        return kind, owner
    return None


def _owner_before(doc: Doc, start: int, states: Mapping[int, Country]) -> Country | None:
    """The state that has what begins at a token: "Kenya's …"."""
    if start > 1 and doc[start - 1].text in {"'s", "’s", "'", "’"}:
        return states.get(start - 2)
    return None


def _owner_behind(doc: Doc, end: int, states: Mapping[int, Country]) -> Country | None:
    """The state whose or in whose capital what ends at a token is: "… of Kenya", "… in Nairobi"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in {"of", "in"}:
        return None
    at: Token = doc[end + 1]
    if at.lower_ == "the" and end + 2 < len(doc):
        at = doc[end + 2]
    if doc[end].lower_ == "of":
        return states.get(at.i)
    return country_of_capital(at.text) or (
        country_of_capital(doc[at.i : at.i + 2].text) if at.i + 1 < len(doc) else None
    )
