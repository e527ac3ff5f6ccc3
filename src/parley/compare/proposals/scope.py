"""Whom a story's talks are between, on what, and which of its moves are of them: a folder of reports holds much else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from parley.compare.across.packages import POSITIONS
from parley.compare.across.stated import Stated, days_apart
from parley.model import Actor, TalksScope, Term
from parley.resolve import Parties

__all__ = ["scope_of"]

_BETWEEN = frozenset(
    {"offer", "demand", "concede", "accept", "reject", "agree", "extend", "withdraw", "break_off", "resume"}
    | {"carry_out", "promise", "breach", "threaten"}
)
_OF_TALKS = frozenset(
    {"meet", "mediate", "invite", "accept", "reject", "withdraw", "agree", "extend", "break_off", "resume"}
)
_ANSWERS = frozenset({"accept", "reject", "withdraw"})
_SOON = 31  # days behind a deal in which it is still being carried out
_UNDER = frozenset({"carry_out", "breach"})
_DEALS = frozenset({"agree", "extend", "mediate"})
_LEAST = 0.5  # of the reports on the pair most told of: what makes another pair chief parties
_ENOUGH = (
    10  # independent reports on that pair: with fewer, what is beside the talks cannot be told from what is of them
)
_AN_ISSUE = 0.25  # of the reports on the issue most told of between the pair: what makes another an issue of the talks
_Pair = tuple[str, str]


def scope_of(moves: Sequence[Stated], parties: Parties) -> TalksScope:
    """The scope of the talks among the moves of one story.

    Of the pairs between whom most independent reports tell moves, and half as many at least, the chief parties are the
    one told of most on the same issues, and any told of half as often on its own: of one that is told of now on this,
    now on that, no talks are told. The issues are those of the first pair. A report that tells a move of chief parties on
    such an issue, or what one of them did under a deal, is on the talks: who mediates there is a party to them, and what is told there of talks as such is of these. Where no pair is told of
    often all moves are of the talks.
    """
    facing = {move.claim.id: _counterparts(move, parties) for move in moves}
    told = _told_between(moves, facing)
    weight = {pair: _origins(own) for pair, own in told.items()}
    most = max(weight.values(), default=0)
    if most < _ENOUGH:
        return TalksScope((), (), (), tuple(sorted(facing)))
    near = {pair: _issues(told[pair]) for pair, count in weight.items() if count >= _LEAST * most}
    focus = {pair: _origins(move for move in told[pair] if move.issues & issues) for pair, issues in near.items()}
    chief = {party for pair, count in focus.items() if count >= _LEAST * max(focus.values()) for party in pair}
    first = max((focus[pair], weight[pair]) for pair in near)
    issues = {issue for pair, own in near.items() if (focus[pair], weight[pair]) == first for issue in own}
    on_issue = [move for move in moves if move.issues & issues]
    deals = [m for m in on_issue if m.act == "agree" and m.standing == "held" and len(m.sides & chief) > 1]
    reports = {move.report for move in on_issue if _is_between(move, facing[move.claim.id], chief, deals)}
    within = _Within(facing, chief, issues, reports)
    mediators = within.mediators(moves)
    claims = sorted(move.claim.id for move in moves if within.holds(move, mediators))
    return TalksScope(_ordered(chief, told), _ordered(mediators, told), tuple(sorted(issues)), tuple(claims))


def _is_between(move: Stated, facing: frozenset[str], chief: set[str], deals: Sequence[Stated]) -> bool:
    """Whether chief parties face each other in it, or one does, or breaks, what they agreed not long before."""
    if len((move.sides | facing) & chief) > 1:
        return True
    return move.act in _UNDER and bool(move.sides & chief) and any(_is_soon_behind(move, deal) for deal in deals)


def _is_soon_behind(move: Stated, deal: Stated) -> bool:
    apart = days_apart(move, deal)
    return deal.day <= move.day and apart is not None and apart <= _SOON


class _Within(msgspec.Struct, frozen=True, gc=False):
    """Says what is of the talks of these chief parties, on these issues, which these reports are on.

    `facing` gives the counterparts of each move by its id.
    """

    facing: Mapping[str, frozenset[str]]
    chief: set[str]
    issues: set[str]
    reports: set[str]

    def holds(self, move: Stated, mediators: set[str]) -> bool:
        """Whether it is among the parties alone, or by one of them, and on an issue; without any, of talks as such.

        A deal of chief parties is, whoever is told to have brought it about.
        """
        facing, there = self.facing[move.claim.id], move.report in self.reports
        known = (move.sides | facing) <= self.chief | mediators or self._brought_about(move)
        if not known or not (move.sides or there):
            return False
        if move.issues:
            return bool(move.issues & self.issues)
        if move.act in _ANSWERS and not (facing and move.named):
            return False  # "refuses to recognise it" answers nothing that was put forward
        return there and (move.act in _OF_TALKS or (move.act in POSITIONS and bool(move.sides and facing)))

    def mediators(self, moves: Iterable[Stated]) -> set[str]:
        """Who is told to mediate on an issue of the talks, or between chief parties, or by two origins on the talks."""
        told: dict[str, list[Stated]] = defaultdict(list)
        sure: set[str] = set()
        for move in moves:
            if move.act == "mediate" and move.standing == "held" and move.report in self.reports:
                between = len(self.facing[move.claim.id] & self.chief) > 1
                sure |= move.sides if between or move.issues & self.issues else set()
                for party in move.sides:
                    told[party].append(move)
        return (sure | {party for party, own in told.items() if _origins(own) > 1}) - self.chief

    def _brought_about(self, move: Stated) -> bool:
        return move.act in _DEALS and len((move.sides | self.facing[move.claim.id]) & self.chief) > 1


def _told_between(moves: Iterable[Stated], facing: Mapping[str, frozenset[str]]) -> dict[_Pair, list[Stated]]:
    """The moves of each pair of parties: of a maker and a counterpart, and of those who make one together."""
    told: dict[_Pair, list[Stated]] = defaultdict(list)
    for move in moves:
        if move.act in _BETWEEN and move.standing in ("held", "conditional"):
            others = facing[move.claim.id] | move.sides
            for pair in sorted({_pair(one, other) for one in move.sides for other in others if one != other}):
                told[pair].append(move)
    return told


def _issues(moves: Sequence[Stated]) -> set[str]:
    """The issues that most independent reports tell moves on, and those told of a quarter as often."""
    told: dict[str, list[Stated]] = defaultdict(list)
    for move in moves:
        for issue in sorted(move.issues):
            told[issue].append(move)
    counts = {issue: _origins(own) for issue, own in told.items()}
    return {issue for issue, count in counts.items() if count >= max(2.0, _AN_ISSUE * max(counts.values()))}


def _counterparts(move: Stated, parties: Parties) -> frozenset[str]:
    """Those it is put to, or whom its terms ask to give or let receive, on another side than its makers."""
    given = (actor for term in (*move.move.terms, *move.move.conditions) for actor in _named(term))
    return (move.to | {parties.side(actor, move.report) for actor in given}) - move.sides


def _named(term: Term) -> Iterable[Actor]:
    return (actor for actor in (term.giver, term.receiver) if actor is not None)


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _origins(moves: Iterable[Stated]) -> int:
    return len({move.told.origin or move.report for move in moves})


def _ordered(parties: Iterable[str], told: dict[_Pair, list[Stated]]) -> tuple[str, ...]:
    """Those told of most first."""
    counts = {party: _origins(move for pair, own in told.items() if party in pair for move in own) for party in parties}
    return tuple(sorted(counts, key=lambda party: (-counts[party], party)))
