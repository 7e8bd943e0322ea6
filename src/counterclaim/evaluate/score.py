"""Scores what was found in some reports against gold: what `seeds` and `example` share.

Every piece of gold is one case, right or not, with a name that stays. The table counts them; the gate says which of
them moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.evaluate.found import Found, bare
from counterclaim.evaluate.gold import CURRENT_ISSUE, Gold, GoldCourse, GoldStatement, Words, find_report, occurrences
from counterclaim.evaluate.overlap import jaccard, percent, same_name, word_starts
from counterclaim.evaluate.table import Table
from counterclaim.records import Figure, InputError, Manner, Process, Statement, TimeExpression, Verdict, Who

#: How much of the words of a statement must be shared for it to be the gold one (Jaccard index).
HALF = 0.5

_Anchored = TypeVar("_Anchored", TimeExpression, Figure)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that gold expects: what is measured, a name that stays, whether it is right, from which issue on it
    should be."""

    measure: str
    name: str
    right: bool
    found_from: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A scorer's table, and whether each of its cases is right, by name."""

    table: Table
    cases: dict[str, bool]


def score(name: str, title: str, gold: Gold, found: Found) -> Scored:
    """Score `found` against `gold`. The scores of the table count right cases that are expected: `NAME.MEASURE`.

    Raises `InputError` if none of the gold's reports was read.
    """
    if not any(find_report(words.report, found.reports) for words in gold.words()):
        raise InputError(f"None of the reports of the gold {name} was read: give the folder that holds them.")
    cases = [case for scorer in _SCORERS for case in scorer(gold, found)]
    rows: list[tuple[object, ...]] = []
    scores = {}
    for measure in dict.fromkeys(case.measure for case in cases):
        now = [case.right for case in cases if case.measure == measure and case.found_from <= CURRENT_ISSUE]
        later = [case.right for case in cases if case.measure == measure and case.found_from > CURRENT_ISSUE]
        rows.append((measure, sum(now), len(now), percent(sum(now), len(now)), sum(later), len(later)))
        scores[f"{name}.{measure.replace(' ', '_')}"] = float(sum(now))
    columns = ("what", "right", "of", "%", "right, expected later", "of, expected later")
    return Scored(Table(title, columns, tuple(rows), scores), {f"{c.measure}: {c.name}": c.right for c in cases})


def _reports(gold: Gold, found: Found) -> Iterator[Case]:
    for entry in gold.reports:
        report = find_report(entry.report, found.reports)
        for fact, value in entry.facts.items():
            right = report is not None and getattr(report, fact) == value
            yield Case(f"reports.{fact}", entry.report, right, entry.found_from)


def _origins(gold: Gold, found: Found) -> Iterator[Case]:
    """The origin of a report is right if it is shared with just those reports to which gold gives the same one."""
    grouped = [(entry, find_report(entry.report, found.reports)) for entry in gold.reports if entry.origin]
    for entry, report in grouped:
        right = report is not None and all(
            other is not None and (other.origin == report.origin) == (another.origin == entry.origin)
            for another, other in grouped
        )
        yield Case("reports.origin", entry.report, right, entry.found_from)


def _entities(gold: Gold, found: Found) -> Iterator[Case]:
    """An entity is right if one of its kind has all its spellings, and none of another's."""
    for entry in gold.entities:
        wanted = {bare(name) for name in entry.names}
        foreign = {bare(name) for other in gold.entities for name in other.names} - wanted
        right = any(
            entity.kind == entry.kind and wanted <= names and not names & foreign
            for entity in found.entities.values()
            for names in [{bare(name) for name in (entity.name, *entity.names)}]
        )
        yield Case("entities", entry.name, right, entry.found_from)


def _statements(gold: Gold, found: Found) -> Iterator[Case]:
    """The cases of each statement; one that is not found has no right source, entity or manner either."""
    known = {bare(name) for entity in gold.entities for name in entity.names}
    for entry in gold.statements:
        match = match_statement(entry, gold, found)
        rights = {"found": match is not None}
        rights["source"] = match is not None and has_sources(match, entry, gold, found)
        if not known or all(bare(source) in known for source in entry.sources):
            rights["entity"] = match is not None and has_sources(match, entry, gold, found, resolved=True)
        rights["manner"] = match is not None and match.manner == entry.manner
        if entry.via:
            rights["via"] = match is not None and _names_all(entry.via, match.via, found)
        for part, right in rights.items():
            yield Case(
                f"statements.{part}", f"{entry.content[0].report} {entry.content[0].text}", right, entry.found_from
            )


def match_statement(entry: GoldStatement, gold: Gold, found: Found) -> Statement | None:
    """The statement that shares most of the gold one's words, if it shares half of them.

    What the outlet tells in its own voice is left aside, for gold holds what it attributes. Of two that share as
    many words, one with the right source is taken.
    """
    wanted = [place for words in entry.content if (place := found.place(words))]
    if not wanted:
        return None
    words = word_starts(place.span for place in wanted)
    best, match = (0.0, False), None
    for statement in found.statements:
        if statement.report != wanted[0].report or statement.manner == Manner.NARRATION:
            continue
        shared = jaccard(words, word_starts(statement.content))
        rank = (shared, has_sources(statement, entry, gold, found))
        if shared >= HALF and rank > best:
            best, match = rank, statement
    return match


def has_sources(statement: Statement, entry: GoldStatement, gold: Gold, found: Found, resolved: bool = False) -> bool:
    """Whether a statement has every source of the gold one, by name or by the report's words.

    With `resolved`, only an entity that is known by the gold's name of it counts.
    """
    if not resolved:
        return _names_all(entry.sources, statement.sources, found)
    spellings = {entity.name: {bare(name) for name in entity.names} for entity in gold.entities}
    return all(
        any(spellings.get(source, {bare(source)}) & found.names_of(who) for who in statement.sources)
        for source in entry.sources
    )


def _names_all(names: Iterable[str], whos: Iterable[Who], found: Found) -> bool:
    """Whether each name fits one of those who are meant, by a name of the entity or by the report's words."""
    worded = [{who.name, *({who.span.text} if who.span else ()), *found.names_of(who)} for who in whos]
    return all(any(same_name(name, words) for options in worded for words in options) for name in names)


def _dates(gold: Gold, found: Found) -> Iterator[Case]:
    for entry in gold.dates:
        values = {time.value for time in _at(entry.words, found, found.times)}
        yield Case("dates", f"{entry.words.report} {entry.words.text}", entry.value in values, entry.found_from)


def _figures(gold: Gold, found: Found) -> Iterator[Case]:
    for entry in gold.figures:
        bounds = (entry.low, entry.best, entry.high)
        right = any(
            (figure.low, figure.best, figure.high) == bounds and entry.happened in figure.happened
            for figure in _at(entry.words, found, found.figures)
        )
        yield Case("figures", f"{entry.words.report} {entry.words.text}", right, entry.found_from)


def _disputes(gold: Gold, found: Found) -> Iterator[Case]:
    for entry in gold.disputes:
        right = any(found.is_dispute(entry, dispute) for dispute in found.disputes)
        yield Case("disputes", entry.question, right, entry.found_from)


def _near_misses(gold: Gold, found: Found) -> Iterator[Case]:
    """Kept, if the two were compared with the verdict that gold gives; apart from that, never shown as a dispute."""
    for entry in gold.near_misses:
        kept = any(
            judgement.verdict == entry.verdict
            and found.touched(judgement.evidence, entry.left)
            and found.touched(judgement.evidence, entry.right)
            for judgement in found.judgements
            if judgement.verdict != Verdict.CONFLICT
        )
        yield Case("near misses kept", entry.why, kept, entry.found_from)
        shown = any(found.sets_apart(entry.left, entry.right, dispute) for dispute in found.disputes)
        yield Case("near misses not shown", entry.why, not shown, 0)


def _changes(gold: Gold, found: Found) -> Iterator[Case]:
    """A change of position is right if one rests on both pieces of words that gold gives it."""
    for entry in gold.changes:
        right = any(
            all(found.touched((*change.earlier.evidence, *change.later.evidence), words) for words in entry.words)
            for change in found.changes
        )
        yield Case("changes", entry.name, right, entry.found_from)


def _processes(gold: Gold, found: Found) -> Iterator[Case]:
    """A process is right if one of its kind rests on all the words and goes through all the states that gold gives."""
    for entry in gold.processes:
        right = any(_is_process(entry, process, found) for process in found.processes)
        yield Case("processes", entry.name, right, entry.found_from)


def _is_process(entry: GoldCourse, process: Process, found: Found) -> bool:
    evidence = [piece for step in process.states for piece in step.evidence]
    return (
        process.kind == entry.kind
        and all(found.touched(evidence, words) for words in entry.words)
        and all(
            any(step.state == state and date in (None, step.date) for step in process.states)
            for state, date in entry.states
        )
    )


_SCORERS: tuple[Callable[[Gold, Found], Iterator[Case]], ...] = (
    _reports,
    _origins,
    _entities,
    _statements,
    _dates,
    _figures,
    _disputes,
    _near_misses,
    _changes,
    _processes,
)


def _at(words: Words, found: Found, records: Iterable[_Anchored]) -> list[_Anchored]:
    """The records at the first place where the words stand and any of the records does."""
    report = find_report(words.report, found.reports)
    if report is None:
        return []
    mine = [record for record in records if record.report == report.id]
    for span in occurrences(words, report.text):
        if here := [record for record in mine if record.span.overlaps(span)]:
            return here
    return []
