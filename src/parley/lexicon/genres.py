"""What tells that a text gives its writer's opinion."""

from __future__ import annotations

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Genres", "load_genres"]


class Genres(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of `sections`, `labels` before a title, and `notes` beside the text, in lower case."""

    sections: frozenset[str]
    labels: frozenset[str]
    notes: tuple[str, ...]


def load_genres() -> Genres:
    """The lexicon of genres. Raises LexiconError when it is not what it should be."""
    return load_lexicon("genres", Genres)
