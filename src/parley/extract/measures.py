"""What is measured: the word, verb or noun, that says what happened to those counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parley.extract import noun_measures, verb_measures
from parley.extract.counted import Counted
from parley.extract.measure_index import Reading

__all__ = ["read_measure"]

_RULES: tuple[Callable[[Counted], Iterator[Reading]], ...] = (
    verb_measures.phrases,
    verb_measures.adjacent_verb,
    verb_measures.adjacent_state,
    verb_measures.verb_object,
    verb_measures.headline_passive,
    verb_measures.verb_subject,
    verb_measures.at_price,
    noun_measures.toll,
    noun_measures.among,
    noun_measures.nominal,
    noun_measures.count_noun,
    noun_measures.stake,
)


def read_measure(counted: Counted) -> Reading | None:
    """What the count measures, by the first rule that can tell; None for a count that measures nothing of a story."""
    for rule in _RULES:
        found = next(rule(counted), None)
        if found is not None:
            return found
    return None
