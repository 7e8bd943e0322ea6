"""Lists of the same dates that do not agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, compared, disputed, linked

from counterclaim.records import Slot, Span, Verdict

TIME = Slot.TIME


def listed(*dates: str, noun: str = "truces", joint: str = " and ", outlet: str = "Coast Herald") -> Paper:
    """A report that lists dates of a process."""
    text = f"The {noun} of {joint.join(dates)} failed."
    paper = Paper(text, outlet=outlet)
    for date in dates:
        day, month = date.split()
        paper.time(date, f"2021-{['March', 'April', 'May'].index(month) + 3:02}-{int(day):02}")
    statement = paper.tells(text)
    paper.claim(statement, "fail", "failed")
    return paper


FIRST = listed("10 April", "17 April", "26 April")


def test_one_date_of_a_list_differs() -> None:
    links = linked(FIRST, listed("10 April", "18 April", "26 April", outlet="B"))
    (judgement,) = compared(links, TIME)
    assert judgement.verdict is Verdict.CONFLICT
    assert "Where one has 2021-04-17, the other has 2021-04-18." in judgement.reasons or (
        "Where one has 2021-04-18, the other has 2021-04-17." in judgement.reasons
    )
    (dispute,) = disputed(links, TIME)
    assert {side.answer for side in dispute.sides} == {"17 April 2021", "18 April 2021"}
    assert "ceasefire" in dispute.question


@pytest.mark.parametrize(
    "other",
    [
        listed("10 April", "17 April", "26 April", outlet="B"),
        listed("1 March", "5 March", "9 March", outlet="B"),
        listed("10 April", "18 April", outlet="B"),
        listed("10 April", "18 April", "26 April", noun="meetings", outlet="B"),
        listed("10 April", "18 April", "26 April", noun="floods", outlet="B"),
        listed("10 April", "18 April", "26 April", joint=" rather than ", outlet="B"),
    ],
)
def test_lists_that_agree_or_are_of_something_else_are_not_in_dispute(other: Paper) -> None:
    assert compared(linked(FIRST, other), TIME) == []


def test_one_report_may_list_them_two_ways() -> None:
    text = "The truces of 10 April and 17 April failed.\nAfter the truces of 11 April and 17 April it was quiet."
    paper = Paper(text)
    for part, dates in (
        ("The truces of 10 April and 17 April failed.", ("10 April", "17 April")),
        ("After the truces of 11 April and 17 April it was quiet.", ("11 April",)),
    ):
        for date in dates:
            paper.time(date, f"2021-04-{date.split()[0]}")
        paper.claim(paper.tells(part), "fail" if "failed" in part else "be", "failed" if "failed" in part else "was")
    last = text.rindex("17 April")
    second = paper.times[1]
    paper.times.append(replace(second, id="second", span=Span.of(text, last, last + len("17 April"))))
    (dispute,) = disputed(linked(paper), TIME)
    assert dispute.within_report
    assert {side.answer for side in dispute.sides} == {"10 April 2021", "11 April 2021"}
