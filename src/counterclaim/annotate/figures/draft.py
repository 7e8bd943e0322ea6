"""A figure in the making: a count with its tokens, filled in step by step before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from counterclaim.annotate.figures.counted import Counted
from counterclaim.annotate.figures.counts import Count
from counterclaim.records import Happened


@dataclass(slots=True, eq=False)
class Draft:
    """A count at tokens `first` to `last` of sentence number `sentence`, with what is known of it so far.

    `sure` is whether words beside the count say what happened, not only the parse.
    """

    doc: Doc
    sentence: int
    count: Count
    first: int
    last: int
    counted: Counted
    happened: tuple[Happened, ...] = ()
    sure: bool = False
    of: str | None = None
    part_of: Draft | None = None
    supersedes: Draft | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether no noun follows the number."""
        return self.counted.noun is None

    @property
    def end(self) -> int:
        """The last token of the number or of what it counts."""
        return max(self.last, self.counted.last)

    def name(self) -> str | None:
        """What is counted, in the report's words; None for a number that stands alone."""
        if self.counted.noun is None or self.counted.noun.lower_ == "lives":
            return None
        tokens = self.doc[self.counted.first : self.counted.last + 1]
        return " ".join(str(tokens.text).split())
