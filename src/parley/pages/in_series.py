"""Where the count of one figure stands in its series: current, superseded, corrected, contradicted, or stale and by how much."""

from __future__ import annotations

from collections.abc import Iterator

from parley.ledger import Entry, StoryAccount
from parley.pages.figures import stale_words

__all__ = ["series_facts"]

_DIGITS = 8  # of an id, enough to ask for it by


def series_facts(entry: Entry, story: StoryAccount) -> Iterator[tuple[str, str]]:
    """The series of a figure with the beginning of its id, and what became of its count; nothing for another claim."""
    series = next((each for each in story.account.series if entry.claim.id in each.claims), None)
    point = next((p for p in series.points if entry.claim.id in p.claims), None) if series is not None else None
    if series is None or point is None:
        return
    yield "series", f"{series.id.rpartition('-')[2][:_DIGITS]} {series.title}"
    stale = [stale_words(each) for each in point.stale if each.claim == entry.claim.id]
    why = f": {point.why}" if point.why and point.standing != "current" else ""
    yield "stands", "; ".join([f"{point.standing}{why}", *stale])
