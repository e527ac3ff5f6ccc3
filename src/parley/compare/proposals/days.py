"""From which day to which a deal runs: as told, else reckoned from its length and what it was prolonged by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import inf

from parley.compare.across.stated import Stated, days_apart
from parley.model import AgreementPhase, Date, DealDays
from parley.resolve import settled_day

__all__ = ["deal_days", "full_day"]

_FULL = len("2031-03-04")


def deal_days(deal: Sequence[Stated], phases: Sequence[AgreementPhase], prolonged: Sequence[Stated]) -> DealDays:
    """The days of a deal told by moves, with what its phases and the moves that prolong it tell.

    It begins on the day a phase or a term is to start, else the day it was agreed. It ends when its last extension, else its
    first phase or the whole, is told to end; else after the days it is told to last, its extensions added.
    """
    agreed = min((move.day for move in deal if full_day(move.day)), default=None)
    first = _first(deal, phases, agreed)
    last, told = _last(deal, phases, prolonged, first), True
    if last is None and first is not None:
        last, told = _counted(first, deal, prolonged), False
    return DealDays(
        first,
        last,
        "told" if first != agreed else "agreed",
        "told" if told else "counted",
    )


def full_day(day: str | None) -> str | None:
    """The day where it is one, not a month or a year."""
    return day[:_FULL] if day and len(day) >= _FULL else None


def _settled(dates: Iterable[Date | None]) -> list[str]:
    return [day for found in dates if (day := full_day(settled_day(found)))]


def _first(deal: Sequence[Stated], phases: Sequence[AgreementPhase], agreed: str | None) -> str | None:
    """The day most often told as its start, not before it was agreed; of several the first."""
    told = _settled(phase.starts for phase in phases if phase.number in (None, 1))
    told += _settled(term.starts for move in deal for term in move.move.terms)
    counts = Counter(day for day in told if agreed is None or day >= agreed)
    return min(counts, key=lambda day: (-counts[day], day)) if counts else agreed


def _last(
    deal: Sequence[Stated], phases: Sequence[AgreementPhase], prolonged: Sequence[Stated], first: str | None
) -> str | None:
    extended = _settled(date for move in prolonged for date in (move.move.expires, *(t.ends for t in move.move.terms)))
    planned = _settled(phase.ends for phase in phases if phase.number in (None, 1))
    planned += _settled(term.ends for move in deal for term in move.move.terms)
    fitting = [day for day in (*extended, *planned) if first is None or day >= first]
    return max(fitting, default=None)


def _counted(first: str, deal: Sequence[Stated], prolonged: Sequence[Stated]) -> str | None:
    """The first day and the length most often told, and the length of each extension."""
    length = _length(deal)
    if length is None:
        return None
    added = sum(_length(told) or 0.0 for told in _extensions(prolonged))
    return (date.fromisoformat(first) + timedelta(days=round(length + added))).isoformat()


def _extensions(prolonged: Sequence[Stated]) -> list[list[Stated]]:
    """The moves that prolong it, those told as of one day or the next together."""
    found: list[list[Stated]] = []
    for move in sorted(prolonged, key=lambda move: move.order):
        apart = days_apart(found[-1][-1], move) if found else None
        if apart is not None and apart <= 1:
            found[-1].append(move)
        else:
            found.append([move])
    return found


def _length(moves: Iterable[Stated]) -> float | None:
    """The exact number of days most moves give a truce."""
    found = Counter(
        amount.upper
        for move in moves
        for amount in move.amounts
        if amount.scale.unit == "day" and amount.scale.issue == "ceasefire" and amount.lower > 0 and amount.upper < inf
    )
    return min(found, key=lambda days: (-found[days], days)) if found else None
