from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.apps.web.charts import Axis, Scale, bars

DAYS = st.dates(date(1700, 1, 1), date(2100, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(1, 50)), max_size=40))
def test_every_count_is_drawn_or_said_to_be_left_out(counts: list[tuple[date, int]]) -> None:
    once = {day.isoformat(): (day.isoformat(), count) for day, count in counts}
    chart = bars([(day, day, count) for day, count in once.values()])
    if chart is None:
        return
    drawn = sum(bar.count for bar in chart.bars)
    assert drawn + chart.before + chart.after == sum(count for _, count in once.values())
    assert all(bar.left >= 0 and bar.left + bar.width <= 100.01 and 0 < bar.height <= 100 for bar in chart.bars)
    assert [bar.left for bar in chart.bars] == sorted(bar.left for bar in chart.bars)
    assert len(chart.ticks) <= 9


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [("2021-05-01", "2021-05-30", "day"), ("2019-01-01", "2021-05-30", "month"), ("1990-01-01", "2021-05-30", "year")],
)
def test_bars_stand_for_as_much_as_there_is_room_for(first: str, last: str, unit: str) -> None:
    chart = bars([(first, first, 5), (last, last, 5)], marked=[last])
    assert chart is not None
    assert chart.unit == unit
    assert [bar.marked for bar in chart.bars] == [False, True]


def test_one_odd_date_does_not_squeeze_the_rest() -> None:
    counts = [("1733-01-01", "1733-01-01", 1), *((f"2016-07-{day:02}",) * 2 + (20,) for day in range(1, 29))]
    chart = bars(counts)
    assert chart is not None
    assert (chart.unit, chart.before, len(chart.bars)) == ("day", 1, 28)


def test_what_is_known_less_exactly_than_a_bar_is_counted_apart() -> None:
    chart = bars([("2016-07-01", "2016-07-01", 2), ("2016-07-09", "2016-07-09", 2), ("2016-07-01", "2016-07-31", 3)])
    assert chart is not None
    assert chart.wider == 3


@given(st.lists(DAYS, min_size=1, max_size=20))
def test_days_stand_on_their_axis_in_their_order(days: list[date]) -> None:
    axis = Axis.over(days)
    assert axis is not None
    places = [axis.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert all(0 <= tick.at <= 100 for tick in axis.ticks())


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=20))
def test_counts_stand_on_their_scale_in_their_order(counts: list[int]) -> None:
    scale = Scale.over(float(count) for count in counts)
    assert scale is not None
    places = [scale.at(count) for count in sorted(counts)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert all(0 <= tick.at <= 100.01 for tick in scale.ticks())


def test_nothing_is_drawn_of_nothing() -> None:
    assert bars([]) is None
    assert bars([("2021-05-01", "2021-05-01", 3)]) is None
    assert Axis.over([]) is None
    assert Scale.over([]) is None
    assert Axis.over([date(2021, 5, 1)]) == Axis(date(2021, 4, 30), date(2021, 5, 1) + timedelta(1))
