"""Verbs whose own meaning is an act of talks (`plain_verbs.toml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["PlainVerb", "load_plain_verbs"]


class PlainVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that make an act with any complement of the slots it `takes`, save words of the classes in `never`.

    `people` tells whether they make it with people for their complement ("accused", but not "dismissed the workers").
    """

    act: str
    verbs: tuple[str, ...]
    takes: tuple[str, ...]
    never: frozenset[str] = frozenset()
    gives: str = "by"
    negative: bool = False
    people: bool = True


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: tuple[PlainVerb, ...]


@cache
def load_plain_verbs() -> tuple[PlainVerb, ...]:
    """The entries in the order of the file."""
    return load_lexicon("plain_verbs", _File).entry
