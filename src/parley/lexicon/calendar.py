"""Names of times: the record type of `calendar.toml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Calendar", "CalendarContext", "CalendarDirection", "CalendarLimits", "load_calendar"]


class CalendarContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a name that decide whether it is a time; the file says what each list is for."""

    ambiguous_months: frozenset[str]
    ambiguous_weekdays: frozenset[str]
    relations: frozenset[str]
    relation_of: dict[str, str]
    named_days_before: frozenset[str]
    named_days_after: frozenset[str]
    year_nouns: frozenset[str]
    feast_names_after: frozenset[str]
    year_before: frozenset[str]


class CalendarDirection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words a time hangs on that tell on which side of the report it lies; the file says what each list is for."""

    fixing: frozenset[str]
    awaited: frozenset[str]
    coming: frozenset[str]
    lasting: frozenset[str]
    announcing: frozenset[str]
    staged: frozenset[str]
    leading: frozenset[str]
    backing: frozenset[str]
    missing: frozenset[str]
    letting: frozenset[str]
    performing: frozenset[str]
    telling: frozenset[str]
    beginning: frozenset[str]
    awaiting: frozenset[str]
    closed: frozenset[str]


class CalendarLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for how long something stands, and for giving somebody time."""

    giving: frozenset[str]
    lapsing: frozenset[str]
    open: frozenset[str]
    lapsed: frozenset[str]
    nouns: frozenset[str]
    standing: frozenset[str]
    signs: frozenset[str]


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of months (1-12), weekdays (1 Monday to 7 Sunday), seasons, days, parts and clock zones (minutes).

    `feasts` are on a fixed day (`MM-DD`), `feast_days` so many days after Easter Sunday.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    feasts: dict[str, str]
    feast_days: dict[str, int]
    days: dict[str, int]
    parts: dict[str, Literal["early", "mid", "late", "start", "end", "earlier", "later"]]
    day_parts: dict[str, Literal["morning", "noon", "afternoon", "evening", "night"]]
    zones: dict[str, int]
    context: CalendarContext
    direction: CalendarDirection
    limits: CalendarLimits


@cache
def load_calendar() -> Calendar:
    """The words of `calendar.toml`."""
    return load_lexicon("calendar", Calendar)
