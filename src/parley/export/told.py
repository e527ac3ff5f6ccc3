"""Claims with the reports that tell them, for exports in which every statement has its sources."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import Entry, Ledger, Tellings
from parley.ledger.tellings import things_in
from parley.pages.cited import Cited, cited_claim

__all__ = ["ToldClaim", "told_claims"]


class ToldClaim(msgspec.Struct, frozen=True):
    """A claim of a `story` (its name) with its footnotes (`cited`); `told` are the ids of all claims that tell the same."""

    entry: Entry
    story: str
    cited: Cited
    told: frozenset[str]


def told_claims(ledger: Ledger, entries: Iterable[Entry]) -> tuple[ToldClaim, ...]:
    """The entries in their order, each with all that the record has on what it tells. Raises what `Ledger.accounts` raises."""
    stories: dict[str, str] = {}
    tellings: dict[str, Tellings] = {}
    for found in reversed(ledger.accounts()):  # of several stories with a report the first by id, as everywhere
        stories |= dict.fromkeys(found.story.reports, found.story.name)
        tellings |= {each.entry.claim.id: thing for thing in things_in(found) for each in thing.told}
    return tuple(_told(entry, stories, tellings) for entry in entries)


def _told(entry: Entry, stories: dict[str, str], tellings: dict[str, Tellings]) -> ToldClaim:
    found = tellings.get(entry.claim.id, Tellings(()))
    alike = frozenset({entry.claim.id, *(each.entry.claim.id for each in found.told)})
    return ToldClaim(entry, stories.get(entry.report.id, ""), cited_claim(entry, found), alike)
