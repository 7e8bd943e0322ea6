"""What became of a report that was to be annotated, and what linking is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from counterclaim.records import Annotations, Judgement, Report
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity


class State(StrEnum):
    """The marker that a report leaves in the ledger once it was looked at."""

    DONE = "done"
    LANGUAGE = "language"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`annotations` of `report`, which are empty unless it is done; `reason` says in one sentence why it failed."""

    report: Report
    annotations: Annotations
    state: State = State.DONE
    reason: str | None = None

    @classmethod
    def failed(cls, report: Report, reason: str) -> Outcome:
        """The outcome for a report that could not be annotated."""
        return cls(report, Annotations(report.id), State.FAILED, reason)

    @classmethod
    def other_language(cls, report: Report) -> Outcome:
        """The outcome for a report that is kept and not annotated, because of its language."""
        return cls(report, Annotations(report.id), State.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Pending:
    """A report that is to be annotated: its id, its language and how many characters it has."""

    report: str
    language: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class Linkable:
    """All that linking looks at. `annotations` has an entry for every report, empty where it was not annotated.

    `state` names this content of the ledger: links made of it may be stored only while the ledger still has it. `known`
    is what the user's file of known entities held, `kept` what earlier linking worked out.
    """

    reports: list[Report]
    annotations: dict[str, Annotations]
    judged: list[Judgement]
    state: str
    known: list[KnownEntity] = field(default_factory=list)
    kept: Kept = field(default_factory=Kept)
