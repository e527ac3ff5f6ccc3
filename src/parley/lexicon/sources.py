"""What the lexicon of sources holds: nouns for those on whose word a report rests, by kind of source."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon
from parley.model.claim import SourceKind

__all__ = ["SourceLexicon", "SourceNames", "SourceWords", "load_sources"]


class SourceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists about sources; the file says what each is for."""

    persons: frozenset[str]
    voices: frozenset[str]
    several: frozenset[str]
    titles: frozenset[str]
    no_speaker: frozenset[str]
    outlet_names: frozenset[str]


class SourceNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names for sources the text gives none."""

    earlier_report: str
    report: str


class SourceLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The lexicon of sources."""

    kinds: dict[SourceKind, tuple[str, ...]]
    words: SourceWords
    names: SourceNames

    def __post_init__(self) -> None:
        """Index the kinds by noun."""
        self.__dict__["by_noun"] = {noun: kind for kind, nouns in self.kinds.items() for noun in nouns}

    def kind_of(self, noun: str) -> SourceKind | None:
        """The kind of source a noun (lower case, singular or as listed) stands for, None when it is none listed."""
        found: SourceKind | None = self.__dict__["by_noun"].get(noun)
        return found


@cache
def load_sources() -> SourceLexicon:
    """The lexicon of sources, read once."""
    return load_lexicon("sources", SourceLexicon)
