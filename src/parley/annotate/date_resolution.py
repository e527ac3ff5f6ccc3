"""Setting a mention of a date against the day of the report, and reading back what that gives."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from parley.annotate.date_patterns import numbers
from parley.annotate.timex import DateMention
from parley.model import Date

__all__ = ["Tense", "date_bounds", "easter", "resolve_date"]

Tense = Literal["past", "present", "planned"]

NO_YEAR = "no publication date to give the year"
NO_DAY = "no publication date to count from"
NO_ANCHOR = "counted from another time in the report"
REPEATED = "a repeated time, not one date"
NO_CALENDAR = "a day outside the calendar"
CLOCK_ONLY = "a clock time without its day"

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "weekend": 7, "week": 7}
_THIRDS_OF_MONTH = {"early": (1, 10), "late": (21, 31)}
_THIRDS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_DAYS_OF_WEEK = {"early": (0, 1), "start": (0, 1), "mid": (2, 2), "late": (3, 4), "end": (4, 6)}
_YEARS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def resolve_date(
    mention: DateMention, published: str | None, *, tense: Tense | None, default_year: int | None = None
) -> Date:
    """The date that `mention` stands for in a report of the day `published` (ISO date or date-time).

    A day without its year, or a weekday, is the last such not after `published` in the past tense and the next one not
    before it when planned; with any other tense, and after "until" and "by", a day or month is the nearest one, and a
    weekday the last one. `default_year` is a year the caller found elsewhere and goes first.

    EDTF is written so: a stretch of time is an interval ("last week" `2023-11-06/2023-11-12`, "the past few weeks"
    `2023-10-24~/2023-11-14`: the least that the vague word allows, marked `~`); "mid-April" is `2025-04~`, an early or
    late month its first or last ten days; "late last year" is `2023-09/2023-12`; seasons are `2023-21` (spring) to
    `2023-24` (winter), quarters `2023-33` to `2023-36`. What cannot be settled keeps the `X`s of `mention.value` and says why in `open_because`.
    """
    day = _day_of(published)
    try:
        edtf, reason = _settle(mention, day, tense, default_year)
    except (OverflowError, ValueError):
        edtf, reason = mention.value, NO_CALENDAR
    return Date(edtf, mention.verbatim, mention.open_because or reason)


def _day_of(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None for a missing or unreadable one."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _settle(
    mention: DateMention, day: date | None, tense: Tense | None, default_year: int | None
) -> tuple[str, str | None]:
    """EDTF string, and why it stays open."""
    if mention.open_because:
        return mention.value, mention.open_because
    if mention.kind == "set":
        return mention.value, REPEATED
    if mention.kind == "time":
        return "XXXX-XX-XX" + mention.value, CLOCK_ONLY
    if mention.anchor == "text":
        return mention.value, NO_ANCHOR
    if mention.kind == "date" and not mention.month and not mention.year:
        return (_nth_of_month(mention, day, tense), None) if day else (mention.value, NO_DAY)
    if mention.kind in ("date", "month", "season", "feast"):
        return _calendar_date(mention, day, tense, default_year)
    if mention.kind == "weekday":
        return (_weekday(mention, day, tense), None) if day else (mention.value, NO_DAY)
    if mention.kind in ("relative", "period") and mention.offset is not None:
        return (_counted(mention, day, tense), None) if day else (mention.value, NO_DAY)
    return _years(mention), None


def _calendar_date(
    mention: DateMention, day: date | None, tense: Tense | None, default_year: int | None
) -> tuple[str, str | None]:
    year = mention.year or default_year
    if year is None and day is None:
        return mention.value, NO_YEAR
    if year is None:
        assert day is not None
        year = _year_for(mention, day, tense)
    if mention.kind == "season":
        return f"{year:04d}-{mention.month}", None
    if mention.kind == "feast":
        return _feast(mention, year).isoformat(), None
    if mention.last and "/" in mention.value and not mention.year:
        return _stretch_of_year(mention, year), None
    if mention.day:
        return mention.value.replace("XXXX", f"{year:04d}"), None
    return _month(year, mention.month or 1, mention.part), None


def _stretch_of_year(mention: DateMention, year: int) -> str:
    """ "between October and March" ends in the next year."""
    first, last = mention.value.split("/")
    return first.replace("XXXX", f"{year:04d}") + "/" + last.replace("XXXX", f"{year + (last < first):04d}")


def _feast(mention: DateMention, year: int) -> date:
    """So many days after Easter Sunday."""
    return easter(year) + timedelta(mention.day or 0)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarters, over = divmod(rest, 4)
    week = (32 + 2 * odd + 2 * quarters - moon - over) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_of_month(mention: DateMention, day: date, tense: Tense | None) -> str:
    """The day of that number: of the month named, the last or next by tense, else the nearest."""
    months = [day.year * 12 + day.month - 1 + step for step in (-2, -1, 0, 1, 2)]
    if mention.offset is not None:
        months = [months[2 + mention.offset]]
    days = [
        date(m // 12, m % 12 + 1, mention.day or 1)
        for m in months
        if (mention.day or 1) <= monthrange(m // 12, m % 12 + 1)[1]
    ]
    if tense == "past" and len(days) > 1:
        days = [d for d in days if d <= day][-1:]
    if tense == "planned" and len(days) > 1:
        days = [d for d in days if d >= day][:1]
    return min(days, key=lambda d: abs((d - day).days)).isoformat()


def _month(year: int, month: int, part: str | None) -> str:
    whole, last = f"{year:04d}-{month:02d}", monthrange(year, month)[1]
    if part in _THIRDS_OF_MONTH:
        first, final = _THIRDS_OF_MONTH[part]
        return f"{whole}-{first:02d}/{whole}-{min(final, last):02d}"
    ends = {"start": f"{whole}-01~", "end": f"{whole}-{last:02d}~", "mid": f"{whole}~"}
    return ends.get(part or "", whole)


def _year_for(mention: DateMention, day: date, tense: Tense | None) -> int:
    """The year that brings a month or day without one nearest to `day`, on the side that tense and words ask for."""
    if mention.unit == "year":
        return day.year + (mention.offset or 0)
    candidates = [(year, *_reach(mention, year)) for year in range(max(day.year - 8, 1), min(day.year + 9, 9999))]
    candidates = [c for c in candidates if c[1] <= c[2]]
    past = [c for c in candidates if c[1] <= day]
    future = [c for c in candidates if c[2] >= day]
    if mention.offset == -1:
        past = [c for c in past if c[2] < day]
    if mention.offset == 1:
        future = [c for c in future if c[1] > day]
    if mention.offset == 0:
        return day.year
    until = mention.relation in ("until", "by")
    if mention.offset == -1 or (mention.offset is None and mention.relation == "since"):
        return past[-1][0]
    if mention.offset is None and tense == "past" and not until:
        return past[-1][0]
    if mention.offset == 1 or tense == "planned":
        return future[0][0]
    return min(candidates, key=lambda c: (max((c[1] - day).days, (day - c[2]).days), c[1] > day))[0]


def _reach(mention: DateMention, year: int) -> tuple[date, date]:
    """First and last day of the mention's month or day in `year`; out of order when the year lacks it (29 February)."""
    if mention.kind == "feast":
        return (_feast(mention, year),) * 2
    if mention.kind == "season":
        low, high = date_bounds(Date(f"{year:04d}-{mention.month}"))
        assert low is not None
        assert high is not None
        return low, high
    month, last = mention.month or 1, monthrange(year, mention.month or 1)[1]
    if mention.day:
        return (date(year, month, mention.day),) * 2 if mention.day <= last else (date.max, date.min)
    return date(year, month, 1), date(year, month, last)


def _weekday(mention: DateMention, day: date, tense: Tense | None) -> str:
    """The day that a weekday stands for; `offset` tells last (-1), this (0) and next (1)."""
    ahead = ((mention.weekday or 1) - day.isoweekday()) % 7
    if mention.unit == "week":
        return _weekday_of_week(mention, day, ahead).isoformat()
    if mention.offset == -1:
        found = day - timedelta((day.isoweekday() - (mention.weekday or 1)) % 7 or 7)
    elif mention.offset == 1:
        found = day + timedelta(ahead or 7)
    elif mention.offset == 0:
        found = day + timedelta((mention.weekday or 1) - day.isoweekday())
    elif tense == "planned" or (tense != "past" and mention.relation in ("until", "by")):
        found = day + timedelta(ahead)
    else:
        found = day - timedelta(-ahead % 7)
    return found.isoformat()


def _weekday_of_week(mention: DateMention, day: date, ahead: int) -> date:
    """ "Friday next week" by the calendar week, "Thursday week" so many weeks after the coming Thursday."""
    if mention.length is not None:
        return day + timedelta((mention.weekday or 1) - day.isoweekday() + 7 * mention.length)
    return day + timedelta((ahead or 7) + 7 * (mention.offset or 0))


def _counted(mention: DateMention, day: date, tense: Tense | None) -> str:
    """A mention that counts units from the day of the report."""
    unit, offset = mention.unit or "day", mention.offset or 0
    if mention.length is not None:
        return _stretch(mention, unit, day)
    if mention.vague:
        return _vaguely(unit, offset, day)
    if mention.relation == "within" and not mention.part:
        end = _moved(day, unit, offset) if unit != "hour" else day + timedelta(-(-offset // 24))
        return end.isoformat()
    if unit == "hour":
        return f"{day.isoformat()}~"
    if unit == "weekend":
        return _weekend(day, 1 if offset == 0 and tense == "planned" and day.isoweekday() < 6 else offset)
    if unit == "week" and abs(offset) > 1:
        return f"{_moved(day, unit, offset).isoformat()}~"
    return _period(unit, _moved(day, unit, offset), part=mention.part, day=day)


def _moved(day: date, unit: str, count: int) -> date:
    """`day`, so many units on; the end of a shorter month stands for the days it lacks."""
    if unit == "hour":
        return day + timedelta(hours=0)
    try:
        if unit in _DAYS_IN:
            return day + timedelta(_DAYS_IN[unit] * count)
        months = day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return date.min if count < 0 else date.max


def _weekend(day: date, offset: int) -> str:
    """Saturday and Sunday: the last ones begun (0 and -1), or the ones to come (1)."""
    since = (day.isoweekday() - 6) % 7
    saturday = day - timedelta(since)
    if offset == -1 and since < 2:
        saturday -= timedelta(7)
    if offset == 1:
        saturday += timedelta(7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def _period(unit: str, at: date, *, part: str | None, day: date) -> str:
    """The day, week, month, quarter, year, decade or century around `at`, or the part of it."""
    if unit == "day":
        return at.isoformat()
    if unit == "week":
        return _week(at - timedelta(at.isoweekday() - 1), part, day)
    if unit == "month":
        return _since_or_to_go(_month(at.year, at.month, part), part, day)
    if unit == "quarter":
        first = (at.month - 1) // 3 * 3 + 1
        return f"{at.year:04d}-{first:02d}/{at.year:04d}-{first + 2:02d}"
    if unit == "year":
        return _since_or_to_go(_year(at.year, part), part, day)
    return f"{at.year // 10:03d}X" if unit == "decade" else f"{at.year // 100:02d}XX"


def _week(monday: date, part: str | None, day: date) -> str:
    first, last = _DAYS_OF_WEEK.get(part or "", (0, 6))
    begin, end = monday + timedelta(first), monday + timedelta(last)
    whole = begin.isoformat() if begin == end else f"{begin.isoformat()}/{end.isoformat()}"
    return _since_or_to_go(whole, part, day)


def _since_or_to_go(edtf: str, part: str | None, day: date) -> str:
    """ "Earlier this month" runs from its start to the report, "later this month" from the report to its end."""
    low, high = date_bounds(Date(edtf))
    if part == "earlier" and low and low < day:
        return f"{low.isoformat()}/{min(day, high or day).isoformat()}"
    if part == "later" and high and high > day:
        return f"{max(day, low or day).isoformat()}/{high.isoformat()}"
    return edtf


def _year(year: int, part: str | None) -> str:
    if part in _THIRDS_OF_YEAR:
        first, last = _THIRDS_OF_YEAR[part]
        return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    return {"start": f"{year:04d}-01~", "end": f"{year:04d}-12~"}.get(part or "", f"{year:04d}")


def _stretch(mention: DateMention, unit: str, day: date) -> str:
    """So many units that end or start on the day of the report."""
    about = "~" if mention.vague else ""
    far = _moved(day, unit, (mention.offset or 1) * (mention.length or 1))
    if unit == "hour":
        far = day + timedelta((mention.offset or 1) * -(-(mention.length or 1) // 24))
    if (mention.offset or 0) < 0:
        return f"{far.isoformat()}{about}/{day.isoformat()}"
    return f"{day.isoformat()}/{far.isoformat()}{about}"


def _vaguely(unit: str, offset: int, day: date) -> str:
    """ "Several days ago": anywhere between the least and the most that the vague word allows."""
    sign, least = (-1 if offset < 0 else 1), abs(offset)
    most = max((high - 1 for low, high in numbers().vague.values() if low == least), default=least)
    ends = sorted((_moved(day, unit, sign * least), _moved(day, unit, sign * most)))
    digits = {"year": 4, "decade": 4, "century": 4, "month": 7}.get(unit, 10)
    return "/".join(end.isoformat()[:digits] for end in ends)


def _years(mention: DateMention) -> str:
    """Years, decades and centuries that the words give in full."""
    if mention.kind == "year" and mention.year:
        return _year(mention.year, mention.part)
    if mention.unit == "decade" and mention.year and mention.part in _YEARS_OF_DECADE:
        first, last = _YEARS_OF_DECADE[mention.part]
        return f"{mention.year + first}/{mention.year + last}"
    return mention.value


def date_bounds(when: Date) -> tuple[date | None, date | None]:
    """Earliest and latest day of an EDTF string as `resolve_date` writes it; None where it is open.

    `~`, `?` and `%` are passed over: they say that the date is approximate, not by how much.
    """
    left, slash, right = when.edtf.partition("/")
    low, high = _bounds_of(left)
    return (low, _bounds_of(right)[1]) if slash else (low, high)


def _bounds_of(edtf: str) -> tuple[date | None, date | None]:
    text = edtf.partition("T")[0].rstrip("~?%")
    year, _, rest = text.partition("-")
    if len(year) != 4 or not year[:2].isdigit() or not year.rstrip("X").isdigit():
        return None, None
    first, last = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    month, _, day = rest.partition("-")
    try:
        return _days_of(first, last, month, day)
    except ValueError:
        return None, None


def _days_of(first: int, last: int, month: str, day: str) -> tuple[date, date]:
    """Bounds within the years `first` to `last`; raises ValueError for a day no calendar has."""
    if not month.isdigit() or first != last:
        return date(first, 1, 1), date(last, 12, 31)
    if 33 <= int(month) <= 36:
        begin = (int(month) - 33) * 3 + 1
        return date(first, begin, 1), date(first, begin + 2, monthrange(first, begin + 2)[1])
    if int(month) > 24:
        raise ValueError(f"no month or season has the number {month}")
    if int(month) > 20:
        start = (int(month) - 21) * 3 + 3
        final = divmod(first * 12 + start + 1, 12)
        return date(first, start, 1), date(final[0], final[1] + 1, monthrange(final[0], final[1] + 1)[1])
    if not day.isdigit():
        return date(first, int(month), 1), date(first, int(month), monthrange(first, int(month))[1])
    return (date(first, int(month), int(day)),) * 2
