"""Contrasts: words that set what was so against what was not: "not at the bridge but at the port", "a drone and not a
plane". Whoever speaks so answers an account that has it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.sought import Sought

#: "not A but B": what stands between, and what follows as far as the next stop.
_NOT_BUT = Sought(
    r"\b(?:not|n['’]t)\s+(?P<no>[^.;:]{3,70}?),?\s+(?:but|it was)\s+(?:rather |instead |had been |was |were )?"
    r"(?P<yes>[^.,;:]{3,70})",
    re.I,
)
#: "B, and not A", "B rather than A".
_AND_NOT = Sought(
    r"(?:,?\s+(?:and not|rather than|instead of)|,\s+not)\s+"
    r"(?P<no>(?!only|just|even|yet|all|been|be\b)[^.,;:]{3,50})",
    re.I,
)
_BEFORE = re.compile(r"[^.,;:]{3,70}$")
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
    found = [(m.start("no"), 0, m.start(), m.end(), m["yes"], m["no"]) for m in _NOT_BUT.finditer(text)]
    for match in _AND_NOT.finditer(text):
        yes = _BEFORE.search(text, max(0, match.start() - 70), match.start())
        if yes is not None:
            found.append((match.start("no"), 1, yes.start(), match.end(), yes.group(), match["no"]))
    read = 0
    for at, _, first, end, so, not_so in sorted(found):
        if at >= read and not _NO_CONTRAST.search(text[first:end]):
            read = end
            start = first + len(text[first:end]) - len(text[first:end].lstrip())
            yield Contrast(start, end, so.strip(), not_so.strip())
