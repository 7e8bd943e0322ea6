"""When a claim's happening was, and whether two can be one and the same."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Statement
from counterclaim.records.timex import date_span

_SAYING = (
    r"(?:statement|report|interview|briefing|conference|service|ceremony|letter|message|video|speech|address|meeting|"
    r"broadcast|study|tolls?|figures|data|list|count|tally)"
)
#: A day behind such words is the one on which something was said or came out: "in a report published on Friday".
_SAID_ON = re.compile(
    rf"\b(?:(?:said|says|announced)(?: (?:in|at|to|during) (?:an?|its|his|her|the|their)(?: [\w-]+){{0,2}} {_SAYING})?|"
    rf"told (?:(?:an?|the|its|his|her) )?(?:[\w-]+ ){{0,2}}(?:{_SAYING}|reporters|journalists|lawmakers|parliament|"
    r"[A-Z]\w+(?: [A-Z]\w+){0,2})|"
    rf"{_SAYING}(?: (?:published|released|issued|circulated|posted|given|made|aired))?(?: by [\w’' -]{{1,40}})?)"
    r"(?: (?:in|from|at) (?:the )?[A-Z]\w+)? (?:late |early |on |of |the )*$"
)
_REACH = 90


def when_of(pile: Pile, claim: Claim) -> str | None:
    """The TIMEX3 value of when it happened, None where the report does not say."""
    return claim.time


def said_on(pile: Pile, statement: Statement) -> tuple[date, str] | None:
    """The day on which something was said, else its report came out, with its value; None where it is not known to
    the day."""
    told = statement.said or pile.reports[statement.report].published
    span = date_span(told) if told else None
    return (span[0], told) if span and told and span[0] == span[1] else None


def may_coincide(left: str | None, right: str | None, slack: int = 1) -> bool:
    """Whether two dates can be the same: their spans, widened by `slack` days, overlap. Unknown may be anything."""
    a, b = (date_span(left) if left else None), (date_span(right) if right else None)
    if a is None or b is None:
        return True
    room = timedelta(days=slack)
    return a[0] <= b[1] + room and b[0] <= a[1] + room


def is_when_said(text: str, at: int) -> bool:
    """Whether a time that begins at a character of a report is, by the words before it in its clause, the one at which
    something was said or came out, and not when it happened."""
    clause = re.split(r"[,;:.]\s|\n", text[max(0, at - _REACH) : at])[-1]
    return bool(_SAID_ON.search(clause))


class _Published(dict[str, date | None]):
    """The day each report of a pile was published, None where that is not known to the day."""

    def __init__(self, pile: Pile) -> None:
        for report in pile.reports.values():
            span = date_span(report.published) if report.published else None
            self[report.id] = span[0] if span and span[0] == span[1] else None


def published(pile: Pile, report: str) -> date | None:
    """The day a report was published, None where that is not known to the day."""
    return pile.once(_Published, lambda: _Published(pile))[report]


def days_between(left: date | None, right: date | None) -> int | None:
    """How many days lie between two, None where one of them is not known."""
    return None if left is None or right is None else abs((left - right).days)


def days_apart_out(pile: Pile, left: str, right: str) -> int | None:
    """How many days lie between two reports' coming out, None where that is not known of both."""
    return days_between(published(pile, left), published(pile, right))


def within(days: int | None, most: int, *, unknown: bool) -> bool:
    """Whether so many days are no more than `most`; `unknown` where it is not known how many they are."""
    return unknown if days is None else days <= most


def windows(day: int, width: int) -> tuple[int, int]:
    """The two windows of time that a day (as an ordinal) falls into. Windows overlap by half, so that two days no more
    than `width` apart always share one: what compares only within a window misses no such pair."""
    return day // (2 * width) * 2, (day + width) // (2 * width) * 2 + 1
