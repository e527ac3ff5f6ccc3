"""How sure a figure is: what its clause says of the count, or what holds of it whatever the clause says."""

from __future__ import annotations

import msgspec

from parley.annotate.doc import Doc
from parley.extract.factuality import factuality_of
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, clause_above, measure_words
from parley.extract.figures.plain import PLAIN, is_strong
from parley.extract.figures.plain_standing import is_aside, is_due
from parley.model import Factuality

__all__ = ["certainty_of"]

_BOUNDS = ("no fewer than", "no less than", "no more than", "not less than", "not more than", "not fewer than")
_WITHIN = frozenset({"pobj", "prep", "conj", "appos", "nummod", "compound"})


def certainty_of(doc: Doc, counted: Counted, reading: Reading) -> Factuality:
    """The factuality of what a count is read to measure."""
    real = _own(counted, reading) or factuality_of(doc, counted.sentence, reading.trigger)
    if real.polarity == "negative" and (_only_bounded(counted) or _denied(counted, reading)):
        # "No fewer than 46 are missing" denies nothing.
        return msgspec.structs.replace(real, polarity="positive")
    return real


def _own(counted: Counted, reading: Reading) -> Factuality | None:
    """How sure a count is whose clause says something else of those counted: that they are held, how many somebody's
    members are, who it was that promised something; None where the clause says it of the count."""
    parse = counted.parse
    if parse.lemmas[reading.trigger] in measure_words().terms.rates:
        return Factuality()
    if reading.rule == "figure:stake" or (reading.words.name == "money" and is_due(counted)):
        return Factuality(tense="present")
    if reading.rule not in PLAIN:
        return None
    if is_aside(counted) or is_strong(counted):
        return Factuality(tense="present")
    token = counted.noun
    while parse.deps[token] in _WITHIN and parse.tags[parse.heads[token]][0] in "NI":
        token = parse.heads[token]
    own = clause_above(parse, token) if parse.deps[token] == "nsubj" else None
    acted = own is not None and parse.clauses[own].tense == "past" and parse.clauses[own].modal is None
    return Factuality() if acted and own is not None and not parse.clauses[own].negated else None


def _only_bounded(counted: Counted) -> bool:
    """Whether the "no" of the sentence only bounds a number: "no fewer than 46 boats and 310 crew are missing"."""
    told = " ".join(counted.parse.lower)
    return any(words in told for words in _BOUNDS)


def _denied(counted: Counted, reading: Reading) -> bool:
    """Whether the denial is what says the measure ("five have not been seen since"), and nothing is denied of it."""
    return reading.rule == "figure:phrase" and any(
        p.denied and p.measure == reading.words.name
        for p in measure_words().phrase
        if counted.parse.lemmas[reading.trigger] in p.verbs
    )
