"""Pages of one story: which story, and what of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from parley.ledger import Ledger, StoryAccount, series_in, talks_in
from parley.ledger.kept import Kept
from parley.ledger.tellings import source_standings
from parley.model import Story
from parley.pages.across import DisagreementRow, StandingCountRow, disagreements_page, standings_page
from parley.pages.claim_rows import Cut
from parley.pages.figures import SeriesPage, series_page
from parley.pages.listing import ListPage
from parley.pages.proposals import StoryProposals, story_proposals
from parley.pages.stories import StoryMemberRow, story_page
from parley.pages.talks import StoryTalks, story_talks
from parley.pages.timeline import LanesPage, TimelineRow, lanes_page, timeline_page
from parley.pages.who import WhoStory, who_page
from parley.store.code import code_digest

__all__ = [
    "FIRST_SERIES",
    "NEWEST_ENTRIES",
    "OfStory",
    "StoryHead",
    "StoryPart",
    "Timeline",
    "disagreements_of_story",
    "members_of",
    "part_of_story",
    "proposals_of_story",
    "reports_of_story",
    "series_of_story",
    "sources_of_story",
    "story_head",
    "talks_of_story",
    "timeline_of_story",
    "who_of_story",
]

T = TypeVar("T")
FIRST_SERIES = 15
"""Series on the page of figures, unless others are asked for."""
NEWEST_ENTRIES = 120
"""Entries of a part of a timeline, some eight screens; the newest part is shown unless another is asked for."""


class StoryHead(msgspec.Struct, frozen=True):
    """A story: its reports published by an ISO day (None: all), from ISO day `first` to `last` (None: none is dated)."""

    id: str
    name: str
    reports: int
    first: str | None
    last: str | None
    published_by: str | None = None


class OfStory(msgspec.Struct, Generic[T], frozen=True):
    """A page of a story."""

    story: StoryHead
    page: T


class StoryPart(msgspec.Struct, Generic[T], frozen=True):
    """What a page shows of a story, and how it is made of its account."""

    name: str
    type: type[T]
    make: Callable[[StoryAccount], T]


class Timeline(msgspec.Struct, frozen=True):
    """What happened, newest last, and how densely to whom."""

    happened: ListPage[TimelineRow]
    lanes: LanesPage


def story_head(ledger: Ledger, story: Story, published_by: str | None = None) -> StoryHead:
    """Which story it is. Raises BadDateError."""
    if published_by is None:
        published = list(ledger.published(story.reports).values())
    else:
        published = [each.report.published for each in ledger.reports(story=story.id, published_by=published_by)]
    days = sorted(day[:10] for day in published if day)
    first, last = (days[0], days[-1]) if days else (None, None)
    return StoryHead(story.id, story.name, len(published), first, last, published_by)


def talks_of_story(ledger: Ledger, story: str, *, published_by: str | None = None) -> OfStory[StoryTalks]:
    """The thread of its talks. These pages raise what `Ledger.accounts` raises."""
    return _made(
        ledger, story, StoryPart("talks", StoryTalks, lambda found: story_talks(talks_in(found))), published_by
    )


def proposals_of_story(ledger: Ledger, story: str, *, published_by: str | None = None) -> OfStory[StoryProposals]:
    """Its proposals."""
    part = StoryPart("proposals", StoryProposals, lambda found: story_proposals(talks_in(found)))
    return _made(ledger, story, part, published_by)


def series_of_story(
    ledger: Ledger,
    story: str,
    *,
    published_by: str | None = None,
    alone: bool = False,
    series: str | None = None,
    cut: Cut | None = None,
) -> OfStory[SeriesPage]:
    """Its series of figures, told by several reports or (`alone`) by any, or that with the id `series`.

    Those are worked out that are `cut` of the list (None: the first, as they are kept).
    """

    def made(found: StoryAccount) -> SeriesPage:
        return series_page(series_in(found), alone=alone, series=series, cut=cut or _first_series)

    if series is None and cut is None:
        return _made(ledger, story, StoryPart(f"series {alone} {FIRST_SERIES}", SeriesPage, made), published_by)
    found = ledger.story(story)
    (account,) = ledger.accounts(story=found.id, published_by=published_by)
    return OfStory(story_head(ledger, found, published_by), made(account))


def _first_series(name: str, total: int) -> slice:
    return slice(FIRST_SERIES)


def disagreements_of_story(
    ledger: Ledger, story: str, *, published_by: str | None = None
) -> OfStory[ListPage[DisagreementRow]]:
    """Where its claims contradict, correct or deny each other."""
    kind = ListPage[DisagreementRow]
    part = StoryPart("disagreements", kind, lambda found: disagreements_page([found]))
    return _made(ledger, story, part, published_by)


def who_of_story(ledger: Ledger, story: str) -> OfStory[WhoStory]:
    """Who is who in it."""
    return _made(ledger, story, StoryPart("who", WhoStory, lambda found: who_page([found]).stories[0]))


def sources_of_story(ledger: Ledger, story: str) -> OfStory[ListPage[StandingCountRow]]:
    """Who stands behind what in it."""
    kind = ListPage[StandingCountRow]
    return _made(ledger, story, StoryPart("sources", kind, lambda found: standings_page(source_standings([found]))))


def timeline_of_story(
    ledger: Ledger,
    story: str,
    *,
    first: str | None = None,
    last: str | None = None,
    cut: Cut | None = None,
    published_by: str | None = None,
) -> OfStory[Timeline]:
    """What happened in it from the ISO day `first` to `last`: what is `cut` of the list (None: the newest, as they are
    kept), in the picture all."""
    found = ledger.story(story)

    def made() -> Timeline:
        told = ledger.timeline(story=found.id, published_by=published_by)
        happened = timeline_page(told, first=first, last=last, cut=cut or _newest)
        return Timeline(happened, lanes_page(told, first=first, last=last))

    page = (
        made()
        if first or last or published_by or cut
        else _kept(ledger, found, f"timeline {NEWEST_ENTRIES}", Timeline, made)
    )
    return OfStory(story_head(ledger, found, published_by), page)


def _newest(name: str, total: int) -> slice:
    return slice(max(total - NEWEST_ENTRIES, 0), total)


def reports_of_story(ledger: Ledger, story: str) -> OfStory[ListPage[StoryMemberRow]]:
    """Its reports, oldest first, and what each shares with another."""
    found = ledger.story(story)
    return OfStory(story_head(ledger, found), members_of(ledger, found))


def members_of(ledger: Ledger, story: Story) -> ListPage[StoryMemberRow]:
    """The reports of a story."""
    members = story_page(ledger, story.id)  # not kept: what reports share may change while the story stays
    return ListPage(members.kind, members.rows, members.total)


def _made(ledger: Ledger, story: str, part: StoryPart[T], published_by: str | None = None) -> OfStory[T]:
    found = ledger.story(story)
    return OfStory(story_head(ledger, found, published_by), part_of_story(ledger, found, part, published_by))


def part_of_story(ledger: Ledger, story: Story, part: StoryPart[T], published_by: str | None = None) -> T:
    """What a page shows of a story; that of the whole story is kept, and that of any day on which a report was published."""

    def made() -> T:
        return part.make(*ledger.accounts(story=story.id, published_by=published_by))

    if published_by is None:
        return _kept(ledger, story, part.name, part.type, made)
    days = {day[:10] for day in ledger.published(story.reports).values() if day}
    return _kept(ledger, story, f"{part.name} {published_by}", part.type, made) if published_by in days else made()


def _kept(ledger: Ledger, story: Story, name: str, kind: type[T], make: Callable[[], T]) -> T:
    """What is made of a story, kept while what it rests on stays the same."""
    (page,) = ledger.of_each((story,), Kept(name, code_digest("pages"), kind, lambda wanted: [make()]))
    return page
