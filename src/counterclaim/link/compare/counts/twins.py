"""A number that one report gives more than once: in its headline, in its first sentence, and where it says who counts.

What one of these places leaves out another may say. "At least 18 were killed on Saturday in Dorvik, a monitor said. …
The names of all 18 were read out." The second 18 is of Saturday and of Dorvik too, and where the report's own voice
gives the number of a body that it names once, that body counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.counts.verdicts import named, voices
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Happened, Who

#: Smaller numbers are met twice by chance, unless one of them is what the report begins with.
_LEAST, _LEAST_AT_FIRST = 6, 2
#: The killed and the injured of one happening are told no further apart than this, in characters.
_NEAR = 300
_PEOPLE = frozenset({"people", "civilians"})

Told = tuple[Telling, list[Count]]


def with_twins(pile: Pile, told: Sequence[Told]) -> list[Told]:
    """The counts of one report with what their twins say of whom, when and by what."""
    told = _by_one_means(told)
    every = [(telling, count) for telling, counts in told for count in counts]
    made: list[Told] = []
    for telling, counts in told:
        filled = []
        for count in counts:
            twins = [(t, c) for t, c in every if _is_twin(count, c)]
            telling, full = _set(telling, _held(pile, count, [c for _, c in twins]), twins)
            filled.append(full)
        made.append((telling, filled))
    return made


def _by_one_means(told: Sequence[Told]) -> list[Told]:
    """The injured as hurt by what killed those who are counted last before them, where nothing else is said."""
    made: list[Told] = []
    for telling, counts in told:
        at = telling.span.start
        before = [
            (other.span.start, count.deeds)
            for other, others in told
            for count in others
            if count.happened is Happened.KILLED and count.deeds and 0 < at - other.span.start <= _NEAR
        ]
        injured = bool(counts) and all(count.happened is Happened.INJURED and not count.deeds for count in counts)
        if injured and before:
            deeds = max(before, key=lambda one: (one[0], sorted(one[1])))[1]
            made.append((replace(telling, deeds=deeds), [replace(count, deeds=deeds) for count in counts]))
        else:
            made.append((telling, counts))
    return made


def _is_twin(one: Count, other: Count) -> bool:
    """Whether two counts of a report are one number of one harm to the same people."""
    if one.figure.id == other.figure.id or one.happened is not other.happened or one.long or other.long:
        return False
    kinds = {one.victims, other.victims}
    least = _LEAST_AT_FIRST if one.first or other.first else _LEAST
    same = size(one.figure) == size(other.figure) >= least and one.figure.approximate == other.figure.approximate
    return same and (len(kinds) == 1 or kinds <= _PEOPLE) and one.part_of_like == other.part_of_like


def _held(pile: Pile, count: Count, twins: Sequence[Count]) -> Count:
    """A count of the report's own as that of the one body that gives the number there."""
    if _by(pile, count):
        return count
    held = {twin.holder: by for twin in twins if (by := _by(pile, twin))}
    if len(held) != 1:
        return count
    (holder, by), *_ = held.items()
    return replace(count, holder=holder, named=by)


def _by(pile: Pile, count: Count) -> tuple[Who, ...]:
    """Who gives a number; nobody where it is the report's own, or said by somebody that the pile does not know."""
    return voices(pile, count) if named(pile, count) else ()


def _set(telling: Telling, count: Count, twins: Sequence[tuple[Telling, Count]]) -> tuple[Telling, Count]:
    """A count with the day, the places and the means of its twins, where its own sentence gives none and they agree."""
    timed = {t.when: c for t, c in twins if c.day is not None and not t.carried}
    if len(timed) == 1 and (telling.carried or count.day is None):
        ((when, twin),) = timed.items()
        telling = replace(telling, when=when, carried=False)
        count = replace(count, day=twin.day, scene=replace(count.scene, when=when, carried=False))
    placed = {t.places: c for t, c in twins if t.placed and t.places}
    if len(placed) == 1 and not telling.placed:
        ((places, twin),) = placed.items()
        telling = replace(telling, places=places, placed=True)
        count = replace(count, scene=replace(count.scene, places=places, placed=True))
    deeds = {c.deeds for _, c in twins if c.deeds}
    if len(deeds) == 1 and not count.deeds:
        (means,) = deeds
        telling, count = replace(telling, deeds=means), replace(count, deeds=means)
    return telling, replace(count, twins=tuple(c.figure.span for _, c in twins))
