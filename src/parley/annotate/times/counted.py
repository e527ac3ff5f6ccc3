"""Rules for times counted from the day of writing or from another time: "last week", "three days ago", "the end of May"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.times.clocks import part_in, part_of_day
from parley.annotate.times.days import nearest, nth_weekday, pick
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Length, Moment, at, letters, shifted, shifted_by, stretch_at

__all__ = ["GRAMMAR", "in_day"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_NOUNS = ("end", "start", "close", "beginning", "turn", "outset", "middle", "midway", "dawn")
_CLOCKED = ("second", "minute", "hour")


def in_day(day: Moment, clock: Clock) -> Moment:
    """A time of the day on a day."""
    start = day.start + timedelta(seconds=clock.start)
    end = start if clock.end is None else day.start + timedelta(seconds=clock.end)
    grain = "part" if clock.end is not None else "clock"
    return Moment(start, end, grain, day.timex + clock.letters, day.counted, day.free, day.weekday, clock.doubled)


def _day_word(context: Context, items: Sequence[Item]) -> Made:
    days, part = items[0].value
    day = at(shifted(context.now, "day", days), "day")
    return ("dt", in_day(day, part_of_day(part))) if part else ("when", day)


def _day_before(context: Context, items: Sequence[Item]) -> Made:
    """ "The day before yesterday", "the day after tomorrow"."""
    unit, when = pick(items, "unit"), pick(items, "when")
    if unit is None or when is None or unit.text != "day" or when.value.grain != "day":
        return None
    sign = 1 if any(i.name == "after" for i in items) else -1
    return "when", msgspec.structs.replace(
        at(shifted(when.value.start, "day", sign), "day"), counted=when.value.counted
    )


def _week_before(context: Context, items: Sequence[Item]) -> Made:
    """ "The week after next week"."""
    first, direction, second = items[-4], items[-2], items[-1]
    if first.value[0] != second.value[0]:
        return None
    step = direction.value + (1 if items[-3].name == "after" else -1)
    return "when", at(shifted(_unit_start(context, second), second.value[0], step), second.value[0])


def _unit_start(context: Context, unit: Item) -> datetime:
    return stretch_at(context.now, unit.value[0])[0]


def _after_next(context: Context, items: Sequence[Item]) -> Made:
    """ "The week after next", "the month before last"."""
    unit, direction = pick(items, "unit"), items[-1]
    assert unit is not None
    step = 2 if any(i.name == "after" for i in items) else -2
    if (step > 0) != (direction.value > 0) or unit.value[0] in _CLOCKED:
        return None
    return "when", at(shifted(_unit_start(context, unit), unit.value[0], step), unit.value[0])


def _echoed(context: Context, items: Sequence[Item]) -> Made:
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


def _directed(context: Context, items: Sequence[Item]) -> Made:
    """ "Last week", "the past three months", "the next few days", "recent years"."""
    direction, last = next((i for i in reversed(items) if i.name == "dir"), None), items[-1]
    number = pick(items, "num", "some")
    if direction is None:
        return _recent(items)
    if number is not None and not (last.text.endswith("s") and direction.value):
        return None
    sign = direction.value
    if last.name in ("dur", "one") or number is not None:
        if sign == 0:
            return ("dur", last.value) if last.name in ("dur", "one") else None
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
    if unit in ("century", "decade", "year", "quarter", "month", "week", "weekend", "day", "night") or unit in _CLOCKED:
        return _one(context, direction, unit)
    return None


def _recent(items: Sequence[Item]) -> Made:
    unit, word = items[-1], items[-2]
    if not unit.text.endswith("s") or word.text not in ("recent", "future", "current"):
        return None
    return "dur", Length(((unit.value[0], None),))


def _one(context: Context, direction: Item, unit: str) -> Made:
    sign = direction.value
    if unit in _CLOCKED:
        return "stretch", (Length(((unit, 1),)), sign or 1)
    if unit == "night":
        day = at(shifted(context.now, "day", sign), "day")
        return "dt", in_day(day, part_of_day("night"))
    if unit == "day" and direction.text in ("past", "that", "same", "current", "present"):
        return "when", at(context.now, "day")
    if direction.text == "past" and unit != "weekend":
        return "stretch", (Length(((unit, 1),)), sign)
    if unit == "weekend":
        return "when", _weekend(context.now, sign)
    echo = "same" if unit == "quarter" and direction.text in ("latest", "that", "same") else ""
    return "when", msgspec.structs.replace(at(shifted(_grid(context.now, unit), unit, sign), unit), echo=echo)


def _grid(day: datetime, unit: str) -> datetime:
    return stretch_at(day, unit)[0]


def _weekend(now: datetime, sign: int) -> Moment:
    start = shifted(stretch_at(now, "weekend")[0], "week", sign)
    return at(start, "weekend")


def _weekday(context: Context, items: Sequence[Item]) -> Made:
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


def _part_of_day(context: Context, items: Sequence[Item]) -> Made:
    tod, when, direction = pick(items, "tod"), pick(items, "when"), pick(items, "dir")
    if tod is None or pick(items, "unit") is not None or tod.text.endswith("s"):
        return None
    if items[0].name in ("phase", "later", "earlier"):
        tod = tod._replace(value=part_in(tod.value, "start" if items[0].name == "earlier" else "end" if items[0].name == "later" else items[0].value))
    if direction is None and when is None:
        return "tod", tod.value
    if when is not None:
        return ("dt", in_day(when.value, tod.value)) if when.value.grain == "day" else None
    if direction is None:
        return None
    return "dt", in_day(at(shifted(context.now, "day", direction.value), "day"), tod.value)


def _counted(context: Context, items: Sequence[Item]) -> Made:
    """ "Three days ago", "in two weeks' time", "two days after May 5"."""
    length_item = pick(items, "dur", "one")
    assert length_item is not None
    length: Length = length_item.value
    words = [i.name for i in items]
    if "within" in words:
        return "stretch", (length, 1)
    if words[-2] == "in":
        return ("stretch", (length, 1)) if items[-1].value == "FUTURE_REF" else None
    anchor, sign = context.now, 1
    if words[-1] in ("when", "dt"):
        moment: Moment = items[-1].value
        if moment.grain not in ("day", "part", "clock", "month", "year", "week", "minute", "second"):
            return None
        anchor = moment.start
        sign = -1 if "before" in words else 1
    elif words[-1] == "ref":
        if items[-1].text not in ("now", "right now"):
            return None
    elif words[0] == "in":
        if length_item.text.endswith("old") or length_item.text.startswith("recent") or (words[-1] != "timeword" and context.ahead(items[0].start) is False):
            return None
    else:
        sign = -1 if words[-1] in ("ago", "earlier") else 1
    return _moved(anchor, length, sign, exact=words[-1] in ("when", "dt"), relative=words[-1] in ("later", "earlier"))


def _moved(anchor: datetime, length: Length, sign: int, *, exact: bool, relative: bool) -> Made:
    unit = length.parts[-1][0]
    place = shifted_by(anchor, length, sign)
    if unit in _CLOCKED:
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


def _to_date(context: Context, items: Sequence[Item]) -> Made:
    unit = pick(items, "unit")
    if unit is None or items[-1].name != "date":
        return None
    stretch = at(context.now, unit.value[0])
    return "when", msgspec.structs.replace(stretch, end=stretch_at(context.now, "day")[0])


def _nth_weekday(context: Context, items: Sequence[Item]) -> Made:
    nth, weekday, when = pick(items, "ord", "dir"), pick(items, "weekday"), pick(items, "when")
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


def _nth_unit(context: Context, items: Sequence[Item]) -> Made:
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
    if count is None or unit in _CLOCKED:
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


def _week_of(context: Context, items: Sequence[Item]) -> Made:
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


def _owned(context: Context, items: Sequence[Item]) -> Made:
    """ "Next year's first quarter", "last month's first week"."""
    when, nth, unit = pick(items, "when"), pick(items, "ord"), pick(items, "unit")
    if when is None or nth is None or unit is None or items[-1].name == "of":
        return None
    return _nth_in(when.value, unit.value[0], 1, int(nth.value))


def _phase(context: Context, items: Sequence[Item]) -> Made:
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
        first, after = {"start": (start, start + timedelta(3)), "mid": (start + timedelta(1), start + timedelta(5)), "end": (start + timedelta(3), end)}[part]
    elif moment.grain == "year":
        first, after = {"start": (start, shifted(start, "month", 4 if thirds else 6)), "mid": (shifted(start, "month", 4), shifted(start, "month", 8)), "end": (shifted(start, "month", 8 if thirds else 6), end)}[part]
    else:
        third = (end - start) / 2
        first, after = {
            "start": (start, start + third),
            "mid": (start + third / 2, start + third * 1.5),
            "end": (start + third, end),
        }[part]
    return msgspec.structs.replace(moment, start=first, end=after)


def _earlier(context: Context, items: Sequence[Item]) -> Made:
    """ "Earlier this month" runs up to the day of writing, "later this month" from it."""
    moment: Moment = items[-1].value
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


def _rest(context: Context, items: Sequence[Item]) -> Made:
    last = items[-1]
    moment = last.value if last.name == "when" else at(context.now, last.value[0])
    if moment.grain in _CLOCKED or (last.name == "unit" and last.text.endswith("s")):
        return None
    today = stretch_at(context.now, "day")[0]
    return "when", msgspec.structs.replace(moment, start=max(moment.start, today))


def _day_after(context: Context, items: Sequence[Item]) -> Made:
    """ "The day before", "the year after"."""
    unit, sign = items[1], 1 if items[2].name == "after" else -1
    if items[2].text not in ("before", "after") or unit.value[0] not in ("day", "night", "week", "month", "year") or unit.text.endswith("s"):
        return None
    name = "day" if unit.value[0] == "night" else unit.value[0]
    return "when", at(shifted(_unit_start(context, unit), name, sign), name)


def _day_of_month(context: Context, items: Sequence[Item]) -> Made:
    """ "The 20th of next month", "the thirty-first day of the month"."""
    nth, whole = pick(items, "ord", "num"), items[-1].value
    unit = pick(items, "unit")
    if nth is None or whole.grain != "month" or not 1 <= nth.value <= monthrange(whole.start.year, whole.start.month)[1]:
        return None
    if (unit is not None and unit.text != "day") or (unit is None and not nth.text[:1].isdigit()):
        return None
    start = whole.start + timedelta(int(nth.value) - 1)
    return "when", msgspec.structs.replace(whole, start=start, end=start + timedelta(1), grain="day", timex=letters(start, "day"))


def _year_named(context: Context, items: Sequence[Item]) -> Made:
    """ "The year 2008"."""
    whole = items[-1].value
    return ("when", whole) if items[-2].text == "year" and whole.grain == "year" and not whole.counted else None


def _this(context: Context, items: Sequence[Item]) -> Made:
    """ "The week", "the quarter": the one that is on; and its start or end ("year-end")."""
    unit, phase = pick(items, "unit"), pick(items, "phase")
    assert unit is not None
    name = unit.value[0]
    if (
        unit.text.endswith("s")
        or name in _CLOCKED
        or name in ("night", "decade", "century", "millennium")
        or unit.value[1] != 1
    ):
        return None
    moment = _weekend(context.now, 0) if name == "weekend" and context.ahead(unit.start) else at(context.now, name)
    if name == "weekend" and not context.ahead(unit.start) and moment.start > context.now:
        moment = _weekend(context.now, -1)
    if phase is None:
        return "when", msgspec.structs.replace(moment, echo="same" if name == "quarter" else "")
    if name == "day":
        end = moment.end - timedelta(seconds=1)
        return (
            ("dt", Moment(end, end, "clock", moment.timex, counted=True)) if phase.value == "end" else ("when", moment)
        )
    return "when", _part_of(moment, phase.value)


for _build, _patterns in (
    (_day_word, ("<!poss rel",)),
    (_day_before, ("the? unit before when", "the? unit after when")),
    (_week_before, ("the? unit before dir unit", "the? unit after dir unit")),
    (_after_next, ("the? unit after|before the? dir !unit|month|weekday|dur|when|season",)),
    (_echoed, (
        "a|the? x? unit - ago|earlier ord? -? unit|period", "a|the? unit - ago|earlier", "the? dir period dir unit", "the? dir x? period",
        "the? dir unit poss unit|period", "the? dir unit of? dir unit", "the x unit|period dir unit",
    )),
    (_weekday, ("weekday of? the? dir unit", "dir unit ,? on? weekday", "weekday ,? dir unit")),
    (_directed, ("the? dir dir? dur|one", "the? num|some dir unit", "the? dir|ref fiscal? unit", "the? dir dir unit")),
    (_nth_weekday, ("the? ord|dir weekday of|in? the? when",)),
    (_weekday, ("dir dir weekday", "dir weekday", "<!dir weekday")),
    (_part_of_day, (
        "phase -? dir tod", "later|earlier dir tod", "later|earlier in? the? tod", "phase in the tod", "dir tod", "<!for when ,? phase? -? tod", "tod of|on? the? when", "tod dir? ,? when",
        "when ,? in|at|during|on? the? tod",
    )),
    (_counted, (
        "dur|one ago|hence|later|earlier !dir", "in? dur|one from ref|when", "dur in ref", "in|within dur|one poss? timeword?", "dur|one before|after the? when|dt", "dur|one and? dur ago",
    )),
    (_to_date, ("<!dir ref|dir|the? unit of? to date", "unit to date")),
    (_day_of_month, ("the? ord|num unit? of? the? when",)),
    (_nth_unit, ("the? ord|dir -? unit of|in the? when", "the? ord|dir unit when", "the? ord|dir dur of|in the? when", "the? stretch of|in the? when", "when of the? when")),
    (_week_of, ("the? unit of|commencing|ending|phase on? the? when", "the? unit commencing on? when")),
    (_year_named, ("the? unit when",)),
    (_owned, ("the? when poss ord? unit of?",)),
    (_phase, ("the? phase -? of? -? the? when", "the? phase -? in|of? the? dir? when")),
    (_earlier, ("earlier|later in? the? when", "phase when")),
    (_rest, ("the? rest of the? when|unit", "the? rest of dir unit")),
    (_day_after, ("the unit before|after !x|the|when|a|dir|num|poss|dt|clock|yr|some|dur|one|month|feast|weekday",)),
    (_this, (
        "the unit !of|before|after|x|when|that|to|-|dur", "<in|during|by|for|of|until|since|within|phase|over|on|at the unit", "unit - phase", "the? phase of? the? unit",
        "the? phase - unit",
    )),
    (_day_of_month, ("the? ord|num unit? of? the? when",)),
    (_nth_unit, ("the? ord|dir -? unit of|in the? when", "the? ord|dir dur of|in the? when")),
    (_phase, ("the? phase -? of? -? the? when",)),
    (_earlier, ("earlier|later in? the? when",)),
):
    GRAMMAR.rule(*_patterns)(_build)
