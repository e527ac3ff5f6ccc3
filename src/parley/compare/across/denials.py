"""Denials and contradictions across reports: what one tells as done and another as not done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.links import Links, shared_amounts
from parley.compare.across.stated import Stated, days_apart

__all__ = ["link_denials"]

_DAYS = 3  # days between a move and its denial at most
_LATEST = 8


def link_denials(moves: Sequence[Stated], links: Links) -> None:
    """Link a move told as not made to the nearest telling of it as made, in another report."""
    told: dict[str, list[Stated]] = defaultdict(list)
    for move in moves:
        if move.standing == "denied":
            made = next((m for m in reversed(told[move.act][-_LATEST:]) if _is_it(move, m)), None)
            if made is not None:
                _link(move, made, links)
        elif move.standing == "held":
            told[move.act].append(move)


def _is_it(denial: Stated, move: Stated) -> bool:
    apart = days_apart(denial, move)
    if move.report == denial.report or apart is None or apart > _DAYS:
        return False
    if not denial.sides or not denial.sides & move.sides:
        return False
    pairs = shared_amounts(denial, move)
    named = len(denial.words & move.words) > 1 or bool(pairs)
    return named and all(may_be_equal(*pair) for pair in pairs)


def _link(denial: Stated, move: Stated, links: Links) -> None:
    """On somebody's word it is denied; where both reports speak in their own voice they contradict each other."""
    if denial.source is None and move.source is None:
        links.add("contradiction", denial, move, "moves:told-and-not", field="polarity")
    else:
        links.add("denies", denial, move, "moves:negated-elsewhere", field="polarity")
