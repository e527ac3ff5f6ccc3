"""Figures that count the same thing, in order, by claimant: derived from the claims, never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import Measure
from parley.model.dates import Date, DateRange
from parley.model.quantity import Quantity

__all__ = [
    "Accounting",
    "FigureRule",
    "Headline",
    "Point",
    "Series",
    "SeriesLine",
    "Staleness",
    "Standing",
    "Sum",
]

Accounting = Literal["flow", "increment", "cumulative", "stock"]
Standing = Literal["current", "superseded", "stale", "corrected", "contradicted"]
FigureRule = Literal[
    "figures:all-kept", "figures:one-series", "figures:floor-rises", "figures:apart-at-one-time", "figures:floor-falls",
    "figures:increments-apart", "figures:rounded", "figures:newest-as-of", "figures:copies-count-once",
    "figures:stale", "figures:published-bounds",
]  # fmt: skip
"""The eleven rules for figures that differ, in their order."""


class Staleness(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A telling that was out of date when it was published.

    `claim` tells the old count, `newer` the newest one that was known by then, `since` the ISO day from which the first newer
    count held; `least` and `most` say by how much the newest exceeds it (None: unbounded), negative where it is lower.
    """

    claim: str
    newer: str
    since: str
    least: float | None = None
    most: float | None = None


class Point(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """One count by one claimant, in however many reports: `claims` are its tellings in the order of publication.

    `quantity` is as first told. `as_of` is when it was counted: with the basis "published" not later than that.
    `published` and `last_published` are ISO days of its first and last telling, None where none is dated; `reports` counts
    the reports, `origins` those that are no copies of another. `standing` says what became of it, `why` in words, `rule`
    by which of the rules for figures, `by` is the claim that decides it. `rounded` figures anchor no total.
    """

    claims: tuple[str, ...]
    quantity: Quantity
    standing: Standing = "current"
    why: str = ""
    rule: FigureRule = "figures:newest-as-of"
    by: str | None = None
    as_of: Date | None = None
    as_of_basis: Literal["stated", "said_on", "published"] | None = None
    period: DateRange | None = None
    published: str | None = None
    last_published: str | None = None
    reports: int = 1
    origins: int = 1
    rounded: bool = False
    stale: tuple[Staleness, ...] = ()


class SeriesLine(msgspec.Struct, frozen=True, gc=False):
    """What one claimant says, by as-of: `claimant` is its id, `name` how to write it.

    `own_voice` marks an outlet's own words, where it names nobody.
    """

    claimant: str
    name: str
    points: tuple[Point, ...]
    own_voice: bool = False


class Sum(msgspec.Struct, frozen=True, gc=False):
    """Increments of one claimant added up, where no two periods overlap: a derived row that names its `inputs` (claim ids).

    `left_out` are increments that do not enter it, as they are rounded, have no period, or overlap one that does.
    """

    claimant: str
    quantity: Quantity
    period: DateRange
    inputs: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    rule: FigureRule = "figures:increments-apart"


class Headline(msgspec.Struct, frozen=True, gc=False):
    """The newest count of each claimant side by side: `points` are (claimant, first claim of its point), newest first.

    `floor` and `ceiling` are the lowest lower and the highest upper bound among them; None is unbounded.
    """

    points: tuple[tuple[str, str], ...]
    floor: float | None
    ceiling: float | None
    rule: FigureRule = "figures:newest-as-of"


class Series(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """Figures with the same measure, group, place, event or start, and accounting; one line per claimant.

    `group` and `place` are names that several words may stand for; `since` is where a cumulative count starts, `event`
    what happened once, `period` the time of a flow: at most one of the three. `time_open` marks a count whose reports do
    not say over which time it was made, `place_open` one whose place they do not say. `planned` counts are of what is
    still to happen. The id follows from all of these.
    """

    id: str
    title: str
    measure: Measure
    group: str
    unit: str | None
    lines: tuple[SeriesLine, ...]
    headline: Headline
    place: str | None = None
    event: str | None = None
    since: Date | None = None
    period: DateRange | None = None
    accounting: Accounting | None = None
    by: tuple[str, ...] = ()
    place_open: bool = False
    time_open: bool = False
    planned: bool = False
    sums: tuple[Sum, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of all lines, line by line."""
        return tuple(point for line in self.lines for point in line.points)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that tell it, line by line."""
        return tuple(claim for point in self.points for claim in point.claims)
