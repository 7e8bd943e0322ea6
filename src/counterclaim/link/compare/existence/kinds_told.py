"""What a report says of things of a kind: that they were somewhere, or that there were none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.spans import known
from counterclaim.link.compare.existence.absent import Absence, absences_in
from counterclaim.link.compare.existence.kinds import Thing, any_kind, is_kind
from counterclaim.link.compare.existence.present import presences_in, presupposed_in, used_in
from counterclaim.link.compare.existence.where import Where, where
from counterclaim.link.compare.sayings import sentences_with, told_by, words_of
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Span, Statement

_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_SAID = frozenset({Act.ASSERT, Act.CONFIRM, Act.EXPRESS, Act.ACCUSE, Act.DENY})
#: Who tells somebody to leave takes for granted that he is there.
_TELLS_TO = frozenset({Act.DEMAND, Act.CALL_FOR, Act.ASK})


@dataclass(frozen=True, slots=True)
class Told:
    """A thing that somebody has somewhere, or (`absence`) says there was none of; `acts`: of those who only do
    something there."""

    statement: Statement
    thing: Thing
    where: Where
    telling: Telling
    sentence: Span
    shown: Span
    record: str
    absence: Absence | None
    acts: bool = False

    @property
    def report(self) -> str:
        """The report it stands in."""
        return self.statement.report


def read_things(pile: Pile, tellings: Tellings, report: str, *, none: bool) -> Iterator[Told]:
    """The things that a report has somewhere; with `none` those of which somebody says there was none."""
    text, found = pile.reports[report].text, pile.annotations[report]
    taken: set[str] = set()
    for match in sentences_with(text, any_kind()):
        sentence = Span.of(text, match.start(), match.end())
        absences = absences_in(sentence.text)
        gone = list(presupposed_in(sentence.text))
        there = [*presences_in(sentence.text), *gone]
        things = [(a.thing, a) for a in absences] if none else [(t, None) for t in (*there, *used_in(sentence.text))]
        for thing, absence in things:
            acts = not none and thing not in there
            if not none and any(a.start <= thing.start < a.end for a in absences):
                continue
            at = sentence.start + thing.start
            statement = told_by([s for s in found.statements if s.sources], at, at + 1)
            if statement is None or not (_says(pile, statement) or (thing in gone and statement.act in _TELLS_TO)):
                continue
            near = [c for c in found.claims if sentence.covers(c.trigger) and c.statement == statement.id]
            if not _so(found.claims, at, presupposed=thing in gone) or (
                acts and not is_kind(thing, "weapon") and not _does(found.claims, at)
            ):
                continue
            near = sorted((c for c in near if c.id not in taken), key=lambda c: (abs(c.trigger.start - at), c.id))
            record = near[0].id if near else statement.id
            taken.add(record)
            telling = tellings.at(report, at, at + len(thing.words))
            shown = words_of(statement, sentence, at, text)
            yield Told(
                statement,
                thing,
                where(pile, report, sentence, thing, _said(statement, sentence, text)),
                telling,
                sentence,
                shown,
                record,
                absence,
                acts,
            )


def _so(claims: Iterable[Claim], at: int, *, presupposed: bool) -> bool:
    """Whether what is told of the thing at a character is told as so, or for granted."""
    told = [
        claim.modality in _HELD
        for claim in claims
        if any(who.span and who.span.start <= at < who.span.end for who in (*claim.agent, *claim.patient))
    ]
    return presupposed or not told or any(told)


def _said(statement: Statement, sentence: Span, text: str) -> Span:
    """The stretch of a sentence that the words of a statement cover."""
    if statement.manner is Manner.NARRATION:
        return sentence
    pieces = [piece for piece in statement.content if piece.overlaps(sentence)]
    first, last = min(p.start for p in pieces), max(p.end for p in pieces)
    return Span.of(text, max(first, sentence.start), min(last, sentence.end))


def _does(claims: Iterable[Claim], at: int) -> bool:
    """Whether those whose name stands at a character are told to do something."""
    return any(
        who.span and who.span.start <= at < who.span.end
        for claim in claims
        if claim.polarity is Polarity.POSITIVE and claim.modality is Modality.FACT
        for who in claim.agent
    )


def _says(pile: Pile, statement: Statement) -> bool:
    return statement.act in _SAID and (statement.manner is Manner.NARRATION or known(pile, statement))
