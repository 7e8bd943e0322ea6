"""Changes of position that the trained reader finds: what one speaker says on two days and cannot both hold.

No wording is asked for, so that "our batteries did not fire a round" and, a week later, "the brigade fired six bombs"
are one change. What is said for a body by two of its speakers is none here, nor what stands in the outlet's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from counterclaim.link.compare import Answer, Finding
from counterclaim.link.compare.learned.compare import TURN
from counterclaim.link.pile import Pile
from counterclaim.records import Change, EntityKind, Position, Statement, Status, Who, content_id
from counterclaim.records.timex import date_span

#: A state and a place speak with many mouths.
_SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION})


def read_turns(pile: Pile, findings: Sequence[Finding]) -> Iterator[Change]:
    """The changes among what the reader found, one for a speaker and two days."""
    seen: set[tuple[str, date, date]] = set()
    for finding in sorted((f for f in findings if f.judgement.kind == TURN), key=lambda f: -f.judgement.score):
        told = [(day, answer) for answer in (finding.left, finding.right) if (day := _day(pile, answer)) is not None]
        if len(told) < len((finding.left, finding.right)) or told[0][0] == told[1][0]:
            continue
        (first, earlier), (second, later) = sorted(told, key=lambda item: item[0])
        who = _who(pile, pile.statements[earlier.statement])
        if who is None or who.entity is None or (who.entity, first, second) in seen:
            continue
        seen.add((who.entity, first, second))
        yield Change(
            id=content_id("change", who.entity, earlier.evidence.report, earlier.evidence.start, later.evidence.start),
            who=who,
            question=finding.question,
            earlier=Position(first.isoformat(), earlier.words, (earlier.evidence,)),
            later=Position(second.isoformat(), later.words, (later.evidence,)),
            score=finding.judgement.score,
            reasons=(
                f"{who.name} says “{earlier.words}” on {first} and “{later.words}” on {second}.",
                *finding.judgement.reasons,
            ),
            status=Status.SUGGESTED,
        )


def _day(pile: Pile, answer: Answer) -> date | None:
    """The day on which an answer was given; None where it is not known to the day."""
    statement = pile.statements[answer.statement]
    told = statement.said or pile.reports[statement.report].published
    span = date_span(told) if told else None
    return span[0] if span and span[0] == span[1] else None


def _who(pile: Pile, statement: Statement) -> Who | None:
    """The one speaker of a statement, where it is somebody who can change their mind."""
    if pile.outlet_says(statement) or len(statement.sources) != 1:
        return None
    who = pile.resolved(statement.sources[0])
    entity = pile.entity(who)
    return who if entity is not None and entity.kind in _SPEAKERS else None
