"""What words counted from the day of writing mean: "last week", "three days ago", "next Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.date_patterns import calendar, words_of
from parley.annotate.times.clocks import part_in, part_of_day
from parley.annotate.times.days import nearest, pick
from parley.annotate.times.grammar import Context
from parley.annotate.times.items import Item
from parley.annotate.times.moments import (
    SECONDS_OF,
    Clock,
    Length,
    Moment,
    at,
    letters,
    shifted,
    shifted_by,
    stretch_at,
)

__all__ = [
    "grid_of",
    "in_day",
    "read_after_next",
    "read_counted",
    "read_day_after",
    "read_day_before",
    "read_day_word",
    "read_directed",
    "read_echoed",
    "read_part_of_day",
    "read_shared_week",
    "read_week_before",
    "read_weekday",
    "read_weekdays_on",
    "read_within",
    "weekend_of",
]

Made = tuple[str, Any] | None
_DAYS = words_of(calendar().weekdays)
_SHARED_WEEK = re.compile(
    rf"(?:, {_DAYS})*,? (?:and|or) {_DAYS},? (?:of )?(?P<which>last|this|next) week\b", re.IGNORECASE
)
_LASTING = re.compile(
    r"(?:\b(?:will|would|should|could|may|might|can|cannot|must|shall|to|not|only|usually)|n[\u2019']t)\s+$",
    re.IGNORECASE,
)


def in_day(day: Moment, clock: Clock) -> Moment:
    """A time of the day on a day."""
    start = day.start + timedelta(seconds=clock.start)
    end = start if clock.end is None else day.start + timedelta(seconds=clock.end)
    grain = "part" if clock.end is not None else "clock"
    return Moment(start, end, grain, day.timex + clock.letters, day.counted, day.free, day.weekday, clock.doubled)


def read_day_word(context: Context, items: Sequence[Item]) -> Made:
    """ "Yesterday", "tonight"."""
    days, part = items[0].value
    day = at(shifted(context.now, "day", days), "day")
    return ("dt", in_day(day, part_of_day(part))) if part else ("when", day)


def read_day_before(context: Context, items: Sequence[Item]) -> Made:
    """ "The day before yesterday", "the day after tomorrow"."""
    unit, when = pick(items, "unit"), pick(items, "when")
    if unit is None or when is None or unit.text != "day" or when.value.grain != "day":
        return None
    sign = 1 if any(i.name == "after" for i in items) else -1
    return "when", msgspec.structs.replace(
        at(shifted(when.value.start, "day", sign), "day"), counted=when.value.counted
    )


def read_week_before(context: Context, items: Sequence[Item]) -> Made:
    """ "The week after next week"."""
    first, direction, second = items[-4], items[-2], items[-1]
    if first.value[0] != second.value[0]:
        return None
    step = direction.value + (1 if items[-3].name == "after" else -1)
    return "when", at(shifted(_unit_start(context, second), second.value[0], step), second.value[0])


def _unit_start(context: Context, unit: Item) -> datetime:
    return stretch_at(context.now, unit.value[0])[0]


def read_after_next(context: Context, items: Sequence[Item]) -> Made:
    """ "The week after next", "the month before last"."""
    unit, direction = pick(items, "unit"), items[-1]
    assert unit is not None
    step = 2 if any(i.name == "after" for i in items) else -2
    if (step > 0) != (direction.value > 0) or unit.value[0] in SECONDS_OF:
        return None
    return "when", at(shifted(_unit_start(context, unit), unit.value[0], step), unit.value[0])


def read_echoed(context: Context, items: Sequence[Item]) -> Made:
    """ "The year-ago quarter", "the latest period", "the same quarter last year": counted from the quarter spoken of."""
    words = [i.text for i in items]
    last_year = at(shifted(context.now, "year", -1), "year")
    if "-" in words:
        if "year" not in words[: words.index("-")]:
            return None
        return "when", msgspec.structs.replace(last_year, echo="before")
    named = "period" in words or "quarter" in words
    if words[-2:] == ["last", "year"] and named:
        return "when", msgspec.structs.replace(last_year, echo="before")
    if "period" in words and len(items) < 4 and pick(items, "dir") is not None and pick(items, "unit", "when") is None:
        return "when", msgspec.structs.replace(last_year, echo="same")
    if words[-2:] in (["'s", "quarter"], ["'s", "period"], ["'", "quarter"]) and "last" in words:
        return "when", msgspec.structs.replace(last_year, echo="before")
    return None


def read_directed(context: Context, items: Sequence[Item]) -> Made:
    """ "Last week", "the past three months", "the next few days", "recent years"."""
    direction, last = next((i for i in reversed(items) if i.name == "dir"), None), items[-1]
    number = pick(items, "num", "some")
    if direction is None:
        return _recent(items)
    if (
        items[0].text == "last"
        and (number or last.name == "dur")
        and _LASTING.search(context.text[: items[0].start][-12:])
    ):
        return None  # "it will last two weeks"
    if number is not None and not (last.text.endswith("s") and direction.value):
        return None
    sign = direction.value
    if last.name in ("dur", "one") or number is not None:
        if sign == 0:
            return None
        length: Length = (
            last.value
            if number is None
            else Length(((last.value[0], None if number.name == "some" else number.value * last.value[1]),))
        )
        return "stretch", (length, sign)
    unit, times = last.value
    if last.text.endswith("s"):
        return ("stretch", (Length(((unit, None),)), sign)) if sign else None
    if times > 1:
        return "stretch", (Length(((unit, times),)), sign or 1)
    if (
        unit in ("century", "decade", "year", "quarter", "month", "week", "weekend", "day", "night")
        or unit in SECONDS_OF
    ):
        return _one(context, direction, unit)
    return None


def _recent(items: Sequence[Item]) -> Made:
    unit, word = items[-1], items[-2]
    if not unit.text.endswith("s") or word.text not in ("recent", "future", "current"):
        return None
    return "dur", Length(((unit.value[0], None),))


def _one(context: Context, direction: Item, unit: str) -> Made:
    sign = direction.value
    if unit in SECONDS_OF:
        return "stretch", (Length(((unit, 1),)), sign or 1)
    if unit == "night":
        day = at(shifted(context.now, "day", sign), "day")
        return "dt", in_day(day, part_of_day("night"))
    if unit == "day" and direction.text in ("past", "that", "same", "current", "present"):
        return "when", at(context.now, "day")
    if direction.text == "past" and unit != "weekend":
        return "stretch", (Length(((unit, 1),)), sign)
    if unit == "weekend":
        return "when", weekend_of(context.now, sign)
    echo = "same" if unit == "quarter" and direction.text in ("latest", "that", "same") else ""
    return "when", msgspec.structs.replace(at(shifted(grid_of(context.now, unit), unit, sign), unit), echo=echo)


def grid_of(day: datetime, unit: str) -> datetime:
    """The start of the unit around `day`."""
    return stretch_at(day, unit)[0]


def weekend_of(now: datetime, sign: int) -> Moment:
    """This weekend, or the one so many weeks on."""
    start = shifted(stretch_at(now, "weekend")[0], "week", sign)
    return at(start, "weekend")


def read_weekday(context: Context, items: Sequence[Item]) -> Made:
    """A weekday: of the week that is named, the last or next one, or the nearest."""
    weekday, direction, unit = pick(items, "weekday"), pick(items[::-1], "dir"), pick(items, "unit")
    assert weekday is not None
    today = stretch_at(context.now, "day")[0]
    monday = stretch_at(context.now, "week")[0]
    if unit is not None:
        if unit.text != "week" or direction is None:
            return None
        day = monday + timedelta(7 * direction.value + weekday.value - 1)
        return "when", msgspec.structs.replace(at(day, "day"), weekday=True)
    if direction is None:
        days = [today + timedelta(weekday.value - today.isoweekday() + 7 * n) for n in (-1, 0, 1, 2)]
        near = nearest(context, weekday.start, days)
        return "when", msgspec.structs.replace(at(near, "day"), weekday=True, free=True)
    return "when", msgspec.structs.replace(
        at(_directed_weekday(context, today, monday, weekday.value, direction), "day"), weekday=True
    )


def read_shared_week(context: Context, items: Sequence[Item]) -> Made:
    """ "Monday, Wednesday and Friday next week": each of the week that is named behind the last."""
    match = _SHARED_WEEK.match(context.text, items[0].end)
    if match is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    day = stretch_at(context.now, "week")[0] + timedelta(7 * step + items[0].value - 1)
    return "when", msgspec.structs.replace(at(day, "day"), weekday=True)


def _directed_weekday(context: Context, today: datetime, monday: datetime, weekday: int, direction: Item) -> datetime:
    if direction.value == 0:
        return monday + timedelta(weekday - 1)
    if direction.text == "previous":
        return monday + timedelta(weekday - 8)
    if direction.value < 0:
        return today - timedelta((today.isoweekday() - weekday) % 7 or 7)
    if direction.text in ("coming", "upcoming", "forthcoming"):
        return today + timedelta((weekday - today.isoweekday()) % 7 or 7)
    return monday + timedelta(7 + weekday - 1)


def read_part_of_day(context: Context, items: Sequence[Item]) -> Made:
    """ "Friday morning", "late this afternoon"."""
    tod, when, direction = pick(items, "tod"), pick(items, "when"), pick(items, "dir")
    if tod is None or pick(items, "unit") is not None or tod.text.endswith("s"):
        return None
    if items[0].name in ("phase", "later", "earlier"):
        tod = tod._replace(
            value=part_in(
                tod.value,
                "start" if items[0].name == "earlier" else "end" if items[0].name == "later" else items[0].value,
            )
        )
    if direction is None and when is None:
        return "tod", tod.value
    if when is not None:
        return ("dt", in_day(when.value, tod.value)) if when.value.grain == "day" else None
    if direction is None:
        return None
    return "dt", in_day(at(shifted(context.now, "day", direction.value), "day"), tod.value)


def read_within(context: Context, items: Sequence[Item]) -> Made:
    """ "Within two weeks after today", "for three days from Monday": the stretch up to or from that day."""
    length_item, when = pick(items, "dur", "one", "stretch"), items[-1]
    assert length_item is not None
    length: Length = length_item.value[0] if length_item.name == "stretch" else length_item.value
    if when.value.grain != "day" or length.unit in SECONDS_OF or any(count is None for _, count in length.parts):
        return None
    day: Moment = when.value
    other = at(shifted_by(day.start, length, -1 if any(i.name == "before" for i in items) else 1), "day")
    ends = (day, other) if day.start < other.start else (other, day)
    timex = f"{ends[0].timex}/{ends[1].timex}"
    return "when", Moment(ends[0].start, ends[1].start, "range", timex, day.counted, day.free, ends=ends)


def read_weekdays_on(context: Context, items: Sequence[Item]) -> Made:
    """ "Two Sundays from now", "three Mondays ago": so many of a weekday on or back."""
    number, named, last = items[0], items[1], items[-1]
    weekday = (
        int(named.value[-1])
        if named.name == "rate" and named.value[-2] == "-" and named.value[-1].isdigit()
        else named.value
    )
    if not isinstance(weekday, int) or number.value != int(number.value) or not 0 < number.value < 53:
        return None
    if last.name == "ref" and last.text not in ("now", "right now"):
        return None
    start = last.value.start if last.name == "when" else stretch_at(context.now, "day")[0]
    ahead = last.text != "ago"
    days = (weekday - start.isoweekday()) % 7 or 7 if ahead else -((start.isoweekday() - weekday) % 7 or 7)
    step = 7 if ahead else -7
    return "when", at(start + timedelta(days + step * (int(number.value) - 1)), "day")


def read_counted(context: Context, items: Sequence[Item]) -> Made:
    """ "Three days ago", "in two weeks' time", "two days after May 5"."""
    length_item = pick(items, "dur", "one")
    assert length_item is not None
    length: Length = length_item.value
    words = [i.name for i in items]
    if "within" in words:
        return "stretch", (length, 1)
    if words[-2:] == ["in", "ref"]:
        return ("stretch", (length, 1)) if items[-1].value == "FUTURE_REF" else None
    anchor, sign = context.now, 1
    if words[-1] in ("when", "dt"):
        moment: Moment = items[-1].value
        if moment.grain not in ("day", "part", "clock", "month", "year", "week", "minute", "second"):
            return None
        if items[-1].name == "when" and length.unit in ("minute", "second"):
            return None  # "three minutes from today"
        anchor = moment.start
        sign = -1 if "before" in words else 1
    elif words[-1] == "ref":
        if items[-1].text not in ("now", "right now"):
            return None
    elif words[0] == "in":
        if (
            length_item.text.endswith("old")
            or length_item.text.startswith("recent")
            or (words[-1] != "timeword" and context.ahead(items[0].start) is False)
        ):
            return None
    else:
        sign = -1 if words[-1] in ("ago", "earlier") else 1
    return _moved(anchor, length, sign, exact=words[-1] in ("when", "dt"), relative=words[-1] in ("later", "earlier"))


def _moved(anchor: datetime, length: Length, sign: int, *, exact: bool, relative: bool) -> Made:
    unit = length.parts[-1][0]
    place = shifted_by(anchor, length, sign)
    if unit in SECONDS_OF:
        return "dt", Moment(place, place, "clock", letters(place, "minute"), counted=True)
    if any(count is None for _, count in length.parts):
        begin, end = sorted((shifted_by(anchor, length, sign), anchor))
        return "when", Moment(begin, end, "vague", "PAST_REF" if sign < 0 else "FUTURE_REF", counted=True)
    grain = {"night": "day", "weekend": "week"}.get(unit, unit)
    day = at(place, "day")
    if length == Length((("year", 1),)) and not exact and sign < 0:
        day = msgspec.structs.replace(day, echo="before")
    written = letters(stretch_at(place, grain)[0], grain) if grain not in ("day",) else day.timex
    return "when", msgspec.structs.replace(day, timex=written)


def read_day_after(context: Context, items: Sequence[Item]) -> Made:
    """ "The day before", "the year after"."""
    unit, sign = items[1], 1 if items[2].name == "after" else -1
    if (
        items[2].text not in ("before", "after")
        or unit.value[0] not in ("day", "night", "week", "month", "year")
        or unit.text.endswith("s")
    ):
        return None
    name = "day" if unit.value[0] == "night" else unit.value[0]
    return "when", at(shifted(_unit_start(context, unit), name, sign), name)
