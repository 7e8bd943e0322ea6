"""A sentence as the reader takes it: word pieces, and for each of them what kind of word it is part of."""

from __future__ import annotations

from dataclasses import dataclass

from tokenizers import Tokenizer

from counterclaim.models.pairs.words import HEDGES, NEGATIONS, NUMBERS, TIMES

#: Word pieces of a sentence, at most: the rest is not read.
MOST = 56
#: How many marks a piece has.
MARKS = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the day its report came out (ISO 8601, or nothing) and the id of its report."""

    published: str
    text: str
    report: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence in word pieces: their numbers, their offsets in it, and the marks of each (0 or 1): a number, a
    denial, a time, a name, what leaves open, digits, no word at all."""

    ids: list[int]
    places: list[tuple[int, int]]
    marks: list[list[float]]


class Vocabulary:
    """The word pieces that the reader knows."""

    def __init__(self, text: str) -> None:
        self._tokenizer = Tokenizer.from_str(text)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._begin, self._end = self._tokenizer.encode("[CLS][SEP]", add_special_tokens=False).ids

    def pieces(self, text: str) -> Pieces:
        """The pieces of a sentence; `ids` have a first and a last one more, which begin and end it."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        places = [(start, end) for start, end in encoded.offsets[:MOST]]
        return Pieces([self._begin, *encoded.ids[:MOST], self._end], places, [marks(text, *at) for at in places])


def marks(text: str, start: int, end: int) -> list[float]:
    """The marks of the word that some characters of a sentence are in."""
    inside = _of_word(text[start:end][:1] or " ")
    while inside and start > 0 and _of_word(text[start - 1]):
        start -= 1
    while inside and end < len(text) and _of_word(text[end]):
        end += 1
    word = text[start:end]
    low = word.lower()
    return [
        float(mark)
        for mark in (
            low in NUMBERS or word[:1].isdigit(),
            low in NEGATIONS or low.endswith(("n't", "n’t")),
            low in TIMES,
            word[:1].isupper() and start > 0,
            low in HEDGES,
            word.isdigit(),
            not word[:1].isalnum(),
        )
    ]


def _of_word(character: str) -> bool:
    return character.isalnum() or character in "'’"
