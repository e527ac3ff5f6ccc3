"""Stories as pages: which negotiations and incidents the reports are on, and why a report is in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

import msgspec

from parley.ledger import Ledger
from parley.model import Report, Story, StoryLink
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
    reports, stories = _reports(ledger), ledger.stories() if alone else ledger.derived.chief()
    return list_page("stories", list(stories), row=partial(_row, ledger, reports), limit=limit)


def story_rows(ledger: Ledger, stories: Iterable[Story]) -> tuple[StoryRow, ...]:
    """A row for each of these stories."""
    reports = _reports(ledger)
    return tuple(_row(ledger, reports, story) for story in stories)


def story_page(ledger: Ledger, name: str, limit: int | None = None) -> StoryPage:
    """One story by name, id or beginning of an id. Raises NotRecordedError and AmbiguousError."""
    story, reports = ledger.story(name), _reports(ledger)
    chief = _chief_links(ledger.story_links(story))
    members = list_page("reports of the story", list(story.reports), row=partial(_member, reports, chief), limit=limit)
    return StoryPage(members.kind, members.rows, members.total, _row(ledger, reports, story))


def _reports(ledger: Ledger) -> dict[str, Report]:
    return {recorded.report.id: recorded.report for recorded in ledger.reports()}


def _row(ledger: Ledger, reports: dict[str, Report], story: Story) -> StoryRow:
    days = sorted(day[:10] for each in story.reports if (day := reports[each].published))
    inside = set(story.reports)
    copied = (len(inside.intersection(group.reports)) - 1 for group in ledger.copies(story.reports))
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
