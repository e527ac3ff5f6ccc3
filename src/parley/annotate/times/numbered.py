"""Rules for days and years that are told by numbers alone, in unusual order or in words: "on 15", "Friday 7-6",
"23-2020-September", "the nineteen seventies", "the year 247"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from parley.annotate.date_patterns import words_of
from parley.annotate.number_kinds import is_score
from parley.annotate.times.clocks import clock_at
from parley.annotate.times.days import day_of, full_year, month_of, nearest, no_such_day, pick
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Moment, at
from parley.lexicon.calendar import load_calendar

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_NEAR = timedelta(60)
_CLOSED = re.compile(r"\s*(?:[.,;!?)](?!\d)|$)")
_CLOSED_OR_CLOCK = re.compile(r"\s*(?:[.;!?)](?!\d)|,? (?:at )?\d{1,2}(?::\d\d| ?[ap]\.?m)|$)", re.IGNORECASE)

_PREPOSITION = re.compile(r"\s+(?:and|or|for|in|at|to|with|as|when|after|before|by|from|is|are|was|were|will)\b")
_DAY = r"(?:the )?(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{words_of(load_calendar().months)})\b"
_OTHER_DAYS_BEFORE = re.compile(
    rf"(?:, {_DAY}){{0,4}}(?:,? (?:and|or|&)|,) {_DAY} (?:of )?{_MONTH}(?:,? (?P<year>[12]\d{{3}})\b)?", re.IGNORECASE
)
_OTHER_DAYS_BEHIND = re.compile(rf"\b{_MONTH}\.? {_DAY}(?:, {_DAY})*(?:,? (?:and|or|&)|,) $", re.IGNORECASE)


def _ends(context: Context, item: Item) -> bool:
    """Whether a clause ends behind an item, so that a number there counts nothing."""
    return _CLOSED.match(context.text, item.end) is not None


@GRAMMAR.rule("mixed")
def _mixed(context: Context, items: Sequence[Item]) -> Made:
    """ "23-2020-September", "2020/23/Sep"."""
    parts = re.findall(r"[a-z]+|\d+", items[0].text)
    month = next(load_calendar().months[part] for part in parts if part.isalpha())
    year = next(int(part) for part in parts if len(part) == 4 and part.isdigit())
    day = next(int(part) for part in parts if part.isdigit() and len(part) < 3)
    made = day_of(context, items[0].start, month, day, year=year)
    return ("when", made) if made else no_such_day(month, day)


@GRAMMAR.rule("ord|num >,|and|or")
def _before_a_day(context: Context, items: Sequence[Item]) -> Made:
    """ "18 and 19 June", "the 22nd, 23rd or 24th of May 2021": a day of the month that is named behind the last."""
    day = items[0]
    match = _OTHER_DAYS_BEFORE.match(context.text, day.end) if _is_day(day) else None
    if match is None or re.search(r"[\d$\u00a3\u20ac]$", context.text[: day.start].rstrip()[-1:]):
        return None
    month = load_calendar().months[match["month"].lower()]
    made = day_of(context, match.end(), month, int(day.value), year=int(match["year"]) if match["year"] else None)
    return ("when", made) if made else None


@GRAMMAR.rule("<,|and|or the? ord|num")
def _behind_a_day(context: Context, items: Sequence[Item]) -> Made:
    """ "May 4 and 5", "July 17th, 18th or 19th": a day of the month that is named before the first."""
    day = items[-1]
    bare = day.name == "ord" and _PREPOSITION.match(context.text, day.end)
    if not _is_day(day) or not (bare or _ends(context, day)):
        return None
    match = _OTHER_DAYS_BEHIND.search(context.text, max(0, day.start - 60), items[0].start)
    if match is None:
        return None
    made = day_of(context, match.start(), load_calendar().months[match["month"].lower()], int(day.value), year=None)
    return ("when", made) if made else None


def _is_day(item: Item) -> bool:
    return item.text[:1].isdigit() and item.value == int(item.value) and 1 <= item.value <= 31 and "." not in item.text


@GRAMMAR.rule("yr num num")
def _spaced(context: Context, items: Sequence[Item]) -> Made:
    """ "2016 10 16"."""
    year, month, day = items
    if not (
        month.text.isdigit() and day.text.isdigit() and len(month.text) == len(day.text) == 2 and _ends(context, day)
    ):
        return None
    made = day_of(context, year.start, int(month.value), int(day.value), year=int(year.value))
    return ("when", made) if made else None


@GRAMMAR.rule("<on num")
def _on_a_number(context: Context, items: Sequence[Item]) -> Made:
    """ "On 15": where nothing follows that the number would count, a day of this or a month beside it."""
    day = items[0]
    if not day.text.isdigit() or not 1 < day.value <= 31 or not _CLOSED_OR_CLOCK.match(context.text, day.end):
        return None
    if context.text[: day.start].rstrip()[-2:].lower() != "on":
        return None
    months = [divmod(context.now.year * 12 + context.now.month - 1 + step, 12) for step in (-2, -1, 0, 1, 2)]
    days = [datetime(y, m + 1, int(day.value)) for y, m in months if day.value <= monthrange(y, m + 1)[1]]
    return "when", at(nearest(context, day.start, days), "day")


@GRAMMAR.rule("<on num - num", "weekday num - num")
def _month_and_day(context: Context, items: Sequence[Item]) -> Made:
    """ "On 4-22", "Friday 7-6": the month and the day, where nothing follows that they would count."""
    month, day = items[-3], items[-1]
    if not _whole_pair(context, month, day):
        return None
    read = day_of(context, month.start, int(month.value), int(day.value), year=None)
    if read is None or (len(items) == 3 and (day.value <= 12 or not _ends(context, day))):
        return None
    fits = len(items) == 3 or (read.start.isoweekday() == items[0].value and abs(read.start - context.now) < _NEAR)
    return ("when", read) if fits else None


@GRAMMAR.rule("<weekday|part|tod num - num", "num - num >weekday|dir")
def _hours(context: Context, items: Sequence[Item]) -> Made:
    """ "Monday 3-8", "6-8 next Monday": from one hour to another, unless it is the result of a game."""
    first, last = items[0], items[2]
    if not _whole_pair(context, first, last) or is_score(context.text.lower(), first.start, last.end):
        return None
    begin, close = (clock_at(int(item.value)) if 0 < item.value < 13 else None for item in (first, last))
    before = context.text[: first.start].split()
    if begin is None or close is None or (not before and last.value > first.value):
        return None
    if begin.start >= close.start:
        close = msgspec.structs.replace(close, start=close.start + 43200, letters=f"T{close.start // 3600 + 12:02d}:00")
        begin, close = (msgspec.structs.replace(clock, doubled=False) for clock in (begin, close))
    value = Clock(begin.start, close.start, f"{begin.letters}/{close.letters}", begin.doubled, (begin, close))
    return "clocks", value


def _whole_pair(context: Context, first: Item, last: Item) -> bool:
    """Whether two numbers are of at most two figures each, run together, and count nothing."""
    short = all(item.text.isdigit() and len(item.text) < 3 for item in (first, last))
    glued = context.text[first.end : last.start] in "-\u2013"
    follows = re.match(r"[-%\w]| [a-z]+s\b| (?:point|percent|vote|win|loss)", context.text[last.end :])
    return short and glued and follows is None


@GRAMMAR.rule("num decade", "num -? and? x", "<the num")
def _spoken_decade(context: Context, items: Sequence[Item]) -> Made:
    """ "The nineteen seventies", "the twenty-tens", "the two thousands"."""
    number, last = items[0], items[-1]
    if number.text.isdigit() or number.value != int(number.value):
        return None
    if last.name == "decade":
        start = number.value * 100 + last.value % 100 if 16 <= number.value <= 20 else 0
    elif last.name == "x":
        start = {19: 1910, 20: 2010, 2000: 2010}.get(int(number.value), 0) if last.text == "tens" else 0
    else:
        start = 2000 if number.text == "two thousands" else 0
    if not start:
        return None
    first = datetime(int(start), 1, 1)
    return "when", Moment(first, datetime(int(start) + 10, 1, 1), "decade", f"{int(start) // 10}")


@GRAMMAR.rule("the? unit num")
def _early_year(context: Context, items: Sequence[Item]) -> Made:
    """ "The year 247", "year two hundred and sixty-seven"."""
    unit, number = items[-2:]
    whole = number.value == int(number.value) and "," not in number.text and "." not in number.text
    if unit.text != "year" or not whole or not 100 <= number.value < 1000 or not _ends(context, number):
        return None
    moment = at(datetime(int(number.value), 1, 1), "year", counted=False)
    return "when", msgspec.structs.replace(moment, timex=f"{int(number.value):04d}")


@GRAMMAR.rule("month num")
def _short_year(context: Context, items: Sequence[Item]) -> Made:
    """ "August 99"."""
    month, number = items
    if not (number.text.isdigit() and len(number.text) == 2 and number.value > 31 and _ends(context, number)):
        return None
    return "when", month_of(context, month.start, month.value, full_year(number))


@GRAMMAR.rule("the? close")
def _close(context: Context, items: Sequence[Item]) -> Made:
    """ "By EOD": the last moment of the day; of a longer stretch, its last part."""
    closing = pick(items, "close")
    assert closing is not None
    stretch = at(context.now, closing.value)
    if closing.value == "day":
        end = datetime(stretch.start.year, stretch.start.month, stretch.start.day, 23, 59, 59)
        return "dt", Moment(end, end, "clock", stretch.timex, counted=True)
    middle = stretch.start + (stretch.end - stretch.start) / 2
    first = (
        datetime(stretch.start.year, 7, 1)
        if closing.value == "year"
        else datetime(middle.year, middle.month, middle.day)
    )
    return "when", msgspec.structs.replace(stretch, start=first)
