"""In which order statements are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from counterclaim.records import Manner, Statement

#: So few words are as a rule a piece of a headline or of a quotation, whatever the confidence.
FEW_WORDS = 3


class Order(StrEnum):
    """What a list of statements goes by."""

    SPEAKER = "speaker"
    CONFIDENCE = "confidence"
    TEXT = "text"
    DATE = "date"


def ordered(
    statements: Sequence[Statement], order: Order, published: Mapping[str, str | None] | None = None
) -> list[Statement]:
    """Statements that come by report and text, in the order asked for; those that are alike in it stay as they come.

    By speaker come first statements of somebody named or described, then those without a source or of at most three
    words, then what outlets say in their own voice; those alike in this by confidence. By confidence the surest come
    first, by date the earliest; what has no confidence or date comes last. Of what was said at no known time the date
    is that of its report, which `published` has by the report's id.
    """
    if order is Order.SPEAKER:
        return sorted(statements, key=lambda one: (_weight(one), _doubt(one)))
    if order is Order.CONFIDENCE:
        return sorted(statements, key=_doubt)
    if order is Order.DATE:
        return sorted(statements, key=lambda one: _when(one.said or (published or {}).get(one.report)))
    return list(statements)


def _weight(statement: Statement) -> int:
    """0 for words of somebody, 1 for a few words or those of nobody known, 2 for an outlet's own voice."""
    from counterclaim.store.words import fold

    if statement.manner is Manner.NARRATION:
        return 2
    said = fold(" ".join(span.text for span in statement.content)).split()
    return int(not statement.sources or len(said) <= FEW_WORDS)


def _doubt(statement: Statement) -> tuple[bool, float]:
    return statement.confidence is None, -(statement.confidence or 0.0)


def _when(date: str | None) -> tuple[bool, tuple[str, str]]:
    from counterclaim.store.words import days  # the store takes a while to load, and `--help` has no need of it

    range_ = days(date)
    return range_ is None, range_ or ("", "")
