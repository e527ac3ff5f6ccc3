"""What is held against the terms of a deal, as `deals.toml` holds it."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon
from parley.model.claim import Issue, Measure

__all__ = ["Matter", "load_matters", "matters_of"]

_Words = frozenset[str]


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What carries out, counts towards or breaks terms on an issue; the file's comment says what each field holds."""

    issue: Issue
    clauses: tuple[str, ...] = ()
    done: _Words = frozenset()
    counted: frozenset[Measure] = frozenset()
    broken: _Words = frozenset()
    exactly: bool = False
    by_anyone: bool = False


class _Deals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    matter: tuple[Matter, ...]


@cache
def load_matters() -> tuple[Matter, ...]:
    """The matters, read once."""
    return load_lexicon("deals", _Deals).matter


@cache
def matters_of(issue: str, item: str) -> tuple[Matter, ...]:
    """Those of a term: of its issue, or of a clause that its words name whatever its issue."""
    words = item.casefold()
    return tuple(
        each
        for each in load_matters()
        if any(clause in words for clause in each.clauses) or (each.issue == issue and not each.clauses)
    )
