"""Words around a numeral that bound it, and what they make of its value."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parley.annotate.date_patterns import words_of
from parley.lexicon import load_lexicon
from parley.lexicon.bounds import BoundKind, Bounds

__all__ = ["Interval", "bound_after", "bound_before", "bounded", "bounds", "or_equal_after"]

_LONGEST = 5  # words of a bound phrase
_REACH = 48  # characters before a numeral in which its bound stands
# A word, also one run into the next at a comma ("said,over 40").
_TOKENS = re.compile(r"\S+?(?=\s|$|(?<=[a-z][,;:])[a-z])")
_NOUN_OR_MORE = re.compile(r"[ \n]+[a-z]+[ \n]+or[ \n]+(more|fewer|less|so)\b")
_SIGN = re.compile(r"(?:(?<=[ \n])|(?<=\w))([<>])[ ]?(=?)[ ]{0,2}$")
_SIGN_BOUNDS: dict[str, BoundKind] = {">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most"}
_OR_EQUAL = re.compile(r"[ \n]+or[ \n]+equal(?:[ \n]+to)?\b(?![ \n]+(?:\d|(?:an?|one|two|three)[ \n]))")
_NOUN_BOUNDS: dict[str, BoundKind] = {"more": "at_least", "fewer": "at_most", "less": "at_most", "so": "about"}


class Interval(NamedTuple):
    """What bounds leave of a number; None is unbounded."""

    lower: float | None
    upper: float | None
    lower_open: bool = False
    upper_open: bool = False
    approximate: bool = False


@cache
def bounds() -> Bounds:
    """The lexicon of bound words."""
    return load_lexicon("bounds", Bounds)


@cache
def _before() -> dict[str, BoundKind]:
    return {phrase: kind for kind, phrases in bounds().before.items() for phrase in phrases}


@cache
def _after() -> tuple[re.Pattern[str], dict[str, BoundKind]]:
    kinds = {phrase: kind for kind, phrases in bounds().after.items() for phrase in phrases}
    return re.compile(
        rf"(?:[ \n]+|-)({words_of(kinds)})\b(?:[ \n]+than(?=\s*(?:[.,;!?]|$)))?(?!\w*[ \n]+(?:than|\d|half|an?[ \n]))|(\+)(?!\w)"
    ), kinds


def bound_before(low: str, start: int, *, measured: bool, lasting: bool) -> tuple[int, BoundKind] | None:
    """Start and kind of the longest bound phrase right before `start`.

    `measured` numbers have a unit, `lasting` ones a unit of time, before which "over" may mean "in the course of".
    """
    sign = _sign_before(low, start) if low[max(0, start - 3) : start].strip()[-1:] in ("<", ">", "=") else None
    if sign is not None:
        return sign
    if not low[start - 1 : start].isspace():
        return None
    base = max(0, start - _REACH)
    tokens = [(m.start() + base, m[0]) for m in _TOKENS.finditer(low[base:start])][-_LONGEST:]
    for i in range(len(tokens)):
        phrase = " ".join(word for _, word in tokens[i:])
        bare = phrase.lstrip("(\"'[*-")
        kind = _before().get(bare)
        if kind is None or (bare in bounds().reading.measured_only and not measured):
            continue
        if bare in bounds().reading.subject_words and _names_a_subject(low, tokens[i][0], lasting=lasting):
            return None
        if bare == bounds().reading.over and lasting and not _over_is_longer(low, tokens[i][0], start):
            return None
        return tokens[i][0] + len(phrase) - len(bare), kind
    return None


def _sign_before(low: str, start: int) -> tuple[int, BoundKind] | None:
    """Start and kind of a sign such as ">="; the end of a tag and the mark of a quoted line are none."""
    base = max(0, start - _REACH)
    match = _SIGN.search(low, base, start)
    if match is None or low.rfind("<", base, match.start()) > low.rfind(">", base, match.start()):
        return None
    return match.start(), _SIGN_BOUNDS[match[1] + match[2]]


def or_equal_after(low: str, end: int) -> int | None:
    """The end of "or equal to" right after a bounded number, which closes its bound."""
    match = _OR_EQUAL.match(low, end)
    return match.end() if match else None


def _over_is_longer(low: str, place: int, start: int) -> bool:
    before = low[max(0, place - 16) : place].split()
    after = re.findall(r"[a-z]+", low[start : start + 40])[1:4]
    reading = bounds().reading
    return bool(before and before[-1] in reading.over_is_bound_after) or any(
        w in reading.over_is_bound_before for w in after
    )


def _names_a_subject(low: str, place: int, *, lasting: bool) -> bool:
    """ "Talks over $9 billion", "adds up to $4 million", "take over $40 million of debt": the words bound nothing; but
    "took over two hours" does."""
    before = low[max(0, place - 24) : place].split()
    word = before[-1].strip(",") if before else ""
    return word in bounds().reading.subject_after and not (lasting and word in bounds().reading.over_is_bound_after)


def bound_after(low: str, end: int) -> tuple[int, BoundKind] | None:
    """End and kind of a bound phrase right after `end`; where a noun stands between, the end is `end` itself."""
    pattern, kinds = _after()
    match = pattern.match(low, end)
    if match:
        return match.end(), kinds[" ".join(match[1].split())] if match[1] else "at_least"
    noun = _NOUN_OR_MORE.match(low, end)
    return (end, _NOUN_BOUNDS[noun[1]]) if noun else None


def bounded(interval: Interval, kind: BoundKind) -> Interval:
    """What a bound word makes of an interval; counts and amounts start at 0."""
    lower, upper = interval.lower, interval.upper
    floor = None if upper is None or upper < 0 else 0
    if kind in ("at_least", "more_than", "slightly_more_than"):
        return Interval(lower, None, kind != "at_least", False, interval.approximate or kind == "slightly_more_than")
    if kind in ("at_most", "less_than", "nearly"):
        upper_open = kind != "at_most" or interval.upper_open
        return Interval(floor, upper, False, upper_open, interval.approximate or kind == "nearly")
    return interval._replace(approximate=True) if kind == "about" else interval
