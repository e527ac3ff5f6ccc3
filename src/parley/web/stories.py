"""The places where a story is read, page by page, and its actors and sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parley.ledger import NotRecordedError
from parley.pages import (
    ActorPage,
    AnswerRow,
    DisagreementRow,
    ListPage,
    OfStory,
    PartRow,
    PointRow,
    ScalePointRow,
    SourcePage,
    StandingCountRow,
    StoryHead,
    StoryMemberRow,
    StoryProposals,
    StoryTalks,
    ThingRow,
    Timeline,
    TimelineRow,
    WhoRow,
    actor_of_story,
    disagreements_of_story,
    part_rows,
    point_rows,
    proposals_of_story,
    reports_of_story,
    series_of_story,
    source_in_stories,
    sources_of_story,
    talks_of_story,
    timeline_of_story,
    who_of_story,
)
from parley.pages.of_story import FIRST_SERIES, NEWEST_ENTRIES
from parley.render.web import (
    ChartPage,
    Frame,
    actor_html,
    actors_html,
    chart_html,
    disagreements_html,
    figures_html,
    members_html,
    proposals_html,
    scale_page,
    series_chart_page,
    source_html,
    sources_html,
    talks_html,
    timeline_html,
)
from parley.web.asking import Asked, Place, Rows

__all__ = ["STORY_PLACES"]

_ROWS = 100  # of a list, on one page
_PART_ROWS = 40  # of each of the four lists of an actor


def _talks(asked: Asked) -> OfStory[StoryTalks]:
    return talks_of_story(asked.project.ledger(), asked.path["story"], published_by=asked.get("published-by"))


def _talks_rows(page: OfStory[StoryTalks]) -> Rows:
    return [point for scale in page.page.scales for point in scale.points], ScalePointRow


def _proposals(asked: Asked) -> OfStory[StoryProposals]:
    return proposals_of_story(asked.project.ledger(), asked.path["story"], published_by=asked.get("published-by"))


def _proposals_rows(page: OfStory[StoryProposals]) -> Rows:
    return [answer for row in page.page.proposals for answer in row.answers], AnswerRow


def _timeline(asked: Asked) -> OfStory[Timeline]:
    first, last, by = asked.get("first"), asked.get("last"), asked.get("published-by")
    newest = asked.lists is not None and not asked.get("part")  # what is shown first is kept
    return timeline_of_story(
        asked.project.ledger(),
        asked.path["story"],
        first=first,
        last=last,
        cut=None if newest else asked.cut("newest_last"),
        published_by=by,
    )


def _timeline_rows(page: OfStory[Timeline]) -> Rows:
    return page.page.happened.rows, TimelineRow


def _figures(asked: Asked) -> OfStory[Any]:
    alone, by, series = asked.get("alone") is not None, asked.get("published-by"), asked.get("series")
    cut = None if asked.lists and not asked.get("part") else asked.cut()  # what is shown first is kept
    page = series_of_story(
        asked.project.ledger(), asked.path["story"], published_by=by, alone=alone, series=series, cut=cut
    )
    if series is not None and not page.page.series:
        raise NotRecordedError("series", series)
    return page


def _figures_html(page: OfStory[Any], frame: Frame, asked: Asked) -> str:
    return figures_html(page, frame, alone=asked.get("alone") is not None, one=asked.get("series") is not None)


def _disagreements(asked: Asked) -> OfStory[ListPage[DisagreementRow]]:
    by = asked.get("published-by")
    return disagreements_of_story(asked.project.ledger(), asked.path["story"], published_by=by)


def _chart(asked: Asked) -> OfStory[ChartPage]:
    """A chart by its name: "scale-" and its number among the scales of the talks, else the id of a series."""
    name, ledger = asked.path["chart"], asked.project.ledger()
    if name.startswith("scale-"):
        talks = talks_of_story(ledger, asked.path["story"])
        scales = {f"scale-{number}": scale for number, scale in enumerate(talks.page.scales)}
        return OfStory(talks.story, scale_page(_one(scales, name)))
    series = series_of_story(ledger, asked.path["story"], series=name)
    return OfStory(series.story, series_chart_page(_one({block.id: block for block in series.page.series}, name)))


def _one(charts: dict[str, Any], name: str) -> Any:
    if name not in charts:
        raise NotRecordedError("chart", name)
    return charts[name]


def _chart_html(page: OfStory[ChartPage], frame: Frame, asked: Asked) -> str:
    tab = "talks" if asked.path["chart"].startswith("scale-") else "figures"
    return chart_html(page.page, frame, story=page.story, tab=tab)


def _actor(asked: Asked) -> ActorPage:
    return actor_of_story(asked.project.ledger(), asked.path["story"], asked.path["actor"], asked.cut("newest_first"))


def _source(asked: Asked) -> SourcePage:
    name, kind = asked.get("name") or "", asked.get("kind") or "outlet"
    return source_in_stories(asked.project.ledger(), name, kind, story=asked.get("story"), cut=asked.cut())


def _of_story(
    tab: str, page: Callable[..., Any], *, html: Callable[[Any, Frame], str], rows: Callable[[Any], Rows], most: int = 0
) -> Place:
    """A page of a story that is asked for nothing else."""
    return Place(
        f"/story/{{story}}/{tab}",
        "stories",
        lambda asked: page(asked.project.ledger(), asked.path["story"]),
        lambda page, frame, asked: html(page, frame),
        rows,
        most=most,
    )


STORY_PLACES = (
    Place("/story/{story}/talks", "stories", _talks, lambda page, frame, asked: talks_html(page, frame, deal=asked.get("deal")), _talks_rows),
    Place("/story/{story}/proposals", "stories", _proposals, lambda page, frame, asked: proposals_html(page, frame), _proposals_rows),
    Place("/story/{story}/timeline", "stories", _timeline, lambda page, frame, asked: timeline_html(page, frame), _timeline_rows, most=NEWEST_ENTRIES),
    Place("/story/{story}/figures", "stories", _figures, _figures_html, lambda page: (point_rows(page.page), PointRow), most=FIRST_SERIES),
    Place("/story/{story}/disagreements", "stories", _disagreements, lambda page, frame, asked: disagreements_html(page, frame), lambda page: (page.page.rows, DisagreementRow), most=_ROWS // 2),
    _of_story("actors", who_of_story, html=actors_html, rows=lambda page: (page.page.actors, WhoRow)),
    _of_story("sources", sources_of_story, html=sources_html, rows=lambda page: (page.page.rows, StandingCountRow), most=_ROWS),
    _of_story("reports", reports_of_story, html=members_html, rows=lambda page: (page.page.rows, StoryMemberRow), most=_ROWS // 2),
    Place("/story/{story}/chart/{chart}", "stories", _chart, _chart_html, lambda page: ([page.story], StoryHead)),
    Place("/actor/{story}/{actor}", "stories", _actor, lambda page, frame, asked: actor_html(page, frame), lambda page: (part_rows(page), PartRow), most=_PART_ROWS),
    Place("/source", "", _source, lambda page, frame, asked: source_html(page, frame), lambda page: (page.things, ThingRow), most=2 * _PART_ROWS),
)  # fmt: skip
