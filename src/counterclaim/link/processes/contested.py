"""Which states of a process cannot both hold, as different voices give them."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from counterclaim.records import Process, ProcessState, ProcessStep
from counterclaim.records.timex import date_span

S = ProcessState

#: Two states that do not go together on one day.
_AGAINST = frozenset(
    frozenset(pair)
    for pair in (
        (S.IN_FORCE, S.VIOLATED),
        (S.IN_FORCE, S.ENDED),
        (S.IN_FORCE, S.SUSPENDED),
        (S.ACCEPTED, S.REFUSED),
        (S.AGREED, S.REFUSED),
        (S.EXTENDED, S.ENDED),
        (S.HELD, S.REFUSED),
        (S.CARRIED_OUT, S.REFUSED),
        (S.CARRIED_OUT, S.SUSPENDED),
    )
)
#: States that may follow what they do not go together with, in one month or year; so many days are one day.
_AFTER, _WIDE = frozenset({S.ENDED, S.SUSPENDED}), 1
#: States that are there once, on one day.
_ONCE = frozenset({S.AGREED, S.IN_FORCE, S.ENDED, S.CARRIED_OUT})


def contested(process: Process, lasting: Collection[int] = ()) -> list[tuple[int, int]]:
    """The pairs of states (by their place in `process.states`) that cannot both hold: opposite ones on overlapping
    dates, one and the same on two days, or one proposal by two, as different voices give them. `lasting` are those that
    go on on their date and may have begun before: that two give these other dates is no difference."""
    steps = process.states
    return [
        (n, m)
        for n, m in itertools.combinations(range(len(steps)), 2)
        if _other_voice(steps[n], steps[m]) and _opposed(steps[n], steps[m], once=n not in lasting and m not in lasting)
    ]


def _other_voice(left: ProcessStep, right: ProcessStep) -> bool:
    if left.claimed_by is None or right.claimed_by is None:
        return False
    return (left.claimed_by.entity or left.claimed_by.name) != (right.claimed_by.entity or right.claimed_by.name)


def _opposed(left: ProcessStep, right: ProcessStep, *, once: bool) -> bool:
    a, b = (date_span(step.date) if step.date else None for step in (left, right))
    doers = [{who.entity or who.name for who in step.by} for step in (left, right)]
    if left.state is right.state:
        if left.state is S.PROPOSED and all(doers):
            near = a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
            return near and not doers[0] & doers[1]
        exact = a is not None and b is not None and a[0] == a[1] and b[0] == b[1]
        return once and left.state in _ONCE and exact and a != b
    if frozenset((left.state, right.state)) not in _AGAINST:
        return False
    if a is None or b is None or S.VIOLATED in {left.state, right.state}:
        # It can be in force and be violated; who breaks it does not keep it.
        near = a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
        return near and bool(doers[0] & doers[1])
    if _AFTER & {left.state, right.state} and a != b and max((a[1] - a[0]).days, (b[1] - b[0]).days) > _WIDE:
        return False  # in force on a day of February, and ended in that year
    return a[0] <= b[1] and b[0] <= a[1] and (not all(doers) or bool(doers[0] & doers[1]))
