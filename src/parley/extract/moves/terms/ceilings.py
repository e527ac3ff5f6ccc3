"""Ceilings and floors on things: "a ceiling of 25 on redundancies" is a term on redundancies, of at most 25."""

from __future__ import annotations

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.amounts import nouns_of_limits
from parley.model import Span

__all__ = ["limit_on", "limited_by"]

_KINDS = frozenset({"count", "money", "percent", "measure", "duration"})


def limit_on(phrases: Phrases, thing: int) -> QuantityMention | None:
    """The ceiling or floor set on a thing, as a bound; None where there is none."""
    parse = phrases.sentence.parse
    above = parse.heads[thing]
    if parse.deps[thing] != "pobj" or parse.lower[above] != "on":
        return None
    noun = parse.heads[above]
    # "a ceiling of 25 on redundancies": the parser may hang "on" upon the number.
    noun = parse.heads[parse.heads[noun]] if parse.lower[parse.heads[noun]] == "of" else noun
    return _bounded(phrases, noun)


def limited_by(phrases: Phrases, noun: int) -> int | None:
    """What the limit that a noun names is set on; None where it is none, or on nothing named."""
    parse = phrases.sentence.parse
    behind = [p.object for p in phrases.preps(noun) if p.word == "of"]
    found = (p.object for top in (noun, *behind) for p in phrases.preps(top) if p.word == "on")
    return next((t for t in found if parse.tags[t] in {"NN", "NNS"} and limit_on(phrases, t) is not None), None)


def _bounded(phrases: Phrases, noun: int) -> QuantityMention | None:
    parse, limits = phrases.sentence.parse, nouns_of_limits()
    lemma = parse.lemmas[noun]
    of = next((p.object for p in phrases.preps(noun) if p.word == "of"), None)
    if of is None or lemma not in limits.ceilings | limits.floors:
        return None
    found = next((q for q in phrases.quantities(phrases.region(of)) if q.kind in _KINDS), None)
    value = found.quantity.lower if found is not None else None
    if found is None or value is None or found.quantity.upper != value:
        return None
    words = Span(phrases.sentence.tokens(noun, noun).start, found.span.end)
    lower, upper = (None, value) if lemma in limits.ceilings else (value, None)
    bound = msgspec.structs.replace(
        found.quantity, lower=0 if lower is None else lower, upper=upper, verbatim=words.of(phrases.doc.text)
    )
    return msgspec.structs.replace(found, span=words, quantity=bound)
