"""One source as a page: what it stands behind, how often nobody else does, and what it hands on from others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import msgspec

from parley.ledger import Entry, Ledger, NotRecordedError, StoryAccount, StoryParts, Tellings, claimant_of
from parley.model import Story
from parley.pages.claim_rows import Cut, any_row, quote_of, whole
from parley.pages.kept_parts import PartsOf, Ref, parts_of_each, refs_of, shown

__all__ = ["RelayedRow", "SourcePage", "ThingRow", "source_in_stories", "source_page"]


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


class _Thing(msgspec.Struct, frozen=True, gc=False):
    """A thing of a story by the source's own first telling (`own`); the other fields as in `ThingRow`."""

    own: Ref
    alone: bool
    first: bool
    others: tuple[str, ...]
    reports: int
    origins: int


class _InStory(msgspec.Struct, frozen=True, gc=False):
    """What a source stands behind in a story and what it relays, and by report in which its word is given, its outlet."""

    things: tuple[_Thing, ...]
    relayed: tuple[Ref, ...]
    outlets: dict[str, str]


def source_in_stories(
    ledger: Ledger, name: str, kind: str, *, story: str | None = None, cut: Cut = whole
) -> SourcePage:
    """The page of a source of a kind (outlet, person ...) over a story, or all that accounts are given of, with the rows
    that are `cut` of its lists (things, relayed); its name as the reports give it. What it stands behind is kept, and only
    the claims of these rows are read.

    Raises NotRecordedError when nothing in them rests on it, and what `Ledger.story` raises.
    """
    wanted = (ledger.story(story),) if story is not None else ledger.derived.chief()
    found = tuple(parts_of_each(ledger, wanted, _PARTS, _name_of(name, kind)))
    return _page(found, name, kind, entries=partial(shown, ledger), cut=cut)


def source_page(accounts: Iterable[StoryAccount], name: str, kind: str) -> SourcePage:
    """The same page over the accounts of some stories, whole. Raises NotRecordedError when nothing in them rests on it."""
    stories = {found.story.id: found for found in accounts}

    def entries(story: Story, refs: Iterable[Ref]) -> dict[str, Entry]:
        return stories[story.id].entries

    parts = ((found.story, _in_story(found, name, kind)) for found in stories.values())
    return _page([each for each in parts if each[1].things or each[1].relayed], name, kind, entries=entries)


def _page(
    stories: Sequence[tuple[Story, _InStory]],
    name: str,
    kind: str,
    *,
    entries: Callable[[Story, Iterable[Ref]], dict[str, Entry]],
    cut: Cut = whole,
) -> SourcePage:
    """The page over what is kept of some stories; `entries` gives those of claims, by id."""
    if not stories:
        raise NotRecordedError("source", name)
    things = [(story, thing) for story, part in stories for thing in part.things]
    relayed = [(story, ref) for story, part in stories for ref in part.relayed]
    outlets = {report: outlet for _, part in stories for report, outlet in part.outlets.items()}
    things_shown, relayed_shown = things[cut("things", len(things))], relayed[cut("relayed", len(relayed))]
    refs = defaultdict[str, list[Ref]](list)
    for story, ref in (*((story, thing.own) for story, thing in things_shown), *relayed_shown):
        refs[story.id].append(ref)
    told = {story.id: entries(story, refs[story.id]) for story, _ in stories if refs[story.id]}
    return SourcePage(
        name,
        kind,
        tuple(dict.fromkeys(story.name for story, _ in stories)),
        sum(thing.alone for _, thing in things),
        sum(thing.first for _, thing in things),
        len(outlets),
        tuple(sorted(Counter(outlets.values()).items(), key=lambda each: (-each[1], each[0]))),
        tuple(_thing(thing, told[story.id][thing.own.claim], story.name) for story, thing in things_shown),
        tuple(_relayed(told[story.id][ref.claim], story.name) for story, ref in relayed_shown),
        {"things": len(things), "relayed": len(relayed)},
    )


def _name_of(name: str, kind: str) -> str:
    return f"{kind} {name}"


def _kept_parts(found: StoryAccount) -> Iterator[tuple[str, _InStory]]:
    return ((_name_of(name, kind), _in_story(found, name, kind)) for name, kind in found.once(StoryParts).sources())


_PARTS = PartsOf("sources", _InStory, _kept_parts)


def _in_story(found: StoryAccount, name: str, kind: str) -> _InStory:
    parts, source = found.once(StoryParts).source(name, kind), (name, kind)
    things = (_thing_of(thing, all_told, source) for thing, all_told in zip(parts.things, parts.claimants, strict=True))
    return _InStory(tuple(things), refs_of(parts.relayed), dict(_outlets(parts.things, source)))


def _thing_of(thing: Tellings, claimants: Iterable[tuple[str, str]], source: tuple[str, str]) -> _Thing:
    own = next(each.entry for each in thing.told if claimant_of(each.entry) == source)
    others = tuple(each[0] or "unknown outlet" for each in claimants if each != source)
    (ref,) = refs_of([own])
    return _Thing(ref, not others, thing.told[0].entry is own, others, thing.reports, thing.origins)


def _thing(thing: _Thing, own: Entry, story: str) -> ThingRow:
    row = any_row(own)
    return ThingRow(
        row.published,
        row.kind,
        row.words,
        row.factuality,
        row.chain,
        quote_of(own),
        thing.alone,
        thing.first,
        thing.others,
        thing.reports,
        thing.origins,
        story,
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
