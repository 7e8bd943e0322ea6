"""`counterclaim evaluate places DATA`: where the places are that reports on Syria name, against a reader's labels.

DATA holds `data/syria/reports.jsonl`; the labels, `benchmarks/labels/places.jsonl`, are part of the project, and
`places.md` beside them says what they hold. They are a test set: look at the figures alone.

A place counts for a label if they overlap and no other shares more of their characters. It is right if its coordinates
lie within 161 km (100 miles) of the label's, or of another point that the label gives; a country is right by its code
as well. A label without a place is wrong, and so is one whose place has no coordinates.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.labelled import Collected, interval, labels_file, read_labels, syrian_reports
from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Annotations, Place, Span

#: How far from the label a place may be, in km: 100 miles, as gazetteers' work is commonly measured.
NEAR = 161.0
PRECISIONS = ("city", "region", "country")

_EARTH_RADIUS = 6371.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a place: latitude and longitude in degrees of each point that is right, ISO 3166 alpha-3 code of its
    country (None where states dispute it), and whether it is a city, a region or a country."""

    report: str
    span: Span
    points: tuple[Point, ...]
    country: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class _Case:
    label: Label
    found: bool
    placed: bool
    right: bool
    same_country: bool


def evaluate_places(data: Path, labels: Path | None = None) -> Scored:
    """Annotate the labelled reports and score their places. Raises `UnreadableInput` where labels or reports are
    absent."""
    from counterclaim.annotate import annotate  # loads the parser

    reports = syrian_reports(data)
    read = read_labels(labels or labels_file("places"), reports, read_label)
    found = {key: annotate(reports[key].report) for key in dict.fromkeys(label.report for label in read)}
    return score_places(read, found)


def score_places(labels: Sequence[Label], found: Mapping[str, Annotations]) -> Scored:
    """The share of labels whose place is near enough, of all and of those with coordinates. The last row says how many
    would be right if the best one of the labels' own points were the answer to all."""
    cases = [_case(label, found[label.report].places) for label in labels]
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name in ("all", *PRECISIONS):
        those = [case for case in cases if name in ("all", case.label.precision)]
        placed, right = sum(case.placed for case in those), sum(case.right for case in those)
        counted = [case for case in those if case.label.country]
        shares = {
            "found": percent(sum(case.found for case in those), len(those)),
            "placed": percent(placed, len(those)),
            "right_of_placed": percent(sum(case.right and case.placed for case in those), placed),
            "country": percent(sum(case.same_country for case in counted), len(counted)),
            "right": percent(right, len(those)),
        }
        between = interval([case.right for case in those])
        rows.append((name, len(those), *shares.values(), f"{between[0]:.0f} to {between[1]:.0f}" if between else None))
        scores |= {f"places.{name}.{key}": share for key, share in shares.items() if share is not None}
    one = max((_right_everywhere(point, labels) for label in labels for point in label.points), default=0)
    rows.append(("always one point", len(labels), None, None, None, None, percent(one, len(labels)), None))
    columns = ("places", "of", "found %", "placed %", "right of placed %", "country %", "right of all %", "95 %")
    table = Table("Places in reports on Syria, right within 161 km", columns, tuple(rows), scores)
    return Scored(table, {f"places: {case.label.report} {case.label.span.start}": case.right for case in cases})


def _case(label: Label, places: Iterable[Place]) -> _Case:
    place = _best(label.span, places)
    if place is None:
        return _Case(label, found=False, placed=False, right=False, same_country=False)
    same_country = label.country is not None and place.country == label.country
    point = _point(place)
    near = point is not None and any(kilometres(point, other) <= NEAR for other in label.points)
    right = near or (label.precision == "country" and same_country)
    return _Case(label, True, point is not None, right, same_country)


def _best(span: Span, places: Iterable[Place]) -> Place | None:
    """The place that overlaps `span` and shares most of the characters of both; of those, one with coordinates."""

    def shared(place: Place) -> tuple[float, bool]:
        common = min(span.end, place.span.end) - max(span.start, place.span.start)
        return common / (max(span.end, place.span.end) - min(span.start, place.span.start)), bool(_point(place))

    return max((place for place in places if place.span.overlaps(span)), key=shared, default=None)


def _point(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _right_everywhere(point: Point, labels: Iterable[Label]) -> int:
    return sum(any(kilometres(point, other) <= NEAR for other in label.points) for label in labels)


def kilometres(left: Point, right: Point) -> float:
    """The great-circle distance of two points, given in degrees, on a sphere of the Earth's mean radius."""
    (north, east), (other_north, other_east) = (tuple(map(math.radians, point)) for point in (left, right))
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(half))


def read_label(entry: Mapping[str, Any], collected: Collected) -> Label:
    """A line of the labels. Raises `KeyError`, `TypeError` or `ValueError` if it is laid out otherwise."""
    points = [(entry["latitude"], entry["longitude"]), *entry.get("also", ())]
    if entry["precision"] not in PRECISIONS:
        raise ValueError(entry["precision"])
    return Label(
        entry["report"],
        collected.span(entry["span"]),
        tuple((float(north), float(east)) for north, east in points),
        entry["country"],
        entry["precision"],
    )
