"""What stretches from one time to another mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.times.clocks import clock_at
from parley.annotate.times.days import day_of, pick
from parley.annotate.times.grammar import Context
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Length, Moment, at, letters, shifted, shifted_by, stretch_at

__all__ = [
    "read_days_of_month",
    "read_lasting",
    "read_open_clock",
    "read_range",
    "read_shared",
    "read_to_date",
    "read_weekdays_of_week",
    "read_with_year",
    "read_years",
]

Made = tuple[str, Any] | None
_LAST_OR_MIDDLE = re.compile(r"(?:the )?(?:very )?(end|close|middle) of ", re.IGNORECASE)


def read_range(context: Context, items: Sequence[Item]) -> Made:
    """ "From Monday to Friday", "1990-92", "between May and July", "between now and May 21"."""
    ends = [i for i in items if i.name in ("when", "dt", "ref")]
    if len(ends) == 1 and items[-1].name == "date":
        return _made_range(ends[0].value, at(context.now, "day"))
    if len(ends) != 2 or any(end.name == "ref" and end.text != "now" for end in ends):
        return None
    first, last = (_now(context, ends[1 - n].name) if end.name == "ref" else end.value for n, end in enumerate(ends))
    if ends[0].name == "when":
        first = _from_its_end(context, ends[0], first)
    if ends[1].name == "when" and context.text[ends[1].start : ends[1].end].lower().removeprefix("the ").startswith(
        "middle"
    ):
        middle = _from_its_end(context, ends[1], last).start
        last = msgspec.structs.replace(last, start=middle, end=middle)
    joined_by_and = any(i.name == "and" for i in items) and items[0].name != "between"
    if joined_by_and or first.grain in ("range", "vague") or last.grain in ("range", "vague"):
        return None
    return _made_range(first, last)


def _now(context: Context, other: str) -> Moment:
    """The moment of writing, as a day beside a day."""
    if other == "when":
        return at(context.now, "day")
    return Moment(context.now, context.now, "clock", "PRESENT_REF", counted=True)


def _from_its_end(context: Context, item: Item, moment: Moment) -> Moment:
    """ "From the end of March" begins where March ends, "from the middle of March" in its middle."""
    match = _LAST_OR_MIDDLE.match(context.text, item.start)
    if match is None or moment.grain not in ("month", "year", "quarter") or moment.ends:
        return moment
    middle = moment.start + timedelta(-(-(moment.end - moment.start).days // 2))
    return msgspec.structs.replace(moment, start=moment.end if match[1].lower() in ("end", "close") else middle)


def _made_range(first: Moment, last: Moment) -> Made:
    if first.free and last.start < first.start:
        first = _earlier_year(first, last)
    if last.free and (last.start <= first.start or (not last.weekday and last.start > shifted(first.start, "year", 1))):
        last = _later(last, first)
    elif (
        first.free
        and not last.free
        and not last.counted
        and first.grain in ("day", "month", "season")
        and not first.weekday
    ):
        first = _year_before(first, last)
    if last.start < first.start or (first.start == last.start and first.grain == last.grain):
        return None
    clocked = {"clock", "part", "minute", "second"} & {first.grain, last.grain}
    timex = f"{first.timex}/{last.timex}"
    end = (
        last.end
        if last.grain in ("month", "year") and last.start != stretch_at(last.start, last.grain)[0]
        else last.start
    )
    moment = Moment(
        first.start, end, "range", timex, first.counted or last.counted, first.free and last.free, ends=(first, last)
    )
    return ("dt" if clocked else "when"), moment


def _in_year(moment: Moment, year: int) -> Moment:
    years = year - moment.start.year
    start, end = shifted(moment.start, "year", years), shifted(moment.end, "year", years)
    grain = moment.grain if moment.grain in ("day", "month") else "day"
    return msgspec.structs.replace(moment, start=start, end=end, timex=letters(start, grain))


def _earlier_year(first: Moment, last: Moment) -> Moment:
    if first.weekday:
        return first
    return _in_year(first, last.start.year - (first.start.replace(year=4) > last.start.replace(year=4)))


def _year_before(first: Moment, last: Moment) -> Moment:
    later = (first.start.month, first.start.day) > (last.start.month, last.start.day)
    return _in_year(first, last.start.year - later)


def _later(last: Moment, first: Moment) -> Moment:
    if last.weekday:
        day = last.start
        while day <= first.start:
            day += timedelta(7)
        return msgspec.structs.replace(last, start=day, end=day + timedelta(1), timex=letters(day, "day"))
    if last.grain in ("day", "month"):
        later = (last.start.month, last.start.day) <= (first.start.month, first.start.day)
        return _in_year(last, first.start.year + later)
    return last


def read_weekdays_of_week(context: Context, items: Sequence[Item]) -> Made:
    """ "Next week from Wednesday to Friday"."""
    week, days = items[0].value, items[-1].value
    numbered = re.search(r"\bweek \d", f"{items[0].text} {items[-1].text}")
    alone = None if numbered else _weekday_in(week, days, named=items[-1]) or _weekday_in(days, week, named=items[0])
    if alone is not None:
        return alone
    if week.grain != "week" or len(days.ends) != 2 or not all(end.weekday for end in days.ends):
        return None
    ends = [at(week.start + timedelta(end.start.isoweekday() - 1), "day") for end in days.ends]
    if ends[0].start >= ends[1].start:
        return None
    return "when", Moment(
        ends[0].start, ends[1].start, "range", f"{ends[0].timex}/{ends[1].timex}", counted=True, ends=(ends[0], ends[1])
    )


def read_shared(context: Context, items: Sequence[Item]) -> Made:
    """ "May 7 to 9", "the 4th to the 6th of June", "from 4 to 22 this month": one end has the month of the other."""
    when = pick(items, "when")
    days = [i for i in items if i.name in ("ord", "num")]
    if any(i.name == "and" for i in items) and items[0].name != "between":
        return None
    if any(d.value != int(d.value) or not 1 <= d.value <= 31 for d in days):
        return None
    if when is None:
        return _of_this_month(context, items, days)
    moment: Moment = when.value
    if moment.grain != "day" or len(days) != 1 or moment.weekday:
        return None
    if when.text.split()[-1].isdigit() and len(when.text.split()[-1]) == 4 and items[-1] is not when:
        return None
    other = day_of(context, when.start, moment.start.month, int(days[0].value), year=moment.start.year)
    if other is None:
        return None
    first, last = (other, moment) if days[0].start < when.start else (moment, other)
    if first.start >= last.start and last is other:  # "from 27 April to the 3rd"
        next_month = shifted(stretch_at(first.start, "month")[0], "month", 1)
        last = day_of(context, when.start, next_month.month, int(days[0].value), year=next_month.year) or last
    if first.start >= last.start:
        return None
    made = Moment(
        first.start, last.start, "range", f"{first.timex}/{last.timex}", moment.counted, moment.free, ends=(first, last)
    )
    return "when", made


def _of_this_month(context: Context, items: Sequence[Item], days: Sequence[Item]) -> Made:
    direction, unit = pick(items, "dir"), pick(items, "unit")
    if direction is None or unit is None or unit.text != "month" or len(days) != 2:
        return None
    month = at(shifted_by(stretch_at(context.now, "month")[0], Length((("month", 1),)), direction.value), "month")
    ends = [day_of(context, items[0].start, month.start.month, int(d.value), year=month.start.year) for d in days]
    if ends[0] is None or ends[1] is None:
        return None
    return "when", Moment(
        ends[0].start, ends[1].start, "range", f"{ends[0].timex}/{ends[1].timex}", counted=True, ends=(ends[0], ends[1])
    )


def read_days_of_month(context: Context, items: Sequence[Item]) -> Made:
    """ "From 4 to 22 May 2017", "4-6 January"."""
    days = [i for i in items if i.name in ("ord", "num")]
    whole = pick(items, "when")
    assert whole is not None
    month: Moment = whole.value
    if month.grain != "month" or len(days) != 2:
        return None
    ends = [day_of(context, items[0].start, month.start.month, int(d.value), year=month.start.year) for d in days]
    if ends[0] is None or ends[1] is None or ends[0].start >= ends[1].start:
        return None
    return "when", Moment(
        ends[0].start,
        ends[1].start,
        "range",
        f"{ends[0].timex}/{ends[1].timex}",
        month.counted,
        month.free,
        ends=(ends[0], ends[1]),
    )


def read_years(context: Context, items: Sequence[Item]) -> Made:
    """ "1998-99"."""
    moment, number = items[0].value, items[-1]
    if moment.grain != "year" or moment.counted or len(number.text) != 2 or not number.text.isdigit():
        return None
    year = moment.start.year // 100 * 100 + int(number.value)
    if year <= moment.start.year:
        return None
    last = at(datetime(year, 1, 1), "year", counted=False)
    return "when", Moment(moment.start, last.start, "range", f"{moment.timex}/{last.timex}", ends=(moment, last))


def read_lasting(context: Context, items: Sequence[Item]) -> Made:
    """ "From 10 a.m. for three hours", "a week from 20 December"."""
    length, start = pick(items, "dur", "one"), pick(items, "when", "dt", "clock", "num")
    assert length is not None
    assert start is not None
    if start.name == "num":
        if length.value.unit not in ("hour", "minute") or not 0 < start.value < 25 or start.value != int(start.value):
            return None
        start = start._replace(name="clock", value=clock_at(int(start.value)))
    if start.name == "clock":
        seconds = shifted_by(datetime(2000, 1, 1), length.value, 1) - datetime(2000, 1, 1)
        clock: Clock = start.value
        over = int(clock.start + seconds.total_seconds())
        close = Clock(over, None, f"T{over // 3600 % 24:02d}:{over // 60 % 60:02d}")
        return "clocks", Clock(clock.start, over, f"{clock.letters}/{close.letters}", clock.doubled, (clock, close))
    moment: Moment = start.value
    if start.name == "when" and length.value.unit in ("minute", "second"):
        return None
    if moment.grain not in ("day", "clock") or items[0].name in ("when", "dt"):
        return None
    end = shifted_by(moment.start, length.value, 1)
    last = at(end, "day") if start.name == "when" else Moment(end, end, "clock", letters(end, "minute"))
    return start.name, Moment(
        moment.start, end, "range", f"{moment.timex}/{last.timex}", moment.counted, moment.free, ends=(moment, last)
    )


def _weekday_in(stretch: Moment, day: Moment, *, named: Item) -> Made:
    """ "Next week on Friday", "Monday two weeks from now": the weekday of that week; behind months and years, the first
    from that day on."""
    if not day.weekday or day.ends or stretch.ends or stretch.weekday:
        return None
    exact = stretch.grain == "day" and len(stretch.timex) == 10
    if stretch.grain not in ("day", "week") or exact:
        return None
    monday = stretch_at(stretch.start, "week")[0]
    if stretch.grain == "day" and "W" not in stretch.timex:
        monday = stretch.start - timedelta((stretch.start.isoweekday() - 1) % 7)
        monday += timedelta(7) if monday + timedelta(day.start.isoweekday() - 1) < stretch.start else timedelta(0)
    moved = monday + timedelta(day.start.isoweekday() - 1) - stretch_at(day.start, "day")[0]
    grain = day.grain if named.name == "dt" else "day"
    timex = letters(day.start + moved, "day") + day.timex[10:]
    return named.name, Moment(day.start + moved, day.end + moved, grain, timex, stretch.counted, weekday=True)


def read_with_year(context: Context, items: Sequence[Item]) -> Made:
    """ "Wed Oct 26 15:50:06 2016": the year behind the clock time."""
    moment, year = items[0].value, items[-1].value
    if not moment.free or moment.ends or year.grain != "year" or context.text[items[0].end : items[-1].start] != " ":
        return None
    years = year.start.year - moment.start.year
    start, end = shifted(moment.start, "year", years), shifted(moment.end, "year", years)
    return "dt", msgspec.structs.replace(
        moment, start=start, end=end, timex=f"{year.timex}{moment.timex[4:]}", free=False
    )


def read_to_date(context: Context, items: Sequence[Item]) -> Made:
    """ "To date", "till the current date": up to the day of writing."""
    return "ref", "PRESENT_REF"


def read_open_clock(context: Context, items: Sequence[Item]) -> Made:
    """ "Between now and eight o'clock", "between 2:00 tomorrow and 4:00"."""
    clock, other = pick(items, "clock"), pick(items, "ref", "dt")
    assert clock is not None
    assert other is not None
    read: Clock = clock.value
    if read.end is not None or read.ends or (other.name == "ref" and other.text != "now"):
        return None
    known = other.value if other.name == "dt" else _now(context, "dt")
    day = stretch_at(known.start, "day")[0]
    moment = day + timedelta(seconds=read.start)
    first_is_clock = clock.start < other.start
    if read.doubled and not first_is_clock and moment <= known.start:
        moment += timedelta(hours=12)
    there = Moment(moment, moment, "clock", letters(moment, "minute"), known.counted, known.free)
    ends = (there, known) if first_is_clock else (known, there)
    if known.grain != "clock" or ends[0].start >= ends[1].start:
        return None
    return "dt", Moment(
        ends[0].start, ends[1].start, "range", f"{ends[0].timex}/{ends[1].timex}", known.counted, ends=ends
    )
