"""Spots: names that stand where news says where something was ("at Wadi Kharma", "off Cape Tern"), known as places or
not: many a ford, a hill or a village is in no gazetteer."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from counterclaim.link.pile import Pile

_NAME = re.compile(
    r"\b(?:at|in|near|outside|off|around|on|by|of|from|to|into) (?:the )?(?:[a-z]+ (?:of )?)?"
    r"((?:Mount |Lake |Hill |Wadi )?[A-Z][\w’'-]{2,}(?: (?:[A-Z][\w’'-]{2,}|\d+))*)"
)
_NO_PLACE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december army front ministry defence general staff colonel col gen government".split()
)
#: A name in more reports than these does not tell one spot from another.
_FEW, _SHARE = 5, 0.04


@functools.lru_cache(1 << 12)
def spots_in(words: str) -> frozenset[str]:
    """The names of spots in some words."""
    found = (match[1] for match in _NAME.finditer(words))
    return frozenset(name for name in found if not set(name.lower().split()) & _NO_PLACE)


def rare(pile: Pile, names: Iterable[str]) -> list[str]:
    """Those names that few reports of a pile have."""
    most = max(_FEW, _SHARE * len(pile.reports))
    return sorted(name for name in names if sum(name in report.text for report in pile.reports.values()) <= most)
