"""The tellings of one count put together: points, by claimant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from parley.compare.series.claimants import Claimant, claimant_of
from parley.compare.series.frames import Frame, Placed, is_vague
from parley.compare.series.scope import figure_of
from parley.model import Figure, Quantity
from parley.model.intervals import Interval, interval_of, rounded_interval
from parley.resolve.parties import Parties

__all__ = ["Count", "Line", "day_known", "lines_of"]


class Count(msgspec.Struct):
    """One count by one claimant, with its tellings in the order of publication."""

    tellings: list[Placed]

    @property
    def figure(self) -> Figure:
        """The figure as first told."""
        return figure_of(self.tellings[0].told)

    @property
    def quantity(self) -> Quantity:
        """Its amount as first told."""
        return self.figure.quantity

    @property
    def id(self) -> str:
        """The id of the claim that first tells it."""
        return self.tellings[0].told.claim.id

    @property
    def as_of(self) -> date | None:
        """The day on which, or by which, it was counted."""
        return self.tellings[0].as_of

    @property
    def dated(self) -> bool:
        """Whether the report says when it was counted; otherwise its publication bounds that from above."""
        return self.figure.as_of_basis in {"stated", "said_on"} and self.as_of is not None

    @property
    def known(self) -> date | None:
        """The day from which it could be known."""
        return min((day for each in self.tellings if (day := day_known(each)) is not None), default=None)

    @property
    def exact(self) -> Interval:
        """The numbers it stands for."""
        return interval_of(self.quantity)

    @property
    def interval(self) -> Interval:
        """The numbers it may stand for, rounding allowed for."""
        return rounded_interval(self.quantity)

    @property
    def value(self) -> float:
        """The number named."""
        return self.tellings[0].value

    @property
    def vague(self) -> bool:
        """Whether it is a word for a size ("hundreds"), which is used beside numbers of any day."""
        return is_vague(self.quantity)

    @property
    def rounded(self) -> bool:
        """Whether it may not anchor a total: approximate, a word for a size, or rounded."""
        return self.quantity.approximate or self.vague or self.interval != self.exact

    @property
    def order(self) -> tuple[object, ...]:
        """By as-of, then by size within the same as-of; undated last."""
        day = self.as_of
        return day is None, day or date.min, self.value, self.known or date.max, self.id


class Line(msgspec.Struct):
    """The counts of one claimant, by as-of."""

    claimant: Claimant
    counts: list[Count]


def day_known(figure: Placed) -> date | None:
    """The day from which a telling could be known: published; the as-of of a row that an authority published day by day."""
    published = figure.told.published if figure.told.claim.origin != "import" else None
    return date.fromisoformat(published[:10]) if published else figure.as_of


def lines_of(frame: Frame, parties: Parties) -> list[Line]:
    """The figures of a series by claimant and count, claimants by id."""
    by: dict[Claimant, list[Placed]] = defaultdict(list)
    own: dict[tuple[str, tuple[object, ...]], Claimant] = {}
    for figure in sorted(frame.figures, key=lambda f: f.told.order):
        claimant = claimant_of(figure.told, frame.scope.place, parties)
        if claimant.own_voice and figure.told.origin:
            # A copied text has its own words from the report that had them first.
            claimant = own.setdefault((figure.told.origin, _bounds(figure.quantity)), claimant)
        by[claimant].append(figure)
    merged: dict[str, tuple[Claimant, list[Placed]]] = {}
    for claimant, figures in sorted(by.items(), key=lambda each: each[0]):
        merged.setdefault(claimant.id, (claimant, []))[1].extend(figures)
    return [Line(claimant, sorted(_counts(figures), key=lambda c: c.order)) for claimant, figures in merged.values()]


def _counts(figures: Iterable[Placed]) -> list[Count]:
    found: list[Count] = []
    last: dict[tuple[object, ...], tuple[Count, int]] = {}
    told = sorted(figures, key=lambda f: f.told.order)
    for at, figure in enumerate(told):
        keys = [(*_bounds(figure.quantity), figure.as_of)] if _dated(figure) else [_bounds(figure.quantity)]
        before = last.get(keys[0])
        if before is not None and _is_again(before[0], figure, told[before[1] + 1 : at]):
            count = before[0]
            count.tellings.append(figure)
        else:
            count = Count([figure])
            found.append(count)
        # What was counted on a day may be told again without that day.
        for key in (*keys, _bounds(figure.quantity)):
            last[key] = count, at
    return found


def _dated(figure: Placed) -> bool:
    return figure_of(figure.told).as_of_basis in {"stated", "said_on"}


def _bounds(quantity: Quantity) -> tuple[object, ...]:
    return quantity.lower, quantity.upper, quantity.lower_open, quantity.upper_open, quantity.approximate


def _is_again(count: Count, figure: Placed, between: Sequence[Placed]) -> bool:
    """Whether a figure tells a count of the same bounds again: of the same as-of, or of an unsaid one and nothing else since."""
    if _dated(figure):
        return True
    if count.as_of is not None and figure.as_of is not None and figure.as_of < count.as_of:
        return False
    own = interval_of(figure.quantity)
    return not any(interval_of(other.quantity).disjoint(own) for other in between)
