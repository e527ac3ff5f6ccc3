"""Acts that are only supposed: in if-clauses, indirect questions, and before what is still to come."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.factuality import clause_of
from parley.extract.moves.acts import ActHit
from parley.extract.moves.alternatives import is_stipulated
from parley.extract.moves.constituents import Phrases

__all__ = ["only_supposed"]

_SUPPOSING = frozenset({"whether", "if", "unless", "provided", "providing", "lest"})
_ONCE = frozenset({"once", "when", "as", "before", "after"})


def _is_open(phrases: Phrases, clause: Clause) -> bool:
    """ "would resume payments as soon as a deal was struck": what comes first is still to come as well."""
    parse = phrases.sentence.parse
    if clause.link != "advcl" or clause.parent is None or clause.perfect:
        return False
    if clause.mark == "once" or parse.lower[max(0, clause.first - 2) : clause.first] == ("as", "soon"):
        return any(c.modal in {"will", "would", "'ll"} for c in parse.clauses)
    return phrases.sentence.clauses[clause.parent].modal in {"will", "would", "'ll"}


def only_supposed(phrases: Phrases, hit: ActHit) -> bool:
    """In an if-clause or an indirect question nobody does anything yet."""
    clause = hit.clause
    if clause is None:
        index = clause_of(phrases.sentence.parse, hit.token)
        clause = phrases.sentence.clauses[index] if index is not None else None
    while clause is not None:
        if clause.mark in _SUPPOSING or _inverted(phrases, clause) or is_stipulated(phrases, clause):
            return True
        if clause.mark == "until" and clause.tense != "past":
            return True
        if clause.mark in _ONCE and _is_open(phrases, clause):
            return True
        # "if we find that the union still refuses": what is supposed reaches into the clause below.
        below = clause.link in {"ccomp", "xcomp"} and clause.parent is not None
        clause = phrases.sentence.clauses[clause.parent] if below and clause.parent is not None else None
    return False


def _inverted(phrases: Phrases, clause: Clause) -> bool:
    """ "Had the tribunal upheld the veto, ...": what is supposed stands with its auxiliary first."""
    parse = phrases.sentence.parse
    first = parse.lefts[clause.verb]
    return (
        clause.link == "advcl" and parse.lower[first] in {"had", "were", "should"} and parse.heads[first] == clause.verb
    )
