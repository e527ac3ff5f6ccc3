"""What is missing to verify what the record tells: sentences that each follow from the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.ledger import Entry, SeriesEntries, StoryAccount, tellings_of
from parley.model import Point

__all__ = ["claim_gaps", "series_gaps"]

_STANDS = ("current", "contradicted")


def claim_gaps(entries: Sequence[Entry], origins: int) -> tuple[str, ...]:
    """What is missing to verify something told by these claims, on so many independent sources (`origins`)."""
    return tuple(_of_sources(entries, origins))


def series_gaps(account: StoryAccount, found: SeriesEntries) -> tuple[str, ...]:
    """What is missing to verify the counts of a series that stand."""
    points = [point for point in found.series.points if point.standing in _STANDS]
    told = [tellings_of(account, point.claims[0]) for point in points]
    entries = [each.entry for tellings in told for each in tellings.told]
    origins = {each.origin for tellings in told for each in tellings.told}
    return (*_of_counts(found, points), *_of_sources(entries, min(len(origins), sum(each.origins for each in told))))


def _of_counts(found: SeriesEntries, points: Sequence[Point]) -> Iterator[str]:
    if not points:
        yield "No count stands: each was superseded, corrected or out of date when it was told."
        return
    if any(point.standing == "contradicted" for point in points):
        yield "Counts that stand contradict each other."
    undated = sum(point.as_of_basis in (None, "published") for point in points)
    if undated:
        many = "No report" if undated == len(points) else "Not every report"
        yield f"{many} says as of when it counts; where none does, the day is that of publication."
    open_ = [
        name
        for name, is_open in (("where", found.series.place_open), ("over which time", found.series.time_open))
        if is_open
    ]
    if open_:
        yield f"The reports do not say {' and '.join(open_)} they count."


def _of_sources(entries: Sequence[Entry], origins: int) -> Iterator[str]:
    reports = {entry.report.id for entry in entries}
    if not reports:
        return
    if len(reports) == 1:
        yield "One report alone tells it."
    elif origins == 1:
        yield f"Its {len(reports)} reports go back to one source."
    kinds = {entry.claim.attribution.chain[-1].kind if entry.claim.attribution.chain else "outlet" for entry in entries}
    if kinds <= {"unnamed", "outlet"}:
        yield (
            "Nobody named stands behind it."
            if "unnamed" in kinds
            else "It is told in outlets' own words alone, on nobody's."
        )
    if not any(entry.claim.origin == "import" for entry in entries):
        yield "No document or table of the source itself is in the record, only reports of what it said."
    if not any(made.verdict in ("accept", "correct", "add") for entry in entries for made in entry.judgements):
        yield "No person has checked how the program read these reports."
