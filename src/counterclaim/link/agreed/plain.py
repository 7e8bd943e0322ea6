"""Whether words can stand for what several reports say: understood by themselves, and with no more than they share."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred\w*|thousand\w*"
    r"|dozens?|scores)\b",
    re.I,
)
#: Words that hang on what was said before them.
_HANGS = re.compile(
    r"\W*(?:it(?! (?:was|is) [\w ]{1,40}\b(?:who|that)\b)|its|they|their|he|his|she|her"
    r"|this|these|that|those|who|which|such|also|but|and"
    r"|when|where|while|after|before|there|here|to"
    r"|the (?:two|three|four|five|same|latter|former)|[a-z]+ing|[a-z]+ed)\b",
    re.I,
)
#: A sentence of more characters than this is not plain.
_LONG = 240
#: Fewer words than these are no sentence ("regime raids").
_SHORT = 5


def is_plain(words: str) -> bool:
    """Whether words can be understood without those before them."""
    return len(words.split()) >= _SHORT and len(words) <= _LONG and not _HANGS.match(words)


def numbers_in(words: str) -> frozenset[str]:
    """The numbers in some words, as they are written."""
    return frozenset(match.lower() for match in _COUNT.findall(words))
