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
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from counterclaim.link.incidents.bags import cosine
from counterclaim.link.incidents.tellings import Telling, Tellings

#: From this many days between two reports the distance counts as the same.
_LONG = 30
#: A happening takes no longer than this, in days; what takes longer is a campaign, a siege, a year.
_A_FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class Signs:
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
        return tuple(getattr(self, name) for name in SIGNS)


SIGNS = tuple(Signs.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs, and the level without any."""

    level: float
    signs: Mapping[str, float]

    def chance(self, signs: Signs) -> float:
        """The probability that two tellings with these signs are of one happening."""
        total = self.level + sum(weight * getattr(signs, name) for name, weight in self.signs.items())
        return 1 / (1 + math.exp(-total))


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

    def chance_of(self, signs: Signs) -> float:
        """The probability that two tellings with these signs, of two reports, are of one happening."""
        return weights().chance(signs)

    def signs(self, left: Telling, right: Telling) -> Signs:
        """What the two have in common and what sets them apart."""
        apart = days_apart(left.when, right.when)
        between = abs((left.published - right.published).days) if left.published and right.published else None
        places = left.places & right.places
        deeds = bool(left.deeds & right.deeds)
        openings = self._tellings.openings
        return Signs(
            same_day=float(apart == 0),
            next_day=float(apart == 1),
            other_day=float(apart is not None and apart > 1),
            surely_other_day=float(apart is not None and apart > 1 and not (left.carried or right.carried)),
            published_together=float(between == 0),
            published_next_day=float(between == 1),
            published_within_three=float(between in (2, 3)),
            published_apart=min(between, _LONG) / 10 if between is not None and between > 3 else 0.0,
            no_day=float(apart is None),
            long=float(apart is not None and (_is_long(left) or _is_long(right))),
            place=max((self._telling(place) for place in places), default=0.0),
            other_places=float(bool(left.places and right.places and not places)),
            around=cosine(left.around, right.around),
            words=cosine(left.words, right.words),
            openings=cosine(openings[left.report], openings[right.report]),
            deed=float(deeds),
            other_deed=float(bool(left.deeds and right.deeds) and not deeds),
            one_cumulative=float(left.cumulative != right.cumulative),
            early=math.sqrt((1 - left.depth) * (1 - right.depth)),
        )

    def _telling(self, place: str) -> float:
        """How much a shared place tells: nothing if all reports name it."""
        return math.log(self._reports / self._frequency[place]) / math.log(self._reports)


def set_apart(left: Telling, right: Telling, signs: Signs) -> bool:
    """Whether two tellings cannot be of one happening, whatever words they share: other days, other means, other
    places that both name in the same sentence, or a day against a month."""
    if signs.surely_other_day or signs.other_deed or (signs.other_places and left.placed and right.placed):
        return True
    return left.when is not None and right.when is not None and _lasts(left.when) != _lasts(right.when)


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
