"""Readings put together: one process for each ceasefire, exchange, round of talks … that reports tell of.

Inside a report a process goes on being the one that was spoken of before, unless it is called another one, has
another length, or is known by days that are far from those. Across reports two are one if they are of a kind, are
known by near days, and share a party or a place; what is known by nothing stays its report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from counterclaim.link.origins.sentences import sentences_of
from counterclaim.link.pile import Pile
from counterclaim.link.processes.barter import barter_readings
from counterclaim.link.processes.contested import contested
from counterclaim.link.processes.courses import ONCE, Course, courses_of
from counterclaim.link.processes.dates import days, nth_day
from counterclaim.link.processes.deeds import deed_readings
from counterclaim.link.processes.named import named_readings
from counterclaim.link.processes.naming import name_of
from counterclaim.link.processes.nouns import Phrase, phrases
from counterclaim.link.processes.parties import parties_of
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.threads import STAGE
from counterclaim.link.processes.together import together
from counterclaim.records import (
    EntityKind,
    Evidence,
    PassageKind,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    Report,
    Who,
)

#: States that come after others.
_LATE_IN_IT = frozenset({ProcessState.VIOLATED, ProcessState.EXTENDED, ProcessState.SUSPENDED, ProcessState.ENDED})
#: So far behind its name, in characters, a process may go on being spoken of as "it" or "the deal".
_STILL = 600
#: What comes about again has another day than at first.
_AFRESH = re.compile(r"\b(?:afresh|anew|again|re-?new\w*|resum\w*|re-?open\w*|restart\w*)\b", re.I)
_AKIN = (
    frozenset({ProcessState.PROPOSED, ProcessState.OFFERED, ProcessState.CALLED_FOR, ProcessState.DEMANDED}),
    frozenset({ProcessState.SUSPENDED, ProcessState.ENDED}),
    frozenset({ProcessState.ACCEPTED, ProcessState.AGREED}),
    frozenset({ProcessState.IN_FORCE, ProcessState.HELD, ProcessState.CARRIED_OUT}),
)
#: A run of headlines is longer than one, and most of its longer words begin with a capital.
_ONE_HEAD, _HEADS, _FEW_LETTERS = 130, 0.7, 3
#: What is longer than this, in characters, is no sentence.
_LONGEST = 400


def gather_processes(pile: Pile, readings: Mapping[str, Sequence[Reading]] | None = None) -> list[Process]:
    """The processes that the reports of a pile tell of, in the order in which they are first told. `readings` are what
    each report says of them, where that is known already."""
    states = _states(pile)
    read = dict(readings_of(pile, pile.annotations)) if readings is None else readings
    courses = [course for report in pile.annotations for course in courses_of(list(read[report]))]
    by_id = {course.id: course for course in courses}
    found = []
    for group in together(pile, by_id):
        process = _process(pile, [by_id[key] for key in group], states)
        if process is not None:
            found.append(process)
    return found


def readings_of(pile: Pile, reports: Iterable[str]) -> Iterator[tuple[str, list[Reading]]]:
    """What each of these reports of a pile says of processes."""
    states = _states(pile)
    for report in reports:
        yield report, _readings(pile, report, states)


def _states(pile: Pile) -> dict[str, Who]:
    """The states of a pile by their codes; of two with one code, the one that is spoken of more."""
    named = sorted((e for e in pile.entities.values() if e.kind is EntityKind.STATE), key=lambda e: (e.mentions, e.id))
    return {code: Who(e.id, e.name) for e in named if (code := e.country or pile.side(Who(e.members[0], e.name)))}


def _readings(pile: Pile, report: str, states: dict[str, Who]) -> list[Reading]:
    inside = Inside.of(pile, report, states)
    source = pile.reports[report]
    found: list[Reading] = []
    before: list[Phrase] = []
    truces: list[Phrase] = []
    for sentence in sentences_of(source):
        if sentence.end - sentence.start > _LONGEST or _is_list(inside.text[sentence.start : sentence.end]):
            continue  # the lines of a page that ran together
        named = list(named_readings(inside, sentence, source, before, truces))
        here = list(phrases(inside.text, sentence.start, sentence.end))
        before = here or [phrase for phrase in before if sentence.end - phrase.end <= _STILL]
        named_here = [phrase for phrase in here if phrase.kind is ProcessKind.CEASEFIRE]
        truces = named_here or [phrase for phrase in truces if sentence.end - phrase.end <= _STILL]
        deeds = [*deed_readings(inside, sentence, source), *barter_readings(inside, sentence, source)]
        kinds = {reading.kind for reading in named}
        found += [*named, *(deed for deed in deeds if deed.kind not in kinds)]
    told = {(r.kind, state) for r in found if not _in_headline(source, r) for state in _akin(r.state)}
    found = _paired([r for r in found if not _in_headline(source, r) or (r.kind, r.state) not in told])
    return sorted(found, key=lambda r: (r.at, r.place if r.place is not None else -1, r.state.value))


def _akin(state: ProcessState) -> frozenset[ProcessState]:
    """A state and those that a headline may make of it."""
    return next((akin for akin in _AKIN if state in akin), frozenset({state}))


def _paired(readings: Sequence[Reading]) -> list[Reading]:
    """ "I will not talk to a bandit" is of the meeting with him that the same one refuses in the report."""
    found = []
    for reading in readings:
        if reading.kind is ProcessKind.TALKS and not reading.pair and len(reading.by) == 1:
            for other in readings:
                if other.pair and other.state is reading.state and other.by == reading.by and not reading.sides:
                    reading = replace(reading, pair=True, parties=other.parties, acting=other.acting, occasion=None)
                    break
        found.append(reading)
    return found


def _is_list(words: str) -> bool:
    """Whether it is a run of headlines ("Related: Rebels Reject Truce Army Enters Town …")."""
    told = [word for word in words.split() if word[:1].isalpha() and len(word) > _FEW_LETTERS]
    return len(words) > _ONE_HEAD and sum(word[:1].isupper() for word in told) > _HEADS * len(told)


def _in_headline(report: Report, reading: Reading) -> bool:
    """Whether a headline gives it, which is said in full below."""
    heads = (p for p in report.passages if p.kind is PassageKind.HEADLINE)
    return any(head.start <= reading.at < head.end for head in heads)


def _process(pile: Pile, courses: Sequence[Course], states: dict[str, Who]) -> Process | None:
    readings = [reading for course in courses for reading in course.readings]
    if not any(reading.kept for reading in readings):
        return None
    placed = _steps(pile, readings)
    steps = [step for step, _ in placed]
    parties = parties_of(pile, readings, states)
    process = Process(
        id=courses[0].id,
        kind=courses[0].kind,
        name=name_of(pile, readings, parties),
        parties=parties,
        states=tuple(steps),
    )
    open_ones = {number for pair in contested(process, _lasting(placed)) for number in pair}
    return replace(process, states=tuple(replace(s, contested=n in open_ones) for n, s in enumerate(steps)))


def _lasting(placed: Sequence[tuple[ProcessStep, Reading]]) -> set[int]:
    """The places of the states that go on on their day, come about again, or are of one stage among others."""
    return {
        n
        for n, (step, reading) in enumerate(placed)
        if reading.as_of or STAGE.search(step.evidence[0].text) or _AFRESH.search(step.evidence[0].text)
    }


def _steps(pile: Pile, readings: Sequence[Reading]) -> list[tuple[ProcessStep, Reading]]:
    """The states in the order of their dates, those without one after what their report tells before them; one state
    that one voice gives several times for one day is one step. Each with the reading that it is from."""
    start = max((r.occasion[0] for r in readings if _began(r) and r.occasion), default=None)
    merged: list[tuple[Reading, list[Evidence]]] = []
    counted = [_counted(reading, start) for reading in readings]
    for reading in sorted(counted, key=lambda r: (r.spoken, r.date is None, -len(r.by))):
        reading = _told_before(reading, [other for other, _ in merged])
        at = next((n for n, (other, _) in enumerate(merged) if _same_step(other, reading)), None)
        if at is None:
            merged.append((reading, [reading.evidence]))
            continue
        step, evidence = merged[at]
        merged[at] = (replace(step, by=max(step.by, reading.by, key=len)), evidence)
        if reading.evidence not in evidence:
            evidence.append(reading.evidence)
    return [
        (ProcessStep(r.state, r.date, r.by, r.condition, r.claimed_by, tuple(evidence)), r)
        for r, evidence in sorted(merged, key=lambda item: _place(pile, item[0]))
    ]


def _same_step(step: Reading, reading: Reading) -> bool:
    """Whether a voice says the same again, or less of it; of what comes about once, also who did it without when."""
    voices = [r.claimed_by.entity or r.claimed_by.name if r.claimed_by else None for r in (step, reading)]
    if step.state is not reading.state or voices[0] != voices[1]:
        return False
    doers = [{who.entity or who.name for who in r.by} for r in (step, reading)]
    if not doers[0] and doers[1]:
        return step.state in ONCE and reading.date is None and step.report == reading.report
    within = reading.date is None or (step.date or "").startswith(reading.date)
    return doers[1] <= doers[0] and (within or reading.date == step.date)


def _began(reading: Reading) -> bool:
    return (
        reading.state is ProcessState.IN_FORCE
        and reading.occasion is not None
        and reading.occasion[0] == reading.occasion[1]
    )


def _counted(reading: Reading, start: date | None) -> Reading:
    """ "On the second day" gets its date from the day the process began."""
    if reading.date is not None or start is None:
        return reading
    return replace(reading, date=nth_day(reading.evidence.text, start))


def _told_before(reading: Reading, others: Sequence[Reading]) -> Reading:
    """What somebody only said on a day was on the day that the same is told of with its own date."""
    if not reading.spoken:
        return reading
    doers = {who.entity or who.name for who in reading.by}
    for other in others:
        same = other.state is reading.state and doers == {who.entity or who.name for who in other.by}
        if same and not other.spoken and other.date is not None:
            return replace(reading, date=other.date)
    return reading


def _place(pile: Pile, reading: Reading) -> tuple[str, int, int, str]:
    known = days(reading.date)
    # "In September": it began early in it, and ended late.
    when = known[reading.state in _LATE_IN_IT].isoformat() if known else reading.date or "9999"
    return when, pile.rank(reading.report), reading.at, reading.state.value
