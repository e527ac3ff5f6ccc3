"""Stretches of the calendar and of the clock, and how they are counted and written."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

import msgspec

__all__ = [
    "DAYS_OF",
    "SECONDS_OF",
    "UNITS",
    "Clock",
    "Length",
    "Moment",
    "at",
    "length_of",
    "letters",
    "seconds_of",
    "shifted",
    "shifted_by",
    "stretch_at",
]

_LONG = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "weekend": 7}
SECONDS_OF = {"second": 1, "minute": 60, "hour": 3600}
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "season": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
_FINER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}
UNITS = (
    "millennium",
    "century",
    "decade",
    "year",
    "quarter",
    "month",
    "week",
    "weekend",
    "day",
    "night",
    "hour",
    "minute",
    "second",
)


class Moment(msgspec.Struct, frozen=True):
    """A stretch of the calendar: `start` to `end` (not included), `grain` the unit it was named by, `timex` as TIMEX3
    writes it. `counted` tells that the day of writing went into it, `free` that its year was not said, `place` where
    its words stand, `echo` that it is the quarter spoken of before ("same") or that of the year before ("before")."""

    start: datetime
    end: datetime
    grain: str
    timex: str
    counted: bool = False
    free: bool = False
    weekday: bool = False
    doubled: bool = False
    ends: tuple[Moment, ...] = ()
    place: tuple[int, int] | None = None
    echo: str = ""


class Clock(msgspec.Struct, frozen=True):
    """A time of the day in seconds after midnight; `doubled` when it may be before or after noon; a part of the day has
    an end and the letters of TIMEX3."""

    start: int
    end: int | None
    letters: str
    doubled: bool = False
    ends: tuple[Clock, ...] = ()
    place: tuple[int, int] | None = None


class Length(msgspec.Struct, frozen=True):
    """A length of time: units with their number, None where it is not said."""

    parts: tuple[tuple[str, float | None], ...]
    business: bool = False

    @property
    def unit(self) -> str:
        """The first, largest unit."""
        return self.parts[0][0]


def stretch_at(day: datetime, unit: str) -> tuple[datetime, datetime]:
    """The hour, day, week (from Monday), weekend, month and so on around `day`."""
    midnight = datetime(day.year, day.month, day.day)
    if unit in SECONDS_OF:
        minute, second = (0 if unit == "hour" else day.minute), (day.second if unit == "second" else 0)
        start = day.replace(minute=minute, second=second, microsecond=0)
        return start, start + timedelta(seconds=SECONDS_OF[unit])
    if unit in ("day", "night"):
        return midnight, midnight + timedelta(1)
    if unit in ("week", "weekend"):
        monday = midnight - timedelta(midnight.weekday())
        return (monday, monday + timedelta(7)) if unit == "week" else (monday + timedelta(5), monday + timedelta(7))
    months = _LONG[unit]
    count = (day.year * 12 + day.month - 1) // months * months
    return _first(count), _first(count + months)


def _first(months: int) -> datetime:
    year, month = divmod(months, 12)
    return datetime(min(max(year, 1), 9999), month + 1, 1)


def shifted(day: datetime, unit: str, count: float) -> datetime:
    """`day`, so many units on; the last of a shorter month stands for the days it lacks."""
    if unit in SECONDS_OF:
        return day + timedelta(seconds=SECONDS_OF[unit] * count)
    if unit in DAYS_OF:
        return day + timedelta(days=DAYS_OF[unit] * count)
    months = _LONG[unit] * count
    whole = int(months // 1)
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if not 1 <= year <= 9999:
        return datetime(1, 1, 1) if count < 0 else datetime(9999, 12, 31)
    moved = day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(days=round((months - whole) * 30))


def shifted_by(day: datetime, length: Length, sign: int) -> datetime:
    """`day`, a whole length on or back; vague numbers count as their least."""
    for unit, count in length.parts:
        if length.business and unit == "day":
            day = _business(day, int(count or 1) * sign)
        else:
            day = shifted(day, unit, sign * (3 if count is None else count))
    return day


def _business(day: datetime, count: int) -> datetime:
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(step)
        count -= step if day.weekday() < 5 else 0
    return day


def letters(start: datetime, grain: str) -> str:
    """What TIMEX3 writes for the stretch of that grain that begins at `start`."""
    year = f"{start.year:04d}"
    if grain in ("day", "night"):
        return start.date().isoformat()
    if grain in ("week", "weekend"):
        iso = date(start.year, start.month, start.day).isocalendar()
        return f"{iso[0]:04d}-W{iso[1]:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{year}-{start.month:02d}"
    if grain == "quarter":
        return f"{year}-Q{(start.month + 2) // 3}"
    if grain == "season":
        return year + {3: "-SP", 6: "-SU", 9: "-FA", 12: "-WI"}[start.month]
    if grain in ("year", "decade", "century", "millennium"):
        return year[: {"year": 4, "decade": 3, "century": 2, "millennium": 1}[grain]]
    return start.strftime("%Y-%m-%dT" + {"hour": "%H", "minute": "%H:%M", "second": "%H:%M:%S"}[grain])


def at(day: datetime, unit: str, *, counted: bool = True) -> Moment:
    """The stretch of that unit around `day`."""
    start, end = stretch_at(day, unit)
    return Moment(start, end, unit, letters(start, unit), counted)


def between(first: Moment, last: Moment) -> Moment:
    """The stretch from the start of one moment to the start, or for the coarser ones the end, of another."""
    ends = (first, last)
    return Moment(
        first.start, last.start, "range", f"{first.timex}/{last.timex}", first.counted or last.counted, ends=ends
    )


def length_of(length: Length) -> str:
    """A length as ISO 8601 writes it, `X` for a number that is not said."""
    days, hours = "", ""
    for unit, count in sorted(length.parts, key=lambda p: UNITS.index(p[0])):
        letter = _LETTERS[unit]
        if unit == "weekend" and count is not None:
            letter, count = "D", count * 2
        if unit in ("decade", "century", "millennium"):
            factor = {"decade": 10, "century": 100, "millennium": 1000}[unit]
            letter, count = "Y", None if count is None else count * factor
        if count is not None and count != int(count) and unit in _FINER:
            finer, factor = _FINER[unit]
            rest = round((count - int(count)) * factor, 6)
            if rest == int(rest):
                return length_of(
                    Length(
                        tuple(
                            p
                            for p in (
                                *((u, c) for u, c in length.parts if u != unit),
                                (unit, int(count)),
                                (finer, rest),
                            )
                            if p[1] != 0
                        )
                    )
                )
        number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
        if letter.startswith("T"):
            hours += number + letter[1]
        else:
            days += number + letter
    return f"P{days}" + (f"T{hours}" if hours else "")


def seconds_of(length: Length) -> float | None:
    """How many seconds a length has, a month taken for 30 days and a year for 365; None where a number is not said."""
    total = 0.0
    for unit, count in length.parts:
        if count is None:
            return None
        days = {
            "month": 30,
            "quarter": 90,
            "season": 90,
            "year": 365,
            "decade": 3650,
            "century": 36500,
            "millennium": 365000,
            **DAYS_OF,
        }
        total += count * (
            SECONDS_OF[unit] if unit in SECONDS_OF else days[unit] * 86400 if unit != "weekend" else 2 * 86400
        )
    return total
