"""What one side puts forward in one report: its offers and demands gathered into packages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from parley.compare.across.amounts import Amount, Scale, is_comparable, may_be_equal
from parley.compare.across.links import shared_amounts
from parley.compare.across.stated import Stated

__all__ = ["MANIFOLD", "POSITIONS", "Package", "one_bid", "packages_of"]

POSITIONS = frozenset({"offer", "demand", "concede"})
"""Acts by which a side puts terms forward."""

MANIFOLD = frozenset({"price", "payment"})
"""Issues on which one side may put forward several things at once: what they have in common is their amounts or words."""


def one_bid(amounts: Iterable[Amount], others: Iterable[Amount]) -> bool:
    """Whether the two tell one bid for a company, each by something else: by the price of a share, by that of all of them,
    or by how much of the stock is bid for."""
    one, other = ({amount.scale.facet for amount in each} for each in (amounts, others))
    return bool(one and other) and None not in one | other and one.isdisjoint(other)


class Package(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Moves of one report by which one side puts forward what belongs together; the first is its head."""

    moves: tuple[Stated, ...]

    @property
    def head(self) -> Stated:
        """The move that gives most amounts, the first told of several."""
        return min(self.moves, key=lambda move: (-len(move.amounts), not move.issues, move.order))

    @property
    def sides(self) -> frozenset[str]:
        """Whose it is."""
        return self.moves[0].sides

    @cached_property
    def amounts(self) -> dict[Scale, Amount]:
        """The amounts it has, by scale."""
        found: dict[Scale, Amount] = {}
        for move in self.moves:
            for amount in move.amounts:
                found.setdefault(amount.scale, amount)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its terms."""
        return frozenset(word for move in self.moves for word in move.words)

    @cached_property
    def issues(self) -> frozenset[str]:
        """The issues it is about."""
        return frozenset(issue for move in self.moves for issue in move.issues)

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """By the day of its first move."""
        return self.moves[0].order


def packages_of(moves: Iterable[Stated]) -> list[Package]:
    """The packages of all reports, from the oldest to the newest.

    Without a maker named a move is a package of its own. What is only possible, or denied, belongs to none, what would be only beside what is
    held, or under a condition of its own.
    """
    by_maker: dict[tuple[str, frozenset[str]], list[Stated]] = defaultdict(list)
    for move in moves:
        if _puts_forward(move):
            by_maker[move.report, move.sides].append(move)
    found = [package for told in by_maker.values() for package in _gathered(told)]
    return sorted(found, key=lambda package: package.order)


def _puts_forward(move: Stated) -> bool:
    """Whether a side puts terms forward, prolongs an offer that is told with its terms, or rules on terms."""
    prolongs = move.act == "extend" and move.named == "offer" and bool(move.amounts)
    rules = move.act == "rule" and bool(move.amounts)
    return (move.act in POSITIONS or prolongs or rules) and move.standing in ("held", "conditional")


def _gathered(told: Sequence[Stated]) -> Iterator[Package]:
    groups: list[list[Stated]] = []
    for move in sorted(told, key=lambda move: (move.start, move.claim.id)):
        fitting = [group for group in groups if move.sides and _belongs(move, group)]
        if fitting:
            fitting[-1].append(move)
        else:
            groups.append([move])
    for group in groups:
        if any(_stands_alone(move) for move in group):
            yield Package(tuple(sorted(group, key=lambda move: move.order)))


def _stands_alone(move: Stated) -> bool:
    """Whether it is told as done, as offered under a condition, or as what a side would come down to."""
    return move.standing == "held" or bool(move.move.conditions) or move.act == "concede"


def _belongs(move: Stated, group: Sequence[Stated]) -> bool:
    """Whether nothing in the group says otherwise, and an issue, a word or the want of terms says so."""
    if any(_differ(move, other) for other in group):
        return False
    return any(_are_near(move, other) for other in group)


def _shared_scale(one: Stated, other: Stated) -> bool:
    return not {a.scale for a in one.amounts}.isdisjoint(a.scale for a in other.amounts)


def _differ(one: Stated, other: Stated) -> bool:
    """Whether the two give different amounts on one scale, or one tells what comes on top of what the other tells."""
    if _is_on_top(one, other) or _is_on_top(other, one):
        return True
    pairs = shared_amounts(one, other)
    return any(not may_be_equal(a, b) if is_comparable(a, [b]) else a.scale == b.scale for a, b in pairs)


def _is_on_top(one: Stated, other: Stated) -> bool:
    """Whether one tells only what comes on top of a level, and the other does not: what is paid more is no part of what was
    offered before."""
    added = {amount.scale for amount in one.amounts}
    return bool(added) and all(scale.is_on_top for scale in added) and added.isdisjoint(a.scale for a in other.amounts)


def _are_near(one: Stated, other: Stated) -> bool:
    if (one.issues & other.issues) - MANIFOLD or _shared_scale(one, other):
        return True
    if one.act == other.act and one_bid(one.amounts, other.amounts):
        return True
    if one.act != other.act:
        return False
    bare = not one.move.terms or not other.move.terms
    return bool(one.things & other.things) or (bare and one.act == "offer")
