"""What is measured: the word, verb or noun, that says what happened to those counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from parley.extract.figures import noun_measures, verb_measures
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, measure_index, measure_words
from parley.extract.figures.plain import attribute, is_elsewhere, plain
from parley.extract.figures.stores import stored

__all__ = ["read_measure"]

_RULES: tuple[Callable[[Counted], Iterator[Reading]], ...] = (
    stored,
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
    attribute,
    plain,
)

# What happens to people is a fact of the story wherever it happens.
_OF_PEOPLE = frozenset({
    "killed", "injured", "missing", "captured", "held", "released", "displaced", "affected", "detained", "returned",
})  # fmt: skip


def read_measure(counted: Counted) -> Reading | None:
    """What the count measures, by the first rule that can tell; None for a count that measures nothing of a story.

    Words that leave open how it ended ("shot") tell only where no others do.
    """
    if _only_some(counted):
        return None
    weak: Reading | None = None
    for rule in _RULES:
        if rule is plain and weak is not None:
            return _joint(counted, weak)
        for found in rule(counted):
            if found.words.weak:
                weak = weak or found
                continue
            if found.words.name not in _OF_PEOPLE and is_elsewhere(counted.parse):
                return None
            return _joint(counted, found)
    return None


def _only_some(counted: Counted) -> bool:
    """Whether the count is only some of those to whom it happened ("20 of those injured went home"), unless it goes on to
    say who they were ("14 of the dead were students")."""
    parse, noun = counted.parse, counted.noun
    if counted.mention.kind in {"percent", "ratio"} or "of" not in parse.lower[counted.number + 1 : noun + 1]:
        return False
    if parse.lower[noun] != "those" and parse.lower[noun] not in measure_index().states:
        return False
    last = max([noun, *(c for c in parse.children[noun] if parse.deps[c] == "acl")])
    after, then = parse.lower[last + 1 : last + 2], parse.tags[last + 2 : last + 3]
    return not (
        after
        and after[0] in {"were", "was", "are"}
        and then
        and (then[0] not in {"VBN", "VBG"} or parse.lower[last + 2] == "missing")
    )


def _joint(counted: Counted, reading: Reading) -> Reading:
    """The reading, or that of both where the words join two measures of one count ("420 people killed or injured")."""
    joint, lower, trigger = measure_words().joint, counted.parse.lower, reading.trigger
    if reading.words.name not in joint.measures:
        return reading
    for link, other in ((trigger + 1, trigger + 2), (trigger - 1, trigger - 2)):
        if 0 <= other < len(lower) and lower[link] in joint.words:
            names = {entry.name for entry in measure_index().states.get(lower[other], ())} & joint.measures
            if names - {reading.words.name}:
                return msgspec.structs.replace(reading, words=measure_index().by_name[joint.measure])
    return reading
