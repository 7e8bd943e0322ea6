"""Where the words of a denial or a charge stand, with who says them, and the sentences around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.link.compare.denials.parties import PRONOUNS
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Span, Statement

_ACCUSING = re.compile(r"\b(?:accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|alleg(?:es?|ed|ing)|pretext)\b", re.I)
_YOU = re.compile(r"you\b", re.I)
#: A stop behind these ends no sentence: "Mr. Orlan", "J. Orlan".
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“'‘])(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Brig|Adm|Sen|Rep|Gov|Prof|Rev|St|[A-Z])$"
)
#: Those who answer a poll are nobody who holds an account.
_SHARE = re.compile(
    r"^(?:(?:just |about |nearly |some |more than |almost )?(?:\d[\d.,]*\s?(?:%|per ?cent)|one in \w+|"
    r"(?:a |two |three )?(?:half|third|quarter|fifth)s?)|"
    r"(?:a |the )?(?:slim |large |clear )?majority|most (?:people|voters|respondents)|respondents)\b",
    re.I,
)
#: A claim in fewer characters is shown with the rest of its sentence.
_SCANT = 45
#: An abbreviation and what stands before it are no longer than this.
_SHORT_WORD = 6
#: Evidence is no longer than this, in characters.
_LONGEST = 400


def known(pile: Pile, statement: Statement) -> bool:
    """Whether it is clear enough who speaks: no pronoun that nobody resolved."""
    return bool(statement.sources) and all(
        pile.entity(who) is not None
        or not (_YOU.match(who.name) or _SHARE.match(who.name) or who.name.lower() in PRONOUNS)
        for who in statement.sources
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
    end = at
    while True:
        found = ((text.rfind(mark, 0, end), mark) for mark in (". ", "\n", '." ', ".” "))
        where, mark = max(((w, m) for w, m in found if w >= 0), default=(-1, ""), key=lambda one: one[0] + len(one[1]))
        if where < 0 or mark != ". " or not _abbreviated(text, where):
            return where + len(mark) if where >= 0 else 0
        end = where + 1


def sentence_end(text: str, at: int) -> int:
    """Where it ends."""
    while True:
        stop, line = text.find(". ", at), text.find("\n", at)
        if stop < 0 or 0 <= line < stop:
            return line if line >= 0 else len(text)
        if not _abbreviated(text, stop):
            return stop
        at = stop + 1


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the stop at a character ends an abbreviation, and no sentence."""
    return _ABBREVIATED.search(text, max(0, stop - _SHORT_WORD), stop) is not None
