"""Which processes of several reports are one: of a kind, known by near days, with a party or a place in common.

What no report says the day of ("the truce has collapsed") is of the last that began shortly before, and a proposal of
what came of it soon after.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any

from counterclaim.link.groups import components
from counterclaim.link.pile import Pile
from counterclaim.link.processes.courses import EARLY, LATE, LEAD, NEAR, OPEN, UNMET, WISHES, Course
from counterclaim.link.processes.dates import apart, days
from counterclaim.link.processes.parties import key_of
from counterclaim.link.processes.reading import Reading
from counterclaim.link.processes.threads import going_on
from counterclaim.link.when import days_apart_out, published, windows, within
from counterclaim.records import EntityKind, ProcessKind, ProcessState, Span
from counterclaim.records.timex import date_span

S = ProcessState

#: Reports that came out within so many days of each other may speak of one process without saying of which.
_TOGETHER = 3
#: A process that is not said to be one of a certain day is the last that began within so many days before.
_LATELY = 21
#: The same where all its parties are named, two or more of them.
_OF_THESE = 200
#: The end of one may be told so many days after it began; a proposal comes no more than so many before.
_AFTER_ALL, _LEAD = 45, 14
#: As wide a time as "in late September", in days.
_MONTH = 31
#: States of one that is there, and answers to one that somebody proposed.
_THERE = frozenset({S.IN_FORCE, S.VIOLATED, S.EXTENDED, S.SUSPENDED, S.ENDED})
_ANSWERED = frozenset({S.PROPOSED, S.OFFERED, S.ACCEPTED, S.REFUSED})
#: A place that more than this share of the reports name says little about which process is meant; in a small pile any
#: may be named everywhere.
_COMMON_PLACE, _SMALL = 0.12, 12.0


def together(pile: Pile, courses: Mapping[str, Course]) -> list[list[str]]:
    """The ids of courses, those of one process together."""
    pairs = list(_pairs(pile, list(courses.values())))
    known = [[courses[key] for key in group] for group in components(courses, pairs)]
    pairs += [(left.id, right.id) for left, right in _adrift(pile, known)]
    known = [[courses[key] for key in group] for group in components(courses, pairs)]
    pairs += going_on(pile, known)
    return components(courses, pairs)


def _pairs(pile: Pile, courses: Sequence[Course]) -> Iterator[tuple[str, str]]:
    """Processes of two reports that are one. They are looked for among those of a kind that share a party or place and
    are known by near days, or were told on near days."""
    blocks: dict[tuple[str, ...], list[Course]] = defaultdict(list)
    for course in courses:
        for key in _keys(pile, course):
            blocks[key].append(course)
    for key in sorted(blocks):
        members = sorted(blocks[key], key=lambda c: (_when(pile, c), c.id))
        # Next to each other by their days: pairs grow with the reports, not with their square.
        for left, right in itertools.pairwise(members):
            if left.readings[0].report == right.readings[0].report:
                continue
            if ("around" in key and _set_apart(pile, (left,), (right,))) or not _one(pile, left, right):
                continue
            yield left.id, right.id


def _set_apart(pile: Pile, left: Sequence[Course], right: Sequence[Course]) -> bool:
    """Whether two processes of one time are of others, or elsewhere: both name brokers, places or parties, and share
    none. Of one that keeps it and another that breaks it, both may be parties, where the reports name a place in
    common."""
    if any(one and other and not one & other for one, other in _of_both(left, right, "brokers", "where", "marks")):
        return True
    parties = [_principals(pile, side) for side in (left, right)]
    if min(map(len, parties)) > 1:
        return len(parties[0] & parties[1]) < 2  # with another one
    if not all(parties) or parties[0] & parties[1]:
        return False
    return max(map(len, parties)) > 1 or not _around(pile, left) & _around(pile, right)


def _of_both(
    left: Sequence[Course], right: Sequence[Course], *names: str
) -> Iterator[tuple[frozenset[Any], frozenset[Any]]]:
    """What the courses of two processes have under each of these names."""
    for name in names:
        one, other = (frozenset(chain.from_iterable(getattr(c, name) for c in side)) for side in (left, right))
        yield one, other


def _principals(pile: Pile, courses: Sequence[Course]) -> frozenset[str]:
    """Keys of those who keep, break or agree to a process; who only wishes for it may be anybody."""
    acting = (w for c in courses for r in c.readings if r.state not in WISHES for w in (*r.acting, *r.sides))
    return frozenset(key for who in acting if (key := key_of(pile, who)))


def _around(pile: Pile, courses: Sequence[Course]) -> frozenset[str]:
    """The places that the reports of some courses name, but for those that many reports of the pile do."""
    found: set[str] = set()
    for report in dict.fromkeys(c.readings[0].report for c in courses):
        text, line = pile.reports[report].text, (pile.reports[report].dateline or "").lower()
        for entity in pile.named_in(report, Span.of(text, 0, len(text))):
            if entity.kind is EntityKind.PLACE and _is_telling(pile, entity.id):
                found |= {entity.id} if entity.name.lower() not in line else set()
    return frozenset(found)


def _is_telling(pile: Pile, place: str) -> bool:
    """Whether a place says which process is meant."""
    return pile.frequency.get(place, 0) <= max(_SMALL, _COMMON_PLACE * len(pile.reports))


def _adrift(pile: Pile, groups: Sequence[Sequence[Course]]) -> Iterator[tuple[Course, Course]]:
    """Ceasefires that no report says the day of, each with the one that it most likely is: the proposal of one that
    began soon after, or one that began shortly before."""
    known = [(begun, n) for n, group in enumerate(groups) if (begun := _began(group)) is not None]
    known.sort()
    for group in groups:
        when = _told_of(pile, group)
        if when is None:
            continue
        first, last = (bisect_left(known, (when + timedelta(days=d), -1)) for d in (-_AFTER_ALL, _LEAD + 1))
        fitting = [
            (score, begun, groups[n][0].id, n)
            for begun, n in known[first:last]
            if (score := _fits(pile, group, groups[n], (begun - when).days))
        ]
        if fitting:
            yield group[0], groups[max(fitting)[3]][0]


def _began(group: Sequence[Course]) -> date | None:
    """The day a ceasefire began by any report, None where none tells it nearly."""
    near = [span[0] for c in group for span in c.occasions if (span[1] - span[0]).days <= 2 * _TOGETHER]
    return min(near) if near and group[0].kind is ProcessKind.CEASEFIRE else None


def _told_of(pile: Pile, group: Sequence[Course]) -> date | None:
    """The day that the first state of a ceasefire without days of its own is of, or on which a report tells it; None
    of any other, and of one that is wished for, said to be another one, or known by a year."""
    readings = [r for course in group for r in course.readings]
    if group[0].kind is not ProcessKind.CEASEFIRE or any(c.occasions for c in group) or any(r.new for r in readings):
        return None
    if not any(r.definite or r.state in _THERE or r.state in _ANSWERED for r in readings):
        return None
    dated = sorted(span for r in readings if not r.spoken and r.date and (span := date_span(r.date)))
    if dated:
        return dated[0][1] if (dated[0][1] - dated[0][0]).days <= _MONTH else None
    return published(pile, readings[0].report)


def _fits(pile: Pile, group: Sequence[Course], other: Sequence[Course], later: int) -> int:
    """How much speaks for it that a ceasefire without a day is one that began so many days `later`, or before."""
    readings, whole = ([r for course in side for r in course.readings] for side in (group, other))
    states = {r.state for r in readings}
    proposal = bool(states & _ANSWERED) and states <= OPEN
    if not proposal and later > 1:
        return 0
    room = _AFTER_ALL if states == {S.ENDED} else _LATELY
    if -later > min(room, _lasts(whole)) or _set_apart(pile, group, other):
        return 0
    marks, parties, places = (len(a & b) for a, b in _of_both(group, other, "marks", "parties", "places"))
    same = 3 * marks + 3 * parties + 2 * places
    return (
        0 if proposal and later >= 0 and not same else same + min(3, len(_around(pile, group) & _around(pile, other)))
    )


def _keys(pile: Pile, course: Course) -> Iterator[tuple[str, ...]]:
    kind = course.kind.value
    if all(r.pair for r in course.readings):
        if all(r.state in UNMET for r in course.readings):
            yield kind, "pair", *sorted(course.parties)
        return
    for shared in sorted(course.parties | course.places):
        yield kind, shared
    for first, last in course.occasions:
        if (last - first).days <= _TOGETHER * 2:  # a day or a week: what has no party in common may still be one
            yield from ((kind, "around", str(window)) for window in windows(first.toordinal(), NEAR))
    if len(course.parties) > 1:
        yield kind, "all", *sorted(course.parties)


def _when(pile: Pile, course: Course) -> date:
    told = published(pile, course.readings[0].report)
    known = course.occasions or [span for r in course.readings if (span := days(r.date))]
    return min(known)[0] if known else told or date.max


def _one(pile: Pile, left: Course, right: Course) -> bool:
    """Whether two courses that share a party or a place are of one process."""
    if all(r.pair for r in (*left.readings, *right.readings)):
        return left.parties == right.parties
    if left.marks and right.marks and not left.marks & right.marks:
        return False
    known = [course.occasions for course in (left, right)]
    if all(known):
        return min(apart(a, b) for a in known[0] for b in known[1]) <= NEAR
    if any(known):
        return _leads_to(left, right) or _leads_to(right, left) or _lately(pile, left, right)
    return within(days_apart_out(pile, left.readings[0].report, right.readings[0].report), _TOGETHER, unknown=False)


def _lately(pile: Pile, left: Course, right: Course) -> bool:
    """Whether what one report speaks of without saying when is what another says began shortly before."""
    known, other = (left, right) if left.occasions else (right, left)
    told = published(pile, other.readings[0].report)
    telling = {place for place in known.places & other.places if _is_telling(pile, place)}
    if told is None or not (telling or known.parties & other.parties) or any(r.new for r in other.readings):
        return False
    if len(known.parties) > 1 and len(other.parties) > 1 and len(known.parties & other.parties) < 2:
        return False  # with another one
    if all(r.state in WISHES and not r.definite for r in other.readings):
        return False  # who wants one to come about speaks of none that is there
    same = len(known.parties) > 1 and known.parties == other.parties
    begun = told >= min(first for first, _ in known.occasions)
    room = min(_OF_THESE if same else _LATELY, _lasts(known.readings))
    return begun and (told - max(last for _, last in known.occasions)).days <= room


def _lasts(readings: Sequence[Reading]) -> int:
    """For how many days a process that is said to last so long may be spoken of as going on, or as just over."""
    hours = [int(r.mark.split()[0]) for r in readings if r.mark and r.mark.endswith(" hours")]
    times = 2 if any(r.state is S.EXTENDED for r in readings) else 1
    return times * max(hours) // 24 + 2 * _TOGETHER if hours else _OF_THESE


def _leads_to(left: Course, right: Course) -> bool:
    """Whether one is a proposal of what the other says was agreed or done soon after."""
    if left.occasions or not all(r.state in OPEN for r in left.readings):
        return False
    said = [span[0] for r in left.readings if (span := days(r.date))]
    done = [r.occasion[0] for r in right.readings if r.occasion and r.state in EARLY | LATE]
    return bool(said and done) and 0 <= (min(done) - max(said)).days <= LEAD.get(left.kind, 14)
