"""What the deals and proposals of a story tell about its moves: when each was first told, and on what an answer is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from parley.ledger.filters import issues_of
from parley.model import Agreement, Move, Proposal

__all__ = ["BoardTold", "board_told"]

_UNSAID = ("other",)
_DECIDING = frozenset({"accept", "reject"})


class BoardTold(msgspec.Struct, frozen=True, gc=False):
    """By claim id: `first`, the ISO day of first telling of what is only told again, and `answered`, the issues of the
    proposal that an acceptance or rejection is of."""

    first: Mapping[str, str] = {}
    answered: Mapping[str, tuple[str, ...]] = {}

    def issues(self, claim: str, move: Move) -> tuple[str, ...]:
        """The issues of a move: those of its terms; of an answer that names none, those of the proposal it is to."""
        own = issues_of(move)
        return self.answered.get(claim, own) if own == _UNSAID else own


def board_told(agreements: Iterable[Agreement], proposals: Iterable[Proposal]) -> BoardTold:
    """What the deals and proposals of a story tell about its moves.

    First told is what tells a deal, or a state of a proposal that a newer one has replaced: "we asked for nine", told
    after the claim has come down to seven, is as of the day when nine was asked.
    """
    first = {claim: deal.as_of for deal in agreements for claim in deal.claims}
    answered: dict[str, tuple[str, ...]] = {}
    for proposal in proposals:
        for version in proposal.versions[:-1]:
            first |= dict.fromkeys(version.claims, version.as_of)
        issues = tuple(issue for issue in proposal.issues if issue not in _UNSAID)
        if issues:
            answered |= {answer.claim: issues for answer in proposal.answers if answer.act in _DECIDING}
    return BoardTold(first, answered)
