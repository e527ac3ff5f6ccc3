"""In which time a count or a sum comes about again and again: "300 children a day", "200 million dollars per day"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.extract.figures.counted import Counted

__all__ = ["at_rate"]

_UNITS = frozenset({"hour", "day", "night", "week", "month", "year"})
_ONE = frozenset({"a", "an"})
_EACH = frozenset({"a", "an", "per", "each", "every"})
_ADVERBS = {
    "hourly": "hour", "daily": "day", "everyday": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year",
}  # fmt: skip
_STOPS = frozenset({",", ";", ":", ".", "and", "but", "while", "as", "who", "which", "that"})
_FAR = 9  # words behind a count in which its clause may tell the time
_COST = 100_000  # a smaller sum by the day is pay or a price


def at_rate(counted: Counted, words: str | None) -> str | None:
    """`words` for what is counted, with "per day" behind them where the report tells a rate."""
    unit = _unit(counted)
    return words if unit is None else f"{words or ''} per {unit}".strip()


def _unit(counted: Counted) -> str | None:
    kind, lower = counted.mention.kind, counted.mention.quantity.lower
    if kind != "count" and (kind != "money" or lower is None or lower < _COST):
        return None
    parse, closed = counted.parse, False
    for token in range(counted.last + 1, min(len(parse), counted.last + _FAR)):
        word = parse.lower[token]
        closed = word == "(" or (closed and word != ")")  # a sum in another currency
        if closed or word == ")":
            continue
        if word in _STOPS:
            return None
        if word in _ADVERBS and parse.tags[token] in {"RB", "JJ", "NN", "NNP"} and not _before_noun(counted, token):
            return _ADVERBS[word]
        # "in a day" is a length
        each = parse.lower[token - 1] in _EACH and not (
            parse.lower[token - 1] in _ONE and parse.tags[token - 2] == "IN"
        )
        if word in _UNITS and each and not _before_noun(counted, token):
            return word
    return None


def _before_noun(counted: Counted, token: int) -> bool:
    """Whether a word only describes the noun behind it ("a day school", "the daily flight"), or a length is told of
    ("a day after", "a week ago")."""
    parse, behind = counted.parse, token + 1
    if behind >= len(parse):
        return False
    return (parse.tags[behind][0] == "N" and parse.heads[token] == behind) or parse.lower[behind] in {
        "after", "before", "ago", "earlier", "later", "old", "-",
    }  # fmt: skip
