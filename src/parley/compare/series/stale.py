"""Which tellings were out of date when they were published: since when, and by how much."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from math import ceil, floor, inf

import msgspec

from parley.compare.series.frames import Placed
from parley.compare.series.lines import Count, day_known
from parley.model import Staleness

__all__ = ["Known", "known_of", "stale_tellings"]


_LOOKED_AT = 20  # of the newest counts


class Known(msgspec.Struct):
    """The counts that hold, by as-of; `days` are their as-of days, `first` the day from which each could be known,
    `highest` the highest number named up to each."""

    counts: list[Count]
    days: list[date]
    first: list[date]
    highest: list[float]

    def held_until(self, value: float) -> date | None:
        """The as-of of the last count that a number does not fall short of; the day before the first where it always does."""
        at = bisect_right(self.highest, value) - 1
        if at >= 0:
            return self.days[at]
        return self.days[0] - timedelta(days=1) if self.days else None

    def newest(self, by: date) -> int | None:
        """The place of the newest count that was known before a day."""
        last = bisect_left(self.days, by) - 1
        while last >= 0 and self.first[last] >= by:
            last -= 1
        return last if last >= 0 else None


def known_of(counts: Sequence[Count]) -> Known:
    """The counts of a series that say when they were made, or whose day is bounded by their publication, by as-of."""
    dated = [(c.as_of, c.known, c) for c in counts if c.as_of is not None and c.known is not None]
    days = [as_of for as_of, _, _ in dated if as_of is not None]
    first = [known for _, known, _ in dated if known is not None]
    return Known([c for _, _, c in dated], days, first, list(accumulate((c.value for _, _, c in dated), max)))


def stale_tellings(count: Count, known: Known, *, holds: date | None, grows: bool) -> tuple[Staleness, ...]:
    """The tellings of a count published when a newer one was known.

    `holds` is the day up to which the number held, where it is an old one told again. A count whose report does not say
    when it was made is otherwise stale only where counts do not fall (`grows`) and the newer one excludes it.
    """
    as_of = count.as_of if holds is None else holds
    undated = not count.dated and holds is None
    if as_of is None or count.vague or (undated and not grows):
        return ()
    first = bisect_right(known.days, as_of)
    found = (_staleness(telling, count, known, first=first, exclude=undated) for telling in count.tellings)
    return tuple(stale for stale in found if stale is not None)


def _staleness(telling: Placed, count: Count, known: Known, *, first: int, exclude: bool) -> Staleness | None:
    """How stale a telling is, where the counts from `first` on are newer."""
    published = day_known(telling) if telling.told.published else None
    last = known.newest(published) if published is not None else None
    newest = _newest_that_differs(count, known, first=first, last=last)
    if newest is None:
        return None
    newer = known.counts[newest]
    if exclude and not count.exact.below(newer.exact):
        return None
    since = next(at for at in range(first, newest + 1) if _differs(known.counts[at], count))
    least, most = _behind(count, newer)
    return Staleness(telling.told.claim.id, newer.id, known.days[since].isoformat(), least=least, most=most)


def _newest_that_differs(count: Count, known: Known, *, first: int, last: int | None) -> int | None:
    """The place of the newest count, of those from `first` to `last`, that is neither the same nor a looser word for it."""
    if last is None:
        return None
    lately = range(last, max(first, last - _LOOKED_AT) - 1, -1)
    return next((at for at in lately if _differs(known.counts[at], count)), None)


def _differs(newer: Count, count: Count) -> bool:
    """Whether a count names another number than an older one, and not its number in other words ("1,400" and "over 1,400")."""
    return newer.value != count.value and not newer.exact.contains(count.exact)


def _behind(count: Count, newest: Count) -> tuple[float | None, float | None]:
    """By how much, at least and at most, the newest count exceeds an older one."""
    least = newest.exact.lower - count.exact.upper
    most = newest.exact.upper - count.exact.lower
    whole = newest.quantity.unit == "persons"
    return _bound(least, ceil if whole else None), _bound(most, floor if whole else None)


def _bound(difference: float, whole: Callable[[float], int] | None) -> float | None:
    """A difference, of people in whole ones; None where it is unbounded."""
    if abs(difference) == inf:
        return None
    return whole(difference) if whole is not None else difference
