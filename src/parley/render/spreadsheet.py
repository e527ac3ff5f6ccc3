"""Rows for a spreadsheet: CSV whose cells no program takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

__all__ = ["safe_cell", "write_csv"]

# What a spreadsheet takes for the start of a formula, also in its full-width forms, and white space it looks past.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n|%")


def safe_cell(value: object) -> object:
    """The value as a cell: nothing for None; words that would be taken for a formula get an apostrophe before them."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" ")[:1] in _FORMULA and value.strip():
        return f"'{value}"
    return value


def write_csv(out: TextIO, header: Sequence[str], *, rows: Iterable[Sequence[object]]) -> None:
    """Write a heading and rows, lines ended as the CSV standard has it (CR LF)."""
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
