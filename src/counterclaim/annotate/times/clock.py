"""Times of the day: by the clock ("6:30 a.m.", "1615 GMT"), and parts of a day ("at dawn", "in the evening").

A clock time that carries no day of its own gets it later, from the day that its sentence names (`find.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from counterclaim.annotate.times.rules import PART, PART_VALUES, WEEKDAY, Context, Piece, Rule, rule
from counterclaim.records import TimexType

#: The day of a time that names none.
NO_DAY: Final = "XXXX-XX-XX"

_ZONE = r"(?:GMT|UTC|BST|CET|EST|EDT|local\s+time|hours|hrs)"

_HOURS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES: Final = {"five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40,
                   "forty-five": 45, "fifty": 50, "fifty-five": 55, "half": 30, "quarter": 15}  # fmt: skip
_HOUR: Final = rf"(?:(?i:{'|'.join(_HOURS)})|1[0-2]|[1-9])\b"
_MINUTE: Final = rf"(?i:{'|'.join(sorted({*_MINUTES, *_HOURS}, key=len, reverse=True))}|[1-5]?\d)"
#: The part of the day that an hour is told of, behind it.
_SAID: Final = (
    r"(?:,?\s+(?i:(?:early\s+)?in\s+the\s+(?:early\s+|late\s+)?|at\s+)(?P<part>(?i:morning|afternoon|evening|night))\b"
    rf"|(?=,?\s+(?:(?:on\s+)?{WEEKDAY}|yesterday|this|last|that|the\s+(?:same|next))\s+(?P<beside>{PART})))"
)
_TOWARDS: Final = (
    r"\b(?i:at|by|about|around|before|after|until|till|since|from|towards?|near|nearly|almost|to)\s+"
    r"(?i:about\s+|around\s+|nearly\s+|almost\s+|exactly\s+)?"
)


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
    rf"\b(?P<few>(?:(?i:a)\s+)?{_MINUTE})(?:\s+(?i:minutes?))?\s+(?P<way>(?i:past|to|before|after))\s+(?P<hour>{_HOUR})"
    rf"(?:\s+[Oo]['’]?clock)?{_SAID}",
    rf"{_TOWARDS}(?P<hour>{_HOUR})(?:[.:\s](?P<few>[0-5]\d|(?i:fifteen|thirty|forty-five))\b)?(?:\s+[Oo]['’]?clock)?{_SAID}",
    rf"\b(?P<hour>{_HOUR})(?P<few>)\s+[Oo]['’]?clock{_SAID}",
    needs="morning afternoon evening night noon",
)
def _told_hour(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Half past two in the morning; at 5.30 in the evening; about one in the afternoon; ten at night."""
    part = (match["part"] or match["beside"]).lower()
    few, way = (match["few"] or "").lower().split(), (match.groupdict().get("way") or "past").lower()
    minute = _number(few[-1]) if few else 0
    hour = _in_part(_number(match["hour"].lower()), part)
    if hour is None or minute > 59:
        return
    told = hour * 60 + (-minute if way in {"to", "before"} else minute)
    start = match.start("few") if "way" in match.groupdict() else match.start("hour")
    if told >= 0:
        yield Piece(start, match.end(), TimexType.TIME, f"{NO_DAY}T{told // 60:02}:{told % 60:02}")


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _MINUTES[word] if word in _MINUTES else _HOURS.index(word) + 1


def _in_part(hour: int, part: str) -> int | None:
    """The hour of the day that an hour of twelve is in a part of it; None where there is none such in it."""
    if PART_VALUES[part] == "MO":
        return hour % 12
    if PART_VALUES[part] == "AF":
        return hour % 12 + 12 if hour % 12 < 8 else None
    if PART_VALUES[part] == "EV":
        return hour + 12 if 4 <= hour < 12 else None
    if PART_VALUES[part] == "NI":
        return hour + 12 if 6 <= hour < 12 else 24 if hour == 12 else hour
    return None


@rule(
    r"\b(?i:at|by|around|towards?|before|after|until|since|from)\s+(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)"
    rf"(?=[,;)\"”]|\.?\s*$|\.[\s\"”]|\s+(?:on|that|local|when|yesterday|{WEEKDAY})\b)",
)
def _dotted(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """At 21.17; at 09.02 on Sunday."""
    yield Piece(match.start("h"), match.end(), TimexType.TIME, f"{NO_DAY}T{int(match['h']):02}:{match['m']}")


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


RULES: tuple[Rule, ...] = (*_clock, *_told_hour, *_dotted, *_part_of_day)
