from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
import yaml
from build import make_report, parse_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.annotate.parse import parse
from counterclaim.annotate.times import find_times
from counterclaim.records import TimexType

SHARED = Path(__file__).parents[3] / "shared"


def times_of(text: str, published: str | None = None) -> list[tuple[str, str]]:
    return [(time.span.text, time.value) for time in find_times(parse_text(text, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 10 October 2020.", [("10 October 2020", "2020-10-10")]),
        ("They met on October 10, 2020.", [("October 10, 2020", "2020-10-10")]),
        ("They met on October 10 2020 in Geneva.", [("October 10 2020", "2020-10-10")]),
        ("They met on Friday, 9 October 2020.", [("Friday, 9 October 2020", "2020-10-09")]),
        ("Wed 05 Apr 2017 Six people died.", [("Wed 05 Apr 2017", "2017-04-05")]),
        ("It was the 9th of April, 2017.", [("9th of April, 2017", "2017-04-09")]),
        ("It was dated 2016-12-13.", [("2016-12-13", "2016-12-13")]),
        ("Published 25.07.2016 by the agency.", [("25.07.2016", "2016-07-25")]),
        ("Published 12/13/2015 by the agency.", [("12/13/2015", "2015-12-13")]),
        ("Published 11/12/2015 by the agency.", [("11/12/2015", "2015-XX-XX")]),
        ("It began in September 2013.", [("September 2013", "2013-09")]),
        ("It began in mid-March 2011.", [("mid-March 2011", "2011-03")]),
        ("It has gone on since 1994.", [("1994", "1994")]),
        ("It has gone on since mid-2012.", [("mid-2012", "2012")]),
        ("In the fall of 2020 they lost.", [("fall of 2020", "2020-FA")]),
        ("It happened in 2014-2015.", [("2014", "2014"), ("2015", "2015")]),
        ("It happened in August and September 2013.", [("August", "2013-08"), ("September 2013", "2013-09")]),
        ("A war of the 1990s and the 20th century.", [("1990s", "199"), ("20th century", "19")]),
        ("The 2018 summit failed.", [("2018", "2018")]),
    ],
)
def test_dates_that_need_no_anchor(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on Monday that it was over.", [("Monday", "2020-09-28")]),
        ("He said on Friday that it was over.", [("Friday", "2020-09-25")]),
        ("They will meet on Friday.", [("Friday", "2020-10-02")]),
        ("They are expected to meet on Friday.", [("Friday", "2020-10-02")]),
        ("The vote is to be held on Friday.", [("Friday", "2020-10-02")]),
        ("Troops tried to enter on Friday.", [("Friday", "2020-09-25")]),
        ("They gathered ahead of talks on Friday.", [("Friday", "2020-10-02")]),
        ("Friday's attack killed many.", [("Friday", "2020-09-25")]),
        ("Mondays attack killed many.", [("Monday", "2020-09-28")]),
        ("He came last Monday.", [("last Monday", "2020-09-21")]),
        ("It was taken on Tuesday last week.", [("Tuesday last week", "2020-09-22")]),
        ("It began early on Sunday morning.", [("early on Sunday morning", "2020-09-27TMO")]),
        ("Last week, he claimed it.", [("Last week", "2020-W39")]),
        ("It broke down earlier this week.", [("earlier this week", "2020-W40")]),
        ("It ended late last year.", [("late last year", "2019")]),
        ("They met last January.", [("last January", "2020-01")]),
        ("They met last September.", [("last September", "2019-09")]),
        ("They met in October last year.", [("October last year", "2019-10")]),
        ("They were killed in November.", [("November", "2019-11")]),
        ("They will vote in November.", [("November", "2020-11")]),
        ("They were killed on November 16.", [("November 16", "2019-11-16")]),
        ("They will vote on November 16.", [("November 16", "2020-11-16")]),
        ("He was killed on 1 September.", [("1 September", "2020-09-01")]),
        ("Maps were handed over this summer.", [("this summer", "2020-SU")]),
        ("It rained last winter.", [("last winter", "2019-WI")]),
        ("They died yesterday and last night.", [("yesterday", "2020-09-27"), ("last night", "2020-09-27TNI")]),
        ("The talks resume tomorrow.", [("tomorrow", "2020-09-29")]),
        ("It took place over the weekend.", [("weekend", "2020-W39-WE")]),
        ("It started a week ago.", [("a week ago", "2020-W39")]),
        ("It started two years ago.", [("two years ago", "2018")]),
        ("It started three months ago.", [("three months ago", "2020-06")]),
        ("It started several days ago.", [("several days ago", "PAST_REF")]),
    ],
)
def test_relative_times_in_a_report_of_a_known_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text, "2020-09-28") == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A column of trucks, followed by buses, set out from the port on Saturday.", "08"),
        ("The library was set alight on Saturday by a crowd.", "08"),
        ("No one could leave the town on Saturday.", "08"),
        ("The general ordered his men to open fire on Saturday, prosecutors say.", "08"),
        ("The hearing was set for Saturday.", "15"),
        ("The trucks are set to leave on Saturday.", "15"),
        ("The deadline runs out on Saturday.", "15"),
        ("The bridge reopens on Saturday.", "15"),
        ("The funeral is on Saturday.", "15"),
        ("Talks are due to resume on Saturday.", "15"),
    ],
)
def test_a_weekday_told_in_the_past_is_not_ahead_of_the_report(text: str, day: str) -> None:
    assert times_of(text, "2025-03-10") == [("Saturday", f"2025-03-{day}")]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Soldiers were killed on November 16.", None, "XXXX-11-16"),
        ("They met on Tuesday.", None, "XXXX-WXX-2"),
        ("They met on Tuesday.", "2020-09", "2020-WXX-2"),
        ("They met yesterday.", None, "XXXX-XX-XX"),
        ("They met yesterday.", "2020-09", "2020-XX-XX"),
        ("They met last week.", None, "XXXX-WXX"),
        ("They met last week.", "2020-09", "2020-WXX"),
        ("They met last year.", None, "XXXX"),
        ("They met last year.", "2020", "2019"),
        ("They met this summer.", None, "XXXX-SU"),
        ("They met this morning.", None, "XXXX-XX-XXTMO"),
        ("They met on Tuesday.", "no date at all", "XXXX-WXX-2"),
    ],
)
def test_what_does_not_follow_is_masked(text: str, published: str | None, value: str) -> None:
    assert [found for _, found in times_of(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Agreements of 10, 17 and 26 October were broken.",
            [("10", "2020-10-10"), ("17", "2020-10-17"), ("26 October", "2020-10-26")],
        ),
        (
            "The truce that entered force on October 10, 16 and 26.",
            [("October 10", "2020-10-10"), ("16", "2020-10-16"), ("26", "2020-10-26")],
        ),
        (
            "Agreements reached on 10 October, 17 October and 26 October were broken.",
            [("10 October", "2020-10-10"), ("17 October", "2020-10-17"), ("26 October", "2020-10-26")],
        ),
        (
            "Agreements of 10 October, 17 October and 26 October 2019 were broken.",
            [("10 October", "2019-10-10"), ("17 October", "2019-10-17"), ("26 October 2019", "2019-10-26")],
        ),
        (
            "It was held from October 1 to October 3.",
            [("October 1", "2020-10-01"), ("October 3", "2020-10-03")],
        ),
        ("On October 19 and 20 people died.", [("October 19", "2020-10-19")]),
    ],
)
def test_every_item_of_a_list_is_one_expression(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text, "2020-11-06") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He died on Monday. She died three days later.",
            [("Monday", "2020-09-28"), ("three days later", "2020-10-01")],
        ),
        ("He died on Monday. The day before, she fled.", [("Monday", "2020-09-28"), ("The day before", "2020-09-27")]),
        ("He died on Monday. She fled that day.", [("Monday", "2020-09-28"), ("that day", "2020-09-28")]),
        ("It fell in 2013. Later that year they left.", [("2013", "2013"), ("that year", "2013")]),
        ("At 6:30 a.m. on Monday jets struck.", [("6:30 a.m.", "2020-09-28T06:30"), ("Monday", "2020-09-28")]),
        ("Jets struck at 1615 GMT.", [("1615 GMT", "2020-09-29T16:15")]),
        ("Jets struck around dawn on Monday.", [("dawn", "2020-09-28TMO"), ("Monday", "2020-09-28")]),
    ],
)
def test_times_told_from_the_one_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text, "2020-09-29") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted six weeks.", [("six weeks", "P6W")]),
        ("The 44-day war ended.", [("44-day", "P44D")]),
        ("They fought for a year and a half.", [("a year and a half", "P1.5Y")]),
        ("They fought for months.", [("months", "PXM")]),
        ("Ten died over the past 48 hours.", [("the past 48 hours", "PT48H")]),
        ("Ten died in the past week.", [("the past week", "P1W")]),
        ("It came nearly one year after the truce.", [("one year", "P1Y")]),
        ("Aid arrives every day.", [("every day", "P1D")]),
        ("There were daily attacks.", [("daily", "P1D")]),
        ("On Mondays he prays.", [("Mondays", "XXXX-WXX-1")]),
    ],
)
def test_lengths_and_sets(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text, "2020-09-28") == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old girl and a man aged 40 years were hurt.",
        "About 2000 people fled.",
        "Resolution 2042 was adopted.",
        "Troops may march on the capital.",
        "A second strike followed.",
        "They paid $2000 for it.",
        "Call 0171-2015-331 for details.",
        "Three children (5-8 years) were hurt.",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times_of(text, "2020-09-28") == []


def test_types() -> None:
    times = find_times(parse_text("On Monday at 6 a.m., after six weeks, as every day.", "2020-09-28"))
    assert [time.type for time in times] == [TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET]


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "0000", "2020-02-30"])
def test_the_ends_of_the_calendar_raise_nothing(published: str) -> None:
    text = "It came yesterday, next week, two years ago, last Friday and the day before. It will come tomorrow."
    assert all(re.match(r"[\dXP]", value) for _, value in times_of(text, published))


_WORDS = (
    "on Monday last week 10 17 and 26 October , 2020 two days ago . the day before May 3 6 a.m. every year 1994 - noon "
    "Easter Christmas night of first half quarter next 31st February 999999999 months later after they met until now"
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(_WORDS.split()), max_size=15),
    st.sampled_from([None, "2020", "2020-09-28", "0001-01-01", "9999-12-31"]),
)
def test_spans_are_the_text_and_do_not_overlap(words: list[str], published: str | None) -> None:
    report = make_report(" ".join(words), published)
    times = find_times(parse(report))
    assert all(report.text[time.span.start : time.span.end] == time.span.text for time in times)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))
    assert len({time.id for time in times}) == len(times)


@pytest.mark.skipif(not SHARED.exists(), reason="the seed reports are not on this machine")
def test_every_date_that_a_reader_marked_in_the_seeds() -> None:
    gold = yaml.safe_load((SHARED / "gold/seeds.facts.yaml").read_text(encoding="utf-8"))
    for number, words, value in gold["dates"]:
        text = next((SHARED / "seeds").glob(f"{number}_*")).read_text(encoding="utf-8")
        published = str(gold["reports"][number]["published"])
        assert (words, value) in times_of(text, published), (number, words)
