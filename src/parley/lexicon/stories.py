"""By what reports on one negotiation find each other: `stories.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Shares", "StoryWords", "common_words", "story_words"]


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each thing that two reports share weighs, and what all of its sort weigh at most."""

    each: float
    most: float


class StoryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of `stories.toml`: weights by kind of party, of places and words; how far apart days may lie; behind which
    nouns it stands of which trade a dispute is."""

    enough: float
    days_apart: int
    given: float
    branches: tuple[str, ...]
    trade: float
    name_endings: tuple[str, ...]
    incident_days_apart: int
    party: dict[str, float]
    place: Shares
    word: Shares
    common: dict[str, tuple[str, ...]]

    def weight_of_party(self, kind: str | None) -> float:
        """What a shared party of a kind weighs; None is an unknown one."""
        return self.party.get(kind or "unknown", self.party["other"])


def story_words() -> StoryWords:
    """The file, read once."""
    return load_lexicon("stories", StoryWords)


@cache
def common_words() -> frozenset[str]:
    """Words, in the singular, that tell no negotiation from another."""
    return frozenset(word for words in story_words().common.values() for word in words)
