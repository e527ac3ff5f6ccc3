"""Words of time: the record type of `times.toml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["AheadWords", "ClockNames", "DoubtfulTimes", "Meals", "Times", "load_times"]


class ClockNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of clocks that may follow a clock time."""

    names: frozenset[str]


class Meals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Meals that stand for the time they are taken at, and the words before them that tell it."""

    names: frozenset[str]
    before: frozenset[str]


class DoubtfulTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of months and weekdays that are other words, and what makes them times."""

    months: frozenset[str]
    weekdays: frozenset[str]
    verbs: frozenset[str]
    before_weekdays: frozenset[str]
    before: frozenset[str]


class AheadWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words near a time that say on which side of the day of writing it lies."""

    words: frozenset[str]
    past: frozenset[str]


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of the file, each as its comment there tells."""

    joining: dict[str, tuple[str, ...]]
    units: dict[str, tuple[str, int]]
    directions: dict[str, Literal[-1, 0, 1]]
    days: dict[str, tuple[int, str]]
    closes: dict[str, str]
    day_parts: dict[str, tuple[str, int, int]]
    decades: dict[str, int]
    hours: dict[str, int]
    phases: dict[str, Literal["start", "mid", "end"]]
    references: dict[str, str]
    phrases: dict[str, str]
    rates: dict[str, str]
    moving_feasts: dict[str, tuple[int, ...]]
    fixed_feasts: dict[str, str]
    islamic_feasts: dict[str, tuple[int, int]]
    meals: Meals
    clocks: ClockNames
    doubtful: DoubtfulTimes
    ahead: AheadWords


@cache
def load_times() -> Times:
    """The words of `times.toml`."""
    return load_lexicon("times", Times)
