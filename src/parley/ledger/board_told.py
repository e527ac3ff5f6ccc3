"""What the deals and proposals of a story tell about its moves: when each was first told, on what an answer is, and whose
it is where the report leaves that out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from parley.ledger.filters import issues_of
from parley.model import Agreement, Move, Proposal, Relation

__all__ = ["BoardTold", "board_told"]

_UNSAID = ("other",)
_DECIDING = frozenset({"accept", "reject"})
_TOGETHER = 1  # days between two tellings of one extension at most


class BoardTold(msgspec.Struct, frozen=True, gc=False):
    """By claim id: `first`, the ISO day of first telling of what is only told again; `answered`, the issues of what a
    claim without terms accepts, rejects, denies or tells again; `parties`, the ids of those whose move it is besides the
    makers that the report names; `apart`, the ids of the members whose move it is instead of their party's."""

    first: Mapping[str, str] = {}
    answered: Mapping[str, tuple[str, ...]] = {}
    parties: Mapping[str, tuple[str, ...]] = {}
    apart: Mapping[str, tuple[str, ...]] = {}

    def issues(self, claim: str, move: Move) -> tuple[str, ...]:
        """The issues of a move: those of its terms; of one that names none, those of what it answers or tells of."""
        own = issues_of(move)
        return self.answered.get(claim, own) if own == _UNSAID else own

    def makers(self, claim: str, named: Iterable[str]) -> tuple[str, ...]:
        """The ids of those whose move it is; `named` are the parties on whose side the report has it made."""
        if claim in self.apart:
            return self.apart[claim]
        return tuple(dict.fromkeys((*named, *self.parties.get(claim, ()))))


def board_told(
    agreements: Iterable[Agreement],
    proposals: Iterable[Proposal],
    *,
    relations: Iterable[Relation] = (),
    moves: Mapping[str, Move] | None = None,
    apart: Mapping[str, tuple[str, ...]] | None = None,
) -> BoardTold:
    """What the deals and proposals of a story tell about its moves.

    First told is what tells a deal, or a state of a proposal that a newer one has replaced: "we asked for nine", told
    after the claim has come down to seven, is as of the day when nine was asked. A deal is all its parties', whoever
    announces or prolongs it; what is done under it, told without who does it, is done by whom the term binds. `moves`
    by claim id and `relations` say what a denial is of; `apart` are the members under whom an answer stands.
    """
    first: dict[str, str] = {}
    answered: dict[str, tuple[str, ...]] = {}
    parties: dict[str, tuple[str, ...]] = {}
    for deal in agreements:
        telling = (*deal.claims, *deal.unsigned)
        first |= dict.fromkeys(telling, deal.as_of) | dict(_prolonged(deal))
        parties |= dict.fromkeys((*telling, *deal.extensions), deal.parties) | dict(_bound(deal))
        if issues := _known(term.term.issue for term in deal.terms):
            answered |= dict.fromkeys((*telling, *_deciding(deal)), issues)
    for proposal in proposals:
        for version in proposal.versions[:-1]:
            first |= dict.fromkeys(version.claims, version.as_of)
        if issues := _known(proposal.issues):
            answered |= dict.fromkeys(_deciding(proposal), issues)
    answered |= dict(_denying(relations, moves or {}))
    return BoardTold(first, answered, parties, apart or {})


def _known(issues: Iterable[str]) -> tuple[str, ...]:
    return tuple(issue for issue in dict.fromkeys(issues) if issue not in _UNSAID)


def _deciding(answered: Agreement | Proposal) -> Iterator[str]:
    return (answer.claim for answer in answered.answers if answer.act in _DECIDING)


def _prolonged(deal: Agreement) -> Iterator[tuple[str, str]]:
    """The claims that prolong it with the day of the first of those told one day after the other: they tell one thing."""
    start = last = ""
    for outcome in deal.outcomes:
        if outcome.status == "extended" and outcome.claim is not None:
            start = start if last and _days_between(last, outcome.as_of) <= _TOGETHER else outcome.as_of
            last = outcome.as_of
            yield outcome.claim, start


def _days_between(one: str, other: str) -> float:
    try:
        return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)
    except ValueError:
        return float("inf")


def _bound(deal: Agreement) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The claims that tell what is done under the deal, and not by whom, with the parties that the term binds."""
    for term in deal.terms:
        for each in term.evidence:
            if each.bearing != "breached" and not each.by and term.by:
                yield each.claim, term.by


def _denying(relations: Iterable[Relation], moves: Mapping[str, Move]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for relation in relations:
        denied = moves.get(relation.other) if relation.kind == "denies" else None
        if denied is not None and (issues := _known(issues_of(denied))):
            yield relation.one, issues
