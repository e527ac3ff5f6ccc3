"""Units beside a numeral: currencies before and after it, shares, lengths of time, measures, rates."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from parley.annotate.date_patterns import numbers, words_of
from parley.lexicon import load_lexicon
from parley.lexicon.units import Units

__all__ = [
    "Measured",
    "by_weight",
    "currency_before",
    "currency_sign_after",
    "glued_scale",
    "length_after",
    "money_scale",
    "rate_after",
    "scaled_behind",
    "unit_after",
    "unit_names",
]

UnitKind = Literal["money", "percent", "duration", "measure"]


class Measured(NamedTuple):
    """A unit and how far its words reach: `edge` is their end after a numeral, their start before it.

    `factor` turns the numeral into the unit: 0.01 for cents.
    """

    edge: int
    unit: str
    kind: UnitKind
    factor: float = 1


_SIGN = re.compile(
    r"(?:(?<![A-Za-z])(?:[A-Z]{1,3}|Mex|U\.S\.|[A-Za-z]{3}(?=\$)|(?:us|u\.s\.?|[b-z]|hk|nz)(?=[ ]?\$[ ]$))[ ]?)?\$(?:US|A|NZ|HK)?[ ]?$"
)
_BRACKETED = re.compile(r"[ ]?[(\[{<]([a-z][a-z/2]{0,11})[)\]}>]")
_OF_GOODS = re.compile(r"[ \n]+of[ \n]+((?:[a-z-]+[ \n]*){1,3})")
_WORDS = re.compile(r"[a-z]+")
_SCALE_BEHIND = re.compile(r"(?<=[ \n][a-z]{3})[ \n](million|billion|trillion|crore|lakh)\b")
_CODE = re.compile(r"(?<![A-Za-z.])([A-Za-z]{2,4})\.?[ \n]?$")
_REACH = 8  # characters before a numeral in which its currency stands
_RATE = re.compile(
    r"(?:[ \n]+(?!for\b|per\b|each\b|every\b|and\b|or\b|a\b|an\b|within\b|after\b|before\b|during\b|until\b)[\w'-]+){0,4}?"
    r"(?:[ \n]+(?:(?P<for>for[ \n]+(?:each|every))|per|(?P<each>each|every)|(?P<article>an?))[ \n]+|(?P<slash>/))(?=[A-Za-z])"
)
_RATE_GLUED = re.compile(r"-(?:an?|per)-([a-z]+)\b")
_NEXT_WORD = re.compile(r"[ \n]+([a-z]+)\b")
_NEXT_NAME = re.compile(r"[ \n]+([A-Za-z][\w'-]*)")
_EARLIER = re.compile(r"[a-z]+[ \n]+(?:ago|earlier|later|after|before|old|long)\b")
_ADVERB = re.compile(r"(?:[ \n]+[\w'-]+){0,2}?[ \n]+([a-z]+)\b")
_SCALE_LETTERS = re.compile(r"[ ]?([a-z]{1,3})\b")
_SIGN_AFTER = re.compile(r"[ ]?\$(?![ ]?\d)")
_MORE = re.compile(r"[ \n]+(?:more|further|extra|additional|consecutive)(?=[ \n])")
_UNCLEAR = ("m", "b", "t", "mm")  # metres, bytes, tonnes, millimetres
_DECIMAL = re.compile(r"\d\.\d+$")
_WORD = re.compile(r"[A-Za-z][\w'-]*")


@cache
def units() -> Units:
    """The lexicon of units."""
    return load_lexicon("units", Units)


@cache
def _millions() -> dict[str, str]:
    """Codes with M for a million before them: "MUSD"."""
    return {f"M{code}": unit for code, unit in units().currency_codes.items() if len(code) == 3 and code.isupper()}


@cache
def unit_names() -> dict[str, tuple[str, UnitKind, float]]:
    """Every written form that may follow a numeral, with its unit, kind and factor."""
    lexicon = units()
    kinds: tuple[tuple[dict[str, str], UnitKind, float], ...] = (
        (lexicon.measures, "measure", 1),
        (lexicon.durations, "duration", 1),
        (lexicon.shares, "percent", 1),
        (lexicon.currency_hundredths, "money", 0.01),
        (lexicon.currency_words, "money", 1),
        ({code.lower(): unit for code, unit in _millions().items()}, "money", 1_000_000),
    )
    return {name: (unit, kind, factor) for names, kind, factor in kinds for name, unit in names.items()}


@cache
def _unit_form() -> re.Pattern[str]:
    words = [name for name in unit_names() if name[0].isalpha()]
    return re.compile(
        rf"(?:[ \n]+|-)?({words_of(words)})(?!\w|'(?!s?[ \n]))|[ \n-]?(%-point|%|\^ ?(?:celsius|fahrenheit|[cf])\b|\^)"
    )


def unit_after(low: str, numeral_end: int, *, digits: bool) -> Measured | None:
    """The unit right after a numeral; `digits` tells that the numeral is written in figures."""
    match = _unit_form().match(low, numeral_end)
    if match is None:
        return _in_brackets(low, numeral_end)
    name = match[2] or " ".join(match[1].split())
    if name in units().context.digits_only and not (digits or low[numeral_end] == "-"):
        return None
    if low[match.end() : match.end() + 1] == "'" and unit_names()[name][1] != "duration":
        return None  # "six months' grace" is a length, "200 pounds' worth" is told by its words
    glued = match.start(1) == numeral_end
    if glued and not digits:
        return None
    return Measured(match.end(), *unit_names()[name])


def _in_brackets(low: str, numeral_end: int) -> Measured | None:
    """A measure in brackets: "20 (kg)"."""
    match = _BRACKETED.match(low, numeral_end)
    found = unit_names().get(match[1]) if match else None
    return Measured(match.end(), *found) if match and found and found[1] == "measure" else None


def length_after(low: str, numeral_end: int) -> Measured | None:
    """A length of time behind a word between it and its number ("two more weeks")."""
    match = _MORE.match(low, numeral_end)
    found = unit_after(low, match.end(), digits=False) if match else None
    return found if found is not None and found.kind == "duration" else None


def money_scale(low: str, end: int) -> tuple[int, int]:
    """End and factor of letters that scale a sum of money ("$5m", "Rs 20 cr")."""
    match = _SCALE_LETTERS.match(low, end)
    scale = numbers().money_scales.get(match[1]) if match else None
    return (match.end(), scale) if match and scale else (end, 1)


def glued_scale(text: str, low: str, end: int) -> tuple[int, int]:
    """The same for figures without a sign before them: "20k", "2.5 k"; a single "m", "b" or "t" only before a currency, a
    capital "M" and the "b" of a decimal ("1.2b") anywhere."""
    after, scale = money_scale(low, end)
    letters = low[end:after]
    if after == end or not (letters[0].isalpha() or letters == " k"):
        return end, 1
    unit = unit_after(low, after, digits=True)
    written = text[max(0, end - 12) : end + 12]
    million = text[end:after] == "M" and not written.isupper()
    billion = letters == "b" and _DECIMAL.search(low[max(0, end - 8) : end]) is not None
    clear = letters not in _UNCLEAR or million or billion or (unit is not None and unit.kind == "money")
    return (after, scale) if clear else (end, 1)


def currency_before(text: str, view: str, start: int) -> Measured | None:
    """The currency sign or code right before a numeral."""
    base = max(0, start - _REACH)
    window = view[base:start]
    if "$" in window:
        match = _SIGN.search(window)
        if match is None:
            return None
        sign = text[base + match.start() : start].replace(" ", "")
        place = base + match.start()
        unit = units().currency_signs.get(sign) or _by_letters(sign)
        if unit is None:
            unit, place = units().currency_signs.get(sign[-1:]), base + window.rindex("$")
        return Measured(place, unit, "money") if unit else None
    code = _CODE.search(window)
    unit = units().currency_codes.get(code[1]) if code else None
    if code and unit is None and code[1] in _millions():
        return Measured(base + code.start(), _millions()[code[1]], "money", 1_000_000)
    return Measured(base + code.start(), unit, "money") if code and unit else None


def _by_letters(sign: str) -> str | None:
    """The currency of letters and sign that are written otherwise than in the lexicon: "aud$", "c $"."""
    upper = sign.upper()
    letters = upper.replace(".", "")[:-1]
    return (
        units().currency_signs.get(upper)
        or units().currency_codes.get(letters)
        or units().currency_signs.get(f"{letters}$")
    )


def by_weight(low: str, start: int, unit: Measured | None) -> Measured | None:
    """A unit that names money and a mass, told apart: pounds of goods, and what somebody or something weighs."""
    if unit is None or unit.kind != "money" or not low[start : unit.edge].endswith(("pound", "pounds")):
        return unit
    context = units().context
    goods = _OF_GOODS.match(low, unit.edge)
    weighed = not context.weighing.isdisjoint(_WORDS.findall(low, max(0, start - 40), start))
    if not weighed and (goods is None or context.goods.isdisjoint(_WORDS.findall(goods[1]))):
        return unit
    return unit._replace(unit="pound (mass)", kind="measure", factor=1)


def scaled_behind(low: str, unit: Measured | None) -> Measured | None:
    """A currency with the scale behind it: "75 USD million"."""
    if unit is None or unit.kind != "money" or unit.factor != 1:
        return unit
    match = _SCALE_BEHIND.match(low, unit.edge)
    return unit._replace(edge=match.end(), factor=numbers().scales[match[1]]) if match else unit


def currency_sign_after(text: str, low: str, end: int) -> Measured | None:
    """A currency sign behind the number, as in "10 €"; one that belongs to the next number is none."""
    match = _SIGN_AFTER.match(low, end)
    unit = units().currency_signs.get(text[match.end() - 1]) if match else None
    return Measured(match.end(), unit, "money") if match and unit else None


def rate_after(view: str, end: int, *, kind: str) -> str | None:
    """What an amount is given for: "a share", "per barrel", "for every captive", "daily"; None when for nothing."""
    low = view[end : end + 90].lower()
    glued = _RATE_GLUED.match(low)
    if glued and glued[1] in numbers().context.rate_nouns:
        return glued[1]
    match = _RATE.match(view, end)
    if match:
        noun = _rated_noun(view, match.end())
        adjacent = view[end : match.end()].strip() in ("a", "an")
        if noun and _is_rate(match, noun, money=kind == "money" and adjacent):
            return noun
    adverb = _ADVERB.match(low)
    rates = numbers().rates
    while adverb and adverb[1] not in rates and adverb.end() < 40:
        adverb = _NEXT_WORD.match(low, adverb.end())
        if adverb and low[: adverb.end()].count(" ") > 3:
            return None
    return rates[adverb[1]] if adverb and adverb[1] in rates and kind in ("count", "money", "measure") else None


def _is_rate(match: re.Match[str], noun: str, *, money: bool) -> bool:
    if match["article"] and _EARLIER.match(match.string, match.end()):
        return False
    known = noun in numbers().context.rate_nouns
    if match["article"]:
        return known or money
    if match["each"] or match["slash"]:
        return known
    return True


def _rated_noun(view: str, place: int) -> str | None:
    """The noun after "per" or "for every", past names and adjectives, in the singular and lower case."""
    word = _WORD.match(view, place)
    while word and (word[0].lower() in numbers().context.per_modifiers or word[0][0].isupper()):
        following = _NEXT_NAME.match(view, word.end())
        if following is None:
            break
        word = _WORD.match(view, following.start(1))
    return word[0].lower() if word else None
