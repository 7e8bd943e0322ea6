"""Contrasts: words that set what was so against what was not: "not at the bridge but at the port", "a drone and not a
plane". Whoever speaks so answers an account that has it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: "not A but B": what stands between, and what follows as far as the next stop.
_NOT_BUT = re.compile(
    r"\b(?:not|n['’]t)\s+(?P<no>[^.;:]{3,70}?),?\s+(?:but|it was)\s+(?:rather |instead |had been |was |were )?"
    r"(?P<yes>[^.,;:]{3,70})",
    re.I,
)
#: "B, and not A", "B rather than A".
_AND_NOT = re.compile(
    r"(?P<yes>[^.,;:]{3,70}?)(?:,?\s+(?:and not|rather than|instead of)|,\s+not)\s+"
    r"(?P<no>(?!only|just|even|yet|all|been|be\b)"
    r"[^.,;:]{3,50})",
    re.I,
)
_NO_CONTRAST = re.compile(r"\b(?:not|n['’]t)\s+(?:only|just|merely|simply|even|yet)\b", re.I)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words from `start` to `end` by which `yes` was so and `no` was not."""

    start: int
    end: int
    yes: str
    no: str


def contrasts_in(text: str) -> Iterator[Contrast]:
    """The contrasts of a text, in order."""
    read = 0
    found = sorted((m for pattern in (_NOT_BUT, _AND_NOT) for m in pattern.finditer(text)), key=lambda m: m.start("no"))
    for match in found:
        if match.start("no") >= read and not _NO_CONTRAST.search(match.group()):
            read = match.end()
            start = match.end() - len(match.group().lstrip())
            yield Contrast(start, match.end(), match["yes"].strip(), match["no"].strip())
