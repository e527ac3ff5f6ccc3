"""What a noun phrase tells as a deed: its type, from its own words or from what it governs ("an end to the blockade")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import get_args

from parley.annotate.parse import Parse
from parley.lexicon.plover import PloverType, Turn, load_plover

__all__ = ["OPERATIONS", "named_by", "nouns_before", "phrase_words", "turned"]

OPERATIONS: frozenset[str] = frozenset(get_args(Turn))
_BEFORE = frozenset({"compound", "amod", "nmod", "nn", "poss"})


@cache
def _by_noun() -> dict[str, tuple[str, ...]]:
    """Types and operations by noun; a type comes before an operation."""
    found: dict[str, list[str]] = {}
    for name, words in sorted(load_plover().nouns.items(), key=lambda item: item[0] in OPERATIONS):
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def phrase_words(parse: Parse, token: int) -> list[str]:
    """The words that say what a noun phrase is: with what stands before the head, the head, the words before it."""
    head = parse.lemmas[token]
    before = [parse.lemmas[c] for c in parse.children[token] if parse.deps[c] in _BEFORE and c < token]
    whole = [f"{word}{mark}{head}" for word in before for mark in " -"]
    of = (c for c in parse.children[token] if parse.lower[c] == "of")
    whole += [f"{head} of {parse.lemmas[o]}" for c in of for o in parse.children[c] if parse.deps[o] == "pobj"]
    return [*whole, head, parse.lower[token]]


def nouns_before(parse: Parse, token: int) -> list[str]:
    """The nouns that stand before a noun and say its kind ("peacekeeping force")."""
    return [
        parse.lemmas[c]
        for c in parse.children[token]
        if parse.deps[c] in _BEFORE and c < token and parse.tags[c][0] == "N" and parse.deps[c] != "poss"
    ]


def named_by(words: Iterable[str]) -> str | None:
    """The type or operation of the first of the words that has one."""
    return next((names[0] for word in words if (names := _by_noun().get(word))), None)


def turned(operation: Turn, inner: PloverType | None) -> PloverType | None:
    """What an operation makes of a type, or of nothing."""
    table = load_plover().turns.get(operation, {})
    if inner is None:
        return table.get("none")
    return table.get(inner, table.get("all", inner))
