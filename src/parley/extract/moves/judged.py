"""Words of judgement in a phrase: what is refused, has failed, goes on."""

from __future__ import annotations

from parley.extract.moves.constituents import JUDGED, Phrases
from parley.lexicon.acts import load_talks

__all__ = ["is_judged"]


def is_judged(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    """Whether a word of judgement of one of the classes stands in the phrase ("unacceptable")."""
    judged = load_talks().judged
    words = {phrases.sentence.parse.lower[t] for t in phrases.region(token)}
    return any(not words.isdisjoint(getattr(judged, name)) for name in classes & JUDGED)
