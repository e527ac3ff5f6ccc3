"""Rival bids for one company: which offer of one side tops that of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.compare.across.amounts import Amount, is_comparable
from parley.compare.across.courses import Course, Version
from parley.compare.across.links import Links

__all__ = ["link_bids"]


_LATEST = 24  # so many of the bids before one are looked at


class _Bid(msgspec.Struct, frozen=True, gc=False):
    """A version of a proposal by which one of `sides` bids a price for each share of one of `targets`, as of a day."""

    sides: frozenset[str]
    targets: frozenset[str]
    version: Version
    price: Amount
    day: str


def link_bids(courses: Iterable[Course], links: Links) -> None:
    """Link a price for each share that is higher than the latest of another side, for the same company, to that."""
    bids = sorted(_bids(courses), key=lambda bid: (bid.day, bid.price.lower, bid.version.moves[0].order))
    for place, bid in enumerate(bids):
        before = bids[max(0, place - _LATEST) : place]
        latest: dict[frozenset[str], _Bid] = {b.sides: b for b in before if _are_rivals(bid, b)}
        for _, rival in sorted(latest.items(), key=lambda item: sorted(item[0])):
            if rival.price.upper < bid.price.lower:
                _link(bid, rival, links)


def _bids(courses: Iterable[Course]) -> Iterable[_Bid]:
    for course in courses:
        moves = [move for version in course.versions for move in version.moves]
        sides = course.packages[0].sides
        targets = frozenset(party for move in moves for party in move.to) - sides
        for version in course.versions:
            prices = [amount for scale, amount in version.amounts.items() if scale.facet == "unit"]
            one = len({amount.lower for amount in prices}) == 1
            if sides and targets and one and any(move.act == "offer" for move in version.moves):
                yield _Bid(sides, targets, version, prices[0], min(move.day for move in version.moves))


def _are_rivals(one: _Bid, other: _Bid) -> bool:
    """Whether two sides bid for one company, in one currency."""
    apart = not one.sides & other.sides and bool(one.targets & other.targets)
    return apart and one.price.scale.unit == other.price.scale.unit and is_comparable(one.price, [other.price])


def _link(bid: _Bid, rival: _Bid, links: Links) -> None:
    """Link the first telling that has the price to the latest telling of the rival's that is no later."""
    one = next((m for m in bid.version.moves if m.act == "offer" and _has(m.amounts, bid.price)), None)
    before = [m for m in rival.version.moves if m.day <= bid.day and (one is None or m.report != one.report)]
    priced = [m for m in before if _has(m.amounts, rival.price)] or before
    if one is not None and priced:
        links.add("answers", one, priced[-1], "moves:outbid")


def _has(amounts: Sequence[Amount], price: Amount) -> bool:
    return any(amount.scale.facet == "unit" and amount.lower == price.lower for amount in amounts)
