"""The parse as plain lists of Python values: reading a spaCy token's attribute costs more than a rule may."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

#: A stretch of text: the offsets of its first character and after its last.
Piece = tuple[int, int]

#: The tags of verbs that carry a tense.
FINITE = frozenset({"VBD", "VBZ", "VBP"})

#: A subtree larger than this is a parse gone wrong; to walk all of it for each cue would cost the square of it.
LARGEST_SUBTREE = 400


class Tree:
    """Tokens by number, in lists: where they stand, what they are, and on what they depend.

    `start` and `end` are code points; `head` is a token's governor (itself for a root), `children` its
    dependents in order; `lower`, `lemma`, `dep`, `tag`, `pos` and `entity` are spaCy's labels as strings (lemmas
    in lower case); `sentence` numbers the sentences from 0. `repair` changes `head` and `children`, nothing else
    changes anything.
    """

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        self.size = len(doc)
        columns = doc.to_array([IDX, LENGTH, HEAD, SENT_START, LOWER, LEMMA, DEP, TAG, POS, ENT_TYPE])
        rows = columns.astype("int64", copy=False).T
        starts, lengths, shifts, begins = rows[:4].tolist() if self.size else ([], [], [], [])
        labels = columns.astype("uint64", copy=False).T[4:].tolist() if self.size else [[]] * 6
        names = {key: doc.vocab.strings[key] for key in {key for column in labels for key in column}}
        self.start: list[int] = starts
        self.end: list[int] = [start + length for start, length in zip(starts, lengths, strict=True)]
        lower, lemma, dep, tag, pos, entity = ([names[key] for key in column] for column in labels)
        self.lower: list[str] = lower
        self.lemma: list[str] = [word.lower() for word in lemma]
        self.dep: list[str] = dep
        self.tag: list[str] = tag
        self.pos: list[str] = pos
        self.entity: list[str] = entity
        self.head: list[int] = [token + shift for token, shift in enumerate(shifts)]
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)
        self._sentence_starts = [token for token, begin in enumerate(begins) if begin == 1]
        self.sentence: list[int] = []
        number = -1
        for begin in begins:
            number += begin == 1
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

    def sentence_of(self, token: int) -> range:
        """The tokens of the sentence that `token` stands in."""
        number = self.sentence[token]
        following = number + 1
        stop = self._sentence_starts[following] if following < len(self._sentence_starts) else self.size
        return range(self._sentence_starts[number], stop)

    def at(self, offset: int) -> int:
        """The number of the first token that ends after `offset`; `size` if none does."""
        return bisect_right(self.end, offset)

    def within(self, piece: Piece) -> range:
        """The tokens of a stretch of the text."""
        return range(self.at(piece[0]), min(self.size, self.at(piece[1] - 1) + 1))

    def is_mark(self, token: int) -> bool:
        """Whether a token is punctuation or white space, and no word."""
        return self.pos[token] in ("PUNCT", "SPACE")
