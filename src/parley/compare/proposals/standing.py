"""Who answered a proposal or a deal, and how it stands with each party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.links import shared_amounts
from parley.compare.across.stated import Stated
from parley.model import PartyStatus, ProposalAnswer, Relation
from parley.model.proposals import Standing

__all__ = ["Replies", "standing_of"]

_SETTLING: dict[str, Standing] = {"accept": "accepted", "agree": "accepted", "reject": "rejected"}
_COUNTERING = frozenset({"offer", "demand", "concede"})


class Replies:
    """The answers of a story by the claim they are to; another telling of an answer is to the same."""

    def __init__(
        self, relations: Iterable[Relation], moves: Mapping[str, Stated], *, first_told: Mapping[str, str] | None = None
    ) -> None:
        """`moves` are those of the story by the ids of their claims; `first_told` gives the day on which that was told
        first which a claim tells again; terms it does not have are at odds with what other reports tell, and counter nothing."""
        self._moves, self._first = moves, first_told or {}
        self._to: dict[str, list[str]] = defaultdict(list)
        given = list(relations)
        target = {r.one: r.other for r in given if r.kind == "answers"}
        for relation in given:
            if relation.kind in ("repeat", "refines") and _is_answer(moves.get(relation.one)):
                for one, other in ((relation.one, relation.other), (relation.other, relation.one)):
                    if one not in target and other in target:
                        target[one] = target[other]
        for one, other in sorted(target.items()):
            self._to[other].append(one)

    def to(self, claims: Sequence[str], maker: Iterable[str], version: int) -> list[ProposalAnswer]:
        """The answers to any of the claims, which tell a version, by parties that are not its makers; oldest first."""
        own = frozenset(maker)
        pairs = [(claim, one) for claim in claims for one in self._to.get(claim, ()) if one in self._moves]
        issues = frozenset(issue for claim in claims if claim in self._moves for issue in self._moves[claim].issues)
        found = [self._moves[one] for claim, one in pairs if self._may_answer(one, claim, issues)]
        answers = [
            ProposalAnswer(party, move.act, move.claim.id, version, self._day(move))
            for move in sorted(dict.fromkeys(found), key=lambda move: move.order)
            if move.standing in ("held", "conditional")
            for party in sorted(move.sides - own)
        ]
        countering = {(a.party, a.act): a for a in reversed(answers) if a.act in _COUNTERING}  # told again later
        return [a for a in dict.fromkeys(answers) if countering.get((a.party, a.act), a) is a]

    def _may_answer(self, one: str, claim: str, issues: frozenset[str]) -> bool:
        """Whether what is told as an answer is one to terms on these issues: a counter puts terms on one of them, and was not
        on the table before; who agrees to a sum agrees to theirs."""
        move, other = self._moves[one], self._moves.get(claim)
        if other is None:
            return True
        if move.act == "agree":
            alike = any(may_be_equal(*pair) for pair in shared_amounts(move, other))
            return alike if move.amounts else bool(move.to & other.sides) or not move.to
        if move.act not in _COUNTERING:
            return True
        on_issue = not issues or bool(move.issues & issues)
        level = not move.amounts or any(not amount.scale.is_on_top for amount in move.amounts)
        earlier = bool(self._day(move)) and self._day(move) < self._day(other)
        return on_issue and level and not earlier and (not self._first or one in self._first)

    def _day(self, move: Stated) -> str:
        return self._first.get(move.claim.id, move.day)


def _is_answer(move: Stated | None) -> bool:
    return move is not None and (move.act in _SETTLING or move.act == "support")


def standing_of(
    answers: Sequence[ProposalAnswer], addressed: Iterable[str], *, withdrawn: tuple[str, ...], lapsed: bool
) -> tuple[PartyStatus, ...]:
    """How it stands with those it is put to and those who answered: by the last answer, else open, taken back or lapsed."""
    by_party: dict[str, list[ProposalAnswer]] = {party: [] for party in addressed}
    for answer in answers:
        by_party.setdefault(answer.party, []).append(answer)
    found = (_status(party, given, withdrawn, lapsed) for party, given in sorted(by_party.items()))
    return tuple(status for status in found if status is not None)


def _status(
    party: str, answers: Sequence[ProposalAnswer], withdrawn: tuple[str, ...], lapsed: bool
) -> PartyStatus | None:
    telling = [answer for answer in answers if answer.act in _SETTLING or answer.act in _COUNTERING]
    if not telling:
        if answers:  # it only spoke in support
            return None
        status: Standing = "withdrawn" if withdrawn else "lapsed" if lapsed else "open"
        return PartyStatus(party, status, claims=withdrawn if status == "withdrawn" else ())
    last = max(telling, key=lambda answer: (answer.version, answer.as_of, answer.act in _SETTLING))
    alike = tuple(a.claim for a in telling if (a.version, a.act) == (last.version, last.act))
    return PartyStatus(party, _SETTLING.get(last.act, "countered"), last.version, alike)
