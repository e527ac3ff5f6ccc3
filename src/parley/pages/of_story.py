"""Pages of one story: which story, and what of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from parley.ledger import Ledger, StoryAccount, series_in, talks_in
from parley.ledger.tellings import source_standings
from parley.model import Story
from parley.pages.across import DisagreementRow, StandingCountRow, disagreements_page, standings_page
from parley.pages.figures import SeriesPage, series_page
from parley.pages.listing import ListPage
from parley.pages.proposals import StoryProposals, story_proposals
from parley.pages.stories import StoryMemberRow, story_page
from parley.pages.talks import StoryTalks, story_talks
from parley.pages.timeline import LanesPage, TimelineRow, lanes_page, timeline_page
from parley.pages.who import WhoStory, who_page

__all__ = [
    "OfStory",
    "StoryHead",
    "Timeline",
    "disagreements_of_story",
    "members_of",
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
    return _made(ledger, story, lambda found: story_talks(talks_in(found)), published_by)


def proposals_of_story(ledger: Ledger, story: str, *, published_by: str | None = None) -> OfStory[StoryProposals]:
    """Its proposals."""
    return _made(ledger, story, lambda found: story_proposals(talks_in(found)), published_by)


def series_of_story(
    ledger: Ledger, story: str, *, published_by: str | None = None, alone: bool = False, limit: int | None = None
) -> OfStory[SeriesPage]:
    """Its series of figures, told by several reports or (`alone`) by any."""
    return _made(ledger, story, lambda found: series_page(series_in(found), alone=alone, limit=limit), published_by)


def disagreements_of_story(
    ledger: Ledger, story: str, *, published_by: str | None = None
) -> OfStory[ListPage[DisagreementRow]]:
    """Where its claims contradict, correct or deny each other."""
    return _made(ledger, story, lambda found: disagreements_page([found]), published_by)


def who_of_story(ledger: Ledger, story: str) -> OfStory[WhoStory]:
    """Who is who in it."""
    return _made(ledger, story, lambda found: who_page([found]).stories[0])


def sources_of_story(ledger: Ledger, story: str) -> OfStory[ListPage[StandingCountRow]]:
    """Who stands behind what in it."""
    return _made(ledger, story, lambda found: standings_page(source_standings([found])))


def timeline_of_story(
    ledger: Ledger,
    story: str,
    *,
    first: str | None = None,
    last: str | None = None,
    limit: int | None = None,
    published_by: str | None = None,
) -> OfStory[Timeline]:
    """What happened in it from the ISO day `first` to `last`; of more than `limit` the newest, in the picture all."""
    found = ledger.story(story)
    told = ledger.timeline(story=found.id, published_by=published_by)
    happened = timeline_page(told, first=first, last=last, limit=limit)
    lanes = lanes_page(told, first=first, last=last)
    return OfStory(story_head(ledger, found, published_by), Timeline(happened, lanes))


def reports_of_story(ledger: Ledger, story: str) -> OfStory[ListPage[StoryMemberRow]]:
    """Its reports, oldest first, and what each shares with another."""
    found = ledger.story(story)
    return OfStory(story_head(ledger, found), members_of(ledger, found))


def members_of(ledger: Ledger, story: Story) -> ListPage[StoryMemberRow]:
    """The reports of a story."""
    members = story_page(ledger, story.id)
    return ListPage(members.kind, members.rows, members.total)


def _made(ledger: Ledger, story: str, page: Callable[[StoryAccount], T], published_by: str | None = None) -> OfStory[T]:
    (found,) = ledger.accounts(story=story, published_by=published_by)
    return OfStory(story_head(ledger, found.story, published_by), page(found))
