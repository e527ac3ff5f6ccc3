"""Series of figures with the entries that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.compare.series import series_of
from parley.ledger.entries import Entry
from parley.model import CopyGroup, Figure, Series, days_of
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["SeriesEntries", "is_asked_for", "rows_known_by", "series_in"]


class SeriesEntries(msgspec.Struct, frozen=True):
    """A series and, by claim id, the entry of every figure in it."""

    series: Series
    entries: dict[str, Entry]


def series_in(
    entries: Iterable[Entry], parties: Parties | None = None, *, copies: Iterable[CopyGroup] = ()
) -> tuple[SeriesEntries, ...]:
    """The series that the figures among entries make, those with most tellings first.

    Reports of one group of `copies` count as one origin, every other as its own. Without `parties` a party is known by
    its name alone.
    """
    by = {entry.claim.id: entry for entry in entries}
    groups = {report: group.id for group in copies for report in group.reports}
    told = (
        Told(e.claim, e.report.published, e.report.outlet, groups.get(e.report.id, e.report.id)) for e in by.values()
    )
    found = series_of(told, parties or Parties())
    return tuple(SeriesEntries(each, {claim: by[claim] for claim in each.claims}) for each in found)


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
