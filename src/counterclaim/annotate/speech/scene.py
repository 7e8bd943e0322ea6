"""What the rules work on: the parse, the quotations in it, and the attributions as they are put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.annotate.speech.quotations import Quotation
from counterclaim.annotate.speech.tree import Piece, Tree

_LOOSE = frozenset(",.;:-–—…") | {"--", "...", "that"}
_MARKS = frozenset("\"“”„«»‘’'`") | {"''", "``"}


#: News has a comma every 15 to 25 tokens; a text with fewer than one in this many has lost them.
TOKENS_A_COMMA = 200


@dataclass(slots=True)
class Draft:
    """An attribution in the making: token numbers where rules still move them, offsets where they are settled."""

    head: int
    lemma: str
    cue: list[int]
    content: set[int]
    sources: tuple[tuple[Piece, ...], ...] = ()
    via: tuple[Piece, ...] = ()
    addressee: tuple[Piece, ...] = ()
    negated: bool = False


@dataclass(slots=True)
class Scene:
    """A parsed report with its quotations. `quotation_of` gives for each token the number of its quotation or -1."""

    tree: Tree
    quotations: list[Quotation]
    paragraphs: list[Piece]
    live: list[bool]
    quotation_of: list[int] = field(default_factory=list)
    ranges: list[range] = field(default_factory=list)
    commas_lost: bool = False

    def __post_init__(self) -> None:
        self.commas_lost = self.tree.lower.count(",") * TOKENS_A_COMMA < self.tree.size
        self.quotation_of = [-1] * self.tree.size
        for number, quotation in enumerate(self.quotations):
            tokens = range(self.tree.at(quotation.start), self.tree.at(quotation.end - 1) + 1)
            self.ranges.append(tokens)
            for token in tokens:
                if token < self.tree.size:
                    self.quotation_of[token] = number

    def pieces(self, tokens: Iterable[int]) -> tuple[Piece, ...]:
        """Tokens as runs of text, each without the punctuation, spaces and "that" at its edges. What belongs to a
        quotation stays whole."""
        tree = self.tree
        runs: list[list[int]] = []
        for token in sorted(tokens):
            if runs and token == runs[-1][-1] + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        found = []
        for run in runs:
            first, last = 0, len(run) - 1
            while first <= last and self._is_loose(run[first]):
                first += 1
            while last >= first and self._is_loose(run[last]) and tree.lower[run[last]] != "that":
                last -= 1
            if first <= last and any(tree.pos[k] not in ("PUNCT", "CCONJ", "SPACE") for k in run[first : last + 1]):
                found.append((tree.start[run[first]], tree.end[run[last]]))
        return tuple(found)

    def _is_loose(self, token: int) -> bool:
        if self.tree.pos[token] == "SPACE":
            return True
        if self.quotation_of[token] >= 0:
            return False
        lower = self.tree.lower[token]
        return lower in _LOOSE and (lower != "that" or self.tree.dep[token] == "mark") or lower in _MARKS
