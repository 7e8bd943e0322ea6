"""Units: what one report tells of one happening, and the days that tellings give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from counterclaim.link.incidents.tellings import Telling


def units(told: Iterable[Telling]) -> Iterator[list[Telling]]:
    """The tellings of each report by the part of it that they are of, in the order of their first ones."""
    found: dict[tuple[str, int], list[Telling]] = {}
    for telling in told:
        found.setdefault((telling.report, telling.part), []).append(telling)
    yield from found.values()


def own_days(members: Iterable[Telling]) -> list[date]:
    """The days that tellings give in their own sentence."""
    own = (telling.when for telling in members if telling.when and not telling.carried)
    return sorted({when[0] for when in own if when[0] == when[1]})


def days_of(members: Sequence[Telling]) -> list[date]:
    """The days that tellings give in their own sentence, else those carried from one before."""
    return own_days(members) or sorted({t.when[0] for t in members if t.when and t.when[0] == t.when[1]})
