"""Changes of position across reports: what somebody says on one day and denies on another, of the same deed.

"The freighter had carried no weapons", the minister said in May; a week later he said that it had. Who does it, what is
done and to what have to be the same, with nothing that tells two deeds apart: another day of the deed, another place,
another number. What is bound to a condition, and what somebody says of their own plans, is told elsewhere
(`changes.py`).
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.pile import Pile
from counterclaim.link.when import may_coincide, said_on
from counterclaim.records import (
    Act,
    Change,
    Claim,
    EntityKind,
    Manner,
    Modality,
    PassageKind,
    Polarity,
    Position,
    Statement,
    Status,
    Who,
    content_id,
)

#: So many days may lie between the two: what is said longer after is as a rule of another deed.
_FAR = 120
_SCORE = 0.6
_TOLD = frozenset({Modality.FACT, Modality.PLAN})
#: Acts that are no word of what was or will be.
_NO_WORD = frozenset({Act.ASK, Act.DEMAND, Act.CALL_FOR, Act.EXPRESS, Act.THREATEN})
#: Verbs that say too little, or whose negation says nothing of a deed ("could not say").
_EMPTY = frozenset(
    "be have do make take go get say tell see come give use need know keep let try want continue begin start find put "
    "exist become show help think look set call happen remain seem believe expect hope understand feel mean like speak "
    "talk meet discuss confirm deny admit receive hear comment answer ask agree accept reject support oppose".split()
)
_BOUND = re.compile(r"\b(?:if|unless|until|till|before|while|as long as|without|provided|only|yet)\b", re.I)
_REACH = 120
#: Cues that are no saying: what somebody keeps from doing they do not deny.
_NO_SAYING = re.compile(r"\b(?:refrain|avoid|stop|fail|engag|try|tr(?:y|ied)|attempt|declin)", re.I)
_LEADING = re.compile(r"^(?:the|an?|any|some|no|its|their|his|her)\s+", re.I)
_PRONOUN = frozenset("he she it they we i you who which that this these those there one nobody somebody anyone".split())


@dataclass(frozen=True, slots=True)
class _Word:
    """What somebody says of a deed on a day: that it was or will be, or not."""

    claim: Claim
    statement: Statement
    who: Who
    said: date
    value: str
    yes: bool
    question: str


def said_and_unsaid(pile: Pile) -> Iterator[Change]:
    """The changes of position that follow from what a speaker says of one deed on two days."""
    # Few claims say no; only what is said of the same deeds can turn round. Looking at those alone takes a fifth.
    noes = [claim for claim in pile.claims.values() if claim.polarity is Polarity.NEGATIVE]
    found: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for claim in noes:
        for key, word in _words(pile, claim):
            found[key].append(word)
    denied = {(word.claim.predicate, word.claim.modality) for words in found.values() for word in words}
    for claim in pile.claims.values():
        if claim.polarity is Polarity.POSITIVE and (claim.predicate, claim.modality) in denied:
            for key, word in _words(pile, claim):
                if key in found:
                    found[key].append(word)
    for key in sorted(found):
        words = sorted(found[key], key=lambda w: (w.said, pile.rank(w.claim.report), w.claim.trigger.start, w.claim.id))
        days: dict[date, list[_Word]] = defaultdict(list)
        for word in words:
            days[word.said].append(word)
        clear = [days[day] for day in sorted(days) if len({word.yes for word in days[day]}) == 1]
        for before, after in itertools.pairwise(clear):
            if before[0].yes != after[0].yes and _of_one_deed(before[0], after[0]):
                yield _change(pile, before, after, key)


def _words(pile: Pile, claim: Claim) -> Iterator[tuple[tuple[str, ...], _Word]]:
    """What is said of a deed, under the speaker, the deed, who does it and to what."""
    statement = pile.statements[claim.statement]
    if not _is_word(pile, claim, statement):
        return
    speaker = pile.entity(statement.sources[0])
    said = said_on(pile, statement)
    if speaker is None or speaker.kind is EntityKind.PLACE or said is None:
        return
    agent = next((who for who in claim.agent if who.name.lower() not in _PRONOUN), None)
    object_ = next(iter((*claim.patient, *(a.who for a in claim.arguments))), None)
    if agent is None or object_ is None:
        return
    doer, thing = _key(pile, agent), _thing(pile, object_)
    if not doer or not thing:
        return
    who = pile.resolved(statement.sources[0])
    kind = "plan" if claim.modality is Modality.PLAN else "fact"
    asks = "Would" if claim.modality is Modality.PLAN else "Did"
    question = f"{asks} {_shown(pile, agent)} {claim.predicate} {_object(pile, claim, object_)}?"
    yes = claim.polarity is Polarity.POSITIVE
    key = (pile.actor(statement.sources[0]) or speaker.id, kind, claim.predicate, doer, thing)
    yield key, _Word(claim, statement, who, *said, yes, question)


def _is_word(pile: Pile, claim: Claim, statement: Statement) -> bool:
    """Whether a claim is what one speaker says of a deed, bound to nothing, and no headline."""
    if claim.modality not in _TOLD or claim.polarity not in {Polarity.POSITIVE, Polarity.NEGATIVE}:
        return False
    if claim.condition_of is not None or claim.agent_any or claim.predicate.split()[0] in _EMPTY:
        return False
    if statement.manner is Manner.NARRATION or statement.act in _NO_WORD or len(statement.sources) != 1:
        return False
    if statement.cue is None or _NO_SAYING.search(statement.cue.text):
        return False
    report = pile.reports[claim.report]
    if any(p.start <= claim.trigger.start < p.end for p in report.passages if p.kind is PassageKind.HEADLINE):
        return False
    words = report.text[claim.trigger.end : claim.trigger.end + _REACH]
    return not _BOUND.search(re.split(r"[.;!?\n]", words)[0])


def _key(pile: Pile, who: Who) -> str | None:
    """What tells one who acts, or an object, from others: the actor, or its noun with the words before it."""
    actor = pile.actor(who)
    if actor is not None:
        return actor
    words = _LEADING.sub("", who.span.text if who.span else who.name)
    noun = head_noun(words)
    return " ".join((*sorted(modifiers(words)), noun)) if noun else None


def _thing(pile: Pile, who: Who) -> str | None:
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    if pile.entity(who) is None and (not tells(noun) or words.lower() in _PRONOUN or re.search(r"\d", words)):
        return None
    return _key(pile, who)


def _shown(pile: Pile, who: Who) -> str:
    return pile.resolved(who).name if pile.entity(who) else who.name


def _object(pile: Pile, claim: Claim, object_: Who) -> str:
    """What is done to in words, with the word that leads to it where it is no direct object ("return to work")."""
    role = next((f"{a.role} " for a in claim.arguments if a.who == object_), "") if not claim.patient else ""
    words = re.sub(r"^(?:no|any)\s+", "", _shown(pile, object_), flags=re.I)
    beside = [
        f" {a.role} {_shown(pile, a.who)}" for a in claim.arguments if a.who != object_ and a.role not in {"theme"}
    ]
    return f"{role if role != 'theme ' else ''}{words}{''.join(beside[:1])}"


def _of_one_deed(before: _Word, after: _Word) -> bool:
    """Whether nothing tells the deeds of two words apart."""
    if (after.said - before.said).days > _FAR or not may_coincide(before.claim.time, after.claim.time):
        return False
    places = [{who.name.lower() for who in word.claim.place} for word in (before, after)]
    return not (all(places) and not places[0] & places[1])


def _change(pile: Pile, before: list[_Word], after: list[_Word], key: tuple[str, ...]) -> Change:
    who, first = before[0].who, before[0]
    piece = pile.evidence(first.claim.report, pile.in_full(first.statement))
    days = (after[0].said - first.said).days
    return Change(
        id=content_id("change", who.entity or who.name, *key[1:], piece.report, piece.start, first.value),
        who=who,
        question=first.question,
        earlier=_position(pile, before),
        later=_position(pile, after),
        score=_SCORE,
        reasons=(
            f"{who.name} says “{_answer(first)}” on {first.value} and “{_answer(after[0])}” on {after[0].value}.",
            f"Both are of one deed, told {days} days apart.",
        ),
        status=Status.SUGGESTED,
    )


def _answer(word: _Word) -> str:
    return "yes" if word.yes else "no"


def _position(pile: Pile, words: list[_Word]) -> Position:
    pieces = dict.fromkeys(pile.evidence(w.claim.report, pile.in_full(w.statement)) for w in words)
    return Position(words[0].value, _answer(words[0]), tuple(pieces))
