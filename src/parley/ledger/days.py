"""On which day a thing happened, or is to happen, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger.entries import Entry
from parley.model import Event, Move, Phase
from parley.resolve import Day, DayBasis, day_of_claim

__all__ = ["Day", "DayBasis", "Happening", "day_of", "happenings"]


class Happening(msgspec.Struct, frozen=True, gc=False):
    """A move, event or phase on its day; `planned` where it is still to happen, as its source or its day has it."""

    day: Day
    entry: Entry
    planned: bool


def happenings(entries: Iterable[Entry]) -> tuple[Happening, ...]:
    """The moves, events and phases by the day they happened or are to happen, newest last, the undated at the end.

    Silence is no move. A month comes before its days.
    """
    told = (entry for entry in entries if isinstance(entry.claim.body, Move | Event | Phase))
    found = (_happening(entry) for entry in told if not entry.claim.attribution.silence)
    return tuple(sorted(found, key=_order))


def _happening(entry: Entry) -> Happening:
    day, published = day_of(entry), entry.report.published
    later = day.basis == "stated" and published is not None and (day.first or "") > published[:10]
    return Happening(day, entry, later or entry.claim.factuality.tense == "planned")


def _order(found: Happening) -> tuple[bool, str, str, str, str, int, str]:
    entry, day = found.entry, found.day
    published = entry.report.published or ""
    return day.first is None, day.first or "", day.last or "", published, entry.report.id, entry.start, entry.claim.id


def day_of(entry: Entry) -> Day:
    """The day of an entry: stated, else said on, else published, else undated."""
    return day_of_claim(entry.claim, entry.report.published)
