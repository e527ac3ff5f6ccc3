"""Words of judgement in a phrase: what is refused, has failed, goes on."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import JUDGED, Phrases
from parley.lexicon.acts import load_talks

__all__ = ["JUDGING", "is_judged"]

JUDGING = {
    "refused": frozenset({"refused"}),
    "refused_at_talks": frozenset({"refused"}),
    "praised_at_talks": frozenset({"praised"}),
    "failed": frozenset({"failed"}),
}
"""The classes of judging words that a further condition of a need asks for."""


def is_judged(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    """Whether a word of judgement of one of the classes stands in the phrase ("unacceptable")."""
    judged = load_talks().judged
    lower, region = phrases.sentence.parse.lower, phrases.region(token)
    words = {lower[t] for t in region}
    if "-" in lower:  # "non-starter" is three tokens
        words |= {f"{lower[t]}-{lower[t + 2]}" for t in region if lower[t + 1 : t + 2] == ("-",) and t + 2 < len(lower)}
    return any(not words.isdisjoint(getattr(judged, name)) for name in classes & JUDGED)
