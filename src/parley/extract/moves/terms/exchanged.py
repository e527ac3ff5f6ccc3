"""The two sides of an exchange: where people are let go on one, people are on the other too."""

from __future__ import annotations

import msgspec

from parley.annotate.parse import Parse
from parley.annotate.preps import Prep
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.words import word_list
from parley.model import Term

__all__ = ["is_per_several", "is_swapped", "swap_noun", "with_both_freed"]

_SWAPS = word_list("moves.terms.exchanged.swaps")


def is_per_several(parse: Parse, token: int) -> bool:
    """Whether a noun is what something is given for so many of ("a day for each ten captives")."""
    each = any(parse.deps[c] == "det" and parse.lower[c] in {"each", "every"} for c in parse.children[token])
    return each and parse.child(token, "nummod") is not None and parse.lower[parse.heads[token]] == "for"


def is_swapped(phrases: Phrases, tokens: list[int]) -> bool:
    """ "A truce and the exchange of captives for detainees": those exchanged are let go, beside what else is agreed."""
    return any(phrases.sentence.parse.lemmas[t] in _SWAPS and phrases.preps(t) for t in tokens)


def swap_noun(phrases: Phrases, other: Prep) -> int | None:
    """The noun for an exchange whose other side a phrase names."""
    parse = phrases.sentence.parse
    return next(
        (t for t in parse.ancestors(other.token) if parse.lemmas[t] in _SWAPS and parse.tags[t][0] == "N"), None
    )


def with_both_freed(here: tuple[Term, ...], there: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of both sides; "13 Norlanders were freed in exchange for 39 Torcans" lets both go."""
    freed = any(term.issue == "release" for term in here)
    return here + tuple(_freed(term) if freed else term for term in there)


def _freed(term: Term) -> Term:
    people = term.issue == "other" and term.quantity is not None and term.quantity.unit in {None, "persons"}
    named = term.item[:1].isupper()  # "39 Torcans": by their nation, not "two conditions"
    if not people or not named or term.quantity is None:
        return term
    return msgspec.structs.replace(
        term, issue="release", quantity=msgspec.structs.replace(term.quantity, unit="persons")
    )
