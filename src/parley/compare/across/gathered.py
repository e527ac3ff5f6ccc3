"""The moves of one story, gathered once for all that is found between them."""

from __future__ import annotations

from collections.abc import Iterable

from parley.compare.across.courses import Closings, courses_of, odd_ones_out
from parley.compare.across.dissent import members_apart, under_members
from parley.compare.across.packages import packages_of
from parley.compare.across.stated import stated_moves
from parley.compare.within import relations_within
from parley.model import Claim, Relation
from parley.resolve import Parties, Told

__all__ = ["GatheredMoves"]


class GatheredMoves:
    """The claims of a story in the order of telling (`told`), what stands between those of one report (`within`), its
    `moves`, the members under whom some stand (`apart`, by claim id), the `courses` of what was put forward, and
    the versions that stand at odds with those around them (`odd`), which are in no course."""

    def __init__(self, told: Iterable[Told], parties: Parties) -> None:
        """Of these claims, in any order; `parties` say who is who."""
        self.told = sorted(told, key=lambda each: each.order)
        self.parties = parties
        self.within = _within(self.told)
        stated = stated_moves(self.told, parties)
        self.apart = members_apart(stated, parties)
        self.moves = under_members(stated, self.apart)
        self.courses = courses_of(packages_of(self.moves), Closings(self.moves))
        self.odd = odd_ones_out(self.courses)


def _within(told: Iterable[Told]) -> tuple[Relation, ...]:
    by_report: dict[str, dict[str, Claim]] = {}
    for each in told:
        by_report.setdefault(each.claim.report, {})[each.claim.id] = each.claim
    return tuple(found for claims in by_report.values() for found in relations_within(claims.values()))
