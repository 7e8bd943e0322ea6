"""What belongs beside disputes, against the same reader: agreements, changes of position, processes, copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.evaluate.found import Found, is_date
from counterclaim.evaluate.gold import Words, find_report
from counterclaim.evaluate.labelled import interval, interval_of_groups
from counterclaim.evaluate.overlap import percent, same_name
from counterclaim.evaluate.reading import GoldAgreement, GoldChange, GoldProcess, GoldState, Group, Reading
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Agreement, Change, Evidence, Process, ProcessStep

#: A measure, its name in the scores, and for each piece of gold in a group what it is called and whether it is right.
_Measure = tuple[str, str, Callable[[Group, Found], Iterator[tuple[str, bool]]]]

_View = Agreement | Change | Process

COLUMNS = ("what", "right", "of", "%", "95 %", "shown", "known right", "unread")


def score_beside(reading: Reading, found: Found, name: str = "disputes") -> Scored:
    """The share of the reader's agreements, changes, states and copies that are right; the intervals are those of
    groups drawn anew, and of pairs for copies. What is shown and not in the gold is unread, not wrong."""
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    cases: dict[str, bool] = {}
    shown: dict[str, tuple[_View, ...]] = {
        "agreements": found.agreements,
        "changes": found.changes,
        "processes": found.processes,
    }
    for label, key, measure in _MEASURES:
        by_group = [list(measure(group, found)) for group in reading.groups]
        right = [ok for group in by_group for _, ok in group]
        share = percent(sum(right), len(right))
        between = interval_of_groups([[ok for _, ok in group] for group in by_group])
        count = len(shown[key]) if key in shown else None
        known = sum(_known(view, reading, found) for view in shown[key]) if key in shown else None
        unread = count - known if count is not None and known is not None else None
        rows.append((label, sum(right), len(right), share, in_words(between), count, known, unread))
        scores[f"{name}.{key}"] = share or 0.0
        cases |= {f"{label}: {case}": ok for group in by_group for case, ok in group}
    for label, key, is_so in (
        ("copies: one origin", "copies", _one_origin),
        ("copies: whole or in part", "copied", _copied),
    ):
        copied = [is_so(pair, found) for pair in reading.copies]
        share = percent(sum(copied), len(copied))
        rows.append((label, sum(copied), len(copied), share, in_words(interval(copied)), None, None, None))
        scores[f"{name}.{key}"] = share or 0.0
    return Scored(Table("Agreements, changes, processes and copies", COLUMNS, tuple(rows), scores), cases)


def in_words(between: tuple[float, float] | None) -> str | None:
    """An interval as a table prints it."""
    return f"{between[0]:.0f} to {between[1]:.0f}" if between else None


def _agreements(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Found, if an agreement rests on two of the gold's pieces."""
    for gold in group.agreements:
        if not gold.same_origin:
            yield gold.claim, any(_is_agreement(gold, agreement, found) for agreement in found.agreements)


def _one_origins(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Told right, if no agreement counts the gold's pieces as two origins."""
    for gold in group.agreements:
        if gold.same_origin:
            yield gold.claim, not any(_counts_apart(gold, agreement, found) for agreement in found.agreements)


def _is_agreement(gold: GoldAgreement, agreement: Agreement, found: Found) -> bool:
    return sum(found.touched(agreement.evidence, words) for words in gold.words) > 1


def _counts_apart(gold: GoldAgreement, agreement: Agreement, found: Found) -> bool:
    """Whether an agreement has more origins than reports other than those of the gold's pieces, and one for these."""
    if not _is_agreement(gold, agreement, found):
        return False
    mine = {place.report for words in gold.words if (place := found.place(words))}
    return agreement.origins > 1 + len({piece.report for piece in agreement.evidence} - mine)


def _changes(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    for gold in group.changes:
        yield f"{gold.who}: {gold.question}", any(_is_change(gold, change, found) for change in found.changes)


def _is_change(gold: GoldChange, change: Change, found: Found) -> bool:
    return found.touched(change.earlier.evidence, gold.earlier) and found.touched(change.later.evidence, gold.later)


def _processes(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Found, if one of its kind rests on the words of one of its states."""
    for gold in group.processes:
        yield gold.name, any(_steps_at(gold, state, found) for state in gold.states)


def _joined(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Of those with two or more states found: whether all of these are of one process."""
    for gold in group.processes:
        homes = [{process.id for process, _ in steps} for s in gold.states if (steps := _steps_at(gold, s, found))]
        if len(homes) > 1:
            yield gold.name, bool(set.intersection(*homes))


def _states(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    for gold, state in _every_state(group):
        yield _called(gold, state), bool(_right_steps(gold, state, found))


def _dated(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Of all states: whether the state and its date are right; a date may be more exact than the gold's."""
    for gold, state in _every_state(group):
        steps = _right_steps(gold, state, found)
        yield _called(gold, state), any(is_date(state.date, step.date) for step in steps)


def _voiced(group: Group, found: Found) -> Iterator[tuple[str, bool]]:
    """Of the states that are right: whether who says so is."""
    for gold, state in _every_state(group):
        if steps := _right_steps(gold, state, found):
            yield _called(gold, state), any(_says(state, step, found) for step in steps)


def _every_state(group: Group) -> Iterator[tuple[GoldProcess, GoldState]]:
    return ((process, state) for process in group.processes for state in process.states)


def _called(gold: GoldProcess, state: GoldState) -> str:
    return f"{gold.name}, {state.state} ({state.words.report} {state.words.start})"


def _steps_at(gold: GoldProcess, state: GoldState, found: Found) -> list[tuple[Process, ProcessStep]]:
    """The steps, in processes of the gold's kind, that rest on the words of a state."""
    return [
        (process, step)
        for process in found.processes
        if process.kind.value == gold.kind
        for step in process.states
        if found.touched(step.evidence, state.words)
    ]


def _right_steps(gold: GoldProcess, state: GoldState, found: Found) -> list[ProcessStep]:
    return [step for _, step in _steps_at(gold, state, found) if step.state.value == state.state]


def _says(state: GoldState, step: ProcessStep, found: Found) -> bool:
    if step.claimed_by is None:
        return False
    names = {step.claimed_by.name, *found.names_of(step.claimed_by)}
    return any(same_name(gold, name) for gold in state.claimed_by.split(";") for name in names)


def _one_origin(pair: tuple[str, str], found: Found) -> bool:
    left, right = (find_report(key, found.reports) for key in pair)
    return left is not None and right is not None and left.origin == right.origin


def _copied(pair: tuple[str, str], found: Found) -> bool:
    """Whether the two have one origin, or a passage of one is told to stand in the other."""
    left, right = (find_report(key, found.reports) for key in pair)
    if left is None or right is None:
        return False
    between = {left.id, right.id}
    told = (j for j in found.judgements if j.kind.startswith("copy"))
    return left.origin == right.origin or any({piece.report for piece in j.evidence} == between for j in told)


def _known(view: _View, reading: Reading, found: Found) -> bool:
    """Whether the gold has what is shown."""
    if isinstance(view, Agreement):
        golds = (gold for group in reading.groups for gold in group.agreements if not gold.same_origin)
        return any(_is_agreement(gold, view, found) for gold in golds)
    if isinstance(view, Change):
        return any(_is_change(gold, view, found) for group in reading.groups for gold in group.changes)
    evidence: list[Evidence] = [piece for step in view.states for piece in step.evidence]
    kept: list[Words] = [
        state.words for group in reading.groups for gold, state in _every_state(group) if gold.kind == view.kind.value
    ]
    return any(found.touched(evidence, words) for words in kept)


_MEASURES: tuple[_Measure, ...] = (
    ("agreements found", "agreements", _agreements),
    ("one origin told right", "one_origin", _one_origins),
    ("changes found", "changes", _changes),
    ("processes found", "processes", _processes),
    ("… told as one", "processes_joined", _joined),
    ("states", "states", _states),
    ("states and dates", "dated_states", _dated),
    ("… and who says so", "voiced_states", _voiced),
)
