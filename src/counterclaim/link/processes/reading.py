"""A reading: one state that one report gives to one process in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Evidence, Manner, ProcessKind, ProcessState, Statement, TimeExpression, Who

#: First and last day of something.
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Reading:
    """A state as a report gives it.

    `occasion` are the days the process itself is known by (that of its agreement or start, or one that names it);
    `place` where in a list of several processes it stands ("the truces of 10, 17 and 26 October"), else None.
    `parties` and `places` are keys that two readings are compared by; `acting` the parties
    and `where` the places that are shown; `sides` those of `acting` that the words for it name ("between A and B").
    `owners` are keys of those whose it is in so many words ("the Front's truce", "with the Front").
    `brokers` are keys of those who brought others to agree.
    `mark` tells it from others of its kind; `spoken` if `date` is only that on which somebody said so.
    `as_of` if it goes on on `date`, and may have begun before.
    `again` if it is what the sentence before named ("It took effect").
    `kept` is False for a reading that is worth showing only beside another one.
    """

    report: str
    at: int
    kind: ProcessKind
    state: ProcessState
    date: str | None
    by: tuple[Who, ...]
    condition: str | None
    claimed_by: Who | None
    evidence: Evidence
    words: str
    definite: bool
    new: bool
    occasion: Days | None = None
    place: int | None = None
    parties: frozenset[str] = frozenset()
    acting: tuple[Who, ...] = ()
    sides: tuple[Who, ...] = ()
    places: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    mark: str | None = None
    brokers: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    pair: bool = False
    spoken: bool = False
    kept: bool = True
    again: bool = False
    as_of: bool = False


@dataclass(slots=True)
class Inside:
    """One report as its readings look it up: claims, times and statements by where they stand. `states` are those of
    the pile by their codes."""

    pile: Pile
    report: str
    claims: list[Claim] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    states: dict[str, Who] = field(default_factory=dict)

    @classmethod
    def of(cls, pile: Pile, report: str, states: dict[str, Who]) -> Inside:
        """What a report of the pile holds."""
        found = pile.annotations[report]
        return cls(
            pile,
            report,
            sorted(found.claims, key=lambda c: (c.trigger.start, c.id)),
            sorted(found.times, key=lambda t: (t.span.start, t.id)),
            list(found.statements),
            states,
        )

    @property
    def text(self) -> str:
        """The report's text."""
        return self.pile.reports[self.report].text

    def claim_at(self, start: int, end: int) -> Claim | None:
        """The claim whose predicate stands between two characters."""
        here = [c for c in self.claims if c.trigger.start < end and start < c.trigger.end]
        return min(here, key=lambda c: (-len(c.agent) - len(c.patient), c.trigger.start, c.id), default=None)

    def statement_at(self, start: int) -> Statement | None:
        """The innermost statement whose words hold a character."""
        around = [
            (piece.end - piece.start, -n, statement)
            for n, statement in enumerate(self.statements)
            for piece in statement.content
            if piece.start <= start < piece.end
        ]
        return min(around, key=lambda found: found[:2])[2] if around else None

    def outlet(self) -> Who | None:
        """The outlet as a voice, where any sentence of the report is told by it."""
        told = (s for s in self.statements if s.manner is Manner.NARRATION and s.sources)
        return next((self.pile.resolved(s.sources[0]) for s in told), None)

    def cued_at(self, start: int, end: int) -> Statement | None:
        """The statement whose cue stands between two characters ("called for")."""
        cued = (s for s in self.statements if s.cue is not None and s.cue.start < end and start < s.cue.end)
        return next(cued, None)

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """The dates between two characters, in order."""
        return [t for t in self.times if start <= t.span.start and t.span.end <= end and t.value[:1].isdigit()]
