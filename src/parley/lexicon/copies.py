"""What tells copies of a text apart: the record type of `copies.toml`."""

from __future__ import annotations

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["CopyWords", "load_copy_words"]


class CopyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of letters and words that turn a sentence around, in small letters; the file describes each list."""

    openings: tuple[str, ...]
    closings: tuple[str, ...]
    signers: tuple[str, ...]
    negations: frozenset[str]


def load_copy_words() -> CopyWords:
    """The words of copies. Raises LexiconError when the file is not what it should be."""
    return load_lexicon("copies", CopyWords)
