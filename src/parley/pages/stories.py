"""Stories as pages: which negotiations and incidents the reports are on, and why a report is in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from parley.ledger import Ledger
from parley.model import CopyGroup, Report, Story, StoryLink
from parley.pages.listing import ListPage, list_page

__all__ = ["StoryMemberRow", "StoryPage", "StoryRow", "stories_page", "story_page", "story_rows"]


class StoryRow(msgspec.Struct, frozen=True):
    """A story: `reports` of them from ISO day `first` to `last`, of which `copies` repeat the text of another.

    `kind` is talks, or incident where no report tells of a move; `given` tells whether somebody gave it its name.
    """

    name: str
    kind: str
    given: bool
    reports: int
    copies: int
    first: str | None
    last: str | None
    parties: str
    id: str


class StoryMemberRow(msgspec.Struct, frozen=True):
    """A report of a story, and what it shares (`shared`, with its weight) with the report it has most in common with.

    That one is `beside`, by id, its title `beside_title`; empty where the report was put in the story and shares nothing
    with the rest.
    """

    published: str | None
    outlet: str | None
    title: str | None
    report: str
    shared: str
    weight: float
    beside: str
    beside_title: str


class StoryPage(ListPage[StoryMemberRow], frozen=True):
    """The reports of one story, oldest first; the rest as in `StoryRow`."""

    story: StoryRow


def stories_page(ledger: Ledger, limit: int | None = None, *, alone: bool = False) -> ListPage[StoryRow]:
    """The stories of the record: those given a name first, then the largest first; with `alone` single reports too."""
    stories = ledger.stories() if alone else ledger.derived.chief()
    return ListPage("stories", story_rows(ledger, stories[:limit]), len(stories))


def story_rows(ledger: Ledger, stories: Sequence[Story]) -> tuple[StoryRow, ...]:
    """A row for each of these stories."""
    members = [report for story in stories for report in story.reports]
    published, groups = ledger.published(members), defaultdict[str, list[CopyGroup]](list)
    for group in ledger.copies(members):
        for report in group.reports:
            groups[report].append(group)
    return tuple(_row(story, published, groups) for story in stories)


def story_page(ledger: Ledger, name: str, limit: int | None = None) -> StoryPage:
    """One story by name, id or beginning of an id. Raises NotRecordedError and AmbiguousError."""
    story = ledger.story(name)
    reports = {each.report.id: each.report for each in ledger.reports(story=story.id)}
    chief = _chief_links(ledger.story_links(story))
    members = list_page("reports of the story", list(story.reports), row=partial(_member, reports, chief), limit=limit)
    (row,) = story_rows(ledger, [story])
    return StoryPage(members.kind, members.rows, members.total, row)


def _row(story: Story, published: Mapping[str, str | None], groups: Mapping[str, list[CopyGroup]]) -> StoryRow:
    days = sorted(day[:10] for each in story.reports if (day := published[each]))
    inside = set(story.reports)
    own = {group.id: group for report in story.reports for group in groups.get(report, ())}
    copied = (len(inside.intersection(group.reports)) - 1 for group in own.values())
    return StoryRow(
        story.name,
        "talks" if story.talks else "incident",
        story.given,
        len(story.reports),
        sum(copied),
        days[0] if days else None,
        days[-1] if days else None,
        ", ".join(story.parties),
        story.id,
    )


def _chief_links(links: Iterable[StoryLink]) -> dict[str, StoryLink]:
    """For each report its heaviest link."""
    found: dict[str, list[StoryLink]] = defaultdict(list)
    for link in links:
        found[link.one].append(link)
        found[link.other].append(link)
    return {report: min(each, key=lambda link: (-link.weight, link)) for report, each in found.items()}


def _member(reports: dict[str, Report], chief: dict[str, StoryLink], report_id: str) -> StoryMemberRow:
    report, link = reports[report_id], chief.get(report_id)
    beside = "" if link is None else link.other if link.one == report_id else link.one
    return StoryMemberRow(
        report.published,
        report.outlet,
        report.title,
        report_id,
        ", ".join(link.shared) if link else "",
        link.weight if link else 0.0,
        beside,
        (reports[beside].title or "") if beside else "",
    )
