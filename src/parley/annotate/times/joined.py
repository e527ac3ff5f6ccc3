"""Rules that join times: a day with its clock time, ranges, repeated times, words for no set time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.date_patterns import calendar
from parley.annotate.times.clocks import clock_at, halved
from parley.annotate.times.counted import in_day
from parley.annotate.times.days import day_of, month_of, pick
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Length, Moment, at, letters, length_of, shifted, shifted_by, stretch_at

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None


def _clock(item: Item) -> Clock | None:
    """The clock time an item tells; of a bare number, the hour."""
    if item.name in ("clock", "tod"):
        clock: Clock = item.value
        return clock
    if "." in item.text:
        hour, _, minute = item.text.partition(".")
        fits = hour.isdigit() and len(minute) == 2 and int(hour) < 25 and int(minute) < 60
        return clock_at(int(hour), int(minute)) if fits else None
    value = item.value
    if item.name == "yr" or (item.text.isdigit() and len(item.text) == 4):
        hour, minute = divmod(int(value), 100)
        return clock_at(hour, minute) if hour < 25 and minute < 60 else None
    return clock_at(int(value)) if value == int(value) and 0 < value < 25 else None


def _same_day(context: Context, items: Sequence[Item]) -> Made:
    """ "This Friday (June 15)": one day said twice."""
    whens = [i.value for i in items if i.name == "when"]
    first, second = whens
    if first.grain != "day" or second.grain != "day" or first.weekday == second.weekday:
        return None
    if first.start.isoweekday() != second.start.isoweekday() and not (first.free and second.free):
        return None
    return "when", (second if first.weekday else first)


def _with_clock(context: Context, items: Sequence[Item]) -> Made:
    """A day with its clock time, in either order."""
    day = pick(items, "when", "dt")
    clock_item = pick(items, "clock", "num", "yr")
    assert day is not None
    assert clock_item is not None
    clock = _clock(clock_item)
    numbers = [i for i in items if i.name == "num"]
    if len(numbers) == 2 and numbers[0].text.isalpha() and 0 < numbers[1].value < 60:
        clock = clock_at(int(numbers[0].value), int(numbers[1].value))
    moment: Moment = day.value
    if clock is None or clock.end is not None or clock.ends:
        return None
    if day.name == "dt":
        if moment.grain != "part":
            return None
        half = "p" if moment.start.hour >= 12 and not (moment.start.hour >= 20 and clock.start % 43200 < 18000) else "a"
        clock = halved(clock, half)
        base = at(moment.start, "day")
        return "dt", msgspec.structs.replace(in_day(base, clock), counted=moment.counted, free=moment.free)
    return ("dt", in_day(moment, clock)) if moment.grain == "day" else None


def _bare_hour(context: Context, items: Sequence[Item]) -> Made:
    """ "At 6.45", "at seven": an hour, where nothing follows that it would count."""
    before = context.text[max(0, items[0].start - 8) : items[0].start].lower().split()
    if not before or before[-1] != "at" or items[0].text.isdigit() and items[0].value > 12 and len(items[0].text) < 3:
        return None
    following = context.text[items[-1].end : items[-1].end + 2]
    if (
        following[:1].isalnum()
        or following[:1] in ("%", "/", "-")
        or (following[:1] == "." and following[1:2].isdigit())
    ):
        return None
    if len(items) == 2 and items[1].name == "num":
        fits = items[0].text.isalpha() and 0 < items[0].value < 13 and 0 < items[1].value < 60
        return ("clock", clock_at(int(items[0].value), int(items[1].value))) if fits else None
    clock = _clock(items[0])
    follows = context.text[items[-1].end : items[-1].end + 12].split()
    if (
        follows
        and follows[0][:1].islower()
        and following[:1] == " "
        and follows[0]
        not in (
            "on",
            "and",
            "in",
            "today",
            "tomorrow",
            "tonight",
            "or",
            "for",
            "with",
            "to",
            "yesterday",
            "this",
            "next",
            "every",
        )
    ):
        return None
    if clock is None or not (items[0].value < 25 or "." in items[0].text):
        return None
    return "clock", clock


_END = "num|yr|clock"


def _clocks(context: Context, items: Sequence[Item]) -> Made:
    """ "From 5 to 6 p.m.", "between 10:00 and noon"."""
    ends = [i for i in items if i.name in ("num", "yr", "clock", "tod", "half")]
    day = pick(items, "when", "dt")
    if len(ends) != 2:
        return None
    first, last = _clock(ends[0]), _clock(ends[1])
    if first is None or last is None or first.ends or last.ends:
        return None
    value = _clock_range(first, last)
    if day is None:
        return "clocks", value
    return _day_range(day.value, value)


def _four_digits(context: Context, items: Sequence[Item]) -> Made:
    """ "Between 0730-0930"."""
    ends = [i for i in items if i.name in ("num", "yr")]
    if not all(len(i.text) == 4 and i.text.isdigit() for i in ends) or all(i.name == "yr" for i in ends):
        return None
    first, last = _clock(ends[0]), _clock(ends[1])
    return ("clocks", _clock_range(first, last)) if first and last else None


def _clock_range(first: Clock, last: Clock) -> Clock:
    if first.doubled and not last.doubled:
        half = "p" if last.start >= 43200 else "a"
        same = halved(first, half)
        first = same if same.start < last.start else halved(first, "a" if half == "p" else "p")
    elif last.doubled and not first.doubled:
        half = "p" if first.start >= 43200 else "a"
        same = halved(last, half)
        last = same if same.start > first.start else halved(last, "a" if half == "p" else "p")
    elif first.doubled and last.doubled and first.start >= last.start:
        last = halved(last, "p")
    end = last.end if last.end is not None else last.start
    return Clock(first.start, end, f"{first.letters}/{last.letters}", first.doubled and last.doubled, (first, last))


def _day_range(day: Moment, clocks: Clock) -> Made:
    if day.grain == "part":
        half = "p" if day.start.hour >= 12 else "a"
        clocks = _clock_range(halved(clocks.ends[0], half), halved(clocks.ends[1], half))
        day = msgspec.structs.replace(at(day.start, "day"), counted=day.counted, free=day.free)
    if day.grain != "day":
        return None
    ends = tuple(in_day(day, clock) for clock in clocks.ends)
    end = day.start + timedelta(seconds=clocks.end or 0)
    if end < ends[0].start:
        end += timedelta(1)
    return "dt", Moment(
        ends[0].start, end, "range", f"{ends[0].timex}/{ends[1].timex}", day.counted, day.free, ends=ends
    )


def _day_clocks(context: Context, items: Sequence[Item]) -> Made:
    day, clocks = pick(items, "when", "dt"), pick(items, "clocks")
    return _day_range(day.value, clocks.value) if day and clocks else None


def _range(context: Context, items: Sequence[Item]) -> Made:
    """ "From Monday to Friday", "1990-92", "between May and July", "between now and May 21"."""
    ends = [i for i in items if i.name in ("when", "dt", "ref")]
    if len(ends) != 2 or any(end.name == "ref" and end.text != "now" for end in ends):
        return None
    first, last = (_now(context, ends[1 - n].name) if end.name == "ref" else end.value for n, end in enumerate(ends))
    joined_by_and = any(i.name == "and" for i in items) and items[0].name != "between"
    if joined_by_and or first.grain in ("range", "vague") or last.grain in ("range", "vague"):
        return None
    return _made_range(first, last)


def _now(context: Context, other: str) -> Moment:
    """The moment of writing, as a day beside a day."""
    if other == "when":
        return at(context.now, "day")
    return Moment(context.now, context.now, "clock", "PRESENT_REF", counted=True)


def _made_range(first: Moment, last: Moment) -> Made:
    if first.free and last.start < first.start:
        first = _earlier_year(first, last)
    if last.free and (last.start <= first.start or not last.weekday and last.start > shifted(first.start, "year", 1)):
        last = _later(last, first)
    elif first.free and not last.free and not last.counted and first.grain in ("day", "month", "season") and not first.weekday:
        first = _year_before(first, last)
    if last.start < first.start or (first.start == last.start and first.grain == last.grain):
        return None
    clocked = {"clock", "part", "minute", "second"} & {first.grain, last.grain}
    timex = f"{first.timex}/{last.timex}"
    end = last.end if last.grain in ("month", "year") and last.start != stretch_at(last.start, last.grain)[0] else last.start
    moment = Moment(first.start, end, "range", timex, first.counted or last.counted, first.free and last.free, ends=(first, last))
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


def _before_clock(context: Context, items: Sequence[Item]) -> Made:
    """ "Thursday before 5 p.m.": the time, with what binds it."""
    made = _with_clock(context, [items[0], items[-1]])
    return made


def _weekdays_of_week(context: Context, items: Sequence[Item]) -> Made:
    """ "Next week from Wednesday to Friday"."""
    week, days = items[0].value, items[-1].value
    if week.grain != "week" or len(days.ends) != 2 or not all(end.weekday for end in days.ends):
        return None
    ends = [at(week.start + timedelta(end.start.isoweekday() - 1), "day") for end in days.ends]
    if ends[0].start >= ends[1].start:
        return None
    return "when", Moment(ends[0].start, ends[1].start, "range", f"{ends[0].timex}/{ends[1].timex}", counted=True, ends=(ends[0], ends[1]))


def _and_later(context: Context, items: Sequence[Item]) -> Made:
    """ "2016 and later", "3 p.m. or after": the same time, with what binds it behind."""
    return items[0].name, items[0].value


def _shared(context: Context, items: Sequence[Item]) -> Made:
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
    other = day_of(context, when.start, moment.start.month, int(days[0].value), moment.start.year)
    if other is None:
        return None
    first, last = (other, moment) if days[0].start < when.start else (moment, other)
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
    ends = [day_of(context, items[0].start, month.start.month, int(d.value), month.start.year) for d in days]
    if ends[0] is None or ends[1] is None:
        return None
    return "when", Moment(
        ends[0].start, ends[1].start, "range", f"{ends[0].timex}/{ends[1].timex}", counted=True, ends=(ends[0], ends[1])
    )


def _days_of_month(context: Context, items: Sequence[Item]) -> Made:
    """ "From 4 to 22 May 2017", "4-6 January"."""
    days = [i for i in items if i.name in ("ord", "num")]
    month: Moment = items[-1].value
    if month.grain != "month" or len(days) != 2:
        return None
    ends = [day_of(context, items[0].start, month.start.month, int(d.value), month.start.year) for d in days]
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


def _years(context: Context, items: Sequence[Item]) -> Made:
    """ "1998-99"."""
    moment, number = items[0].value, items[-1]
    if moment.grain != "year" or moment.counted or len(number.text) != 2 or not number.text.isdigit():
        return None
    year = moment.start.year // 100 * 100 + int(number.value)
    if year <= moment.start.year:
        return None
    last = at(datetime(year, 1, 1), "year", counted=False)
    return "when", Moment(moment.start, last.start, "range", f"{moment.timex}/{last.timex}", ends=(moment, last))


def _lasting(context: Context, items: Sequence[Item]) -> Made:
    """ "From 10 a.m. for three hours", "a week from 20 December"."""
    length, start = pick(items, "dur", "one"), pick(items, "when", "dt", "clock")
    assert length is not None
    assert start is not None
    if start.name == "clock":
        seconds = shifted_by(datetime(2000, 1, 1), length.value, 1) - datetime(2000, 1, 1)
        clock: Clock = start.value
        end = int(clock.start + seconds.total_seconds())
        written = f"{clock.letters}/T{end // 3600 % 24:02d}:{end // 60 % 60:02d}"
        return "clocks", Clock(
            clock.start, end, written, clock.doubled, (clock, Clock(end, None, written.split("/")[1]))
        )
    moment: Moment = start.value
    if moment.grain not in ("day", "clock") or items[0].name in ("when", "dt"):
        return None
    end = shifted_by(moment.start, length.value, 1)
    last = at(end, "day") if start.name == "when" else Moment(end, end, "clock", letters(end, "minute"))
    return start.name, Moment(
        moment.start, end, "range", f"{moment.timex}/{last.timex}", moment.counted, moment.free, ends=(moment, last)
    )


def _every(context: Context, items: Sequence[Item]) -> Made:
    """ "Every week", "each Thursday", "twice a year", "every two days"."""
    last = next((i for i in reversed(items) if i.name not in ("clock", "at", ",", "every")), items[-1])
    if items[0].name == "num" and (len(items) < 3 or items[1].text != "times"):
        return None
    if items[0].name == "ord":
        return ("set", f"XXXX-XX-{int(items[0].value):02d}") if items[-1].text == "month" else None
    if items[0].name == "all" and not last.text.endswith("s"):
        return None
    written = _repeated(last, 2 if any(i.name == "other" for i in items) else 1)
    if written and items[-1].name == "clock" and last is not items[-1]:
        written = ("" if written in ("P1D", "TMO", "TAF", "TEV", "TNI") else written) + items[-1].value.letters
    return ("set", written) if written else None


def _repeated(item: Item, times: int) -> str | None:
    if item.name == "unit":
        unit, count = item.value
        if unit == "weekend":
            return "XXXX-WXX-WE"
        return length_of(Length(((unit, count * times),)))
    if item.name in ("dur", "one"):
        return length_of(item.value)
    if item.name in ("tod", "clock"):
        return str(item.value.letters)
    if item.name in ("rate",):
        return str(item.value)
    if item.name in ("when", "dt"):
        moment: Moment = item.value
        if moment.weekday:
            return f"XXXX-WXX-{moment.start.isoweekday()}" + (f"{moment.timex[10:]}" if item.name == "dt" else "")
        shape = {"day": "XXXX-{:02d}-{:02d}", "month": "XXXX-{:02d}"}.get(moment.grain)
        if shape:
            return shape.format(moment.start.month, moment.start.day)
        return "XXXX" + moment.timex[4:] if moment.grain == "season" else None
    return None


def _rate(context: Context, items: Sequence[Item]) -> Made:
    clock = items[-1].value.letters if items[-1].name == "clock" else ""
    return "set", f"{items[0].value}{clock}"


def _set_at(context: Context, items: Sequence[Item]) -> Made:
    """ "Every day at 4 p.m."."""
    every = "" if items[0].value == "P1D" else items[0].value
    return "set", f"{every}{items[-1].value.letters}"


def _at_set(context: Context, items: Sequence[Item]) -> Made:
    return _set_at(context, [items[-1], items[0]])


for _build, _patterns in (
    (_lasting, ("clock for dur|one", "from clock for dur|one", "for? dur|one from|commencing at? clock")),
    (_days_of_month, ("from|between num|ord to|-|~|and num|ord in|of? when", "num -|~ num when", "num|ord to|- num|ord of? when")),
    (_shared, (
        "from|between? when to|-|~|and the? ord|num !unit|x|%|dur|:|month|ampm|hms|clock", "from|between the? ord|num to|-|~|and the? when", "the? ord|num to|-|~ the? when",
    )),
    (_four_digits, ("between|from num|yr -|to|and num|yr !unit|x|%",)),
    (_clocks, (
        "from|between clock to|-|and|~ clock",  "clock to|-|~ clock", "from|between num|yr|half to|-|and|~ clock", "num to|-|~ clock",
        "from|between clock to|-|and|~ num|yr !unit|%|x", "clock -|to num !unit|%|x", "from|between num|yr to|-|and num|yr >on|when|dt|tod|in|of",
        "when|dt ,|at? from|between num to|-|and num !unit|%|x", "when num to num !unit|x|%|num|dur", "from tod to tod", "from clock to? -? tod", "tod to|- tod",
    )),
    (_day_clocks, ("when|dt ,|-|on|at|from? clocks", "clocks ,|on|in|of? the? when|dt")),
    (_same_day, ("when ,? ( when )", "when ,|- when", "when when")),
    (_with_clock, (
        "when ,|-|on|(|at? clock", "when ,? at|by|about|around about|around? clock", "when ,|at? about|around? the? clock", "clock ,|on|of|in|at? the? when",
        "clock ,? on|of the? when", "dt ,? at|about|around|-|,? clock", "dt at|about|around num !unit|x|%", "clock ,|on|in? the? dt",
        "when at|about|around num num? !unit|%|month|when|dur|-|to|ord", "when ,? at about|around num !unit|%", "when at yr", "at num on? when|dt",
        "at num ,? on when",
    )),
    (_before_clock, ("when ,? before|after|since|by|to clock", "when ,? no later than clock", "when ,? later than clock", "when ,? earlier than clock")),
    (_bare_hour, (
        "<at|by|around|about|before|after|until|since|for|from num !unit|x|%|month|when|dur|-|to|ord|and|or|num|,|$|yr|some|half|further|more|of|poss|weekday|season|age",
        "<at num num !unit|x|%|dur", "<at|by|before|after|until|since num >on|when|dt|rel|tod|,|.|brk", "<at num",
    )),
    (_range, (
        "from|between|in? the? when|dt ,? to|-|and|~ the? when|dt", "from|between? when|dt to|-|~|and ref", "from|between ref to|-|and the? when|dt",
    )),
    (_weekdays_of_week, ("when ,? when",)),
    (_shared, (
        "from|between? when to|-|~|and the? ord|num !unit|x|%|dur|:|month", "from|between the? ord|num to|-|~|and the? when", "from month to|- when",
    )),
    (_years, ("when -|/|~ num !unit|x|%|dur|:",)),
    (_lasting, ("for|within dur|one ,? from|commencing on|at? when|dt", "dur|one commencing on|at|from? when|dt", "dur from|commencing when|dt")),
    (_every, (
        "every other? weekday|unit|tod|month|season|feast|dur", "every other? when|dt|dur|stretch|clock ,? at? clock?", "every ord weekday|unit|when", "once|num x? a|per|every unit",
        "once|num x? one", "every num unit", "all weekday|unit|rate", "ord of every unit", "once every dur", "once|num x? dur|rate",
    )),
    (_rate, ("rate ,? at clock", "rate")),
    (_set_at, ("set ,|at? clock", "set tod|clocks", "set ,|from|at|in? the? clocks|tod")),
    (_at_set, ("clock ,|on? set",)),
    (_and_later, ("when|dt|clock and|or later|after|earlier|before !when|dt|clock|x|num|the|a|yr|dir",)),
):
    GRAMMAR.rule(*_patterns)(_build)
