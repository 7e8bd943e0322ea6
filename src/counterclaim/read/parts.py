"""The parts a report is laid out in, before they become its passages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from counterclaim.records import Passage, PassageKind


class Role(Enum):
    """What a part of a report is there for; its value is the kind of passage that it becomes."""

    HEADLINE = (PassageKind.HEADLINE, "headline")
    DECK = (PassageKind.HEADING, "deck")  # the line or two below a headline
    MASTHEAD = (PassageKind.BOILERPLATE, "masthead")
    DATE = (PassageKind.BOILERPLATE, "date")
    BYLINE = (PassageKind.BOILERPLATE, "byline")
    CREDIT = (PassageKind.BOILERPLATE, "credit")
    FURNITURE = (PassageKind.BOILERPLATE, "furniture")
    CAPTION = (PassageKind.CAPTION, "caption")
    HEADING = (PassageKind.HEADING, "heading")
    BODY = (PassageKind.PARAGRAPH, "body")
    REPEAT = (PassageKind.REPEAT, "repeat")

    @property
    def kind(self) -> PassageKind:
        """The kind of passage."""
        return self.value[0]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text, from `start` to `end`, without the white space around it."""

    start: int
    end: int
    role: Role


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards over white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def part(text: str, start: int, end: int, role: Role) -> list[Part]:
    """The part between `start` and `end` in a list, or no part if only white space is there."""
    start, end = trimmed(text, start, end)
    return [Part(start, end, role)] if start < end else []


def passages(text: str, parts: Iterable[Part]) -> tuple[Passage, ...]:
    """The passages of a report."""
    return tuple(Passage(part.start, part.end, text[part.start : part.end], part.role.kind) for part in parts)


_WORD = re.compile(r"\w+")


def bare(words: str) -> str:
    """A text without case, punctuation and layout, to see whether two are the same."""
    return " ".join(_WORD.findall(words.casefold()))
