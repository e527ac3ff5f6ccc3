"""Numbers in words: cardinals, ordinals, and fractions with any denominator."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from parley.annotate.date_patterns import numbers, words_of

__all__ = ["Form", "Numeral", "read_fraction", "read_words"]

Form = Literal["digits", "words", "vague", "fraction", "ordinal"]


class Numeral(NamedTuple):
    """A numeral at `start:end`, worth `lower` to `upper` (the same when it is exact; open above when it is vague)."""

    start: int
    end: int
    lower: float
    upper: float
    form: Form


_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"(?:[ \n]+|-)(and(?:[ \n]+|-))?")
_TAKEN_APART = re.compile(r"[ \n]-[ \n]")  # "fifty - two", as some corpora part a compound
_JOINT = re.compile(r"[ \n]-[ \n]|[ \n]+|-")
_MOST = 10**18
_LARGE = 1_000_000


def read_words(low: str, start: int) -> Numeral | None:
    """The cardinal, ordinal or simple fraction in words that starts at `start`, as far as its words make one number."""
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
            elif size < 100 < current:  # "three hundred and two dozens"
                current = current // 100 * 100 + current % 100 * size
            else:
                current *= size
        else:
            found = _ranked(low, start, word, (total, current), joined=joined, adjacent=end >= place - 1)
            if found is not None:
                return found
            break
        end, last = word.end(), name
        gap = _gap(low, end, current)
        if gap is None:
            break
        place, joined = gap.end(), gap.re is _GAP and gap[1] is not None
    if end == start:
        return None
    value = float(total + max(current, 0))
    return _with_point(low, Numeral(start, end, value, value, "words"))


def _gap(low: str, end: int, current: int) -> re.Match[str] | None:
    """What parts a number word from the next."""
    apart = _TAKEN_APART.match(low, end) if 20 <= current < 100 and current % 10 == 0 else None
    if apart is not None and numbers().cardinals.get(_next_word(low, apart.end()), 10) < 10:
        return apart
    return _GAP.match(low, end)


def _next_word(low: str, place: int) -> str:
    word = _WORD.match(low, place)
    return word[0] if word else ""


def _ranked(
    low: str, start: int, word: re.Match[str], read: tuple[int, int], *, joined: bool, adjacent: bool
) -> Numeral | None:
    """The ordinal or simple fraction that `word` makes of the total and the number below it that are read so far."""
    total, current = read
    lexicon = numbers()
    fraction = None if low.startswith("a", start) else _denominated(lexicon.denominators, word[0], current, total)
    if fraction is not None and not joined:
        return Numeral(start, word.end(), fraction, fraction, "fraction")
    rank = _rank(word[0], current, total)
    # An "and" stands inside an ordinal only behind a scale: "one hundred and first".
    if rank is None or (joined and not (total or current >= 100)) or not (adjacent or joined):
        return None
    return Numeral(start, word.end(), rank, rank, "ordinal")


def _rank(name: str, current: int, total: int) -> int | None:
    lexicon = numbers()
    value = lexicon.ordinals.get(name)
    if value is None:
        return None
    if name.removesuffix("th") in lexicon.scales:
        return total + max(current, 1) * value
    if current >= 0 and not (current % 100 == 0 or (current % 10 == 0 and current % 100 > 10 and value < 10)):
        return None
    return value + max(current, 0) + total


def _with_point(low: str, numeral: Numeral) -> Numeral:
    """ "Two point five": the digits behind the point are said one by one, or as one number ("point seventy-one")."""
    match = _point_form().match(low, numeral.end)
    if match is None:
        return numeral
    digits = "".join(_said_digits(word) for word in match[1].split())
    value = float(f"{numeral.lower:.0f}.{digits}")
    return numeral._replace(end=match.end(), lower=value, upper=value)


def _said_digits(word: str) -> str:
    return str(sum(numbers().cardinals[part] for part in word.split("-")))


@cache
def _point_form() -> re.Pattern[str]:
    cardinals = numbers().cardinals
    digits = words_of(word for word, value in cardinals.items() if value < 10)
    teens = words_of(word for word, value in cardinals.items() if 10 <= value < 20)
    tens = words_of(word for word, value in cardinals.items() if value >= 20)
    return re.compile(rf"[ \n]point((?:[ \n]{digits}\b)+|[ \n](?:{teens}|{tens}(?:-{digits})?)\b)")


def _may_follow(current: int, value: int, scale: int, joined: bool, after_scale: bool) -> bool:
    """Whether a cardinal goes on with the number read so far: "twenty" "four", "hundred" "and" "six"."""
    if joined and not after_scale:
        return False
    if current < 0:
        return value < scale
    if current >= 100 and current % 100 == 0:
        return 0 < value < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def _denominated(denominators: dict[str, int], name: str, current: int, total: int) -> float | None:
    """The value of "two thirds": the number read so far over the part that `name` means."""
    size = denominators.get(name)
    if size is None or total or not 0 < current < 20 or (current > 1) != name.endswith("s"):
        return None
    return current / size


def read_fraction(low: str, start: int) -> Numeral | None:
    """A fraction in words beyond the simplest that starts at `start`: "one twenty-fifth", "ninety-two hundredths", "a
    millionth"; and a mixed number: "two hundred and three quarters", "five million and three quarters", where the part
    is one of the million."""
    run = _run(low, start)
    if run is None:
        return None
    words, part, plain = run
    size = _part_sizes()[part[0]]
    tens = numbers().cardinals.get(words[-1], 0)
    if size < 10 and tens >= 20 and len(words) > 1 and words[-2] != "and":
        words, size, plain = words[:-1], size + tens, False
    elif size == 1:
        return None
    if (words in (["a"], ["an"]) and size < 100) or (words == ["one"] and size >= 100 and low[:start].endswith("the ")):
        return None
    return _mixed(low, start, part, words, size) or _divided(start, part, words, size, plain=plain)


def _run(low: str, start: int) -> tuple[list[str], re.Match[str], bool] | None:
    """The number words from `start` on, the name of a part behind them, and whether they are parted as usual."""
    lexicon, plain, place = numbers(), True, start
    words: list[str] = []
    while word := _WORD.match(low, place):
        name = word[0]
        if name in _part_sizes() and words and words[-1] != "and":
            return words, word, plain
        known = name in lexicon.cardinals or name in lexicon.scales or (name in ("a", "an") and not words)
        if not known and not (name == "and" and words and words[-1] != "and"):
            return None
        words.append(name)
        gap = _JOINT.match(low, word.end())
        if gap is None:
            return None
        plain, place = plain and gap[0] != " - ", gap.end()
    return None


def _mixed(low: str, start: int, part: re.Match[str], words: list[str], size: int) -> Numeral | None:
    """A whole number, "and", and a part smaller than one; of a million, the part is one of the million."""
    if "and" not in words:
        return None
    cut = len(words) - 1 - words[::-1].index("and")
    whole, above = _cardinal(words[:cut]), _cardinal(words[cut + 1 :])
    if whole is None or above is None or above >= size or (above == 1) == part[0].endswith("s"):
        return None
    scale, end = numbers().scales.get(words[cut - 1], 1), part.end()
    following = _WORD.match(low, end + 1)
    smaller = numbers().scales.get(following[0], scale) if following else scale
    if following and smaller < scale:
        scale, end = smaller, following.end()
    total = whole + above / size * (scale if scale >= _LARGE or end != part.end() else 1)
    return Numeral(start, end, total, total, "words")


def _divided(start: int, part: re.Match[str], words: list[str], size: int, *, plain: bool) -> Numeral | None:
    above = _cardinal(words)
    if above is None or (above == 1) == part[0].endswith("s") or (plain and above < 20 and size < 100):
        return None
    return Numeral(start, part.end(), above / size, above / size, "fraction")


def _cardinal(words: list[str]) -> float | None:
    """What number words are worth when they make one number."""
    text = " ".join(words)
    if text in ("a", "an"):
        return 1
    found = read_words(text, 0) if words else None
    return found.lower if found is not None and found.end == len(text) and found.form == "words" else None


@cache
def _part_sizes() -> dict[str, int]:
    """The denominator each name of a part means, singular and plural; a second is a length of time, a first of one only
    behind tens ("twenty-firsts")."""
    lexicon = numbers()
    ranks = {name: value for name, value in lexicon.ordinals.items() if value != 2}
    return {**ranks, **{f"{name}s": value for name, value in ranks.items()}, **lexicon.denominators}
