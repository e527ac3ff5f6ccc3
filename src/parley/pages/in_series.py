"""Where the count of one figure stands in its series: current, superseded, corrected, contradicted, or stale and by how much."""

from __future__ import annotations

from collections.abc import Iterator

from parley.ledger import ClaimInStory
from parley.pages.figures import stale_words

__all__ = ["series_facts"]

_DIGITS = 8  # of an id, enough to ask for it by


def series_facts(standing: ClaimInStory) -> Iterator[tuple[str, str]]:
    """The series of a figure with the beginning of its id, and what became of its count; nothing for another claim."""
    count = standing.count
    if count is None:
        return
    yield "series", f"{count.series.rpartition('-')[2][:_DIGITS]} {count.title}"
    why = f": {count.why}" if count.why and count.standing != "current" else ""
    yield "stands", "; ".join([f"{count.standing}{why}", *map(stale_words, count.stale)])
