"""A count over time in one line of block characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

__all__ = ["step_blocks"]

_BLOCKS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"


def step_blocks(counts: Sequence[tuple[int, float]], *, first: int, last: int, width: int, highest: float) -> str:
    """Counts by day (ordinal, number) as steps: each column is the newest count so far, its height a part of `highest`.

    `first` and `last` are the days the line begins and ends with; columns before the first count are dots.
    """
    span = max(last - first, 1)
    columns: list[float | None] = [None] * width
    for day, number in sorted(counts):
        columns[min((day - first) * width // (span + 1), width - 1)] = number
    return "".join(_NOTHING if number is None else _block(number, highest) for number in accumulate(columns, _held))


def _held(before: float | None, now: float | None) -> float | None:
    return before if now is None else now


def _block(number: float, highest: float) -> str:
    part = number / highest if highest else 0.0
    return _BLOCKS[min(int(part * len(_BLOCKS)), len(_BLOCKS) - 1)]
