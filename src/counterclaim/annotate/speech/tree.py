"""The parse as plain lists of Python values: reading a spaCy token's attribute costs more than a rule may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

Piece = tuple[int, int]

#: A subtree larger than this is a parse gone wrong; walking all of it for each cue would cost the square of it.
LARGEST_SUBTREE = 400


class Tree:
    """Tokens by number, in lists: where they stand, what they are, and on what they depend.

    `start` and `end` are code points; `head` is a token's governor (itself for a root), `children` its
    dependents in order; `lower`, `lemma`, `dep`, `tag`, `pos` and `entity` are spaCy's labels as strings;
    `sentence` numbers the sentences from 0.
    """

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        columns = doc.to_array([IDX, LENGTH, HEAD, SENT_START, LOWER, LEMMA, DEP, TAG, POS, ENT_TYPE])
        self.size = len(columns)
        position, length, shift, starts, *labels = columns.T.astype("uint64").tolist() if self.size else [[]] * 10
        self.start: list[int] = position
        self.end: list[int] = [i + n for i, n in zip(position, length, strict=True)]
        words = doc.vocab.strings
        names = {key: words[key] for key in {key for column in labels for key in column}}
        self.lower, self.lemma, self.dep, self.tag, self.pos, self.entity = (
            [names[key] for key in column] for column in labels
        )
        self.lemma = [lemma.lower() for lemma in self.lemma]
        self.head: list[int] = [i + _signed(n) for i, n in enumerate(shift)]
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)
        self.sentence: list[int] = []
        number = -1
        for begins in starts:
            number += begins == 1
            self.sentence.append(number)

    def dependents(self, token: int, *labels: str) -> Iterator[int]:
        """The dependents of `token` with one of the `labels`, in the order of the text."""
        return (child for child in self.children[token] if self.dep[child] in labels)

    def dependent(self, token: int, *labels: str) -> int | None:
        """The first dependent of `token` with one of the `labels`."""
        return next(self.dependents(token, *labels), None)

    def subtree(self, token: int, without: Iterable[int] = ()) -> list[int]:
        """`token` and all that depends on it, in order, but for the branches that begin at `without`."""
        cut = frozenset(without)
        found = [token]
        for inner in found:
            found.extend(child for child in self.children[inner] if child not in cut)
            if len(found) > LARGEST_SUBTREE:
                break
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[int]:
        """The governor of `token`, its governor, and so on up to the root."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def at(self, offset: int) -> int:
        """The number of the first token that ends after `offset`; `size` if none does."""
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            if self.end[middle] > offset:
                high = middle
            else:
                low = middle + 1
        return low


def _signed(value: int) -> int:
    """spaCy gives relative heads as unsigned 64-bit numbers."""
    return value - (1 << 64) if value >= 1 << 63 else value
