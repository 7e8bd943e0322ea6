"""Dates: as they are written, and which one is taken for a report's."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from counterclaim.read import dates
from counterclaim.records import PublishedFrom, Rejected, Report

One = Callable[..., Report]
AllOf = Callable[..., tuple[list[Report], list[Rejected]]]

STORY = (
    "The minister told reporters in the capital that the bridge over the river was open again for everybody.\n\n"
    "Observers said that they had seen no soldiers there since the weekend, and that the market was full.\n"
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Wed 05 Apr 2017", "2017-04-05"),
        ("28th September, 2020", "2020-09-28"),
        ("the 3rd of May 2011", "2011-05-03"),
        ("Friday, April 19, 2024", "2024-04-19"),
        ("Sept. 3, 2016", "2016-09-03"),
        ("Apr 232017", "2017-04-23"),
        ("Apr 52017", "2017-04-05"),
        ("05-Apr-2017", "2017-04-05"),
        ("29-07-2015", "2015-07-29"),
        ("24.08.2013", "2013-08-24"),
        ("2017-04-05T10:00:00Z", "2017-04-05"),
        ("13/04/2017", "2017-04-13"),
        ("04/13/2017", "2017-04-13"),
        ("31 June 2016", "2016-06"),
        ("9999-12-31", "9999-12-31"),
        ("0000-05-01", "0000-05-01"),
    ],
)
def test_dates_are_found_as_they_are_written(written: str, value: str) -> None:
    (found,) = dates.find(f"It said {written} there.")
    assert found.value == value


@pytest.mark.parametrize(
    "text", ["Section 3.4.2011.5", "in 2017", "September 2017", "May 5", "a 1-0-2 win", "version 10.4.20171"]
)
def test_what_is_no_whole_date_is_not_found(text: str) -> None:
    assert dates.find(text) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("2017-04-05T23:30:00-08:00", "2017-04-05"),
        ("Wed, 05 Apr 2017 10:00:00 GMT", "2017-04-05"),
        ("20170405", "2017-04-05"),
        ("20170405T101500Z", "2017-04-05"),
        ("1491350400", "2017-04-05"),
        ("1491350400000", "2017-04-05"),
        ("1491350400.0", "2017-04-05"),
        ("2017-04", "2017-04"),
        ("April 2017", "2017-04"),
        ("2017", "2017"),
        ("5 avril 2017", "2017-04-05"),
        ("5 апреля 2017 г.", "2017-04-05"),
        ("yesterday", None),
        ("3 hours ago", None),
        ("vor 2 Tagen", None),
        ("12:30", None),
        ("n/a", None),
    ],
)
def test_a_date_field_is_read_and_never_counted_from_today(field: str, value: str | None) -> None:
    found = dates.read_field(field)
    assert (found.value if found else None) == value


def row(all_of: AllOf, published: object, text: str, title: str | None = None) -> Report:
    """The report of one row."""
    ((report,), _) = all_of(json.dumps({"published": published, "title": title, "text": text}), "rows.jsonl")
    return report


@pytest.mark.parametrize(
    "head",
    [
        "Wed 05 Apr 2017 Bridge open again. ",
        "Published April 5 2017 ",
        "Date of publication 5 April 2017 Video ",
        "Last updated at Apr 052017 ",
        "Bridge open again ANA Wednesday 5 Apr 2017 ",
        "Bridge open again A first walk across it after two years of waiting says an agency ANA Wednesday 5 Apr 2017 ",
        "05-04-2017 Bridge open again. ",
        "05.04.2017(updated 1935 06.04.2017) Get short URL 0 13 ",
        "Posted on April 5 2017 by Ann Lee Bridge open again ",
        "Wednesday 5 April 2017 22:33 Bridge open again. ",
        "HALM, April 5, 2017 (ANA) - ",
        "HALM (Courier / ANA - 5th April, 2017) ",
        "5 April 2017\n\nBridge open again\n\n",
        "Bridge open again\n\nBy Ann Lee | April 5, 2017 12:17 (UTC+04:00)\n\n",
        "Courier\n\nBridge open again\n\nPublished: 5 April 2017, 10:15 GMT\n\n",
    ],
)
@pytest.mark.parametrize("field", ["2017-01-30", None, "9999-12-31", "unknown"])
def test_a_date_at_the_head_of_the_text_goes_before_the_field(all_of: AllOf, head: str, field: str | None) -> None:
    report = row(all_of, field, head + STORY, "Bridge open again")
    assert (report.published, report.published_from) == ("2017-04-05", PublishedFrom.TEXT)
    (taken,) = [candidate for candidate in report.dates if candidate.taken]
    assert taken.start is not None
    assert "2017" in report.text[taken.start : taken.end]


@pytest.mark.parametrize(
    "head",
    [
        "On April 5 2017 the minister spoke at length about the bridge. ",
        "The attack of 5 April 2017 was still on the minister's mind. ",
        "A picture taken on April 5 2017 shows the bridge. (ANA Photo) ",
        "People walk in Halm April 5 2017. (ANA Photo) ",
        "People walk across the new bridge over the river in Halm, April 5, 2017.\n\n",
        "",
    ],
)
def test_a_date_in_a_sentence_or_caption_is_kept_and_not_taken(all_of: AllOf, head: str) -> None:
    report = row(all_of, "2017-05-30", head + STORY)
    assert (report.published, report.published_from) == ("2017-05-30", PublishedFrom.METADATA)
    others = [candidate for candidate in report.dates if not candidate.taken]
    assert [candidate.value for candidate in others] == ["2017-04-05"] * bool(head)
    assert all(candidate.why for candidate in others)


@pytest.mark.parametrize("field", [None, "2020-11-06"])
def test_a_pages_own_clock_is_never_taken(all_of: AllOf, field: str | None) -> None:
    below = "" if field else "6 November 2020 12:17 (UTC+04:00)\n"
    report = row(
        all_of, field, f"Courier.com\n\nFriday April 19 2024\n\nBridge open again\n\n{below}By Ann Lee\n\n{STORY}"
    )
    assert report.published == "2020-11-06"
    (clock,) = [candidate for candidate in report.dates if candidate.value == "2024-04-19"]
    assert "clock" in clock.why


def test_a_wrong_weekday_lowers_trust_and_is_said(all_of: AllOf) -> None:
    text = f"Monday 5 April 2017\n\nBridge open again\n\n{STORY}"
    with_field = row(all_of, "2017-04-07", text)
    assert with_field.published == "2017-04-07"
    without = row(all_of, None, text)
    assert without.published == "2017-04-05"
    for report in (with_field, without):
        assert any("it is written as a Monday and was a Wednesday" in candidate.why for candidate in report.dates)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("0000-00-00", "0000", "no report is from the year 0"),
        ("0000-05-01", "0000-05-01", "no report is from the year 0"),
        ("9999-12-31", "9999-12-31", "no report is from the year 9999"),
        ("1066-10-14", "1066-10-14", "no report is from the year 1066"),
        ("31 June 2016", "2016-06", "there is no such day"),
    ],
)
def test_an_impossible_date_is_kept_and_not_taken(all_of: AllOf, field: str, value: str, why: str) -> None:
    report = row(all_of, field, STORY)
    assert report.published is None
    assert report.published_from is None
    (candidate,) = report.dates
    assert (candidate.value, candidate.taken, candidate.why) == (value, False, why)


@pytest.mark.parametrize(
    ("field", "head", "published"),
    [
        ("03/04/2017", "", "2017"),
        ("03/04/2017", "5 April 2017\n\nBridge open again\n\n", "2017-04-05"),
        ("2017-03-04", "03/04/2017\n\nBridge open again\n\n", "2017-03-04"),
        ("2017-04-03", "03/04/2017\n\nBridge open again\n\n", "2017-04-03"),
        ("25/04/2017", "", "2017-04-25"),
    ],
)
def test_a_date_in_numbers_is_read_no_further_than_it_is_clear(
    all_of: AllOf, field: str, head: str, published: str
) -> None:
    assert row(all_of, field, head + STORY).published == published


@pytest.mark.parametrize(("weekday", "published"), [("Sunday", "2021-10-03"), ("Friday", None), ("the holiday", None)])
def test_a_captions_date_is_inferred_only_if_a_weekday_bears_it_out(
    one: One, weekday: str, published: str | None
) -> None:
    report = one(
        "Ready To Meet\n\nVilmark - The minister meets with members of the community in Vilmark, October 3, 2021.\n\n"
        f"The minister said on {weekday} that he was ready to meet with the other side for talks on small steps.\n\n"
        "He spoke at the start of an official visit, and added that there was no other way to build trust.\n"
    )
    assert report.published == published
    assert report.published_from == (PublishedFrom.INFERRED if published else None)
    (candidate,) = report.dates
    assert candidate.where == "caption"


def test_what_has_no_date_is_undated(one: One) -> None:
    report = one(f"Bridge open again\n\n{STORY}On May 17 and in the fall of 2020 it had been closed for some days.\n")
    assert (report.published, report.published_from, report.dates) == (None, None, ())


def test_the_date_in_the_text_does_not_change_the_id(all_of: AllOf) -> None:
    report = row(all_of, "2017-01-30", f"5 April 2017\n\nBridge open again\n\n{STORY}")
    again = row(all_of, "2017-01-30", f"5 April 2017\n\nBridge open again\n\n{STORY}")
    other = row(all_of, "2017-01-31", f"5 April 2017\n\nBridge open again\n\n{STORY}")
    assert report.id == again.id != other.id
