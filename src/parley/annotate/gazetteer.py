"""Names known beforehand, compiled for look-up by tokens: states, capitals, organisations, outlets.

It finds where a name stands in a sentence; what a name found means is looked up by the whole name (`resolve.actors.known`).
"""

from __future__ import annotations

import re
from collections.abc import KeysView, Sequence
from functools import cache

from parley.lexicon.known_names import KnownName, KnownRole, known_forms

__all__ = ["KnownName", "KnownRole", "first_words", "longest_name", "split_name"]

# Where the tokenizer cuts inside a written word.
_CUT = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])|('s)\b|(')$|(,)")
# No word has one letter three times running: it is a slip for two ("Commisssion").
_TRIPLED = re.compile(r"([a-z])\1\1")


def split_name(name: str) -> tuple[str, ...]:
    """The tokens of a written name as the tokenizer cuts it."""
    return tuple(part for word in name.split() for part in _CUT.split(word) if part)


def longest_name(words: Sequence[str], first: int) -> tuple[int, KnownName] | None:
    """The longest known name that starts at token `first`, with the index after its last token."""
    names, lengths = _index()
    for length in lengths.get(words[first], ()):
        tokens = tuple(_TRIPLED.sub(r"\1\1", word) for word in words[first : first + length])
        if tokens in names:
            return first + len(tokens), names[tokens]
    return None


def first_words() -> KeysView[str]:
    """The tokens that known names start with."""
    return _index()[1].keys()


@cache
def _index() -> tuple[dict[tuple[str, ...], KnownName], dict[str, list[int]]]:
    """The names by their tokens; and how many tokens names have that start with a token, most first."""
    by_tokens: dict[tuple[str, ...], KnownName] = {}
    for form, known in known_forms():
        by_tokens.setdefault(split_name(form.replace("’", "'")), known)
        if "'" in form:
            by_tokens.setdefault(split_name(form.replace("'", "’")), known)
    lengths: dict[str, set[int]] = {}
    for tokens in by_tokens:
        lengths.setdefault(tokens[0], set()).add(len(tokens))
    return by_tokens, {word: sorted(found, reverse=True) for word, found in lengths.items()}
