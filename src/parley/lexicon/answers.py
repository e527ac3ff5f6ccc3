"""Words that tell what an answer is to, as `answers.toml` holds them."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["AnswerWords", "load_answers"]


class Plain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand for what was said before, that say of terms that they answer others, that name a matter, and
    those without a content of their own."""

    pronouns: frozenset[str]
    counters: frozenset[str]
    matters: frozenset[str]
    small: frozenset[str]


class AnswerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: the acts each answering act may answer, and the nouns that name a move of an act."""

    answered: dict[str, tuple[str, ...]]
    nouns: dict[str, frozenset[str]]
    words: Plain


@cache
def load_answers() -> AnswerWords:
    """The words, read once."""
    return load_lexicon("answers", AnswerWords)
