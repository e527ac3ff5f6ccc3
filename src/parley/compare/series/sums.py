"""Increments added up, where their periods do not overlap: derived rows that name what they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.compare.series.lines import Count, Line
from parley.model import Date, DateRange, Quantity, Sum
from parley.model.intervals import Days, days_of

__all__ = ["sums_of"]


def sums_of(lines: Sequence[Line]) -> tuple[Sum, ...]:
    """The sum of each claimant's increments, where at least two may be added."""
    return tuple(found for line in lines for found in _sum(line))


def _sum(line: Line) -> Iterator[Sum]:
    taken: list[tuple[Days, Count]] = []
    left_out: list[str] = []
    for count in line.counts:
        days = days_of(count.figure.period)
        if days is None or count.rounded or (taken and days.first <= taken[-1][0].last):
            left_out.append(count.id)
        else:
            taken.append((days, count))
    if len(taken) > 1:
        quantity = _added([count.quantity for _, count in taken])
        first, last = taken[0][0].first, taken[-1][0].last
        period = DateRange(Date(first.isoformat()), Date(last.isoformat()))
        inputs = tuple(count.id for _, count in taken)
        yield Sum(line.claimant.id, quantity, period, inputs, tuple(left_out))


def _added(quantities: Sequence[Quantity]) -> Quantity:
    lowers, uppers = [q.lower for q in quantities], [q.upper for q in quantities]
    return Quantity(
        None if None in lowers else sum(n for n in lowers if n is not None),
        None if None in uppers else sum(n for n in uppers if n is not None),
        lower_open=any(q.lower_open for q in quantities),
        upper_open=any(q.upper_open for q in quantities),
        unit=quantities[0].unit,
        verbatim=" + ".join(q.verbatim for q in quantities),
    )
