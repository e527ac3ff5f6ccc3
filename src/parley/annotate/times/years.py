"""Rules for quarters, seasons, feasts, numbered weeks, years and decades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import msgspec

from parley.annotate.date_patterns import calendar
from parley.annotate.times.days import full_year, nearest, pick, spoken_year
from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Moment, at, letters, shifted

__all__ = ["GRAMMAR", "season_of"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None


def season_of(context: Context, place: int, season: int, year: int | None) -> Moment:
    """A season; winter runs into the next year."""
    years = [year] if year is not None else list(range(context.now.year - 2, context.now.year + 3))
    starts = [datetime(y, season * 3 + 3, 1) for y in years]
    start = starts[0] if year is not None else nearest(context, place, starts, length=timedelta(90))
    return Moment(start, shifted(start, "month", 3), "season", letters(start, "season"), year is None, year is None)


@GRAMMAR.rule("season of? num num !ampm|:|unit|dur|%")
def _spoken_season(context: Context, items: Sequence[Item]) -> Made:
    """ "The winter of nineteen ninety-four"."""
    if any(i.text.isdigit() for i in items[-2:]):
        return None
    year = spoken_year(items[-2:])
    if year is None:
        return None
    return "when", season_of(context, items[0].start, items[0].value, year)


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
    "yr ,? the ord -? unit",
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
    "unit num yr",
    "yr -? unit num",
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


@GRAMMAR.rule("fiscal unit? ,? yr", "fy|sy num|yr|half", "fiscal num", "cy num|yr", "unit num !unit|%|x|dur|month|:")
def _fiscal(context: Context, items: Sequence[Item]) -> Made:
    last = items[-1]
    if items[0].name == "unit":
        fits = items[0].text == "year" and last.text[:1].isalpha() and 1000 <= last.value < 2200
        return ("when", at(datetime(int(last.value), 1, 1), "year", counted=False)) if fits else None
    if items[0].name in ("fy", "sy", "cy") and items[0].end != last.start and last.name == "num" and last.value < 10:
        return None
    if (
        last.value is None
        or last.value != int(last.value)
        or (last.name == "num" and not (last.text.isdigit() and len(last.text) == 2))
    ):
        return None
    return "when", at(datetime(full_year(last) or 1, 1, 1), "year", counted=False)


@GRAMMAR.rule(
    "week num|yr ,? of? yr?",
    "unit num of yr",
    "unit num of? dir unit",
    "unit num ,? yr",
    "unit num !x|unit|:|ampm|%|-|dur",
    "unit - num",
)
def _numbered_week(context: Context, items: Sequence[Item]) -> Made:
    number, year = items[1] if items[1].name == "num" else items[-1], pick(items, "yr")
    if items[0].text != "week" or not 1 <= number.value <= 53 or "." in number.text:
        return None
    direction = pick(items, "dir")
    if direction is not None and items[-1].text != "year":
        return None
    known = int(year.value) if year else context.now.year + (direction.value if direction else 0)
    start = datetime.combine(date.fromisocalendar(known, min(int(number.value), 52), 1), datetime.min.time())
    return "when", Moment(start, start + timedelta(7), "week", f"{known}-W{int(number.value):02d}", year is None)


@GRAMMAR.rule(
    "season of? ,? dir unit",
    "season ,|of|in? yr",
    "dir season",
    "season of the unit",
    "<in|the|by|since|until|to|from|of|during|and|phase|on|whole season !of|x|-",
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
    if re.search(r"\d-\d{4}-$", before) or re.match(r"-\d{4}-\d|-\d+-\d", after):
        return False
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
        not (
            after[:1] == " " and following and (_plural(following[0]) or (following[0].islower() and item.value < 1500))
        )
        and item.value > 1700
    )


def _plural(word: str) -> bool:
    word = word.strip(",.;:")
    if word in calendar().context.year_nouns:
        return False
    return (
        word.islower()
        and len(word) > 3
        and (
            (word.endswith("s") and not word.endswith(("ss", "us", "is", "was"))) or word in ("people", "men", "women")
        )
    )


@GRAMMAR.rule("<in|of|from|until|since|to|by|before|after|unit|and|between num !unit|x|dur|num|%")
def _thousand(context: Context, items: Sequence[Item]) -> Made:
    text = items[0].text
    if (
        not text[:1].isalpha()
        or not 1500 <= items[0].value < 2100
        or "thousand" not in text
        or items[0].value != int(items[0].value)
    ):
        return None
    return "when", at(datetime(int(items[0].value), 1, 1), "year", counted=False)


@GRAMMAR.rule("num num num?")
def _spelled_year(context: Context, items: Sequence[Item]) -> Made:
    """ "Nineteen ninety-six" and "two thousand and one" without a month before them."""
    if any(i.text.isdigit() for i in items) or not 15 <= items[0].value <= 21:
        return None
    if any(context.text[a.end : b.start] not in (" ", "-", "\n") for a, b in pairwise(items)):
        return None
    year = spoken_year(items)
    return (
        ("when", at(datetime(year, 1, 1), "year", counted=False))
        if year and len(items) == 2 and items[1].value > 9
        else None
    )
