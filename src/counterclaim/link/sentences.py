"""The sentence that some words of a report stand in, so that a reader sees them with what they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import Evidence

#: A sentence that is longer than this is shown only in the words that were compared.
_LONGEST = 500
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n")
#: What ends in a full stop and no sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|Rev|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|"
    r"Nov|Dec|a\.m|p\.m|etc|approx|Inc|Ltd|Co))\.$"
)


def in_its_sentence(evidence: Evidence, text: str) -> Evidence:
    """The same evidence, widened to the whole of the sentence or sentences that it stands in; `text` is its report's.

    Stays as it is where that would be too long to be read at a glance.
    """
    start, end = _start(text, evidence.start), _end(text, evidence.end)
    if end - start > max(_LONGEST, evidence.end - evidence.start):
        return evidence
    return Evidence(evidence.report, start, end, text[start:end])


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences between two characters of a text begin and end, without the space around them."""
    for match in _END.finditer(text, start, end):
        if not _shortened(text, match):
            stop = match.start() + len(match[0].rstrip())
            if text[start:stop].strip():
                yield start, stop
            start = match.end()
    stop = start + len(text[start:end].rstrip())
    if stop > start:
        yield start, stop


def _start(text: str, at: int) -> int:
    """Where the sentence begins that the character at `at` stands in."""
    begin = max(0, at - _LONGEST)
    ends = [match for match in _END.finditer(text, begin, min(len(text), at + 1)) if match.end() <= at]
    whole = [match.end() for match in ends if not _shortened(text, match)]
    return whole[-1] if whole else (0 if begin == 0 else at)


def _end(text: str, at: int) -> int:
    """Where the sentence ends that the character before `at` stands in, its full stop included."""
    for match in _END.finditer(text, max(0, at - 2), min(len(text), at + _LONGEST)):
        stop = match.start() + len(match[0].rstrip())
        if stop >= at and not _shortened(text, match):
            return stop
    return len(text.rstrip()) if len(text) - at <= _LONGEST else at


def _shortened(text: str, match: re.Match[str]) -> bool:
    return "\n" not in match[0] and bool(_SHORTENED.search(text, max(0, match.start() - 8), match.start() + 1))
