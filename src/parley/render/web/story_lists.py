"""Lists of a story as HTML: disagreements, actors, sources, reports."""

from __future__ import annotations

from typing import Any

from parley.pages import DisagreementRow, ListPage, OfStory, StandingCountRow, StoryMemberRow, WhoStory
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["actors_html", "disagreements_html", "members_html", "sources_html"]

_KINDS = {"contradiction": "contradiction", "correction": "correction", "denies": "denial"}


def disagreements_html(page: OfStory[ListPage[DisagreementRow]], frame: Frame) -> str:
    """Where claims of a story contradict, correct or deny each other."""
    return _of_story("disagreements", page, frame, words=_KINDS)


def actors_html(page: OfStory[WhoStory], frame: Frame) -> str:
    """Who is who in a story."""
    return _of_story("actors", page, frame)


def sources_html(page: OfStory[ListPage[StandingCountRow]], frame: Frame) -> str:
    """Who stands behind what in a story."""
    return _of_story("sources", page, frame)


def members_html(page: OfStory[ListPage[StoryMemberRow]], frame: Frame) -> str:
    """The reports of a story."""
    return _of_story("members", page, frame)


def _of_story(name: str, page: OfStory[Any], frame: Frame, **values: Any) -> str:
    return page_html(name, frame, page=page.page, story=page.story, tabs=STORY_TABS, **values)
