"""Captives whose release is told: how many were taken is not said by that."""

from __future__ import annotations

import msgspec

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, clause_at, measure_index, measure_words
from parley.lexicon.words import word_list

__all__ = ["of_those_freed"]

_TAKEN = frozenset({"captured", "held", "detained"})
_BROUGHT = word_list("figures.freed.brought")
_TRADED = word_list("figures.freed.traded")
_DEFINITE = frozenset({"the", "these", "those", "its", "their"})
_TIES = frozenset({"pobj", "prep", "conj", "dobj", "nsubjpass"})


def of_those_freed(counted: Counted, reading: Reading | None) -> Reading | None:
    """ "The release of 50 women seized in May": the words behind the count only say which 50 are freed.

    The reading by the word that frees them where there is one, else the one given. "The 50 women seized" are all of them.
    """
    if reading is None or reading.words.name not in _TAKEN:
        return reading
    parse = counted.parse
    behind = parse.ancestors(reading.trigger)
    brought = _brought_out(counted) if reading.words.name == "held" else None
    known = any(parse.lower[c] in _DEFINITE for c in parse.children[counted.noun])
    heads = [station for station in counted.stations if station in behind and not known]
    freeing = next((t for head in heads for t in _above(parse, head) if _frees(parse, t)), None)
    freeing = freeing if freeing is not None else brought
    if freeing is None:
        return reading
    rule = "figure:verb-object" if parse.tags[freeing][0] == "V" else "figure:nominal"
    words = measure_index().by_name["released"]
    return msgspec.structs.replace(reading, words=words, trigger=freeing, clause=clause_at(parse, freeing), rule=rule)


def _brought_out(counted: Counted) -> int | None:
    """The participle that says captives were brought out under a deal ("17 of them, transferred as part of the truce")."""
    parse = counted.parse
    told = (c for t in {counted.number, counted.noun} for c in parse.children[t] if parse.tags[c] == "VBN")
    dealt = not measure_words().terms.nouns.isdisjoint(parse.lemmas)
    return next((c for c in sorted(told) if dealt and parse.lemmas[c] in _BROUGHT), None)


def _above(parse: Parse, noun: int) -> list[int]:
    """What the noun is the object of, over prepositions and other objects."""
    found = []
    while parse.deps[noun] in _TIES and parse.heads[noun] != noun:
        noun = parse.heads[noun]
        found.append(noun)
        if parse.tags[noun][0] == "V":
            break
    return found


def _frees(parse: Parse, token: int) -> bool:
    words, lemma = measure_index().by_name["released"], parse.lemmas[token]
    if parse.tags[token][0] == "V":
        return parse.verb_lemma(token) in words.objects or lemma in _TRADED
    return parse.tags[token][0] == "N" and (lemma in words.nouns or lemma in _TRADED)
