"""What ties armed groups to one another in a report ("the X, an affiliate of the Y"), and a nameless army to a land."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from counterclaim.records import Annotations

_TIES = (
    r"(?:affiliat|link|allied|ally|allies|branch|wing|part of|faction|formerly|known as|offshoot|member|umbrella|"
    r"splinter|backed|loyal)"
)


def related(names: Iterable[str], others: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether one of some texts, in lower case, ties a group of some names to one of others."""
    return any(_tied(one, other, text) for one in sorted(names) for other in sorted(others) for text in texts)


@functools.lru_cache(maxsize=1 << 12)
def _tied(one: str, other: str, text: str) -> bool:
    return one in text and other in text and bool(_tie(one, other).search(text))


@functools.lru_cache(maxsize=1 << 10)
def _tie(one: str, other: str) -> re.Pattern[str]:
    a, b = re.escape(one), re.escape(other)
    return re.compile(rf"\b(?:{a}|{b})\w*[^.\n]{{0,40}}\b{_TIES}\w*[^.\n]{{0,40}}\b(?:{a}|{b})")


def lands(found: Annotations) -> Counter[str]:
    """The countries that a report may take place in, by how often it names places there: not one of which it names no
    spot but itself or a single town, as it does of those who mediate and host, where it names more that lie nobody
    knows where."""
    countries = Counter(place.country for place in found.places if place.country)
    nowhere = sum(place.country is None for place in found.places)
    spots = {(p.country, p.name) for p in found.places if p.precision not in {"country", "near", None}}
    known = Counter(country for country, _ in spots)
    return Counter({code: n for code, n in countries.items() if known[code] > 1 or (known[code] and n > nowhere)})
