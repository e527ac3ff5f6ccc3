"""Relations gathered: one between any two claims, and how a telling stands to an earlier one of the same move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.compare.across.amounts import Amount, is_narrower, may_be_equal
from parley.compare.across.stated import Stated
from parley.model import Relation
from parley.model.relation import RelationKind

__all__ = ["Links", "nearest", "shared_amounts", "told_again"]

_NEAREST = 8  # of the tellings of one move, so many of the latest are looked at


class Links:
    """The relations found so far; the first between two claims holds, those in `known` before all."""

    def __init__(self, known: Iterable[Relation] = ()) -> None:
        """`known` relations are not given again."""
        self._taken = {frozenset((relation.one, relation.other)) for relation in known}
        self._found: list[Relation] = []

    def add(self, kind: RelationKind, one: Stated, other: Stated, rule: str, *, field: str | None = None) -> None:
        """Note a relation unless the two have one."""
        self.note(Relation(kind, one.claim.id, other.claim.id, rule, field))

    def note(self, relation: Relation) -> None:
        """Note a relation unless its ends are one claim, or have one."""
        ends = frozenset((relation.one, relation.other))
        if len(ends) == 2 and ends not in self._taken:
            self._taken.add(ends)
            self._found.append(relation)

    def all(self) -> tuple[Relation, ...]:
        """What was found, ordered by the ids of the two ends."""
        return tuple(sorted(self._found, key=lambda r: (r.one, r.other, r.kind)))


def shared_amounts(one: Stated, other: Stated) -> list[tuple[Amount, Amount]]:
    """Their amounts on the same scales, pairwise; a scale matches one that leaves out what it is per."""
    exact = {amount.scale: amount for amount in other.amounts}
    loose = {amount.scale.alike: amount for amount in other.amounts}
    return [
        (amount, found)
        for amount in one.amounts
        if (found := exact.get(amount.scale) or _loose(amount, loose.get(amount.scale.alike))) is not None
    ]


def _loose(amount: Amount, other: Amount | None) -> Amount | None:
    return other if other is not None and not (amount.scale.per and other.scale.per) else None


def nearest(move: Stated, earlier: Sequence[Stated]) -> Stated | None:
    """The telling, of the latest ones, that a move is most likely told again from: its origin, then what both speak of."""
    found = [(_likeness(move, other), i, other) for i, other in enumerate(earlier[-_NEAREST:])]
    best = max(found, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0][1] > 0 else None


def _likeness(move: Stated, other: Stated) -> tuple[bool, int, int, int]:
    pairs = shared_amounts(move, other)
    if any(not may_be_equal(*pair) for pair in pairs):
        return False, 0, 0, 0
    same_act = move.act == other.act
    bare = same_act and not move.move.terms and not other.move.terms
    alike = 2 * len(pairs) + len(move.issues & other.issues) + bool(move.words & other.words) + bare
    return move.told.origin == other.told.origin and same_act, alike, same_act, len(move.words & other.words)


def told_again(move: Stated, earlier: Stated) -> Relation:
    """How a telling stands to an earlier one of the same move: a copy of it, more exact, or the same again."""
    one, other = move.claim.id, earlier.claim.id
    if move.told.origin and move.told.origin == earlier.told.origin:
        return Relation("repeat", one, other, "moves:copied")
    pairs = shared_amounts(move, earlier)
    more = len(move.amounts) - len(earlier.amounts)
    if more > 0 or (more == 0 and any(is_narrower(*pair) for pair in pairs)):
        return Relation("refines", one, other, "moves:exacter-elsewhere", "terms")
    field = "attribution" if move.source != earlier.source else None
    return Relation("repeat", one, other, "moves:told-again", field)
