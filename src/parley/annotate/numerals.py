"""Reading numerals, in figures and in words: how far one reaches, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import re2

from parley.annotate.date_patterns import numbers, words_of
from parley.annotate.number_words import Numeral, read_fraction, read_words
from parley.lexicon import load_lexicon
from parley.lexicon.units import Units

__all__ = ["Numeral", "addresses_in", "numeral_finder", "numeral_starts", "read_numeral", "with_signs"]

_SIGN = "\x01"  # stands for a sign such as "½" in the lower-case view
_SIGNS = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_BEHIND_COMMA = re.compile(r"(?<=,)\d+")
# "1.3e6", "2.5^-1", "6x10^4"
_POWER = re.compile(
    r"(\d{1,12}(?:\.\d{1,12})?)(?:e([+-]?\d{1,2})\b|[ ]?x[ ]?10(?:\^|(?=-))([+-]?\d{1,2})(?!\d)|\^([+-]?\d{1,2})(?![\d.]))"
)
# "1 234 567", "40 000"; with a typographic space between them also "12 300".
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d{1,12})?(?![\d,])")
_THIN = re.compile("\\d[\u00a0\u2009\u202f]\\d{3}")
# "1.111,11", "5,00": the comma for a decimal point.
_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d{1,2})(?!\d)|(\d{1,9}),(\d{1,2})(?![\d,])(?!,?[ ](?:and[ ])?\d)")
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,12}(?!\d))?")
_FRACTION = re.compile(r"(?:(\d{1,9})[- ])?(\d{1,2})/(2|3|4|5|6|8|10|16|32|64)(?![\d/,])")
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[a-z]+")
_OF = re.compile(r"[ \n]+of\b")
_HALF_OF = re.compile(
    r"[ \n]+(?:of|the|its|their|his|her|our|all|that|this|those|these)\b|[ \n-]an?[ \n-]|[ \n-](?:hour|day|year)"
)
_CLAUSE_END = re.compile(r"[ \n]*(?:[.;!?)](?!\d)|$)")
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
_AND_WORD = re.compile(r"[ \n]and[ \n](?=[a-z])(?!an?\b)")
_SMALLER = re.compile(
    r"[ \n](?:and[ \n])?(\d{1,3})(?![\d.,]\d)(?:[ \n](hundred|thousand|lakh|million)\b|(?=\s*(?:[a-z.;!?]|$)))"
)


@cache
def numeral_finder() -> re2._Regexp:
    """A pattern over bytes of lower-case ASCII that finds every place where a numeral may start."""
    lexicon = numbers()
    heads = {word.split()[0] for word in lexicon.vague if not word.startswith("a ")}
    after_a = {*lexicon.scales, *lexicon.denominators, *(w.split()[1] for w in lexicon.vague if w.startswith("a "))}
    after_a |= {name for name, value in lexicon.ordinals.items() if value >= 100}
    after_a |= {name for name, unit in load_lexicon("units", Units).durations.items() if name == unit}
    words = sorted({*lexicon.cardinals, *lexicon.ordinals, *heads, "half", "few", "hundred", "thousand"})
    return re2.compile(
        rf"\b(?:an(?:other)?[ \n](?:{'|'.join(sorted(after_a))})|an?[ \n-](?:{'|'.join(sorted(after_a))})|{'|'.join(words)})\b|[0-9][0-9,]*|{_SIGN}|quarter[ \n](?:million|billion|trillion)\b"
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
    if low[start] == _SIGN:
        value = numbers().signs.get(text[start])
        return Numeral(start, start + 1, value, value, "fraction") if value else None
    return (
        _vague(low, start)
        or _part(low, start)
        or _one_unit(low, start)
        or read_fraction(low, start)
        or _words(low, start)
    )


def _words(low: str, start: int) -> Numeral | None:
    """Numbers in words with the scales behind them."""
    found = read_words(low, start)
    if found is None or found.form != "words":
        return _of_scale(low, found)
    return _scaled(low, _with_rest(low, found))


def _of_scale(low: str, found: Numeral | None) -> Numeral | None:
    """ "Two thirds of a million", "three quarters billion": a number, not a share."""
    if found is None or found.form != "fraction":
        return found
    of_scale = _OF_A_SCALE.match(low, found.end)
    direct = _scaled(low, found._replace(end=of_scale.end() if of_scale else found.end, form="words"))
    return direct if direct.upper > 1 and direct.end > found.end else found


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


def with_signs(text: str, low: str) -> str:
    """The lower-case view `low` of `text` with every sign such as "½" as one control character, where it has any."""
    if text.isascii() or not _SIGNS.search(text):
        return low
    parts, place = [], 0
    for match in _SIGNS.finditer(text):
        parts += [low[place : match.start()], _SIGN]
        place = match.end()
    return "".join([*parts, low[place:]])


def addresses_in(low: str) -> list[tuple[int, int]]:
    """Where addresses of the web stand in the lower-case view of a text: half-open stretches in order."""
    return [match.span() for match in _ADDRESS.finditer(low)] if "://" in low or "www." in low else []


def numeral_starts(low: str) -> Iterator[int]:
    """Where numerals may start in the lower-case view of a text; none starts within an address of the web."""
    addresses = addresses_in(low)
    for hit in numeral_finder().finditer(low.encode()):
        first: int = hit.start()
        if any(begin <= first < end for begin, end in addresses):
            continue
        yield first
        if "," in low[first : hit.end()]:  # "7,9 and 12": each, where they are no number together
            yield from (first + match.start() for match in _BEHIND_COMMA.finditer(low[first : hit.end()]))


def _otherwise_written(text: str, low: str, start: int) -> Numeral | None:
    """Powers of ten, digits in groups with spaces, and the comma for a decimal point."""
    power = _POWER.match(low, start)
    if power is not None:
        base, exponent = float(power[1]), int(power[2] or power[3] or power[4])
        if power[4] is None:
            return Numeral(start, power.end(), value := float(f"{base:g}e{exponent}"), value, "digits")
        value = base**exponent if base else 0.0
        return Numeral(start, power.end(), value, value, "digits")
    spaced = _SPACED.match(low, start)
    if spaced is not None and low[start - 1 : start] not in tuple("0123456789.,-/"):
        clear = spaced[0].count(" ") > 1 or spaced[0].endswith("000") or _THIN.search(text, start, spaced.end())
        value = float(spaced[0].replace(" ", ""))
        return Numeral(start, spaced.end(), value, value, "digits") if clear else None
    comma = _COMMA.match(low, start)
    if comma is None or low[start - 1 : start] in (",", "."):
        return None
    value = float(f"{(comma[1] or comma[3]).replace('.', '')}.{comma[2] or comma[4]}")
    return Numeral(start, comma.end(), value, value, "digits")


def _figures(text: str, low: str, start: int) -> Numeral | None:
    other = _otherwise_written(text, low, start)
    if other is not None:
        return other
    fraction = _FRACTION.match(low, start)
    if fraction and int(fraction[2]) < int(fraction[3]):
        value = int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3])
        return _scaled(low, Numeral(start, fraction.end(), value, value, "digits" if fraction[1] else "fraction"))
    match = _DIGITS.match(low, start)
    if match is None:
        return None
    end, value = match.end(), float(match[0].replace(",", ""))
    if low[start - 1 : start] == "." and not low[start - 2 : start - 1].strip("( $-") and start:
        start, value = start - 1, float(f".{match[0]}") if match[0].isdigit() else value
    ordinal = _ORDINAL_ENDING.match(low, end)
    if ordinal:
        return Numeral(start, ordinal.end(), value, value, "ordinal")
    if text[end : end + 1] in numbers().signs:
        value, end = value + numbers().signs[text[end]], end + 1
    plain = _with_rest(low, Numeral(start, end, value, value, "digits"))
    scaled = _scaled(low, plain)
    return (
        _with_smaller(low, _with_rest(low, scaled), scaled.upper / (plain.upper or 1))
        if scaled.end > plain.end
        else scaled
    )


def _with_smaller(low: str, numeral: Numeral, scale: float) -> Numeral:
    """ "4 thousand 3 hundred", "2 crore 50 lakh", "3 hundred and 21": with the smaller scales behind the first."""
    match = _SMALLER.match(low, numeral.end)
    while match is not None:
        size = numbers().scales[match[2]] if match[2] else 1
        most = 100 if size == 1 and scale == 100 else scale / size if size > 1 else 0
        if float(match[1]) >= most or size >= scale:
            break
        total = numeral.lower + float(match[1]) * size
        numeral, scale = numeral._replace(end=match.end(), lower=total, upper=total), size
        match = _SMALLER.match(low, numeral.end)
    words = _AND_WORD.match(low, numeral.end) if scale == 100 else None
    rest = read_words(low, words.end()) if words else None
    if rest is not None and rest.form == "words" and rest.upper < 100:
        total = numeral.lower + rest.lower
        return numeral._replace(end=rest.end, lower=total, upper=total)
    return numeral


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
    scale, end = numbers().scales.get(last.removesuffix("s"), 1), match.end()
    following = _scale_form().match(low, end)
    smaller = numbers().scales[following[1] or following[2]] if following else scale
    if following and smaller < scale:  # "one billion and a half million"
        scale, end = smaller, following.end()
    value = numeral.lower + count / numbers().denominators[match[2]] * scale
    return numeral._replace(end=end, lower=value, upper=value)


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
    if first[0] == "quarter":
        return _scaled(low, Numeral(start, first.end(), 0.25, 0.25, "words"))
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
    if word[0] == "half" and _CLAUSE_END.match(low, word.end()):
        return Numeral(start, word.end(), 0.5, 0.5, "fraction")
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
