"""Intervals of amounts and of days: what overlaps, what excludes what, what comes before what."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from math import inf, log10
from typing import Literal

import msgspec

from parley.model.dates import Date, DateRange
from parley.model.quantity import Number, Quantity

__all__ = ["AllenRelation", "Days", "Interval", "allen", "days_of", "interval_of", "rounded_interval"]

_APPROXIMATE = 0.1  # an approximate N stands for N ± 10 %
_ROUND_FROM = 100  # smaller counts are given to the person
_ROUND_DIGITS = 2  # a number is rounded when no more than so many digits of it are not trailing noughts
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

AllenRelation = Literal[
    "before", "meets", "overlaps", "starts", "during", "finishes", "equal",
    "after", "met_by", "overlapped_by", "started_by", "contains", "finished_by",
]  # fmt: skip
_INVERSE: dict[AllenRelation, AllenRelation] = {
    "before": "after",
    "meets": "met_by",
    "overlaps": "overlapped_by",
    "starts": "started_by",
    "during": "contains",
    "finishes": "finished_by",
}


class Interval(msgspec.Struct, frozen=True, gc=False):
    """Numbers from `lower` to `upper` (infinite where unbounded); `*_open` leaves the bound itself out."""

    lower: Number = -inf
    upper: Number = inf
    lower_open: bool = False
    upper_open: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        return self.lower > self.upper or (self.lower == self.upper and (self.lower_open or self.upper_open))

    def meet(self, other: Interval) -> Interval:
        """The numbers in both; empty where the two exclude each other."""
        lower, lower_open = max((self.lower, self.lower_open), (other.lower, other.lower_open))
        upper, upper_closed = min((self.upper, not self.upper_open), (other.upper, not other.upper_open))
        return Interval(lower, upper, lower_open, not upper_closed)

    def overlaps(self, other: Interval) -> bool:
        """Whether at least one number lies in both."""
        return not self.meet(other).empty

    def disjoint(self, other: Interval) -> bool:
        """Whether no number lies in both."""
        return not self.overlaps(other)

    def contains(self, other: Interval) -> bool:
        """Whether every number of `other` lies in this one."""
        return other.empty or self.meet(other) == other

    def below(self, other: Interval) -> bool:
        """Whether every number of this one is smaller than every number of `other`."""
        return self.upper < other.lower or (self.upper == other.lower and (self.upper_open or other.lower_open))


def interval_of(quantity: Quantity) -> Interval:
    """The numbers that an amount stands for.

    Its bounds, wider where it is approximate: about N is N ± 10 %, nearly N is [0.9 N, N), about N and more [0.9 N, ∞);
    a word with bounds of its own (dozens) keeps them.
    """
    lower = -inf if quantity.lower is None else quantity.lower
    upper = inf if quantity.upper is None else quantity.upper
    if not quantity.approximate:
        return Interval(lower, upper, quantity.lower_open, quantity.upper_open)
    if lower == upper:
        return Interval(lower - abs(lower) * _APPROXIMATE, upper + abs(upper) * _APPROXIMATE)
    if lower in {0, -inf} and upper != inf:
        return Interval(upper * (1 - _APPROXIMATE), upper, upper_open=quantity.upper_open)
    if upper == inf and lower != -inf:
        return Interval(lower * (1 - _APPROXIMATE), inf, quantity.lower_open)
    return Interval(lower, upper, quantity.lower_open, quantity.upper_open)


def rounded_interval(quantity: Quantity) -> Interval:
    """`interval_of`, and for an exact round number of a hundred or more what would be rounded to it.

    Round is what has two digits before its noughts, or one: 8,800 stands for [8,750, 8,850), as 4,000 for [3,950, 4,050).
    """
    found = interval_of(quantity)
    if found.lower != found.upper or found.lower < _ROUND_FROM or found.lower == inf:
        return found
    unit = 10 ** (int(log10(found.lower)) + 1 - _ROUND_DIGITS)
    if found.lower % unit:
        return found
    return Interval(found.lower - unit / 2, found.upper + unit / 2, upper_open=True)


class Days(msgspec.Struct, frozen=True, gc=False, order=True):
    """The days from `first` to `last`, both included. Raises ValueError when they are out of order."""

    first: date = date.min
    last: date = date.max

    def __post_init__(self) -> None:
        """Refuse a stretch that no calendar has."""
        if self.first > self.last:
            raise ValueError(f"no stretch of days runs from {self.first} to {self.last}")

    def overlaps(self, other: Days) -> bool:
        """Whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Days) -> bool:
        """Whether every day of `other` lies in this one."""
        return self.first <= other.first and other.last <= self.last


def days_of(when: Date | DateRange | str | None) -> Days | None:
    """The days that an EDTF date, interval or range may mean; a month is all its days. None when it is not settled.

    An end that a range leaves open is unbounded; a range with neither end settled is None.
    """
    if isinstance(when, DateRange):
        ends = [days_of(bound) for bound in (when.earliest, when.latest)]
        return _between(ends[0], ends[1])
    text = when.edtf if isinstance(when, Date) else when or ""
    first, slash, last = text.partition("/")
    return _between(_calendar(first), _calendar(last)) if slash else _calendar(text)


def _between(first: Days | None, last: Days | None) -> Days | None:
    if first is None and last is None:
        return None
    ends = (first.first if first else date.min, last.last if last else date.max)
    return Days(*ends) if ends[0] <= ends[1] else None


def _calendar(text: str) -> Days | None:
    """The days of a year, month or day at the start of a date; None for one that is open or that no calendar has."""
    found = _DAY.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return Days(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Days(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def allen(one: Days, other: Days) -> AllenRelation:
    """How one stretch of days lies to another: one of the thirteen relations of Allen (1983).

    Days are whole, so that a stretch meets the one that starts on the day after its last.
    """
    forward = _forward(one, other)
    if forward is not None:
        return forward
    back = _forward(other, one)
    assert back is not None
    return _INVERSE[back]


def _forward(one: Days, other: Days) -> AllenRelation | None:
    """The relation where it is one of the seven that are not the inverse of another."""
    if one == other:
        return "equal"
    if one.last < other.first:
        return "meets" if other.first.toordinal() - one.last.toordinal() == 1 else "before"
    if one.first == other.first:
        return "starts" if one.last < other.last else None
    if one.last == other.last:
        return "finishes" if one.first > other.first else None
    if other.contains(one):
        return "during"
    return "overlaps" if one.first < other.first <= one.last < other.last else None
