"""Words that change how sure a clause is (`factuality.toml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["FactualityWords", "load_factuality"]


class _Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    negative: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]
    probable: frozenset[str]
    conditional: frozenset[str]
    raising: frozenset[str]


class _Modals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    possible: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]


class _Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hypothetical: frozenset[str]


class _Adverbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    possible: frozenset[str]
    probable: frozenset[str]
    planned: frozenset[str]


class FactualityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Governing verbs, modals, conjunctions and adverbs by what they do to the clause they stand over or in."""

    governors: _Governors
    modals: _Modals
    marks: _Marks
    adverbs: _Adverbs


@cache
def load_factuality() -> FactualityWords:
    """The words of `factuality.toml`."""
    return load_lexicon("factuality", FactualityWords)
