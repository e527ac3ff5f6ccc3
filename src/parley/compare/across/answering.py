"""Which offer, demand, deal or ruling of another report an answer is to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.links import Links, shared_amounts
from parley.compare.across.stated import Stated, days_apart
from parley.lexicon.packages import load_packages

__all__ = ["ANSWERS", "Table", "link_answers"]

ANSWERS = frozenset({"accept", "reject", "support"})
"""Acts that answer what others put forward."""

_RECENT = 30  # days: what lay on the table longer is not what an answer is to, unless it names it by its terms
_LATEST = 8
_KINDS = {
    "agreement": ("agree",),
    "ruling": ("rule",),
    "offer": ("offer", "concede"),
    "demand": ("demand",),
    "threat": ("threaten",),
    "invitation": ("invite",),
    "deadline": ("demand", "threaten"),
}
_PUT = ("offer", "concede", "demand")


class Table:
    """What lay on the table, by what it is, in order of time."""

    def __init__(self, moves: Iterable[Stated]) -> None:
        """Of the moves of a story those that others answer."""
        self._by_act: dict[str, list[Stated]] = defaultdict(list)
        for move in moves:
            if move.standing == "held" or (move.standing == "conditional" and move.move.conditions):
                self._by_act[move.act].append(move)
        self._gone = [m for m in self._by_act["withdraw"] if m.named == "offer" and m.day]
        self._times = {act: [_time(move) for move in found] for act, found in self._by_act.items()}

    def before(self, answer: Stated, acts: Sequence[str], *, own: bool = False) -> list[Stated]:
        """The latest moves of these acts told by the day of the answer, newest first; with `own` those of its own report
        too, which come first."""
        found: list[Stated] = []
        for act in acts:
            place = bisect_right(self._times.get(act, []), _time(answer))
            found += self._by_act[act][max(0, place - _LATEST) : place]
        found = [move for move in found if own or move.report != answer.report]
        return sorted(found, key=lambda move: (move.report == answer.report, move.order), reverse=True)

    def is_gone(self, move: Stated, day: str) -> bool:
        """Whether its makers took an offer back after it and by an ISO day."""
        return any(gone.sides == move.sides and move.day <= gone.day <= day for gone in self._gone)


def _time(move: Stated) -> tuple[str, str]:
    return move.order[:2]


def link_answers(moves: Sequence[Stated], answered: frozenset[str], links: Links) -> None:
    """Link each answer that its own report does not link (`answered` are the claims that are) to what it is to."""
    table = Table(moves)
    for move in moves:
        if move.standing != "held" or move.claim.id in answered:
            continue
        if move.act in ANSWERS:
            _link(move, table, links)
        elif move.act == "agree" and len(move.sides) == 1:
            _agreed(move, table, links)


def _link(answer: Stated, table: Table, links: Links) -> None:
    if answer.named in load_packages().in_full:
        _named(answer, table, links)
        return
    acts = _KINDS.get(answer.named or "", _PUT)
    found = [move for move in table.before(answer, acts) if _is_others(answer, move)]
    by_terms = [move for move in found if _same_terms(answer, move)]
    if by_terms:
        links.add("answers", answer, by_terms[0], "moves:answered-terms")
    elif answer.named is not None and not answer.amounts:
        _only(answer, [move for move in found if _is_near(answer, move)], links)


def _named(answer: Stated, table: Table, links: Links) -> None:
    """An answer to "the deal" or "the award" is to the latest told, before it or with it."""
    acts = _KINDS[answer.named or ""]
    found = [move for move in table.before(answer, acts, own=True) if _is_near(answer, move)]
    if answer.named == "deadline":
        found = [move for move in found if move.move.deadline is not None and _is_others(answer, move)]
    if found:
        links.add("answers", answer, found[0], f"moves:answered-{answer.named}")
    elif answer.named == "agreement":
        _only(answer, [m for m in table.before(answer, ("offer",), own=True) if _is_bid_for(answer, m, table)], links)


def _agreed(move: Stated, table: Table, links: Links) -> None:
    """What one side alone is told to have agreed to is the offer of another on the same terms: a yes to it."""
    found = [m for m in table.before(move, ("offer",), own=True) if _is_others(move, m) and _same_terms(move, m)]
    if found:
        links.add("answers", move, found[0], "moves:answered-terms")


def _is_bid_for(answer: Stated, move: Stated, table: Table) -> bool:
    """Whether holders who approve a merger, as they do months later, may mean a bid: a price that is not taken back."""
    bids = "price" in answer.issues & move.issues
    return bids and _is_others(answer, move) and not table.is_gone(move, answer.day)


def _only(answer: Stated, found: Sequence[Stated], links: Links) -> None:
    """What is named without its terms is the only one that lies on the table, or the one of the side answered to."""
    addressed = [move for move in found if move.sides & answer.to]
    makers = {move.sides for move in found}
    chosen = addressed or (found if len(makers) == 1 else [])
    if chosen:
        links.add("answers", answer, chosen[0], f"moves:answered-{answer.named}")


def _is_others(answer: Stated, move: Stated) -> bool:
    return not answer.sides & move.sides and bool(answer.sides and move.sides)


def _same_terms(answer: Stated, move: Stated) -> bool:
    pairs = shared_amounts(answer, move)
    return bool(pairs) and all(may_be_equal(*pair) for pair in pairs)


def _is_near(answer: Stated, move: Stated) -> bool:
    apart = days_apart(answer, move)
    return apart is not None and apart <= _RECENT
