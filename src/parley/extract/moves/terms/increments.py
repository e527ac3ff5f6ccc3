"""Sums that come on top of another: "an additional 4 dlrs a share", "three dollars more for each share"."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.model import Quantity, Term

__all__ = ["with_increments"]

_BEFORE = re.compile(r"\b(?:additional|extra|further)[ \n]+$", re.IGNORECASE)
# "3 dollars more than the other would pay" is a step; "4 more than 3" and "no more than 5" are not.
_BEHIND = re.compile(r"[ \n]+more\b(?![ \n]+than[ \n]+(?:[^a-zA-Z\s]|twice|half|double))", re.IGNORECASE)
_REACH = 12  # characters: the longest of the words, and the space behind it
_SUMS = frozenset({"money", "percent"})


def with_increments(phrases: Phrases, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms, with the word that makes an amount a step and no level among the words of the amount."""
    mentions = phrases.quantities(list(range(len(phrases.sentence.parse))))
    steps = {m.quantity: words for m in mentions if m.kind in _SUMS and (words := _step(phrases.doc.text, m))}
    return tuple(_stepped(term, steps) for term in terms) if steps else tuple(terms)


def _step(text: str, mention: QuantityMention) -> str | None:
    """The words of an amount with those that say that it comes on top of another; None for a level."""
    before = _BEFORE.search(text, max(0, mention.span.start - _REACH), mention.span.start)
    behind = _BEHIND.match(text, mention.span.end)
    if before is None and behind is None:
        return None
    return text[before.start() if before else mention.span.start : behind.end() if behind else mention.span.end]


def _stepped(term: Term, steps: dict[Quantity, str]) -> Term:
    words = steps.get(term.quantity) if term.quantity is not None else None
    if term.quantity is None or words is None:
        return term
    return msgspec.structs.replace(term, quantity=msgspec.structs.replace(term.quantity, verbatim=words))
