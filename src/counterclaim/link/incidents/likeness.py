"""How likely two tellings of different reports are of one happening.

A logistic regression over signs that a reader can check: the days, the places, the kind of deed, and the words that
the two tellings, their surroundings and the openings of their reports share. Its weights were fitted on pairs that a
reader judged (`python -m counterclaim.evaluate.incidents DATA`).
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from counterclaim.link.incidents.bags import cosine
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between

#: From this many days between two reports the distance counts as the same.
_LONG = 30
#: A happening takes no longer than this, in days; what takes longer is a campaign, a siege, a year.
_A_FEW_DAYS = 3


class Signs(NamedTuple):
    """What speaks for or against one happening, each 0 to 1 (days apart: in tens, up to 3)."""

    same_day: float
    next_day: float
    other_day: float
    surely_other_day: float
    published_together: float
    published_next_day: float
    published_within_three: float
    published_apart: float
    no_day: float
    long: float
    place: float
    other_places: float
    around: float
    words: float
    openings: float
    deed: float
    other_deed: float
    one_cumulative: float
    early: float

    def row(self) -> tuple[float, ...]:
        """The signs as numbers, in the order of their names."""
        return tuple(self)


SIGNS = Signs._fields


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs, and the level without any."""

    level: float
    signs: Mapping[str, float]
    row: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "row", tuple(self.signs[name] for name in SIGNS))

    def chance(self, signs: Signs) -> float:
        """The probability that two tellings with these signs are of one happening."""
        return 1 / (1 + math.exp(-self.level - sum(map(mul, self.row, signs))))


@functools.cache
def weights() -> Weights:
    """The fitted weights of this package."""
    found = json.loads(files("counterclaim.link.incidents").joinpath("likeness.json").read_text(encoding="utf-8"))
    return Weights(found["level"], found["signs"])


class Likeness:
    """Compares the tellings of a pile."""

    def __init__(self, tellings: Tellings, frequency: Mapping[str, int], reports: int) -> None:
        self._tellings = tellings
        self._frequency = frequency
        self._reports = max(2, reports)
        self._opening: dict[tuple[str, str], float] = {}

    @classmethod
    def of(cls, pile: Pile, tellings: Tellings) -> Likeness:
        """The one for a pile and its tellings, which all comparisons share."""
        return tellings.once(cls, lambda: cls(tellings, pile.frequency, len(pile.reports)))

    def chance_of(self, signs: Signs) -> float:
        """The probability that two tellings with these signs, of two reports, are of one happening."""
        return weights().chance(signs)

    def _openings(self, left: str, right: str) -> float:
        """How much the openings of two reports have in common."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._opening:
            openings = self._tellings.openings
            self._opening[pair] = cosine(openings[left], openings[right])
        return self._opening[pair]

    def signs(self, left: Telling, right: Telling) -> Signs:
        """What the two have in common and what sets them apart."""
        apart = days_apart(left.when, right.when)
        between = days_between(left.published, right.published)
        places = left.places & right.places
        deeds = bool(left.deeds & right.deeds)
        late = apart is not None and apart > 1
        return Signs(
            same_day=float(apart == 0),
            next_day=float(apart == 1),
            other_day=float(late),
            surely_other_day=float(late and not (left.carried or right.carried)),
            published_together=float(between == 0),
            published_next_day=float(between == 1),
            published_within_three=float(between in (2, 3)),
            published_apart=min(between, _LONG) / 10 if between is not None and between > 3 else 0.0,
            no_day=float(apart is None),
            long=float(apart is not None and (_is_long(left) or _is_long(right))),
            place=max([self._telling(place) for place in places]) if places else 0.0,
            other_places=float(bool(left.places and right.places and not places)),
            around=cosine(left.around, right.around),
            words=cosine(left.words, right.words),
            openings=self._openings(left.report, right.report),
            deed=float(deeds),
            other_deed=float(bool(left.deeds and right.deeds) and not deeds),
            one_cumulative=float(left.cumulative != right.cumulative),
            early=math.sqrt((1 - left.depth) * (1 - right.depth)),
        )

    def _telling(self, place: str) -> float:
        """How much a shared place tells: nothing if all reports name it."""
        return math.log(self._reports / self._frequency[place]) / math.log(self._reports)


def set_apart(left: Telling, right: Telling) -> bool:
    """Whether two tellings cannot be of one happening, whatever words they share: other days, other means, other
    places that both name in the same sentence, or a day against a month."""
    if left.deeds and right.deeds and left.deeds.isdisjoint(right.deeds):
        return True
    if left.placed and right.placed and left.places and right.places and left.places.isdisjoint(right.places):
        return True
    if left.when is None or right.when is None:
        return False
    if _lasts(left.when) != _lasts(right.when):
        return True
    return not (left.carried or right.carried) and (days_apart(left.when, right.when) or 0) > 1


def _lasts(when: tuple[date, date]) -> bool:
    return (when[1] - when[0]).days > _A_FEW_DAYS


def _is_long(telling: Telling) -> bool:
    return telling.when is not None and telling.when[0] != telling.when[1]


def days_apart(left: tuple[date, date] | None, right: tuple[date, date] | None) -> int | None:
    """How many days lie between two times; 0 if they overlap, None if one is not known."""
    if left is None or right is None:
        return None
    return max(0, (left[0] - right[1]).days, (right[0] - left[1]).days)


def reasons(signs: Signs) -> list[str]:
    """What speaks for one happening, as sentences a user can contest."""
    found = []
    if signs.same_day:
        found.append("Both are set on the same day.")
    elif signs.next_day:
        found.append("Their days are one apart.")
    elif signs.no_day and (signs.published_together or signs.published_next_day):
        found.append("The reports came out on the same day or the next.")
    if signs.place:
        found.append("They name the same place.")
    if signs.deed:
        found.append("They tell of the same kind of deed.")
    shared = max(signs.around, signs.words, signs.openings)
    if shared >= 0.15:
        found.append(f"They share telling words (likeness {shared:.2f} of 1).")
    return found
