"""Words that tell what a sentence can contradict: numbers, denials, times, what leaves open, names.

Closed classes of English. They are marks beside the network's own reading of the words (`pieces.py`, `signs.py`).
"""

from __future__ import annotations

import re

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ROUND = frozenset("dozen dozens scores hundreds thousands hundred thousand half third quarter twice couple".split())
#: Words that are numbers or parts of them.
NUMBERS = frozenset(_UNITS) - {"zero"} | frozenset(_TENS) | _ROUND | {"million"}
#: Words that say no.
NEGATIONS = frozenset(
    "no not none never nobody nothing neither nor without deny denied denies denying rejected rejects refused refuses "
    "false untrue n't cannot dismissed".split()
)
#: Words for a time.
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning evening night dawn noon midnight afternoon dusk "
    "hour hours minutes day days week weeks month a.m p.m yesterday today".split()
)
#: Words that leave a number or a deed open, or set it apart from another.
HEDGES = frozenset(
    "at least more than about nearly some around up to almost over only another other second later earlier previous so "
    "far including among would will could may might if plan planned hoped".split()
)
DENIES = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|neither|nor|without|den(?:y|ied|ies)|reject\w*|false|untrue|refus\w*|"
    r"dismiss\w*)\b|n't\b|n’t\b",
    re.I,
)
TELLS_TIME = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bmorning|\bevening|\bnight|\bdawn|\bnoon|\bmidnight|\bafternoon|"
    r"\b[ap]\.m|o'clock|\bhours?\b|\bminutes?\b|\bdays?\b",
    re.I,
)
LEAVES_OPEN = re.compile(
    r"\bat least|so far|including|among (?:them|whom)|more than|up to|some of|another|second|later|earlier|previous|"
    r"planned|will|would|could|may|might|if\b",
    re.I,
)
GIVES_CAUSE = re.compile(r"\bbecause|caused?|due to|blame|after\b|fault|failure", re.I)
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)?")
_STEM = re.compile(r"[A-Za-z]{3,}|\d+")
_COMMON = frozenset(
    "the and was were that had has have for with from said not but they his her its their who which been are this will "
    "would when after than into about also".split()
)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a sentence in digits; round ones ("dozens") as they are written. A bare "one" is none."""
    low = text.lower()
    found = {digits.group().replace(",", "") for digits in _DIGITS.finditer(low)}
    for word in _LETTERS.findall(low):
        first, _, rest = word.partition("-")
        if word in _UNITS and word not in {"one", "zero"}:
            found.add(str(_UNITS[word]))
        elif first in _TENS:
            found.add(str(_TENS[first] + _UNITS.get(rest, 0)))
        elif word in _ROUND:
            found.add(word)
    return frozenset(found)


def names_in(text: str) -> frozenset[str]:
    """Words with a capital that do not begin a sentence, in small letters and without a genitive's s."""
    return frozenset(name.lower().removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text))


def stems_in(text: str) -> frozenset[str]:
    """The first six letters of words that tell something."""
    return frozenset(word.lower()[:6] for word in _STEM.findall(text)) - _COMMON
