"""What parts of a stretch of time mean: "the end of May", "the first Friday of July", "the rest of the week"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from parley.annotate.times.counted import weekend_of
from parley.annotate.times.days import pick
from parley.annotate.times.feasts import nth_weekday
from parley.annotate.times.grammar import Context
from parley.annotate.times.items import Item
from parley.annotate.times.moments import SECONDS_OF, Moment, at, letters, shifted, stretch_at

__all__ = [
    "read_day_of_month",
    "read_earlier",
    "read_nth_unit",
    "read_nth_weekday",
    "read_owned",
    "read_phase",
    "read_rest",
    "read_this",
    "read_to_date",
    "read_week_commencing",
    "read_week_of",
    "read_year_named",
]

Made = tuple[str, Any] | None
_NOUNS = ("end", "start", "close", "beginning", "turn", "outset", "middle", "midway", "dawn")
_OWN = ("my", "our", "your", "his", "her", "its", "their")


def read_to_date(context: Context, items: Sequence[Item]) -> Made:
    """ "The year to date"."""
    unit = pick(items, "unit")
    if unit is None or items[-1].name != "date":
        return None
    stretch = at(context.now, unit.value[0])
    return "when", msgspec.structs.replace(stretch, end=stretch_at(context.now, "day")[0])


def read_nth_weekday(context: Context, items: Sequence[Item]) -> Made:
    """ "The first Friday of July"."""
    nth, weekday, when = pick(items, "ord", "dir"), pick(items, "weekday"), pick(items, "when")
    if when is None and weekday is not None and nth is not None and len(items) == 2:
        return _nth_of_this_month(context, weekday, int(nth.value))
    if when is None or weekday is None or nth is None or when.value.grain not in ("month", "year"):
        return None
    which = int(nth.value) if nth.name == "ord" else nth.value
    moment: Moment = when.value
    if when.value.grain == "year":
        return None
    day = nth_weekday(moment.start, weekday.value, which)
    return "when", msgspec.structs.replace(
        moment, start=day, end=day + timedelta(1), grain="day", timex=letters(day, "day")
    )


def _nth_of_this_month(context: Context, weekday: Item, which: int) -> Made:
    """ "The second Tuesday", of no month that is named: of the one that is on."""
    row = context.text[weekday.end : weekday.end + 16].lower().split()[:3]
    first = stretch_at(context.now, "month")[0]
    day = nth_weekday(first, weekday.value, which) if 1 <= which <= 5 else first
    if row[:2] == ["in", "a"] or row[:1] == ["running"] or not 1 <= which <= 5:
        return None
    return ("when", at(day, "day")) if day.month == first.month else ("no_day", None)


def read_week_commencing(context: Context, items: Sequence[Item]) -> Made:
    """ "W/c 4 February"."""
    moment: Moment = items[-1].value
    if moment.grain != "day":
        return None
    return "when", msgspec.structs.replace(at(moment.start, "week"), counted=moment.counted, free=moment.free)


def read_nth_unit(context: Context, items: Sequence[Item]) -> Made:
    """ "The first week of May", "the last three months of 1990"."""
    whole: Moment = items[-1].value
    named = pick(items[:-1], "unit", "dur", "stretch", "when")
    nth = pick(items, "ord", "dir")
    if named is None or whole.grain in ("day", "vague", "range"):
        return None
    if named.name == "when":
        return _unit_of(items, named, whole)
    if named.name == "stretch":
        length, which = named.value
        (unit, count) = length.parts[0]
        count = 3 if count is None else count
    else:
        unit, count = named.value if named.name == "unit" else named.value.parts[0]
        which = nth.value if nth is not None else 1
    if count is None or unit in SECONDS_OF:
        return None
    return _nth_in(whole, unit, int(count), int(which))


def _unit_of(items: Sequence[Item], named: Item, whole: Moment) -> Made:
    word = named.text.split()
    if (
        len(word) < 2
        or word[-2] not in ("last", "latest")
        or named.value.grain not in ("day", "week", "month", "quarter")
    ):
        return None
    return _nth_in(whole, named.value.grain, 1, -1)


def _nth_in(whole: Moment, unit: str, count: int, which: int) -> Made:
    if unit == "week":
        return _nth_week(whole, count, which)
    if which > 0:
        start = shifted(whole.start, unit, count * (which - 1))
        end = shifted(start, unit, count)
    else:
        end = whole.end
        start = shifted(end, unit, -count)
    if end > whole.end or start < whole.start:
        return None
    grain = unit if count == 1 else "range"
    timex = letters(start, unit) if count == 1 else f"{letters(start, unit)}/{letters(shifted(end, unit, -1), unit)}"
    return "when", msgspec.structs.replace(whole, start=start, end=end, grain=grain, timex=timex)


def _nth_week(whole: Moment, count: int, which: int) -> Made:
    """Weeks of a month or year: those whose Thursday lies in it."""
    first = stretch_at(whole.start, "week")[0]
    if first + timedelta(3) < whole.start:
        first += timedelta(7)
    last = stretch_at(whole.end - timedelta(1), "week")[0]
    if last + timedelta(3) >= whole.end:
        last -= timedelta(7)
    start = first + timedelta(7 * count * (which - 1)) if which > 0 else last - timedelta(7 * (count - 1))
    moment = at(start, "week")
    end = start + timedelta(7 * count)
    return "when", msgspec.structs.replace(
        moment, end=end, grain="week" if count == 1 else "range", counted=whole.counted
    )


def read_week_of(context: Context, items: Sequence[Item]) -> Made:
    """ "The week of April 10", "the month of March"."""
    unit, when = pick(items, "unit"), items[-1]
    assert unit is not None
    moment: Moment = when.value
    if unit.text == "week" and moment.grain == "day":
        if any(i.name == "ending" for i in items):
            return None
        return "when", msgspec.structs.replace(at(moment.start, "week"), counted=moment.counted, free=moment.free)
    if unit.value[0] == moment.grain:
        return "when", moment
    return None


def read_owned(context: Context, items: Sequence[Item]) -> Made:
    """ "Next year's first quarter", "last month's first week"."""
    when, nth, unit = pick(items, "when"), pick(items, "ord"), pick(items, "unit")
    if when is None or nth is None or unit is None or items[-1].name == "of":
        return None
    return _nth_in(when.value, unit.value[0], 1, int(nth.value))


def read_phase(context: Context, items: Sequence[Item]) -> Made:
    """ "Early next week", "the end of 1990"."""
    phase, when = pick(items, "phase"), items[-1]
    assert phase is not None
    between = {i.text for i in items[1:-1]}
    if phase.text in _NOUNS and not between & {"of", "-"}:
        return None  # "to end in 2010"
    moment: Moment = when.value
    if moment.grain == "day":
        if phase.value == "end" and any(i.name == "of" for i in items):
            end = moment.end - timedelta(seconds=1)
            return "dt", Moment(end, end, "clock", moment.timex, moment.counted)
        return "when", moment
    return "when", _part_of(moment, phase.value)


def _part_of(moment: Moment, part: str) -> Moment:
    start, end = moment.start, moment.end
    thirds = moment.grain == "year" and not moment.counted
    if moment.grain == "month":
        days = {"start": (1, 16), "mid": (11, 21), "end": (16, 0)}[part]
        last = monthrange(start.year, start.month)[1] + 1
        first, after = start.replace(day=days[0]), start + timedelta((days[1] or last) - 1)
    elif moment.grain == "week":
        first, after = {
            "start": (start, start + timedelta(3)),
            "mid": (start + timedelta(1), start + timedelta(5)),
            "end": (start + timedelta(3), end),
        }[part]
    elif moment.grain == "year":
        first, after = {
            "start": (start, shifted(start, "month", 4 if thirds else 6)),
            "mid": (shifted(start, "month", 4), shifted(start, "month", 8)),
            "end": (shifted(start, "month", 8 if thirds else 6), end),
        }[part]
    else:
        third = (end - start) / 2
        first, after = {
            "start": (start, start + third),
            "mid": (start + third / 2, start + third * 1.5),
            "end": (start + third, end),
        }[part]
    return msgspec.structs.replace(moment, start=first, end=after)


def read_earlier(context: Context, items: Sequence[Item]) -> Made:
    """ "Earlier this month" runs up to the day of writing, "later this month" from it."""
    moment: Moment = items[-1].value
    if items[0].name == "phase" and items[0].text in _NOUNS:
        return None  # "to start next week"
    today = stretch_at(context.now, "day")[0]
    start, end = moment.start, moment.end
    if moment.grain == "day":
        noon = moment.start + timedelta(hours=12)
        ends = (start, noon) if items[0].name == "earlier" else (noon, end)
        return (
            ("dt", Moment(*ends, "part", moment.timex, moment.counted))
            if items[0].name in ("earlier", "later")
            else None
        )
    if items[0].name == "earlier":
        end = min(end, max(today, start)) if moment.start <= today < moment.end else _part_of(moment, "start").end
    elif items[0].name == "later":
        start = max(start, today) if moment.start <= today < moment.end else _part_of(moment, "end").start
    return "when", msgspec.structs.replace(moment, start=start, end=end)


def read_rest(context: Context, items: Sequence[Item]) -> Made:
    """ "The rest of the week"."""
    last = items[-1]
    if items[-2].name == "x" and items[-2].text not in _OWN:
        return None
    moment = last.value if last.name == "when" else at(context.now, last.value[0])
    if moment.grain in SECONDS_OF or (last.name == "unit" and last.text.endswith("s")):
        return None
    if moment.grain == "day" and moment.start <= context.now < moment.end:
        return "dt", Moment(context.now, moment.end, "part", moment.timex, counted=True)
    today = stretch_at(context.now, "day")[0]
    return "when", msgspec.structs.replace(moment, start=max(moment.start, today))


def read_day_of_month(context: Context, items: Sequence[Item]) -> Made:
    """ "The 20th of next month", "the thirty-first day of the month"."""
    nth, whole = pick(items, "ord", "num"), items[-1].value
    unit = pick(items, "unit")
    if (
        nth is None
        or whole.grain != "month"
        or not 1 <= nth.value <= monthrange(whole.start.year, whole.start.month)[1]
    ):
        return None
    if (unit is not None and unit.text != "day") or (unit is None and not nth.text[:1].isdigit()):
        return None
    start = whole.start + timedelta(int(nth.value) - 1)
    return "when", msgspec.structs.replace(
        whole, start=start, end=start + timedelta(1), grain="day", timex=letters(start, "day")
    )


def read_year_named(context: Context, items: Sequence[Item]) -> Made:
    """ "The year 2008"."""
    whole = items[-1].value
    return ("when", whole) if items[-2].text == "year" and whole.grain == "year" and not whole.counted else None


def read_this(context: Context, items: Sequence[Item]) -> Made:
    """ "The week", "the quarter": the one that is on; and its start or end ("year-end")."""
    unit, phase = pick(items, "unit"), pick(items, "phase")
    assert unit is not None
    name = unit.value[0]
    if (
        unit.text.endswith("s")
        or name in SECONDS_OF
        or name in ("night", "decade", "century", "millennium")
        or unit.value[1] != 1
    ):
        return None
    moment = weekend_of(context.now, 0) if name == "weekend" and context.ahead(unit.start) else at(context.now, name)
    if name == "weekend" and not context.ahead(unit.start) and moment.start > context.now:
        moment = weekend_of(context.now, -1)
    if phase is None:
        return "when", msgspec.structs.replace(moment, echo="same" if name == "quarter" else "")
    if name == "day":
        end = moment.end - timedelta(seconds=1)
        return (
            ("dt", Moment(end, end, "clock", moment.timex, counted=True)) if phase.value == "end" else ("when", moment)
        )
    return "when", _part_of(moment, phase.value)
