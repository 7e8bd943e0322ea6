"""When a claim's happening was, and whether two can be one and the same."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.link.pile import Pile
from counterclaim.records import Claim
from counterclaim.records.timex import date_span


def when_of(pile: Pile, claim: Claim) -> str | None:
    """The TIMEX3 value of when it happened, None where the report does not say."""
    return claim.time


def may_coincide(left: str | None, right: str | None, slack: int = 1) -> bool:
    """Whether two dates can be the same: their spans, widened by `slack` days, overlap. Unknown may be anything."""
    a, b = (date_span(left) if left else None), (date_span(right) if right else None)
    if a is None or b is None:
        return True
    room = timedelta(days=slack)
    return a[0] <= b[1] + room and b[0] <= a[1] + room


def published(pile: Pile, report: str) -> date | None:
    """The day a report was published, None where that is not known to the day."""
    value = pile.reports[report].published
    span = date_span(value) if value else None
    return span[0] if span and span[0] == span[1] else None


def windows(day: int, width: int) -> tuple[int, int]:
    """The two windows of time that a day (as an ordinal) falls into. Windows overlap by half, so that two days no more
    than `width` apart always share one: what compares only within a window misses no such pair."""
    return day // (2 * width) * 2, (day + width) // (2 * width) * 2 + 1
