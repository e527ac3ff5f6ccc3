"""Amounts of terms on scales: what may be compared with what, and whether two may be the same amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import inf

import msgspec

from parley.lexicon.packages import load_packages, part_of_company, thing_of
from parley.model import Move, Quantity, Term

__all__ = ["Amount", "Scale", "amounts_of", "is_comparable", "is_money", "is_narrower", "may_be_equal", "point"]

_ABOUT = 0.1  # an approximate N stands for N ± 10 %
_TURNED = 0.03  # lengths of time in different units are the same within this share: a month is not 30 days
_FAR = 4.0  # counts and sums further apart than this factor are not of one scale
_WORD = re.compile(r"[a-z]+")
_ON_TOP = "on top"
_IN_ALL = "in all"
_WHOLE = 1_000_000  # a price of so much money is for all of something: no share or ton costs a million
_BOUND = ["more", "than"]
_COUNTED = frozenset({None, "persons"})


class Scale(msgspec.Struct, frozen=True, gc=False, order=True):
    """What an amount is an amount of: issue, unit ("day" for all lengths of time), thing counted, and what it is per."""

    issue: str
    unit: str
    thing: str = ""
    per: str = ""

    @property
    def alike(self) -> Scale:
        """The scale without what it is per, which reports leave out."""
        return msgspec.structs.replace(self, per="")

    @property
    def is_on_top(self) -> bool:
        """Whether its amounts come on top of others, and are no levels."""
        return self.thing == _ON_TOP

    @property
    def facet(self) -> str | None:
        """By what a bid is told: what is paid for each share ("unit"), for all of them ("all"), or how much of the stock is
        bid for ("share"); None for what is no price of a whole company, or is none at all."""
        if self.issue != "price":
            return None
        if self.unit == "percent":
            return "share"
        if not is_money(self.unit):
            return None
        return {"": "unit", _IN_ALL: "all"}.get(self.thing)


class Amount(msgspec.Struct, frozen=True, gc=False):
    """An amount on its scale: bounds in the scale's unit, whether each is left out, and the term that gives it."""

    scale: Scale
    lower: float
    upper: float
    lower_open: bool
    upper_open: bool
    term: Term
    previous: tuple[float, float] | None = None


def amounts_of(move: Move) -> tuple[Amount, ...]:
    """The amounts of a move's terms and conditions, one for each scale: the largest, of which the others are parts."""
    found: dict[Scale, Amount] = {}
    bought = _bought(move.terms)
    for term in map(_counted, (*move.terms, *move.conditions)):
        if not term.negated and not term.waived:
            for amount in _amounts(term, bought):
                known = found.setdefault(amount.scale, amount)
                if point(known) < point(amount):
                    found[amount.scale] = amount
    return tuple(found.values())


def _counted(term: Term) -> Term:
    """ "No compulsory redundancies" are 0 of them, to be held against the 60 of another offer."""
    things = _WORD.findall(term.item.casefold())[-1:]
    if not term.negated or term.quantity or term.duration or term.waived or not things or not things[0].endswith("s"):
        return term
    none = Quantity(0, 0, unit=things[0], verbatim=f"no {term.item}")
    return msgspec.structs.replace(term, quantity=none, negated=False)


def _bought(terms: Iterable[Term]) -> str:
    """The sort of part of a company that a move is told to buy, if only in other words than the price ("wants to buy the
    steel assets and would pay 124 million"); empty where it names none."""
    return next(filter(None, (part_of_company(t.group or t.item) for t in terms if t.issue == "price")), "")


def _amounts(term: Term, bought: str) -> Iterator[Amount]:
    for quantity in dict.fromkeys((term.quantity, term.duration)):
        if quantity is not None and _is_bounded(quantity) and not _is_fraction(quantity):
            previous = term.previous if quantity is term.quantity else None
            yield _amount(term, quantity, previous, bought=bought)


def _is_bounded(quantity: Quantity) -> bool:
    return quantity.lower is not None or quantity.upper is not None


def _is_fraction(quantity: Quantity) -> bool:
    """Whether it is a part of something told elsewhere ("half the rise they asked for"), not a share on a scale."""
    words = _WORD.findall(quantity.verbatim.casefold())
    return quantity.unit == "percent" and not load_packages().fractions.isdisjoint(words) and "cent" not in words


def _amount(term: Term, quantity: Quantity, previous: Quantity | None, *, bought: str) -> Amount:
    factor = load_packages().days.get(quantity.unit or "", 0.0)
    lower, upper = _bounds(quantity, factor or 1.0, spread=bool(factor) and quantity.unit != "day")
    before = _bounds(previous, factor or 1.0, spread=False) if previous else None
    scale = _scale(term, quantity, timed=bool(factor), bought=bought)
    return Amount(scale, lower, upper, quantity.lower_open, quantity.upper_open, term, before)


def _scale(term: Term, quantity: Quantity, *, timed: bool, bought: str) -> Scale:
    """A length of time and a ratio need no thing; a bare count does; a matter of no issue of its own always does.

    What comes on top of another sum is of a scale of its own, and so are the price of a whole and that of a part of it.
    """
    per = "" if timed or not term.per else thing_of(term.per)
    unit = "day" if timed else quantity.unit or ""
    told = term.group if term.group and thing_of(term.group) else term.item
    needs_thing = term.issue == "other" or (quantity.unit in _COUNTED and not per)
    thing = _ON_TOP if _is_increment(quantity) else thing_of(told) if needs_thing else ""
    if not thing and term.issue == "price" and is_money(unit) and not per:
        thing = _priced(quantity, bought)
    return Scale(term.issue, unit, thing, per)


def _priced(quantity: Quantity, bought: str) -> str:
    """What a sum told without what it is per is the price of: a part of a company, all of it, or one of many (empty)."""
    if bought:
        return f"of a {bought}"
    return _IN_ALL if max(quantity.lower or 0.0, quantity.upper or 0.0) >= _WHOLE else ""


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, by its code of three capitals."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _is_increment(quantity: Quantity) -> bool:
    """Whether a sum is told as what comes on top of another ("an extra 4 dollars", "4 dollars more")."""
    words = _WORD.findall(quantity.verbatim.casefold())
    return bool(words) and not load_packages().increments.isdisjoint((words[0], words[-1])) and words[:2] != _BOUND


def _bounds(quantity: Quantity, factor: float, *, spread: bool) -> tuple[float, float]:
    about = _ABOUT if quantity.approximate else _TURNED if spread else 0.0
    lower = -inf if quantity.lower is None else quantity.lower * factor
    upper = inf if quantity.upper is None else quantity.upper * factor
    return lower - abs(lower) * about if about and lower > -inf else lower, upper + abs(upper) * about if about and upper < inf else upper  # fmt: skip


def may_be_equal(one: Amount, other: Amount) -> bool:
    """Whether both may be the same amount: their intervals share a number."""
    lower, upper = max(one.lower, other.lower), min(one.upper, other.upper)
    left_out = any(
        (a.lower == lower == upper and a.lower_open) or (a.upper == upper == lower and a.upper_open)
        for a in (one, other)
    )
    return lower < upper or (lower == upper and not left_out)


def is_narrower(one: Amount, other: Amount) -> bool:
    """Whether one gives the amount more exactly: its interval lies inside the other's and is smaller."""
    return other.lower <= one.lower and one.upper <= other.upper and one.upper - one.lower < other.upper - other.lower


def is_comparable(one: Amount, others: Iterable[Amount]) -> bool:
    """Whether an amount is near enough to one of the others to be of the same thing; lengths and shares always are.

    A sum for one share and the sum for a whole company are both prices in the same currency.
    """
    if one.scale.unit in ("day", "percent"):
        return True
    return any(_near(one, other) for other in others)


def _near(one: Amount, other: Amount) -> bool:
    pair = sorted((point(one), point(other)))
    if pair[0] == 0:
        return True  # none of them: as far from 60 as from 600
    return pair[1] <= _FAR * pair[0] or pair[0] == pair[1] or may_be_equal(one, other)


def point(amount: Amount) -> float:
    """The bound that names the amount: the upper of "up to 40", the lower of "at least 40"."""
    return amount.upper if amount.upper < inf else max(amount.lower, 0.0)
