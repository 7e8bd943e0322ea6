"""Sayings: words of a report that answer a question of cause, name or quality, and how two of them are compared.

Cause, naming and quality differ in what their words are and share the rest: two sayings on one topic, by two voices,
that give rival answers, in one report or in two that are likely of one happening. None of them has been measured to be
as sure as the other slots, so their scores stay below those (`CEILING`) and they are shown below them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.incidents.likeness import Likeness, Signs, reasons
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import days_apart_out, published, windows, within
from counterclaim.records import Manner, Slot, Span, Statement, Verdict

#: The highest score of a dispute of these slots.
CEILING = 0.45
#: Likeness from which sayings of two reports are taken to be of one happening, and the days their reports may be apart.
_ONE_HAPPENING, _DAYS = 0.6, 4
#: Sayings of one report further apart than this, in characters, are of two things.
_NEAR = 2500
#: Sayings of one topic in one window of days that are looked at; more say that all of the pile speaks of it.
_MOST = 200


#: A sentence, roughly: what stands between full stops; one inside a word or number is none.
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?](?=\w)[^.!?\n]*)*")


@dataclass(frozen=True, slots=True)
class Saying:
    """Words at `span` by which `statement` answers (`answer`, one of a closed list) a question on `topic`. `words` are
    the answer in the report's words; `weight`, 0 to 1, is how plainly they say it."""

    record: str
    statement: Statement
    topic: str
    answer: str
    words: str
    span: Span
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """What one slot compares: which answers are rivals on a topic, the question, and why the two differ."""

    slot: Slot
    rivals: Callable[[Saying, Saying], bool]
    question: Callable[[Saying, Saying], str]
    why: Callable[[Saying, Saying], str]


def compare_sayings(pile: Pile, tellings: Tellings, sayings: Iterable[Saying], kind: Kind) -> Iterator[Finding]:
    """The conflicts and near misses among sayings. Pairs are looked at within a topic and a week."""
    blocks: dict[tuple[str, int], list[Saying]] = defaultdict(list)
    for saying in sayings:
        day = published(pile, saying.statement.report)
        for window in windows(day.toordinal() if day else 0, _DAYS):
            blocks[saying.topic, window].append(saying)
    likeness = Likeness.of(pile, tellings)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        here = blocks[key][:_MOST]
        for left, right in pile.pairs(here):
            pair = (left.record, right.record)
            if pair in seen or left.record == right.record or not kind.rivals(left, right):
                continue
            seen.add(pair)
            finding = _compare(pile, tellings, likeness, kind, left, right)
            if finding is not None:
                yield finding


def _compare(
    pile: Pile, tellings: Tellings, likeness: Likeness, kind: Kind, left: Saying, right: Saying
) -> Finding | None:
    one, other = left.statement, right.statement
    why = [kind.why(left, right)]
    weight = CEILING * left.weight * right.weight
    if pile.holder_key(one) == pile.holder_key(other):
        return _finding(pile, kind, left, right, Verdict.COMPATIBLE, 0.2, [*why, "Both are told by the same source."])
    told = [tellings.at(saying.statement.report, saying.span.start, saying.span.end) for saying in (left, right)]
    signs = likeness.signs(*told)
    if one.report == other.report:
        if abs(left.span.start - right.span.start) > _NEAR or signs.surely_other_day or _elsewhere(signs, told):
            return None
        return _finding(pile, kind, left, right, Verdict.CONFLICT, weight, [*why, "One report gives both."])
    if not within(days_apart_out(pile, one.report, other.report), _DAYS, unknown=True):
        return None
    chance = likeness.chance_of(signs)
    if signs.surely_other_day or chance < _ONE_HAPPENING:
        note = "They are not likely enough of one happening."
        return _finding(pile, kind, left, right, Verdict.OTHER_INCIDENT, chance / 4, [*why, note])
    return _finding(pile, kind, left, right, Verdict.CONFLICT, weight * chance, [*why, *reasons(signs)])


def _elsewhere(signs: Signs, told: Sequence[Telling]) -> bool:
    """Whether each names a place in its own sentence and none is the same."""
    return bool(signs.other_places) and all(telling.placed for telling in told)


def _finding(
    pile: Pile, kind: Kind, left: Saying, right: Saying, verdict: Verdict, score: float, why: list[str]
) -> Finding:
    answers = [
        Answer(s.record, s.statement.id, s.words, pile.evidence(s.statement.report, s.span), sort=s.answer)
        for s in (left, right)
    ]
    evidence = [answer.evidence for answer in answers]
    judgement = judge("compare", (left.record, right.record), verdict, score, why, evidence, kind.slot)
    return Finding(judgement, kind.question(left, right), answers[0], answers[1])


def sentences_in(text: str) -> Iterator[re.Match[str]]:
    """The sentences of a text, roughly."""
    yield from _SENTENCE.finditer(text)


def sentences_with(text: str, words: Sought) -> Iterator[re.Match[str]]:
    """The sentences of a text in which some words stand. Looking for the words first is what makes it quick."""
    starts = [found.start() for found in words.finditer(text)]
    if not starts:
        return
    for match in _SENTENCE.finditer(text):
        at = bisect_left(starts, match.start())
        if at < len(starts) and starts[at] < match.end():
            yield match


def told_by(statements: Iterable[Statement], start: int, end: int) -> Statement | None:
    """The statement with the fewest words around those between two characters: whoever says them."""
    holding = [s for s in statements if any(piece.start <= start and end <= piece.end for piece in s.content)]
    return min(holding, key=lambda s: (sum(len(piece.text) for piece in s.content), s.id), default=None)


def words_of(statement: Statement, sentence: Span, at: int, text: str) -> Span:
    """The words by which a statement says what stands at a character: its own piece there, within the sentence; all
    of the sentence where the outlet speaks."""
    piece = next(piece for piece in statement.content if piece.start <= at < piece.end)
    if statement.manner is Manner.NARRATION:
        return sentence
    return Span.of(text, max(piece.start, sentence.start), min(piece.end, sentence.end))
