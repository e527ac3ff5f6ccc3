"""Counts over time in block characters: a line for each claimant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from parley.model import days_of
from parley.pages import PointRow, SeriesBlock
from parley.pages.words import day_words

__all__ = ["series_blocks", "series_picture", "step_blocks"]

_BLOCKS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"
_LINES = 6
_NAME = 34
_WIDTH = 40


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


def series_blocks(block: SeriesBlock, *, width: int) -> tuple[tuple[str, str], ...]:
    """The claimants of a series with counts of two days or more, who counted most often first, each with its steps."""
    lines = _lines(block)
    every = [(day.toordinal(), number) for counts in lines.values() for day, number, _ in counts]
    if not every:
        return ()
    first, last, highest = min(every)[0], max(every)[0], max(number for _, number in every)
    return tuple(
        (name, step_blocks([(d.toordinal(), n) for d, n, _ in counts], first=first, last=last, width=width, highest=highest))
        for name, counts in lines.items()
    )  # fmt: skip


def series_picture(block: SeriesBlock) -> str:
    """The same as lines of text, each with its first and its newest count in words, and the days below; empty where
    nobody counted on two days."""
    lines = _lines(block)
    steps = dict(series_blocks(block, width=_WIDTH))
    if not steps:
        return ""
    told = [f"{name[:_NAME]:<{_NAME}} {steps[name]} {_bounds(counts)}" for name, counts in lines.items()]
    days = sorted(day for counts in lines.values() for day, _, _ in counts)
    ends = [day_words(days[at].isoformat()) for at in (0, -1)]
    return "\n".join([*told, " " * (_NAME + 1) + ends[0] + ends[1].rjust(_WIDTH - len(ends[0]))])


_Count = tuple[date, float, str]


def _lines(block: SeriesBlock) -> dict[str, list[_Count]]:
    by: dict[str, list[_Count]] = defaultdict(list)
    for row in block.rows:
        day = _day(row)
        if day is not None and row.standing != "stale":
            by[row.claimant].append((day, row.lower or row.upper or 0, row.amount))
    several = [(name, counts) for name, counts in by.items() if len({day for day, _, _ in counts}) > 1]
    return dict(sorted(several, key=lambda each: (-len(each[1]), each[0]))[:_LINES])


def _bounds(counts: Sequence[_Count]) -> str:
    """From the first count to the newest, in the reports' words, which say where a count is a bound alone."""
    dated = sorted(counts)
    return f"{dated[0][2]} → {dated[-1][2]}"


def _day(row: PointRow) -> date | None:
    days = days_of(row.day)
    return days.last if days is not None else None
