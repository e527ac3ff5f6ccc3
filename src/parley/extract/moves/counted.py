"""The unit of a bare count."""

from __future__ import annotations

from parley.extract.moves.constituents import Phrases
from parley.lexicon.groups import counting_unit

__all__ = ["counted_unit"]


def counted_unit(phrases: Phrases, noun: int) -> str:
    """The unit of a bare count: persons and the like, else the noun that is counted, in the plural."""
    parse = phrases.sentence.parse
    lemma = parse.lemmas[noun]
    if parse.tags[noun] == "NNPS":
        return "persons"  # "80 wounded Norlanders"
    return counting_unit(lemma) or (parse.lower[noun] if parse.tags[noun] == "NNS" else _plural(lemma))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
