"""What a process is called: by its kind, its day, those it is between, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from counterclaim.link.pile import Pile
from counterclaim.link.processes.reading import Reading
from counterclaim.records import ProcessKind, Who

_QUOTES = str.maketrans("", "", '"“”[]')
_OPENING = re.compile(r"^\W*(?:the|an?|this|that|its|their|his|her|our)\s", re.I)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def name_of(pile: Pile, readings: Sequence[Reading], parties: Sequence[Who]) -> str:
    """The name of a process, as "Ceasefire of 12 September 2016 in Aleppo (Russia, United States)"."""
    kind = readings[0].kind
    words = max((_OPENING.sub("", r.words).translate(_QUOTES).strip() for r in readings), key=len)
    pair = all(reading.pair for reading in readings)
    name = "Meeting" if pair else _NOUNS.get(kind, kind.value.capitalize())
    occasions = sorted(r.occasion for r in readings if r.occasion)
    if occasions:
        name += f" of {_when(*min(occasions, key=lambda span: (span[1] - span[0], span)))}"
    places = Counter(place for reading in readings for place in reading.where)
    if places and not pair:
        best = max(places, key=lambda place: (places[place], -pile.frequency.get(place, 0), place))
        name += f" in {pile.entities[best].name}"
    named = [who.name for who in parties][:3]
    if (
        not (occasions or named or pair)
        and kind is not ProcessKind.EXCHANGE
        and any(r.words != words for r in readings)
    ):
        name = words[:1].upper() + words[1:] + name[len(_NOUNS.get(kind, kind.value)) :]
    if named:
        name += f" of {' and '.join(named)}" if pair else f" ({', '.join(named)})"
    told = pile.reports[readings[0].report].published
    return name if occasions or not told else f"{name}, told on {told}"


_NOUNS = {ProcessKind.TALKS: "Talks", ProcessKind.EXCHANGE: "Exchange", ProcessKind.OTHER: "Zone"}


def _when(first: date, last: date) -> str:
    """A day, a month or a year in words."""
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    return f"{_MONTHS[first.month - 1]} {first.year}" if (last - first).days <= 31 else str(first.year)
