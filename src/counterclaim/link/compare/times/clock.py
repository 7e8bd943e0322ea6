"""The hour that some words name: "16:15", "ten past nine", "at dawn", "before eight in the evening".

An hour is a list of stretches of a day, in minutes after midnight, of which any may be meant: "ten past nine" is of the
morning or of the evening. A stretch may reach into the next day ("overnight").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.sought import Sought

Stretch = tuple[int, int]

_HOUR, _HALF_DAY, _DAY = 60, 720, 1440
_TWELVE = {"noon": _HALF_DAY, "midnight": _DAY}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"quarter": 15, "a quarter": 15, "half": 30, "twenty-five": 25, "twenty-two": 22, "twenty-three": 23}
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50}
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_OF = r"(?:\s+(?:in the|at|this|that|yesterday|local time in the)\s+(?P<{0}>morning|afternoon|evening|night))?"
_NO_NUMBER = r"(?<![\w.:,$€£-])"
_HALF = r"[ap]\.?\s?m\b\.?"
_AS_CLOCK = r"\s*(?:[ap]\.?\s?m\b|GMT|UTC|local|in the|hours|hrs|at night)"
_NEAR = (
    r"at|before|after|around|about|by|until|till|from|since|towards?|close to|nearly|almost|past|shortly after"
    r"|just after|shortly before"
)
#: What follows a bare number that is an hour.
_STOPS = (
    r"[,.;\"”]|\s+(?:in the (?:morning|afternoon|evening)|at night|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|that|this|local)\b|$"
)
_EXACT = Sought(
    rf"{_NO_NUMBER}(?P<h>[01]?\d|2[0-4])(?::(?P<m>[0-5]\d)|[.h](?P<mm>[0-5]\d)(?={_AS_CLOCK}))"
    rf"(?:\s*(?P<half>{_HALF}))?(?![\d%:]|\.\d){_OF.format('of')}"
    rf"|{_NO_NUMBER}(?P<hh>1[0-2]|[1-9])\s*(?P<half2>{_HALF})"
    rf"|{_NO_NUMBER}(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)\s*(?:GMT|UTC|hours|hrs|local time)\b"
    rf"|(?<!\bfrom )\b(?P<few>{_WORD}|\d\d?)(?:\s+minutes?)?\s+(?P<to>to|past|before|after)"
    rf"\s+(?P<hour>{_WORD}|\d\d?|noon|midnight)\b"
    rf"(?!\s+(?:people|men|women|\w+s\b))(?:\s+o['’]?clock)?{_OF.format('of2')}"
    rf"|\bbetween (?P<h3>[01]?\d|2[0-3])[:.](?P<m3>[0-5]\d) and (?P<h4>[01]?\d|2[0-3])[:.](?P<m4>[0-5]\d)"
    rf"(?:\s*(?P<half4>{_HALF}))?"
    rf"|\bbetween (?P<from>{_WORD}|\d\d?) and (?P<till>{_WORD}|\d\d?)(?=\s+(?:in the|at night|o['’]?clock))"
    rf"(?:\s+o['’]?clock)?{_OF.format('of6')}"
    r"|\b(?:at|around|before|after|until|since|towards)\s+(?:about\s+|around\s+)?(?P<h2>[01]?\d|2[0-3])\.(?P<m2>[0-5]\d)"
    r"(?=[,.;:)\"”]*(?:\s|$))"
    r"(?!\s*(?:per|million|billion|kilo|met|%|in the|at night|[ap]\.?m))"
    rf"|\b(?P<w>{_WORD}) (?P<wm>{'|'.join(_TENS)})\b(?=\s+(?:in the|at night|o['’]?clock|[ap]\.?m))"
    rf"{_OF.format('of5')}"
    rf"|\bgone (?P<gone>{_WORD})\b"
    rf"|\b(?P<clock>{_WORD}|\d\d?)\s+o['’]?clock\b{_OF.format('of3')}"
    rf"|\b(?P<near>{_NEAR})\s+(?:about |around |nearly |almost )?(?P<bare>{_WORD})(?={_STOPS}){_OF.format('of4')}"
    r"|\b(?P<noon>noon|midday)\b(?! prayers?| came\b| passed\b)|\b(?P<midnight>midnight)\b(?! came\b| passed\b)",
    re.I,
)
#: Parts of a day with their stretches: "morning" is what people call so, from the small hours on.
_PARTS: dict[str, Stretch] = {
    "first light": (180, 450), "breakfast": (330, 600), "lunchtime": (690, 900),
    "dawn": (180, 450), "daybreak": (180, 450), "sunrise": (240, 480), "early morning": (0, 540),
    "early hours": (0, 420), "small hours": (0, 360), "morning": (0, _HALF_DAY), "afternoon": (_HALF_DAY, 1110),
    "dusk": (960, 1290), "sunset": (960, 1290), "nightfall": (990, 1350), "evening": (990, _DAY),
    "overnight": (1110, 1860), "night": (1110, 1860), "broad daylight": (360, 1140),
    "cockcrow": (180, 420), "lunch hour": (690, 900), "the sun was coming up": (180, 480),
    "the sun came up": (180, 480), "the sun rose": (180, 480), "the sun was about to rise": (180, 480),
    "it was getting light": (180, 480), "still dark": (1110, 1830), "pitch dark": (1110, 1830),
    "already dark": (960, 1560), "the sun was setting": (960, 1290), "the sun went down": (960, 1290),
}  # fmt: skip
_PART = Sought(
    rf"\b(?:in (?:the )?|at |before |after |on \w+ |(?:mon|tues|wednes|thurs|fri|satur|sun)day |this |that "
    rf"|during the |through the |late |early )?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\b"
    r"(?! (?:prayers?|paper|news"
    rf"|summary|briefing|bulletin))",
    re.I,
)
_BEFORE = re.compile(r"\b(?:before|until|till|by|not later than|ahead of)\s+(?:about |around )?$", re.I)
_AFTER = re.compile(r"\b(?:after|since|from|past|not before)\s+(?:about |around )?$", re.I)
#: The clock that an hour is by; and an hour that gives one before it again by another clock ("6 a.m. (0400 GMT)").
_ZONE = re.compile(
    r"[\s(]*\b(?!local)(?P<zone>GMT|UTC|BST|CES?T|E[SD]T|P[SD]T"
    r"|[A-Z]\w+(?: [A-Z]\w+)? (?:[Ss]tandard |[Ss]ummer )?[Tt]ime)\b"
)
_AGAIN = re.compile(r"(?:\d|[ap]\.?m\.?|o['’]?clock|local time|morning|evening|night|noon)\s?\($", re.I)
_BACK = 14
_TWELVES = re.compile(r"\d\s?[ap]\.?m\b", re.I)
_LASTING = frozenset("by since from until till".split())
_MINUTES = re.compile(r"\bminutes?\b", re.I)
#: "A little before five" is at five, as far as accounts go.
_CLOSE = re.compile(r"\b(?:just|shortly|a little|a bit|soon|right|immediately|minutes) (?:before |after )?$", re.I)
#: What a number stands at: "put the number of victims at nine", "the toll stands at six".
_COUNT = re.compile(
    r"\b(?:numbers?|tolls?|figures?|totals?|tall(?:y|ies)|counts?|casualties|victims|losses|estimat\w+|rates?|prices?"
    r"|st(?:ands?|ood|anding)|put(?:s|ting)? (?:the |its |their )?(?:dead|killed|wounded|injured|missing|deaths))\b"
    r"[^.;:]{0,45}$",
    re.I,
)
#: "Before nine" is within some hours of it.
_SOON = 180


@dataclass(frozen=True, slots=True)
class Hour:
    """When in a day, as the words between two characters say; `exact` if by the clock. `zone` is the time that the
    clock shows where that is said and not the local one."""

    start: int
    end: int
    words: str
    stretches: tuple[Stretch, ...]
    exact: bool
    zone: str = ""


def hours_in(text: str) -> Iterator[Hour]:
    """The hours that a text names, those by the clock first."""
    exact = [(match, stretches) for match in _EXACT.finditer(text) if (stretches := _read(match, text))]
    for match, stretches in exact:
        if not _AGAIN.search(text, max(0, match.start() - _BACK), match.start()):
            zone = _ZONE.match(text, match.end()) or _ZONE.search(match.group())
            name = zone["zone"].lower() if zone else ""
            yield Hour(match.start(), match.end(), _shown(match.group()), stretches, exact=True, zone=name)
    for match in _PART.finditer(text):
        if any(match.start("part") < other.end() and other.start() < match.end() for other, _ in exact):
            continue
        stretch = _PARTS[match["part"].lower()]
        yield Hour(match.start(), match.end(), _shown(match.group()), (stretch,), exact=False)


def apart(left: Hour, right: Hour, days: int | None = None) -> int:
    """The fewest minutes that can lie between two hours; 0 if they may be the same. `days` is how many days the left
    one's day comes after the right one's, None where they may be of one night or day."""
    shifts = (-_DAY, 0, _DAY) if days is None else (days * _DAY,)
    return min(
        max(0, one[0] - other[1], other[0] - one[1])
        for a in left.stretches
        for b in right.stretches
        for shift in shifts
        for one, other in [((a[0] + shift, a[1] + shift), b)]
    )


def _shown(words: str) -> str:
    return " ".join(words.split()).strip()


def _read(match: re.Match[str], text: str) -> tuple[Stretch, ...]:
    part = next((match[name] for name in ("of", "of2", "of3", "of4", "of5", "of6") if match[name]), None)
    if twelve := match["noon"] or match["midnight"]:
        return _bounded([_HALF_DAY if twelve == match["noon"] else _DAY], match, text)
    if match["mil"]:
        return _bounded([int(match["mil"][:2]) * _HOUR + int(match["mil"][2:])], match, text)
    if match["h"] or match["hh"]:
        return _clocked(match, part, text)
    if match["h2"]:
        return _dotted(match, text)
    if match["h3"]:
        return _from_to(match)
    if match["gone"]:
        number = _number(match["gone"])
        return tuple((m, m + _HOUR) for m in _halves(number * _HOUR, None)) if number and number < 13 else ()
    if match["w"]:
        of, minutes = _number(match["w"]), _TENS[match["wm"].lower()]
        return _bounded(_halves(of * _HOUR + minutes, part), match, text) if of and of < 13 else ()
    if match["few"]:
        return _beside(match, part, text)
    if match["from"]:
        return _between(_number(match["from"]), _number(match["till"]), part)
    number = _number(match["clock"] or match["bare"])
    if number is None or number > 12:
        return ()
    if match["bare"] and not part and _COUNT.search(text[max(0, match.start() - 70) : match.start()]):
        return ()
    if (match["near"] or "").lower() in _LASTING and not part:
        return ()  # "by two" is far too often a number of people, and "since six" is no hour of a deed
    return _bounded(_halves(number * _HOUR, part), match, text)


def _beside(match: re.Match[str], part: str | None, text: str) -> tuple[Stretch, ...]:
    """So many minutes before or after an hour, noon or midnight."""
    few, back = _number(match["few"]), match["to"].lower() in {"to", "before"}
    if few is None or few > 30 or (few % 5 and not _MINUTES.search(match[0])):
        return ()  # "14 after three of the wounded died" is no hour
    if (twelve := _TWELVE.get(match["hour"].lower())) is not None:
        return ((twelve - few, twelve - few),) if back else ((twelve + few, twelve + few),)
    of = _number(match["hour"])
    return _bounded(_halves(of * _HOUR + (-few if back else few), part), match, text) if of and of <= 12 else ()


def _clocked(match: re.Match[str], part: str | None, text: str) -> tuple[Stretch, ...]:
    """ "16:15", "4.30 p.m.", "6:10 in the morning"."""
    hour, half = int(match["h"] or match["hh"]), (match["half"] or match["half2"] or "")[:1].lower()
    minutes = hour * _HOUR + int(match["m"] or match["mm"] or 0)
    if half:
        minutes = minutes % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    elif hour <= 12 and (part or (match["h"][0] != "0" and _TWELVES.search(text))):
        return _bounded(_halves(minutes, part), match, text)
    return _bounded([minutes], match, text)


def _dotted(match: re.Match[str], text: str) -> tuple[Stretch, ...]:
    """ "At 8.40", of the morning or the evening in a report that tells the hours by a.m. and p.m." """
    hour, minutes = int(match["h2"]), int(match["h2"]) * _HOUR + int(match["m2"])
    twelve = 0 < hour <= 12 and match["h2"][0] != "0" and _TWELVES.search(text)
    return _bounded(_halves(minutes, None) if twelve else [minutes], match, text)


def _from_to(match: re.Match[str]) -> tuple[Stretch, ...]:
    """ "Between 23:10 and 23:50", "between 6.15 and 7.30 p.m." """
    first, last = (int(match[f"h{n}"]) * _HOUR + int(match[f"m{n}"]) for n in (3, 4))
    if half := (match["half4"] or "")[:1].lower():
        first, last = (at % _HALF_DAY + (_HALF_DAY if half == "p" else 0) for at in (first, last))
    return ((first, last if last >= first else last + _DAY),)


def _between(first: int | None, last: int | None, part: str | None) -> tuple[Stretch, ...]:
    """The hours from one to another."""
    if first is None or last is None or first > 12 or last > 12:
        return ()
    length = (last - first) % 12 * _HOUR
    return tuple((m, m + length) for m in _halves(first * _HOUR, part))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def _halves(minutes: int, part: str | None) -> list[int]:
    """The two minutes of a day that a twelve-hour clock may mean, or the one that the part of the day leaves."""
    both = [minutes % _HALF_DAY, minutes % _HALF_DAY + _HALF_DAY]
    if part is None:
        return both
    first, last = _PARTS[part.lower()]
    fit = [m for m in both if first <= m <= last or first <= m + _DAY <= last]
    return fit or both


def _bounded(minutes: list[int], match: re.Match[str], text: str) -> tuple[Stretch, ...]:
    """Those minutes, or the hours before or after them where the words say so."""
    near = (match["near"] or "").lower()
    before = text[max(0, match.start() - 25) : match.start()]
    if _CLOSE.search(before) or near.startswith(("just", "shortly")):
        return tuple((m, m) for m in minutes)
    if near in {"before", "until", "till"} or _BEFORE.search(before):
        return tuple((m - _SOON, m) for m in minutes)
    if near == "after" or _AFTER.search(before):
        return tuple((m, m + _SOON) for m in minutes)
    return tuple((m, m) for m in minutes)
