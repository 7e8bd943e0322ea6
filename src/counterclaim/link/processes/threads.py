"""Which processes are one that goes on from report to report: "the truce" a week later, the second stage of an
exchange, talks that were broken off and resume elsewhere.

Those that days, parties and places made one already (`together.py`) are taken in the order in which they were first
told; each goes on with the one before it that most speaks for, or is one of its own. What is called new, what begins
after the other ended, what is of other parties or elsewhere, and what was told too long after it, is another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from counterclaim.link.pile import Pile
from counterclaim.link.processes.courses import EARLY, LATE, LEAD, NEAR, OPEN, WISHES, Course
from counterclaim.link.processes.dates import apart, days
from counterclaim.link.processes.parties import key_of
from counterclaim.link.processes.reading import Days, Reading
from counterclaim.link.when import published
from counterclaim.records import ProcessKind, ProcessState, Span

S = ProcessState

#: A process may be gone on about so many days after it was last told of; what comes of a plan later (`LEAD`).
_GOES_ON = 21
#: What two have to have in common, in points, and how many processes before it each is set beside.
_ENOUGH, _FEW = 3.0, 12
#: Names that more reports than this have, as a share and at least, tell nothing of which process is meant.
_COMMON, _SMALL = 0.12, 12
_AFRESH = re.compile(
    r"\b(?:resum\w+|reconven\w+|re-?open\w*|restart\w*|reviv\w+|interrupt\w+|broken off|br(?:oke|eaking) off"
    r"|call\w* off"
    r"|walk\w* out|postpon\w+|delay\w+|put off|suspend\w*)\b",
    re.I,
)
STAGE = re.compile(
    r"\b(?:second|third|fourth|next|final|last|new) (?:stage|phase|part|half|group|batch)\b[^.;]{0,30}\b"
    r"(?:exchange|swap|withdrawal|evacuation|disengagement|pull-?(?:out|back)|truce|cease-?fire|deal|agreement)s?\b",
    re.I,
)
#: Kinds that may stop and go on again as the same.
_INTERRUPTED = frozenset({ProcessKind.TALKS, ProcessKind.CORRIDOR, ProcessKind.EVACUATION, ProcessKind.EXCHANGE})
_THERE = frozenset({S.IN_FORCE, S.VIOLATED, S.EXTENDED, S.SUSPENDED, S.ENDED, S.CARRIED_OUT})
_OVER = frozenset({S.ENDED})
#: Words for a side that has no name.
_RULES = re.compile(r"\b(?:government|army|regime|armed forces|military|troops|ministry|soldiers)\b", re.I)
_REBELS = re.compile(
    r"\b(?:rebels?|opposition|insurgents?|separatists?|militants?|militia|guerrillas?|fighters)\b", re.I
)


@dataclass(slots=True)
class _Whole:
    """A process so far, as it is looked at for going on: its courses, and what they have together."""

    courses: list[Course]
    readings: list[Reading] = field(default_factory=list)
    occasions: list[Days] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    where: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    told: list[date] = field(default_factory=list)
    new: bool = False

    def take(self, other: _Whole) -> None:
        """This one goes on with another."""
        self.courses += other.courses
        self.readings += other.readings
        self.occasions += other.occasions
        self.told += other.told
        for mine, more in (
            (self.parties, other.parties),
            (self.common, other.common),
            (self.voices, other.voices),
            (self.sides, other.sides),
            (self.where, other.where),
            (self.places, other.places),
            (self.marks, other.marks),
            (self.names, other.names),
            (self.reports, other.reports),
        ):
            mine |= more


def going_on(pile: Pile, groups: Sequence[Sequence[Course]]) -> Iterator[tuple[str, str]]:
    """Pairs of courses, by their ids, whose processes are one that goes on."""
    kinds: dict[ProcessKind, list[_Whole]] = defaultdict(list)
    for group in groups:
        if not any(reading.pair for course in group for reading in course.readings):
            kinds[group[0].kind].append(_whole(pile, group))
    for kind in sorted(kinds):
        open_ones: list[_Whole] = []
        for whole in sorted(kinds[kind], key=lambda w: (_first(w), w.courses[0].id)):
            scored = [(_points(pile, one, whole), n) for n, one in enumerate(open_ones)]
            best = max(scored, default=(0.0, 0))
            if best[0] >= _ENOUGH:
                one = open_ones.pop(best[1])
                yield one.courses[0].id, whole.courses[0].id
                one.take(whole)
                open_ones.append(one)
            else:
                open_ones.append(whole)
            del open_ones[:-_FEW]


def _first(whole: _Whole) -> date:
    return min((*whole.told, *(span[0] for span in whole.occasions)), default=date.max)


def _whole(pile: Pile, group: Sequence[Course]) -> _Whole:
    whole = _Whole(list(group))
    most = max(_SMALL, _COMMON * len(pile.reports))
    for course in group:
        report = course.readings[0].report
        whole.readings += course.readings
        whole.occasions += course.occasions
        whole.where |= course.where
        whole.marks |= course.marks
        whole.places |= {place for place in course.places if pile.frequency.get(place, 0) <= most}
        whole.reports.add(report)
        if (day := published(pile, report)) is not None:
            whole.told.append(day)
    for report in whole.reports:
        source = pile.reports[report]
        line = f"{source.dateline or ''} {source.outlet or ''}".lower()
        for entity in pile.named_in(report, Span.of(source.text, 0, len(source.text))):
            if pile.frequency.get(entity.id, 0) <= most and entity.name.lower() not in line:
                whole.names.add(entity.id)
    for reading in whole.readings:
        outside = reading.state in WISHES
        for who in (*reading.acting, *reading.sides):
            key = key_of(pile, who)
            if key is not None:
                (whole.voices if outside and who not in reading.sides else whole.parties).add(key)
                if pile.frequency.get(who.entity or "", 0) > most:
                    whole.common.add(key)
            whole.sides |= {side for side, words in _SIDES if who.entity is None and words.search(who.name)}
        voice = reading.claimed_by
        if voice is not None and voice.entity is not None and not _is_outlet(pile, reading, voice.name):
            key = key_of(pile, voice) or voice.entity
            whole.voices.add(key)
            if pile.frequency.get(voice.entity, 0) > most:
                whole.common.add(key)
    whole.new = any(reading.new for reading in whole.readings)
    return whole


_SIDES = (("rules", _RULES), ("rebels", _REBELS))


def _is_outlet(pile: Pile, reading: Reading, name: str) -> bool:
    return name == pile.reports[reading.report].outlet


def _points(pile: Pile, one: _Whole, later: _Whole) -> float:
    """How much speaks for it that `later` goes on with `one`; 0 where it cannot."""
    if one.reports & later.reports or (one.marks and later.marks and not one.marks & later.marks):
        return 0
    stage = any(STAGE.search(r.evidence.text) for r in later.readings)
    parties, where = one.parties & later.parties, one.where & later.where
    if one.where and later.where and not where and len(parties) < 2:
        return 0
    if not (stage or _may_follow(pile, one, later)) or not _in_time(one, later, stage, bool(parties)):
        return 0
    if len(one.parties) > 1 and len(later.parties) > 1 and len(parties) < 2:
        return 0  # the truce with another one
    if one.parties and later.parties and not parties and not one.sides | later.sides:
        both = one.parties & later.voices and later.parties & one.voices
        if not both and max(len(one.parties), len(later.parties)) > 1:
            return 0
    involved = ((one.parties | one.voices) & (later.parties | later.voices)) - parties
    definite = any(r.definite or r.state in _THERE for r in later.readings)
    # Whom every second report names says little: with the army of a country at war there are many truces.
    common = one.common | later.common
    places = (one.places & later.places) - where
    names = (one.names & later.names) - (one.places & later.places)
    own = (parties | involved) - common
    stops = _takes_up(later) or (_first(one) == _first(later) and _takes_up(one))
    if not (own or where or places or stage or one.marks & later.marks or (len(names) > 1 - stops and _is_small(pile))):
        return 0
    return (
        2.0 * min(2, len(parties - common))
        + 1.5 * min(2, len(involved - common))
        + 0.5 * len((parties | involved) & common)
        + 0.5 * len(one.sides & later.sides)
        + 2.0 * bool(where)
        + 2.0 * bool(one.marks & later.marks)
        + 1.0 * min(2, len(places))
        + 0.5 * min(3, len(names))
        + 1.0 * definite
        + 1.5 * stage
        + 1.5 * stops
        + 0.5 * (_is_small(pile) and _comes_of(one, later))
    )


def _comes_of(one: _Whole, later: _Whole) -> bool:
    """Whether one was only wished for or agreed, and the other was done."""
    return all(r.state in OPEN | EARLY for r in one.readings) and any(r.state in LATE for r in later.readings)


def _takes_up(whole: _Whole) -> bool:
    """Whether it speaks of one that is known, and of its stopping or going on again."""
    return any(r.definite and _AFRESH.search(r.evidence.text) for r in whole.readings)


def _is_small(pile: Pile) -> bool:
    """Whether the reports of a pile are few enough to be of one story."""
    return len(pile.reports) <= _SMALL


def _may_follow(pile: Pile, one: _Whole, later: _Whole) -> bool:
    """Whether what is told of a process can come after what is told of another, if both are one."""
    afresh = later.courses[0].kind in _INTERRUPTED and any(
        _AFRESH.search(r.evidence.text) for r in (*one.readings, *later.readings)
    )
    if later.new and not (one.new and later.new):
        return afresh
    wish = all(r.state in WISHES and not r.definite for r in later.readings)
    if wish and any(r.state in _THERE | {S.AGREED} for r in one.readings):
        return afresh
    over = [span[1] for r in one.readings if r.state in _OVER and (span := days(r.date))]
    begins = [r.occasion[0] for r in later.readings if r.occasion and r.state in EARLY | LATE]
    if over and begins and min(begins) > max(over) and not afresh:
        return False
    if not one.occasions or not later.occasions:
        return True
    if min(apart(a, b) for a in one.occasions for b in later.occasions) <= NEAR:
        return True
    first = [r.occasion[1] for r in one.readings if r.occasion and r.state in EARLY]
    lead = [(b - a).days for a in first for b in begins]
    return afresh or any(0 <= n <= LEAD.get(later.courses[0].kind, 0) for n in lead)


def _in_time(one: _Whole, later: _Whole, stage: bool, known: bool) -> bool:
    """Whether one was told of so long before the other that this may go on with it."""
    kind = later.courses[0].kind
    room = LEAD.get(kind, _GOES_ON) if known or stage else _GOES_ON
    last = max((*one.told, *(span[1] for span in one.occasions)), default=None)
    first = min((*later.told, *(span[0] for span in later.occasions)), default=None)
    return last is not None and first is not None and (first - last).days <= room
