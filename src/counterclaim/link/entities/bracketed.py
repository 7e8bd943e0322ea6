"""Another name in brackets: "the Harbour Front (HF)", "Dorvik (Dorwick)", "HF (so-called Harbour Front, Al-Marsa)".

The text is read anew for this: what stands in the brackets, and before them, is often no name to the parser, but it is
one to the pile.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.entities.calls import STATE, Call, Calls
from counterclaim.link.entities.names import call_of, initials
from counterclaim.link.entities.reasons import Reason, quoted
from counterclaim.link.entities.stated import NEAR, SAID, call_at, may_be_one
from counterclaim.records import EntityKind, Evidence, Mention, Span

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_WORDED = re.compile(rf"^\s*(?:the\s+)?(?:or|aka|a\.k\.a\.?|so-called|{SAID})\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|/|;|\bor\b|\band\b)\s*")
#: Brackets say less than words: they also hold where a body is, or whose report it was.
_SCORE = 0.9
#: Words before a bracket that an acronym in it may be made of.
_LONGEST = 10
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})


def bracketed(calls: Calls) -> Iterator[Reason]:
    """Reasons from brackets: for bodies and acronyms, and for others where two reports have the same."""
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for report, mentions in calls.mentions.items():
        text = calls.texts[report]
        ends = [mention.span.end for mention in mentions]
        for bracket in _BRACKETS.finditer(text):
            for right in _inside(calls, bracket[1]):
                at = len(text[: bracket.start()].rstrip())
                start, left = _before(calls, text, at, right, mentions, ends)
                if left is not None and left is not right:
                    words = Evidence.at(report, Span.of(text, start, bracket.end()))
                    found[left.key, right.key].append(words)
    for (one, other), evidence in found.items():
        left, right = calls.by_key[one], calls.by_key[other]
        letters = {initials(left.text), initials(right.text)} & {left.text, right.text}
        bodies = {left.kind, right.kind} <= _BODIES
        several = len({words.report for words in evidence}) > 1
        if (letters or bodies or several) and may_be_one(left, right, evidence):
            why = f"A report puts {quoted(right)} in brackets behind {quoted(left)}."
            yield Reason(one, other, _SCORE, why, (evidence[0],))


def _inside(calls: Calls, content: str) -> list[Call]:
    """The calls that brackets hold, if they hold nothing else. Words that say that it is another name may stand before
    it, and then it may go on where no name of the pile does."""
    worded = _WORDED.match(content)
    found: list[Call] = []
    for piece in _BETWEEN.split(content[worded.end() :] if worded else content):
        names = [piece] if call_of(piece) in calls.by_key else piece.split()
        known = [calls.by_key[call_of(name)] for name in names if name[:1].isupper() and call_of(name) in calls.by_key]
        if worded and not known:
            begun = _beginning(calls, piece)
            known = [begun] if begun else []
        elif len(known) < len(names) and not all(name.isupper() for name in names):
            return []
        found += known
    return [call for call in found if not call.key.startswith(STATE)]


def _beginning(calls: Calls, words: str) -> Call | None:
    """The longest name of the pile that some words begin with, if it is a body's."""
    parts = words.split()
    for end in range(len(parts), 1, -1):
        call = calls.by_key.get(call_of(" ".join(parts[:end])))
        if call is not None and call.kind in _BODIES:
            return call
    return None


def _before(
    calls: Calls, text: str, at: int, right: Call, mentions: list[Mention], ends: list[int]
) -> tuple[int, Call | None]:
    """The call before a bracket and where it begins: the words that an acronym is made of, or the last name there."""
    before = text[max(0, at - NEAR) : at]
    words = list(re.finditer(r"[^\s\"“(,]+", before))[-_LONGEST:]
    for first in reversed(words if right.text.isalpha() and len(right.text) > 1 else []):
        whole = before[first.start() :]
        if first[0][:1].isupper() and initials(call_of(whole)) == right.text:
            start = max(0, at - NEAR) + first.start()
            return start, calls.by_key.get(call_of(whole)) or _beginning(calls, whole)
    n = bisect_left(ends, at)
    if n == len(ends) or ends[n] != at:
        return at, None
    mention = mentions[n]
    dateline = mention.span.text.isupper() and len(mention.span.text) > 5  # "DORVIK (ABC)": ABC's report from there
    return mention.span.start, None if dateline else call_at(calls, mention)
