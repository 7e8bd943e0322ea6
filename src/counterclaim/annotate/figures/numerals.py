"""Numbers as news writes them: in digits, in words, and in both ("1.5 million", "100 thousand").

`text2num` reads the words; digits with a magnitude ("1.5 million"), which it refuses, are read here.
"""

from __future__ import annotations

import re
from typing import Final

from text_to_num import text2num

_UNITS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_MAGNITUDES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "mn": 1e6, "bn": 1e9}
_WORD = rf"(?:{_UNITS}|eighteen|nineteen|{_TENS}|hundred|thousand|million|billion)"

#: Digits: with commas or no-break spaces between thousands, or with a decimal point.
DIGITS: Final = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(?![\d])"
#: A number in words, "two hundred and fifty" or "ninety-two"; "hundreds" is none.
WORDS: Final = rf"(?:{_WORD}(?:(?:\s+and\s+|[\s-]+){_WORD})*)(?![A-Za-z])"
#: A number that can be read by `read_number`.
NUMBER: Final = rf"(?:{DIGITS}(?:[\s-](?:hundred|thousand|million|billion|mn|bn)(?![A-Za-z]))?|{WORDS})"

_DIGITS_AND_MAGNITUDE = re.compile(rf"({DIGITS})(?:[\s-]+([a-z]+))?", re.IGNORECASE)


def read_number(words: str) -> float | None:
    """The value of a number in digits, in words or in both; None where the words are not one number.

    >>> read_number("1.5 million"), read_number("ninety-two"), read_number("40,000")
    (1500000.0, 92.0, 40000.0)
    """
    if match := _DIGITS_AND_MAGNITUDE.fullmatch(words):
        value = float(re.sub(r"[,\u00a0\u202f]", "", match[1]))
        if match[2] is None:
            return value
        magnitude = _MAGNITUDES.get(match[2].lower())
        return None if magnitude is None else round(value * magnitude, 6)
    try:
        return float(text2num(" ".join(words.lower().split()), "en"))
    except ValueError:
        return None
