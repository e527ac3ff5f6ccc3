"""The words of numbers: the record type of `numbers.toml`."""

from __future__ import annotations

import msgspec

__all__ = ["NumberContext", "Numbers"]


class NumberContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a numeral that decide what kind of number it is; the file says what each list is for."""

    vague_needs_of: frozenset[str]
    pronoun_before: frozenset[str]
    pronoun_after: frozenset[str]
    labels: frozenset[str]
    capital_labels: frozenset[str]
    score_words: frozenset[str]
    range_words: frozenset[str]
    change_words: frozenset[str]
    things_with_duration: frozenset[str]
    young_people: frozenset[str]
    per_modifiers: frozenset[str]
    rate_nouns: frozenset[str]
    carry_stop: frozenset[str]


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Number words with their values; `vague` words with the interval they stand for, closed below and open above."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    money_scales: dict[str, int]
    denominators: dict[str, int]
    signs: dict[str, float]
    ordinals: dict[str, int]
    vague: dict[str, tuple[int, int]]
    context: NumberContext
    rates: dict[str, str]
