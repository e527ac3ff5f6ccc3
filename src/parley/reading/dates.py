"""Publication dates: in metadata, in a line of the text, in a file's name. Nothing ambiguous is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache

from parley.reading.words import outlets, reading_words

__all__ = ["date_in_name", "date_in_text", "is_date_line", "parse_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?:(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    rf"|(?P<d2>{_DAY})[\s-]+(?:of\s+)?(?P<m2>{_MONTH_NAMES})\.?,?[\s-]+(?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH_NAMES})\.?\s+(?P<d3>{_DAY}),?\s+(?P<y3>\d{{4}})"
    r"|(?P<a4>\d{1,2})[/.-](?P<b4>\d{1,2})[/.-](?P<y4>\d{4}))(?!\d)"
)
_TIME = (
    r"(?:[T\s,|]+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?!\d)"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|[A-Z]{3,4}\b)?)?"
)
_FULL = re.compile(_WEEKDAY + _DATE + r"(?:\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)?" + _TIME, re.IGNORECASE)
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’/-]+(?:,\s+[A-Z][\w .'’/-]{1,30})?,\s+(?P<date>(?i:" + re.sub(r"\?P<\w+>", "?:", _DATE)
    + r")),?\s*(?:\([^()\n]{2,40}\)\s*)?(?:-{1,2}|–|—|:)\s"
)  # fmt: skip
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_HEAD_LINES = 12
_HEAD_REACH = 300  # characters of a long first line in which "Published ..." is still page furniture
_YEARS = range(1700, 2200)


def parse_date(words: str | None) -> str | None:
    """`words` as an ISO date, or date-time (with its offset from UTC when a zone is given).

    None when they do not begin with a full date, or when day and month cannot be told apart ("03/04/2023").
    """
    words = (words or "").strip()
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        match = _FULL.match(words)
        return _iso(match) if match else None
    if moment.year not in _YEARS:
        return None
    return moment.date().isoformat() if not re.search(r"\d[T ]\d", words) else moment.isoformat()


def date_in_text(text: str) -> str | None:
    """The date a report gives for itself in its first lines: a date line, "Published: ...", or a dateline with a year."""
    lines = list(_head(text))
    for find in (_published, _bare, _dateline, _credited, _updated):
        for number, line in enumerate(lines):
            if (found := find(line, number)) is not None:
                return found
    return None


def date_in_name(stem: str) -> str | None:
    """The one full date (2023-11-14, 20231114) in a file's name without its suffix; None when there are two."""
    found = {_day(int(y), int(m), int(d)) for y, _, m, d in _IN_NAME.findall(stem)} - {None}
    return found.pop() if len(found) == 1 else None


def is_date_line(line: str) -> bool:
    """Whether `line` holds a publication date and no running text."""
    rest = _leads().sub("", line.strip(" \t|*_"))
    match = _FULL.match(rest)
    return match is not None and len(rest) - match.end() <= 40 and not rest[match.end() :].rstrip().endswith(".")


def _head(text: str) -> Iterator[str]:
    lines = (line.strip(" \t*_|") for line in re.split(r"\r\n|\r|\n", text[:8000]))
    for _, line in zip(range(_HEAD_LINES), filter(None, lines), strict=False):
        yield line[:_HEAD_REACH]


@cache
def _leads() -> re.Pattern[str]:
    words = reading_words().dates
    return re.compile(rf"\s*(?:{_choice(words.published_leads + words.updated_leads)})\b[:\s]*", re.IGNORECASE)


def _choice(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _led(updated: bool) -> re.Pattern[str]:
    """A lead ("Published on", "Updated") and a date: at a line's start, or within it when a colon or capital marks it."""
    words = reading_words().dates
    leads = _choice(words.updated_leads if updated else words.published_leads)
    return re.compile(rf"(?:^\s*(?:(?i:{leads}))|(?<=\s)(?=[A-Z])(?i:{leads}))\b[:\s]+(?=[\w])")


def _published(line: str, number: int) -> str | None:
    return _after_lead(_led(False), line)


def _updated(line: str, number: int) -> str | None:
    return _after_lead(_led(True), line)


def _after_lead(leads: re.Pattern[str], line: str) -> str | None:
    matches = (_FULL.match(line, lead.end()) for lead in leads.finditer(line))
    return next((iso for match in matches if match and (iso := _iso(match))), None)


def _bare(line: str, number: int) -> str | None:
    """A date that opens one of the first lines and is no part of its sentence."""
    match = _FULL.match(line)
    if match is None:
        return None
    rest = line[match.end() :].lstrip()
    alone = not rest or (len(rest) <= 40 and rest[0] in "|-–—•·(,/" and not rest.endswith("."))
    opens = number <= 2 and bool(re.match(r"[|•·]|[A-Z0-9\"“‘'*]|at \d", rest))
    return _iso(match) if alone or opens else None


def _dateline(line: str, number: int) -> str | None:
    match = _DATELINE.match(line)
    return parse_date(match["date"]) if match else None


def _credited(line: str, number: int) -> str | None:
    """A date right behind an agency's name, where pages run headline, credit and date together."""
    return _after_lead(_agencies(), line)


@cache
def _agencies() -> re.Pattern[str]:
    names = tuple(name for outlet in outlets() if outlet.kind == "agency" for name in (outlet.name, *outlet.aliases))
    return re.compile(rf"\b(?:{_choice(names)})\b[\s|,:)–—-]+")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    day = _day_of(match)
    return None if day is None else day + _clock(match)


def _day_of(match: re.Match[str]) -> str | None:
    if match["y1"]:
        return _day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y4"]:
        return _numeric_day(int(match["a4"]), int(match["b4"]), int(match["y4"]))
    day, month, year = ("d2", "m2", "y2") if match["y2"] else ("d3", "m3", "y3")
    number = int(re.sub(r"\D", "", match[day]))
    return _day(int(match[year]), _MONTHS.index(match[month][:3].lower()) + 1, number)


def _numeric_day(first: int, second: int, year: int) -> str | None:
    """14/11/2023 and 11/14/2023 are plain; of 03/04/2023 nobody can tell which is the month."""
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _clock(match: re.Match[str]) -> str:
    """`Thh:mm[:ss][offset]`, empty without a sound time; the offset only for a zone with one meaning."""
    if match["hour"] is None:
        return ""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if (half := (match["half"] or "").lower()) and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(match['zone'] or '')}"


def _offset(zone: str) -> str:
    if zone[:1] in ("+", "-"):
        return f"{zone[:3]}:{zone[-2:]}"
    hours = reading_words().dates.zones.get(zone.upper())
    return "" if hours is None else datetime.min.replace(tzinfo=timezone(timedelta(hours=hours))).isoformat()[-6:]
