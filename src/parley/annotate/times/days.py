"""Rules for days and months as the calendar names them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Moment, at, letters, shifted
from parley.lexicon.calendar import load_calendar

__all__ = ["GRAMMAR", "day_of", "full_year", "month_of", "nearest", "no_such_day", "pick", "spoken_year"]

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
    clear = max(past, future) > _PLAIN * max(min(past, future), timedelta(1)) > timedelta(0)
    if (ahead is None or clear) and max(past, future) > timedelta(8):
        return begun[-1] if past <= future else coming[0]
    return coming[0] if ahead else begun[-1]


def day_of(context: Context, place: int, month: int, day: int, *, year: int | None) -> Moment | None:
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


def full_year(item: Item | None) -> int | None:
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
    number = load_calendar().months[month] if month.isalpha() else int(month)
    if number > 12 and int(day) <= 12 and items[0].name == "ymd":
        number, day = int(day), str(number)
    return _made(day_of(context, items[0].start, number, int(day), year=int(year))) or no_such_day(number, int(day))


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
        return _made(day_of(context, items[0].start, load_calendar().months[second], int(first), year=full))
    swapped = int(first) > 12 or (context.day_first and int(second) <= 12)
    month, day = (int(second), int(first)) if swapped else (int(first), int(second))
    return _made(day_of(context, items[0].start, month, day, year=full)) or no_such_day(month, day)


@GRAMMAR.rule(
    "dir? weekday .? ,? month .|,|/|-? the? ord|num .? ,|of|in|/|-? of? yr ,? weekday?",
    "month .|,|/|-? the? ord|num .? ,|of|in|/|-? of? yr ,? weekday?",
    "dir? weekday .? ,? month .|,|/|-? the? ord|num poss num",
    "month .|,|/|-? the? ord|num poss num",
    "month .|,? the? ord|num ,? num num num?",
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
        year = spoken_year(others) if others[0].name == "num" else full_year(others[0])
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
    return _made(day_of(context, month.start, month.value, int(value), year=year)) or no_such_day(month.value, value)


def no_such_day(month: int, day: float) -> Made:
    """A day that a month lacks ("30 February"): a date without a value; None where the number is no day at all."""
    lacks = 1 <= month <= 12 and monthrange(2000, month)[1] < day <= 31
    return ("no_day", None) if lacks or (month, day) == (2, 29) else None


def spoken_year(numbers: Sequence[Item]) -> int | None:
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
        return full_year(numbers[0])
    return None


def _counts(context: Context, day: Item) -> bool:
    """Whether the number behind a month counts what follows it: "in March three men"."""
    rest = context.text[day.end : day.end + 12]
    return day.name == "num" and not day.text.isdigit() and rest[:1] == " " and rest[1:2].islower() and rest.split()[0] not in (
        "and", "to", "at", "from", "or", "in", "for", "with", "by", "until", "till", "through", "when", "as", "after", "before", "on",
    )  # fmt: skip


@GRAMMAR.rule("dir the? ord|num .? of? month !yr|num|,")
def _directed_day(context: Context, items: Sequence[Item]) -> Made:
    """ "Next 6th of April"."""
    day, month = pick(items, "ord", "num"), items[-1]
    if (
        day is None
        or not day.text[:1].isdigit()
        or day.value != int(day.value)
        or (items[0].value == 0 and day.name == "num")
    ):
        return None
    year = _year_towards(context, items[0], month.value, int(day.value))
    return _made(day_of(context, month.start, month.value, int(day.value), year=year))


@GRAMMAR.rule(
    "weekday? ,? the? ord|num .? of? month of num !ampm|to|-|:|oclock|unit|%|x|num|dur",
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
        year = full_year(others[0]) if others[0].name == "yr" or two else spoken_year(others)
        if year is None:
            return None
    if any(i.name == "the" for i in items) and day.name == "num" and not day.text.isdigit():
        return None
    return _made(day_of(context, month.start, month.value, int(day.value), year=year)) or no_such_day(
        month.value, day.value
    )


@GRAMMAR.rule("<weekday num !unit|%|dur|num", "<on|in num !unit|x|%|dur|num")
def _dotted(context: Context, items: Sequence[Item]) -> Made:
    """ "Friday 7.6": the month and the day."""
    month, _, day = items[0].text.partition(".")
    before = context.text[: items[0].start].rstrip().rpartition(" ")[2].lower()
    if not (day.isdigit() and len(month) < 3 and len(day) < 3) or (
        before not in ("on",) and before not in load_calendar().weekdays
    ):
        return None
    return _made(day_of(context, items[0].start, int(month), int(day), year=None))


@GRAMMAR.rule("dir weekday ,? md", "weekday ,? md", "md ( weekday )", "md , yr|num", "dir md", "md !tod|unit|of")
def _slashed(context: Context, items: Sequence[Item]) -> Made:
    item = pick(items, "md")
    assert item is not None
    first, second = (int(part) for part in item.text.split("/"))
    if first > 12 or (context.day_first and second <= 12):
        first, second = second, first
    year = pick(items, "yr", "num")
    if year is not None and year.name == "num" and not (year.text.isdigit() and len(year.text) == 2):
        return None
    direction = pick(items, "dir")
    made = _made(
        day_of(
            context, item.start, first, second, year=full_year(year) or _year_towards(context, direction, first, second)
        )
    )
    return made or no_such_day(first, second)


def _year_towards(context: Context, direction: Item | None, month: int, day: int) -> int | None:
    """The year of "next 5/12", "last 5 December": of the first such day after or the last before the day of writing."""
    if direction is None or not 1 <= month <= 12:
        return None
    passed = (month, day) <= (context.now.month, context.now.day)
    return context.now.year + (direction.value if passed == (direction.value > 0) else 0)


@GRAMMAR.rule("month of? num num? !ampm|:|unit|dur|%|num|x", "month of num num? !ampm|:|unit|dur|%|num")
def _spoken(context: Context, items: Sequence[Item]) -> Made:
    """ "January nineteen ninety-seven", "October two thousand and five", "April of 87"."""
    numbers = [i for i in items if i.name == "num"]
    year = spoken_year(numbers)
    if year is None or (len(numbers) == 1 and numbers[0].text.isdigit() and items[1].name != "of"):
        return None
    return "when", month_of(context, items[0].start, items[0].value, year)


@GRAMMAR.rule(
    "month .? ,|of|/|-? of? yr",
    "month .? ,? poss num",
    "month .? of dir unit",
    "<!-|/|num|yr|q num -|/ yr",
    "month in yr",
    "yr ,? month",
    "yr -|/ num !/|-",
)
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
    return _made(month_of(context, first.start, first.value, full_year(last)))


@GRAMMAR.rule(
    "weekday ,? the ord !unit",
    "weekday ,? the num !x|unit",
    "weekday ord !x|unit",
    "weekday num !ampm|:|unit|dur|oclock|to|-|%|x|month",
)
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
    if (
        spelled
        or not 1 <= day.value <= 31
        or not before
        or (before[-1] == "of" and not context.text[: day.start].lower().endswith("week of "))
    ):
        return None
    if before[-1] == "the" and (
        len(before) < 2
        or before[-2] not in ("on", "for", "by", "until", "till", "before", "since", "from", "after", "of")
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
