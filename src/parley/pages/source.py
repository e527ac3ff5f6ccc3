"""One source as a page: what it stands behind, how often nobody else does, and what it hands on from others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import Entry, NotRecordedError, StoryAccount, StoryParts, Tellings, claimant_of
from parley.pages.claim_rows import Cut, any_row, quote_of, whole

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

    `through` counts by outlet the reports in which its word is given. `counts` tells how many rows each list (things,
    relayed) has in all, of which the page may hold some.
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
    counts: dict[str, int]


def source_page(accounts: Iterable[StoryAccount], name: str, kind: str, cut: Cut = whole) -> SourcePage:
    """The page of a source of a kind (outlet, person ...) over some stories, with the rows that are `cut` of its lists
    (things, relayed); its name as the reports give it.

    Raises NotRecordedError when nothing in them rests on it.
    """
    return source_page_of(((found.story.name, found.once(StoryParts)) for found in accounts), name, kind, cut)


def source_page_of(stories: Iterable[tuple[str, StoryParts]], name: str, kind: str, cut: Cut = whole) -> SourcePage:
    """The page of a source over the parts of some stories, each with the story's name; as `source_page`."""
    source = name, kind
    things: list[_Told] = []
    relayed: list[tuple[str, Entry]] = []
    named: dict[str, None] = {}
    for story, told in stories:
        parts = told.source(name, kind)
        things += [_told(thing, claimants, source, story) for thing, claimants in zip(parts.things, parts.claimants, strict=True)]  # fmt: skip
        relayed += [(story, entry) for entry in parts.relayed]
        if parts.things or parts.relayed:
            named[story] = None
    if not named:
        raise NotRecordedError("source", name)
    outlets = dict(_outlets((each.thing for each in things), source))
    return SourcePage(
        name,
        kind,
        tuple(named),
        sum(not each.others for each in things),
        sum(each.first for each in things),
        len(outlets),
        tuple(sorted(Counter(outlets.values()).items(), key=lambda each: (-each[1], each[0]))),
        tuple(_thing(each) for each in things[cut("things", len(things))]),
        tuple(_relayed(entry, story) for story, entry in relayed[cut("relayed", len(relayed))]),
        {"things": len(things), "relayed": len(relayed)},
    )


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A thing of a story with the source's `own` first telling, the other claimants, and whether it told it `first`."""

    story: str
    thing: Tellings
    own: Entry
    others: tuple[str, ...]
    first: bool


def _told(thing: Tellings, claimants: Iterable[tuple[str, str]], source: tuple[str, str], story: str) -> _Told:
    own = next(each.entry for each in thing.told if claimant_of(each.entry) == source)
    others = tuple(each[0] or "unknown outlet" for each in claimants if each != source)
    return _Told(story, thing, own, others, thing.told[0].entry is own)


def _thing(told: _Told) -> ThingRow:
    row, thing = any_row(told.own), told.thing
    return ThingRow(
        row.published,
        row.kind,
        row.words,
        row.factuality,
        row.chain,
        quote_of(told.own),
        not told.others,
        told.first,
        told.others,
        thing.reports,
        thing.origins,
        told.story,
        row.report,
        row.id,
    )


def _relayed(entry: Entry, story: str) -> RelayedRow:
    row = any_row(entry)
    return RelayedRow(row.published, row.kind, row.words, row.chain, story, row.report, row.id)


def _outlets(things: Iterable[Tellings], source: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """By report in which the source's word is given, its outlet."""
    for thing in things:
        for each in thing.told:
            if claimant_of(each.entry) == source:
                yield each.entry.report.id, each.entry.report.outlet or "unknown outlet"
