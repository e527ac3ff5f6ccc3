"""A member's answer that is not its party's: one minister votes against the deal that the government has accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from parley.compare.across.stated import Stated
from parley.resolve import Parties

__all__ = ["members_apart", "under_members"]

_YES = frozenset({"accept", "agree"})
_NO = frozenset({"reject"})


def members_apart(moves: Iterable[Stated], parties: Parties) -> dict[str, tuple[str, ...]]:
    """By the ids of claims the members under whom an answer stands: those who act for a party that is itself told, in the
    same report and as of the same day, to have answered the same otherwise."""
    answers: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for move in moves:
        if move.act in _YES | _NO and move.standing == "held" and move.sides:
            answers[move.report, move.day].append(move)
    found: dict[str, tuple[str, ...]] = {}
    for told in answers.values():
        own = [move for move in told if _makers(move, parties) & move.sides]
        for move in told:
            if any(_differs(move, other) for other in own if other is not move):
                members = _makers(move, parties) - move.sides
                if members and not _makers(move, parties) & move.sides:
                    found[move.claim.id] = tuple(sorted(members))
    return found


def under_members(moves: Sequence[Stated], members: dict[str, tuple[str, ...]]) -> list[Stated]:
    """The moves, those that stand under members made on their side."""
    return [
        replace(move, sides=frozenset(members[move.claim.id])) if move.claim.id in members else move for move in moves
    ]


def _makers(move: Stated, parties: Parties) -> frozenset[str]:
    return frozenset(parties.of(actor, move.report) for actor in move.move.by)


def _differs(move: Stated, other: Stated) -> bool:
    """Whether two answers on one side, to what may be one thing, are opposite."""
    opposite = (move.act in _NO) != (other.act in _NO)
    same = move.issues & other.issues or move.words & other.words or (move.named and move.named == other.named)
    return opposite and bool(move.sides & other.sides) and bool(same)
