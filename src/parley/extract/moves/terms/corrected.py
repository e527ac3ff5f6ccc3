"""The issue of a term, set right by who does what: money put up for a bid is paid, a share of the stock is no limit."""

from __future__ import annotations

import re

import msgspec

from parley.extract.moves.draft import Draft
from parley.lexicon.words import word_list
from parley.model import Term

__all__ = ["corrected"]

_PLEDGES = word_list("moves.terms.corrected.pledges")
_STOCK = word_list("moves.terms.corrected.stock")
_WORD = re.compile(r"[a-z]+")


def corrected(draft: Draft, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms, with the issue that what is done with them shows."""
    return tuple(_pledged(draft, _of_stock(term)) for term in terms)


def _pledged(draft: Draft, term: Term) -> Term:
    """ "Raised its commitment to 197 million": what a lender puts up for a bid is no price of its own."""
    clause = draft.hit.clause
    if draft.act != "promise" or term.issue != "price" or term.per is not None or clause is None:
        return term
    lemmas = draft.phrases.sentence.parse.lemmas
    pledged = clause.lemma in _PLEDGES or any(lemmas[o] in _PLEDGES for o in (*clause.objects, *draft.hit.fillers))
    return msgspec.structs.replace(term, issue="payment") if pledged else term


def _of_stock(term: Term) -> Term:
    """ "That at least 80 pct of the stock be tendered": how much of a company is meant limits no trade."""
    if term.issue != "quota" or term.base is None:
        return term
    words = {word.removesuffix("s") for word in _WORD.findall(term.base.casefold())}
    return term if words.isdisjoint(_STOCK) else msgspec.structs.replace(term, issue="other")
