"""What stands across reports: entities, judgements, and the views that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.records.anchors import Anchor
from counterclaim.records.enums import EntityKind, ProcessKind, ProcessState, Slot, Status, Verdict
from counterclaim.records.errors import RecordError
from counterclaim.records.spans import Evidence, Who


@dataclass(frozen=True, slots=True)
class Role:
    """An office somebody holds: its title, of whom, and from when until when it is seen."""

    title: str
    of: Who | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, state, group or place of the ledger. `members` are the ids of the reports' own
    entities (`LocalEntity`) that it gathers; `aliases` the ids it could have been given with fewer reports."""

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    country: str | None
    roles: tuple[Role, ...]
    mentions: int
    members: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One link between two records: what kind, the verdict, a score between 0 and 1, reasons a user can
    contest, the words it rests on, and who made it.

    `by` is a program with its version or a person. `at` is when a person made it; a program's judgements carry
    no clock, so that the same reports give the same ledger. `value` is what a person puts in the place of what a
    program found; `anchors` is what a person's word is fastened to, whatever becomes of ids. Raises `RecordError`
    without evidence or reasons.
    """

    id: str
    kind: str
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    by: str
    slot: Slot | None = None
    at: str | None = None
    value: str | None = None
    anchors: tuple[Anchor, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError("a judgement needs the words it rests on")
        if not self.reasons:
            raise RecordError("a judgement needs a reason")


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question of a dispute, with who holds it. `origins` counts independent origins."""

    answer: str
    holders: tuple[Who, ...]
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question to which claims give answers that cannot all hold. `judgements` are the ids it follows from."""

    id: str
    aliases: tuple[str, ...]
    incident: str | None
    question: str
    slot: Slot
    score: float
    reasons: tuple[str, ...]
    within_report: bool
    sides: tuple[Side, ...]
    status: Status
    judgements: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise RecordError("a dispute needs two sides")


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening as one or more reports tell it."""

    id: str
    label: str
    events: tuple[str, ...]
    since: str | None
    until: str | None
    place: Who | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The same claim from at least two independent origins."""

    id: str
    incident: str | None
    claim: str
    evidence: tuple[Evidence, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody answered to a question at a date."""

    date: str | None
    answer: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One speaker, one question, two dates, two answers."""

    id: str
    who: Who
    question: str
    earlier: Position
    later: Position
    score: float
    reasons: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """A state of a process, with its date, its condition, and who says so. `contested`: by other voices another state
    of the process holds, and not both can."""

    state: ProcessState
    date: str | None
    by: tuple[Who, ...]
    condition: str | None
    claimed_by: Who | None
    evidence: tuple[Evidence, ...]
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Process:
    """A ceasefire, exchange, talks …: what the parties propose, accept, break or end."""

    id: str
    kind: ProcessKind
    name: str
    parties: tuple[Who, ...]
    states: tuple[ProcessStep, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking finds in a set of reports. `origins` maps a report's id to its origin; `compared` says how many
    pairs of records each comparison looked at, which no ledger keeps."""

    origins: dict[str, str]
    entities: tuple[Entity, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    changes: tuple[Change, ...] = ()
    processes: tuple[Process, ...] = ()
    compared: dict[str, int] = field(default_factory=dict)
