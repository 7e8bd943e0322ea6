"""What the rules work on: the parse, the quotations in it, and the attributions as they are put together."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import dropwhile

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech.quotations import Quotation, find_quotations, find_unmarked
from counterclaim.annotate.speech.repair import repair
from counterclaim.annotate.speech.tree import Piece, Tree

_LINE = re.compile(r"\S[^\n]*")
_MARKS = frozenset("\"“”„«»‘’'`") | {"''", "``"}
#: What is cut off the ends of a piece outside of quotations.
_LOOSE = frozenset(",.;:-–—…") | {"--", "..."} | _MARKS
_CLOSING_MARKS = "\"“”’'»`› \u00a0"

#: News has a comma every 15 to 25 tokens; a text with fewer than one in this many has lost them.
TOKENS_A_COMMA = 200


@dataclass(slots=True)
class Draft:
    """An attribution in the making: content and cue as tokens, which rules still move, the rest as offsets.

    `head` is the token of the cue that rules look at, None where there is no cue; `within` the draft that this
    one stands inside of where its place does not show it; `confidence` is how likely it is right, None where only
    the rules looked at it.
    """

    head: int | None
    lemma: str
    cue: list[int]
    content: set[int]
    sources: tuple[tuple[Piece, ...], ...] = ()
    via: tuple[Piece, ...] = ()
    addressee: tuple[Piece, ...] = ()
    negated: bool = False
    within: Draft | None = None
    confidence: float | None = None


@dataclass(slots=True)
class Scene:
    """A parsed report with its quotations.

    `paragraphs` are the lines that are annotated, `live` the tokens in them; `ranges` are the tokens of each
    quotation, marks included, and `quotation_of` gives for each token the number of its quotation or -1.
    """

    tree: Tree
    quotations: list[Quotation]
    paragraphs: list[Piece]
    live: list[bool]
    ranges: list[range] = field(init=False)
    quotation_of: list[int] = field(init=False)
    commas_lost: bool = field(init=False)

    def __post_init__(self) -> None:
        self.commas_lost = self.tree.lower.count(",") * TOKENS_A_COMMA < self.tree.size
        self.ranges = []
        self.quotation_of = [-1] * self.tree.size
        for number, quotation in enumerate(self.quotations):
            tokens = range(self.tree.at(quotation.start), self.tree.at(quotation.end - 1) + 1)
            self.ranges.append(tokens)
            self.quotation_of[tokens.start : tokens.stop] = [number] * len(tokens)

    def paragraph_of(self, number: int) -> Piece:
        """The paragraph that a quotation begins in."""
        return self.paragraph_at(self.quotations[number].start)

    def paragraph_at(self, offset: int) -> Piece:
        """The last paragraph that begins at or before `offset`."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, (offset, sys.maxsize)) - 1)]

    def last_character(self, number: int) -> str:
        """The last character of a quotation before its closing mark."""
        quotation = self.quotations[number]
        return self.tree.text[quotation.start : quotation.end].rstrip(_CLOSING_MARKS)[-1:]

    def quoted_in(self, tokens: Iterable[int]) -> list[int]:
        """The numbers of the quotations that any of the tokens stands in, in order."""
        return sorted({self.quotation_of[token] for token in tokens} - {-1})

    def outside_quotations(self, source: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """A source without the end of a quotation that the parser ran into it."""
        clipped = []
        for start, end in source:
            number = self.quotation_of[self.tree.at(start)]
            if number >= 0 and (rest := self.tree.text[self.quotations[number].end : end].strip()):
                start = end - len(rest)
            clipped.append((start, end))
        return tuple(clipped)

    def pieces(self, tokens: Iterable[int]) -> tuple[Piece, ...]:
        """Tokens as runs of text, each without the punctuation, spaces and "that" at its edges. What belongs to a
        quotation stays whole."""
        runs: list[list[int]] = []
        for token in sorted(tokens):
            if runs and token == runs[-1][-1] + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        found = []
        for run in runs:
            while run and (self._is_loose(run[-1]) or self.tree.dep[run[-1]] == "cc"):
                run.pop()
            kept = list(dropwhile(lambda token: self._is_loose(token) or self._is_that(token), run))
            if any(self.tree.pos[token] not in ("PUNCT", "CCONJ", "SPACE") for token in kept):
                found.append((self.tree.start[kept[0]], self.tree.end[kept[-1]]))
        return tuple(found)

    def _is_loose(self, token: int) -> bool:
        if self.tree.pos[token] == "SPACE":
            return True
        return self.quotation_of[token] < 0 and self.tree.lower[token] in _LOOSE

    def _is_that(self, token: int) -> bool:
        return self.tree.lower[token] == "that" and self.tree.dep[token] == "mark" and self.quotation_of[token] < 0


def read_scene(parsed: Parsed) -> Scene:
    """The scene of a parsed report: of its annotated sentences alone."""
    tree = Tree(parsed.doc)
    repair(tree)
    live = [False] * tree.size
    for sentence in parsed.sentences:
        live[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    paragraphs = []
    for line in _LINE.finditer(tree.text):
        end = line.start() + len(line[0].rstrip())
        # A line may begin with what is not annotated: a dateline, or in a text without line breaks a repeated title.
        first = next((token for token in range(tree.at(line.start()), tree.at(end - 1) + 1) if live[token]), None)
        if first is not None:
            paragraphs.append((tree.start[first], end))
    quotations = find_quotations(tree.text, paragraphs)
    marked = {bisect_right(paragraphs, (quotation.start, sys.maxsize)) - 1 for quotation in quotations}
    for number, (start, end) in enumerate(paragraphs):
        unmarked = find_unmarked(tree.text, start, end) if number not in marked else None
        if unmarked is not None:
            quotations.append(unmarked)
    return Scene(tree, sorted(quotations, key=lambda q: q.start), paragraphs, live)
