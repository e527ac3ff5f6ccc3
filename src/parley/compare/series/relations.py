"""Relations between the figures of series: each count to its neighbours, never all to all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import msgspec

from parley.model import Point, Relation, Series
from parley.model.intervals import Days, days_of, interval_of, rounded_interval

__all__ = ["figure_relations"]

_WHOLE = ("people",)


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A point with its line and the day it is ordered by."""

    line: str
    point: Point

    @property
    def claim(self) -> str:
        return self.point.claims[0]

    @property
    def day(self) -> date | None:
        days = days_of(self.point.as_of)
        return days.last if days is not None else None

    @property
    def dated(self) -> bool:
        return self.point.as_of_basis in {"stated", "said_on"}

    @property
    def order(self) -> tuple[object, ...]:
        quantity = self.point.quantity
        value = quantity.lower or quantity.upper or 0
        return self.day is None, self.day or date.min, value, self.point.published or "", self.claim


def figure_relations(series: Iterable[Series]) -> tuple[Relation, ...]:
    """How figures stand to those told before them in their series, and parts of a whole to the whole, ordered by ids.

    Every telling repeats the telling before it; every count stands to the count before it on its line, and to the count
    before it in the series: at most three relations a figure. `one` is the later, `rule` one of `FigureRule`, `field`
    the field in which they differ.
    """
    given = sorted(series, key=lambda each: each.id)
    found = {relation for each in given for relation in _within(each)}
    found |= set(_parts(given))
    return tuple(sorted(found, key=lambda r: (r.one, r.other, r.kind)))


def _within(series: Series) -> Iterator[Relation]:
    told = sorted(
        (_Told(line.claimant, point) for line in series.lines for point in line.points), key=lambda t: t.order
    )
    last: dict[str, _Told] = {}
    before: _Told | None = None
    for each in told:
        yield from _repeats(each.point)
        own = last.get(each.line)
        if own is not None:
            yield _relation(each, own)
        if before is not None and before is not own:
            yield _relation(each, before)
        last[each.line] = before = each


def _repeats(point: Point) -> Iterator[Relation]:
    rule = "figures:all-kept" if point.origins == point.reports else "figures:copies-count-once"
    for earlier, later in pairwise(point.claims):
        yield Relation("repeat", later, earlier, rule, "published" if point.reports > 1 else None)


def _relation(one: _Told, other: _Told) -> Relation:
    """How a count stands to the one before it, by as-of."""
    later, earlier = one.point, other.point
    field = "attribution" if one.line != other.line else "as_of"
    if later.standing == "contradicted" and _exclude(one, other) and one.day == other.day:
        return Relation("contradiction", one.claim, other.claim, "figures:apart-at-one-time", "quantity")
    if earlier.standing == "corrected" and earlier.by == one.claim:
        return Relation("correction", one.claim, other.claim, "figures:floor-falls", "quantity")
    if later.standing == "stale":
        return Relation("update", other.claim, one.claim, "figures:stale", "as_of")
    if interval_of(later.quantity) == interval_of(earlier.quantity):
        return Relation("repeat", one.claim, other.claim, "figures:all-kept", field)
    return _refined(one, other) or _updated(one, other)


def _exclude(one: _Told, other: _Told) -> bool:
    return rounded_interval(one.point.quantity).disjoint(rounded_interval(other.point.quantity))


def _refined(one: _Told, other: _Told) -> Relation | None:
    """Of one as-of and no other number: the narrower tells more."""
    if one.day != other.day or _exclude(one, other):
        return None
    first, second = rounded_interval(one.point.quantity), rounded_interval(other.point.quantity)
    rounded = one.point.rounded or other.point.rounded
    rule = "figures:rounded" if rounded else "figures:floor-rises"
    exact, vague = (one, other) if second.contains(first) else (other, one)
    return Relation("refines", exact.claim, vague.claim, rule, "quantity")


def _updated(one: _Told, other: _Told) -> Relation:
    if not one.dated:
        return Relation("update", one.claim, other.claim, "figures:published-bounds", "as_of")
    rule = "figures:floor-rises" if other.point.quantity.upper is None else "figures:newest-as-of"
    return Relation("update", one.claim, other.claim, rule, "as_of")


def _parts(series: Iterable[Series]) -> Iterator[Relation]:
    """Counts of some to the count of all by the same claimant of the same day, where place and time are the same."""
    wholes: dict[tuple[object, ...], dict[tuple[str, date | None], _Told]] = {}
    given = [each for each in series if not each.time_open and not each.place_open]
    for each in given:
        if each.group in _WHOLE:
            wholes[_frame(each)] = {
                (told.line, told.day): told
                for line in each.lines
                for told in (_Told(line.claimant, point) for point in line.points)
            }
    for each in given:
        if each.group not in _WHOLE and _frame(each) in wholes:
            yield from _parts_of(each, wholes[_frame(each)])


def _parts_of(series: Series, whole: dict[tuple[str, date | None], _Told]) -> Iterator[Relation]:
    for line in series.lines:
        for point in line.points:
            told = _Told(line.claimant, point)
            total = whole.get((told.line, told.day))
            if total is not None and told.day is not None:
                yield Relation("part_of", told.claim, total.claim, "figures:one-series", "group")


def _frame(series: Series) -> tuple[object, ...]:
    """What a part shares with its whole: everything but the group."""
    time: tuple[Days | None, ...] = (days_of(series.since), days_of(series.period))
    return series.measure, series.unit, series.place, series.event, time, series.accounting, series.planned
