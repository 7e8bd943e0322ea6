"""The question whether there was any of what somebody says there was none of."""

from __future__ import annotations

import re
from collections.abc import Callable

from counterclaim.link.compare.denials.words import trimmed
from counterclaim.link.compare.whole_questions import ended

#: "No deal had existed", "not one weapon", "without any signal or warning".
_NONE_OF = re.compile(
    r"\b(?:no|not (?:a|an|one)(?: single)?|without(?: (?:any|an?))?|neither|any) (?!one\b|longer\b|such\b)"
    r"(?P<thing>(?:[\w’'-]+ ){0,3}?[\w’'-]+?)(?P<tail> (?:of|for|with|about) (?:(?:the|a|an|any|its|his|their) )?"
    r"(?:[\w’'-]+ ?){1,3}?)?(?= (?:was|were|is|are|had|has|have|been|exist\w*|took|at|in|on|to|from|by|that|who|"
    r"which|whatever|within|near|aboard|whatsoever|when|before|after|ever|came|come|reached|arrived|"
    r"given|could|would)\b|[.,;:\"”]|$)",
    re.I,
)
_PLURAL = re.compile(r"(?<!s)(?<!\bga)(?<!\bbu)s$|(?:^| )(?:people|children|men|women|police)$")
_POINTS = re.compile(r"(?:one|of|it|them|this|that|these|those|others?)\b", re.I)


def ask_of_none(words: str, wanted: Callable[[str], bool]) -> str:
    """ "Was there any deal?" of "no deal had existed": whether there was any of what some words say there was none of;
    empty where what is `wanted` is not it."""
    for found in _NONE_OF.finditer(" ".join(words.split())):
        thing = trimmed(found["thing"].split())
        if thing and wanted(thing) and not _POINTS.match(thing):
            tail = found["tail"] or ""
            many = _PLURAL.search(thing) is not None
            return ended(f"{'Were' if many else 'Was'} there any {thing}{tail}")
    return ""
