"""The amounts that stand in a text: a number with its unit, in the unit that all of its kind are compared in."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.link.compare.counts.numerals import ONE_WORD, value_of
from counterclaim.link.sought import Sought
from counterclaim.records import Span

#: What is measured in which unit, and how many of the unit of comparison one of it is. Money is of its own currency; an
#: ounce and a pound may be either of two things and are not read.
_UNITS: Mapping[str, Mapping[str, float]] = {
    "share": {r"per ?cent|%|percentage points?": 1.0},
    "mass": {
        r"kilos?|kilogram(?:me)?s?|kg": 1.0,
        r"(?:metric )?ton(?:ne)?s": 1000.0,
        r"(?:metric )?ton(?:ne)?": 1000.0,
        r"gram(?:me)?s?": 0.001,
    },
    "volume": {
        r"cubic met(?:re|er)s?": 1000.0,
        r"lit(?:re|er)s?": 1.0,
        r"barrels?": 159.0,
        r"gallons?": 3.785,
    },
    "speed": {
        r"(?:km|kilomet(?:re|er)s?)(?: an| per|/) ?(?:hour|h)\b|km/?h|kph": 1.0,
        r"miles (?:an|per) hour|mph": 1.609,
        r"knots": 1.852,
    },
    "area": {
        r"hectares?": 1.0,
        r"acres?": 0.4047,
        r"square (?:kilomet(?:re|er)s?|km)": 100.0,
        r"square miles?": 259.0,
        r"square met(?:re|er)s?": 0.0001,
    },
    "length": {
        r"met(?:re|er)s?": 1.0,
        r"kilomet(?:re|er)s?|km": 1000.0,
        r"miles?": 1609.0,
        r"feet|foot": 0.305,
        r"centimet(?:re|er)s?|cm": 0.01,
    },
    "time": {
        r"minutes?": 1 / 1440,
        r"hours?": 1 / 24,
        r"days?": 1.0,
        r"weeks?": 7.0,
        r"fortnights?": 14.0,
        r"months?": 30.4,
        r"years?": 365.0,
    },
    "votes": {r"votes": 1.0},
}
_MONEY = (
    r"dollars?|euros?|pounds?(?: sterling)?|roubles?|rubles?|francs?|pesos?|rand|naira|lira|shillings?|rupees?|"
    r"kroner|kronor|kronur|zloty|yen|yuan|won|riyals?|reals?|reais|dinars?|dirhams?|birr|hryvnias?|forints?|taka|cedis?"
)
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE = "|".join(_SCALES)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:{ONE_WORD})(?:(?:[- ]|,? and )(?:{ONE_WORD}|billion))*"
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "couple": 2.0}
_NUMBER = (
    rf"(?:{_DIGITS})(?: (?:{_SCALE})\b)?|{_WORDS}|(?:half|an? (?:half|quarter|third|couple)(?: of)?)(?: an?)?"
    rf"(?: (?:{_SCALE})\b)?"
    rf"|an?(?: (?:{_SCALE}|hundred))?"
)
_KINDS = {
    f"u{number}": (kind, factor)
    for number, (kind, factor) in enumerate((k, f) for k, units in _UNITS.items() for f in units.values())
}
_UNIT = "|".join(
    f"(?P<u{number}>{words})" for number, words in enumerate(w for units in _UNITS.values() for w in units)
)
_PER = (
    r"(?: (?:(?:per|every|each) (?P<each>(?!(?:in|for|to|as|from|of|on|by|at)\b)[a-z]+)"
    r"|an? (?P<per>tonne|ton|day|week|month|year|hour|night|head|kilo|lit(?:re|er)|"
    r"person|man|barrel|passenger|household|vote|share|plate|piece))\b"
    r"|[ -](?P<yearly>(?:dai|week|month|year)ly|annual(?:ly)?)\b)?"
)
_TIMES = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year", "annually": "year"}
_AMOUNT = Sought(
    rf"(?<![\w.,:/-])(?:(?:US|A|C|NZ)?(?P<sign>[$€£]) ?(?P<priced>(?:{_DIGITS}))(?: ?(?P<scale>{_SCALE}|m|bn|k)\b)?"
    rf"|(?P<number>{_NUMBER})(?P<plus> and a half)?(?:[- ]|(?=%))"
    rf"(?:(?P<money>(?:[A-Z][a-z]+ |US )?(?:{_MONEY}))|{_UNIT})(?![\w’-])(?P<half> and a half\b)?"
    rf"|(?P<tenths>{ONE_WORD}|\d+) (?:[a-z]+ )?(?:in|out of|of every) (?P<of>ten|10|a hundred|hundred|100)\b"
    rf"|(?P<bare>(?:{_DIGITS}|{_WORDS}) (?:million|billion)|(?:{_WORDS})[- ](?:million|billion))"
    rf"(?= ?(?:[.,;:]|$|(?:from|in|for|to|out|over|and|at|was|were|had)\b)))"
    rf"{_PER}",
    re.I,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|in excess of|upwards of|no less than|exceed\w*)\W+(?:\w+ )?$", re.I
)
_AT_MOST = re.compile(
    r"\b(?:at most|less than|fewer than|under|below|up to|no more than|not more than|a maximum of|within)\W+(?:\w+ )?$",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|close to|perhaps|an estimated|or so|just)\W+(?:\w+ )?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of one `kind` (a share, money of one currency, a length …) at `span`, in the unit of its kind; `low` and
    `high` are what its words leave open ("more than", "up to"); `rough`: "about"."""

    kind: str
    value: float
    low: float
    high: float
    rough: bool
    span: Span

    def rivals(self, other: Amount) -> bool:
        """Whether both cannot hold, however both were rounded."""
        if not self.fits(other):
            return False
        least, most = sorted((self, other), key=lambda amount: amount.value)
        slack = _CLOSE if self.kind == "share" and not (self.rough or other.rough) else _ROUNDED
        if self.kind == "votes":
            slack = 1.0
        return least.high * slack < most.low

    def fits(self, other: Amount) -> bool:
        """Whether the two are of one kind: a bare "three million" may be of any currency."""
        if self.kind == other.kind:
            return True
        money = self.kind.startswith("money") and other.kind.startswith("money")
        return money and "money ?" in (self.kind, other.kind)


#: Amounts are rounded to this much, and shares, which are given more exactly.
_ROUNDED, _CLOSE = 1.1, 1.04


@functools.lru_cache(1 << 10)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts of a text, in its order."""
    return tuple(amount for match in _AMOUNT.finditer(text) if (amount := _amount(text, match)) is not None)


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    kind, value = _read(match)
    if value is None:
        return None
    if match["plus"] and match["number"]:
        value += next((factor for name, (_, factor) in _KINDS.items() if match[name]), 1.0) / 2
    if match["half"] and match["number"]:
        unit = next((factor for name, (_, factor) in _KINDS.items() if match[name]), 0.0)
        value += unit / 2
    if each := match["per"] or match["each"] or match["yearly"]:
        kind = f"{kind} a {_TIMES.get(each.lower(), each.lower())}"
    before = text[max(0, match.start() - 28) : match.start()]
    low = high = value
    if _AT_LEAST.search(before):
        high = float("inf")
    elif _AT_MOST.search(before):
        low = 0.0
    return Amount(kind, value, low, high, bool(_ROUND.search(before)), Span.of(text, match.start(), match.end()))


def _read(match: re.Match[str]) -> tuple[str, float | None]:
    """The kind of an amount and its value; None where the number cannot be read."""
    if match["sign"]:
        scale = {"m": 1e6, "bn": 1e9, "k": 1e3, **_SCALES}.get((match["scale"] or "").lower(), 1.0)
        return f"money {_SIGNS[match['sign']]}", float(match["priced"].replace(",", "")) * scale
    if match["tenths"]:
        part = _value(match["tenths"])
        return "share", part * (10 if match["of"].lower() in ("ten", "10") else 1) if part else None
    if match["bare"]:
        return "money ?", _value(match["bare"])
    value = _value(match["number"])
    if match["money"]:
        currency = match["money"].lower().split()
        word = currency[-2] if currency[-1] == "sterling" else currency[-1]
        return f"money {word.rstrip('s')}", value
    name = next(name for name in _KINDS if match[name])
    kind, factor = _KINDS[name]
    return kind, value * factor if value else None


def _value(words: str) -> float | None:
    """The value of a number in figures or words ("4.2 million", "half a billion", "a")."""
    words = words.lower().replace("-", " ").strip()
    scale = 1.0
    for name, times in _SCALES.items():
        if words.endswith(name) and words != name:
            words, scale = words.removesuffix(name).strip(), times
            break
    part = next((value for name, value in _PARTS.items() if re.search(rf"\b{name}\b", words)), None)
    if part is not None:
        return part * scale
    if words in ("a", "an"):
        return scale
    if words[:1].isdigit():
        return float(words.replace(",", "")) * scale
    plain = value_of(words)
    return plain * scale if plain else None
