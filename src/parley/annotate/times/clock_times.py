"""What a day with its clock time means, and a stretch from one hour to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from parley.annotate.times.clocks import clock_at, halved, names_a_clock
from parley.annotate.times.counted import in_day
from parley.annotate.times.days import pick
from parley.annotate.times.grammar import Context
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Moment, at

__all__ = [
    "read_bare_hour",
    "read_before_clock",
    "read_by_which_clock",
    "read_clocks",
    "read_day_clocks",
    "read_four_digits",
    "read_same_day",
    "read_with_clock",
]

Made = tuple[str, Any] | None
_CLAUSE_END = re.compile(r"\s*(?:[.,;!?](?!\d)|$)")
_MOVING = r"(?:chang|mov|push|shift|bring|brought|reschedul|postpon|put)[a-z]*"
_DIAL = r"(?:[ap]\.? ?m\.?|o'clock|:\d\d)"
_FROM_CLOCK = re.compile(
    rf"(?:\b{_MOVING}\b[^.;!?]*{_DIAL}\s+(?:[a-z]+\s+){{1,4}}|{_DIAL}\s+(?:[a-z]+\s+){{1,6}}{_MOVING}\s+)to\s+$",
    re.IGNORECASE,
)


def _clock(item: Item) -> Clock | None:
    """The clock time an item tells; of a bare number, the hour."""
    if item.name in ("clock", "tod"):
        clock: Clock = item.value
        return clock
    if "." in item.text:
        whole, _, part = item.text.partition(".")
        fits = whole.isdigit() and len(part) == 2 and int(whole) < 25 and int(part) < 60
        return clock_at(int(whole), int(part)) if fits else None
    value = item.value
    if item.name == "yr" or (item.text.isdigit() and len(item.text) == 4):
        hour, minute = divmod(int(value), 100)
        return clock_at(hour, minute) if hour < 25 and minute < 60 else None
    return clock_at(int(value)) if value == int(value) and 0 < value < 25 else None


def read_same_day(context: Context, items: Sequence[Item]) -> Made:
    """ "This Friday (June 15)": one day said twice."""
    whens = [i.value for i in items if i.name == "when"]
    first, second = whens
    if first.grain != "day" or second.grain != "day" or first.weekday == second.weekday:
        return None
    if first.start.isoweekday() != second.start.isoweekday() and not (first.free and second.free):
        return None
    return "when", (second if first.weekday else first)


def read_with_clock(context: Context, items: Sequence[Item]) -> Made:
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


def read_bare_hour(context: Context, items: Sequence[Item]) -> Made:
    """ "At 6.45", "at seven": an hour, where nothing follows that it would count."""
    before = context.text[max(0, items[0].start - 8) : items[0].start].lower().split()
    if _moved_to(context, items) or _spelled_out(context, items, before):
        return "clock", clock_at(int(items[0].value), int(sum(i.value for i in items[1:])))
    if not before or before[-1] != "at" or (items[0].text.isdigit() and items[0].value > 12 and len(items[0].text) < 3):
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


def _moved_to(context: Context, items: Sequence[Item]) -> bool:
    """ "The 3 p.m. talks were moved to 4": a number behind a clock time that something is moved from."""
    number = items[0]
    if len(items) != 1 or not 0 <= number.value < 25 or number.value != int(number.value) or "." in number.text:
        return False
    ends = _CLAUSE_END.match(context.text, number.end) is not None
    return ends and _FROM_CLOCK.search(context.text[max(0, number.start - 80) : number.start]) is not None


def _spelled_out(context: Context, items: Sequence[Item], before: Sequence[str]) -> bool:
    """ "For eight forty": an hour and its minutes in words, and nothing behind them."""
    if len(items) < 2 or before[-1:] != ["for"] or not all(i.name == "num" and i.text.isalpha() for i in items):
        return False
    minutes = sum(i.value for i in items[1:])
    fits = 0 < items[0].value < 13 and items[1].value >= 10 and minutes < 60
    return fits and _CLAUSE_END.match(context.text, items[-1].end) is not None


def read_clocks(context: Context, items: Sequence[Item]) -> Made:
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


def read_four_digits(context: Context, items: Sequence[Item]) -> Made:
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


def read_by_which_clock(context: Context, items: Sequence[Item]) -> Made:
    """ "From 3 to 5 p.m. EST"."""
    return (items[0].name, items[0].value) if names_a_clock(context, items[1:]) else None


def read_day_clocks(context: Context, items: Sequence[Item]) -> Made:
    """ "Tuesday from 5 to 6 p.m."."""
    day, clocks = pick(items, "when", "dt"), pick(items, "clocks")
    return _day_range(day.value, clocks.value) if day and clocks else None


def read_before_clock(context: Context, items: Sequence[Item]) -> Made:
    """ "Thursday before 5 p.m.": the time, with what binds it."""
    return read_with_clock(context, [items[0], items[-1]])
