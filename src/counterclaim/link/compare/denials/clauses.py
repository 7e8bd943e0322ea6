"""Clauses of reports as denials and what they deny are looked for: in the negative or the positive, with who says
so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.spans import known
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Manner, Modality, Polarity, Span, Statement

_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?![\s\"”’)]|$)[^.!?\n]*)*[.!?]?[\"”’)]*")
_BOUNDARY = re.compile(
    r"[,;:–—]\s|\s[-–—]\s|\s(?=(?:and|or) (?:that|he|she|it|they|there|the|no|not|never|nobody)\b)|"
    r"\s(?=and (?:is|are|was|were|has|have|had)\b)|"
    r"\s(?=(?:but|while|whereas|although|though|because|since|after|before|when|if|unless|until|saying|adding|"
    r"insisting)\b)"
)
#: Words that say that something is not so.
_NOT = Sought(
    r"\b(?:no|not|never|neither|nor|none|nobody|no-one|nothing|nowhere|den(?:y|ies|ied|ying)|(?:did|does|do|was|were|is|are|"
    r"has|"
    r"have|had)n['’]?t)\b(?!-)",
    re.I,
)
_THERE = re.compile(r"\s+(?:in|at|on|near|from|by|to|with|of)\b", re.I)
_DENIES = re.compile(r"den", re.I)
_OF_NONE = re.compile(r"(?:no|none|neither)$", re.I)
#: "Not only", "no doubt", "no longer", "no sooner", "no fewer than": these deny nothing, or say that it was so once.
_IDLE = re.compile(
    r"\b(?:not (?:only|just|merely|simply|until|to|yet|immediately|clear|known|so|all|every|enough|necessarily)|"
    r"no (?:doubt|longer|sooner|fewer|less|more|matter|wonder|immediate|comment|other|further|reason|need|choice|way|"
    r"idea|"
    r"word|reports? of|information|details?|plans?|intention|one knows|-fly)|nothing (?:but|else|more)|"
    r"nor (?:will|would|can|could|should)|never (?:before|again))\b|\bnever\b.*\bbefore\b|"
    r"\b(?:did|does|do|has|have|had|was|were|nor)(?: not|n['’]?t|nt)?(?: \w+ly)? (?:say|said|mention\w*|name|"
    r"trust\w*|announc\w+|releas\w+|disclos\w+|publish\w*|detail\w*|respon\w+|address\w*|explain\w*|recogni[sz]\w+|"
    r"want|like|(?:give|given|provid\w+)\b[^,.]*\b(?:tolls?|figures?|details?|numbers?|reasons?|names?|dates?))\b",
    re.I,
)
#: What is unknown, to come, wished, feared or possible is neither asserted nor denied.
_UNREAL = re.compile(
    r"\b(?:yet|independent(?:ly)?|verif\w+|unclear|comment\w*|elaborat\w+|specif\w+|whether|if|unless|could|can|cannot|"
    r"may|might|must|would|should|shall|will|intend\w*|hop\w+|expect\w*|likely|unlikely|possibl\w+|perhaps|fear\w*|"
    r"threat\w*|demand\w*|urg\w+|call\w* (?:on|for)|vow\w*|promis\w+|pledg\w+|warn\w*|allow\w*|let['’]?s|don['’]?t|"
    r"won['’]?t|wouldn['’]?t|couldn['’]?t|can['’]?t|shouldn['’]?t)\b",
    re.I,
)
#: The same, where something is told in the positive.
_UNTOLD = Sought(
    r"\b(?:whether|if|unless|could|may|might|would|should|shall|will|must|can|plan\w* to|to be|want\w*|hop\w+|"
    r"expect\w*|"
    r"perhaps|fear\w*|threat\w+|demand\w*|urg\w+|call\w* (?:on|for)|prevent\w*|avoid\w*|refus\w+|fail\w*|unable|"
    r"den(?:y|ies|ied)|"
    r"reject\w*|dismiss\w*|without|stopp?\w*|ban\w*|foil\w*|thwart\w*|halt\w*|ceas\w*|paus\w*|suspen\w*|end to|"
    r"restor\w*|resum\w*|repair\w*|brac\w+|no longer|alleged\w*|accus\w+ of)\b",
    re.I,
)
#: What there is none of without anybody having said that there was.
_EMPTY = re.compile(
    r"\b(?:no|any) (?:\w+ )?(?:evidence|proof|people|person|one|time|chance|hope|choice|solution|progress|problem|"
    r"change|difference|answer|response|result|alternative|place|mention|basis|justification|excuse|objection|access|deaths?|casualt\w+|injur\w+|"
    r"fatalit\w+|victims?|losses|damage)\b",
    re.I,
)
#: Denials that only point back are compared in `denials.py`.
_BACK = re.compile(
    r"\bden\w+\b.*\b(?:responsib\w+|involve\w+|accus\w+|alleg\w+|claims?|charges?|reports?|that (?:\w+ )?(?:attack|"
    r"strike|raid))\b",
    re.I,
)
#: What somebody was told by nobody knows whom is not denied by who tells of it; nor is what a place was without.
_TOLD_SO = re.compile(
    r"\b(?:was|were|been|am|are|is) (?:all )?(?:told|assured|informed|promised|led to believe)\b[^.;]*$", re.I
)
_WHERE = re.compile(r"\b(?:where|in which)\s+(?:there\s+(?:is|was|are|were)\s+)?(?:\w+\s+)?$", re.I)
#: Of another time than the rest of a report.
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|summer|winter|spring|autumn|month)['’]?s?|years? (?:ago|earlier|before))\b", re.I
)
_QUESTION = re.compile(r"\?\s*[\"”’]?\s*$")
_TOLD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: Telling words of a denial that are taken from before and from behind the word that denies.
_BEFORE, _AFTER, _FOCUS = 5, 7, 3
_LEAST, _LONGEST = 8, 320


_Words = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a report, `words` as their classes and stems, those of its sentence in `around`. `focus` is what
    stands right behind the word that denies; empty where nothing is denied. `denies`: by a
    verb of denying, so that who speaks is who would have done it; `elsewhere`: it only says that it was not there;
    `denied_of_none`: by "no soldier", "none of them", with the verb behind."""

    report: str
    statement: Statement
    span: Span
    sentence: Span
    words: _Words
    around: _Words
    focus: _Words
    denies: bool = False
    elsewhere: bool = False
    denied_of_none: bool = False


def clauses_in(pile: Pile, report: str) -> Iterator[Clause]:
    """The clauses of a report that say plainly that something is so or not so, in the order of the text."""
    text = pile.reports[report].text
    voices = _Voices(pile, report)
    for match in _SENTENCE.finditer(text):
        if not match.group().strip() or _QUESTION.search(match.group()):
            continue
        sentence = Span.of(text, match.start(), match.end())
        for start, end in _pieces(match.group()):
            span = Span.of(text, match.start() + start, match.start() + end)
            negation = _NOT.search(span.text)
            clause = _denied(pile, voices, sentence, span, negation) if negation else _affirmed(voices, sentence, span)
            if clause is not None:
                yield clause


def _affirmed(voices: _Voices, sentence: Span, span: Span) -> Clause | None:
    """A clause without a word that denies."""
    place = span.start + len(span.text) // 2
    statement = None if _UNTOLD.search(span.text) else voices.at(place)
    words = _told(statement, span, place, None) if statement else ()
    if statement is None or not words:
        return None
    return Clause(statement.report, statement, span, sentence, words, folded(sentence.text), ())


def _denied(pile: Pile, voices: _Voices, sentence: Span, span: Span, negation: re.Match[str]) -> Clause | None:
    """A clause with a word that denies, where it denies something."""
    if any(pattern.search(span.text) for pattern in (_IDLE, _UNREAL, _EMPTY, _BACK)):
        return None
    before = pile.reports[voices.report].text[sentence.start : span.start + negation.start()]
    if _TOLD_SO.search(before) or _WHERE.search(before) or _OTHER_TIME.search(sentence.text):
        return None
    place = span.start + min(negation.end() + 2, len(span.text) - 1)
    statement = voices.at(place)
    words = _told(statement, span, place, negation) if statement else ()
    behind = span.text[negation.end() :]
    focus = folded(behind)[:_FOCUS]
    by_verb = bool(_DENIES.match(negation.group()))
    if statement is None or not words or not focus or not (by_verb or _held(pile, statement.report, span)):
        return None
    elsewhere = bool(_THERE.match(behind))
    around, none = folded(sentence.text), bool(_OF_NONE.match(negation.group()))
    return Clause(statement.report, statement, span, sentence, words, around, focus, by_verb, elsewhere, none)


def _told(statement: Statement, span: Span, place: int, negation: re.Match[str] | None) -> _Words:
    """The words of a clause that are told, without who tells or denies them; of a long one in the negative those
    around the word that denies."""
    if negation is not None and _DENIES.match(negation.group()):
        return folded(span.text[negation.end() :])[:_AFTER]
    piece = next((p for p in statement.content if p.start <= place < p.end), span)
    start, end = max(0, piece.start - span.start), min(len(span.text), piece.end - span.start)
    if negation is None or not start <= negation.start() < end:
        return folded(span.text[start:end] or span.text)
    before, after = folded(span.text[start : negation.start()]), folded(span.text[negation.end() : end])
    return before[-_BEFORE:] + after[:_AFTER]


def _held(pile: Pile, report: str, span: Span) -> bool:
    """Whether a clause with a word that denies is told as so: where claims are made of it, one is in the negative."""
    inside = [c for c in pile.annotations[report].claims if span.covers(c.trigger)]
    return not inside or any(c.polarity is Polarity.NEGATIVE and c.modality in _TOLD for c in inside)


def _pieces(sentence: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; what is too short goes with what follows."""
    start = 0
    for match in _BOUNDARY.finditer(sentence):
        if match.start() - start >= _LEAST:
            yield start, match.start()
            start = match.end()
    if len(sentence.rstrip()) - start >= _LEAST:
        yield start, min(len(sentence.rstrip()), start + _LONGEST)


class _Voices:
    """Whose words stand at a character of one report: the innermost statement there, if it is clear who speaks."""

    def __init__(self, pile: Pile, report: str) -> None:
        self._pieces = sorted(
            ((p.start, p.end, s) for s in pile.annotations[report].statements for p in s.content),
            key=lambda piece: (piece[0], piece[1], piece[2].id),
        )
        self._starts = [start for start, _, _ in self._pieces]
        self._pile, self.report = pile, report

    def at(self, place: int) -> Statement | None:
        """The statement; None where nobody known speaks, or only asks or threatens."""
        here = [p for p in self._pieces[: bisect_right(self._starts, place)] if p[1] > place]
        if not here:
            return None
        statement = min(here, key=lambda p: (p[1] - p[0], p[2].manner is Manner.NARRATION, p[2].id))[2]
        if statement.act in {Act.ASK, Act.THREATEN, Act.DEMAND, Act.CALL_FOR, Act.OFFER, Act.PROMISE}:
            return None
        return statement if statement.manner is Manner.NARRATION or known(self._pile, statement) else None
