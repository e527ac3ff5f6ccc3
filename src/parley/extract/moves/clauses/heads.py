"""Which noun of a phrase matters: "a round of talks", "a 65 dlr per share tender offer", "420 of the redundancies"."""

from __future__ import annotations

from functools import cache

from parley.annotate.parse import Parse
from parley.lexicon.acts import load_talks
from parley.lexicon.words import word_list

__all__ = ["find_head"]

_COINS = word_list("moves.clauses.heads.coins")


@cache
def _passed_over() -> frozenset[str]:
    return load_talks().transparent.nouns | _COINS


def find_head(parse: Parse, token: int) -> int:
    """The noun behind heads that only count or contain what follows "of", and behind a price per share."""
    if parse.lemmas[token] not in _passed_over() and parse.tags[token] != "CD":
        return token
    transparent = load_talks().transparent.nouns
    while (lemma := parse.lemmas[token]) in transparent or parse.tags[token] == "CD":
        inner = _object_of(parse, token, "of")
        if inner is None:
            return token
        token = inner
    if lemma in _COINS and (inner := _object_of(parse, token, "per")) is not None and _is_behind(parse, inner):
        return inner
    return token


def _is_behind(parse: Parse, token: int) -> bool:
    """ "per share cash tender offer": the noun stands behind what the price is per."""
    return parse.lower[token - 1] != "per" and parse.lemmas[token] in load_talks().nouns["bid"]


def _object_of(parse: Parse, token: int, word: str) -> int | None:
    found = (c for c in parse.children[token] if parse.deps[c] == "prep" and parse.lower[c] == word)
    return next((o for c in found for o in parse.children[c] if parse.deps[o] == "pobj"), None)
