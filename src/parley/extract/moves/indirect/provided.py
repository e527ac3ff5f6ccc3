"""What a deal provides, as later sentences of its report tell it without naming a doer."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.indirect.fulfilment import speaks_of_deal
from parley.extract.moves.terms.issues import find_issue_heads
from parley.lexicon.words import word_list

__all__ = ["makes_deals", "names_deal", "provided"]

_BY = frozenset({"by"})
_CAPTIVES = frozenset({"captive"})
_DEAL = frozenset({"agreement"})
_PROVISIONS = word_list("moves.indirect.provided.provisions")


def provided(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "50 captives will be released over four days", by nobody named: what the deal that the report tells of provides."""
    if not clause.passive or clause.modal != "will" or clause.negated:
        return None
    if any(p.word in _BY for p in clause.preps) or clause.subjects:
        return None
    heads = find_issue_heads(phrases, [clause.verb])
    freed = any(head.issue == "release" for head in heads)
    if not freed or not any(phrases.is_of(o, _CAPTIVES) for o in clause.objects) or not speaks_of_deal(phrases):
        return None
    return ActHit(
        "agree", None, clause.verb, clause, "self", (clause.verb,), "both", False, False, "move:agree:foreseen"
    )


def names_deal(phrases: Phrases, noun: int) -> bool:
    """Whether a noun is of an agreement: "the deal", "the ceasefire conditions"."""
    parse = phrases.sentence.parse
    parts = (c for c in parse.children[noun] if parse.deps[c] == "compound")
    of_deal = parse.lemmas[noun] in _PROVISIONS and any(phrases.is_of(c, _DEAL) for c in parts)
    return of_deal or phrases.is_of(noun, _DEAL)


def makes_deals(phrases: Phrases, subject: int, clause: Clause) -> bool:
    """Whether who would act under a deal may be told as making it: weapons and ships ("their jets will stop") do not."""
    lemma = phrases.sentence.parse.lemmas[subject]
    return phrases.is_somebody(subject, clause) and lemma not in _WEAPONS


_WEAPONS = word_list("moves.indirect.provided.weapons")
