"""Datelines and date stamps: the place and day a report is dated from, and the day a page prints above it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from parley.lexicon import load_lexicon
from parley.lexicon.abbreviations import Abbreviations
from parley.lexicon.calendar import load_calendar
from parley.lexicon.furniture import Furniture
from parley.model import Date

__all__ = ["Dateline", "match_dateline", "match_stamp"]

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*[A-ZÀ-ÖØ-Þ.]"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_JOINED = r"(?:[ \t]*[/&-][ \t]*|[ \t])"
_SEPARATOR = re.compile(
    r"[ \t\u00a0]*(?:—|–|--)[ \t\u00a0]*(?=\S)|[ \t\u00a0]*[-:][ \t\u00a0]+(?=\S)|[ \t\u00a0]{2,}(?=\S)"
)
_AGENCY = re.compile(r"[ \t]*[(\[]([^()\[\]\n]{2,40})[)\]]")
_TIME = re.compile(
    r"(?:[ \t]*[|,-])?[ \t]*(?:at[ \t]+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}(?=[ \t]*[ap]\.?m))(?:[ \t]*[ap]\.?m\b\.?)?"
    r"(?:[ \t]*\(?(?:[A-Z]{2,5}\b)\)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_OPENING = re.compile(r"[A-ZÀ-ÖØ-Þ\d\"“'‘«]")


class Dateline(msgspec.Struct, frozen=True):
    """A dateline that ends, separator left out, at `end`; the sentence after it starts at or after `resume`."""

    end: int
    resume: int
    date: Date | None = None
    agency: str | None = None


def match_stamp(text: str, at: int, end: int, published: str | None) -> Dateline | None:
    """A date that the page prints at `at`, with what leads it in ("Updated: 3 May 2024, 10:05 GMT").

    Without a lead-in the date needs its year, and to stand before a new sentence or the end of the line.
    """
    lead = _patterns().lead.match(text, at, end)
    start = lead.end() if lead else at
    found = _read_date(text, start, end, published)
    if found is None:
        return None
    date, stop = found
    time = _TIME.match(text, stop, end)
    stop = time.end() if time else stop
    if lead is None:
        after = text[stop:end].lstrip(" \t|,.-–—\u00a0")
        if date.edtf[:4] == "XXXX" or (after and not _OPENING.match(after)):
            return None
    return Dateline(stop, stop, date)


def match_dateline(text: str, at: int, end: int, *, published: str | None, lead: bool) -> Dateline | None:
    """A place at `at`, with its day and agency where they are given, before the text it dates.

    `lead` says that no running text came before: only there a place may be written small, or stand before a bare space.
    """
    place = _patterns().capitals.match(text, at, end)
    if place is not None and not _is_place(place[0]):
        return None
    small = place is None
    if place is None and lead:
        place = _patterns().name.match(text, at, end)
    if place is None:
        return None
    stop, date = place.end(), None
    found = _dated(text, stop, end, published)
    if found:
        date, stop = found
    agency = _AGENCY.match(text, stop, end)
    name = _lexicon().agencies.get(agency[1].strip().lower()) if agency else None
    stop = agency.end() if agency else stop
    if not text[stop:end].strip():
        return Dateline(stop, end, date, name) if date else None
    separator = _SEPARATOR.match(text, stop, end)
    if separator and _fits(text, separator, small, lead=lead, marked=bool(date or agency)):
        return Dateline(stop, separator.end(), date, name)
    if small or not _stands_alone(text, place, stop, end, lead=lead, agency=name):
        return None
    return Dateline(stop, stop, date, name)


def _is_place(words: str) -> bool:
    """Whether capitals can be a place's: a word of three letters or more, no more than a few, none a small one."""
    parts = re.split(r"[\s/&-]+", words.split(",")[0])
    long = len(parts[0].replace(".", "")) >= 3 or parts[0] in {"ST.", "ST", "LA", "EL", "AL"}
    parts = parts[1:] if parts[0] == "THE" else parts  # THE HAGUE, THE VALLEY
    return long and bool(parts) and _words().small.isdisjoint(part.lower() for part in parts)


def _fits(text: str, separator: re.Match[str], small: bool, *, lead: bool, marked: bool) -> bool:
    """Whether what follows the separator is the beginning of a sentence, and the separator one of datelines."""
    if not _OPENING.match(text, separator.end()):
        return False
    sign = separator[0].strip()
    if marked:
        return True
    if sign in {":", ""}:
        return lead and (not small or sign == "" or _opens_sentence(text, separator.end()))
    return not small or lead


def _opens_sentence(text: str, at: int) -> bool:
    word = re.compile(r"\w+").match(text, at)
    return word is not None and word[0].lower() in _words().openers


def _stands_alone(text: str, place: re.Match[str], stop: int, end: int, *, lead: bool, agency: str | None) -> bool:
    """Whether a place in capitals stands before its text with a single space between ("RIYADH The council")."""
    follows = stop + 1
    if not text[stop : stop + 1].isspace() or not _OPENING.match(text, follows, end):
        return False
    if agency:
        return True
    if not lead or len(place[0]) < 4 or (text[follows : follows + 2].isupper() and text[follows + 1].isupper()):
        return False
    word = place[0].split(",")[0]
    again = re.compile(rf"\b{re.escape(word)}\b").search(text, end) or re.compile(rf"\b{re.escape(word)}\b").search(
        text, stop, end
    )
    if again or any(c.isdigit() for c in word):
        return False
    return _opens_sentence(text, follows) or len(word) >= 6 or word.title() in text


def _dated(text: str, at: int, end: int, published: str | None) -> tuple[Date, int] | None:
    comma = re.compile(r"[ \t]*,?[ \t]+(?:\(?)").match(text, at, end)
    return _read_date(text, comma.end(), end, published) if comma else None


def _read_date(text: str, at: int, end: int, published: str | None) -> tuple[Date, int] | None:
    """The date at `at` and where it ends."""
    patterns = _patterns()
    if match := _ISO.match(text, at, end):
        year, month, day = (int(g) for g in match.groups())
        return _made(match, str(year), month, day)
    if match := _NUMERIC.match(text, at, end):
        return _numeric(match)
    if match := patterns.day_first.match(text, at, end):
        return _named(match, match[2], match[1], match[3], published)
    if match := patterns.month_first.match(text, at, end):
        return _named(match, match[1], match[2], match[3], published)
    return None


def _numeric(match: re.Match[str]) -> tuple[Date, int] | None:
    first, mark, second, year = match.groups()
    day, month = int(first), int(second)
    if month > 12:
        day, month = month, day
    elif mark != "." and day <= 12 and day != month:
        why = f"'{match[0]}' may be read with day or month first"
        return Date(f"{year}-XX-XX", match[0], why), match.end()
    return _made(match, year, month, day)


def _named(
    match: re.Match[str], month_name: str, day: str, year: str | None, published: str | None
) -> tuple[Date, int] | None:
    month = load_calendar().months[month_name.lower()]
    return _made(match, year or _year_of(month, int(day), published), month, int(day))


def _year_of(month: int, day: int, published: str | None) -> str:
    """The year that puts a day at or shortly before the day of publication; XXXX when that is unknown."""
    if not published or not re.compile(r"\d{4}-\d\d-\d\d").match(published):
        return "XXXX"
    year, later = int(published[:4]), (month, day) > (int(published[5:7]), int(published[8:10]) + 1)
    return f"{year - 1 if later else year:04}"


def _made(match: re.Match[str], year: str, month: int, day: int) -> tuple[Date, int] | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    why = "the report gives neither the year nor a publication date" if year == "XXXX" else None
    return Date(f"{year}-{month:02}-{day:02}", match[0].strip(), why), match.end()


class _Patterns(msgspec.Struct, frozen=True):
    lead: re.Pattern[str]
    capitals: re.Pattern[str]
    name: re.Pattern[str]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    calendar = load_calendar()
    months = "|".join(sorted(calendar.months, key=len, reverse=True))
    days = "|".join(sorted(calendar.weekdays, key=len, reverse=True))
    leads = "|".join(re.escape(lead).replace(r"\ ", r"[ \t]+") for lead in _lexicon().stamp_leads)
    weekday = rf"(?:(?:{days})\.?,?[ \t]+)?"
    year = r"(?:,?[ \t]+(\d{4})\b)?"
    any_month = rf"(?i:{months})"
    region_name = rf",[ \t]+(?!{any_month}\b){_NAME}"
    region = rf"(?:{region_name}(?:[ \t]{_NAME}){{0,2}}(?=[ \t]*[-–—:,(]|[ \t]{{2}})|{region_name}(?=[ \t]))?"
    return _Patterns(
        lead=re.compile(rf"(?:{leads})\b[ \t]*[:|-]?[ \t]*", re.IGNORECASE),
        capitals=re.compile(rf"{_CAPITALS}(?:{_JOINED}{_CAPITALS}){{0,5}}{region}(?![\w])"),
        name=re.compile(
            rf"(?!(?:{any_month}|(?i:{days}))\b){_NAME}(?:{_JOINED}{_NAME}){{0,3}}?{region}(?=[ \t]*[-–—:,(]|[ \t]{{2}})"
        ),
        day_first=re.compile(rf"{weekday}(\d{{1,2}})(?:st|nd|rd|th)?[ \t]+({months})\b\.?{year}", re.IGNORECASE),
        month_first=re.compile(
            rf"{weekday}({months})\b\.?[ \t]+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d){year}", re.IGNORECASE
        ),
    )


@cache
def _lexicon() -> Furniture:
    lexicon: Furniture = load_lexicon("furniture", Furniture)
    return lexicon


@cache
def _words() -> Abbreviations:
    lexicon: Abbreviations = load_lexicon("abbreviations", Abbreviations)
    return lexicon
