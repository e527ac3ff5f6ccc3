"""Units and how they are written: the record type of `units.toml`."""

from __future__ import annotations

import msgspec

__all__ = ["UnitContext", "Units"]


class UnitContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Short units that are other words, too; the file says what each list is for."""

    digits_only: frozenset[str]
    goods: frozenset[str]
    weighing: frozenset[str]


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Written forms with the unit they stand for; currencies by ISO 4217 code, all else by the singular English name."""

    currency_signs: dict[str, str]
    currency_codes: dict[str, str]
    currency_words: dict[str, str]
    currency_hundredths: dict[str, str]
    shares: dict[str, str]
    durations: dict[str, str]
    measures: dict[str, str]
    context: UnitContext
