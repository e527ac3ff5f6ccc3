"""How a report tells a move, reduced to what two tellings of one move must share, and what makes one more exact."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from parley.lexicon.packages import load_packages
from parley.model import Actor, Claim, Move, Quantity, Term

__all__ = ["Telling", "is_exacter", "is_filled_by", "is_same_side", "may_be_one", "telling_of"]

_WORD = re.compile(r"[a-z0-9-]{3,}")


# Acts on what was put forward before, by the words for which tellings of them are told apart.
_ANSWERS = frozenset({"accept", "reject", "support", "withdraw", "concede"})
# Acts that a report often tells at first without what they are about.
_BARE = frozenset({"agree", "meet", "break_off", "resume"})


class Telling(msgspec.Struct, frozen=True, gc=False):
    """A move as a claim tells it: `sides` are the names it is made under, `issues` those of its terms with a matter of
    their own, `words` those of its terms, `amounts` what is numbered, `source` the last link of its chain."""

    claim: Claim
    act: str
    start: int
    sides: frozenset[str]
    issues: frozenset[str]
    words: frozenset[str]
    amounts: tuple[tuple[str, Quantity], ...]
    values: tuple[object, ...]
    source: str | None


def telling_of(claim: Claim) -> Telling:
    """The telling of a claim of a move."""
    body = claim.body
    assert isinstance(body, Move)
    terms = (*body.terms, *body.conditions)
    texts = [t for term in terms for t in (term.item, term.group) if t] + (
        [body.about] if body.about and body.act in _ANSWERS else []
    )
    chain = claim.attribution.chain
    return Telling(
        claim=claim,
        act=body.act,
        start=claim.mentions[0].trigger.start,
        sides=_names(body.by),
        issues=frozenset(t.issue for t in terms) - {"other"},
        words=frozenset(_stem(w) for text in texts for w in _WORD.findall(text.lower())) - load_packages().small,
        amounts=tuple((t.issue, q) for t in terms for q in dict.fromkeys((t.quantity, t.duration)) if q is not None),
        values=(body.mode, tuple(_value(t) for t in body.terms), body.deadline, body.expires),
        source=chain[-1].name if chain else None,
    )


def _names(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(n.lower() for a in actors for n in (a.name, a.acts_for) if n)


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _value(term: Term) -> tuple[object, ...]:
    quantity = term.quantity
    bounds = (quantity.lower, quantity.upper, quantity.unit) if quantity is not None else None
    return (term.issue, term.item.lower(), bounds)


def is_same_side(one: Telling, other: Telling) -> bool:
    """Whether both are told of the same party, or of somebody who acts for it."""
    if one.claim.id == other.claim.id:
        return False
    return not one.sides.isdisjoint(other.sides) or any(_is_short_for(a, b) for a in one.sides for b in other.sides)


def _is_short_for(one: str, other: str) -> bool:
    """ "oil states" and "the oil exporting states"; a single word is a name of its own."""
    words = [set(name.split()) - load_packages().small for name in (one, other)]
    return min(map(len, words)) > 1 and (words[0] <= words[1] or words[1] <= words[0])


def _are_as_sure(one: Telling, other: Telling) -> bool:
    """Whether both are told to be so, or both not; what only may be is not one with what is, hearsay may be."""
    facts = (one.claim.factuality, other.claim.factuality)
    open_ = [f.certainty in {"possible", "unknown"} for f in facts]
    return facts[0].polarity == facts[1].polarity and open_[0] == open_[1]


def may_be_one(one: Telling, other: Telling) -> bool:
    """Whether two claims may tell of one move: the same act and party, and nothing that differs but in exactness."""
    if one.claim.id == other.claim.id or one.act != other.act or not is_same_side(one, other):
        return False
    if not _are_as_sure(one, other) or _modes_differ(one, other):
        return False
    near = bool(one.words & other.words) or (one.act not in _ANSWERS and bool(one.issues & other.issues))
    bare = one.act in _BARE and not (one.issues and other.issues) and not (one.words and other.words)
    agree = _amounts_agree(one, other) or _amounts_agree(other, one)
    return (near or bare) and agree and _days_agree(one, other)


def _modes_differ(one: Telling, other: Telling) -> bool:
    modes = {getattr(t.claim.body, "mode", None) for t in (one, other)} - {None}
    return len(modes) > 1


def _days_agree(one: Telling, other: Telling) -> bool:
    days = [t.claim.when.earliest for t in (one, other) if t.claim.when is not None]
    found = {d.edtf[:10] for d in days if d is not None}
    return len(found) < 2


def _amounts_agree(one: Telling, other: Telling) -> bool:
    """Whether every amount of one that measures what one of the other does may be the same amount."""
    for issue, amount in one.amounts:
        rivals = [q for i, q in other.amounts if i == issue and q.unit == amount.unit]
        if rivals and not any(_overlap(amount, q) for q in rivals):
            return False
    return True


def _overlap(one: Quantity, other: Quantity) -> bool:
    lowest = max(_or(one.lower, float("-inf")), _or(other.lower, float("-inf")))
    return lowest <= min(_or(one.upper, float("inf")), _or(other.upper, float("inf")))


def _or(value: float | None, unbounded: float) -> float:
    return unbounded if value is None else value


def is_exacter(one: Telling, other: Telling) -> str | None:
    """The field in which one telling says more than another that it may be one with; None where it does not."""
    first, second = one.claim.body, other.claim.body
    assert isinstance(first, Move)
    assert isinstance(second, Move)
    ones, others = len(one.amounts), len(other.amounts)
    if not _amounts_agree(other, one):
        return None
    if ones < others or (one.issues and other.issues and not one.issues >= other.issues and ones == others):
        return None
    if ones > others:
        return "terms"
    if len(one.issues) > len(other.issues):
        return "terms"
    for name in ("deadline", "expires", "conditions", "via", "place"):
        if getattr(first, name) and not getattr(second, name):
            return name
    # What a title tells in short the text tells in full.
    if len(one.words) > len(other.words) and one.start > other.start and one.words & other.words:
        return "terms"
    return None


_NEXT = 600  # so many characters on, what was put forward is told with its terms
_FILLED = frozenset({"offer", "demand", "agree"})


def is_filled_by(bare: Telling, exact: Telling) -> bool:
    """Whether a proposal, demand or deal told without its terms ("put forward a plan") may be that told next with them.

    One told with its matter but no amount ("wants a larger share") is told with them next where that has an amount.
    """
    if exact.act not in _FILLED or bare.amounts or not _are_as_sure(bare, exact) or exact.start - bare.start >= _NEXT:
        return False
    if bare.issues & exact.issues or bare.words & exact.words:
        return bool(exact.amounts)
    return not bare.issues and exact.act == "offer" and bool(exact.amounts or exact.issues)
