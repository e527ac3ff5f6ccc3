"""Krippendorff's alpha on the worked examples of Krippendorff (2011)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.compare.agreement import interval, krippendorff_alpha, nominal

BINARY = list(zip("0100000010", "1110010000", strict=True))  # section A: two observers, two values
NOMINAL = list(zip("aabbdcccedda", "babbbccceddd", strict=True))  # section B: two observers, five values
# Section C: four observers, twelve units, some values missing (.).
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
MISSING = [[int(value) for value in unit if value != "."] for unit in zip(*FOUR, strict=True)]


def test_of_two_values() -> None:
    assert krippendorff_alpha(BINARY) == pytest.approx(0.095, abs=5e-4)


def test_of_several_names() -> None:
    assert krippendorff_alpha(NOMINAL) == pytest.approx(0.692, abs=5e-4)


@pytest.mark.parametrize(("metric", "alpha"), [(nominal, 0.743), (interval, 0.849)])
def test_of_several_observers_where_values_are_missing(metric: object, alpha: float) -> None:
    assert krippendorff_alpha(MISSING, metric) == pytest.approx(alpha, abs=5e-4)  # type: ignore[arg-type]


@pytest.mark.parametrize("units", [[], [[1]], [[1], [2]], [[1, 1], [1, 1]]])
def test_there_is_none_where_nothing_differs(units: list[list[int]]) -> None:
    assert krippendorff_alpha(units) is None


UNITS = st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=8)


@given(UNITS)
def test_order_of_units_and_observers_makes_no_difference(units: list[list[int]]) -> None:
    mixed = [sorted(unit, reverse=True) for unit in reversed(units)]
    one, other = krippendorff_alpha(units, interval), krippendorff_alpha(mixed, interval)
    assert one == (other if other is None else pytest.approx(other))


@given(st.lists(st.integers(0, 3), min_size=2, max_size=8).filter(lambda values: len(set(values)) > 1))
def test_agreement_in_all_is_one(values: list[int]) -> None:
    assert krippendorff_alpha([(value, value) for value in values]) == pytest.approx(1)
