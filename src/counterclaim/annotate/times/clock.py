"""Times of the day: by the clock ("6:30 a.m.", "1615 GMT"), and parts of a day ("at dawn", "in the evening").

A clock time that carries no day of its own gets it later, from the day that its sentence names (`find.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from counterclaim.annotate.times.rules import PART_VALUES, Context, Piece, Rule, rule
from counterclaim.records import TimexType

#: The day of a time that names none.
NO_DAY: Final = "XXXX-XX-XX"

_ZONE = r"(?:GMT|UTC|BST|CET|EST|EDT|local\s+time|hours|hrs)"


@rule(
    r"(?<![\w.,:$€£/+-])(?P<h>\d{1,2})(?:[:.]?(?P<m>[0-5]\d))?\s*(?P<half>(?i:[ap]\.?\s?m\b\.?))",
    rf"(?<![\w.,:$€£/+-])(?P<h>[01]?\d|2[0-4])(?::|(?=\d\d\s*{_ZONE}))(?P<m>[0-5]\d)(?:\s*{_ZONE})?(?!\d|:\d|\s*[ap]\.?m)\b",
    r"(?<![\w.,:$€£/+-])(?P<h>\d{1,2})\s+(?:[Oo]['’]?clock)\b",
    r"(?<![\w.,:$€£/+-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?=\s+\d\d?[./]\d\d?[./]\d{4})",
)
def _clock(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """6:30 a.m.; 715 pm; 16:15; 1615 GMT; 3 o'clock."""
    groups = match.groupdict()
    hour, minute, half = int(match["h"]), groups.get("m") or "00", (groups.get("half") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24:
        return
    yield Piece(match.start(), match.end(), TimexType.TIME, f"{NO_DAY}T{hour:02}:{minute}")


@rule(
    r"\b(?i:at|by)\s+(?P<part>(?i:dawn|dusk|noon|midday|midnight|night|daybreak|nightfall|sunrise|sunset))\b",
    r"\b(?i:before|around|after|until|since)\s+(?P<part>(?i:dawn|dusk|noon|midday|midnight))\b",
    r"\b(?P<part>(?i:midnight))\b",
    r"\b(?P<part>(?i:noon))(?=\s+(?:on|GMT|local|[A-Z]))",
    r"\b(?i:in|during)\s+(?i:the\s+)(?i:early\s+|late\s+)?(?P<part>(?i:morning|afternoon|evening|night))\b",
)
def _part_of_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """At dawn; midnight; in the evening."""
    part = match["part"].lower()
    clock = "24:00" if part == "midnight" else "12:00" if part == "noon" else PART_VALUES[part]
    yield Piece(match.start("part"), match.end(), TimexType.TIME, f"{NO_DAY}T{clock}")


RULES: tuple[Rule, ...] = (*_clock, *_part_of_day)
