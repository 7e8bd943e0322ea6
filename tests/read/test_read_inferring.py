"""The date of a report that carries none, from what its text mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.records import PublishedFrom, Report

One = Callable[..., Report]

STORY = (
    "The minister told reporters in the capital that the bridge over the river was open again for everybody.\n\n"
    "Observers said that they saw no soldiers there, and that the market was full of people from the valley.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "published", "reason"),
    [
        ("Shells hit the market yesterday, 4 April 2017, and nobody was hurt.", "2017-04-05", "yesterday"),
        ("The road was closed today (5 April 2017).", "2017-04-05", "today"),
        ("The two sides will meet tomorrow, April 6, 2017, in the town hall.", "2017-04-05", "tomorrow"),
        ("Prices doubled last month, in March 2017, and rose again.", "2017-04", "last month"),
        ("Prices doubled last month - December 2016 - and rose again.", "2017-01", "last month"),
        ("The town fell last year, on 4 July 2016, after a siege.", "2017", "last year"),
        ("The town fell five years ago, in 2012, after a siege.", "2017", "five years ago"),
        (
            "The town fell on 4 April 2017. The two sides will meet on 20 April 2017 in the town hall.",
            "2017-04",
            "announces 20 April 2017",
        ),
        (
            "The town fell on 4 April 2017. The two sides are due to meet on 2 June 2017 in the town hall.",
            "2017",
            "tells of 4 April 2017 as past",
        ),
        ("The town fell on 4 April 2017. The truce was broken today, 9 April 2017.", "2017-04-09", "today"),
    ],
)
def test_a_date_follows_as_far_as_the_text_tells(one: One, sentence: str, published: str, reason: str) -> None:
    report = one(f"Bridge open again\n\n{STORY}{sentence}\n")
    assert (report.published, report.published_from) == (published, PublishedFrom.INFERRED)
    (taken,) = [candidate for candidate in report.dates if candidate.taken]
    assert reason in taken.why
    assert taken.start is not None
    assert report.text[taken.start : taken.end] in sentence


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The town fell on 4 April 2017 after a siege of two months.", "how much later it was written is not known"),
        ("The two sides will meet on 20 April 2017 in the town hall.", "how much earlier it was written is not known"),
        ("The town fell on 4 April 2017. The truce was broken yesterday, 9 April 2016.", "does not fit"),
        ("The town fell on 4 April 2016. The two sides will meet on 2 June 2017.", "between the two"),
    ],
)
def test_a_date_that_does_not_follow_is_kept_with_its_reason_and_not_taken(
    one: One, sentence: str, reason: str
) -> None:
    report = one(f"Bridge open again\n\n{STORY}{sentence}\n")
    assert (report.published, report.published_from) == (None, None)
    assert not any(candidate.taken for candidate in report.dates)
    assert any(reason in candidate.why for candidate in report.dates)


@pytest.mark.parametrize(
    "sentence",
    [
        "The town fell yesterday, and the two sides will meet on Friday.",
        "The town fell on 4 April after a siege.",
        "He said he would withdraw by 4 April 2017 if the others did.",
        "A plan of 4 April 2017 would let them return.",
    ],
)
def test_nothing_follows_where_nothing_is_dated(one: One, sentence: str) -> None:
    report = one(f"Bridge open again\n\n{STORY}{sentence}\n")
    assert (report.published, report.published_from) == (None, None)


def test_a_date_that_the_report_carries_goes_before_what_its_text_mentions(one: One) -> None:
    report = one(f"6 May 2018\n\nBridge open again\n\n{STORY}The town fell yesterday, 4 April 2017.\n")
    assert (report.published, report.published_from) == ("2018-05-06", PublishedFrom.TEXT)
