"""The table of opposed states (`words/states.yaml`) as patterns."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.link.compare.wording import wording
from counterclaim.link.sought import Sought

ENDS = ("first", "second")
#: A word between ("was then closed") is no negation.
_ANY_BUT_NOT = r"(?!(?:not|never|no|hardly)\b)\w+"


@dataclass(frozen=True)
class End:
    """One end of a kind of state: what it `says`, the words that stand behind whom they are said of (`before`: he is
    before them), and those in front of him (`after`)."""

    says: str
    before: Sought | None
    after: Sought | None


@dataclass(frozen=True)
class State:
    """A kind of state with its two ends; see `words/states.yaml` for what the other fields mean."""

    name: str
    of: str
    ask: str
    ends: Mapping[str, End]
    turns: frozenset[str]
    flips: frozenset[str]
    things: tuple[re.Pattern[str], ...]
    needs: Sought | None
    alone: bool
    passing: bool


def other_end(end: str) -> str:
    """The opposite end."""
    return ENDS[1 - ENDS.index(end)]


@functools.cache
def states() -> tuple[State, ...]:
    """The table, in its order."""
    return tuple(_state(name, entry) for name, entry in wording("states").items())


def _state(name: str, entry: dict[str, Any]) -> State:
    turns = {"both": ENDS, "": ()}.get(entry.get("turns", ""), (entry.get("turns", ""),))
    return State(
        name=name,
        of=entry["of"],
        ask=entry["ask"],
        ends={end: _end(entry[end]) for end in ENDS},
        turns=frozenset(turns),
        flips=frozenset(entry.get("flips", ())),
        things=tuple(re.compile(rf"\b(?:{words.strip()})(?:s|es)?\b", re.I) for words in entry.get("things", ())),
        needs=_sought(entry.get("needs", "")),
        alone=bool(entry.get("alone")),
        passing=bool(entry.get("passing")),
    )


def _end(entry: dict[str, str]) -> End:
    return End(str(entry["says"]), _sought(entry.get("before", "")), _sought(entry.get("after", "")))


def _sought(words: str) -> Sought | None:
    """A pattern of words between bars; what is broken over lines has spaces behind its bars."""
    joined = re.sub(r"\|\s+", "|", re.sub(r"\s+\|\s+", "|", " ".join(words.split())))
    joined = joined.replace(r"(?:\w+ )", rf"(?:{_ANY_BUT_NOT} )")
    return Sought(rf"\b(?:{joined})(?:(?<=\W)|(?!\w))", re.I) if joined else None
