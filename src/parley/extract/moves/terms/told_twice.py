"""A price told twice, for each share and in all: "a 90.25 dlr or 384 mln dlr offer", "92 dlrs a share, or 388 mln dlrs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from parley.annotate.per_share import is_for_each
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.model import Quantity, Term

__all__ = ["with_other_sums"]

_OR = re.compile(r"(?:[ \n](?:an?|per|each)(?:[ \n]share)?)?,?[ \n]or[ \n](?:[a-z]+[ \n])?", re.IGNORECASE)


def with_other_sums(phrases: Phrases, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms, with one more for the sum that tells the price of another once more."""
    found = list(terms)
    told = [term.quantity for term in found if term.quantity is not None]
    for one, other in _pairs(phrases):
        for known, missing in ((one, other), (other, one)):
            term = next((t for t in found if t.quantity is not None and _is_same(t.quantity, known.quantity)), None)
            if term is not None and term.issue == "price" and not any(_is_same(q, missing.quantity) for q in told):
                found.append(_term(term, missing))
                told.append(missing.quantity)
    return tuple(found)


def _pairs(phrases: Phrases) -> Iterator[tuple[QuantityMention, QuantityMention]]:
    """Two sums of one currency that "or" joins, of which one is for each of many."""
    text = phrases.doc.text
    for one, other in pairwise(phrases.quantities_here):
        joined = one.quantity.unit == other.quantity.unit and _OR.fullmatch(text, one.span.end, other.number.start)
        if joined and (is_for_each(one, other) or is_for_each(other, one)):
            yield one, other


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.unit, one.lower, one.upper) == (other.unit, other.lower, other.upper)


def _term(term: Term, mention: QuantityMention) -> Term:
    words = mention.quantity.verbatim.removeprefix("or ")
    return Term(
        issue=term.issue,
        item=words,
        span=mention.span,
        giver=term.giver,
        receiver=term.receiver,
        quantity=msgspec.structs.replace(mention.quantity, verbatim=words),
        per=mention.per,
    )
