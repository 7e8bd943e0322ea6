"""In which order statements are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from counterclaim.records import Statement


class Order(StrEnum):
    """What a list of statements goes by."""

    CONFIDENCE = "confidence"
    TEXT = "text"
    DATE = "date"


def ordered(
    statements: Sequence[Statement], order: Order, published: Mapping[str, str | None] | None = None
) -> list[Statement]:
    """Statements that come by report and text, in the order asked for; those that are alike in it stay as they come.

    By confidence the surest come first, by date the earliest; what has no confidence or date comes last. Of what was
    said at no known time the date is that of its report, which `published` has by the report's id.
    """
    if order is Order.CONFIDENCE:
        return sorted(statements, key=_doubt)
    if order is Order.DATE:
        return sorted(statements, key=lambda one: _when(one.said or (published or {}).get(one.report)))
    return list(statements)


def _doubt(statement: Statement) -> tuple[bool, float]:
    return statement.confidence is None, -(statement.confidence or 0.0)


def _when(date: str | None) -> tuple[bool, tuple[str, str]]:
    from counterclaim.store.words import days  # the store takes a while to load, and `--help` has no need of it

    range_ = days(date)
    return range_ is None, range_ or ("", "")
