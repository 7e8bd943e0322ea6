"""`counterclaim evaluate events DATA`: PLOVER's roots of what is told, against a reader's labels and PETRARCH's tests.

DATA holds `data/syria/reports.jsonl` and `data/events/`. `benchmarks/labels/events.md` says what the labels hold. They
are a test set: look at the figures alone. `petr.py` tells how the sentences of PETRARCH's tests are counted.

The claims taken for a label are those whose trigger shares most words with its word. If there are none, those that
hold the word in a span and have a predicate of the same stem: "carried out an attack" may be triggered by the verb.

- *right*: one of these claims has the label's root. Where the label says that the word tells no event, none has an
  event whose trigger is this word and no other.
- *mode*: of labels that have one, the share whose claim has the root and this mode. *polarity*: of those whose root is
  right, the share whose claim also has the label's polarity. *precision*: of the words for which any event was found,
  the share that is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.labelled import Collected, interval, labels_file, read_labels, syrian_reports
from counterclaim.evaluate.overlap import jaccard, percent, word_starts
from counterclaim.evaluate.petr import read_petr, score_petr, wrong_of_build
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Annotations, Claim, Polarity, Span

#: Roots under the names that other versions of PLOVER have for them.
_SAME = {"DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE"}

#: How many letters two words share at their beginning if they have the same stem ("bombing", "bomb").
_STEM = 4


@dataclass(frozen=True, slots=True)
class Label:
    """The event that a word tells, as a reader labelled it; `root` is None if it tells none."""

    report: str
    word: Span
    root: str | None
    mode: str | None
    polarity: Polarity | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found for a label: `mode` and `polarity` are None where the label does not ask."""

    label: Label
    given: bool
    right: bool
    mode: bool | None
    polarity: bool | None


def evaluate_events(data: Path, labels: Path | None = None, worst: int = 0) -> Scored:
    """Annotate the labelled reports and PETRARCH's sentences, and score both. `worst` is how many wrong sentences to
    list, of the half that is for building. Raises `UnreadableInput` where labels, reports or sentences are absent."""
    from counterclaim.annotate import annotate  # loads the parser
    from counterclaim.evaluate.polnear.predict import as_report

    labels = labels or labels_file("events")
    sentences = read_petr(data / "data" / "events", labels_file("events").parent)
    reports = syrian_reports(data)
    read = read_labels(labels, reports, read_label)
    scored = score_events(
        read, {key: annotate(reports[key].report) for key in dict.fromkeys(label.report for label in read)}
    )
    found = {sentence.key: roots_of(annotate(as_report(sentence.text)).claims) for sentence in sentences}
    petr = score_petr(sentences, found)
    more = (petr, *((wrong_of_build(sentences, found, worst),) if worst else ()))
    table = scored.table
    return Scored(Table(table.title, table.columns, table.rows, table.scores | petr.scores, more), scored.cases)


def roots_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The roots of the events that claims tell."""
    return frozenset(_event(claim)[0] for claim in claims if claim.event)


def _event(claim: Claim) -> tuple[str, str]:
    """The root and the mode of a claim's event."""
    root, _, mode = (claim.event or "").partition(":")
    return _SAME.get(root, root), mode


def score_events(labels: Sequence[Label], found: Mapping[str, Annotations]) -> Scored:
    """How many labels are right. `found` has the labelled reports by their keys."""
    answers = [_answer(label, found[label.report].claims) for label in labels]
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name, right in _measures(answers):
        share, between = percent(sum(right), len(right)), interval(right)
        span = f"{between[0]:.0f} to {between[1]:.0f}" if between else None
        rows.append((name, len(right), sum(right), share, span))
        if share is not None:
            scores[f"events.{name.replace(' ', '_')}"] = share
    for name, root in (("always ASSAULT", "ASSAULT"), ("never an event", None)):
        same = sum(label.root == root for label in labels)
        rows.append((name, len(labels), same, percent(same, len(labels)), None))
    cases = {f"events: {answer.label.report} {answer.label.word.start}": answer.right for answer in answers}
    columns = ("what", "labels", "right", "%", "95 %")
    return Scored(Table("events: what words in reports on Syria tell", columns, tuple(rows), scores), cases)


def _measures(answers: Sequence[_Answer]) -> Iterator[tuple[str, list[bool]]]:
    """Every row of the table: its name, and whether each of its labels is right."""
    yield "right", [answer.right for answer in answers]
    yield "an event", [answer.right for answer in answers if answer.label.root]
    yield "assault", [answer.right for answer in answers if answer.label.root == "ASSAULT"]
    yield "other roots", [answer.right for answer in answers if answer.label.root not in (None, "ASSAULT")]
    yield "no event", [answer.right for answer in answers if not answer.label.root]
    yield "precision", [answer.right for answer in answers if answer.given]
    yield "mode", [answer.mode for answer in answers if answer.mode is not None]
    yield "polarity", [answer.polarity for answer in answers if answer.polarity is not None]


def _answer(label: Label, claims: Sequence[Claim]) -> _Answer:
    events = [claim for claim in _claims(label, claims) if claim.event]
    if label.root is None:
        return _Answer(label, bool(events), not events, None, None)
    same = [claim for claim in events if _event(claim)[0] == label.root]
    mode = any(_event(claim)[1] == label.mode for claim in same) if label.mode else None
    polarity = any(claim.polarity == label.polarity for claim in same) if same and label.polarity else None
    return _Answer(label, bool(events), bool(same), mode, polarity)


def _claims(label: Label, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that stand for a label's word."""
    words = word_starts([label.word])
    shared = {claim.id: jaccard(words, word_starts([claim.trigger])) for claim in claims}
    if label.root is None:
        return [claim for claim in claims if shared[claim.id] == 1]
    if most := max(shared.values(), default=0.0):
        return [claim for claim in claims if shared[claim.id] == most]
    return [
        claim
        for claim in claims
        if _same_stem(claim.predicate, label.word.text) and any(span.overlaps(label.word) for span in claim.spans)
    ]


def _same_stem(predicate: str, word: str) -> bool:
    stem = word.casefold()[:_STEM]
    return any(part[:_STEM] == stem for part in predicate.casefold().split())


def read_label(entry: Mapping[str, Any], collected: Collected) -> Label:
    """A line of the labels. Raises `KeyError`, `TypeError` or `ValueError` if it is laid out otherwise."""
    polarity = entry["polarity"]
    return Label(
        entry["report"],
        collected.span(entry["word"]),
        entry["root"],
        entry["mode"],
        Polarity(polarity) if polarity else None,
    )
