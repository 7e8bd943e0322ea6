"""Changes of position: one speaker, one question, two dates, opposite answers.

Five things are looked at. Where a process has somebody refuse on one day and offer, accept or agree on another, the
states are the answers. Where a speaker says of the same deed with the same object once that they will do it and once
that they will not, the claims are: those who speak for one state speak with one voice. And where somebody rejects or
opposes a thing and later accepts or supports it, these deeds are. A report may put somebody's earlier word beside a
later one (`earlier_words.py`), or tell of both in one breath (`first_and_later.py`). Last, the trained reader may find
what one speaker says on two days (`turned.py`). What is said again, what is bound to a condition, and a count that is
raised, is no change.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare import Finding
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.earlier_words import earlier_words
from counterclaim.link.first_and_later import first_and_later
from counterclaim.link.pile import Pile
from counterclaim.link.processes.parties import key_of
from counterclaim.link.ruled import ruled_changes
from counterclaim.link.said_and_unsaid import said_and_unsaid
from counterclaim.link.turned import read_turns
from counterclaim.link.when import said_on
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
#: Who meets whom is told by processes.
_MEET = frozenset({"meet", "negotiate", "talk", "speak"})
#: Verbs of being for and against something.
_FOR = frozenset({"accept", "support", "welcome", "approve", "endorse", "ratify", "recognise", "recognize"})
_AGAINST = frozenset({"reject", "oppose", "condemn", "denounce", "dismiss", "veto", "decline"})
#: When a process without a day was told of.
_TOLD_ON = re.compile(r", told on \S+$")
#: Whose object is the doer's own.
_OWN = re.compile(r"(?:its|their|his|her|our|my)\s", re.I)
#: What binds a yes or a no to something that may come about; looked for so far behind it, in characters.
_BOUND = re.compile(
    r"\b(?:if|unless|until|till|before|while|as long as|without|provided|only|yet|today|tomorrow)\b", re.I
)
_REACH = 120
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
    of: Who


def gather_changes(
    pile: Pile,
    processes: Sequence[Process],
    judged: Sequence[Judgement] = (),
    told: Sequence[Change] | None = None,
    findings: Sequence[Finding] = (),
) -> list[Change]:
    """The changes of position that follow from claims and processes, by the date of the later answer. `judged` are
    the judgements of persons that count, the latest first: one of kind "change" confirms (same) or rejects (different)
    the change of the words that it is fastened to (`link/ruled.py`). `told` are those of claims, where they are known
    already; `findings` what comparing gave, among which the reader's are looked at."""
    found: dict[str, Change] = {}
    turned: set[tuple[str, str | None, str | None]] = set()
    for change in _in_processes(pile, processes):
        found.setdefault(change.id, change)
        turned.add(_turn(change))
    for change in changes_told(pile) if told is None else told:
        if _turn(change) not in turned:
            found.setdefault(change.id, change)
    turned |= {_turn(change) for change in found.values()}
    for change in read_turns(pile, findings):
        if _turn(change) not in turned:
            turned.add(_turn(change))
            found.setdefault(change.id, change)
    ruled = ruled_changes(list(found.values()), judged)
    return sorted(ruled, key=lambda change: (change.later.date or "", change.id))


def changes_told(pile: Pile) -> list[Change]:
    """The changes that follow from claims and from what reports themselves put side by side, in no particular order."""
    return [*_in_claims(pile), *said_and_unsaid(pile), *earlier_words(pile), *first_and_later(pile)]


def _turn(change: Change) -> tuple[str, str | None, str | None]:
    """Who changed position, and between which days."""
    return change.who.entity or change.who.name, change.earlier.date, change.later.date


def _in_processes(pile: Pile, processes: Sequence[Process]) -> Iterator[Change]:
    for process in processes:
        stances: dict[str, list[_Stance]] = defaultdict(list)
        for step in process.states:
            if step.state in _ANSWER and step.date and (span := date_span(step.date)) and span[0] == span[1]:
                for who in step.by:
                    if who.entity and _own_word(pile, step, who):
                        stances[who.entity].append(_of_step(pile, step, who, span[0]))
        for entity in sorted(stances):
            question = _asked(pile, process, stances[entity][0].who)
            yield from _turns(stances[entity], question, ("process", process.id))


def _own_word(pile: Pile, step: ProcessStep, who: Who) -> bool:
    """Whether the one whose state it is says so, or a report tells it; what an opponent says of them is no change."""
    if step.claimed_by is None or step.claimed_by.entity == who.entity:
        return True
    voice = key_of(pile, step.claimed_by)
    if voice is not None and voice.startswith("state ") and voice == key_of(pile, who):
        return True
    return any(step.claimed_by.name == pile.reports[piece.report].outlet for piece in step.evidence)


def _of_step(pile: Pile, step: ProcessStep, who: Who, said: date) -> _Stance:
    first = step.evidence[0]
    words = f"{'yes' if _ANSWER[step.state] else 'no'} ({step.state.value})"
    at = pile.rank(first.report), first.start
    return _Stance(who, said, step.date or "", _ANSWER[step.state], words, step.evidence, at, who)


def _asked(pile: Pile, process: Process, who: Who) -> str:
    others = [other.name for other in process.parties if other.entity != who.entity]
    if process.kind is ProcessKind.TALKS and len(others) == 1:
        meets = "ready to meet" if _is_person(pile, who) else "ready for talks with"
        return f"Is {who.name} {meets} {others[0]}?"
    # "Ceasefire of 3 May 2021 (Arvel, Tosk)", "Ceasefire (Arvel), told on 2021-05-04".
    name = _TOLD_ON.sub("", process.name).split(" (")[0]
    kind = name[:1].lower() + name[1:]
    article = "the" if " of " in name or name.endswith("s") else "an" if kind[:1] in "aeiou" else "a"
    return f"Is {who.name} for or against {article} {kind}{f' with {others[0]}' if len(others) == 1 else ''}?"


def _is_person(pile: Pile, who: Who) -> bool:
    entity = pile.entities.get(who.entity or "")
    return entity is not None and entity.kind is EntityKind.PERSON


def _in_claims(pile: Pile) -> Iterator[Change]:
    stances: dict[tuple[str, str, str], list[_Stance]] = defaultdict(list)
    asked: dict[tuple[str, str, str], str] = {}
    bound = {claim.condition_of for claim in pile.claims.values() if claim.condition_of is not None}
    for claim in pile.claims.values():
        if claim.id not in bound:
            for key, stance, question in (*_of_claim(pile, claim), *_of_view(pile, claim)):
                stances[key].append(stance)
                asked.setdefault(key, question)
    for key in sorted(stances):
        yield from _turns(stances[key], asked[key], key)


def _of_claim(pile: Pile, claim: Claim) -> Iterator[tuple[tuple[str, str, str], _Stance, str]]:
    """What those who speak for the doers of a claim say that these would do, or would not."""
    statement = pile.statements[claim.statement]
    predicate = claim.predicate.split()[0]
    yes = _would(claim, statement)
    if yes is None or predicate in _EMPTY | _MEET or statement.manner is Manner.NARRATION or _is_bound(pile, claim):
        return
    object_ = next(iter((*claim.patient, *(a.who for a in claim.arguments))), None)
    thing = _thing(pile, object_, claim) if object_ else None
    said = said_on(pile, statement)
    if said is None or thing is None or object_ is None:
        return
    doers = {actor: who for who in claim.agent if (actor := pile.actor(who))}
    for who in statement.sources:
        actor, speaker = pile.actor(who), pile.entity(who)
        if actor not in doers or speaker is None or speaker.kind is EntityKind.PLACE:
            continue
        answer = "yes" if yes else "no"
        stance = _stance(pile, claim, (pile.resolved(who), pile.resolved(doers[actor])), (said, yes, answer))
        yield (
            (actor, predicate, thing),
            stance,
            f"Would {stance.of.name} {claim.predicate} {_named(pile, claim, object_)}?",
        )


def _named(pile: Pile, claim: Claim, object_: Who) -> str:
    """What is done to in words, with whom or what else has part ("troops to Kenya")."""
    if pile.entity(object_) is not None:
        return pile.resolved(object_).name
    beside = [
        f" {a.role} {pile.resolved(a.who).name}" for a in claim.arguments if a.who != object_ and pile.entity(a.who)
    ]
    return object_.name + "".join(beside[:1])


def _of_view(pile: Pile, claim: Claim) -> Iterator[tuple[tuple[str, str, str], _Stance, str]]:
    """What somebody accepts or supports, rejects or opposes, whoever tells it."""
    yes = True if claim.predicate in _FOR else False if claim.predicate in _AGAINST else None
    own = claim.polarity is Polarity.POSITIVE and claim.modality in {Modality.FACT, Modality.PLAN}
    object_ = next(iter(claim.patient), None)
    if yes is None or not own or object_ is None or claim.agent_any or _is_bound(pile, claim):
        return
    thing, said = _thing(pile, object_), said_on(pile, pile.statements[claim.statement])
    if thing is None or said is None or claim.time not in {None, "PRESENT_REF", said[1]}:
        return
    for who in claim.agent:
        doer = pile.entity(who)
        if doer is None or doer.kind is EntityKind.PLACE or pile.actor(who) == pile.actor(object_):
            continue
        resolved = pile.resolved(who)
        answer = f"{'yes' if yes else 'no'} ({claim.predicate})"
        name = pile.resolved(object_).name if pile.entity(object_) else object_.name
        stance = _stance(pile, claim, (resolved, resolved), (said, yes, answer))
        yield (pile.actor(who) or doer.id, "for", thing), stance, f"Is {resolved.name} for or against {name}?"


def _is_bound(pile: Pile, claim: Claim) -> bool:
    """Whether the words behind a claim bind it to something that may yet come about ("not before …")."""
    words = pile.reports[claim.report].text[claim.trigger.end : claim.trigger.end + _REACH]
    return bool(_BOUND.search(re.split(r"[.;!?\n]", words)[0]))


def _stance(pile: Pile, claim: Claim, who: tuple[Who, Who], answer: tuple[tuple[date, str], bool, str]) -> _Stance:
    """The stance of a speaker, for whom they speak, when said, whether it is a yes, and in what words."""
    (said, value), yes, words = answer
    piece = pile.evidence(claim.report, pile.in_full(pile.statements[claim.statement]))
    return _Stance(who[0], said, value, yes, words, (piece,), (pile.rank(claim.report), claim.trigger.start), who[1])


def _would(claim: Claim, statement: Statement) -> bool | None:
    """Whether the speaker would do it; None where the claim does not say."""
    bound = claim.modality is Modality.PLAN or statement.act in _YES | _NO
    if not bound or claim.modality not in {Modality.PLAN, Modality.FACT} or claim.condition_of is not None:
        return None
    if claim.polarity is Polarity.POSITIVE and statement.act not in _NO:
        return True
    return False if claim.polarity is Polarity.NEGATIVE else None


def _thing(pile: Pile, who: Who, claim: Claim | None = None) -> str | None:
    """What is done to: an entity, or a noun with its adjectives, if they tell anything, or with who or what else has
    part in the claim ("troops to Kenya")."""
    entity = pile.entity(who)
    if entity is not None:
        return entity.id
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    if _OWN.match(words):
        return f"own {noun}"
    before = modifiers(words)
    if before and (tells(noun) or any(word[:1].isupper() for word in words.split()[1:])):
        return " ".join([*sorted(before), noun])
    beside = [a.who for a in claim.arguments] + list(claim.place) if claim else []
    entities = sorted({entity.id for other in beside if other != who and (entity := pile.entity(other))})
    return " ".join([noun, *entities]) if entities and noun else None


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
    one = before[0].who.entity == after[0].who.entity
    who = before[0].who if one else before[0].of
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
