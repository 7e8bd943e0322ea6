"""Sentences that do not end: a transcript without marks, a chat or a table that was pasted as one line.

The parser makes one sentence of what has no full stop. Nobody says sixty thousand characters in one breath, and much
of what looks at a sentence grows with the square of its length; so such a sentence is cut into pieces at the best
places it has.
Sentences that people write are left whole: of 8,192 in 300 news reports the longest had 100 tokens.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

#: No sentence has more tokens than this, and no piece but the last has fewer than half of them.
LONGEST = 200
_ENDS = frozenset(".?!…")
_HALTS = frozenset({";", "|", "•", "–", "—", "--"})
_JOINING = frozenset("and but so then because while when although however meanwhile".split())
#: A piece begins at the best place there is, and at the last of those that are equally good.
_BEST = 4


def beginnings(doc: Doc) -> list[int]:
    """The characters at which sentences of a parsed text have to begin so that none is too long: those of all its
    sentences and of the pieces of the too long ones. Empty where none is too long."""
    sentences = list(doc.sents)
    if all(len(sentence) <= LONGEST for sentence in sentences):
        return []
    return [doc[first].idx for sentence in sentences for first in _firsts(sentence)]


def _firsts(sentence: Tokens) -> list[int]:
    """The first tokens of the pieces of a sentence."""
    firsts = [sentence.start]
    while sentence.end - firsts[-1] > LONGEST:
        window = range(firsts[-1] + LONGEST // 2, firsts[-1] + LONGEST + 1)
        firsts.append(max(window, key=lambda number: (_goodness(sentence.doc, number), number)))
    return firsts


def _goodness(doc: Doc, number: int) -> int:
    """How well a piece begins at a token: best behind the end of a sentence, then behind a lesser mark, a comma with a
    joining word behind it, either of these, wherever a word begins."""
    before, word = doc[number - 1], doc[number]
    if not before.whitespace_ or word.is_space:
        return 0 if not before.is_space else 1
    joining = word.lower_ in _JOINING
    if before.text in _ENDS:
        return _BEST + 1
    if before.text in _HALTS:
        return _BEST
    if before.text == ",":
        return _BEST - 1 if joining else 2
    return 2 if joining else 1
