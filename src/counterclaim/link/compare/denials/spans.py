"""Where the words of a denial or a charge stand, with who says them, and the sentences around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.link.compare.denials.parties import PRONOUNS
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Span, Statement

_ACCUSING = re.compile(r"\b(?:accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|alleg(?:es?|ed|ing)|pretext)\b", re.I)
#: A claim in fewer characters is shown with the rest of its sentence.
_SCANT = 45
#: Evidence is no longer than this, in characters.
_LONGEST = 400


def known(pile: Pile, statement: Statement) -> bool:
    """Whether it is clear enough who speaks: no pronoun that nobody resolved."""
    return bool(statement.sources) and all(
        pile.entity(who) is not None or " " in who.name or who.name.lower() not in PRONOUNS for who in statement.sources
    )


def on_others_word(pile: Pile, statement: Statement, at: int) -> bool:
    """Whether what stands at a character is told as the accusation of somebody else: "a pretext for accusing the army
    of using gas" is not what the speaker says of the army."""
    text = pile.reports[statement.report].text
    return statement.act is not Act.ACCUSE and bool(_ACCUSING.search(text[sentence_start(text, at) : at]))


def told_by(pile: Pile, statement: Statement, words: Span, at: int) -> Span:
    """The words of a claim; where they are few ("an airstrike"), with the rest of their sentence in the statement."""
    if len(words.text) >= _SCANT:
        return words
    text = pile.reports[statement.report].text
    piece = next((p for p in statement.content if p.covers(words)), words)
    first = max(piece.start, sentence_start(text, at))
    return Span.of(text, min(first, words.start), max(words.end, min(piece.end, sentence_end(text, words.end))))


def shown(pile: Pile, statement: Statement, words: Span) -> Span:
    """Some words of a statement with who says them and by which cue, as far as they stand in one sentence."""
    text = pile.reports[statement.report].text
    pieces: Iterable[Span] = (
        *(w.span for w in statement.sources if w.span),
        *([statement.cue] if statement.cue else []),
    )
    start, end = words.start, words.end
    first, last = sentence_start(text, words.start), sentence_end(text, words.end)
    for piece in pieces:
        if first <= piece.start and piece.end <= last:
            start, end = min(start, piece.start), max(end, piece.end)
    return Span.of(text, start, end) if end - start <= _LONGEST else words


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that a character stands in begins."""
    found = ((text.rfind(mark, 0, at), len(mark)) for mark in (". ", "\n", '." ', ".” "))
    return max((where + length for where, length in found if where >= 0), default=0)


def sentence_end(text: str, at: int) -> int:
    """Where it ends."""
    ends = [found for mark in (". ", "\n") if (found := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
