"""Which of two reports was published first."""

from __future__ import annotations

import pytest

from parley.resolve.copies.publication import days_between, earlier_of
from tests.resolve.copies.reports import AGENCY, BALLOT, report


@pytest.mark.parametrize(
    ("one", "other", "first", "days"),
    [
        ("2031-03-05", "2031-03-06", "one", 1),
        ("2031-03-05T23:00", "2031-03-05T07:00", "other", 0),
        ("2031-03-05T23:00", "2031-03-05", None, 0),
        ("2031-03-05T23:00+08:00", "2031-03-05T16:00+00:00", "one", 0),
        ("2031-03-05T23:00+08:00", "2031-03-05T16:00", None, 0),
        ("2031-03-05T23:00", "2031-04-05", "one", 31),
        ("2031-03-05", None, None, None),
        ("2031-03-05", "in spring", None, None),
        ("2031-03-05T10:00", "2031-03-05T10:00", None, 0),
    ],
)
def test_the_dates_tell_or_do_not(one: str, other: str | None, first: str | None, days: int | None) -> None:
    texts = {"one": report(AGENCY, published=one), "other": report(BALLOT, **({"published": other} if other else {}))}
    assert earlier_of(texts["one"], texts["other"]) == (first and texts[first].id)
    assert earlier_of(texts["other"], texts["one"]) == (first and texts[first].id)
    assert days_between(texts["one"], texts["other"]) == days
