"""Reading numerals, in figures and in words: how far one reaches, and what it is worth."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import re2

from parley.annotate.date_patterns import numbers, words_of
from parley.lexicon import load_lexicon
from parley.lexicon.units import Units

__all__ = ["Numeral", "numeral_finder", "read_numeral"]

Form = Literal["digits", "words", "vague", "fraction", "ordinal"]


class Numeral(NamedTuple):
    """A numeral at `start:end`, worth `lower` to `upper` (the same when it is exact; open above when it is vague)."""

    start: int
    end: int
    lower: float
    upper: float
    form: Form


_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,12}(?!\d))?")
_FRACTION = re.compile(r"(?:(\d{1,9})[- ])?(\d{1,2})/(2|3|4|5|6|8|10|16|32|64)(?![\d/,])")
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"(?:[ \n]+|-)(and(?:[ \n]+|-))?")
_OF = re.compile(r"[ \n]+of\b")
_HALF_OF = re.compile(
    r"[ \n]+(?:of|the|its|their|his|her|our|all|that|this|those|these)\b|[ \n-]an?[ \n-]|[ \n-](?:hour|day|year)"
)
_ARTICLE = re.compile(r"[ \n-]an?(?=[ \n-])")
_HALF_UNIT = re.compile(r"[ \n-](?:hour|day|year|mile|century|decade|dozen|million|billion)\b")
_OF_A_SCALE = re.compile(r"[ \n]of[ \n]an?(?=[ \n])|(?=[ \n]million\b)")
_SHARE_BEFORE = re.compile(r"\b(?:by|than|nearly|about|almost|over|around|to|under|roughly|least)[ \n]+$")
_PART_BEFORE = re.compile(
    r"\b(?:first|second|latter|other|last|this|back|early|late|northern|southern|eastern|western|upper|lower|better|top|bottom)[ \n-]+$"
)
_HARMED = re.compile(r"\b(?:kill|injur|wound|hurt|maim|arrest|displac|detain)(?:ed|e?s|ing)?[ \n]+$")
_NO_NOUN = re.compile(
    r"[ \n]*(?:[.,;:)\"]|$|(?:more|others?|in|at|near|on|when|after|before|during|and|as|while|across)\b)"
)
_SPAN_BEFORE = re.compile(r"\b(?:past|last|next|first|coming|previous|every)[ \n]+$")
_ARTICLE_UNIT = re.compile(
    r"(?P<article>an?|another)[ \n](?P<unit>[a-z]+)\b(?P<long>[ -]long\b|[ \n]and[ \n]a[ \n](?:half|quarter)\b|[ \n]ago\b)?"
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:for|by|after|within|in|lasting|lasted|took|of|than|over|nearly|almost|about|around|under|least|most|to|just|only|roughly|some)[ \n]+$"
)
_MOST = 10**18


@cache
def numeral_finder() -> re2._Regexp:
    """A pattern over bytes of lower-case ASCII that finds every place where a numeral may start."""
    lexicon = numbers()
    heads = {word.split()[0] for word in lexicon.vague if not word.startswith("a ")}
    after_a = {*lexicon.scales, *lexicon.denominators, *(w.split()[1] for w in lexicon.vague if w.startswith("a "))}
    after_a |= {name for name, unit in load_lexicon("units", Units).durations.items() if name == unit}
    words = sorted({*lexicon.cardinals, *lexicon.ordinals, *heads, "half", "few", "hundred", "thousand"})
    return re2.compile(
        rf"\b(?:an(?:other)?[ \n](?:{'|'.join(sorted(after_a))})|an?[ \n-](?:{'|'.join(sorted(after_a))})|{'|'.join(words)})\b|[0-9][0-9,]*"
    )


@cache
def _vague_form() -> re.Pattern[str]:
    lexicon = numbers()
    some = words_of(lexicon.vague)
    return re.compile(
        rf"(?P<first>{some})\b(?:(?:[ \n]of)?[ \n](?P<scale>{words_of(lexicon.scales)})s?\b)?"
        rf"(?:,?[ \n](?:and|or|if[ \n]not)(?:[ \n](?:even|sometimes|perhaps|possibly))?[ \n](?P<second>{some})\b)?"
    )


@cache
def _scale_form() -> re.Pattern[str]:
    return re.compile(rf"(?:[ \n]+|-)?({words_of(numbers().scales)})s?\b(?!-)|-({words_of(numbers().scales)})s?\b")


@cache
def _rest_form() -> re.Pattern[str]:
    """What may follow a whole number: "and a half", "and three quarters"."""
    parts = words_of(numbers().denominators)
    return re.compile(rf"(?:[ \n]+|-)and(?:[ \n]+|-)(an?|one|two|three)(?:[ \n]+|-)({parts})\b")


def read_numeral(text: str, low: str, start: int) -> Numeral | None:
    """The numeral that starts at `start`, if one does; `low` is the lower-case ASCII view of `text`."""
    if low[start].isdigit():
        return _figures(text, low, start)
    return _vague(low, start) or _part(low, start) or _one_unit(low, start) or _words(low, start)


def _one_unit(low: str, start: int) -> Numeral | None:
    """ "A" before a length of time, where the words around it make it an amount: "more than a year", "a week-long"."""
    match = _ARTICLE_UNIT.match(low, start)
    if match is None or match["unit"] not in load_lexicon("units", Units).durations:
        return None
    # "a second convoy" is one more.
    if match["unit"] == "second" and low[match.end() : match.end() + 2].strip().isalpha():
        return None
    if not (match["long"] or _LENGTH_BEFORE.search(low[max(0, start - 16) : start])):
        return None
    return Numeral(start, match.end("article"), 1, 1, "words")


def _figures(text: str, low: str, start: int) -> Numeral | None:
    fraction = _FRACTION.match(low, start)
    if fraction and int(fraction[2]) < int(fraction[3]):
        value = int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3])
        return _scaled(low, Numeral(start, fraction.end(), value, value, "digits" if fraction[1] else "fraction"))
    match = _DIGITS.match(low, start)
    if match is None:
        return None
    end, value = match.end(), float(match[0].replace(",", ""))
    if low[start - 1 : start] == "." and not low[start - 2 : start - 1].strip("( $-") and start > 1:
        start, value = start - 1, float(f".{match[0]}") if match[0].isdigit() else value
    ordinal = _ORDINAL_ENDING.match(low, end)
    if ordinal:
        return Numeral(start, ordinal.end(), value, value, "ordinal")
    if text[end : end + 1] in numbers().signs:
        value, end = value + numbers().signs[text[end]], end + 1
    plain = _with_rest(low, Numeral(start, end, value, value, "digits"))
    scaled = _scaled(low, plain)
    return _with_rest(low, scaled) if scaled.end > plain.end else scaled


def _scaled(low: str, numeral: Numeral) -> Numeral:
    """The numeral with the scale words after it: "2.1 million", "two and a half thousand"."""
    match = _scale_form().match(low, numeral.end)
    while match and numeral.upper < _MOST:
        scale = numbers().scales[match[1] or match[2]]
        numeral = numeral._replace(
            end=match.end(), lower=_neat(numeral.lower * scale), upper=_neat(numeral.upper * scale)
        )
        match = _scale_form().match(low, numeral.end)
    return numeral


def _neat(value: float) -> float:
    """A product of a decimal and a power of ten without the dust of binary fractions."""
    return float(f"{value:.12g}")


def _with_rest(low: str, numeral: Numeral) -> Numeral:
    match = _rest_form().match(low, numeral.end)
    if match is None:
        return numeral
    count = {"a": 1, "an": 1}.get(match[1]) or numbers().cardinals[match[1]]
    last = re.split(r"[ \n-]", low[numeral.start : numeral.end])[-1]
    # The half of "one million and a half" is half a million.
    part = count / numbers().denominators[match[2]] * numbers().scales.get(last.removesuffix("s"), 1)
    value = numeral.lower + part
    return numeral._replace(end=match.end(), lower=value, upper=value)


def _vague(low: str, start: int) -> Numeral | None:
    """Words such as "dozens", "a few hundred", "tens and sometimes hundreds"."""
    lexicon = numbers()
    if low.startswith("few", start):
        bounds = lexicon.vague["a few"]
        return (
            Numeral(start, start + 3, *bounds, "vague")
            if _SPAN_BEFORE.search(low[max(0, start - 12) : start])
            else None
        )
    match = _vague_form().match(low, start)
    if match is None:
        return None
    first, second = (" ".join(match[n].split()) if match[n] else None for n in ("first", "second"))
    alone = not (_OF.match(low, match.end()) or match["scale"] or second)
    if first in lexicon.context.vague_needs_of and alone and not (first == "scores" and _is_of_harmed(low, match)):
        return None
    lower, upper = lexicon.vague[first or ""]
    scale = lexicon.scales[match["scale"]] if match["scale"] else 1
    end = match.end() if second is None or lexicon.vague[second][0] > lower else match.end("first")
    if second and end == match.end():
        upper = lexicon.vague[second][1]
    return Numeral(start, end, lower * scale, upper * scale, "vague")


def _is_of_harmed(low: str, match: re.Match[str]) -> bool:
    """ "killed nine and injured scores.": of people, and not of games."""
    before = _HARMED.search(low, max(0, match.start() - 14), match.start())
    return before is not None and _NO_NOUN.match(low, match.end()) is not None


def _part(low: str, start: int) -> Numeral | None:
    """Parts of a whole without a number before them: "half of", "half a million", "a third of"."""
    denominators = numbers().denominators
    first = _WORD.match(low, start)
    if first is None:
        return None
    if first[0] == "half":
        return _half(low, start, first.end())
    if first[0] not in ("a", "an"):
        return None
    word = _WORD.match(low, first.end() + 1)
    if word is None or word[0] not in denominators:
        return None
    if word[0] == "half" and _HALF_UNIT.match(low, word.end()):
        return Numeral(start, word.end(), 0.5, 0.5, "fraction")
    value = 1 / denominators[word[0]]
    of_scale = _OF_A_SCALE.match(low, word.end())
    if of_scale and (scaled := _scaled(low, Numeral(start, of_scale.end(), value, value, "words"))).upper > 1:
        return scaled
    shared = _OF.match(low, word.end()) or _SHARE_BEFORE.search(low[max(0, start - 10) : start])
    if shared:
        return Numeral(start, word.end(), value, value, "fraction")
    nth = numbers().ordinals.get(word[0])
    return Numeral(word.start(), word.end(), nth, nth, "ordinal") if nth else None


def _half(low: str, start: int, end: int) -> Numeral | None:
    direct = _scaled(low, Numeral(start, end, 0.5, 0.5, "words"))
    if direct.end > end and not _PART_BEFORE.search(low[max(0, start - 10) : start]):
        return direct
    whole = _HALF_OF.match(low, end) or _SHARE_BEFORE.search(low[max(0, start - 10) : start])
    if not whole or _PART_BEFORE.search(low[max(0, start - 10) : start]):
        return None
    article = _ARTICLE.match(low, end)
    if article:
        scaled = _scaled(low, Numeral(start, article.end(), 0.5, 0.5, "words"))
        if scaled.upper > 1:
            return scaled
    return Numeral(start, end, 0.5, 0.5, "fraction")


def _words(low: str, start: int) -> Numeral | None:
    """Cardinals, ordinals and fractions in words, as far as they make one number."""
    lexicon = numbers()
    total, current, scale, end, place = 0, -1, _MOST, start, start
    joined, last = False, ""
    while word := _WORD.match(low, place):
        name = word[0]
        if name in ("a", "an") and place == start:
            current, place = 1, word.end() + 1
            continue
        if name in ("hundred", "thousand") and place == start:
            current = 1
        if name in lexicon.cardinals and _may_follow(
            current, lexicon.cardinals[name], scale, joined, last in lexicon.scales
        ):
            current = max(current, 0) + lexicon.cardinals[name]
        elif name.removesuffix("s") in lexicon.scales and current > 0 and not joined and name != "hundreds":
            size = lexicon.scales[name.removesuffix("s")]
            if size >= scale:
                break
            if size > 100:
                total, current, scale = total + current * size, -1, size
            else:
                current *= size
        else:
            ordinal = _ordinal(lexicon.ordinals, name, current, start, word.end())
            fraction = None if low.startswith("a", start) else _denominated(lexicon.denominators, name, current, total)
            if fraction is not None and not joined:
                return Numeral(start, word.end(), fraction, fraction, "fraction")
            if ordinal is not None and not joined and end == (start if current < 0 else place - 1):
                return ordinal
            break
        end, last = word.end(), name
        gap = _GAP.match(low, end)
        if gap is None:
            break
        place, joined = gap.end(), gap[1] is not None
    if end == start:
        return None
    value = float(total + max(current, 0))
    plain = _with_point(low, Numeral(start, end, value, value, "words"))
    return _scaled(low, _with_rest(low, plain))


def _with_point(low: str, numeral: Numeral) -> Numeral:
    """ "Two point five": the digits behind the point are said one by one."""
    match = _point_form().match(low, numeral.end)
    if match is None:
        return numeral
    digits = "".join(str(numbers().cardinals[word]) for word in match[1].split())
    value = float(f"{numeral.lower:.0f}.{digits}")
    return numeral._replace(end=match.end(), lower=value, upper=value)


@cache
def _point_form() -> re.Pattern[str]:
    digits = words_of(word for word, value in numbers().cardinals.items() if value < 10)
    return re.compile(rf"[ \n]point((?:[ \n]{digits}\b)+)")


def _may_follow(current: int, value: int, scale: int, joined: bool, after_scale: bool) -> bool:
    """Whether a cardinal goes on with the number read so far: "twenty" "four", "hundred" "and" "six"."""
    if joined and not after_scale:
        return False
    if current < 0:
        return value < scale
    if current >= 100 and current % 100 == 0:
        return 0 < value < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def _ordinal(ordinals: dict[str, int], name: str, current: int, start: int, end: int) -> Numeral | None:
    value = ordinals.get(name)
    if value is None or (current >= 0 and not (current % 10 == 0 and value < 10)):
        return None
    value += max(current, 0)
    return Numeral(start, end, value, value, "ordinal")


def _denominated(denominators: dict[str, int], name: str, current: int, total: int) -> float | None:
    """The value of "two thirds": the number read so far over the part that `name` means."""
    size = denominators.get(name)
    if size is None or total or not 0 < current < 20 or (current > 1) != name.endswith("s"):
        return None
    return current / size
