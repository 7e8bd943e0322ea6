"""The drawings of single pages, from records: lanes of processes, figures by day, figures on one scale, places."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from counterclaim.apps.lookup import Lookup
from counterclaim.apps.web.charts import Axis, Scale, Tick, whole_day
from counterclaim.apps.web.marks import letters
from counterclaim.apps.wording import source
from counterclaim.records import Figure, Happened, Process, ProcessState, ProcessStep
from counterclaim.store.beside import Named
from counterclaim.store.words import days

#: States in which something is being done or holds, against words about it, and against its breach or end.
_HOLDS = {ProcessState.HELD, ProcessState.IN_FORCE, ProcessState.CARRIED_OUT, ProcessState.EXTENDED}
_AGREED = {ProcessState.ACCEPTED, ProcessState.AGREED, ProcessState.SCHEDULED}
_BROKEN = {ProcessState.VIOLATED, ProcessState.SUSPENDED, ProcessState.ENDED, ProcessState.REFUSED}
#: As many speakers as get a letter of their own in a drawing; the others share one sign.
_SPEAKERS = 6
#: Two marks nearer than this (in per cent of the width) stand above each other.
_NEAR = 3.5
#: Two points nearer than this, in per cent of width and height, stand beside each other.
_BESIDE, _OVER = 1.8, 6.0


@dataclass(frozen=True, slots=True)
class Marker:
    """One state of a process in its lane: its number in the table, and how high it stands where others are near.
    `until` is where the time ends in which it may lie."""

    at: float
    until: float
    level: int
    number: int
    step: ProcessStep
    family: str

    @property
    def stretched(self) -> bool:
        """Whether its day is not known exactly."""
        return self.until > self.at


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one state to the next."""

    left: float
    width: float
    family: str
    contested: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The states of one process over time. `undated` is how many states have no day and are in the table alone."""

    process: Process
    steps: tuple[tuple[int, ProcessStep], ...]
    markers: tuple[Marker, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    height: int
    undated: int


def family(state: ProcessState) -> str:
    """Which of four families a state is of: talked of, agreed, holding, broken or refused."""
    for known, words in ((_HOLDS, "holds"), (_AGREED, "agreed"), (_BROKEN, "broken")):
        if state in known:
            return words
    return "talked"


def lane(process: Process) -> Lane:
    """The lane of a process on a time axis of its own."""
    steps = tuple(enumerate(process.states, start=1))
    dated = [(known, number, step) for number, step in steps if (known := _known_days(step.date))]
    dated.sort(key=lambda one: (one[0], one[1]))
    axis = Axis.over(day for known, _, _ in dated for day in known)
    if axis is None or dated[0][0] == dated[-1][0]:
        return Lane(process, steps, (), (), (), 0, len(steps) - len(dated))
    markers: list[Marker] = []
    for (first, last), number, step in dated:
        at = axis.at(first)
        near = {marker.level for marker in markers if at - marker.at < _NEAR}
        level = next(level for level in range(len(dated)) if level not in near)
        markers.append(Marker(at, axis.at(last), level, number, step, family(step.state)))
    stretches = tuple(
        Stretch(left.at, round(right.at - left.at, 2), left.family, left.step.contested or right.step.contested)
        for left, right in pairwise(markers)
        if right.at > left.at
    )
    height = 30 + 22 * (1 + max(marker.level for marker in markers))
    return Lane(process, steps, tuple(markers), stretches, tuple(axis.ticks()), height, len(steps) - len(dated))


@dataclass(frozen=True, slots=True)
class Overview:
    """Processes as lines from their first to their last dated state, on one axis."""

    rows: tuple[tuple[Process, float, float, bool], ...]
    ticks: tuple[Tick, ...]


def overview(processes: Sequence[Process]) -> Overview | None:
    """The lines of those processes that have a date; None where fewer than two have."""
    spans = []
    for process in processes:
        known = [days_[0] for step in process.states if (days_ := _known_days(step.date))]
        if known:
            spans.append((process, min(known), max(known), any(step.contested for step in process.states)))
    axis = Axis.over(day for _, first, last, _ in spans for day in (first, last))
    if axis is None or len(spans) < 2 or axis.first == axis.last:
        return None
    rows = [(process, axis.at(first), axis.at(last), contested) for process, first, last, contested in spans]
    return Overview(tuple(rows), tuple(axis.ticks()))


def _known_days(value: str | None) -> tuple[date, date] | None:
    """The days that a date can mean; None where these are many months: a mark would say more than is known."""
    range_ = days(value)
    if range_ is None:
        return None
    first, last = date.fromisoformat(range_[0]), date.fromisoformat(range_[1])
    return (first, last) if (last - first).days <= 31 else None


@dataclass(frozen=True, slots=True)
class Strip:
    """A figure on a scale that it shares with others: its bounds in per cent, None where a side is open."""

    figure: Figure
    low: float | None
    best: float | None
    high: float | None


def strips(figures: Sequence[Figure]) -> tuple[list[Strip], Scale | None]:
    """Figures on one scale, by what happened (the killed first), then by the count; and the scale."""
    scale = Scale.over(value for figure in figures for value in _values(figure))
    if scale is None:
        return [Strip(figure, None, None, None) for figure in figures], None
    rank = {what: number for number, what in enumerate(Happened)}
    order = sorted(
        figures, key=lambda one: ([rank[what] for what in one.happened], -max(_values(one), default=0), one.id)
    )

    def at(value: float | None) -> float | None:
        return None if value is None else round(3 + 0.94 * scale.at(value), 2)

    return [Strip(figure, at(figure.low), at(figure.best), at(figure.high)) for figure in order], scale


def _values(figure: Figure) -> list[float]:
    return [value for value in (figure.low, figure.best, figure.high) if value is not None]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure by its day and count, with the letter of whoever gives it. Heights are from the top, in per cent."""

    figure: Figure
    at: float
    top: float | None
    best: float
    bottom: float | None
    letter: str
    speaker: int
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """Figures by day and by who gives them. `others` are not drawn, having no day or no count."""

    points: tuple[Point, ...]
    speakers: tuple[tuple[str, str, int], ...]
    days: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    logarithmic: bool
    others: int


def points(lookup: Lookup, figures: Sequence[Figure]) -> Points | None:
    """Figures by day; those who give the most have a letter each. None where fewer than two can be drawn."""
    dated = [(day, figure) for figure in figures if (day := _day_of(lookup, figure)) and _values(figure)]
    axis = Axis.over(day for day, _ in dated)
    scale = Scale.over(value for _, figure in dated for value in _values(figure))
    if axis is None or scale is None or len(dated) < 2:
        return None
    counts: dict[str, int] = {}
    for _, figure in dated:
        speaker = _speaker(lookup, figure)
        counts[speaker] = counts.get(speaker, 0) + 1
    most = sorted(counts, key=lambda speaker: (-counts[speaker], speaker))
    numbers = {speaker: number for number, speaker in enumerate(most[:_SPEAKERS])}

    def top(value: float | None) -> float | None:
        return None if value is None else round(94 - 0.88 * scale.at(value), 2)

    found: list[Point] = []
    for day, figure in sorted(dated, key=lambda pair: (pair[0], pair[1].id)):
        speaker = _speaker(lookup, figure)
        number = numbers.get(speaker, _SPEAKERS)
        letter = letters(number) if number < _SPEAKERS else "·"
        best = next(value for value in (figure.best, figure.low, figure.high) if value is not None)
        at, height = axis.at(day), top(best) or 0.0
        while any(abs(other.at - at) < _BESIDE and abs(other.best - height) < _OVER for other in found) and at < 98:
            at = round(at + _BESIDE, 2)
        found.append(Point(figure, at, top(figure.high), height, top(figure.low), letter, number, speaker))
    named = tuple((letters(number), speaker, counts[speaker]) for speaker, number in numbers.items())
    ticks = [Tick(round(94 - 0.88 * tick.at, 2), tick.words) for tick in scale.ticks()]
    return Points(tuple(found), named, tuple(axis.ticks()), tuple(ticks), scale.logarithmic, len(figures) - len(dated))


def _speaker(lookup: Lookup, figure: Figure) -> str:
    said = lookup.statement(figure.statement)
    report = lookup.report(figure.report)
    if said is not None:
        return source(said, report)
    return (report.outlet if report else None) or "outlet not known"


def _day_of(lookup: Lookup, figure: Figure) -> date | None:
    """The day that a figure is of: as of when it counts, the end of its time, or when it was said."""
    said = lookup.statement(figure.statement)
    report = lookup.report(figure.report)
    values = (
        figure.as_of,
        figure.until,
        figure.since,
        said.said if said else None,
        report.published if report else None,
    )
    return next((day for value in values if (day := whole_day(value))), None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: from the left and from the top in per cent, its size, and whether its name has room."""

    place: Named
    left: float
    top: float
    radius: float
    labelled: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """Places by their coordinates, without a map under them. `outside` lie elsewhere, `unknown` have none."""

    spots: tuple[Spot, ...]
    west_east: tuple[Tick, ...]
    north_south: tuple[Tick, ...]
    outside: int
    unknown: int


def plotted(places: Sequence[Named]) -> Plot | None:
    """The places whose coordinates are known, as far as they lie where most of them do; None for fewer than two."""
    known = [place for place in places if place.latitude is not None and place.longitude is not None]
    exact = [place for place in known if place.precision != "country"] or known
    if len(exact) < 2:
        return None
    west, east = _most_of([(place.longitude or 0.0, place.mentions) for place in exact])
    south, north = _most_of([(place.latitude or 0.0, place.mentions) for place in exact])
    west, east, south, north = _framed(west, east, south, north)
    spots: list[Spot] = []
    inside = [
        place for place in exact if west <= (place.longitude or 0) <= east and south <= (place.latitude or 0) <= north
    ]
    highest = max((place.mentions for place in inside), default=1)
    for place in inside[:_SPOTS]:
        left = round(100 * ((place.longitude or 0) - west) / (east - west), 2)
        top = round(100 * (north - (place.latitude or 0)) / (north - south), 2)
        named = any(spot.place.name == place.name for spot in spots if spot.labelled)
        free = not named and all(
            abs(spot.left - left) > 14 or abs(spot.top - top) > 4 for spot in spots if spot.labelled
        )
        radius = round(3 + 11 * math.sqrt(place.mentions / highest), 1)
        spots.append(Spot(place, left, top, radius, free and len(spots) < _LABELLED and left < 86))
    degrees_east = [
        Tick(round(100 * (value - west) / (east - west), 2), _degrees(value, "E", "W")) for value in _grid(west, east)
    ]
    degrees_north = [
        Tick(round(100 * (north - value) / (north - south), 2), _degrees(value, "N", "S"))
        for value in _grid(south, north)
    ]
    return Plot(
        tuple(reversed(spots)),
        tuple(degrees_east),
        tuple(degrees_north),
        len(known) - len(spots),
        len(places) - len(known),
    )


#: More circles than these would weigh more than they show.
_SPOTS = 160
_LABELLED = 40
#: The drawing is three wide and two high.
_RATIO = 1.5


def _most_of(values: list[tuple[float, int]]) -> tuple[float, float]:
    """Between which values most mentions lie: all but one in twenty at either end."""
    values.sort()
    total = sum(count for _, count in values)
    reached, low, high = 0, values[0][0], values[-1][0]
    for value, count in values:
        if reached <= total * 0.05:
            low = value
        if reached <= total * 0.95:
            high = value
        reached += count
    return low, high


def _framed(west: float, east: float, south: float, north: float) -> tuple[float, float, float, float]:
    """A frame around these degrees, widened to the shape of the drawing, in which a kilometre east is as long as one
    north in its middle."""
    middle = math.cos(math.radians(max(-80.0, min(80.0, (south + north) / 2))))
    wide, high = max(0.2, (east - west) * 1.16), max(0.2, (north - south) * 1.16)
    if wide * middle < high * _RATIO:
        wide = high * _RATIO / middle
    else:
        high = wide * middle / _RATIO
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / 2, x + wide / 2, y - high / 2, y + high / 2


def _grid(low: float, high: float) -> list[float]:
    step = next(step for step in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 400) if (high - low) / step <= 5)
    first = math.ceil(low / step)
    return [round(number * step, 2) for number in range(first, math.floor(high / step) + 1)]


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):g}° {positive if value >= 0 else negative}"
