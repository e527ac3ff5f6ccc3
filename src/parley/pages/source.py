"""One source as a page: what it stands behind, how often nobody else does, and what it hands on from others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import Entry, NotRecordedError, StoryAccount, StoryParts, Tellings, claimant_of
from parley.pages.listing import quote_of
from parley.pages.words import chain_words, claim_words, factuality_words

__all__ = ["RelayedRow", "SourcePage", "ThingRow", "source_page", "source_page_of"]


class ThingRow(msgspec.Struct, frozen=True):
    """A thing told on a source's word: `claim` is its own first telling, in words and in the report's (`quote`).

    `alone` where it rests on nobody else's word, `first` where no telling is earlier; `others` are the other claimants.
    It is told in so many `reports` on so many independent `origins`.
    """

    published: str | None
    kind: str
    words: str
    factuality: str
    chain: str
    quote: str
    alone: bool
    first: bool
    others: tuple[str, ...]
    reports: int
    origins: int
    story: str
    report: str
    id: str


class RelayedRow(msgspec.Struct, frozen=True):
    """A claim that a source hands on from another."""

    published: str | None
    kind: str
    words: str
    chain: str
    story: str
    report: str
    id: str


class SourcePage(msgspec.Struct, frozen=True):
    """A source: the things told on its word, of which so many on nobody else's (`alone`) and so many by it `first`.

    `through` counts by outlet the reports in which its word is given.
    """

    name: str
    kind: str
    stories: tuple[str, ...]
    alone: int
    first: int
    reports: int
    through: tuple[tuple[str, int], ...]
    things: tuple[ThingRow, ...]
    relayed: tuple[RelayedRow, ...]


def source_page(accounts: Iterable[StoryAccount], name: str, kind: str) -> SourcePage:
    """The page of a source of a kind (outlet, person ...) over some stories; its name as the reports give it.

    Raises NotRecordedError when nothing in them rests on it.
    """
    return source_page_of(((found.story.name, StoryParts(found)) for found in accounts), name, kind)


def source_page_of(stories: Iterable[tuple[str, StoryParts]], name: str, kind: str) -> SourcePage:
    """The page of a source over the parts of some stories, each with the story's name; raises as `source_page`."""
    things: list[ThingRow] = []
    relayed: list[RelayedRow] = []
    named: dict[str, None] = {}
    outlets: dict[str, str] = {}
    for story, told in stories:
        parts = told.source(name, kind)
        pairs = list(zip(parts.things, parts.claimants, strict=True))
        things += [_thing(thing, claimants, (name, kind), story) for thing, claimants in pairs]
        relayed += [_relayed(entry, story) for entry in parts.relayed]
        outlets |= dict(_outlets(parts.things, (name, kind)))
        if pairs or parts.relayed:
            named[story] = None
    if not named:
        raise NotRecordedError("source", name)
    through = sorted(Counter(outlets.values()).items(), key=lambda each: (-each[1], each[0]))
    return SourcePage(
        name,
        kind,
        tuple(named),
        sum(each.alone for each in things),
        sum(each.first for each in things),
        len(outlets),
        tuple(through),
        tuple(things),
        tuple(relayed),
    )


def _thing(thing: Tellings, claimants: tuple[tuple[str, str], ...], source: tuple[str, str], story: str) -> ThingRow:
    own = next(each.entry for each in thing.told if claimant_of(each.entry) == source)
    claim, report = own.claim, own.report
    others = tuple(name or "unknown outlet" for name, kind in claimants if (name, kind) != source)
    return ThingRow(
        report.published,
        claim.kind,
        claim_words(claim, report.text),
        factuality_words(claim.factuality),
        chain_words(report, claim.attribution, opinion=own.opinion),
        quote_of(own),
        not others,
        thing.told[0].entry is own,
        others,
        thing.reports,
        thing.origins,
        story,
        report.id,
        claim.id,
    )


def _relayed(entry: Entry, story: str) -> RelayedRow:
    claim, report = entry.claim, entry.report
    chain = chain_words(report, claim.attribution, opinion=entry.opinion)
    return RelayedRow(report.published, claim.kind, claim_words(claim, report.text), chain, story, report.id, claim.id)


def _outlets(things: Iterable[Tellings], source: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """By report in which the source's word is given, its outlet."""
    for thing in things:
        for each in thing.told:
            if claimant_of(each.entry) == source:
                yield each.entry.report.id, each.entry.report.outlet or "unknown outlet"
