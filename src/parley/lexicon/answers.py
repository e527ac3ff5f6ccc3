"""Words that tell what an answer is to, as `answers.toml` holds them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["AnswerWords", "load_answers"]


class Plain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand for what was said before, that say of terms that they answer others, that name a matter, that
    name one like it or none in particular, and those without a content of their own."""

    pronouns: frozenset[str]
    counters: frozenset[str]
    matters: frozenset[str]
    others: frozenset[str]
    unnamed: frozenset[str]
    qualifiers: frozenset[str]
    earlier: frozenset[str]
    everybody: frozenset[str]
    small: frozenset[str]


class AnswerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: the acts each answering act may answer with the points that speak for each, the points of each sign for
    answers and for terms put against others, and the nouns that name a move of an act."""

    answered: dict[str, dict[str, float]]
    weights: dict[Literal["answer", "counter"], dict[str, float]]
    nouns: dict[str, frozenset[str]]
    words: Plain


@cache
def load_answers() -> AnswerWords:
    """The words, read once."""
    return load_lexicon("answers", AnswerWords)
