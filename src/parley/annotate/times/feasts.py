"""Rules for feasts, and the weekdays of a month that some of them fall on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.date_resolution import easter
from parley.annotate.times.days import nearest, pick
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Islamic, Item
from parley.annotate.times.moments import at
from parley.lexicon.calendar import load_calendar

__all__ = ["GRAMMAR", "feast_in", "islamic_day", "nth_weekday"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_ISLAMIC_EPOCH = 227014  # 15 July 622 of the Julian calendar, as an ordinal of datetime
_NAMED = re.compile(r"[A-Z][a-z]+ $")
_NAME = re.compile(r" [A-Z][a-z]+")


@GRAMMAR.rule("unit of feast ,|of|in? yr?", "feast ,|of|in? yr unit", "feast unit ,|of|in? yr?")
def _weekend(context: Context, items: Sequence[Item]) -> Made:
    """ "The weekend of Halloween", "Labor Day weekend 2021": with the feast, where it lies beside the weekend."""
    feast, unit, year = pick(items, "feast"), pick(items, "unit"), pick(items, "yr")
    if feast is None or unit is None or unit.text != "weekend":
        return None
    known = int(year.value) if year else None
    days = [feast_in(feast.value, y) for y in ([known] if known else range(context.now.year - 2, context.now.year + 3))]
    day = days[0] if known else nearest(context, feast.start, days)
    saturday = day + timedelta((5 - day.weekday()) % 7 if 1 < day.weekday() < 5 else -((day.weekday() - 5) % 7))
    weekend = at(saturday, "weekend", counted=False)
    beside = day if day.weekday() in (3, 4) else saturday  # from a Thursday or Friday on
    end = max(weekend.end, day + timedelta(1)) if day.weekday() == 0 else weekend.end
    return "when", msgspec.structs.replace(weekend, start=beside, end=end, free=known is None)


@GRAMMAR.rule("dir? feast ,|of|in? yr", "dir feast", "feast of? dir unit", "feast")
def _feast(context: Context, items: Sequence[Item]) -> Made:
    feast, year, direction, unit = pick(items, "feast"), pick(items, "yr"), pick(items, "dir"), pick(items, "unit")
    assert feast is not None
    if isinstance(feast.value, Islamic) and _is_a_name(context, feast):
        return None
    if unit is not None:
        if unit.text != "year" or direction is None:
            return None
        return "when", at(feast_in(feast.value, context.now.year + direction.value), "day")
    if year is not None:
        return "when", at(feast_in(feast.value, int(year.value)), "day", counted=False)
    days = [feast_in(feast.value, y) for y in range(context.now.year - 2, context.now.year + 3)]
    if direction is None:
        return "when", msgspec.structs.replace(at(nearest(context, feast.start, days), "day"), free=True)
    today = context.now.replace(hour=0, minute=0, second=0, microsecond=0)
    if direction.value == 0:
        return "when", at(feast_in(feast.value, context.now.year), "day")
    found = [d for d in days if d < today][-1] if direction.value < 0 else next(d for d in days if d > today)
    return "when", at(found, "day")


def _is_a_name(context: Context, feast: Item) -> bool:
    """Whether the name of a feast is that of somebody: "Ali Ramadan"."""
    single = " " not in feast.text and "-" not in feast.text
    beside = _NAMED.search(context.text[: feast.start][-24:]) or _NAME.match(context.text, feast.end)
    return (
        single
        and beside is not None
        and beside[0].strip().lower() not in (*load_calendar().months, "the", "before", "after")
    )


def feast_in(feast: Any, year: int) -> datetime:
    """The day of a feast in a year."""
    if isinstance(feast, Islamic):
        return islamic_day(feast.month, feast.day, year)
    if isinstance(feast, int):
        return datetime.combine(easter(year) + timedelta(feast), datetime.min.time())
    if len(feast) == 2:
        return datetime(year, *feast)
    month, weekday, which, *after = feast
    return nth_weekday(datetime(year, month, 1), weekday, which) + timedelta(sum(after))


def islamic_day(month: int, day: int, year: int) -> datetime:
    """The first such day of the Islamic calendar in the year `year` of ours, by the tabular calendar in thirty-year cycles
    that is counted from 15 July 622 (Reingold and Dershowitz, *Calendrical Calculations*, chapter on the Islamic
    calendar, with the earlier of the two epochs): the evening a feast begins on, or the day itself; the sighting of the
    moon may move it by a day."""
    turned = (year - 622) * 33 // 32
    days = (_islamic(turned + step, month, day) for step in (-1, 0, 1, 2))
    return next(found for found in days if found.year >= year)


def _islamic(year: int, month: int, day: int) -> datetime:
    passed = (year - 1) * 354 + (3 + 11 * year) // 30 + -(-59 * (month - 1) // 2) + day
    return datetime.fromordinal(_ISLAMIC_EPOCH + passed - 1)


def nth_weekday(first: datetime, weekday: int, which: int) -> datetime:
    """The so-many-th such weekday of the month that begins at `first`; -1 is the last."""
    if which < 0:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
