"""The talks of one story: proposals, agreements and their thread, with the entries they rest on."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.compare import move_relations
from parley.compare.proposals import StoryMoves, agreements_in, proposals_in, thread_in
from parley.ledger.entries import Entry
from parley.model import Agreement, Proposal, Relation, Thread
from parley.resolve import Parties, Told

__all__ = ["Talks", "talks_of"]


class Talks(msgspec.Struct, frozen=True):
    """What the moves of a story come to as of an ISO day (None: that of its last report).

    `parties` says how to write the ids of parties; `entries` are those the claims in it stand in, by claim id.
    """

    story: str | None
    as_of: str | None
    proposals: tuple[Proposal, ...]
    agreements: tuple[Agreement, ...]
    thread: Thread
    relations: tuple[Relation, ...]
    parties: dict[str, str]
    entries: dict[str, Entry]

    @property
    def reports(self) -> int:
        """How many reports have a claim among the entries."""
        return len({entry.report.id for entry in self.entries.values()})


def talks_of(
    entries: Iterable[Entry],
    told: Iterable[Told],
    parties: Parties,
    *,
    story: str | None = None,
    as_of: str | None = None,
) -> Talks:
    """The talks that these entries tell; `told` are their claims, `parties` say who is who among them."""
    given = tuple(told)
    relations = move_relations(given, parties)
    moves = StoryMoves(given, parties, relations)
    proposals, agreements = proposals_in(moves, as_of=as_of), agreements_in(moves)
    sides = {side for move in moves.moves.values() for side in move.sides | move.to}
    return Talks(
        story,
        as_of or moves.last_day or None,
        proposals,
        agreements,
        thread_in(moves, proposals, agreements),
        relations,
        {side: parties.name(side) for side in sorted(sides)},
        {entry.claim.id: entry for entry in entries},
    )
