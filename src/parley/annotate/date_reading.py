"""Reading one matched form of a date into the fields of a mention."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Any

import msgspec

from parley.annotate.date_patterns import numbers
from parley.annotate.timex import DateMention
from parley.lexicon.calendar import load_calendar
from parley.model import Span

__all__ = ["in_year", "of_year", "read_form"]

Fields = dict[str, Any]
Groups = dict[str, str | None]

_PAST = ("last", "past", "previous", "this past", "this last", "immediate past")
_FUTURE = ("next", "coming", "following", "this coming")
_TEXT = ("previous", "following", "same", "that")
_MONTHS_IN_ALL_YEARS = 2000  # a leap year: 29 February is a date


def read_form(name: str, match: re.Match[str]) -> Fields | None:
    """The fields of a mention written in the form `name`, without span and verbatim; None when it is no date."""
    groups = {k: v.replace("\n", " ") if v else v for k, v in match.groupdict().items()}
    return _READERS[name](groups)


def in_year(mention: DateMention, year: int) -> DateMention:
    """A day or month without its year, put into `year`."""
    value = mention.value.replace("XXXX", f"{year:04d}")
    last = mention.last.replace("XXXX", f"{year:04d}") if mention.last else None
    return msgspec.structs.replace(mention, value=value, year=year, last=last)


def of_year(mention: DateMention, year: DateMention, text: str) -> DateMention:
    """A day or month with the "last year" or "this year" that follows it."""
    span = Span(mention.span.start, year.span.end)
    return msgspec.structs.replace(mention, span=span, verbatim=span.of(text), unit="year", offset=year.offset)


def _number(word: str | None) -> tuple[int, bool]:
    """Value and vagueness of a number word of `date_patterns.names_of_counts`; the lower end of a vague one."""
    if word is None:
        return 3, True
    if word.isdigit():
        return int(word), False
    lexicon = numbers()
    if word in lexicon.cardinals:
        return lexicon.cardinals[word], False
    if word in ("a", "an"):
        return 1, False
    if word == "dozen":
        return 12, False
    for vague in (word, f"a {word}", word.removesuffix(" of"), f"a {word.removesuffix(' of')}"):
        if vague in lexicon.vague:
            return lexicon.vague[vague][0], True
    tens, ones = word.split("-")
    return lexicon.cardinals[tens] + lexicon.cardinals[ones], False


def _unit(word: str) -> tuple[str, int]:
    """The singular of a unit of time, and how many of it the word stands for."""
    single = "century" if word == "centuries" else word.removesuffix("s")
    return {"fortnight": ("week", 2), "night": ("day", 1)}.get(single, (single, 1))


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _written_date(year: int | None, month: int, day: int | None) -> str:
    value = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    return f"{value}-{day:02d}" if day else value


def _valid(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or _MONTHS_IN_ALL_YEARS, month)[1]


def _iso(g: Groups) -> Fields | None:
    year, month, day = int(g["year"] or 0), int(g["month"] or 0), int(g["day"] or 0)
    if not _valid(year, month, day):
        return None
    time = f"{g['hour']}:{g['minute']}{'Z' if g['zulu'] else ''}" if g["hour"] else None
    value = _written_date(year, month, day) + (f"T{time}" if time else "")
    return {"kind": "date", "value": value, "year": year, "month": month, "day": day, "time": time}


def _slashed(g: Groups) -> Fields | None:
    """Day and month in figures: only a number above 12 tells which is which."""
    first, second, year = int(g["a"] or 0), int(g["b"] or 0), int(g["year"] or 0)
    day, month = (first, second) if first > 12 else (second, first)
    if not _valid(year, month, day):
        return None
    if first != second and first <= 12 and second <= 12:
        reason = "day and month cannot be told apart"
        return {"kind": "date", "value": f"{year}-XX-XX", "year": year, "open_because": reason}
    return {"kind": "date", "value": _written_date(year, month, day), "year": year, "month": month, "day": day}


def _calendar_day(g: Groups) -> Fields | None:
    month, year = load_calendar().months[g["month"] or ""], _int(g["year"])
    day = int(g["day"] or 0) or {**numbers().cardinals, **numbers().ordinals}[g.get("day_word") or ""]
    if not _valid(year, month, day):
        return None
    fields: Fields = {"kind": "date", "year": year, "month": month, "day": day}
    fields["value"] = _written_date(year, month, day)
    last = _int(g["last_day"])
    if last and last > day and _valid(year, month, last):
        fields["last"] = _written_date(year, month, last)
        fields["value"] += "/" + fields["last"]
    if g["weekday"]:
        fields["weekday"] = load_calendar().weekdays[g["weekday"]]
    return fields


def _month(g: Groups) -> Fields:
    month, year = load_calendar().months[g["month"] or ""], _int(g.get("year"))
    part = load_calendar().parts[g["part"] or ""] if g.get("part") else None
    offset = _direction(g.get("which"))
    value = _written_date(year, month, None) + ("~" if part else "")
    return {"kind": "month", "value": value, "year": year, "month": month, "part": part, "offset": offset}


def _direction(which: str | None) -> int | None:
    """-1 for the last, +1 for the next, 0 for this one, None when the words do not say."""
    word = (which or "").removeprefix("the ")
    if word in _PAST:
        return -1
    if word in _FUTURE:
        return 1
    return 0 if word else None


def _anchor(which: str | None) -> str:
    return "text" if (which or "").removeprefix("the ") in _TEXT else "published"


def _time_fields(hour: int, minute: int, g: Groups) -> Fields:
    offset = load_calendar().zones.get(g.get("zone") or "")
    zulu = ""
    if offset is not None:
        total = hour * 60 + minute - offset
        if 0 <= total < 1440:
            hour, minute, zulu = total // 60, total % 60, "Z"
    time = f"{hour:02d}:{minute:02d}{zulu}"
    return {"kind": "time", "value": f"T{time}", "time": time}


def _clock_12(g: Groups) -> Fields:
    hour = int(g["hour"] or 0) % 12 + (12 if g["half"] == "p" else 0)
    return _time_fields(hour, int(g["minute"] or 0), g)


def _clock_24(g: Groups) -> Fields:
    return _time_fields(int(g["hour"] or 0) % 24, int(g["minute"] or 0), g)


def _o_clock(g: Groups) -> Fields | None:
    """The hour may be before or after noon: the value says so with X."""
    hour = _number(g["hour_word"])[0]
    return {"kind": "time", "value": f"TXX:00/{hour}"} if 1 <= hour <= 12 else None


def _midday(g: Groups) -> Fields:
    return _time_fields(0 if g["midday"] == "midnight" else 12, 0, {})


def _other_day(g: Groups) -> Fields:
    return _relative("day", 2 if g["after"] else -2)


def _relative(unit: str, offset: int, **more: object) -> Fields:
    return {"kind": "relative", "value": f"{unit}{offset:+d}", "unit": unit, "offset": offset, **more}


def _night(g: Groups) -> Fields:
    part = load_calendar().day_parts[g["day_part"]] if g["day_part"] else "night"
    return _relative("day", -1 if g["which"] == "last night" else 0, part=part)


def _day_before(g: Groups) -> Fields:
    """ "The night before": counted from another time that the report tells."""
    unit = g["unit"] or ""
    part = load_calendar().day_parts.get(unit)
    sign = -1 if g["word"] in ("before", "earlier") else 1
    return _relative("day" if part else unit, sign, part=part, anchor="text")


def _day_word(g: Groups) -> Fields:
    word = g["word"] or ""
    part = "night" if word == "tonight" else load_calendar().day_parts.get(g["day_part"] or "")
    return _relative("day", load_calendar().days[word], part=part)


def _every(g: Groups) -> Fields:
    return {"kind": "set", "value": f"every {g['weekday'] or g['unit']}"}


def _weekday(g: Groups) -> Fields:
    if g["plural"]:
        return {"kind": "set", "value": f"every {g['weekday']}"}
    weekday = load_calendar().weekdays[g["weekday"] or ""]
    part = load_calendar().day_parts.get(g["day_part"] or "")
    fields: Fields = {"kind": "weekday", "value": f"XXXX-WXX-{weekday}", "weekday": weekday, "part": part}
    return {**fields, "offset": _direction(g["which"]), "anchor": _anchor(g["which"])}


def _weekday_week(g: Groups) -> Fields:
    """ "Friday next week" is in the calendar week after this one; "Thursday week" a week after the coming Thursday."""
    weekday = load_calendar().weekdays[g["weekday"] or ""]
    fields: Fields = {"kind": "weekday", "value": f"XXXX-WXX-{weekday}", "weekday": weekday, "unit": "week"}
    if g.get("which"):
        return {**fields, "length": {"last": -1, "this": 0, "next": 1}[g["which"] or ""]}
    return {**fields, "offset": 2 if "fortnight" in (g["ahead"] or "") else 1}


def _week_on(g: Groups) -> Fields:
    if g["weekday"]:
        return _weekday_week({**g, "which": None})
    days = 14 if g["ahead"] == "fortnight" else 7
    return _relative("day", days + load_calendar().days[g["word"] or ""])


def _within(g: Groups) -> Fields | None:
    """The end of so much time that begins now; of vague lengths it is open."""
    if g["whole"]:
        return {**_relative(g["whole"] or "", 0, part="end"), "relation": "within"}
    count, vague = _number(g["number"])
    unit, times = _unit(g["units"] or "")
    if vague or unit in ("weekend", "quarter", "decade", "century"):
        return None
    return {**_relative(unit, count * times), "relation": "within"}


def _bare_season(g: Groups) -> Fields:
    return _season({"season_a": g["season"], "season_b": None, "year": None, "which": None})


def _feast(g: Groups) -> Fields:
    names, feast, year = load_calendar(), g["feast"] or "", _int(g["year"])
    offset = _direction(g["which"])
    if feast in names.feast_days:
        value = f"{year or 'XXXX'}-XX-XX"
        return {"kind": "feast", "value": value, "year": year, "day": names.feast_days[feast], "offset": offset}
    month, day = (int(part) for part in names.feasts[feast].split("-"))
    value = _written_date(year, month, day)
    return {"kind": "date", "value": value, "year": year, "month": month, "day": day, "offset": offset}


def _nth_of_month(g: Groups) -> Fields:
    """A day of a month that is not named: this one, unless the words or the tense say another."""
    day = int(g["day"] or 0)
    return {"kind": "date", "value": f"XXXX-XX-{day:02d}", "day": day, "offset": _direction(g["which"])}


def _which_unit(g: Groups) -> Fields:
    part = load_calendar().parts[g["part"] or ""] if g.get("part") else None
    which = g.get("which")
    if (which or "") == "the" or which is None:
        return _relative(g["unit"] or "", 0, part=part)
    if which in ("past", "the past") and g["unit"] not in ("weekend",):
        return _stretch_of(g["unit"] or "", -1, 1, vague=False)
    return _relative(g["unit"] or "", _direction(which) or 0, part=part, anchor=_anchor(which))


def _unit_end(g: Groups) -> Fields:
    return _relative(g["unit"] or "", 0, part="end")


def _stretch_of(unit: str, sign: int, length: int, *, vague: bool) -> Fields:
    value = f"{unit}{sign * length:+d}/{unit}+0" if sign < 0 else f"{unit}+0/{unit}{length:+d}"
    return {"kind": "period", "value": value, "unit": unit, "offset": sign, "length": length, "vague": vague}


def _stretch(g: Groups) -> Fields:
    units, which = g["units"] or g["plural"] or "", g["which"] or ""
    count, vague = _number(g["number"])
    unit, times = _unit(units)
    sign = 1 if which in ("next", "coming", "following") else -1
    return {**_stretch_of(unit, sign, count * times, vague=vague), "anchor": _anchor(which)}


def _ago(g: Groups) -> Fields:
    count, vague = _number(g["number"])
    unit, times = _unit(g["units"] or "")
    word = g.get("word") or "hence"
    sign = -1 if word in ("ago", "earlier") else 1
    anchor = "text" if word in ("earlier", "later") else "published"
    if word == "ago" and (unit, count * times) == ("week", 1) and not vague:
        unit, count = "day", 7
    return _relative(unit, sign * count * times, vague=vague, anchor=anchor)


def _century(g: Groups) -> Fields | None:
    number = int(g["number"] or 0)
    return {"kind": "period", "value": f"{number - 1:02d}XX", "part": g["part"]} if 11 <= number <= 21 else None


def _decade(g: Groups) -> Fields:
    short = g["short"]
    decade = int(g["decade"] or 0) or 1900 + int(short or 0)
    return {"kind": "period", "value": f"{decade // 10}X", "year": decade, "part": g["part"], "unit": "decade"}


def _season(g: Groups) -> Fields:
    name = (g["season_a"] or g["season_b"] or "").replace("fall", "autumn")
    code = 21 + list(load_calendar().seasons).index(name)
    year, offset = _int(g["year"]), _direction(g["which"])
    value = f"{year or 'XXXX'}-{code}"
    return {"kind": "season", "value": value, "year": year, "month": code, "offset": offset, "unit": "season"}


def _quarter(g: Groups) -> Fields:
    """EDTF writes the quarters of a year as 33 to 36."""
    code, year = 32 + numbers().ordinals[g["nth"] or ""], _int(g["year"])
    return {"kind": "season", "value": f"{year or 'XXXX'}-{code}", "year": year, "month": code, "unit": "season"}


def _years(g: Groups) -> Fields | None:
    first, last = int(g["year"] or 0), g["last_year"] or ""
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second <= first or second - first > 150:
        return None
    return {"kind": "period", "value": f"{first}/{second}", "year": first, "last": str(second)}


def _year(g: Groups) -> Fields:
    part = load_calendar().parts[g["part"] or ""] if g.get("part") else None
    return {"kind": "year", "value": f"{g['year']}{'~' if part else ''}", "year": _int(g["year"]), "part": part}


_READERS: dict[str, Callable[[Groups], Fields | None]] = {
    "iso": _iso, "slashed": _slashed, "month_day": _calendar_day, "day_month": _calendar_day, "part_month": _month,
    "month_year": _month, "clock_12": _clock_12, "clock_24": _clock_24, "clock_zone": _clock_24, "o_clock": _o_clock,
    "day_before": _day_before, "weekday_week": _weekday_week, "week_on": _week_on, "within": _within,
    "bare_season": _bare_season, "feast": _feast, "nth_of_month": _nth_of_month,
    "midday": _midday, "other_day": _other_day, "night": _night, "day_word": _day_word, "every": _every,
    "weekday": _weekday, "month_which": _month, "part_of": _which_unit, "unit_end": _unit_end, "unit_out": _unit_end, "stretch": _stretch,
    "which_unit": _which_unit, "weekend": _which_unit, "ago": _ago, "hence": _ago, "century": _century, "decade": _decade,
    "season": _season, "quarter": _quarter, "years": _years, "part_year": _year, "year": _year, "month": _month,
}  # fmt: skip
