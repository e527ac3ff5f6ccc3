"""What came of a deal in the end: prolonged, run out, fallen through, or its last day passed with nothing told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.compare.across.stated import Stated, as_of
from parley.compare.proposals.deeds import word_of
from parley.model import DealDays, DealOutcome, Phase
from parley.resolve import Parties, Told

__all__ = ["outcomes_of"]


def outcomes_of(
    prolonged: Iterable[Stated], phases: Sequence[Told], days: DealDays, parties: Parties, *, until: str
) -> tuple[DealOutcome, ...]:
    """The outcomes of a deal in order of time; `until` is the ISO day up to which reports tell."""
    found = [*_prolonged(prolonged, parties), *_over(phases, days, parties)]
    if not any(each.status != "extended" for each in found) and days.last is not None and days.last < until:
        found.append(DealOutcome("end_passed", days.last, "deal:last-day-passed"))
    return tuple(sorted(found, key=lambda each: (each.as_of or "9999", each.claim or "")))


def _prolonged(moves: Iterable[Stated], parties: Parties) -> Iterator[DealOutcome]:
    for move in moves:
        source, _ = word_of(move.claim.attribution, move.report, parties)
        yield DealOutcome("extended", move.day, "deal:prolonged", move.claim.id, source)


def _over(phases: Iterable[Told], days: DealDays, parties: Parties) -> Iterator[DealOutcome]:
    """The whole told to be over, not before it began."""
    for each in phases:
        body, claim = each.claim.body, each.claim
        if isinstance(body, Phase) and body.number is None and body.status in ("completed", "collapsed"):
            day = as_of(each)
            if claim.factuality.tense != "planned" and (days.first is None or day >= days.first[: len(day)]):
                source, _ = word_of(claim.attribution, claim.report, parties)
                yield DealOutcome(body.status, day, "deal:told-over", claim.id, source)
