"""Rules for days, months, quarters, seasons and years as the calendar names them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.date_patterns import calendar
from parley.annotate.date_resolution import easter
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Moment, at, letters, shifted, stretch_at

__all__ = ["GRAMMAR", "day_of", "month_of", "nearest", "season_of"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_PLAIN = 2.5  # how many times as far the other one is where distance alone decides


def pick(items: Sequence[Item], *names: str) -> Item | None:
    """The first item of one of the names."""
    return next((item for item in items if item.name in names), None)


def nearest(context: Context, place: int, found: Sequence[datetime], *, length: timedelta = timedelta(1)) -> datetime:
    """Of the starts of a recurring stretch the one nearest to the day of writing; where two are about as near, the words
    around it decide between the last one begun and the next not over."""
    now, ahead = context.now, context.ahead(place)
    begun = [start for start in found if start <= now] or [found[0]]
    coming = [start for start in found if start + length > now] or [found[-1]]
    past, future = now - begun[-1] - length, coming[0] - now
    if ahead is None or max(past, future) > _PLAIN * max(min(past, future), timedelta(1)) > timedelta(0):
        if max(past, future) > timedelta(8):
            return begun[-1] if past <= future else coming[0]
    return coming[0] if ahead else begun[-1]


def day_of(context: Context, place: int, month: int, day: int, year: int | None) -> Moment | None:
    """A day of a month; without a year the nearest one."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    if year is not None:
        return at(datetime(year, month, day), "day", counted=False)
    years = range(context.now.year - 4, context.now.year + 5)
    days = [datetime(y, month, day) for y in years if day <= monthrange(y, month)[1]]
    return msgspec.structs.replace(at(nearest(context, place, days), "day"), free=True)


def month_of(context: Context, place: int, month: int, year: int | None) -> Moment:
    """A month; without a year the nearest one."""
    if year is not None:
        return at(datetime(year, month, 1), "month", counted=False)
    months = [datetime(y, month, 1) for y in range(context.now.year - 2, context.now.year + 3)]
    return msgspec.structs.replace(at(nearest(context, place, months, length=timedelta(28)), "month"), free=True)


def season_of(context: Context, place: int, season: int, year: int | None) -> Moment:
    """A season; winter runs into the next year."""
    years = [year] if year is not None else list(range(context.now.year - 2, context.now.year + 3))
    starts = [datetime(y, season * 3 + 3, 1) for y in years]
    start = starts[0] if year is not None else nearest(context, place, starts, length=timedelta(90))
    return Moment(start, shifted(start, "month", 3), "season", letters(start, "season"), year is None, year is None)


def _full_year(item: Item | None) -> int | None:
    """The year a number of two or four digits stands for."""
    if item is None:
        return None
    value = int(item.value)
    return value if value >= 100 else 2000 + value if value < 40 else 1900 + value


def _made(moment: Moment | None) -> Made:
    return None if moment is None else ("when", moment)


def _numbers(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", text)


@GRAMMAR.rule("ymd|ymond|compact")
def _year_first(context: Context, items: Sequence[Item]) -> Made:
    text = items[0].text
    year, month, day = (text[:4], text[4:6], text[6:]) if items[0].name == "compact" else _numbers(text)
    number = calendar().months[month] if month.isalpha() else int(month)
    if number > 12 and int(day) <= 12 and items[0].name == "ymd":
        number, day = int(day), str(number)
    return _made(day_of(context, items[0].start, number, int(day), int(year)))


@GRAMMAR.rule("isodt")
def _iso(context: Context, items: Sequence[Item]) -> Made:
    parts = [int(p) for p in _numbers(items[0].text) if p.isdigit()]
    try:
        moment = datetime(*parts[:6])  # type: ignore[arg-type]
    except ValueError:
        return None
    grain = "second" if len(parts) > 5 else "minute"
    return "dt", Moment(moment, moment, grain, letters(moment, grain))


@GRAMMAR.rule("dmy|dmony")
def _day_first(context: Context, items: Sequence[Item]) -> Made:
    first, second, year = _numbers(items[0].text)
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 40 else 1900 + int(year)
    if second.isalpha():
        return _made(day_of(context, items[0].start, calendar().months[second], int(first), full))
    month, day = (int(first), int(second)) if int(first) <= 12 else (int(second), int(first))
    if "." in items[0].text and len(year) == 2 and int(first) < 13 and " " not in items[0].text:
        pass
    return _made(day_of(context, items[0].start, month, day, full))


@GRAMMAR.rule(
    "dir? weekday .? ,? month .|,|/|-? the? ord|num .? ,|of|in|/|-? of? yr ,? weekday?",
    "month .|,|/|-? the? ord|num .? ,|of|in|/|-? of? yr ,? weekday?",
    "dir? weekday .? ,? month .|,|/|-? the? ord|num poss num",
    "month .|,|/|-? the? ord|num poss num",
    "month .|,? ord|num num num",
    "month .|,? ord|num num !ampm|to|-|:|oclock",
    "month .|,|-|/? the? ord|num ( weekday )",
    "dir? weekday .? ,? month .|,|-|/? the? ord|num !:|%|unit|dur|ampm|hms|oclock",
    "month .|,|-|/? the? ord|num !:|%|unit|dur|ampm|hms|oclock",
)
def _month_day(context: Context, items: Sequence[Item]) -> Made:
    at_month = next(n for n, i in enumerate(items) if i.name == "month")
    month, rest = items[at_month], items[at_month + 1 :]
    day = pick(rest, "ord", "num")
    assert day is not None
    others = [i for i in rest if i.name in ("ord", "num", "yr") and i is not day]
    value = day.value
    year: int | None = None
    if others:
        year = _spoken_year(others) if others[0].name == "num" else _full_year(others[0])
        if year is None:
            if day.text.isalpha() and others[0].text.isalpha() and value in (20, 30) and others[0].value < 10:
                value, year = value + others[0].value, None
            elif len(others) == 1 and others[0].text.isdigit():
                return None
            else:
                return None
    if value != int(value) or "." in day.text or "," in day.text:
        return None
    if not others and len(items) > 1 and _counts(context, day):
        return None
    moment = day_of(context, month.start, month.value, int(value), year)
    return _made(moment if year is None else moment)


def _spoken_year(numbers: Sequence[Item]) -> int | None:
    """ "Nineteen eighty six", "'98"."""
    if any("." in n.text or "," in n.text for n in numbers):
        return None
    if len(numbers) >= 2 and 10 <= numbers[0].value <= 21:
        rest = sum(n.value for n in numbers[1:])
        return int(numbers[0].value * 100 + rest) if 0 < rest < 100 else None
    value = numbers[0].value
    if len(numbers) == 1 and (
        1000 < value < 2200 or (numbers[0].text.isdigit() and len(numbers[0].text) == 2 and value > 31)
    ):
        return _full_year(numbers[0])
    return None


def _counts(context: Context, day: Item) -> bool:
    """Whether the number behind a month counts what follows it: "in March three men"."""
    rest = context.text[day.end : day.end + 12]
    return day.name == "num" and not day.text.isdigit() and rest[:1] == " " and rest[1:2].islower() and rest.split()[0] not in (
        "and", "to", "at", "from", "or", "in", "for", "with", "by", "until", "till", "through", "when", "as", "after", "before", "on",
    )  # fmt: skip


@GRAMMAR.rule(
    "weekday? ,? the? ord|num .? of? -|/? month .? ,|of|in|/|-? yr",
    "weekday? ,? the? ord|num .? of? -|/? month .? ,? poss num",
    "weekday? ,? the? ord|num .? of? month .? ,|of? num num num?",
    "weekday? ,? the? ord|num .? of? -|/? month .? ,? num !ampm|to|-|:|oclock|unit|%|x|num|dur",
    "weekday? ,? the? ord|num .? of? -|/? month",
)
def _day_month(context: Context, items: Sequence[Item]) -> Made:
    at_month = next(n for n, i in enumerate(items) if i.name == "month")
    month, day = items[at_month], pick(items[:at_month], "ord", "num")
    assert day is not None
    if day.value != int(day.value) or "." in day.text or "," in day.text:
        return None
    others = [i for i in items[at_month + 1 :] if i.name in ("num", "yr")]
    year = None
    if others:
        two = others[0].text.isdigit() and len(others[0].text) == 2
        year = _full_year(others[0]) if others[0].name == "yr" or two else _spoken_year(others)
        if year is None:
            return None
    if any(i.name == "the" for i in items) and day.name == "num" and not day.text.isdigit():
        return None
    return _made(day_of(context, month.start, month.value, int(day.value), year))


@GRAMMAR.rule("<weekday|on|in num !unit|x|%|dur|num")
def _dotted(context: Context, items: Sequence[Item]) -> Made:
    """ "Friday 7.6": the month and the day."""
    month, _, day = items[0].text.partition(".")
    before = context.text[: items[0].start].rstrip().rpartition(" ")[2].lower()
    if not (day.isdigit() and len(month) < 3 and len(day) < 3) or (before not in ("on",) and before not in calendar().weekdays):
        return None
    return _made(day_of(context, items[0].start, int(month), int(day), None))


@GRAMMAR.rule("weekday ,? md", "md ( weekday )", "md , yr|num", "dir md", "md !tod|unit|of")
def _slashed(context: Context, items: Sequence[Item]) -> Made:
    item = pick(items, "md")
    assert item is not None
    first, second = (int(part) for part in item.text.split("/"))
    if first > 12:
        first, second = second, first
    year = pick(items, "yr", "num")
    if year is not None and year.name == "num" and not (year.text.isdigit() and len(year.text) == 2):
        return None
    return _made(day_of(context, item.start, first, second, _full_year(year)))


@GRAMMAR.rule("month|season of? num num !ampm|:|unit|dur|%")
def _spoken_month_year(context: Context, items: Sequence[Item]) -> Made:
    """ "January nineteen ninety-seven"."""
    if any(i.text.isdigit() for i in items[-2:]):
        return None
    year = _spoken_year(items[-2:])
    if year is None:
        return None
    first = items[0]
    return "when", (month_of if first.name == "month" else season_of)(context, first.start, first.value, year)


@GRAMMAR.rule("month .? ,|of|/|-? of? yr", "month .? ,? poss num", "month .? of dir unit", "<!-|/|num|yr|q num -|/ yr", "month in yr", "yr ,? month", "yr -|/ num !/|-")
def _month_year(context: Context, items: Sequence[Item]) -> Made:
    first, last = items[0], items[-1]
    if first.name == "yr":
        first, last = last, first
    if first.name == "num":
        fits = 1 <= first.value <= 12 and first.text.isdigit()
        return _made(month_of(context, first.start, int(first.value), int(last.value))) if fits else None
    if last.name == "unit":
        if last.text != "year":
            return None
        year: int | None = context.now.year + items[-2].value
        moment = month_of(context, first.start, first.value, year)
        return "when", msgspec.structs.replace(moment, counted=True)
    if last.name == "num" and last.value > 99:
        return None
    return _made(month_of(context, first.start, first.value, _full_year(last)))


@GRAMMAR.rule("weekday ,? the ord !unit", "weekday ,? the num !x|unit", "weekday ord !x|unit", "weekday num !ampm|:|unit|dur|oclock|to|-|%|x|month")
def _weekday_day(context: Context, items: Sequence[Item]) -> Made:
    """ "Friday the 13th": the nearest month in which that day has that number."""
    day, weekday = items[-1], items[0]
    if not 1 <= day.value <= 31 or day.value != int(day.value) or (len(items) == 2 and not day.text[:1].isdigit()):
        return None
    months = [divmod(context.now.year * 12 + context.now.month - 1 + step, 12) for step in range(-24, 25)]
    found = [datetime(y, m + 1, int(day.value)) for y, m in months if day.value <= monthrange(y, m + 1)[1]]
    found = [d for d in found if d.isoweekday() == weekday.value]
    return "when", at(nearest(context, weekday.start, found), "day") if found else None


@GRAMMAR.rule("unit of month|when")
def _month_of_name(context: Context, items: Sequence[Item]) -> Made:
    if items[0].text == "month" and items[-1].name == "month":
        return "month", items[-1].value
    return None


@GRAMMAR.rule(
    "<on|by|the|until|of|from|since|before|after ord !x|unit|num|weekday|phase|when|dur|-|month|feast|season|of|ref|rate|part|and|or|to|poss|yr|some|old|dir"
)
def _nth(context: Context, items: Sequence[Item]) -> Made:
    day = items[0]
    before = context.text[max(0, day.start - 12) : day.start].lower().split()
    spelled = not day.text[:1].isdigit() and context.text[day.end : day.end + 1] not in ("", ".", "?", "!", ",")
    if spelled or not 1 <= day.value <= 31 or not before or (before[-1] == "of" and not context.text[: day.start].lower().endswith("week of ")):
        return None
    if before[-1] == "the" and (
        len(before) < 2 or before[-2] not in ("on", "for", "by", "until", "till", "before", "since", "from", "after", "of")
    ):
        return None
    months = [divmod(context.now.year * 12 + context.now.month - 1 + step, 12) for step in (-2, -1, 0, 1, 2)]
    days = [datetime(y, m + 1, int(day.value)) for y, m in months if day.value <= monthrange(y, m + 1)[1]]
    return "when", at(nearest(context, day.start, days), "day")


@GRAMMAR.rule("<on|for the num !x|unit|num|weekday|phase|when|dur|-|month|of|%|some|old|further|ord|,")
def _numbered(context: Context, items: Sequence[Item]) -> Made:
    """ "On the 15": a day of this or the next month."""
    day = items[1]
    if not day.text.isdigit() or not 1 <= day.value <= 31:
        return None
    months = [divmod(context.now.year * 12 + context.now.month - 1 + step, 12) for step in (-2, -1, 0, 1, 2)]
    days = [datetime(y, m + 1, int(day.value)) for y, m in months if day.value <= monthrange(y, m + 1)[1]]
    return "when", at(nearest(context, day.start, days), "day")


@GRAMMAR.rule("ord -? unit !of")
def _century(context: Context, items: Sequence[Item]) -> Made:
    nth, unit = items[0], items[-1]
    if unit.text == "century" and 1 <= nth.value <= 22:
        start = datetime(max((int(nth.value) - 1) * 100, 1), 1, 1)
        return "when", Moment(start, datetime(int(nth.value) * 100, 1, 1), "century", f"{int(nth.value) - 1:02d}")
    return None


@GRAMMAR.rule("decade", "poss num s", "poss num poss")
def _decade(context: Context, items: Sequence[Item]) -> Made:
    value = int(items[0].value) if items[0].name == "decade" else int(items[1].value)
    if value % 10:
        return None
    start = value if value >= 1000 else 1900 + value if value >= 20 else 2000 + value
    return "when", Moment(datetime(start, 1, 1), datetime(start + 10, 1, 1), "decade", f"{start // 10}")


@GRAMMAR.rule(
    "yr -? ord -? unit",
    "ord -? unit ,? of|in|for? the? yr",
    "ord -? unit of? dir unit",
    "ord -? unit ,? of|in? dir fiscal? unit",
    "dir unit poss fiscal? ord -? unit",
    "q -? num ,|of|/|-? yr",
    "yr ,|-|/? q -? num",
    "num q yr?",
    "q -? num dir unit",
    "q -? num",
    "fiscal? ord -? fiscal? unit !of",
)
def _quarter(context: Context, items: Sequence[Item]) -> Made:
    """A quarter of a year by its number: of the year that is named, or the last begun."""
    nth, year, direction = pick(items, "ord"), pick(items, "yr"), pick(items, "dir")
    units = [i for i in items if i.name == "unit"]
    quarter = next((i for i in units if i.text.startswith("quarter")), None)
    number = nth if nth is not None else pick(items, "num")
    if number is None or number.value not in (1, 2, 3, 4) or (quarter is None and not pick(items, "q")):
        return None
    if quarter is None and nth is not None:
        return None
    if direction is not None and not any(u.text == "year" for u in units):
        return None
    known = int(year.value) if year else context.now.year + direction.value if direction else None
    month = int(number.value) * 3 - 2
    years = [known] if known else list(range(context.now.year - 2, context.now.year + 3))
    start = (
        nearest(context, items[0].start, [datetime(y, month, 1) for y in years], length=timedelta(90))
        if not known
        else datetime(known, month, 1)
    )
    return "when", msgspec.structs.replace(at(start, "quarter", counted=year is None), free=known is None)


@GRAMMAR.rule(
    "ord halfword of yr",
    "ord halfword of the yr",
    "ord halfword of? dir unit",
    "ord halfword of the? unit",
    "unit num yr", "yr -? unit num",
)
def _half(context: Context, items: Sequence[Item]) -> Made:
    nth, year, direction, unit = items[0], pick(items, "yr"), pick(items, "dir"), pick(items, "unit")
    number = pick(items, "num")
    if number is not None and unit is not None:
        if unit.text != "h" or unit.end != number.start:
            return None
        nth, unit = number._replace(name="ord"), None
    if nth.name != "ord" or nth.value not in (1, 2):
        return None
    if unit is not None and unit.text != "year":
        return _half_of_unit(context, nth, direction, unit)
    known = int(year.value) if year else context.now.year + (direction.value if direction else 0)
    start = datetime(known, 6 * int(nth.value) - 5, 1)
    return "when", Moment(start, shifted(start, "month", 6), "half", f"{known}-H{int(nth.value)}", year is None)


def _half_of_unit(context: Context, nth: Item, direction: Item | None, unit: Item) -> Made:
    if unit.value[0] not in ("month", "quarter", "decade", "century"):
        return None
    base = at(shifted(context.now, unit.value[0], direction.value if direction else 0), unit.value[0])
    middle = base.start + (base.end - base.start) / 2
    ends = (base.start, middle) if nth.value == 1 else (middle, base.end)
    return "when", msgspec.structs.replace(base, start=ends[0], end=ends[1])


@GRAMMAR.rule("fiscal unit? ,? yr", "fy num|yr|half", "fiscal num", "cy num|yr", "unit num !unit|%|x|dur|month|:")
def _fiscal(context: Context, items: Sequence[Item]) -> Made:
    last = items[-1]
    if items[0].name == "unit":
        fits = items[0].text == "year" and last.text[:1].isalpha() and 1000 <= last.value < 2200
        return ("when", at(datetime(int(last.value), 1, 1), "year", counted=False)) if fits else None
    if items[0].name in ("fy", "cy") and items[0].end != last.start and last.name == "num" and last.value < 10:
        return None
    if (
        last.value is None
        or last.value != int(last.value)
        or (last.name == "num" and not (last.text.isdigit() and len(last.text) == 2))
    ):
        return None
    return "when", at(datetime(_full_year(last) or 1, 1, 1), "year", counted=False)


@GRAMMAR.rule(
    "week num|yr ,? of? yr?", "unit num of yr", "unit num ,? yr", "unit num !x|unit|:|ampm|%|-|dur", "unit - num"
)
def _numbered_week(context: Context, items: Sequence[Item]) -> Made:
    number, year = items[1] if items[1].name == "num" else items[-1], pick(items, "yr")
    if items[0].text != "week" or not 1 <= number.value <= 53 or "." in number.text:
        return None
    known = int(year.value) if year else context.now.year
    start = datetime.combine(date.fromisocalendar(known, min(int(number.value), 52), 1), datetime.min.time())
    return "when", Moment(start, start + timedelta(7), "week", f"{known}-W{int(number.value):02d}", year is None)


@GRAMMAR.rule("dir? feast ,|of|in? yr", "dir feast", "feast of? dir unit", "feast")
def _feast(context: Context, items: Sequence[Item]) -> Made:
    feast, year, direction, unit = pick(items, "feast"), pick(items, "yr"), pick(items, "dir"), pick(items, "unit")
    assert feast is not None
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


def feast_in(feast: Any, year: int) -> datetime:
    """The day of a feast in a year."""
    if isinstance(feast, int):
        return datetime.combine(easter(year) + timedelta(feast), datetime.min.time())
    if len(feast) == 2:
        return datetime(year, *feast)
    month, weekday, which = feast
    return nth_weekday(datetime(year, month, 1), weekday, which)


def nth_weekday(first: datetime, weekday: int, which: int) -> datetime:
    """The so-many-th such weekday of the month that begins at `first`; -1 is the last."""
    if which < 0:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


@GRAMMAR.rule(
    "season of? ,? dir unit",
    "season ,|of|in? yr",
    "dir season",
    "season of the unit",
    "<in|the|by|since|until|to|from|of|during|and|phase|on season !of|x|-",
)
def _season(context: Context, items: Sequence[Item]) -> Made:
    season, year, direction, unit = pick(items, "season"), pick(items, "yr"), pick(items, "dir"), pick(items, "unit")
    assert season is not None
    if unit is not None and unit.text != "year":
        return None
    if year is not None or (unit is not None and direction is not None):
        known = int(year.value) if year is not None else context.now.year + direction.value if direction else None
        moment = season_of(context, season.start, season.value, known)
        return "when", msgspec.structs.replace(moment, counted=year is None)
    if direction is None:
        return "when", season_of(context, season.start, season.value, None)
    return "when", msgspec.structs.replace(_directed_season(context, season, direction.value), counted=True)


def _directed_season(context: Context, season: Item, direction: int) -> Moment:
    now = context.now
    years = [season_of(context, season.start, season.value, y) for y in range(now.year - 2, now.year + 3)]
    if direction < 0:
        return [m for m in years if m.end <= now][-1] if season.value != 3 else [m for m in years if m.start <= now][-1]
    if direction > 0:
        return next(m for m in years if m.start > now)
    return next(m for m in years if m.start.year == now.year)


@GRAMMAR.rule("dir month", "month of? the? dir unit", "month")
def _month(context: Context, items: Sequence[Item]) -> Made:
    month, direction = pick(items, "month"), pick(items, "dir")
    assert month is not None
    unit = pick(items, "unit")
    if direction is None:
        return "when", month_of(context, month.start, month.value, None)
    if unit is not None and unit.text != "year":
        return None
    now = context.now
    if unit is not None or direction.value == 0:
        return "when", msgspec.structs.replace(
            month_of(context, month.start, month.value, now.year + direction.value), counted=True
        )
    months = [datetime(y, month.value, 1) for y in range(now.year - 2, now.year + 3)]
    found = (
        [m for m in months if shifted(m, "month", 1) <= now][-1]
        if direction.value < 0
        else next(m for m in months if m > now)
    )
    return "when", at(found, "month")


@GRAMMAR.rule(
    "in|since|by|until|of|from|to|between|before|after|during|year|phase|circa|fiscal|than|and|or|the|on|for|at|since|about|around|ago|old|to|-|(|poss|,|x|brk|unit|when|commencing|by|. yr",
    "yr",
)
def _year(context: Context, items: Sequence[Item]) -> Made:
    item = items[-1]
    if len(items) > 1:
        return None
    before, after = context.text[max(0, item.start - 14) : item.start], context.text[item.end : item.end + 24]
    if not _is_year(item, before, after):
        return None
    return "when", at(datetime(int(item.value), 1, 1), "year", counted=False)


def _is_year(item: Item, before: str, after: str) -> bool:
    """Whether a number of four digits is a year and no amount."""
    if re.search(r"\d-$", before) and not re.search(r"\b(?:1[5-9]|20)\d\d-$", before):
        return False  # part of a longer number
    words, following = before.lower().split(), after.split()
    last = words[-1].strip("(,") if words else ""
    if (
        before[-1:] in ("$", "#", ".", "+", "£", "€")
        or after[:1] in ("%", "$", "+", "°")
        or last in ("no", "no.", "number", "some", "least", "most", "flight", "page")
    ):
        return False
    if (
        after[:1].isalnum()
        or before[-1:].isalnum()
        or after[:2] in ("/1",)
        or (after[:1] in ".:" and after[1:2].isdigit())
    ):
        return False
    context = calendar().context
    if (
        last in context.year_before | {"phase", "year", "month", "sales", "vs", "versus", "his", "its", "early", "late"}
        or before[-1:] in "('-/"
        or not words
    ):
        plural = following and after[:1] == " " and _plural(following[0]) and item.value % 100 == 0
        return not plural
    return (
        not (after[:1] == " " and following and (_plural(following[0]) or following[0].islower() and item.value < 1500))
        and item.value > 1700
    )


def _plural(word: str) -> bool:
    word = word.strip(",.;:")
    if word in calendar().context.year_nouns:
        return False
    return (
        word.islower()
        and len(word) > 3
        and (word.endswith("s") and not word.endswith(("ss", "us", "is", "was")) or word in ("people", "men", "women"))
    )


@GRAMMAR.rule("<in|of|from|until|since|to|by|before|after|unit|and|between num !unit|x|dur|num|%")
def _thousand(context: Context, items: Sequence[Item]) -> Made:
    text = items[0].text
    if not text[:1].isalpha() or not 1500 <= items[0].value < 2100 or "thousand" not in text or items[0].value != int(items[0].value):
        return None
    return "when", at(datetime(int(items[0].value), 1, 1), "year", counted=False)


@GRAMMAR.rule("num num num?")
def _spelled_year(context: Context, items: Sequence[Item]) -> Made:
    """ "Nineteen ninety-six" and "two thousand and one" without a month before them."""
    if any(i.text.isdigit() for i in items) or not 15 <= items[0].value <= 21:
        return None
    if any(context.text[a.end : b.start] not in (" ", "-", "\n") for a, b in zip(items, items[1:], strict=False)):
        return None
    year = _spoken_year(items)
    return (
        ("when", at(datetime(year, 1, 1), "year", counted=False))
        if year and len(items) == 2 and items[1].value > 9
        else None
    )
