"""Other names that a report itself gives: "X, also known as Y", "Y, an acronym for X". Brackets are `bracketed.py`."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.link.entities.calls import STATE, Call, Calls
from counterclaim.link.entities.names import call_of
from counterclaim.link.entities.reasons import Reason, quoted
from counterclaim.records import EntityKind, Evidence, Mention, Span

#: The furthest that the two names may stand apart, in characters.
NEAR = 70
_CLASS = r"(?:\s+(?!and\b|or\b|in\b|of\b|the\b|to\b|for\b|on\b)[a-z][a-z-]*){0,3}"
#: Words that say that another name follows.
SAID = (
    r"(?:also|formerly|previously|better|popularly|commonly|sometimes|otherwise|now|once|officially|locally)?\s*"
    r"(?:known|called|referred to)(?:\s+(?:as|by))?(?:\s+(?:its|the|his|her|their))?"
    r"(?:\s+(?:acronyms?|initials|name|nom de guerre))?"
)
_MARK = r"\s*,?\s*(?:the\s+)?(?:so-called\s+)?[\"“‘']?$"
_ALSO = re.compile(rf"^(?:['’]s)?{_CLASS}\s*,?\s*\(?\s*(?:which (?:is|was)\s+)?{SAID}{_MARK}", re.IGNORECASE)
_STANDS_FOR = re.compile(
    rf"^\s*,?\s*\(?\s*(?:is\s+|using\s+)?(?:an?|the|its|their)\s+(?:\w+\s+)?(?:acronym|abbreviation|initials|name)\s+"
    rf"(?:for|of){_MARK}",
    re.IGNORECASE,
)
#: One of these words is in all that says that another name follows.
_SAYS_SO = re.compile("known|called|referred|acronym|abbreviation|initials|name", re.IGNORECASE)
_SAYS = 0.93
#: Of the reports that name two, as many must state that they are one.
_STATED = 0.15
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})


def stated(calls: Calls) -> Iterator[Reason]:
    """Reasons that reports give in so many words, where enough of those that use both names give them."""
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for report, mentions in calls.mentions.items():
        text = calls.texts[report]
        for first, second in itertools.pairwise(mentions):
            gap = text[first.span.end : second.span.start]
            if len(gap) > NEAR or "\n" in gap or not _SAYS_SO.search(gap):
                continue
            if not (_ALSO.match(gap) or _STANDS_FOR.match(gap)):
                continue
            left, right = call_at(calls, first), call_at(calls, second)
            if left is not None and right is not None and left is not right:
                words = Evidence.at(report, Span.of(text, first.span.start, second.span.end))
                found[left.key, right.key].append(words)
    for (one, other), evidence in found.items():
        left, right = calls.by_key[one], calls.by_key[other]
        if may_be_one(left, right, evidence, least=1):
            why = f"A report says that {quoted(left)} is also {quoted(right)}."
            yield Reason(one, other, _SAYS, why, (evidence[0],))


def call_at(calls: Calls, mention: Mention) -> Call | None:
    """What a mention's own words are called, where the pile knows it, or what its report calls the same otherwise; None
    for states."""
    key = calls.of_local.get(mention.entity or "")
    if key is None or key.startswith(STATE):
        return None
    own = call_of(mention.span.text, person=calls.by_key[key].kind is EntityKind.PERSON)
    return calls.by_key.get(own) or calls.by_key[key]


def may_be_one(left: Call, right: Call, evidence: Sequence[Evidence], *, least: int = 2) -> bool:
    """Whether enough reports state that two calls are one, of those that name both; where their kinds do not fit, half
    of those that have the rarer name, and at the `least` so many."""
    stating = {words.report for words in evidence}
    if len(stating) < _STATED * len(left.reports & right.reports):
        return False
    if left.kind is right.kind or {left.kind, right.kind} <= _BODIES:
        return True
    return len(stating) >= least and 2 * len(stating) >= min(len(left.reports), len(right.reports))
