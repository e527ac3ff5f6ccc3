"""Intervals of amounts and of days behave as intervals do."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Date, DateRange, Days, Interval, Quantity, allen, days_of, interval_of, rounded_interval

NUMBERS = st.integers(-50, 50)
STARTS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
DAYS = st.builds(lambda start, length: Days(start, start + timedelta(days=length)), STARTS, st.integers(0, 20))
INVERSE = {
    "before": "after", "meets": "met_by", "overlaps": "overlapped_by", "starts": "started_by", "during": "contains",
    "finishes": "finished_by", "equal": "equal",
}  # fmt: skip


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lower, upper = sorted((draw(NUMBERS | st.just(-inf)), draw(NUMBERS | st.just(inf))))
    return Interval(lower, upper, draw(st.booleans()), draw(st.booleans()))


@st.composite
def members(draw: st.DrawFn) -> float:
    """Numbers between and on the bounds that `intervals` draws."""
    return draw(st.integers(-102, 102)) / 2


@given(intervals(), intervals(), members())
def test_meet_holds_what_both_hold(one: Interval, other: Interval, number: float) -> None:
    point = Interval(number, number)
    assert one.meet(other).contains(point) == (one.contains(point) and other.contains(point))


@given(intervals(), intervals())
def test_overlap_goes_both_ways_and_is_the_opposite_of_disjoint(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) != one.disjoint(other)
    assert one.meet(other).empty == other.meet(one).empty


@given(intervals(), intervals(), intervals())
def test_containing_is_an_order(one: Interval, other: Interval, third: Interval) -> None:
    assert one.contains(one)
    if one.contains(other) and other.contains(third):
        assert one.contains(third)


@given(intervals(), intervals())
def test_what_lies_below_shares_nothing(one: Interval, other: Interval) -> None:
    if not one.empty and not other.empty and one.below(other):
        assert one.disjoint(other)
        assert not other.below(one)


@pytest.mark.parametrize(
    ("quantity", "wanted"),
    [
        (Quantity(50, 50), Interval(50, 50)),
        (Quantity(50, None), Interval(50, inf)),
        (Quantity(50, None, lower_open=True), Interval(50, inf, lower_open=True)),
        (Quantity(0, 24), Interval(0, 24)),
        (Quantity(240, 240, approximate=True), Interval(216, 264)),
        (Quantity(0, 1800, upper_open=True, approximate=True), Interval(1620, 1800, upper_open=True)),
        (Quantity(24, 100, upper_open=True, approximate=True), Interval(24, 100, upper_open=True)),
        (Quantity(200, None, approximate=True), Interval(180, inf)),
    ],
)
def test_an_amount_stands_for_these_numbers(quantity: Quantity, wanted: Interval) -> None:
    found = interval_of(quantity)
    assert (found.lower, found.upper) == pytest.approx((wanted.lower, wanted.upper))
    assert (found.lower_open, found.upper_open) == (wanted.lower_open, wanted.upper_open)


@pytest.mark.parametrize(
    ("number", "lower", "upper"),
    [(8800, 8750, 8850), (4000, 3950, 4050), (8796, 8796, 8796), (70, 70, 70), (100, 95, 105), (1_234_000, 1_234_000, 1_234_000)],
)  # fmt: skip
def test_a_round_number_stands_for_what_is_rounded_to_it(number: int, lower: float, upper: float) -> None:
    found = rounded_interval(Quantity(number, number))
    assert (found.lower, found.upper) == (lower, upper)


@given(DAYS, DAYS)
def test_two_stretches_of_days_have_one_relation_and_its_inverse(one: Days, other: Days) -> None:
    forward, back = allen(one, other), allen(other, one)
    assert INVERSE.get(forward) == back or INVERSE.get(back) == forward


@given(DAYS, DAYS)
def test_the_relation_says_whether_days_are_shared(one: Days, other: Days) -> None:
    apart = allen(one, other) in {"before", "meets", "after", "met_by"}
    assert one.overlaps(other) == (not apart)
    assert one.contains(other) == (allen(one, other) in {"contains", "equal", "started_by", "finished_by"})


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2031-03-01", "2031-03-03", "before"),
        ("2031-03-01", "2031-03-02", "meets"),
        ("2031-03-01/2031-03-05", "2031-03-05/2031-03-09", "overlaps"),
        ("2031-03-01", "2031-03", "starts"),
        ("2031-03-10", "2031-03", "during"),
        ("2031-03-31", "2031-03", "finishes"),
        ("2031-03", "2031-03-01/2031-03-31", "equal"),
        ("2031", "2031-03", "contains"),
    ],
)
def test_days_of_dates_are_told_apart(one: str, other: str, relation: str) -> None:
    first, second = days_of(one), days_of(other)
    assert first is not None
    assert second is not None
    assert allen(first, second) == relation


@pytest.mark.parametrize("open_date", ["XXXX-03-01", "day-1", "", "2031-02-30", None])
def test_a_date_that_is_not_settled_has_no_days(open_date: str | None) -> None:
    assert days_of(open_date) is None


def test_a_range_with_one_end_is_open_on_the_other() -> None:
    found = days_of(DateRange(earliest=Date("2031-03")))
    assert found == Days(date(2031, 3, 1), date.max)


def test_stretches_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="no stretch of days"):
        Days(date(2031, 3, 2), date(2031, 3, 1))
