"""Relations between tellings of what a side puts forward: told again, more exact, newer, or at odds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.courses import Course, Version
from parley.compare.across.links import Links, nearest, shared_amounts, told_again
from parley.compare.across.packages import Package, one_bid
from parley.compare.across.stated import Stated

__all__ = ["link_odd_ones", "link_positions"]


def link_positions(courses: Iterable[Course], links: Links) -> None:
    """Link each telling to the nearest before it."""
    for course in courses:
        before: Version | None = None
        for version in course.versions:
            _tellings(version, links)
            if before is not None:
                _newer(version, before, links)
            before = version


def link_odd_ones(found: Iterable[tuple[Version, Version]], links: Links) -> None:
    """Link what is at odds with other tellings of the same to the nearest of them."""
    for version, before in found:
        for one, other in _differing(version.moves, version.after or before.moves)[:1]:
            links.add("contradiction", one, other, "moves:odd-one-out", field="terms")


def _tellings(version: Version, links: Links) -> None:
    told: list[Stated] = []
    for package in version.packages:
        for move in package.moves:
            earlier = nearest(move, told) or _bare_telling(move, told)
            if earlier is not None and _gives_up(move):
                links.add("update", move, earlier, "moves:given-up", field="act")
            elif earlier is not None and not one_bid(move.amounts, earlier.amounts):
                links.note(told_again(move, earlier))
        _one_package(package, links)
        told += package.moves


def _bare_telling(move: Stated, told: Sequence[Stated]) -> Stated | None:
    """What an offer told without any terms tells again: the latest telling, where another report has it."""
    bare = move.act == "offer" and not move.move.terms
    return told[-1] if bare and told and told[-1].report != move.report else None


def _gives_up(move: Stated) -> bool:
    """Whether it tells the very terms that are told before, as what a side no longer insists on."""
    return move.act == "concede" and not any(amount.previous for amount in move.amounts)


def _one_package(package: Package, links: Links) -> None:
    """The moves of one report that are told of one package: the same again, or another part of it."""
    head = package.head
    for move in package.moves:
        if move is not head and shared_amounts(move, head):
            links.add("repeat", move, head, "moves:same-report")
        elif move is not head:
            links.add("part_of", move, head, "moves:one-package")


def _newer(version: Version, before: Version, links: Links) -> None:
    """A newer state of the same proposal, linked to the nearest telling of the one before."""
    told = version.after or before.moves[:1]
    earlier = [move for move in told if not _gives_up(move)] or told
    pairs = _differing(version.packages[0].moves, earlier) or [(version.packages[0].head, earlier[-1])]
    for one, other in pairs[:1]:
        links.add("update", one, other, "moves:newer-terms", field="terms")


def _differing(moves: Sequence[Stated], earlier: Sequence[Stated]) -> list[tuple[Stated, Stated]]:
    """Which tell different amounts on one scale, the latest of the earlier ones first."""
    return [
        (move, other)
        for move in moves
        for other in reversed(earlier)
        if any(not may_be_equal(*pair) for pair in shared_amounts(move, other))
    ]
