"""What ties two armed groups to one another in a report: "the X, an affiliate of the Y"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

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
