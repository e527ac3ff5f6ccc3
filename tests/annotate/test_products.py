"""Products of rows: those of plain multiplication, and the same to the last digit beside any others."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import NumpyOps

from parley.annotate.products import multiply_apart, multiply_each, side_by_side

_OPS = NumpyOps()
_INPUTS, _OUTPUTS = 64, 96
_lengths = st.lists(st.integers(1, 60), min_size=1, max_size=6)


def _rows(length: int) -> Any:
    return np.random.default_rng(length).standard_normal((length, _INPUTS)).astype("float32")


_LAYER = np.random.default_rng(0).standard_normal((_OUTPUTS, _INPUTS)).astype("float32")


def _multiplied(lengths: list[int]) -> list[Any]:
    parts = [slice(start, end) for start, end in pairwise(accumulate(lengths, initial=0))]
    products = np.zeros((sum(lengths), _OUTPUTS), dtype="float32")
    multiply_apart(np.concatenate([_rows(length) for length in lengths]), side_by_side(_LAYER), parts, products)
    return [products[part] for part in parts]


@settings(max_examples=60, deadline=None)
@given(_lengths)
def test_they_are_those_of_plain_multiplication(lengths: list[int]) -> None:
    for found, length in zip(_multiplied(lengths), lengths, strict=True):
        np.testing.assert_allclose(found, _rows(length) @ _LAYER.T, rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(_lengths)
def test_a_part_is_the_same_to_the_last_digit_beside_any_others(lengths: list[int]) -> None:
    for found, length in zip(_multiplied(lengths), lengths, strict=True):
        np.testing.assert_array_equal(found, _multiplied([length])[0])


def test_parts_may_leave_rows_out_and_overlap() -> None:
    rows, weights = _rows(9), side_by_side(_LAYER)
    products = np.zeros((7, _OUTPUTS), dtype="float32")
    multiply_apart(rows, weights, [slice(1, 5), slice(4, 7)], products)
    np.testing.assert_allclose(products, np.concatenate([rows[1:5], rows[4:7]]) @ _LAYER.T, rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(150)), st.integers(1, 150))
def test_a_row_is_the_same_to_the_last_digit_wherever_it_stands(order: list[int], taken: int) -> None:
    rows, weights = _rows(150), side_by_side(_LAYER)
    expected = multiply_each(rows, weights, _OPS)
    chosen = order[:taken]
    np.testing.assert_array_equal(multiply_each(rows[chosen], weights, _OPS), expected[chosen])
