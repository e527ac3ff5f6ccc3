"""Numbers that are no figure of a story: names, places in a list, results, ages, telephone numbers."""

from __future__ import annotations

import re

from parley.annotate.date_patterns import numbers
from parley.annotate.numerals import Numeral
from parley.lexicon.groups import means_people

__all__ = ["is_age", "is_hour", "is_label", "is_pronoun", "is_score", "odds_before", "phone_at", "ratio_at"]

_PHONE = re.compile(
    r"\+\d{1,3}[ -]?(?:\(\d+\)[ -]?)?\d[\d -]{5,14}\d|(?:\(\d{2,4}\) ?|\d{2,4}-)?\d{3,4}-\d{4}(?![\d-])|\d{4,5} \d{6}(?!\d)|1-?800-[\dA-Z-]{7,}"
)
_ROUND_RANGE = re.compile(r"(\d+0)-(\d+0)")
_NAME_BEFORE = re.compile(r"([A-Za-z][\w'-]*)(?:\.[ \n]*|[ \n]+)#?$")
_CODE_BEFORE = re.compile(r"[A-Za-z]-?\Z|\d[-.:/]\Z|#\Z")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)](?=[ \t]+[A-Z])")
# "At six on Monday morning", "by nine in the evening".
_HOUR_BEFORE = re.compile(r"\b(?:at|by|from|until|before|after)[ \n]+$")
_HOUR_AFTER = re.compile(
    r"[ \n]+(?:on[ \n]+(?:mon|tues|wednes|thurs|fri|satur|sun)day[ \n]+(?:morning|afternoon|evening|night)\b"
    r"|in[ \n]+the[ \n]+(?:morning|afternoon|evening)\b|(?:this|tomorrow|yesterday)[ \n]+(?:morning|afternoon|evening)\b|tonight\b)"
)
_LAST_HOUR = 12
_AGE_BEFORE = re.compile(r"\b(?:aged|age|ages)(?:[ \n]+(?:of|between|over|above|under|below))?[ \n]+$")
_AGE_AFTER = re.compile(
    r"[ \n-]+years?[ \n-]+(?:old|of[ \n]+age)\b|[ \n]*-?[ \n]?y\.?o\.?\b|[ \n]+years?[ \n]+of[ \n]+age"
)
_OLD = re.compile(
    r"[ \n-]+(?P<unit>day|week|month|year)s?[ \n-]+olds?\b(?:[ \n]+(?P<noun>[a-z][\w-]*)(?:[ \n]+(?P<next>[a-z][\w-]*))?)?"
)
_APPOSED_AGE = re.compile(r"[A-Z](?:[a-z]+(?:-[A-Z][a-z]+)?|[A-Z]{2,}(?:-[A-Z]+)?)(?:,[ \n]|[ \n]\()\Z")
_APPOSED_ROLE = re.compile(
    r"\b(?:an?|the|his|her|its|another)[ \n](?:[a-z-]+[ \n]){0,3}([a-z]+),[ \n]\Z", re.IGNORECASE
)
_RATIO = re.compile(
    r"[ \n]+(in|out[ \n]+of)[ \n]+(?:every[ \n]+)?(?P<rest>\w)|:(?P<colon>\d{1,3})(?![\d:])|(?:-to-|[ \n]to[ \n])(?P<one>one|1)\b"
)
_NOUN_IN = re.compile(
    r"[ \n](?!in\b|out\b|to\b)[a-z-]+(?=[ \n](?:in|out[ \n]of)[ \n](?:every[ \n])?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?![ \n]+(?:days|hours|years|months|weeks|minutes)))"
)
_ODDS = re.compile(r"\b(?:of|by|at|ratio|outnumbered)[ \n]+$")
_ARTICLED = re.compile(r"\b(?:an?|the|this|that|any|every|no|each|another|its|their|his|her)[ \n]+[\w'-]+[ \n]+$")
_NO_NOUN_AFTER = re.compile(
    r"[ \n]*(?:[.,;:!?)]|$|(?:which|that|who|in|for|to|by|on|with|and|or|at|but|after|before|as|from|than)\b)"
)
# "One has since died", "one of whom is known to have been killed": one of those told of before.
_ONE_HARMED = re.compile(
    r"(?:[ \n]of[ \n](?:whom|them))?(?:[ \n](?:has|had|was|is|later|since|then|known|believed|reported|to|have|been)){1,6}[ \n](?:died|killed|dead|shot|wounded|injured|missing|executed|drowned)\b"
)
# "a one-day strike", "the one-week pause": a length, however short.
_ONE_LONG = re.compile(r"-(?:minute|hour|day|week|fortnight|month|year|decade)(?:-long)?\b")
_ONE_MILE = re.compile(
    r"[ \n](?:mile|kilomet(?:re|er)|metre|meter|inch|tonne|kilo(?:gram)?|litre|gallon|acre|hectare)\b"
)
_SHARED = re.compile(r"[ \n]+(?:of|pct|per|percent)\b|%")
_NAME_GOES_ON = re.compile(r"[A-Za-z]|\.\d|-[A-Z]\b|/\d")
_PLURAL = re.compile(r"[ \n]+([a-z]+)s\b")
_FOREMOST = re.compile(r"[ \n]+of[ \n]+[a-z]+[ \n]+(?:[a-z]+[ \n]+)?(?:most|[a-z]{2,}est)\b")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def is_pronoun(low: str, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody, or for something named before, and counts nothing."""
    if low[numeral.start : numeral.end] != "one":
        return False
    before = _NAME_BEFORE.search(low[max(0, numeral.start - 12) : numeral.start])
    after = _WORD.match(low, numeral.end + 1)
    context = numbers().context
    if _ONE_HARMED.match(low, numeral.end) or _ONE_LONG.match(low, numeral.end) or _ONE_MILE.match(low, numeral.end):
        return False
    nominal = _ARTICLED.search(low[max(0, numeral.start - 24) : numeral.start]) and _NO_NOUN_AFTER.match(
        low, numeral.end
    )
    if nominal or _FOREMOST.match(low, numeral.end):
        return True
    glued = low[numeral.start - 1 : numeral.start] == "-" or low[numeral.end : numeral.end + 1] == "'"
    return (
        glued
        or bool(before and before[1] in context.pronoun_before)
        or bool(after and after[0] in context.pronoun_after)
    )


def is_label(view: str, numeral: Numeral) -> bool:
    """Whether the number names something: "Article 5", "F-16", "Channel 12", "phase two", "1." before a paragraph."""
    start, end = numeral.start, numeral.end
    digits = numeral.form == "digits"
    if digits and _CODE_BEFORE.search(view[max(0, start - 2) : start]):
        return True
    if digits and (start == 0 or view[start - 1] in "\n\t") and _LIST_NUMBER.match(view, start):
        return True
    if digits and _NAME_GOES_ON.match(view, end):
        return True
    if numeral.form == "fraction" and view[start].isdigit():
        return not _SHARED.match(view, end)
    before = _NAME_BEFORE.search(view[max(0, start - 24) : start])
    if before is None:
        return False
    context = numbers().context
    word = before[1]
    if word in context.capital_labels:
        return True
    return (
        word.lower() in context.labels
        and not (word.lower() == "no" and "." not in before[0])
        and not _counts_on(view, end)
    )


def _counts_on(view: str, end: int) -> bool:
    """Whether a plural follows, so that the number counts it rather than numbers what stands before."""
    word = _PLURAL.match(view, end)
    return bool(word and word[1] not in ("i", "wa", "ha", "a", "say", "call"))


def is_hour(low: str, numeral: Numeral) -> bool:
    """Whether the number is an hour of the day, told without "o'clock"."""
    if numeral.lower != numeral.upper or not 1 <= numeral.lower <= _LAST_HOUR:
        return False
    before = low[max(0, numeral.start - 10) : numeral.start]
    return bool(_HOUR_BEFORE.search(before) and _HOUR_AFTER.match(low, numeral.end))


def is_age(view: str, low: str, numeral: Numeral) -> bool:
    """Whether the number is how old somebody is."""
    start, end = numeral.start, numeral.end
    if not 0 <= numeral.lower <= 125:
        return False
    old = _OLD.match(low, end)
    if old:
        return not _is_thing(old)
    if _AGE_AFTER.match(low, end) or _AGE_BEFORE.search(low[max(0, start - 20) : start]):
        return True
    closes = view[end : end + 1] in (",", ")", ".", ";") and not view[end + 1 : end + 2].isdigit()
    return (
        numeral.form == "digits"
        and closes
        and (bool(_APPOSED_AGE.search(view[max(0, start - 24) : start])) or _behind_role(view, start))
        and numeral.lower >= 1
    )


def _behind_role(view: str, start: int) -> bool:
    """ "The tram driver, 42, was": between commas behind what somebody is."""
    role = _APPOSED_ROLE.search(view[max(0, start - 48) : start])
    return role is not None and means_people(role[1].lower())


def _is_thing(old: re.Match[str]) -> bool:
    """Whether what is so many years old has a length, not an age; what is some days or weeks old mostly has."""
    context = numbers().context
    nouns = {old["noun"], old["next"]}
    return bool(nouns & context.things_with_duration) or (old["unit"] != "year" and not nouns & context.young_people)


def is_score(low: str, start: int, end: int) -> bool:
    """Whether words of a game or a vote stand near "2-1"."""
    before = re.split(r"[.;:!?,]", low[max(0, start - 32) : start])[-1]
    after = re.split(r"[.;:!?,]", low[end : end + 24])[0]
    return not numbers().context.score_words.isdisjoint(_WORD.findall(before) + _WORD.findall(after))


def phone_at(view: str, start: int) -> int | None:
    """The end of a telephone number that starts at `start` (its plus sign before it), or None."""
    begin = start - 1 if view[start - 1 : start] == "+" else start
    match = _PHONE.match(view, begin)
    span = _ROUND_RANGE.fullmatch(match[0]) if match else None
    if span and int(span[1]) < int(span[2]):
        return None
    return match.end() if match else None


def odds_before(low: str, start: int, ratio: re.Match[str]) -> bool:
    """Whether "ten to one" is a ratio: hyphenated, or after a word of odds; "from five to one" is a change."""
    return ratio[0].startswith("-") or bool(_ODDS.search(low[max(0, start - 16) : start]))


def ratio_at(low: str, numeral: Numeral) -> re.Match[str] | None:
    """What makes a number the first half of a ratio: "in five", "out of ten", ":1", "to one", "driver in five"."""
    noun = _NOUN_IN.match(low, numeral.end) if low[numeral.start : numeral.end] == "one" else None
    return _RATIO.match(low, noun.end() if noun else numeral.end)
