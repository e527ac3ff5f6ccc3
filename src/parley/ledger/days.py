"""On which day a thing happened, or is to happen, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from parley.ledger.entries import Entry
from parley.model import Date, DateRange, Event, Move, Phase

__all__ = ["Day", "DayBasis", "Happening", "day_of", "happenings", "settled_day"]

DayBasis = Literal["stated", "said_on", "published", "undated"]

_SETTLED_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


class Day(msgspec.Struct, frozen=True):
    """The ISO day (or month, or year) from `first` to `last`, both None when nothing is known of it.

    `basis` is "stated" for the claim's own time (of a phase without one, when it starts and ends), "said_on" for the
    day it was said, "published" for the report's; the last two only bound it from above, or below if it is planned.
    """

    first: str | None
    last: str | None
    basis: DayBasis


class Happening(msgspec.Struct, frozen=True):
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
    attribution, published = entry.claim.attribution, entry.report.published
    for when in (entry.claim.when, _phase_time(entry)):
        first, last = (settled_day(bound) for bound in (when.earliest, when.latest)) if when else (None, None)
        if first or last:
            return Day(first or last, last or first, "stated")
    if said := settled_day(attribution.said_on):
        return Day(said, said, "said_on")
    return Day(published[:10], published[:10], "published") if published else Day(None, None, "undated")


def settled_day(date: Date | None) -> str | None:
    """The day, month or year of a settled date."""
    settled = _SETTLED_DATE.match(date.edtf) if date else None
    return settled[0] if settled else None


def _phase_time(entry: Entry) -> DateRange | None:
    body = entry.claim.body
    return DateRange(body.starts, body.ends) if isinstance(body, Phase) and (body.starts or body.ends) else None
