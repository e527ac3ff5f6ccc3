"""Deeds in the talks told in several reports, and which deal they carry out, break or prolong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.answering import ANSWERS, Table
from parley.compare.across.links import Links, shared_amounts, told_again
from parley.compare.across.stated import Stated, days_apart
from parley.lexicon.packages import load_packages
from parley.model import Relation

__all__ = ["is_told_within", "link_deals", "link_repeats", "link_withdrawals", "prolonging"]

_DAYS = 2  # days between two reports of one deed at most
_LATEST = 6
_TO_DEALS: dict[str, tuple[str, ...]] = {"carry_out": ("carries_out",), "breach": ("breaches",), "extend": ("update",)}


def link_repeats(moves: Sequence[Stated], answers: Sequence[Relation], links: Links) -> None:
    """Link a deed to the nearest telling of it in another report."""
    target = {relation.one: relation.other for relation in answers}
    told: dict[tuple[str, frozenset[str]], list[Stated]] = defaultdict(list)
    words = load_packages()
    for move in moves:
        if move.act in words.deeds | ANSWERS and move.standing in ("held", "conditional"):
            place = told[move.act, frozenset() if move.act in words.joint else move.sides]
            earlier = next((t for t in reversed(place[-_LATEST:]) if _is_same(move, t, target)), None)
            if earlier is not None:
                links.note(told_again(move, earlier))
            place.append(move)


def _is_same(move: Stated, other: Stated, target: dict[str, str]) -> bool:
    """Whether two reports tell one deed: nothing speaks against it, and day and matter, or the words, speak for it."""
    if move.report == other.report or not _agree(move, other):
        return False
    if move.told.origin and move.told.origin == other.told.origin:
        return bool(move.words & other.words) or (not move.words and not other.words)
    apart = days_apart(move, other)
    if apart is None or apart > _DAYS:
        return False
    if move.act in ANSWERS:
        return _same_target(move, other, target)
    bare = not move.words and not other.words and bool(move.sides & other.sides)
    return bool(shared_amounts(move, other)) or len(move.words & other.words) > 1 or (bare and apart == 0)


def _agree(move: Stated, other: Stated) -> bool:
    """Whether mode, amounts, addressees and stated days let them be one."""
    if move.sides and other.sides and not move.sides & other.sides:
        return False
    modes = {move.move.mode, other.move.mode} - {None}
    puts = bool(move.to and other.to and not move.to & other.to)
    return len(modes) < 2 and not puts and all(may_be_equal(*pair) for pair in shared_amounts(move, other))


def _same_target(move: Stated, other: Stated, target: dict[str, str]) -> bool:
    """Two answers are one when they are to the same, or name the same kind of thing."""
    one, two = target.get(move.claim.id), target.get(other.claim.id)
    if one is not None and one == two:
        return True
    return move.named is not None and move.named == other.named and move.named in ("agreement", "ruling")


def link_withdrawals(moves: Sequence[Stated], links: Links) -> None:
    """Link what a side takes back, or gives ground on, to the latest telling of it."""
    own: dict[tuple[frozenset[str], str], list[Stated]] = defaultdict(list)
    for move in moves:
        if move.act == "withdraw" and move.standing == "held" and move.sides:
            _taken_back(move, own, links)
        elif move.standing in ("held", "conditional"):
            own[move.sides, move.act].append(move)


def _taken_back(move: Stated, own: dict[tuple[frozenset[str], str], list[Stated]], links: Links) -> None:
    acts = {"offer": ("offer", "concede"), "demand": ("demand", "concede"), "threat": ("threaten",)}
    named = acts.get(move.named or "")
    if named is None:
        return
    found = sorted((m for act in named for m in own[move.sides, act][-_LATEST:]), key=lambda m: m.order, reverse=True)
    fitting = [m for m in found if _fits(move, m)]
    if fitting:
        links.add("update", move, fitting[0], "moves:taken-back", field="act")


def _fits(withdrawal: Stated, move: Stated) -> bool:
    """Whether it tells what is taken back: by amount, by the thing, or because it names nothing more."""
    pairs = shared_amounts(withdrawal, move)
    if withdrawal.amounts:
        return bool(pairs) and all(may_be_equal(*pair) for pair in pairs)
    return not withdrawal.move.terms or not withdrawal.things.isdisjoint(move.things)


def prolonging(moves: Iterable[Stated]) -> frozenset[str]:
    """The ids of what is told as agreed where it is only to prolong: "an agreement to extend the truce by two days"."""
    by_report: dict[str, list[Stated]] = defaultdict(list)
    for move in moves:
        if move.act in ("agree", "extend"):
            by_report[move.report].append(move)
    return frozenset(
        move.claim.id
        for told in by_report.values()
        for move in told
        if move.act == "agree"
        and any(o.act == "extend" and move.issues <= o.issues and is_told_within(o, move) for o in told)
    )


def is_told_within(move: Stated, other: Stated) -> bool:
    """Whether its words stand in the sentence or clause that tells another move of the report."""
    triggers = [mention.trigger for mention in move.claim.mentions]
    statements = [mention.statement for mention in other.claim.mentions]
    return move.report == other.report and any(
        s.start <= t.start and t.end <= s.end for t in triggers for s in statements
    )


def link_deals(moves: Sequence[Stated], links: Links) -> None:
    """Link what is done under a deal, against it, or to prolong it to the latest deal its doers are a party to."""
    longer = prolonging(moves)
    table = Table(move for move in moves if move.claim.id not in longer)
    for move in moves:
        if move.act in _TO_DEALS and move.standing == "held":
            deal = next((d for d in table.before(move, ("agree",)) if _is_under(move, d)), None)
            if deal is not None:
                _link_deal(move, deal, links)


def _is_under(move: Stated, deal: Stated) -> bool:
    """Whether the doer is a party to the deal (nobody named: whether it is of the same issue) and the deal speaks of it."""
    party = not move.sides or bool(move.sides & deal.sides)
    return party and bool(move.issues & deal.issues) and len(deal.sides) > 1


def _link_deal(move: Stated, deal: Stated, links: Links) -> None:
    if move.act == "carry_out":
        links.add("carries_out", move, deal, "moves:under-deal")
    elif move.act == "breach":
        links.add("breaches", move, deal, "moves:under-deal")
    else:
        links.add("update", move, deal, "moves:prolonged", field="ends")
