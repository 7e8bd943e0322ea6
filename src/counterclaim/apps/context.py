"""Evidence in its sentence: what stands around a span of a report, for people to read.

Sentences are found here by their punctuation, not by the parser: a ledger must open without a language model, and a
boundary that is a little off only shows a little more or less of the text around the words that count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.records import Passage, Report

#: A sentence ends at its stop, the quotation marks and brackets that close with it, and the space before a capital,
#: a digit or an opening quotation mark.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*[A-Z0-9])|\n\s*\n")
#: What ends in a stop and ends no sentence: an initial, and the titles that news puts before names.
_SHORTENED = re.compile(
    r"\b(?:[A-Z]|[DMS]r|M(?:rs|s)|Prof|St|Gen|Col|Maj|Capt|L(?:t|ieut)|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Rev|Hon|No)$"
)

#: Some texts have neither paragraphs nor stops; of those, this many characters on each side are enough to judge by.
_REACH = 320


@dataclass(frozen=True, slots=True)
class Context:
    """Marked words with what stands before and after them in their sentence, each on one line."""

    before: str
    words: str
    after: str


def passage_at(report: Report, start: int) -> Passage | None:
    """The passage of `report` in which the character at `start` stands; None where it stands in none."""
    return next((passage for passage in report.passages if passage.start <= start < passage.end), None)


def context(report: Report, start: int, end: int) -> Context:
    """The words of `report` from `start` to `end` (code points, end exclusive) inside the sentence they stand in.

    Never reaches over the edge of a passage; where a sentence is very long, it is cut with an ellipsis.
    """
    text = report.text
    left, right = _sentence(report, start, end)
    before, after = text[left:start], text[end:right]
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    return Context(_line(before).lstrip(), _line(text[start:end]), _line(after).rstrip())


def _is_shortened(text: str, stop: int) -> bool:
    """Whether the stop at this place belongs to a shortened word."""
    return _SHORTENED.search(text, max(0, stop - 8), stop) is not None


def _sentence(report: Report, start: int, end: int) -> tuple[int, int]:
    text = report.text
    passage = passage_at(report, start)
    left, right = (passage.start, max(passage.end, end)) if passage else (0, len(text))
    # Farther away than this there may be sentences too, but what is so far away is cut in any case.
    near = _END.finditer(text, max(left, start - 2 * _REACH), min(right, end + 2 * _REACH))
    ends = [match.end() for match in near if not _is_shortened(text, match.start())]
    return max((at for at in ends if at <= start), default=left), min((at for at in ends if at >= end), default=right)


def neighbours(report: Report, start: int, end: int) -> tuple[str, str]:
    """What stands in the passage before and after the sentence that the words from `start` to `end` stand in, cut
    where it is long; empty at the edge of the passage."""
    passage = passage_at(report, start)
    left, right = (passage.start, max(passage.end, end)) if passage else (0, len(report.text))
    first, last = _sentence(report, start, end)
    before, after = report.text[left:first].strip(), report.text[last:right].strip()
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    return _line(before), _line(after)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
