"""What belongs to the terms of a move is no figure of the story: "offered 40 dollars a share" is told once, as a move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.model import Claim, Figure, Move, Quantity, Span

__all__ = ["without_terms"]

_NEGOTIABLE = frozenset({"money", "price", "share", "pay", "output"})
_PLAIN = ("figure:amount", "figure:number")

Amount = tuple[float | None, float | None, str | None]


def without_terms(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without the figures whose amount is one of the terms of a move told in the same sentence."""
    amounts: dict[Amount, list[Span]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Move):
            for quantity in _quantities(claim.body):
                amounts[_amount(quantity)] += [m.statement for m in claim.mentions]
    # The whole of which another figure is a part stays with it.
    wholes = {claim.body.part_of for claim in claims if isinstance(claim.body, Figure)}
    for claim in claims:
        if claim.id in wholes or not (isinstance(claim.body, Figure) and _is_term(claim, claim.body, amounts)):
            yield claim


def _is_term(claim: Claim, figure: Figure, amounts: dict[Amount, list[Span]]) -> bool:
    if claim.rule == "figure:ballot" or figure.quantity.unit == "votes":
        return False
    # "will take back all 240 clerks it dismissed": what a clause only says of a term's number is no count of its own.
    aside = figure.measure == "other" and claim.rule == "figure:relative"
    if figure.measure not in _NEGOTIABLE and not claim.rule.startswith(_PLAIN) and not aside:
        return False
    near = amounts.get(_amount(figure.quantity)) or ()
    return any(span.overlaps(m.trigger) for span in near for m in claim.mentions)


def _quantities(move: Move) -> Iterable[Quantity]:
    for term in (*move.terms, *move.conditions):
        yield from (q for q in (term.quantity, term.previous) if q is not None)


def _amount(quantity: Quantity) -> Amount:
    """The bounds, and the unit where it is one of money or share: nouns may be counted under several names."""
    unit = (
        quantity.unit if quantity.unit is not None and (quantity.unit.isupper() or quantity.unit == "percent") else None
    )
    return quantity.lower, quantity.upper, unit
