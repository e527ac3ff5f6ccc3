"""Words that say of themselves what an amount beside them is an amount of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["issue_of_noun", "issue_of_verb", "nouns_of_limits", "verbs_of_amounts"]


class _Amount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    issue: str
    kinds: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for the most there may be of a thing, and for the least."""

    ceilings: frozenset[str]
    floors: frozenset[str]


class _Amounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: dict[str, frozenset[str]]
    limits: Limits
    amount: tuple[_Amount, ...]


def verbs_of_amounts(name: str) -> frozenset[str]:
    """The verbs of a class that rules on amounts ask for. Raises KeyError for a class that the file does not hold."""
    return load_lexicon("amounts", _Amounts).verbs[name]


def nouns_of_limits() -> Limits:
    """The nouns by which a limit is set on a thing."""
    return load_lexicon("amounts", _Amounts).limits


def issue_of_noun(kind: str, words: set[str]) -> str | None:
    """The issue of an amount of a kind ("money", "count") by the words for its noun, the longest first; or None."""
    table = _tables()[0].get(kind, {})
    return next((table[w] for w in sorted(words, key=lambda w: (-len(w.split()), w)) if w in table), None)


def issue_of_verb(kind: str, verb: str) -> str | None:
    """The issue of an amount of a kind by the lemma of the verb it is an object of; None where that tells nothing."""
    return _tables()[1].get(kind, {}).get(verb)


@cache
def _tables() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, Mapping[str, str]]]:
    nouns: dict[str, dict[str, str]] = {}
    verbs: dict[str, dict[str, str]] = {}
    for entry in load_lexicon("amounts", _Amounts).amount:
        for kind in entry.kinds:
            nouns.setdefault(kind, {}).update(dict.fromkeys(entry.nouns, entry.issue))
            verbs.setdefault(kind, {}).update(dict.fromkeys(entry.verbs, entry.issue))
    return nouns, verbs
