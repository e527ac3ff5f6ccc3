"""Which figures near to one count something else, so that they are not compared, and in which field they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from parley.compare.series import ScopeDifference, difference_of_scope
from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.model import Figure, Series
from parley.resolve import Told

__all__ = ["Apart"]

_MOST = 6
_EVERYBODY = "people"


class Apart:
    """The figures of a story that are not compared with one, though near to it.

    Series are near that count the same kind of thing under another measure, or by the same measure something else; those
    near in both stand first, then those told most.
    """

    def __init__(self, story: StoryAccount) -> None:
        """Of the series of a story's account."""
        self._story = story
        self._alike = defaultdict[tuple[str | None, str], list[int]](list)
        for place, series in enumerate(story.account.series):
            for sign in _signs(series):
                self._alike[series.unit, sign].append(place)

    def from_series(self, series: Series) -> list[Entry]:
        """The newest count of each series near to one."""
        places = dict.fromkeys(place for sign in _signs(series) for place in self._alike[series.unit, sign])
        near = [self._story.account.series[place] for place in sorted(places)]
        near.sort(key=lambda other: -_nearness(series, other))
        newest = (other.headline.points[0][1] for other in near if _nearness(series, other) and other.headline.points)
        return [self._story.entries[claim] for claim in newest if claim in self._story.entries]

    def from_figure(self, entry: Entry, near: list[Entry]) -> Iterator[tuple[Entry, ScopeDifference]]:
        """Those of the counts near to a figure's series that count something else than the figure, at most six."""
        others = ((other, self._difference(entry, other)) for other in near)
        return islice(((other, why) for other, why in others if why is not None), _MOST)

    def _difference(self, one: Entry, other: Entry) -> ScopeDifference | None:
        if not isinstance(other.claim.body, Figure):
            return None
        told = [Told(e.claim, e.report.published, e.report.outlet, e.report.id) for e in (one, other)]
        account = self._story.account
        return difference_of_scope(told[0], told[1], account.parties, series=account.series)


def _signs(series: Series) -> Iterator[str]:
    """By what a series may be near to others."""
    yield f"measure {series.measure}"
    yield from (f"kind {word}" for word in series.group.split())


def _nearness(own: Series, other: Series) -> int:
    """0 for series that nobody would compare, 1 for one thing in common, 2 for the same measure and kind of thing."""
    if own.unit != other.unit or own is other:
        return 0
    kinds = {word for word in own.group.split() if word != _EVERYBODY} & set(other.group.split())
    return (own.measure == other.measure) + (bool(kinds) or own.group == other.group != _EVERYBODY)
