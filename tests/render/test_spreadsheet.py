from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.render import safe_cell, write_csv

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", "  "])
def test_words_that_would_be_a_formula_get_an_apostrophe(start: str, before: str) -> None:
    cell = f"{before}{start}HYPERLINK(1)"
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("value", "expected"), [("7 per cent", "7 per cent"), (-3, -3), (6.5, 6.5), (None, ""), ("", ""), ("a=b", "a=b")]
)
def test_other_values_stay_as_they_are(value: object, expected: object) -> None:
    assert safe_cell(value) == expected


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=4))
def test_every_cell_can_be_read_back_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    write_csv(out, ("a", "b"), rows=rows)
    read = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:]
    assert [
        [cell.removeprefix("'") if cell != given else cell for cell, given in zip(r, g, strict=True)]
        for r, g in zip(read, rows, strict=True)
    ] == rows
    assert not any(cell.lstrip(" ")[:1] in STARTS for row in read for cell in row if cell.strip())
