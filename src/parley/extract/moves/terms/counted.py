"""The unit of a bare count."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.groups import counting_unit
from parley.lexicon.words import word_list

__all__ = ["counted_unit", "is_of_a_nation"]

_PEOPLE_HERE = word_list("moves.terms.counted.people_here")


def is_of_a_nation(phrases: Phrases, noun: int) -> bool:
    """Whether a plural noun in capitals is one for people of a nation or group ("80 wounded Norlanders")."""
    parse = phrases.sentence.parse
    word = parse.words[noun]
    plural = parse.tags[noun] in {"NNS", "NNPS"} or (parse.tags[noun][0] in "NJ" and word.endswith(("ans", "ians")))
    return plural and noun > 0 and word[0].isupper() and not word.isupper()


def counted_unit(phrases: Phrases, noun: int) -> str:
    """The unit of a bare count: persons and the like, else the noun that is counted, in the plural."""
    parse = phrases.sentence.parse
    lemma = parse.lemmas[noun]
    if lemma in {"loss", "cut"} and parse.lower[noun - 1 : noun] in {("job",), ("jobs",)}:
        return "jobs"
    if is_of_a_nation(phrases, noun):
        return "persons"
    plural = parse.tags[noun] == "NNS" or (lemma == parse.lower[noun] and lemma.endswith("és"))
    if lemma in _PEOPLE_HERE:
        return "persons"
    return counting_unit(lemma) or (parse.lower[noun] if plural else _plural(lemma))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
