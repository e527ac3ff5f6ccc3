"""Where a full stop ends no sentence: the record type of `abbreviations.toml`."""

from __future__ import annotations

import msgspec

__all__ = ["Abbreviations"]


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Abbreviations by what may follow them, and the words that show where a sentence opens; the file describes each."""

    before_name: frozenset[str]
    titles: frozenset[str]
    before_number: frozenset[str]
    dates: frozenset[str]
    clock: frozenset[str]
    anywhere: frozenset[str]
    capitalised: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    particles: tuple[str, ...]
    small: frozenset[str]
    common_nations: frozenset[str]
    peoples: frozenset[str]
