"""The words that bound a number: the record type of `bounds.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["BoundKind", "BoundReading", "Bounds"]

BoundKind = Literal[
    "at_least", "more_than", "slightly_more_than", "at_most", "less_than", "nearly", "about", "exactly"
]  # fmt: skip


class BoundReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a bound word is one; the file says what each list is for."""

    over_is_bound_after: frozenset[str]
    over_is_bound_before: frozenset[str]
    over: str
    subject_words: frozenset[str]
    subject_after: frozenset[str]
    measured_only: frozenset[str]
    prepositions: frozenset[str]
    shared: frozenset[BoundKind]


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word sequences by the bound they set on the number after (`before`) or before them (`after`)."""

    before: dict[BoundKind, tuple[str, ...]]
    after: dict[BoundKind, tuple[str, ...]]
    reading: BoundReading
