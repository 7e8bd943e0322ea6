"""Changes of position that the trained reader finds: what one speaker says on two days and cannot both hold.

No wording is asked for, so that "our batteries did not fire a round" and, a week later, "the brigade fired six bombs"
are one change. What is said for a body by two of its speakers is none here, nor what stands in the outlet's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.link.compare import Finding
from counterclaim.link.compare.learned.compare import TURN
from counterclaim.link.pile import Pile
from counterclaim.link.when import said_on
from counterclaim.records import Change, EntityKind, Position, Statement, Status, Who, content_id

#: A state and a place speak with many mouths.
_SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION})


def read_turns(pile: Pile, findings: Sequence[Finding]) -> Iterator[Change]:
    """The changes among what the reader found, the surest first."""
    for finding in sorted((f for f in findings if f.judgement.kind == TURN), key=lambda f: -f.judgement.score):
        told = [(day, a) for a in (finding.left, finding.right) if (day := said_on(pile, pile.statements[a.statement]))]
        if len({day for (day, _), _ in told}) < 2:
            continue
        ((first, _), earlier), ((second, _), later) = sorted(told, key=lambda item: item[0][0])
        who = _who(pile, pile.statements[earlier.statement])
        if who is None or who.entity is None:
            continue
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


def _who(pile: Pile, statement: Statement) -> Who | None:
    """The one speaker of a statement, where it is somebody who can change their mind."""
    if pile.outlet_says(statement) or len(statement.sources) != 1:
        return None
    who = pile.resolved(statement.sources[0])
    entity = pile.entity(who)
    return who if entity is not None and entity.kind in _SPEAKERS else None
