"""The readings of one report put together: each process that it tells of is a `Course`.

What is known by its days comes first. Then each reading goes to the process it can best be of: it goes on being the one
that was spoken of before, unless it is called another one, has another length, or is known by days that are far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from counterclaim.link.processes.dates import apart, days
from counterclaim.link.processes.reading import Days, Reading
from counterclaim.records import ProcessKind, ProcessState, content_id

#: Days that two accounts of one process may lie apart, as of its agreement and its start.
NEAR = 3
#: A state that is an open question between two, not a happening with a day of its own.
OPEN = frozenset({
    ProcessState.OFFERED, ProcessState.REFUSED, ProcessState.DEMANDED, ProcessState.CALLED_FOR, ProcessState.PROPOSED,
    ProcessState.ACCEPTED, ProcessState.THREATENED,
})  # fmt: skip

#: States of a meeting that has not come about.
UNMET = OPEN | {ProcessState.AGREED}
#: States of one that somebody wants to come about.
WISHES = frozenset({
    ProcessState.OFFERED, ProcessState.DEMANDED, ProcessState.CALLED_FOR, ProcessState.PROPOSED,
})  # fmt: skip

ONCE = frozenset({ProcessState.AGREED, ProcessState.IN_FORCE, ProcessState.CARRIED_OUT, ProcessState.ENDED})
_OVER = frozenset({ProcessState.ENDED, ProcessState.VIOLATED, ProcessState.SUSPENDED})
EARLY = frozenset({ProcessState.AGREED, ProcessState.SCHEDULED})
LATE = frozenset({ProcessState.IN_FORCE, ProcessState.CARRIED_OUT, ProcessState.HELD})
#: How many days may pass between the word and the deed, where it is not at once as with a ceasefire.
LEAD = dict.fromkeys(
    (
        ProcessKind.EXCHANGE,
        ProcessKind.EVACUATION,
        ProcessKind.WITHDRAWAL,
        ProcessKind.TALKS,
        ProcessKind.HOTLINE,
        ProcessKind.CORRIDOR,
        ProcessKind.DEPLOYMENT,
    ),
    45,
)


@dataclass(slots=True)
class Course:
    """A process as one report tells it."""

    readings: list[Reading] = field(default_factory=list)

    @property
    def kind(self) -> ProcessKind:
        """What kind of process it is."""
        return self.readings[0].kind

    @property
    def occasions(self) -> list[Days]:
        """The days it is known by."""
        return [r.occasion for r in self.readings if r.occasion]

    @property
    def parties(self) -> frozenset[str]:
        """Keys of those who take part in it or bring it about."""
        return frozenset(key for r in self.readings for key in r.parties)

    @property
    def places(self) -> frozenset[str]:
        """The places it is named with."""
        return frozenset(key for r in self.readings for key in r.places)

    @property
    def where(self) -> frozenset[str]:
        """The places that are shown."""
        return frozenset(place for r in self.readings for place in r.where)

    @property
    def brokers(self) -> frozenset[str]:
        """Keys of those who brought others to agree."""
        return frozenset(key for r in self.readings for key in r.brokers)

    @property
    def marks(self) -> frozenset[str]:
        """What tells it from others of its kind: how long it is to last, or who is exchanged."""
        return frozenset(r.mark for r in self.readings if r.mark)

    @property
    def id(self) -> str:
        """What it is filed under: its first reading."""
        first = self.readings[0]
        return content_id(
            "process", first.kind.value, first.report, first.at, first.place if first.place is not None else -1
        )


def courses_of(readings: Sequence[Reading]) -> list[Course]:
    """The processes of one report: each reading goes to the one it can best be of, or opens another."""
    courses: list[Course] = []
    # What is known by its days comes first: the truce that was agreed, before those who speak of "the truce".
    for reading in sorted(readings, key=lambda r: (r.again, r.occasion is None, r.at)):
        course = _best(courses, reading)
        if course is None:
            course = Course()
            courses.append(course)
        course.readings.append(reading)
    for course in courses:
        course.readings.sort(key=lambda r: (r.at, r.state.value))
    return sorted(courses, key=lambda c: (c.readings[0].at, c.readings[0].place or 0))


def _best(courses: Sequence[Course], reading: Reading) -> Course | None:
    fitting = [(gap, n) for n, course in enumerate(courses) if (gap := _gap(course, reading)) is not None]
    return courses[min(fitting)[1]] if fitting else None


def _gap(course: Course, reading: Reading) -> tuple[int, int] | None:
    """How far a reading is from a process of its report: in days, then in characters; None if it is of another one."""
    if course.kind is not reading.kind or any(r.pair != reading.pair for r in course.readings):
        return None
    listed = {r.place for r in course.readings if r.at == reading.at and r.place is not None}
    if reading.place is not None and listed and reading.place not in listed:
        return None
    if reading.mark and course.marks and reading.mark not in course.marks:
        return None
    owners = frozenset(key for r in course.readings for key in r.owners)
    if reading.owners and owners and not reading.owners & owners:
        return None
    if reading.again:
        named = [r.at for r in course.readings if r.at < reading.at]
        return (0, reading.at - max(named)) if named else None
    if any(_two(r, reading) for r in course.readings):
        return None
    far = min(abs(r.at - reading.at) for r in course.readings)
    if reading.pair:
        open_both = reading.state in UNMET and all(r.state in UNMET for r in course.readings)
        return (0, far) if open_both and course.parties == reading.parties else None
    if _follows(course, reading):
        return NEAR, far
    if reading.occasion and course.occasions:
        gap = min(apart(reading.occasion, known) for known in course.occasions)
        return (gap, far) if gap <= NEAR else None
    first = reading.definite and all(reading.at < r.at for r in course.readings)  # "the second truce", then "the truce"
    if reading.new and far > 0 and not first:
        return None
    if reading.definite and all(r.new for r in course.readings):
        return NEAR + 3, far  # a previous one, or another
    if reading.occasion or not course.occasions:
        return NEAR + 1, far
    # "The truce": the one spoken of last before it.
    before = [r.at for r in course.readings if r.at <= reading.at]
    return (NEAR + 1, reading.at - max(before)) if before else (NEAR + 2, far)


def _two(one: Reading, other: Reading) -> bool:
    """Whether two readings of a report cannot be of one process: a wish for "a ceasefire" where one holds, or is agreed
    as "a halt of three days"; an end before the beginning."""
    for wish, there in ((one, other), (other, one)):
        begun = _before(there, wish) or not (there.occasion or there.definite)
        if _is_wish(wish) and there.state in EARLY | LATE and wish.at != there.at and begun:
            return True
    for end, start in ((one, other), (other, one)):
        ended = days(end.date) if end.state in _OVER else None
        if ended and start.occasion and start.state in EARLY | LATE and (start.occasion[0] - ended[1]).days > NEAR:
            return True
    return False


def _is_wish(reading: Reading) -> bool:
    """Whether it is one that somebody wants to come about, and not one that is there."""
    return reading.state in WISHES and not reading.definite and reading.occasion is None


def _before(reading: Reading, wish: Reading) -> bool:
    """Whether the process had begun when somebody wished for "a ceasefire"."""
    since, said = reading.occasion, days(wish.date)
    return since is not None and said is not None and reading.state in EARLY | LATE and since[1] < said[0]


def _follows(course: Course, reading: Reading) -> bool:
    """Whether "the exchange", agreed or carried out, is the one that was carried out after it or agreed before it."""
    if reading.place is not None or not (reading.definite or any(r.definite for r in course.readings)):
        return False
    room = LEAD.get(reading.kind, 0)
    for other in course.readings:
        first, last = sorted((reading, other), key=lambda r: (r.occasion or (date.max, date.max))[0])
        if other.place is not None or not (first.occasion and last.occasion):
            continue
        lead = (last.occasion[0] - first.occasion[0]).days
        if first.state in EARLY and last.state in LATE and 0 <= lead <= room:
            return True
    return False
