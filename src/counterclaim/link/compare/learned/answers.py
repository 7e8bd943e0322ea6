"""Answers, out of the words that the reader points to: the words, who says so, and the record they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer
from counterclaim.link.compare.learned.passages import Sentence, is_narrated
from counterclaim.link.compare.names_inside import balanced
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Figure, Slot, Span, Statement

#: An answer of more characters is cut where it is shown; one that names no more than somebody, some time or some number
#: has no more words.
_SHOWN, _FEW_WORDS = 165, 8
_EDGE = " \t\n,;:.–—-\"“”'‘’("
_BRIEF = frozenset({Slot.COUNT, Slot.TIME, Slot.PLACE, Slot.AGENT, Slot.PATIENT})
#: What an answer does not end with.
_LOOSE_END = re.compile(
    r"(?:[\s,;:]+(?:the|an?|of|in|on|at|to|by|for|from|and|or|but|was|were|is|are|had|has|have|been|who|which|that|with|"
    r"as|than|their|its|his|her))+$",
    re.I,
)

#: What is put in between and tells nothing of its own: "a letter, dated March 11, in which".
_ASIDE = re.compile(
    r", (?:dated|aged|who|whose|a|an|the|his|her|its|their|\d+|formerly|built|based|born|which) [^,“”\"]{2,70},(?= )"
)
#: Where one clause of a sentence ends and another begins.
_CLAUSE = re.compile(r"(?:[,;:–—]|\.[”\"]?) (?:and |but )?| (?:and|but|while|because|after|before|in which|which|who) ")
#: "Spoke to this paper from his bed".
_SPOKE = re.compile(
    r"\b(?:spoke|speaks?|talked|sat down|was speaking|gave an interview) (?:to|with) (?:us\b|(?:this|our|the) "
    r"(?:news)?(?:paper|agency|channel|station|programme|press|media|reporters?|correspondents?)\b|(?:a )?"
    r"(?:reporters?|journalists?|correspondents?)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer where it stands: its words, the statement they are part of, the claim and figure there if any."""

    sentence: Sentence
    span: Span
    statement: Statement
    claim: Claim | None
    figure: Figure | None

    def record(self, slot: Slot) -> str:
        """The record that an answer in a slot stands for."""
        return (self.figure if slot is Slot.COUNT and self.figure else self.claim or self.figure or self.statement).id

    def answer(self, pile: Pile, slot: Slot) -> Answer:
        """The answer as a dispute shows it."""
        evidence = pile.evidence(self.sentence.report, self.sentence.span)
        return Answer(self.record(slot), self.statement.id, self.words(slot), evidence)

    def words(self, slot: Slot) -> str:
        """The answer in a few words where it is a number, a time, a place or somebody; else what is said."""
        if slot is Slot.COUNT and self.figure is not None:
            return " ".join(self.figure.span.text.split())
        brief = _LOOSE_END.sub("", " ".join(self.span.text.split()))
        if slot in _BRIEF and brief and len(brief.split()) <= _FEW_WORDS:
            return brief
        return self.said()

    def said(self, most: int = _SHOWN) -> str:
        """What is said in its sentence, without who says so, in no more characters than a glance takes in: around the
        words that the reader points to, and without what is only put in between."""
        inside = [
            (max(piece.start, self.sentence.span.start), min(piece.end, self.sentence.span.end))
            for piece in self.statement.content
            if piece.overlaps(self.sentence.span)
        ]
        start = self.sentence.span.start
        whole = [self.sentence.span.text[a - start : b - start] for a, b in inside if a <= self.span.start < b]
        words = balanced(" ".join((whole[0] if whole else self.sentence.span.text).split()).strip(_EDGE + "”"))
        return cut_around(words, " ".join(self.span.text.split()), most)


def cut_around(words: str, answer: str, most: int) -> str:
    """Words of no more than so many characters: first what is put in between goes, then what stands behind the clause
    of the answer, then what stands before it."""
    for aside in _ASIDE.findall(words) if len(words) > most else ():
        if answer not in aside:
            words = words.replace(aside, "", 1)
        if len(words) <= most:
            break
    at = max(0, words.find(answer))
    if len(words) <= most:
        return words
    starts = [0, *(m.end() for m in _CLAUSE.finditer(words) if m.end() <= at and m[0].strip() != "and")]
    start = next((s for s in starts if at + len(answer) - s <= most - 4), at)
    kept = words[start : start + most - 4]
    if start + len(kept) < len(words):
        ends = [m.start() for m in _CLAUSE.finditer(kept) if m.start() >= max(at + len(answer) - start, most // 2)]
        kept = kept[: ends[-1]] if ends else kept.rsplit(" ", 1)[0]
        kept = f"{_LOOSE_END.sub('', kept.rstrip(' ,;:'))} …"
    return f"… {kept}" if start else kept


def given(pile: Pile, sentence: Sentence, at: tuple[int, int]) -> Given | None:
    """What stands at some characters of a sentence; None where nobody says it."""
    text = pile.reports[sentence.report].text
    span = _trimmed(text, sentence.span, at)
    if span is None or _only_speaks(sentence.span, span):
        return None
    statement = _statement(sentence, span)
    if statement is None:
        return None
    inside = pile.annotations[sentence.report]
    claims = [c for c in inside.claims if c.statement == statement.id and sentence.span.covers(c.trigger)]
    figures = [f for f in inside.figures if f.span.overlaps(span)]
    claim = max(claims, key=lambda c: _fit(c, span), default=None)
    return Given(sentence, span, statement, claim, figures[0] if figures else None)


def _only_speaks(sentence: Span, answer: Span) -> bool:
    """Whether the words tell no more than that somebody spoke to whoever reports it: what he said stands elsewhere."""
    told = _SPOKE.search(sentence.text)
    return (
        told is not None and answer.start < sentence.start + told.end() and sentence.start + told.start() < answer.end
    )


def _trimmed(text: str, sentence: Span, at: tuple[int, int]) -> Span | None:
    """The characters widened to whole words, without marks around them."""
    start, end = sentence.start + at[0], sentence.start + at[1]
    while start > sentence.start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < sentence.end and text[end - 1 : end + 1].isalnum():
        end += 1
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not re.search(r"\b[ap]\.m\.$", text[start:end]):
        end -= 1
    return Span.of(text, start, end) if start < end else None


def _statement(sentence: Sentence, span: Span) -> Statement | None:
    """The innermost statement that holds most of the words: what is said rather than what is told of its saying."""
    best: tuple[int, bool, int, str] | None = None
    found = None
    for statement in sentence.said:
        shared = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in statement.content)
        long = sum(p.end - p.start for p in statement.content)
        rank = (shared, not is_narrated(statement), -long, statement.id)
        if (shared or not is_narrated(statement)) and (best is None or rank > best):
            best, found = rank, statement
    return found if found is not None and found.sources else None


def _fit(claim: Claim, span: Span) -> tuple[bool, int, str]:
    """How well a claim fits some words: it is what happens in them, or its words hold them, or it stands near."""
    inside = span.covers(claim.trigger) or any(piece.covers(span) for piece in claim.spans)
    return inside, -min(abs(claim.trigger.start - span.end), abs(span.start - claim.trigger.end)), claim.id
