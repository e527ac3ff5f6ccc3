"""What moves are compared by when one may answer another: their words, their sides, their terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from parley.lexicon.answers import load_answers
from parley.model import Actor, Claim, Move

__all__ = ["content_of", "is_same_side", "move_of", "noun_acts", "plain_words", "side_words"]

_WORD = re.compile(r"[\w'’-]+")


def move_of(claim: Claim) -> Move:
    """The move a claim tells."""
    assert isinstance(claim.body, Move)
    return claim.body


@cache
def noun_acts() -> dict[str, frozenset[str]]:
    """The acts that a noun names moves of."""
    table: dict[str, frozenset[str]] = {}
    for act, nouns in load_answers().nouns.items():
        for noun in nouns:
            table[noun] = table.get(noun, frozenset()) | {act}
    return table


@lru_cache(maxsize=4096)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name or of terms, without case and possessive endings."""
    return tuple(_plain(word) for word in _WORD.findall(text.lower()))


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").rstrip("'")


def side_words(actors: Iterable[Actor]) -> set[str]:
    """The words of the parties' names."""
    names = [n for a in actors for n in (a.name, a.mention, a.acts_for) if n]
    found = {word for name in names for word in plain_words(name)}
    return found - load_answers().words.small - load_answers().words.pronouns


def content_of(move: Move) -> set[str]:
    """The words of a move's terms."""
    terms = (*move.terms, *move.conditions)
    texts = [t for term in terms for t in (term.item, term.group, term.condition) if t] + [move.about or ""]
    found = {word for text in texts for word in plain_words(text)}
    return found - load_answers().words.small


def is_same_side(one: Iterable[Actor], other: Iterable[Actor]) -> bool:
    """Whether somebody of one side is, or acts for, somebody of the other, by whole or shortened names."""
    first, second = _names(tuple(one)), _names(tuple(other))
    return not first.isdisjoint(second) or any(_is_short(a, b) for a in first for b in second)


@lru_cache(maxsize=4096)
def _names(actors: tuple[Actor, ...]) -> frozenset[str]:
    """Whoever acts, and for whom; each party's moves are held against all the others'."""
    return frozenset(n.lower() for a in actors for n in (a.name, a.acts_for) if n)


def _is_short(one: str, other: str) -> bool:
    """ "importers" and "European importers"; "ministry" and "the health ministry"."""
    first, second = plain_words(one), plain_words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return set(first) <= set(second) or set(second) <= set(first)
