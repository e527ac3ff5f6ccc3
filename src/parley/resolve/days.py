"""On which day a claim's matter happened, or is to happen, and how that is known."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from parley.model import Claim, Date, DateRange, Phase

__all__ = ["Day", "DayBasis", "day_of_claim", "settled_day"]

DayBasis = Literal["stated", "said_on", "published", "undated"]

_SETTLED_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


class Day(msgspec.Struct, frozen=True, gc=False):
    """The ISO day (or month, or year) from `first` to `last`, both None when nothing is known of it.

    `basis` is "stated" for the claim's own time (of a phase without one, when it starts and ends), "said_on" for the
    day it was said, "published" for the report's; the last two only bound it from above, or below if it is planned.
    """

    first: str | None
    last: str | None
    basis: DayBasis


def day_of_claim(claim: Claim, published: str | None) -> Day:
    """The day of a claim whose report was `published` (ISO): stated, else said on, else published, else undated."""
    for when in (claim.when, _phase_time(claim)):
        first, last = (settled_day(bound) for bound in (when.earliest, when.latest)) if when else (None, None)
        if first or last:
            return Day(first or last, last or first, "stated")
    if said := settled_day(claim.attribution.said_on):
        return Day(said, said, "said_on")
    return Day(published[:10], published[:10], "published") if published else Day(None, None, "undated")


def settled_day(date: Date | None) -> str | None:
    """The day, month or year of a settled date."""
    settled = _SETTLED_DATE.match(date.edtf) if date else None
    return settled[0] if settled else None


def _phase_time(claim: Claim) -> DateRange | None:
    body = claim.body
    return DateRange(body.starts, body.ends) if isinstance(body, Phase) and (body.starts or body.ends) else None
