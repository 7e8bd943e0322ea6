"""Changes of position: one speaker, one question, two dates, opposite answers.

Two things are looked at. Where a process has somebody refuse on one day and offer, accept or agree on another, the
states are the answers. And where a speaker says of the same deed with the same object once that they will do it and
once that they will not, the claims are. What is said again, and a count that is raised, is no change.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import ruled_changes
from counterclaim.records import (
    Act,
    Change,
    Claim,
    EntityKind,
    Evidence,
    Judgement,
    Manner,
    Modality,
    Polarity,
    Position,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    Statement,
    Status,
    Who,
    content_id,
)
from counterclaim.records.timex import date_span

S = ProcessState

#: Whether a state is a yes or a no of those who bring it about.
_ANSWER = {
    S.OFFERED: True,
    S.ACCEPTED: True,
    S.AGREED: True,
    S.PROPOSED: True,
    S.REFUSED: False,
    S.ENDED: False,
}
#: Acts by which somebody binds themselves to a deed, or will not do it.
_YES = frozenset({Act.OFFER, Act.PROMISE, Act.AGREE})
_NO = frozenset({Act.REFUSE})
#: Verbs that say too little to ask whether somebody would do it.
_EMPTY = frozenset(
    "be have do make take go get say tell see come give use need know keep let try want continue begin start find put "
    "exist become show help work think look set call happen remain seem happen".split()
)
#: Somebody who would not do it unless something happens says when they would.
_REFUSED_FLATLY, _REFUSED_IF = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class _Stance:
    """What somebody answers on a day: yes or no, in the words of some evidence."""

    who: Who
    said: date
    value: str
    yes: bool
    words: str
    evidence: tuple[Evidence, ...]
    at: tuple[int, int]


def gather_changes(pile: Pile, processes: Sequence[Process], judged: Sequence[Judgement] = ()) -> list[Change]:
    """The changes of position that follow from claims and processes, by the date of the later answer. `judged` are
    the judgements of persons that count, the latest first: one of kind "change" confirms (same) or rejects (different)
    the change of the words that it is fastened to (`link/ruled.py`)."""
    found: dict[str, Change] = {}
    spoken: set[tuple[str, str | None, str | None]] = set()
    for change in itertools.chain(_in_processes(pile, processes), _in_claims(pile)):
        key = (change.who.entity or change.who.name, change.earlier.date, change.later.date)
        if key not in spoken:
            spoken.add(key)
            found.setdefault(change.id, change)
    ruled = ruled_changes(list(found.values()), judged)
    return sorted(ruled, key=lambda change: (change.later.date or "", change.id))


def _in_processes(pile: Pile, processes: Sequence[Process]) -> Iterator[Change]:
    for process in processes:
        stances: dict[str, list[_Stance]] = defaultdict(list)
        for step in process.states:
            if step.state in _ANSWER and step.date and (span := date_span(step.date)) and span[0] == span[1]:
                for who in step.by:
                    if who.entity and _own_word(pile, step, who):
                        stances[who.entity].append(_of_step(pile, step, who, span[0]))
        for entity in sorted(stances):
            question = _asked(process, stances[entity][0].who)
            yield from _turns(stances[entity], question, ("process", process.id))


def _own_word(pile: Pile, step: ProcessStep, who: Who) -> bool:
    """Whether the one whose state it is says so, or a report tells it; what an opponent says of them is no change."""
    if step.claimed_by is None or step.claimed_by.entity == who.entity:
        return True
    return any(step.claimed_by.name == pile.reports[piece.report].outlet for piece in step.evidence)


def _of_step(pile: Pile, step: ProcessStep, who: Who, said: date) -> _Stance:
    first = step.evidence[0]
    words = f"{'yes' if _ANSWER[step.state] else 'no'} ({step.state.value})"
    at = pile.rank(first.report), first.start
    return _Stance(who, said, step.date or "", _ANSWER[step.state], words, step.evidence, at)


def _asked(process: Process, who: Who) -> str:
    others = [other.name for other in process.parties if other.entity != who.entity]
    if process.kind is ProcessKind.TALKS and len(others) == 1:
        return f"Is {who.name} ready to meet {others[0]}?"
    return f"Is {who.name} for or against it: {process.name[:1].lower()}{process.name[1:]}?"


def _in_claims(pile: Pile) -> Iterator[Change]:
    stances: dict[tuple[str, str, str], list[_Stance]] = defaultdict(list)
    asked: dict[tuple[str, str, str], str] = {}
    for claim in pile.claims.values():
        for key, stance, question in _of_claim(pile, claim):
            stances[key].append(stance)
            asked.setdefault(key, question)
    for key in sorted(stances):
        yield from _turns(stances[key], asked[key], key)


def _of_claim(pile: Pile, claim: Claim) -> Iterator[tuple[tuple[str, str, str], _Stance, str]]:
    """What the speakers of a claim say that they would do, or would not."""
    statement = pile.statements[claim.statement]
    predicate = claim.predicate.split()[0]
    yes = _would(claim, statement)
    if yes is None or predicate in _EMPTY or statement.manner is Manner.NARRATION:
        return
    told = statement.said or pile.reports[claim.report].published
    span = date_span(told) if told else None
    object_ = next(iter((*claim.patient, *(a.who for a in claim.arguments))), None)
    thing = _thing(pile, object_) if object_ else None
    if span is None or span[0] != span[1] or thing is None or object_ is None:
        return
    doers = {pile.actor(who) for who in claim.agent}
    for who in statement.sources:
        speaker = pile.entity(who)
        if speaker is None or speaker.kind is EntityKind.PLACE or pile.actor(who) not in doers:
            continue
        resolved = pile.resolved(who)
        piece = pile.evidence(claim.report, claim.spans[0])
        stance = _Stance(
            resolved,
            span[0],
            told or "",
            yes,
            "yes" if yes else "no",
            (piece,),
            (pile.rank(claim.report), claim.trigger.start),
        )
        name = pile.resolved(object_).name if pile.entity(object_) else object_.name
        yield (speaker.id, predicate, thing), stance, f"Would {resolved.name} {claim.predicate} {name}?"


def _would(claim: Claim, statement: Statement) -> bool | None:
    """Whether the speaker would do it; None where the claim does not say."""
    bound = claim.modality is Modality.PLAN or statement.act in _YES | _NO
    if not bound or claim.modality not in {Modality.PLAN, Modality.FACT} or claim.condition_of is not None:
        return None
    if claim.polarity is Polarity.POSITIVE and statement.act not in _NO:
        return True
    return False if claim.polarity is Polarity.NEGATIVE else None


def _thing(pile: Pile, who: Who) -> str | None:
    """What is done to: an entity, or a noun with its adjectives, if they tell anything."""
    entity = pile.entity(who)
    if entity is not None:
        return entity.id
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    before = modifiers(words)
    return " ".join([*sorted(before), noun]) if tells(noun) and before else None


def _turns(stances: Iterable[_Stance], question: str, key: tuple[str, ...]) -> Iterator[Change]:
    """A change wherever an answer is not that of the day before it. A day with both answers tells of no change."""
    days: dict[date, list[_Stance]] = defaultdict(list)
    for stance in sorted(stances, key=lambda s: (s.said, s.at)):
        days[stance.said].append(stance)
    clear = [days[day] for day in sorted(days) if len({s.yes for s in days[day]}) == 1]
    for before, after in itertools.pairwise(clear):
        if before[0].yes != after[0].yes:
            yield _change(before, after, question, key)


def _change(before: Sequence[_Stance], after: Sequence[_Stance], question: str, key: tuple[str, ...]) -> Change:
    who = before[0].who
    first = before[0].evidence[0]
    id_ = content_id("change", who.entity or who.name, *key[1:2], first.report, first.start, before[0].value)
    apart = (after[0].said - before[0].said).days
    reports = {piece.report for s in (*before, *after) for piece in s.evidence}
    return Change(
        id=id_,
        who=who,
        question=question,
        earlier=_position(before),
        later=_position(after),
        score=_REFUSED_FLATLY if len(reports) > 1 else _REFUSED_IF,
        reasons=(
            f"{who.name} answers “{before[0].words}” on {before[0].value} and “{after[0].words}” on {after[0].value}.",
            f"Both answer the same question, {apart} days apart.",
        ),
        status=Status.SUGGESTED,
    )


def _position(stances: Sequence[_Stance]) -> Position:
    pieces = tuple(dict.fromkeys(piece for stance in stances for piece in stance.evidence))
    return Position(stances[0].value, stances[0].words, pieces)
