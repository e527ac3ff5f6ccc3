"""Which noun of a phrase matters: "a round of talks", "a 65 dlr per share tender offer", "420 of the redundancies"."""

from __future__ import annotations

from functools import cache

from parley.annotate.parse import Parse
from parley.lexicon.acts import load_talks
from parley.lexicon.words import word_list

__all__ = ["find_head", "price_before"]

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
    if lemma in _COINS and parse.lower[token + 1 : token + 3] == ("a", "share"):
        behind = [t for t in range(token + 3, len(parse)) if price_before(parse, t) == token]
        return next((t for t in reversed(behind) if parse.lemmas[t] in load_talks().nouns["bid"]), token)
    return token


def price_before(parse: Parse, token: int) -> int | None:
    """The sum in front of a noun that the parser ties to the share, or to nothing ("Lowell's 65 dlr a share offer")."""
    share = token - 1
    while share > 1 and parse.lower[share] != "share" and parse.tags[share] in _BETWEEN:
        share -= 1
    priced = share > 1 and parse.lower[share - 1 : share + 1] in (("a", "share"), ("per", "share"))
    return share - 2 if priced and parse.lemmas[share - 2] in _COINS else None


# What may stand between the share and the offer ("a share hostile tender offer").
_BETWEEN = frozenset({"NN", "JJ", "VBN"})


def _is_behind(parse: Parse, token: int) -> bool:
    """ "per share cash tender offer": the noun stands behind what the price is per."""
    return parse.lower[token - 1] != "per" and parse.lemmas[token] in load_talks().nouns["bid"]


def _object_of(parse: Parse, token: int, word: str) -> int | None:
    found = (c for c in parse.children[token] if parse.deps[c] == "prep" and parse.lower[c] == word)
    return next((o for c in found for o in parse.children[c] if parse.deps[o] == "pobj"), None)
