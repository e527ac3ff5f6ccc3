"""Series of figures with the entries that tell them."""

from __future__ import annotations

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.model import Series

__all__ = ["SeriesEntries", "is_asked_for", "series_in"]


class SeriesEntries(msgspec.Struct, frozen=True):
    """A series and, by claim id, the entry of every figure in it."""

    series: Series
    entries: dict[str, Entry]


def series_in(found: StoryAccount) -> tuple[SeriesEntries, ...]:
    """The series of a story's account, those with most tellings first."""
    by = found.entries
    return tuple(SeriesEntries(each, {claim: by[claim] for claim in each.claims}) for each in found.account.series)


def is_asked_for(series: Series, measure: str | None, place: str | None) -> bool:
    """Whether a series is of a measure and a place, case aside; None asks for any."""
    same_place = place is None or (series.place or "").casefold() == place.casefold()
    return same_place and measure in (None, series.measure)
