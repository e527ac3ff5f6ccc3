"""The talks of one story: proposals, agreements and their thread, with the entries they rest on."""

from __future__ import annotations

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.model import Agreement, Proposal, Relation, TalksScope, Thread

__all__ = ["Talks", "talks_in"]


class Talks(msgspec.Struct, frozen=True, gc=False):
    """What the moves of a story come to as of an ISO day (None: nothing in it has a day).

    `scope` says which of its moves are of the talks, `parties` how to write the ids of parties; `entries` are those the claims in it stand in, by claim id.
    """

    story: str
    as_of: str | None
    proposals: tuple[Proposal, ...]
    agreements: tuple[Agreement, ...]
    thread: Thread
    relations: tuple[Relation, ...]
    parties: dict[str, str]
    entries: dict[str, Entry]
    scope: TalksScope

    @property
    def reports(self) -> int:
        """How many reports have a claim among the entries."""
        return len({entry.report.id for entry in self.entries.values()})


def talks_in(found: StoryAccount) -> Talks:
    """The talks of a story's account."""
    account = found.account
    return Talks(
        found.story.name,
        account.as_of,
        account.proposals,
        account.agreements,
        account.thread,
        account.relations,
        {actor.id: actor.name for actor in account.actors},
        found.entries,
        account.scope,
    )
