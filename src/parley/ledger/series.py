"""Series of figures with the entries that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.model import Figure, Series, days_of

__all__ = ["SeriesEntries", "is_asked_for", "rows_known_by", "series_in"]


class SeriesEntries(msgspec.Struct, frozen=True, gc=False):
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


def rows_known_by(entries: Iterable[Entry], day: str) -> Iterator[Entry]:
    """The rows of imported tables that were counted by an ISO day: a table has no day of publication of its own."""
    for entry in entries:
        body = entry.claim.body
        if entry.claim.origin == "import" and isinstance(body, Figure):
            as_of = days_of(body.as_of)
            if as_of is not None and as_of.last.isoformat() <= day:
                yield entry
