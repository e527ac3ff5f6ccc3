"""What the clause of an indirect act names beside its verb: an issue, a quantity, money."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.extract.moves.terms.issues import find_issue_heads
from parley.lexicon.acts import load_acts

__all__ = ["names_issue", "names_money", "names_quantity"]


def names_issue(phrases: Phrases, clause: Clause) -> bool:
    """Whether the verb names what is given, or gives a thing that talks are about ("post observers")."""
    if any(head.token == clause.verb for head in find_issue_heads(phrases, [clause.verb])):
        return True
    giving = clause.lemma in load_acts().verbs["giving"]
    return giving and any(find_issue_heads(phrases, phrases.region(o)) for o in clause.objects)


def names_quantity(phrases: Phrases, clause: Clause) -> bool:
    """Whether an object of the clause is counted or measured."""
    return any(phrases.quantities(phrases.region(o)) for o in clause.objects)


def names_money(phrases: Phrases, clause: Clause) -> bool:
    """Whether an object of the clause has an amount of money."""
    return any(is_money(q) for o in clause.objects for q in phrases.quantities(phrases.region(o)))
