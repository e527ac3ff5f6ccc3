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
    return tuple(_by_its_sum(draft, _pledged(draft, _of_stock(term))) for term in terms)


def _by_its_sum(draft: Draft, term: Term) -> Term:
    """ "Offered to acquire, after the merger, for 12 million": a verb whose object is not found says not what is paid for."""
    if term.issue != "price" or term.quantity is None or " " in term.item:
        return term
    sentence = draft.phrases.sentence
    first = sentence.token_at(term.span.start)
    named = (t for t in range(first or 0, len(sentence.parse)) if sentence.parse.words[t] == term.item)
    token = next(named, None)
    verb = token is not None and sentence.parse.tags[token][0] == "V"
    return msgspec.structs.replace(term, item=term.quantity.verbatim) if verb else term


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
