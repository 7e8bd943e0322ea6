from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records.timex import date_span


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-09-28", date(2020, 9, 28), date(2020, 9, 28)),
        ("2020-09", date(2020, 9, 1), date(2020, 9, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-W39", date(2020, 9, 21), date(2020, 9, 27)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2020-W39-WE", date(2020, 9, 26), date(2020, 9, 27)),
        ("2020-W39-2", date(2020, 9, 22), date(2020, 9, 22)),
        ("2020-SP", date(2020, 3, 1), date(2020, 5, 31)),
        ("2020-SU", date(2020, 6, 1), date(2020, 8, 31)),
        ("2020-FA", date(2020, 9, 1), date(2020, 11, 30)),
        ("2020-WI", date(2020, 12, 1), date(2021, 2, 28)),
        ("2020-Q4", date(2020, 10, 1), date(2020, 12, 31)),
        ("2020-H1", date(2020, 1, 1), date(2020, 6, 30)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("2020-09-27TMO", date(2020, 9, 27), date(2020, 9, 27)),
        ("2020-11-06T12:17", date(2020, 11, 6), date(2020, 11, 6)),
        ("2020-09-XX", date(2020, 9, 1), date(2020, 9, 30)),
        ("2020-XX-XX", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-WXX-5", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_first_and_last_day(value: str, first: date, last: date) -> None:
    assert date_span(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    "XXXX-11-16 XXXX-WXX-5 P6W PT48H P1D PAST_REF 2020-02-30 2020-13 2021-W53 0000 9999-WI T06:00 20200928".split(),
)
def test_values_that_cover_no_known_days(value: str) -> None:
    assert date_span(value) is None


@given(st.dates())
def test_a_day_lies_within_its_month_and_its_week(day: date) -> None:
    month = date_span(f"{day.year:04}-{day.month:02}")
    assert month is not None
    assert month[0] <= day <= month[1]
    year, week, _ = day.isocalendar()
    days = date_span(f"{year:04}-W{week:02}")
    assert days is None or days[0] <= day <= days[1]


@given(st.text(alphabet="0123456789XW-TSUPQ", max_size=12))
def test_any_text_gives_a_forward_span_or_none(value: str) -> None:
    span = date_span(value)
    assert span is None or span[0] <= span[1]
