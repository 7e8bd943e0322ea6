"""Where a text counts, and how exactly: numbers with their bounds ("at least 31", "30 to 40", "dozens")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from counterclaim.annotate.figures.numerals import NUMBER, read_number


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its bounds: where it stands with the words that bound it, and where its last word begins."""

    start: int
    end: int
    number: int
    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False


#: What the words before a number make of it. "Some" and "about" leave both sides open.
_AT_LEAST = (
    r"at\s+least(?:\s+at)?|(?:no|not)\s+(?:fewer|less)\s+than|more\s+than|over|upwards?\s+of|in\s+excess\s+of|a\s+minimum\s+of"
    r"|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|topp(?:ed|ing)"
)
_AT_MOST = (
    r"up\s+to|as\s+(?:many|high)\s+as|(?:no|not)\s+more\s+than|at\s+most|a\s+maximum\s+of|nearly|almost|close\s+to"
    r"|just\s+under"
)
_LESS = r"fewer\s+than|less\s+than|under"
_ABOUT = r"(?:just\s+)?about|around|some|approximately|roughly|(?:an\s+)?estimated|circa"
_BEFORE = rf"\b(?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<less>{_LESS})|(?P<about>{_ABOUT}))\s+"
_AFTER = r"(?P<more>\+|\s+or\s+more\b|\s+at\s+least\b(?!\s+\w))|(?P<so>\s+or\s+so\b)"

_NOT_BEFORE = r"(?<![\w$€£#:/+-])(?<!\d[.,])"
_NOT_AFTER = r"(?![\w:°%]|[.,:]\d|\s*(?:%|(?i:per\s?cent|pct|[ap]\.?m|gmt)\b)|[-/–]\w)"

_A_FEW: Final = 3.0
_FLOORS: Final = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "millions": 2e6,
    "tens of thousands": 2e4,
    "tens of millions": 2e7,
    "hundreds of thousands": 2e5,
    "several dozen": 36.0,
    "several hundred": 300.0,
    "several thousand": 3000.0,
    "a few dozen": 36.0,
    "a few hundred": 300.0,
    "a few thousand": 3000.0,
}
_ROUND: Final = {
    "a dozen": 12.0,
    "dozen": 12.0,
    "half a dozen": 6.0,
    "a couple of": 2.0,
    "a couple": 2.0,
    "a hundred": 100.0,
    "a thousand": 1000.0,
    "a million": 1e6,
    "half a million": 5e5,
    "a quarter of a million": 2.5e5,
    "a score of": 20.0,
    "a single": 1.0,
    "a lone": 1.0,
    "a pair of": 2.0,
}
#: What of these is exact.
_EXACT: Final = frozenset({"a single", "a lone", "a pair of"})
_FEW = r"several|a\s+few|a\s+number\s+of|a\s+handful\s+of|a\s+group\s+of"
_VAGUE = "|".join(
    re.escape(words).replace(r"\ ", r"\s+") for words in sorted([*_FLOORS, *_ROUND], key=lambda w: (-len(w), w))
)

_COUNT = re.compile(
    rf"(?:{_BEFORE})?{_NOT_BEFORE}(?:"
    rf"(?:between\s+)?(?P<from>{NUMBER})\s*(?:-|–|to|or|(?<=\s)and)\s*(?P<to>{NUMBER})"
    rf"|(?P<hundred>a\s+hundred\s+and\s+{NUMBER})"
    rf"|(?P<dozens>{NUMBER})\s+dozen"
    rf"|(?P<vague>{_VAGUE})(?:(?=\s+of\s)|(?![\w-]))"
    rf"|(?P<few>{_FEW})\b"
    rf"|(?P<number>{NUMBER})"
    rf"){_NOT_AFTER}(?:{_AFTER})?",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?:{_BEFORE})?{_NOT_BEFORE}(?P<number>{NUMBER}){_NOT_AFTER}(?:{_AFTER})?", re.IGNORECASE)
#: "An eight-man crew", "the 300-strong garrison".
_MEMBERS = re.compile(
    rf"{_NOT_BEFORE}(?P<number>{NUMBER})-(?:man|men|woman|member|person|strong)\s+(?:[\w'’-]+\s+){{0,2}}?"
    r"(?P<body>crew|patrol|garrison|squad|team|delegation|unit|column|platoon|force|contingent|gang|commando)\b",
    re.IGNORECASE,
)
#: Verbs that "over" belongs to, where it says nothing of the number behind it ("handed over nine bodies").
_DONE_OVER = re.compile(
    r"\b(?:hand(?:ed|ing|s)?|t[ao]ke[ns]?|taking|took|turn(?:ed|ing|s)?|br(?:ought|ing\w*)|carr(?:ied|y\w*)|c[ao]me|went|"
    r"g(?:ive|ave|iven|iving)|fl(?:ew|own)|cross(?:ed|ing)?|r[au]n|fell|left|sign(?:ed|ing)?|pass(?:ed|ing)?)\s+$",
    re.IGNORECASE,
)
_MAYBE: Final = re.compile(
    r"\d|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\w+teen|twelve|\w+ty|dozens?|scores?"
    r"|hundreds?|thousands?|millions?|billions?|several|few|number|couple|pair|handful|group|single|lone)\b)"
)


def find_counts(text: str, start: int, end: int) -> Iterator[Count]:
    """The counts between two offsets of `text`, in order, without regard to what they count."""
    if not _MAYBE.search(text, start, end):
        return
    at = start
    while match := _COUNT.search(text, at, end):
        if match["from"] is not None and not _is_range(match, text):
            match = _PLAIN.match(text, match.start(), end) or match
        if match["at_least"] and match["at_least"].lower() == "over" and _DONE_OVER.search(text, start, match.start()):
            at = match.end("at_least")
            continue
        count = _count_of(match) if not _is_code(match) else None
        if count is not None:
            yield count
        at = match.end()


def find_members(text: str, start: int, end: int) -> Iterator[tuple[Count, int, int]]:
    """How many belong to a body of people, told before its name, between two offsets of `text`; and where that name
    stands."""
    for match in _MEMBERS.finditer(text, start, end):
        value = read_number(match["number"])
        if value is not None and value > 1:
            at, stop = match.span("number")
            yield Count(at, stop, at, value, value, value), match.start("body"), match.end("body")


def _is_code(match: re.Match[str]) -> bool:
    """Whether two numbers are the number of a paper ("Release 27-044")."""
    groups = match.groupdict()
    return bool(groups.get("to") and match["to"].startswith("0") and len(match["to"]) > 1)


def _is_range(match: re.Match[str], text: str) -> bool:
    """Whether two numbers bound one count; "rose from 18 to 22" and "25 and 40" are two."""
    low, high = read_number(match["from"]), read_number(match["to"])
    if low is None or high is None or low >= high:
        return False
    if text[match.end("from") : match.start("to")].strip().lower() == "and":
        return "between" in match[0].lower()
    return not re.search(r"\bfrom\s+$", text[max(0, match.start() - 6) : match.start()], re.IGNORECASE)


def _count_of(match: re.Match[str]) -> Count | None:
    """The count that a match stands for; None where its words are no number after all."""
    groups = match.groupdict()
    start, end = match.span()
    if groups.get("from") and groups.get("to"):
        return Count(start, end, match.start("to"), read_number(match["from"]), None, read_number(match["to"]))
    if groups.get("few"):
        return Count(start, end, match.start("few"), _A_FEW, None, None, approximate=True)
    if groups.get("vague"):
        words = " ".join(match["vague"].lower().split())
        if words in _FLOORS:
            return Count(start, end, match.start("vague"), _FLOORS[words], None, None, approximate=True)
        return _bounded(match, match.start("vague"), _ROUND[words], approximate=words not in _EXACT)
    if groups.get("dozens"):
        dozens = read_number(match["dozens"])
        return None if dozens is None else _bounded(match, match.start("dozens"), 12 * dozens, approximate=True)
    value = read_number("one" + match["hundred"][1:] if groups.get("hundred") else match["number"])
    return None if value is None else _bounded(match, match.start("number"), value, approximate=False)


def _bounded(match: re.Match[str], number: int, value: float, *, approximate: bool) -> Count:
    """The count of `value` with the bounds that the words around it set."""
    start, end = match.span()
    if match["at_least"] or match["more"]:
        return Count(start, end, number, value, value, None)
    if match["at_most"]:
        near = match["at_most"].lower().startswith(("nearly", "almost", "close", "just"))
        return Count(start, end, number, None, value, value, approximate=near)
    if match["less"]:
        return Count(start, end, number, None, None, value)
    if match["about"] or match["so"] or approximate:
        return Count(start, end, number, None, value, None, approximate=True)
    return Count(start, end, number, value, value, value)
