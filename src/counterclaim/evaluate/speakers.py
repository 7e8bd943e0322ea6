"""`counterclaim evaluate speakers DATA`: whom the words for a speaker mean, against a reader's labels.

DATA holds `data/syria/reports.jsonl`. The labels, `benchmarks/labels/speakers.jsonl`, are part of the project and not
of the package; `benchmarks/labels/speakers.md` says what they hold. They are a test set: look at the figures alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.annotate.names.words import OFFICE_PARTS, OFFICES
from counterclaim.evaluate.gold import Words, occurrences
from counterclaim.evaluate.overlap import jaccard, percent, word_starts
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import (
    Annotations,
    Document,
    InputError,
    Manner,
    Report,
    Span,
    Statement,
    UnreadableInput,
    Who,
)

LABELS = Path("benchmarks") / "labels" / "speakers.jsonl"
FORMS = ("name", "title", "description", "pronoun")

_WORD = re.compile(r"\w+")
#: What may stand before a name without being part of it.
_TITLES = OFFICES | OFFICE_PARTS | {"the", "a", "an"}


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a label says that one source means: `kind` is entity, unnamed, outlet or unclear; `mention` is where the
    report names an entity."""

    kind: str
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One attribution of a report as a reader labelled it. `meant` says for each of `sources` whom it means."""

    report: str
    form: str
    content: tuple[Span, ...]
    cue: Span
    sources: tuple[Span, ...]
    meant: tuple[Meant, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """One speaker of a label: whether a statement was found for it, and whether it has the right speaker."""

    form: str
    found: bool
    right: bool


def evaluate_speakers(data: Path, labels: Path | None = None) -> Scored:
    """Annotate the labelled reports and score who is meant. Raises `UnreadableInput` where the labels or reports are
    absent."""
    from counterclaim.annotate import annotate  # loads the parser

    reports = _reports(data / "data" / "syria" / "reports.jsonl")
    read = read_labels(labels or _labels_file(), reports)
    wanted = {label.report for label in read}
    return score_speakers(
        read, {key: (report, annotate(report)) for key, (report, _) in reports.items() if key in wanted}
    )


def score_speakers(labels: Sequence[Label], found: Mapping[str, tuple[Report, Annotations]]) -> Scored:
    """How many speakers are the right ones: of those whose statement was found, and of all.

    `found` holds the labelled reports by their keys. Every speaker is a case, except those that are unclear. The last
    row says how many would be right if the one entity that speaks most often were the answer to all.
    """
    cases = {
        f"speakers: {label.report} {label.cue.start} {n}": case
        for label in labels
        for n, case in _cases(label, *found[label.report])
    }
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name in ("all", *FORMS):
        those = [case for case in cases.values() if name in ("all", case.form)]
        there, right = sum(case.found for case in those), sum(case.right for case in those)
        shares = percent(there, len(those)), percent(right, there), percent(right, len(those))
        rows.append((name, len(those), there, shares[0], right, *shares[1:]))
        keys = ("found", "right_of_found", "right")
        scores |= {f"speakers.{name}.{key}": share or 0.0 for key, share in zip(keys, shares, strict=True)}
    most = _most_frequent(labels)
    rows.append(("always the same", len(cases), None, None, most, None, percent(most, len(cases))))
    columns = ("speakers", "of", "found", "%", "right", "right of found %", "right of all %")
    table = Table("Who is meant by 150 speakers in reports on Syria", columns, tuple(rows), scores)
    return Scored(table, {name: case.right for name, case in cases.items()})


def _cases(label: Label, report: Report, annotations: Annotations) -> Iterator[tuple[int, _Case]]:
    statement = _statement(label, annotations)
    for n, meant in enumerate(label.meant):
        if meant.kind != "unclear":
            who = _speaker(label, n, statement) if statement else None
            right = statement is not None and _is_right(meant, who, report, annotations)
            yield n, _Case(label.form, statement is not None, right)


def _statement(label: Label, annotations: Annotations) -> Statement | None:
    """The statement that shares most of a label's words, among those that share a word of its cue or source too."""
    words = word_starts(label.content)

    def fit(statement: Statement) -> tuple[float, bool]:
        same_cue = statement.cue is not None and statement.cue.overlaps(label.cue)
        named = [who.span for who in (*statement.sources, *statement.via) if who.span]
        if not same_cue and not any(span.overlaps(source) for span in named for source in label.sources):
            return 0.0, False
        return jaccard(words, word_starts(statement.content)), same_cue

    attributed = [s for s in annotations.statements if s.manner is not Manner.NARRATION]
    best = max(attributed, key=fit, default=None)
    return best if best is not None and fit(best)[0] > 0 else None


def _speaker(label: Label, number: int, statement: Statement) -> Who | None:
    """Who the statement says speaks where the label has its source of that number."""
    if number < len(label.sources):
        for who in statement.sources:
            if who.span is not None and who.span.overlaps(label.sources[number]):
                return who
    # The words were found elsewhere ("he" for a name before): comparable only if both know one speaker.
    return statement.sources[0] if len(label.meant) == len(statement.sources) == 1 else None


def _is_right(meant: Meant, who: Who | None, report: Report, annotations: Annotations) -> bool:
    entity = who.entity if who else None
    if meant.kind == "unnamed":
        return who is not None and entity is None
    if meant.kind == "outlet":
        return entity is None or any(e.id == entity and e.name == report.outlet for e in annotations.entities)
    return entity is not None and meant.mention is not None and _names(entity, meant.mention, annotations)


def _names(entity: str, mention: Span, annotations: Annotations) -> bool:
    """Whether an entity is the one named at `mention`: a mention of its own has the last word there or most of the
    words ("Kenyan" in "the Kenyan Observatory" has neither), or one of its names is the same."""
    words = word_starts([mention])
    own = (word_starts([m.span]) for m in annotations.mentions if m.entity == entity and m.span.overlaps(mention))
    if any(max(words) in theirs or jaccard(words, theirs) > 0.5 for theirs in own):
        return True
    names = next((e.names for e in annotations.entities if e.id == entity), ())
    return _untitled(mention.text) in {_untitled(name) for name in names}


def _untitled(name: str) -> str:
    """A name in lower case, without articles and the offices before it."""
    words = _WORD.findall(name.casefold())
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


def _most_frequent(labels: Sequence[Label]) -> int:
    """How often the entity speaks that speaks most often."""
    named = Counter(_untitled(meant.mention.text) for label in labels for meant in label.meant if meant.mention)
    return max(named.values(), default=0)


def read_labels(path: Path, reports: Mapping[str, tuple[Report, str]]) -> tuple[Label, ...]:
    """The labels of a file. `reports` gives for each key the report as it is read and the text as it was collected,
    which the labels' offsets count; the words are looked up in the former, since cleaning may have moved them.

    Raises `UnreadableInput` if the file cannot be read or is not laid out as `speakers.md` says.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            f"The labels {path} cannot be read ({error}): run this in a clone of the project."
        ) from error
    read = []
    for number, line in enumerate(lines, 1):
        try:
            read.append(_label(json.loads(line), reports))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise UnreadableInput(
                f"Line {number} of the labels {path} is not laid out as expected ({error!r}): correct it."
            ) from error
    return tuple(read)


def _label(entry: Mapping[str, Any], reports: Mapping[str, tuple[Report, str]]) -> Label:
    if entry["report"] not in reports:
        raise InputError(f"The report {entry['report']} of the labels was not read: give the folder that holds it.")
    report, collected = reports[entry["report"]]

    def span(offsets: Sequence[int]) -> Span:
        start, end = offsets
        words = Words(entry["report"], collected[start:end], start)
        return min(occurrences(words, report.text), key=lambda found: abs(found.start - start))

    return Label(
        entry["report"],
        entry["form"],
        tuple(map(span, entry["content"])),
        span(entry["cue"]),
        tuple(map(span, entry["source"])),
        tuple(Meant(who["kind"], span(who["mention"]) if "mention" in who else None) for who in entry["who"]),
    )


def _reports(path: Path) -> dict[str, tuple[Report, str]]:
    """The reports of a file by their keys, each with its text as it was collected."""
    from counterclaim.read import read

    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        collected = {row["id"]: row["text"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(f"The reports {path} cannot be read ({error}): give a folder that holds them.") from error
    reports = (item.report for item in read([str(path)]) if isinstance(item, Document))
    return {report.key: (report, collected[report.key]) for report in reports if report.key}


def _labels_file() -> Path:
    """The labels of the clone that this is run in, or that this file is part of."""
    here = Path.cwd()
    for folder in (here, *here.parents, *Path(__file__).resolve().parents):
        if (folder / LABELS).is_file():
            return folder / LABELS
    raise UnreadableInput(
        f"There is no {LABELS} here or above: labels are not packaged, so run this in a clone of the project."
    )
