"""What was searched for, marked in the words it was found in, with a little of what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.apps.web.own_words import Words

#: How many characters of a long text are shown before the first place, and in all.
_BEFORE, _MOST = 90, 280


def pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """What finds `terms` (words without case and accents, as `store.search.terms` gives them) in a text, each at the
    beginning of a word. Letters with accents are found by the index and not marked here."""
    found = (r"\W+".join(map(re.escape, term.split())) for term in sorted(terms, key=lambda term: (-len(term), term)))
    return re.compile(rf"\b(?:{'|'.join(found)})\w*", re.IGNORECASE)


def marked(text: str, sought: re.Pattern[str]) -> list[Words]:
    """All of `text`, what was sought told from the rest."""
    parts: list[Words] = []
    at = 0
    for match in sought.finditer(text):
        parts += [Words(text[at : match.start()], own=False), Words(match.group(), own=True)]
        at = match.end()
    parts.append(Words(text[at:], own=False))
    return [part for part in parts if part.text]


def snippet(text: str, sought: re.Pattern[str]) -> list[Words]:
    """The part of `text` around the first place that was sought, on one line; its beginning where none is marked."""
    first = sought.search(text)
    start = max(0, first.start() - _BEFORE) if first else 0
    shown = text[start : start + _MOST]
    if start:
        shown = f"… {shown.partition(' ')[2]}"
    if start + _MOST < len(text):
        shown = f"{shown.rpartition(' ')[0]} …"
    return marked(" ".join(shown.split()), sought)
