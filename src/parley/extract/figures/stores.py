"""Goods laid up: how much of them a stock, store or reserve holds ("the buffer stock, now 360,000 tonnes")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, clause_above
from parley.lexicon.measures import MeasureWords
from parley.lexicon.words import word_list

__all__ = ["STORED", "store_named", "stored"]

STORED = "figure:stored"
_STORES = word_list("figures.stores.stores")
_BESIDE = word_list("figures.stores.beside")
# What stands between an amount and the store it lies in; a verb, or another amount, parts them.
_INSIDE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "POS", ",", "RB", "HYPH", "VBN", "IN"})
_NAMING = frozenset({"NN", "JJ", "VBP"})
_FAR = 10  # tokens between the amount and the store


def stored(counted: Counted) -> Iterator[Reading]:
    """An amount of goods with the store that it lies in: no bound on what that may hold, and nothing bought or sold."""
    quantity = counted.mention.quantity
    if "mass" not in counted.classes or not quantity.lower:
        return
    store = _store(counted)
    if store is not None:
        yield Reading(_words(), store, clause_above(counted.parse, store), STORED)


@cache
def _words() -> MeasureWords:
    none: frozenset[str] = frozenset()
    return MeasureWords("other", none, none, none, none, none, none, stock=True)


def store_named(counted: Counted, store: int) -> str:
    """The store as the report calls it, without whose it is and what is only said of it ("accumulated")."""
    parse, first = counted.parse, store
    while first - 1 > counted.number or 0 < first < counted.first:
        word = parse.words[first - 1]
        if parse.tags[first - 1] not in _NAMING or not word[0].islower() or word.endswith("ed"):
            break
        first -= 1
    return " ".join(parse.lower[first : store + 1])


def _store(counted: Counted) -> int | None:
    """The nearest store behind the amount, else in front of it."""
    behind = range(counted.number + 1, min(len(counted.parse), counted.number + _FAR))
    before = range(counted.first - 1, max(-1, counted.first - _FAR), -1)
    return _reached(counted.parse, behind, {"of", "in"}) or _reached(counted.parse, before, {"of", "at"})


def _reached(parse: Parse, tokens: range, linking: set[str]) -> int | None:
    """The first store among neighbouring tokens that only words of one phrase stand before."""
    for token in tokens:
        lower, tag = parse.lower[token], parse.tags[token]
        if parse.lemmas[token] in _STORES and tag[0] == "N":
            return token if _is_head(parse, token) else None
        # "360,000 tonnes of ICA buffer stock": the parser takes the first half of the store's name for a verb.
        halved = tag == "VBP" and parse.lemmas[token + 1 : token + 2] and parse.lemmas[token + 1] in _STORES
        if not (tag in _INSIDE or halved) or (tag == "IN" and lower not in linking) or parse.lemmas[token] in _BESIDE:
            return None
    return None


def _is_head(parse: Parse, store: int) -> bool:
    """Whether the store is meant, and not what is done with it ("buffer stock purchases of 300,000 tonnes")."""
    after = parse.lemmas[store + 1 : store + 2]
    return not (after and after[0] in _BESIDE)
