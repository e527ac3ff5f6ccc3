"""The unit of a bare count."""

from __future__ import annotations

from parley.extract.moves.constituents import Phrases
from parley.lexicon.groups import counting_unit

__all__ = ["counted_unit", "is_of_a_nation"]


def is_of_a_nation(phrases: Phrases, noun: int) -> bool:
    """Whether a plural noun in capitals is one for people of a nation or group ("80 wounded Norlanders")."""
    parse = phrases.sentence.parse
    word = parse.words[noun]
    return parse.tags[noun] in {"NNS", "NNPS"} and noun > 0 and word[0].isupper() and not word.isupper()


def counted_unit(phrases: Phrases, noun: int) -> str:
    """The unit of a bare count: persons and the like, else the noun that is counted, in the plural."""
    parse = phrases.sentence.parse
    lemma = parse.lemmas[noun]
    if is_of_a_nation(phrases, noun):
        return "persons"
    return counting_unit(lemma) or (parse.lower[noun] if parse.tags[noun] == "NNS" else _plural(lemma))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
