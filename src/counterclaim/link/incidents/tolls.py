"""The day of the deed where a sentence tells how its toll grew: "the toll from Tuesday's raid rose to 44 on Friday"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import TimeExpression
from counterclaim.records.timex import date_span

_DEEDS = (
    r"(?:(?:air\s?)?strike|raid|attack|bombing|bombardment|shelling|blast|explosion|massacre|killing|clash|ambush|shooting"
    r"|assault|violence|crash|fire|stampede|operation|siege|storming|crackdown|fighting|unrest|event|incident|tragedy)\w*"
)
_TOLL = Sought(
    r"\btoll\b|\bnumber of (?:the |those )?(?:dead|deaths|killed|victims|casualties|wounded|injured|fatalities)\b|"
    r"\b(?:dead|deaths|killed|fatalities)\s+(?:now\s+)?(?:stands?|rose|climbed|reached)\b|\bsuccumb\w*|"
    r"\bdied (?:of|from) (?:his|her|their) (?:wounds|injuries|burns)|"
    r"\b(?:earlier|previous|initial|first|final) (?:count|figure)\b|"
    r"\b(?:of (?:them|the (?:wounded|injured|victims|dead))|more)\s+(?:have |had |has |later |also )*died\b|"
    r"\bhave now died\b|\bbod(?:y|ies)\b[^.;]{0,60}\b(?:found|recovered|pulled|washed|discovered|retrieved)\b|"
    r"\bput(?:ting)? the (?:dead|wounded|injured)\b|\blists? \d+ (?:deaths|dead)\b",
    re.I,
)
#: A time that belongs to a deed: "Tuesday's market bombing", "the 4 March raid", "the attack of 4 March".
_THEN_DEED = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?{_DEEDS}\b", re.I)
_DEED_OF = re.compile(rf"\b{_DEEDS}\s+(?:of|on|in|from)\s+(?:the\s+)?$", re.I)
_BEFORE, _AFTER = 40, 60


class Tolls:
    """Looks at the sentences of a pile that count the dead of a deed done before."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._times: dict[str, list[TimeExpression]] = {}

    def dated(self, telling: Telling) -> Telling:
        """A telling with the day of the deed; with none if its sentence gives only the day of counting."""
        text = self._pile.reports[telling.report].text
        start, end = _whole_sentence(text, telling.span.start, telling.span.end)
        if not _TOLL.search(text[start:end]):
            return telling
        bound = {day for time in self._within(telling.report, start, end) if (day := _of_deed(text, time))}
        if len(bound) == 1:
            (day,) = bound
            return replace(telling, when=(day, day), carried=False)
        return telling if bound else replace(telling, when=None, carried=True)

    def _within(self, report: str, start: int, end: int) -> Sequence[TimeExpression]:
        if report not in self._times:
            found = self._pile.annotations[report].times
            self._times[report] = sorted(found, key=lambda time: (time.span.start, time.span.end))
        times = self._times[report]
        first = bisect_left(times, start, key=lambda time: time.span.start)
        return [time for time in times[first:] if time.span.start < end]


def _of_deed(text: str, time: TimeExpression) -> date | None:
    """The day of a time, if that is said of a deed."""
    span = date_span(time.value)
    if span is None or span[0] != span[1]:
        return None
    here = time.span
    after = _THEN_DEED.match(text, here.end, here.end + _AFTER)
    before = _DEED_OF.search(text[max(0, here.start - _BEFORE) : here.start])
    return span[0] if after or before else None


def _whole_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """From the full stop or the line before a stretch to the one after it."""
    stops = (". ", "\n")
    starts = [at + len(stop) for stop in stops if (at := text.rfind(stop, 0, start)) >= 0]
    ends = [at for stop in stops if (at := text.find(stop, end)) >= 0]
    return max(starts, default=0), min(ends, default=len(text))
