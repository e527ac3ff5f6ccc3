"""A story as proposals, agreements and threads are read from it: its moves, what belongs together, and how it is linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, cached_property

from parley.compare.across.deeds import prolonging
from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.stated import Stated
from parley.compare.proposals.deeds import Deed, deeds_of
from parley.compare.proposals.scope import scope_of
from parley.model import Relation

__all__ = ["StoryMoves"]


# "X will free 50 in exchange for 150": what it is told to do, with what it gets.
_WILL_DO = "move:offer:commitment"
_AROUND = timedelta(days=31)


class StoryMoves:
    """The moves of one story, gathered once: `moves` by claim id, `courses` of what was put forward, `relations`.

    `scope` says whom the talks are between, `of_talks` has the ids of the moves that are of them; `first_day` is the ISO day before which all is
    history.
    """

    def __init__(self, gathered: GatheredMoves, relations: Iterable[Relation]) -> None:
        """`relations` are those of `move_relations`, over the same claims."""
        self.told, self.parties, self.courses = gathered.told, gathered.parties, gathered.courses
        self.relations = sorted(relations, key=lambda r: (r.one, r.other, r.kind))
        self.moves: dict[str, Stated] = {move.claim.id: move for move in gathered.moves}
        days = [each.published[:10] for each in self.told if each.published]
        self.last_day = max(days, default="")
        self.first_day = _earlier(min(days, default=""))
        self.scope = scope_of(gathered.moves, self.parties)
        self.of_talks = frozenset(self.scope.claims)

    def is_history(self, day: str) -> bool:
        """Whether an ISO day lies more than a month before the first report."""
        return bool(day) and day < self.first_day[: len(day)]

    @cached_property
    def promises(self) -> dict[str, list[Stated]]:
        """What is told, as planned and held, to be done by the party bound to it, by report; also in exchange."""
        found: dict[str, list[Stated]] = defaultdict(list)
        for move in self.moves.values():
            planned = move.standing == "held" and move.claim.factuality.tense == "planned"
            exchanged = move.act == "offer" and move.claim.rule == _WILL_DO and len(move.issues) > 0
            if (move.act == "promise" or exchanged) and move.sides and planned:
                found[move.report].append(move)
        return found

    @cached_property
    def longer(self) -> tuple[Stated, ...]:
        """What is told as agreed where it is only to prolong something."""
        return tuple(self.moves[claim] for claim in sorted(prolonging(self.moves.values())))

    @cached_property
    def carried_out(self) -> dict[str, list[Stated]]:
        """What is told to be done under a deal, by report."""
        found: dict[str, list[Stated]] = defaultdict(list)
        for move in self.moves.values():
            if move.act == "carry_out":
                found[move.report].append(move)
        return found

    @cached_property
    def deeds(self) -> list[Deed]:
        """What is told as done or counted outside the moves, in order of telling."""
        return deeds_of(self.told, self.parties)

    @cached_property
    def accusing(self) -> list[Stated]:
        """The moves by which one blames another."""
        return [move for move in self.moves.values() if move.act == "accuse"]

    @cache  # noqa: B019 (a story lives as long as what is made of it)
    def linked(self, kind: str, *rules: str) -> dict[str, list[Stated]]:
        """The moves that stand in a relation of a kind, and rule where some are given, by the claim they stand in it to."""
        found: dict[str, list[Stated]] = defaultdict(list)
        for relation in self.relations:
            if relation.kind == kind and (not rules or relation.rule in rules) and relation.one in self.moves:
                found[relation.other].append(self.moves[relation.one])
        return found


def _earlier(first: str) -> str:
    try:
        return (date.fromisoformat(first) - _AROUND).isoformat()
    except (ValueError, OverflowError):
        return ""
