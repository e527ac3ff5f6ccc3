"""How dates are written: one pattern for each form, over lower-case ASCII text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import re2

from parley.lexicon import load_lexicon
from parley.lexicon.calendar import load_calendar
from parley.lexicon.numbers import Numbers

__all__ = ["date_finder", "date_forms", "numbers", "words_of"]

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_WORDS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five|six|seven|eight|nine|ten"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_UNIT = r"(?:hour|day|weekend|week|month|quarter|year|decade|century)"
_UNITS = r"(?:hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|centuries)"
_PLURALS = r"(?:hours|days|nights|weekends|weeks|fortnights|months|quarters|years|decades|centuries)"
_WHICH = r"(?:last|next|this|past|previous|coming|following|same|current|that|this past|this coming|this last|immediate past)"


@cache
def numbers() -> Numbers:
    """The lexicon of numbers."""
    return load_lexicon("numbers", Numbers)


def words_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; a space in one stands for any white space, so does a hyphen."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[ \n]+") for w in ordered) + ")"


def _written_forms() -> dict[str, str]:
    """The source of each form, with its parts as named groups; earlier forms win."""
    names = load_calendar()
    month, weekday = words_of(names.months), words_of(names.weekdays)
    parts, day_parts = words_of(names.parts), words_of(names.day_parts)
    feasts = words_of([*names.feasts, *names.feast_days])
    zones, season = words_of(names.zones), words_of([*names.seasons, "fall"])
    number = rf"(?:\d{{1,3}}|an?|{words_of(names_of_counts())})"
    range_ = r"(?:(?:st|nd|rd|th)? ?(?:-|to|and|through|until) ?(?:the )?(?P<last_day>" + _DAY + r"))?"
    nth = r"(?:st|nd|rd|th)?"
    lead = rf"(?:(?P<weekday>{weekday})\.?,? )?"
    zone = rf"(?: ?\(?(?P<zone>{zones})\b| (?P<local>local)(?: time)?\b)?"
    return {
        "iso": rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})\b(?:[t ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<zulu>z)?)?",
        "slashed": rf"(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-](?P<year>{_YEAR})\b",
        "month_day": rf"{lead}(?P<month>{month})\b\.?[ \n](?:the )?(?:(?P<day>{_DAY}){range_}{nth}|(?P<day_word>{_DAY_WORDS}))\b(?:(?:,?[ \n]|[ \n]of[ \n])(?P<year>{_YEAR})\b(?:,?[ \n]{weekday}\b)?)?",
        "day_month": rf"{lead}(?P<day>{_DAY}){range_}{nth}(?:[ \n]of[ \n]|[ \n]|-)(?P<month>{month})\b(?:(?:\.?,?[ \n]|-|[ \n]of[ \n])(?P<year>{_YEAR})\b)?",
        "part_month": rf"(?:the )?(?P<part>{parts})(?:-|[ \n](?:of[ \n]|in[ \n])?(?:last |this |next )?)(?P<month>{month})\b(?:,?[ \n](?P<year>{_YEAR})\b)?",
        "month_year": rf"(?P<month>{month})\b\.?(?:,?[ \n]|[ \n]of[ \n])(?P<year>{_YEAR})\b",
        "clock_12": rf"(?P<hour>0?[1-9]|1[0-2])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m\b|\.m\.?){zone}",
        "clock_24": rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?\b(?: ?(?:hrs|hours|h)\b)?{zone}",
        "clock_zone": rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:(?P<zone>{zones})\b|(?P<local>local time|hrs|hours)\b)",
        "o_clock": r"(?P<hour_word>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock\b",
        "midday": r"(?P<midday>noon|midnight|midday)\b",
        "other_day": r"(?:the )?day (?:(?P<before>before yesterday)|(?P<after>after tomorrow))\b",
        "day_before": r"the (?P<unit>day|night|morning|evening|afternoon|week|weekend|month|year) (?P<word>before|after|earlier|later)\b",
        "night": rf"(?P<which>last night|this (?P<day_part>{day_parts})|overnight)\b",
        "day_word": rf"(?:(?P<part>early|late|earlier|later) )?(?P<word>{words_of(names.days)})\b(?:[ \n](?P<day_part>{day_parts})\b)?",
        "every": rf"(?:every|each)[ \n](?:(?P<weekday>{weekday})|(?P<unit>{_UNIT}))\b",
        "weekday_week": rf"(?P<weekday>{weekday})[ \n](?:(?:of[ \n])?(?P<which>this|next|last)[ \n]week|(?P<ahead>week|(?:a[ \n]|in[ \n]a[ \n])?fortnight))\b",
        "week_on": rf"a[ \n](?P<ahead>week|fortnight)[ \n](?:on|from|this)[ \n](?:(?P<weekday>{weekday})|(?P<word>today|tomorrow))\b",
        "weekday": rf"(?:(?P<which>{_WHICH}|the {_WHICH})[ \n])?(?P<weekday>{weekday})(?P<plural>s)?\b(?:[ \n](?P<day_part>{day_parts})\b)?",
        "month_which": rf"(?P<which>{_WHICH})[ \n](?P<month>{month})\b",
        "part_of": rf"(?:the )?(?P<part>{parts})[ \n]of[ \n](?P<which>the|{_WHICH}|the {_WHICH})[ \n](?P<unit>{_UNIT})\b",
        "unit_out": r"the[ \n](?P<unit>week|month|year)[ \n](?:is[ \n](?:out|over)|ends)\b",
        "unit_end": r"(?P<unit>year|month|week)-end\b",
        "stretch": rf"(?:the[ \n])?(?P<which>past|last|next|coming|previous|following|recent)[ \n](?:(?P<number>{number})[ \n-](?:or so[ \n])?(?P<units>{_UNITS})|(?P<plural>{_PLURALS}))\b",
        "which_unit": rf"(?:(?P<part>{parts})(?:[ \n]|-))?(?:the[ \n])?(?P<which>{_WHICH})[ \n](?P<unit>{_UNIT})\b",
        "weekend": r"the[ \n](?P<unit>weekend)\b",
        "ago": rf"(?P<number>{number})(?:[ \n-]or[ \n](?:so|more))?[ \n](?P<units>{_UNITS})[ \n](?P<word>ago|earlier|later|hence|from now|from today)\b",
        "hence": rf"in[ \n](?P<number>{number})[ \n](?P<units>{_UNITS})'?(?:s)?[ \n]time\b",
        "within": rf"within[ \n](?:the[ \n](?P<whole>week|month|year)\b|(?:(?:the|a)[ \n])?(?:next[ \n])?(?:space[ \n]of[ \n])?(?P<number>{number})[ \n-](?P<units>{_UNITS})\b)",
        "century": r"(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<number>\d\d?)(?:st|nd|rd|th)[ -]century\b",
        "decade": r"(?:the )?(?:(?P<part>early|mid|late)(?: |-))?(?:(?P<decade>1[5-9]\d0|20\d0)'?s|'(?P<short>[2-9]0)s)\b",
        "season": rf"(?:(?P<which>{_WHICH}|the {_WHICH}) (?P<season_a>{season})|(?P<season_b>{season})(?: of|,)? (?P<year>{_YEAR}))\b",
        "quarter": rf"(?:the )?(?P<nth>first|second|third|fourth)[ \n-]quarter\b(?:,?[ \n](?:of[ \n])?(?P<year>{_YEAR})\b)?",
        "bare_season": rf"(?:the )?(?P<season>{season})\b",
        "feast": rf"(?:(?P<which>last|next|this) )?(?P<feast>{feasts})\b(?:,?[ \n](?P<year>{_YEAR})\b)?",
        "nth_of_month": rf"(?P<day>{_DAY})(?:st|nd|rd|th)(?:[ \n]of[ \n](?P<which>this|last|next)[ \n]month)?\b",
        "years": rf"(?P<year>{_YEAR})(?:-|/)(?P<last_year>{_YEAR}|\d\d)\b",
        "part_year": rf"(?:the )?(?P<part>{parts})(?:-| of | in | )(?P<year>{_YEAR})\b",
        "year": rf"(?P<year>{_YEAR})\b",
        "month": rf"(?P<month>{month})\b",
    }  # fmt: skip


def names_of_counts() -> list[str]:
    """Words that count units of time: small cardinals and the vague ones."""
    lexicon = numbers()
    vague = [f"{word} of" if word in lexicon.context.vague_needs_of else word for word in lexicon.vague]
    tens = [w for w, n in lexicon.cardinals.items() if n >= 20]
    ones = [w for w, n in lexicon.cardinals.items() if 0 < n < 10]
    compounds = [f"{t}-{o}" for t in tens for o in ones]
    return [*lexicon.cardinals, *compounds, *vague, "few", "couple of", "couple", "a couple", "dozen"]


@cache
def date_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Name and pattern of each form, in order of preference."""
    return tuple((name, re.compile(source)) for name, source in _written_forms().items())


@cache
def date_finder() -> re2._Regexp:
    """One pattern over bytes that finds every form, without saying which."""
    bare = (re.sub(r"\(\?P<\w+>", "(?:", source) for source in _written_forms().values())
    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(r"\b(?:" + "|".join(bare) + ")", options)
