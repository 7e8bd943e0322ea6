"""Who holds an answer, where it is not simply who is named for the statement that it stands in.

A headline is the outlet's choice of words; what it tells, the report below it may have from somebody: under "Gas kills
nine" stands "Gas killed nine people, the doctor said". And whoever denies a thing is not who says it, though both stand
in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.link.compare import Answer
from counterclaim.link.compare.denials.parties import PRONOUNS
from counterclaim.link.compare.finding import UNNAMED
from counterclaim.link.pile import Pile
from counterclaim.records import Manner, PassageKind, Slot, Statement, Unnamed, Who

#: How much of a headline's telling words somebody has to say below it, how many at least, and how far below it, in
#: characters.
_SHARE, _FEWEST, _BELOW = 0.6, 3, 900
_WORD = re.compile(r"[^\W_]+(?:,\d{3})*")
#: Words of a headline are compared by so many letters: "kill" and "killed", "raid" and "raids".
_STEM = 4
_DENIED = frozenset({Slot.POLARITY, Slot.EXISTENCE})
_NOBODY = "not known"


def holders_of(pile: Pile, slot: Slot | None, answers: Sequence[Answer], others: Sequence[Answer]) -> tuple[Who, ...]:
    """Who holds a side, each once, as a reader is told of them; `others` are the answers of the other sides."""
    found: dict[str, Who] = {}
    held = [(answer, _holders(pile, slot, answer, others), _by_headline(pile, slot, answer)) for answer in answers]
    told = {a.evidence.report for a, named, heads in held if named and not heads and not _by_outlet(pile, a)}
    for answer, named, heads in held:
        if heads and answer.evidence.report in told:
            continue  # the report that it heads says in the same words who has it
        for who in named:
            known = _known(who)
            same = any(_one_name(known, other) for other in found.values())
            if not same:
                found.setdefault(pile.key(who), known)
    told_of = tuple(who for who in found.values() if who.name != _NOBODY)
    return told_of or tuple(found.values())


def told_by_somebody(
    pile: Pile, slot: Slot | None, answers: Sequence[Answer], others: Sequence[Answer]
) -> Sequence[Answer]:
    """The answers of a side without those that nobody is named for, where somebody is for another: the words of who
    denies a thing are no evidence for it beside the words of who says it."""
    named = [a for a in answers if _holders(pile, slot, a, others) != (UNNAMED,)]
    return named or answers


def _one_name(one: Who, other: Who) -> bool:
    """Whether two that are nobody in particular go by one name: "activists" of two reports."""
    return one.entity is None and other.entity is None and one.name.casefold() == other.name.casefold()


def _holders(pile: Pile, slot: Slot | None, answer: Answer, others: Sequence[Answer]) -> tuple[Who, ...]:
    named = answer.holders or pile.holders(pile.statements[answer.statement])
    if slot in _DENIED and _only_denied(pile, answer, named, others):
        return (UNNAMED,)
    if _by_headline(pile, slot, answer):
        below = _below(pile, answer)
        return pile.holders(below) if below is not None else named
    return named


def _only_denied(pile: Pile, answer: Answer, named: Iterable[Who], others: Sequence[Answer]) -> bool:
    """Whether an answer stands in the words of who denies it: then nobody is named who gives it."""
    if answer.words != "yes":
        return False
    keys = {pile.key(who) for who in named}
    here = [other for other in others if other.words.startswith("no") and other.statement == answer.statement]
    deniers = (other.holders or pile.holders(pile.statements[other.statement]) for other in here)
    return any(keys & {pile.key(who) for who in whos} for whos in deniers)


def _by_outlet(pile: Pile, answer: Answer) -> bool:
    return not answer.holders and pile.outlet_says(pile.statements[answer.statement])


def _by_headline(pile: Pile, slot: Slot | None, answer: Answer) -> bool:
    """Whether it is a headline that gives an answer, and the answer is no matter of how a thing is called."""
    if slot is Slot.NAMING or not _by_outlet(pile, answer):
        return False
    at = pile.statements[answer.statement].content[0].start
    return any(start <= at < end for start, end in _headlines(pile, answer.evidence.report))


def _headlines(pile: Pile, report: str) -> Iterator[tuple[int, int]]:
    return ((p.start, p.end) for p in pile.reports[report].passages if p.kind is PassageKind.HEADLINE)


def _below(pile: Pile, answer: Answer) -> Statement | None:
    """The statement below a headline that says most of it."""
    title = pile.statements[answer.statement].content[0]
    words = _stems(title.text)
    said = [
        (len(words & _stems(" ".join(piece.text for piece in s.content))), -s.content[0].start, s.id, s)
        for s in pile.annotations[answer.evidence.report].statements
        if s.manner is not Manner.NARRATION
        and s.sources
        and s.parent is None
        and 0 <= s.content[0].start - title.end <= _BELOW
    ]
    shared, _, _, best = max(said, default=(0, 0, "", None))
    return best if shared >= max(_FEWEST, _SHARE * len(words)) else None


def _stems(text: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return {word[:_STEM] for word in words if len(word) >= _STEM or word.isdigit()}


def _known(who: Who) -> Who:
    """A holder as a reader is told of one: a pronoun that nobody resolved names nobody."""
    unresolved = who.entity is None and who.name.lower() in PRONOUNS
    return replace(who, name=_NOBODY, unnamed=who.unnamed or Unnamed.ANYONE) if unresolved else who
