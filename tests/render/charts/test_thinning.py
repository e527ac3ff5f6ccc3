"""Very many points in one picture."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parley.render.charts.thinning import thinned, thinned_words

FIRST = date(2031, 1, 1)


def row(day: int, party: str, low: float, high: float) -> dict[str, Any]:
    return {"day": (FIRST + timedelta(days=day)).isoformat(), "party": party, "low": low, "high": high, "number": high}


ROWS = st.lists(
    st.builds(row, st.integers(0, 4000), st.sampled_from("ab"), st.integers(0, 9), st.integers(9, 20)), max_size=80
)


@given(ROWS, st.integers(24, 60))
def test_what_is_left_out_is_within_the_range_of_what_is_shown(rows: list[dict[str, Any]], most: int) -> None:
    shown, stretch = thinned(rows, of="party", most=most)
    assert len(shown) <= most
    assert (shown == rows) == (not stretch)
    for party in "ab":
        of, own = [each for each in rows if each["party"] == party], [each for each in shown if each["party"] == party]
        assert min((each["low"] for each in of), default=0) == min((each["low"] for each in own), default=0)
        assert max((each["high"] for each in of), default=0) == max((each["high"] for each in own), default=0)
        assert max((each["day"] for each in of), default="") == max((each["day"] for each in own), default="")


def test_the_newest_of_each_stretch_stands_for_it_and_a_sentence_says_so() -> None:
    rows = [row(day, "a", day, day + 1) for day in range(60)]
    shown, stretch = thinned(rows, of="party", most=10)
    assert stretch == "week"
    assert [each["number"] for each in shown][-1] == 60
    assert thinned_words(60, stretch, "party") == (
        " The picture shows, of 60, the newest of each week and party, with their range."
    )
    assert thinned_words(60, "", "party") == ""


def test_few_points_are_all_shown() -> None:
    rows = [row(day, "a", 1, 2) for day in (3, 1, 2)]
    assert thinned(rows, of="party", most=3) == (rows, "")
