"""Texts as they come damaged: quotation marks, commas or line breaks lost, or other marks in their place.

Reports lose these on their way through scrapers and data sets. A tagger that is to read them has to have seen such.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from counterclaim.evaluate.polnear import Marked, Pieces

_MARKS = '"“”'
#: What each kind of damage makes of a character; with how many of a hundred articles it is done.
_KINDS: tuple[tuple[int, dict[str, str]], ...] = (
    (50, dict.fromkeys(",'’‘" + _MARKS, "") | dict.fromkeys("\r\n", " ")),
    (15, dict.fromkeys(_MARKS, "")),
    (15, dict.fromkeys("\r\n", " ")),
    (10, {"“": '"', "”": '"', "’": "'", "‘": "'"}),
    (10, {"“": "«", "”": "»"}),
)


def damage(article: str, text: str, gold: Iterable[Marked]) -> tuple[str, tuple[Marked, ...]]:
    """The text of an article with one kind of damage, by the hash of its id, and the gold moved to where it is now.
    Gold that has lost its words is left out."""
    changes = _kind_for(article)
    kept: list[str] = []
    place = []
    length = 0
    for character in text:
        place.append(length)
        new = changes.get(character, character)
        if new == " " and kept and kept[-1] == " ":
            new = ""
        if new:
            kept.append(new)
            length += len(new)
    place.append(length)

    def moved(pieces: Pieces) -> Pieces:
        return tuple((place[start], place[end]) for start, end in pieces if place[end] > place[start])

    now = (Marked(moved(one.source), moved(one.cue), moved(one.content)) for one in gold)
    return "".join(kept), tuple(one for one in now if one.content and one.cue)


def _kind_for(article: str) -> dict[str, str]:
    draw = int(hashlib.sha256(f"degrade {article}".encode()).hexdigest()[:8], 16) % 100
    for share, changes in _KINDS:
        if draw < share:
            return changes
        draw -= share
    return {}
