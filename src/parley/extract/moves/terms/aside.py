"""What is told beside an offer and is no term of it: what went before, what was done under it, what there is a right to."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.issues import IssueHead
from parley.lexicon.words import word_list

__all__ = ["WAKES", "is_of_right", "is_wake", "tells_of"]

WAKES = word_list("moves.terms.aside.wakes")
"""Behind "in the" these tell of what went before a move."""

_RIGHTS = word_list("moves.terms.aside.rights")
_BOUGHT = frozenset({"price", "payment"})


def is_wake(phrases: Phrases, prep: int) -> bool:
    """ "In the wake of its bid for a store chain": what went before."""
    parse, thing = phrases.sentence.parse, phrases.sentence.parse.child(prep, "pobj")
    return parse.lower[prep] == "in" and thing is not None and parse.lower[thing] in WAKES


def tells_of(phrases: Phrases, verb: int) -> bool:
    """ "The offer in which it raised its holding to 56 pct": what was done within the offer is no term of it; nor is what the
    offer "is part of", or what is told of those to whom it goes ("to each holder whose shares were bought")."""
    parse, first = phrases.sentence.parse, phrases.sentence.parse.lefts[verb]
    clause = phrases.clause_by_verb.get(verb)
    if parse.verb_lemma(verb) == "be" and (what := parse.child(verb, "attr")) is not None:
        return parse.lower[what] == "part"
    of_receiver = parse.tags[first] == "WP$" and parse.deps[parse.heads[verb]] == "pobj"
    within = parse.lower[first] in {"in", "after", "during"} and parse.tags[first + 1] == "WDT"
    return (of_receiver or within) and clause is not None and clause.tense == "past" and clause.modal is None


def is_of_right(phrases: Phrases, head: IssueHead) -> bool:
    """ "Its rights to buy shares and to a fee must be given up": what there is a right to is not paid or bought."""
    parse = phrases.sentence.parse
    rights = (t for t in parse.ancestors(head.token) if parse.lemmas[t] in _RIGHTS and parse.tags[t][0] == "N")
    return head.issue in _BOUGHT and next(rights, None) is not None
