"""Shares that their holders take back from a bid: no side takes back what it put forward."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.lexicon.words import word_list

__all__ = ["takes_back_shares"]

_SHARES = word_list("moves.clauses.tendered.shares")


def takes_back_shares(phrases: Phrases, hit: ActHit) -> bool:
    """ "Only 852,000 shares were tendered and not withdrawn": whether it is shares that are withdrawn."""
    clause, parse = hit.clause, phrases.sentence.parse
    if hit.act != "withdraw" or clause is None:
        return False
    if clause.link == "conj" and parse.lemmas[parse.heads[clause.verb]] == "tender":
        return True
    things = (*clause.objects, *(clause.subjects if clause.passive else ()))
    counted = (p.object for t in things for p in phrases.preps(t) if p.word == "of")
    return any(parse.lemmas[t] in _SHARES for t in (*things, *counted))
