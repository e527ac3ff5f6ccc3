"""How one claim stands in its story: who else tells what it tells, and its relations to other claims.

Kept report by report beside the record, so that to tell it costs no more however many reports the story has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from parley.compare.retold import tellings_in
from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.ledger.filters import Filters
from parley.ledger.judged import JudgedRecord
from parley.ledger.kept import KeptParts
from parley.ledger.selection import entries_in, reports_in
from parley.ledger.stories import Stories
from parley.ledger.tellings import Tellings, origins_of, told_in
from parley.model import Relation, Story
from parley.store import Store

__all__ = ["ClaimInStory", "claim_in_story"]

T = TypeVar("T")


class ClaimInStory(msgspec.Struct, frozen=True, gc=False):
    """A claim in its story: the tellings of what it tells, itself alone where nobody else does, and its relations, each
    with the claim at the other end."""

    story: Story
    tellings: Tellings
    related: tuple[tuple[Relation, Entry], ...]


class _OfReport(msgspec.Struct, frozen=True, gc=False):
    """What is kept of a report: by claim the first of those that tell the same, and the relations of its claims; by id,
    in which report each claim of them stands."""

    told: dict[str, str]
    relations: tuple[Relation, ...]
    where: dict[str, str]


def claim_in_story(
    store: Store, stories: Stories, story: Story, entry: Entry, *, make: Callable[[], StoryAccount]
) -> ClaimInStory:
    """How the claim of an entry stands in a story, as it is kept; `make` gives the account where that is out of date."""
    kept, claim, report = (
        KeptParts(store, stories, story, "claims", lambda: _parts(make())),
        entry.claim.id,
        entry.report.id,
    )
    own = _decoded(kept.part(report), _OfReport) or _OfReport({}, (), {})
    same = _decoded(kept.part(f"told {own.told[claim]}"), dict[str, str]) if claim in own.told else None
    told = same or {claim: report}
    relations = tuple(relation for relation in own.relations if claim in (relation.one, relation.other))
    ends = {end for relation in relations for end in (relation.one, relation.other)}
    entries = _entries(store, story, {end: own.where[end] for end in ends if end in own.where} | told)
    origins = origins_of(stories.copies(told.values()))
    tellings = told_in((entries[each] for each in told if each in entries), origins)
    return ClaimInStory(story, tellings, tuple(_related(claim, relations, entries)))


def _related(
    claim: str, relations: tuple[Relation, ...], entries: Mapping[str, Entry]
) -> Iterator[tuple[Relation, Entry]]:
    for relation in relations:
        if claim in (relation.one, relation.other):
            other = entries.get(relation.other if relation.one == claim else relation.one)
            if other is not None:
                yield relation, other


def _entries(store: Store, story: Story, where: Mapping[str, str]) -> dict[str, Entry]:
    """The entries of these claims, in these reports; only they are read."""
    record, filters, reports = JudgedRecord(store), Filters(story=story.id), frozenset(where.values())
    found = entries_in(record, reports_in(record, filters, reports), filters, among=reports, ids=where.keys())
    return {entry.claim.id: entry for entry in found}


def _parts(found: StoryAccount) -> Iterator[tuple[str, bytes]]:
    """Those who tell the same, and what is kept of each report, each under its name."""
    where = {claim: entry.report.id for claim, entry in found.entries.items()}
    groups = tellings_in(found.account)
    for group in sorted(set(groups.values())):
        yield f"told {group[0]}", _encoded({claim: where[claim] for claim in group if claim in where})
    told, relations = defaultdict[str, dict[str, str]](dict), defaultdict[str, list[Relation]](list)
    for claim, group in groups.items():
        if claim in where:
            told[where[claim]][claim] = group[0]
    for relation in found.account.relations:
        for report in {where[end] for end in (relation.one, relation.other) if end in where}:
            relations[report].append(relation)
    for report in sorted(told.keys() | relations.keys()):
        own = tuple(relations[report])
        ends = {end: where[end] for each in own for end in (each.one, each.other) if end in where}
        yield report, _encoded(_OfReport(told[report], own, ends))


def _encoded(record: object) -> bytes:
    return msgspec.msgpack.encode(record, order="sorted")


def _decoded(record: bytes | None, kind: type[T]) -> T | None:
    return msgspec.msgpack.decode(record, type=kind) if record else None
