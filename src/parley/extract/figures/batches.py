"""Counts of one batch among several: "24 in the first phase and 17 in the second", "a third batch of hostages, 17 of them"."""

from __future__ import annotations

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.lexicon.words import word_list

__all__ = ["is_next_batch", "is_of_batch"]

_ORDINALS = word_list("figures.batches.ordinals")
_BATCHES = word_list("figures.batches.batches")
_NEAR = 6  # words between a count and the batch it is of


def is_of_batch(counted: Counted) -> bool:
    """Whether a count is of one batch, so that it adds to those of the others and is no total."""
    parse = counted.parse
    if counted.some:
        return False  # "36 of the 45 promised in the first phase": so many so far
    near = range(max(0, counted.first - _NEAR), min(len(parse), counted.last + _NEAR))
    return any(
        parse.lemmas[t] in _BATCHES and t > 0 and parse.lower[t - 1] in _ORDINALS and not _parted(parse, counted, t)
        for t in near
    )


def is_next_batch(counted: Counted, before: Counted) -> bool:
    """Whether a bare number behind "and" counts what the one before it does, of another batch ("and 17 in the second")."""
    parse, behind = counted.parse, counted.number + 1
    joined = counted.sentence == before.sentence and parse.lower[counted.first - 1] in {"and", ","}
    if not joined or not counted.bare or parse.lower[behind] != parse.lower[before.last + 1]:
        return False
    told = parse.lower[behind + 1 : behind + 4]
    return parse.tags[behind] == "IN" and any(word in _ORDINALS for word in told)


def _parted(parse: Parse, counted: Counted, batch: int) -> bool:
    """Whether the clause or list ends between a count and a batch."""
    low, high = sorted((counted.number, batch))
    return any(parse.words[t] in {";", "."} or parse.tags[t] in {"VBD", "VBZ", "MD"} for t in range(low + 1, high))
