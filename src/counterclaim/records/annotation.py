"""What stands inside one report: names, times, places, statements, claims, figures.

Every record carries the report's own words. `Who.entity` and `Mention.entity` hold the id of an entity *of the
report* (`LocalEntity`); which entity of the ledger that is, is a judgement of linking, and the store's `View`
puts it in its place. So a person's correction never touches what was read.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.enums import (
    Act,
    EntityKind,
    Happened,
    Hedge,
    Manner,
    MentionForm,
    Modality,
    Polarity,
    TimexType,
)
from counterclaim.records.errors import RecordError
from counterclaim.records.spans import Span, Who


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """Somebody or something that one report speaks of, before reports are linked.

    `names` are the spellings the report uses, the fullest first; `titles` the words that stand for an office
    ("Prime Minister"); `country` an ISO 3166-1 alpha-3 code where general data settles it. `side` is the state it is,
    belongs to or speaks for: that code, or the state's name in lower case where it has none.
    """

    id: str
    report: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    titles: tuple[str, ...]
    country: str | None
    mentions: int
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun in a report, and the entity it means (None where that is not clear)."""

    id: str
    report: str
    entity: str | None
    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as a report words it, with its TIMEX3 value (ISO 24617-1), as partial as it is known."""

    id: str
    report: str
    span: Span
    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a report names it, with coordinates in degrees (WGS 84) where they are known."""

    id: str
    report: str
    span: Span
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words or view as a report gives them.

    `parent` is the statement this one is inside of. Several `sources` are joint. `via` is the chain, nearest
    the speaker first. `said` is a date, `said_from` says how it is known (`text` or `report`). `confidence` is
    between 0 and 1, None where it was not estimated. Raises `RecordError` without content.
    """

    id: str
    report: str
    parent: str | None
    manner: Manner
    act: Act
    sources: tuple[Who, ...]
    via: tuple[Who, ...]
    cue: Span | None
    content: tuple[Span, ...]
    addressee: tuple[Who, ...] = ()
    setting: Span | None = None
    hedge: Hedge = Hedge.NONE
    said: str | None = None
    said_from: str | None = None
    origin: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise RecordError("a statement needs the words that were said")


@dataclass(frozen=True, slots=True)
class Argument:
    """A further role in a claim ("for", "on", "theme") and what fills it."""

    role: str
    who: Who


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement asserts, in slots. `predicate` is the lemma of what happened or is said to be.

    `time` is a TIMEX3 value and `time_id` the expression it comes from; `figure` the id of its count;
    `condition_of` the claim that depends on this one; `responds_to` the claim or statement that it answers.
    `trigger` is the span of the predicate itself. Raises `RecordError` without spans.
    """

    id: str
    report: str
    statement: str
    event: str | None
    predicate: str
    trigger: Span
    agent: tuple[Who, ...]
    agent_any: bool
    patient: tuple[Who, ...]
    place: tuple[Who, ...]
    arguments: tuple[Argument, ...]
    time: str | None
    time_id: str | None
    figure: str | None
    polarity: Polarity
    modality: Modality
    spans: tuple[Span, ...]
    condition_of: str | None = None
    exception: Span | None = None
    responds_to: str | None = None
    incident: str | None = None

    def __post_init__(self) -> None:
        if not self.spans:
            raise RecordError("a claim needs the words it rests on")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count in a report, with its bounds: "at least 31" is 31, 31, None; "nearly 2,000" is None, 2000, 2000;
    "30 to 40" is 30, None, 40; "dozens" is 24, None, None and approximate.

    `of` says what is counted in the report's words. Numbers are counts, never money, ages, shares, distances
    or the numbers of units.
    """

    id: str
    report: str
    statement: str | None
    claim: str | None
    span: Span
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    of: str | None
    happened: tuple[Happened, ...]
    side: Who | None = None
    by: Who | None = None
    place: Who | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    part_of: str | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was found inside one report, each list in the order of the text."""

    report: str
    entities: tuple[LocalEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
