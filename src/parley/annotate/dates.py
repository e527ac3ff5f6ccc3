"""Finding dates, clock times and stretches of time in text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import msgspec

from parley.annotate.ascii_view import ascii_view
from parley.annotate.date_patterns import date_finder, date_forms
from parley.annotate.date_reading import in_year, of_year, read_form
from parley.annotate.date_resolution import date_bounds, resolve_date
from parley.annotate.timex import DateMention
from parley.lexicon import load_lexicon
from parley.lexicon.calendar import load_calendar
from parley.lexicon.units import Units
from parley.model import Span

__all__ = ["DateMention", "date_bounds", "find_dates", "resolve_date"]

_WORD_BEFORE = re.compile(r"([a-z]+)[ \n]+(?:the[ \n]+)?$")
_WORD_AFTER = re.compile(r"[ \n]+([a-z]+)")
_JOINED = re.compile(r"[ \n](?:to|and|or|until|till|through)[ \n]|[ \n]?-[ \n]?|,[ \n]")
_GOES_ON = re.compile(r"[,.]?\d")
_LAST_DAY = re.compile(r" ?(?:-|to|and|through|until) ?(?:the )?\d{1,2}$")
_BETWEEN = re.compile(r"between[ \n]$")
_DETERMINED = frozenset({"its", "their", "his", "her", "the", "a"})
_CONTEXT = 24  # characters before a mention in which its preposition stands


def find_dates(text: str) -> list[DateMention]:
    """All dates of `text` in order of their start; none overlaps another.

    Offsets are code points of `text`. Lengths of time ("five days") are quantities, not dates, unless they are counted
    from some day ("five days ago", "the past five days").
    """
    view = ascii_view(text)
    low = view.lower()
    found: list[DateMention] = []
    for hit in date_finder().finditer(low.encode()):
        start, end = _whole_numbers(low, *hit.span())
        mention = _read(text, view, low, (start, end))
        if mention is None:
            continue
        if found and _names_year_of(low, found[-1], mention):
            found[-1] = of_year(found[-1], mention, text)
        else:
            found.append(mention)
    return _joined_by_between(text, low, [_shared_year(low, *pair) for pair in pairwise(found)] + found[-1:])


def _joined_by_between(text: str, low: str, found: list[DateMention]) -> list[DateMention]:
    """ "between October and March" is one stretch of time."""
    if len(found) < 2:
        return found
    kept: list[DateMention] = []
    for mention in found:
        first = kept[-1] if kept else None
        if first is not None and _is_stretch(low, first, mention):
            span = Span(first.span.start, mention.span.end)
            value = f"{first.value}/{mention.value}"
            joined = {"span": span, "verbatim": span.of(text), "value": value, "last": mention.value}
            kept[-1] = msgspec.structs.replace(first, **joined)
        else:
            kept.append(mention)
    return kept


def _is_stretch(low: str, first: DateMention, last: DateMention) -> bool:
    same = first.kind == last.kind and first.kind in ("date", "month") and bool(first.month and last.month)
    plain = not (first.last or last.last or first.part or last.part) and first.year == last.year
    if not same or not plain or first.offset is not None or last.offset is not None:
        return False
    between = low[first.span.end : last.span.start]
    if between == "-":
        return first.kind == "month" and first.month < (last.month or 0) if first.month else False
    return between in (" and ", "\nand ", " and\n") and bool(
        _BETWEEN.search(low, max(0, first.span.start - 9), first.span.start)
    )


def _whole_numbers(low: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without a last day that is the beginning of another number ("since May 2 to 2,402")."""
    if not _GOES_ON.match(low, end):
        return start, end
    last = _LAST_DAY.search(low, start, end)
    return start, last.start() if last is not None else end


def _names_year_of(low: str, mention: DateMention, following: DateMention) -> bool:
    """Whether "last year" says which year a day or month just before it is of: "in July last year"."""
    if mention.year or not mention.month or mention.offset is not None or mention.kind == "season":
        return False
    relative = following.kind == "relative" and following.unit == "year" and following.offset in (-1, 0, 1)
    return relative and not following.part and low[mention.span.end : following.span.start] in (" ", ", ", " of ", "\n")


def _shared_year(low: str, mention: DateMention, following: DateMention) -> DateMention:
    """The mention, with the year that stands only after the one it is joined to: "January to April 2015"."""
    if mention.year or not mention.month or mention.offset is not None:
        return mention
    if not following.year or not following.month or "season" in (mention.kind, following.kind):
        return mention
    if not _JOINED.fullmatch(low, mention.span.end, following.span.start):
        return mention
    later = (mention.month, mention.day or 0) > (following.month, following.day or 31)
    return in_year(mention, following.year - later)


def _read(text: str, view: str, low: str, place: tuple[int, int]) -> DateMention | None:
    """The mention at `place`, or None when the words there name no time."""
    start, end = place
    if start and (view[start - 1].isalnum() or view[start - 1] == "_"):
        return None
    before = _WORD_BEFORE.search(low, max(0, start - _CONTEXT), start)
    word = before[1] if before else ""
    for name, pattern in date_forms():
        match = pattern.fullmatch(low, start, end)
        if match is None:
            continue
        if not _plausible(name, view, match, word):
            # "a Monday week-long stoppage": the weekday alone.
            shorter = {"weekday_week": "weekday", "month_day": "month"}.get(name)
            spelled = name != "month_day" or match["day_word"]
            return _read(text, view, low, (start, match.end(shorter))) if shorter and spelled else None
        fields = read_form(name, match)
        return None if fields is None else _mention(fields, Span(start, end), text, word)
    return None


def _mention(fields: dict[str, Any], span: Span, text: str, word: str) -> DateMention:
    names = load_calendar().context
    relation = names.relation_of.get(word, word) if word in names.relations else None
    place = {"span": span, "verbatim": span.of(text), "relation": fields.get("relation", relation)}
    return msgspec.convert({**fields, **place}, DateMention, from_attributes=True)


def _plausible(name: str, view: str, match: re.Match[str], word: str) -> bool:
    """Whether words that can name a time do so here."""
    after = _WORD_AFTER.match(view, match.end())
    next_word = after[1] if after else ""
    if name == "month":
        return _month_stands_alone(view, match, word)
    if name == "weekday":
        return _weekday_stands_alone(view, match, word)
    if name == "year":
        return _year_stands_alone(view, match, word, next_word)
    if name == "season":
        return next_word not in ("said",)
    if name in _PLAUSIBLE:
        return _PLAUSIBLE[name](match, word, next_word, view[match.end() : match.end() + 1])
    if (
        name == "month_day"
        and match["day_word"]
        and not match["year"]
        and view[match.end() : match.end() + 1] not in ",.;)"
        and (next_word.endswith("s") or word not in _DETERMINED)
    ):
        return False  # "in March three men": a count, and the month is lost with it; "its March six offer" is of a day
    if "month" in match.re.groupindex and name not in ("iso", "slashed"):
        return view[match.start("month")].isupper() or match["month"] not in load_calendar().context.ambiguous_months
    if name == "clock_24":
        return (
            view[match.start() - 1 : match.start()] not in (":", ".", "-")
            and view[match.end() : match.end() + 1] != ":"
        )
    return True


def _ends_there(next_word: str, following: str) -> bool:
    """Whether a time is over with the match, and describes no noun behind it ("the 21st floor", "the day after the vote")."""
    return following not in ("-", "'") and (next_word == "" or next_word in load_calendar().direction.closed)


def _after_preposition(match: re.Match[str], word: str, next_word: str, following: str) -> bool:
    """Seasons and days of the month that are one of several readings stand behind "in", "by", "until" and the like."""
    placed = word in load_calendar().context.relations - {"to", "at"} or bool(match.groupdict().get("which"))
    return placed and (_ends_there(next_word, following) or bool(match.groupdict().get("which")))


def _counted_from_elsewhere(match: re.Match[str], word: str, next_word: str, following: str) -> bool:
    return word not in ("the",) and following in (",", ".", ";", ")", "", "\n") and next_word == ""


def _is_feast(match: re.Match[str], word: str, next_word: str, following: str) -> bool:
    if match["feast"] == "new year" and word not in load_calendar().context.relations:
        return False
    return following not in ("-", "'") and next_word not in load_calendar().context.feast_names_after


def _is_week_away(match: re.Match[str], word: str, next_word: str, following: str) -> bool:
    return following != "-" and word not in load_calendar().context.named_days_before


def _is_span(match: re.Match[str], word: str, next_word: str, following: str) -> bool:
    """ "within a month" is counted from now, "within a month of its signing" from then."""
    return following != "-" and next_word not in ("of", "after", "from", "before")


_PLAUSIBLE: dict[str, Callable[[re.Match[str], str, str, str], bool]] = {
    "bare_season": _after_preposition, "nth_of_month": _after_preposition, "day_before": _counted_from_elsewhere,
    "feast": _is_feast, "weekday_week": _is_week_away, "within": _is_span,
}  # fmt: skip


def _month_stands_alone(view: str, match: re.Match[str], word: str) -> bool:
    """A month without day and year: with a capital, and where its name is another word, too, after a preposition."""
    if not view[match.start()].isupper():
        return False
    names = load_calendar().context
    ambiguous = match["month"] in names.ambiguous_months
    clear = word in names.relations or word in ("early", "late", "mid", "of", "and", "s") or not ambiguous
    return clear and not (ambiguous and view[match.end() : match.end() + 2].strip()[:1].isupper() and word == "by")


def _weekday_stands_alone(view: str, match: re.Match[str], word: str) -> bool:
    names = load_calendar().context
    begin = match.start("weekday")
    following = _WORD_AFTER.match(view.lower(), match.end())
    if word in names.named_days_before or (following and following[1] in names.named_days_after):
        return False
    if match["weekday"] not in names.ambiguous_weekdays:
        return view[begin].isupper()
    return view[begin].isupper() and word in names.relations


def _year_stands_alone(view: str, match: re.Match[str], word: str, next_word: str) -> bool:
    """A bare four-digit number is a year unless something beside it makes it an amount."""
    start, end = match.span()
    before, after = view[max(0, start - 2) : start], view[end : end + 2]
    if (
        before[-1:] in ("$", "#", ".", ",", "/", "-", "+")
        or after[:1] in ("%", "$", "/", "+", "-")
        or re.match(r"[.,]\d", after)
    ):
        return False
    if next_word in _unit_words():
        return False
    if before[-1:] in ("(", "'", "["):
        return True
    if next_word in load_calendar().context.year_nouns and 1900 <= int(match["year"]) < 2070:
        return word not in ("some", "about", "over", "than", "least", "most", "around", "only", "nearly", "almost")
    if word in load_calendar().context.year_before:
        return word not in ("over", "than", "around", "of", "to", "and") or not _plural(next_word)
    return not _plural(next_word) and not (int(match["year"]) % 100 == 0 and next_word != "")


def _plural(word: str) -> bool:
    if word in {"people", "men", "women", "children"}:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


def _unit_words() -> frozenset[str]:
    units = load_lexicon("units", Units)
    names = [*units.currency_words, *units.currency_hundredths, *units.shares, *units.durations, *units.measures]
    return frozenset(names)
