"""The words of a text as items of the grammar of time: each with a name that its patterns know it by."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from parley.annotate.ascii_view import ascii_view
from parley.annotate.date_patterns import numbers, words_of
from parley.annotate.numerals import addresses_in, read_numeral, with_signs
from parley.lexicon.calendar import load_calendar
from parley.lexicon.times import load_times

__all__ = ["Islamic", "Item", "read_items"]

_MASTER = r"""
(?P<brk>\n[ \t]*\n)
|(?P<isodt>\d{4}-\d\d-\d\d(?:t|[ ]+)\d\d:\d\d(?::\d\d)?(?:\.\d+)?z?\b)
|(?P<ymd>(?<![\d/.])[12]\d{3}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d|[-/]\d))
|(?P<mixed>(?<![\d/-])(?:[12]\d{3}(?P<s3>[-/])\d{1,2}(?P=s3)MONTH\b|MONTH(?P<s4>[-/])[12]\d{3}(?P=s4)\d{1,2}\b|\d{1,2}(?P<s5>[-/])[12]\d{3}(?P=s5)MONTH\b))
|(?P<dmy>(?<![\d/.])(?<!\b\d{3}-)\d{1,2}[ ]?(?P<s2>[-/.])[ ]?\d{1,2}[ ]?(?P=s2)[ ]?(?:\d{4}|\d{2})(?![\d/]))
|(?P<ymond>(?<!\d)[12]\d{3}[-/]MONTH[-/]\d{1,2}\b)
|(?P<dmony>(?<!\d)\d{1,2}[-/]MONTH[-/](?:[12]\d{3}|\d\d)\b)
|(?P<hms>(?<![\d:.])(?:\bt)?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])|(?<![\w:.])(?:[01]?\d|2[0-3])h[0-5]\d\b)
|(?P<compact>(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
|(?P<half>(?<![\d/])(?:\d{1,3}[ ](?:[135]/[2468]|7/8|2/3)|[123]/[234])(?![\d/]))
|(?P<sign>\d{0,3}\x01)
|(?P<md>(?<![\d/.])\d{1,2}/\d{1,2}(?![\d/]|\.\d))
|(?P<num>(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)
|(?P<word>FEASTS|o'clock|PHRASES|[ap][ ]?\.?[ ]?m\b(?:[ ]?\.)?|[a-z]+)
|(?P<poss>'s?\b|'(?=[\s,.]))
|(?P<sym>[^\s\w])
"""


_ISH = re.compile(r"-?ish\b")
_ADDRESSED = ("ymd", "compact")  # dates that addresses of the web are made with
_TENS = ("20", "30", "40", "50", "60", "70", "80", "90")


class Islamic(NamedTuple):
    """A month (Muharram is 1) and a day of the Islamic calendar."""

    month: int
    day: int


class Item(NamedTuple):
    """A stretch of the text (half-open) with its name in the grammar, its value, and its words in lower case."""

    name: str
    start: int
    end: int
    value: Any
    text: str


@cache
def _finder() -> re.Pattern[str]:
    source = _MASTER.replace("MONTH", words_of(load_calendar().months))
    more = load_times()
    joining = (word for words in more.joining.values() for word in words)
    others = [*more.rates, *more.day_parts, *joining]
    phrases = [*more.phrases, *(word for word in others if not word.isalpha() and word != "o'clock")]
    source = source.replace("FEASTS", _escaped(_feasts()) + r"\b").replace("PHRASES", _escaped(phrases) + r"\b")
    return re.compile(source, re.VERBOSE)


def _escaped(words: object) -> str:
    return words_of([w for w in words if w]).replace("#", r"\#")  # type: ignore[attr-defined]


@cache
def _feasts() -> dict[str, Any]:
    """Feasts by name: (month, day), days after Easter, or (month, weekday, which)."""
    names, more = load_calendar(), load_times()
    fixed = {**names.feasts, **more.fixed_feasts}
    found: dict[str, Any] = {name: tuple(int(p) for p in day.split("-")) for name, day in fixed.items()}
    islamic = {name: Islamic(*day) for name, day in more.islamic_feasts.items()}
    return {**found, **names.feast_days, **more.moving_feasts, **islamic}


@cache
def _words() -> dict[str, tuple[str, Any]]:
    """Name and value of every word the grammar knows; later groups win."""
    names, more = load_calendar(), load_times()
    found: dict[str, tuple[str, Any]] = {}
    for group, words in more.joining.items():
        found.update(dict.fromkeys(words, (group, None)))
    found.update({word: ("ref", value) for word, value in {**more.references, **more.phrases}.items()})
    found.update({word: ("rate", value) for word, value in more.rates.items()})
    found.update({word: ("close", value) for word, value in more.closes.items()})
    found.update({word: ("phase", value) for word, value in more.phases.items()})
    found.update({word: ("unit", value) for word, value in more.units.items()})
    found.update({word: ("part", value) for word, value in more.day_parts.items()})
    found.update({word: ("rel", value) for word, value in more.days.items()})
    found.update({word: ("hour", value) for word, value in more.hours.items()})
    found.update({word: ("dir", value) for word, value in more.directions.items()})
    found.update({word: ("month", value) for word, value in names.months.items()})
    found.update({word: ("weekday", value) for word, value in names.weekdays.items()})
    seasons = list(names.seasons)
    found.update({word: ("season", seasons.index(word)) for word in seasons})
    found["fall"] = ("season", seasons.index("autumn"))
    found.update({word: ("decade", value) for word, value in more.decades.items()})
    found["half"] = ("halfword", 0.5)
    days = [word for word in names.weekdays if len(word) > 5]
    found.update({f"{word}s": ("rate", f"XXXX-WXX-{names.weekdays[word]}") for word in days})
    found.update({word: ("feast", value) for word, value in _feasts().items()})
    return found


def read_items(text: str) -> list[Item]:
    """The items of `text` in order; white space is left out, a blank line is an item of its own."""
    view = ascii_view(text)
    low = with_signs(text, view.lower())
    addresses = addresses_in(low)
    items: list[Item] = []
    place = 0
    while match := _finder().search(low, place):
        beyond = next((end for start, end in addresses if start <= match.start() < end), None)
        if beyond is not None and match.lastgroup not in _ADDRESSED:
            place = match.end()
            continue
        item = _item(text, view, low, match, items)
        items.append(item)
        place = max(item.end, match.start() + 1)
    return items


def _item(text: str, view: str, low: str, match: re.Match[str], before: list[Item]) -> Item:
    name, words = match.lastgroup or "sym", match[0]
    name = next(n for n in _KINDS if match.group(n) is not None)
    start, end = match.span()
    if name == "word":
        return _word(view, low, match, before)
    if name == "num":
        value = float(words.replace(",", ""))
        year = len(words) == 4 and words.isdigit() and 1000 <= value < 2200
        if value < 25 and words.isdigit() and (about := _ISH.match(low, end)):
            return Item("ish", start, about.end(), int(value), words)
        rest = re.match(r"(?:st|nd|rd|th)\b", low[end : end + 3])
        if rest and words.isdigit():
            return Item("ord", start, end + rest.end(), int(value), words)
        tens = (
            re.match(r" ?'?s\b", low[end : end + 4])
            if words in _TENS and before and before[-1].text in ("the", "'", "early", "late", "mid", "-", "in")
            else None
        )
        if tens:
            return Item("decade", start, end + tens.end(), 1900 + int(value), words)
        if year and re.match(r" ?s\b|'s\b(?! [a-z]+ quarter)", low[end : end + 12]) and words.endswith("0"):
            tail = re.match(r" ?'?s", low[end : end + 3])
            return Item("decade", start, end + (tail.end() if tail else 0), int(value), words)
        return Item("yr" if year else "num", start, end, value, words)
    if name == "sign":
        return Item("half", start, end, float(words[:-1] or 0) + numbers().signs.get(text[end - 1], 0), words)
    if name == "half":
        whole, _, part = words.rpartition(" ") if " " in words else ("", "", words)
        top, bottom = part.split("/")
        value = float(whole or 0) + int(top[-1]) / int(bottom) + (float(top[:-1]) if len(top) > 1 else 0)
        return Item("half", start, end, value, words)
    return Item(name, start, end, words, words)


_KINDS = (
    "brk", "isodt", "ymd", "mixed", "dmy", "ymond", "dmony", "hms", "compact", "half", "sign", "md", "num", "word", "poss", "sym",
)  # fmt: skip


def _word(view: str, low: str, match: re.Match[str], before: list[Item]) -> Item:
    words, (start, end) = match[0], match.span()
    previous = before[-1] if before else None
    glued = previous is not None and previous.end == start
    bare = words.replace(".", "").replace(" ", "")
    letter = glued and bare in ("a", "p") and not low[end : end + 1].isalnum()
    if (
        glued
        and previous is not None
        and previous.text == "."
        and bare in ("am", "pm")
        and before[-2:-1]
        and before[-2].name == "num"
    ):
        return Item("ampm", start, end, bare[0], words)
    if bare in ("am", "pm") and "." not in words[:-1] and words.endswith("."):
        words, end = words[:-1], end - 1  # "5 pm.", at the end of a sentence
    if (letter or bare in ("am", "pm")) and previous and previous.name in ("num", "hms", "yr", "oclock"):
        return Item("ampm", start, end, bare[0], words)
    if bare in ("am", "pm") and previous and previous.name in ("weekday", "rel") and words[0] != "a.":
        return Item(
            "part",
            start,
            end,
            load_times().day_parts["morning" if bare == "am" else "afternoon"],
            "morning" if bare == "am" else "afternoon",
        )
    if bare in ("am", "pm") and words != bare:
        words = words[0]
    end = start + len(words)
    words = " ".join(words.split())
    if words in _words() and not (previous and previous.text == "good" and _words()[words][0] == "part"):
        name, value = _words()[words]
        return _doubted(view, Item(name, start, end, value, words), previous, low)
    numeral = None
    if (
        words in numbers().cardinals
        or words in numbers().ordinals
        or words in numbers().scales
        or words in _vague_heads()
    ):
        numeral = read_numeral(view, low, start)
        if numeral is not None and numeral.form == "fraction" and words in numbers().cardinals:
            return Item("num", start, end, float(numbers().cardinals[words]), words)  # "three quarters" of a year
    if numeral is not None and numeral.form in ("words", "vague", "ordinal"):
        name = {"words": "num", "vague": "some", "ordinal": "ord"}[numeral.form]
        value = numeral.lower if numeral.lower != int(numeral.lower) or name == "num" else int(numeral.lower)
        return Item(name, start, numeral.end, value, low[start : numeral.end])
    if words == "few":
        return Item("some", start, end, 3, words)
    if words in ("couple", "pair"):
        return Item("some", start, end, 2, words)
    return Item(
        words if words in ("q", "w", "s", "h", "fy", "sy", "cy", "date", "period") else "x", start, end, None, words
    )


@cache
def _vague_heads() -> frozenset[str]:
    return frozenset(word.split()[0] for word in numbers().vague) - {"a"}


def _doubted(view: str, item: Item, previous: Item | None, low: str) -> Item:
    """A name of a month or weekday that may be another word is kept only where something beside it makes it a time."""
    doubtful = load_times().doubtful
    if item.name not in ("month", "weekday") or item.text not in doubtful.months | doubtful.weekdays:
        return item
    capital = view[item.start].isupper()
    known = _counted_after(low, item.end) or _named_before(item, previous, capital=capital)
    if not known and item.name == "weekday":
        known = capital and item.text not in doubtful.verbs
    if not known and item.text in ("march", "may"):
        known = capital and previous is not None and previous.text not in (".", '"', "?", "!", "-", ":")
    return item if known else Item("x", item.start, item.end, None, item.text)


def _counted_after(low: str, end: int) -> bool:
    """Whether a number, a day in words or another month stands behind the name."""
    rest = low[end : end + 24]
    return (
        re.match(
            rf"[.,/-]?\s*(?:the )?(?:\d|{words_of(numbers().ordinals)}\b|twenty|thirty)|-(?:{words_of(load_calendar().months)})\b",
            rest,
        )
        is not None
    )


def _named_before(item: Item, previous: Item | None, *, capital: bool) -> bool:
    """Whether what stands before the name makes it a time."""
    if previous is None:
        return False
    if item.text == "may" and not capital and previous.name == "num" and not previous.text.isdigit():
        return False
    if previous.name in ("num", "ord") or (previous.text in "/-" and item.name == "month"):
        return True
    if item.name == "weekday":
        return previous.name == "weekday" or previous.text in load_times().doubtful.before_weekdays
    return previous.text in load_times().doubtful.before and (
        capital or previous.text not in ("to", "by", "from", "on", "and", "this", "for", "after", "before")
    )
