"""`counterclaim evaluate claims DATA`: who did what to whom, and is it said to be so, against a reader's labels.

DATA holds `data/syria/reports.jsonl`; `benchmarks/labels/claims.md` says what the labels hold. They are a test set:
look at the figures alone.

A label's claim is the one whose trigger overlaps the labelled word; if there is none, the one whose trigger overlaps
the other word of a light verb and its noun. Of several, the one that shares most of its words with the label, then
the first. What is not found counts as wrong.

A participant is found where a head word of its span is among the words of one that was found, or where an entity was
found that the report names there. A pronoun with a known meaning must be resolved: the entity, or the words, that it
stands for. A role is right if each labelled participant was found and nobody else. The noun of the happening itself
("the *blast* took place") is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.labelled import Collected, interval, labels_file, read_labels, syrian_reports
from counterclaim.evaluate.overlap import jaccard, percent, same_name, word_starts
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Annotations, Claim, Modality, Polarity, Span, Who

STREAMS = ("any", "negative")

_OF = re.compile(r"\sof\s")


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part. Any of `spans` is right; `means` is where the report names whom a pronoun stands for."""

    spans: tuple[Span, ...]
    means: Span | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Those who are agent, or patient, of a happening. `optional`: nobody is as right."""

    participants: tuple[Participant, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One happening or state as a reader labelled it. `stream` says how its sentence was drawn; `sole`, that it has
    but one participant, of whom readers may doubt whether it is agent or patient."""

    report: str
    stream: str
    trigger: Span
    light: Span | None
    agent: Role
    patient: Role
    agent_any: bool
    sole: bool
    polarity: Polarity
    modality: Modality


@dataclass(frozen=True, slots=True)
class _Case:
    """How a label came out. `either`: the one participant is right whichever of the two slots it fills."""

    label: Label
    found: bool
    agent: bool = False
    patient: bool = False
    either: bool = False
    polarity: bool = False
    modality: bool = False

    @property
    def roles(self) -> bool:
        """Whether agent and patient are both right."""
        return self.agent and self.patient


def evaluate_claims(data: Path, labels: Path | None = None) -> Scored:
    """Annotate the labelled reports and score their claims. Raises `UnreadableInput` where the labels or reports are
    absent."""
    from counterclaim.annotate import annotate  # loads the parser

    reports = syrian_reports(data)
    read = read_labels(labels or labels_file("claims"), reports, read_label)
    return score_claims(read, {key: annotate(reports[key].report) for key in sorted({label.report for label in read})})


def score_claims(labels: Sequence[Label], found: Mapping[str, Annotations]) -> Scored:
    """The shares of claims that were found, and of all that have the right agent, patient, both, and polarity.

    `found` holds the labelled reports' annotations by the reports' keys. Every label is two cases: its roles, and its
    polarity.
    """
    cases = [_case(label, found[label.report]) for label in labels]
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name in ("all", *STREAMS):
        those = [case for case in cases if name in ("all", case.label.stream)]
        there = [case for case in those if case.found]
        shares = {
            "found": percent(len(there), len(those)),
            "agent": percent(sum(case.agent for case in those), len(those)),
            "patient": percent(sum(case.patient for case in those), len(those)),
            "roles": percent(sum(case.roles for case in those), len(those)),
            "roles_of_found": percent(sum(case.roles for case in there), len(there)),
            "roles_either": percent(sum(case.roles or case.either for case in those), len(those)),
            "polarity": percent(sum(case.polarity for case in those), len(those)),
            "polarity_of_found": percent(sum(case.polarity for case in there), len(there)),
            "modality_of_found": percent(sum(case.modality for case in there), len(there)),
        }
        rows.append((name, len(those), *shares.values()))
        scores |= {f"claims.{name}.{key}": share or 0.0 for key, share in shares.items()}
    columns = (
        *("claims", "of", "found %", "agent %", "patient %", "agent and patient %", "of found %"),
        *("either slot if one %", "polarity %", "polarity of found %", "modality of found %"),
    )
    table = Table("Claims in 150 sentences on Syria", columns, tuple(rows), scores, (_intervals(cases),))
    return Scored(table, dict(_named(cases)))


def _named(cases: Sequence[_Case]) -> Iterator[tuple[str, bool]]:
    for case in cases:
        place = f"{case.label.report} {case.label.trigger.start}"
        yield f"claims.roles: {place}", case.roles
        yield f"claims.polarity: {place}", case.polarity


def _intervals(cases: Sequence[_Case]) -> Table:
    """Where 95 % of the two main shares lie if the labels are drawn anew."""
    shares = {
        "agent and patient": interval([case.roles for case in cases]),
        "polarity": interval([case.polarity for case in cases]),
    }
    rows = tuple((name, *(between or (None, None))) for name, between in shares.items())
    return Table("95 % of the shares, if the labels are drawn anew", ("of all", "from %", "to %"), rows, {})


def _case(label: Label, annotations: Annotations) -> _Case:
    claim = _claim(label, annotations)
    if claim is None:
        return _Case(label, found=False)
    agents = _without_happening(claim.agent, label)
    patients = _without_happening(claim.patient, label)
    both = Role(label.agent.participants + label.patient.participants, label.agent.optional or label.patient.optional)
    return _Case(
        label,
        found=True,
        agent=_fills(agents, label.agent, annotations) and (claim.agent_any or not label.agent_any),
        patient=_fills(patients, label.patient, annotations),
        either=label.sole and _fills((*agents, *patients), both, annotations),
        polarity=claim.polarity is label.polarity,
        modality=claim.modality is label.modality,
    )


def _claim(label: Label, annotations: Annotations) -> Claim | None:
    """The claim at a label's trigger, or else at its light verb or noun."""
    for place in (label.trigger, label.light):
        if place is not None:
            there = [claim for claim in annotations.claims if claim.trigger.overlaps(place)]
            if there:
                words = word_starts([place])
                return max(there, key=lambda claim: jaccard(words, word_starts([claim.trigger])))
    return None


def _without_happening(whos: Sequence[Who], label: Label) -> tuple[Who, ...]:
    """Those found in a role, unless their head is the word for the happening and the label has nobody there."""
    happening = word_starts(place for place in (label.trigger, label.light) if place)
    named = word_starts(span for role in (label.agent, label.patient) for p in role.participants for span in p.spans)
    return tuple(who for who in whos if who.span is None or not _heads(who.span) & happening - named)


def _fills(whos: Sequence[Who], role: Role, annotations: Annotations) -> bool:
    """Whether those found are all the participants of a role and nobody else."""
    if not whos:
        return role.optional or not role.participants
    meant = [[_is(who, participant, annotations) for who in whos] for participant in role.participants]
    return bool(meant) and all(any(row) for row in meant) and all(any(column) for column in zip(*meant, strict=True))


def _is(who: Who, participant: Participant, annotations: Annotations) -> bool:
    """Whether the one found is a labelled participant."""
    spans = (participant.means,) if participant.means else participant.spans
    heads = frozenset().union(*map(_heads, spans))
    if who.span is not None and heads & word_starts([who.span]):
        return True
    if who.entity is None:
        return False
    own = (word_starts([m.span]) for m in annotations.mentions if m.entity == who.entity)
    return any(heads & words for words in own) or any(same_name(span.text, who.name) for span in spans)


def _heads(span: Span) -> frozenset[int]:
    """Where the head words of a noun phrase begin: the last word, and the last before each "of"."""
    ends = [*(match.start() for match in _OF.finditer(span.text)), len(span.text)]
    starts = sorted(word_starts([span]))
    return frozenset(max(start for start in starts if start < span.start + end) for end in ends)


def read_label(entry: Mapping[str, Any], collected: Collected) -> Label:
    """The label that a line of the file holds. Raises `KeyError`, `TypeError` or `ValueError` if it is laid out
    otherwise."""

    def role(name: str) -> Role:
        participants = (
            Participant(
                tuple(map(collected.span, (one["span"], *one.get("or", ())))),
                collected.span(one["means"]) if "means" in one else None,
            )
            for one in entry[name]
        )
        return Role(tuple(participants), entry.get(f"{name}_optional", False))

    return Label(
        entry["report"],
        entry["stream"],
        collected.span(entry["trigger"]),
        collected.span(entry["light"]) if "light" in entry else None,
        role("agent"),
        role("patient"),
        entry.get("agent_any", False),
        entry.get("sole", False),
        Polarity(entry["polarity"]),
        Modality(entry["modality"]),
    )
