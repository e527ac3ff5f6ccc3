"""Lists of a story as HTML: disagreements, actors, sources, reports."""

from __future__ import annotations

from typing import Any

from parley.pages import DisagreementRow, ListPage, OfStory, StandingCountRow, StoryMemberRow, WhoStory
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["actors_html", "disagreements_html", "members_html", "sources_html"]

_IN_THE_TALKS = frozenset({"party", "mediator", "host", "guarantor"})
_FEW = 20  # actors that need no groups
_SHOWN = 40  # of each group, on one page
_PAIRS = 10  # that may be one
_NAMED = 200  # that a field proposes
_KINDS = {"contradiction": "contradiction", "correction": "correction", "denies": "denial"}


def disagreements_html(page: OfStory[ListPage[DisagreementRow]], frame: Frame) -> str:
    """Where claims of a story contradict, correct or deny each other."""
    return _of_story("disagreements", page, frame, words=_KINDS)


def actors_html(page: OfStory[WhoStory], frame: Frame) -> str:
    """Who is who in a story: first those in the talks; folded away the others, and those that one report alone names."""
    rows = page.page.actors
    often = [row for row in rows if row.reports > 1] or list(rows)
    acting = [row for row in often if row.role in _IN_THE_TALKS] if len(often) > _FEW else often
    chief = acting or often
    shown = {row.id for row in chief}
    once = [row for row in rows if row.id not in shown and row.reports < 2]
    others = [row for row in often if row.id not in shown]
    return _of_story(
        "actors", page, frame, chief=chief, others=others, once=once, named=often[:_NAMED], most=_SHOWN, few=_PAIRS
    )


def sources_html(page: OfStory[ListPage[StandingCountRow]], frame: Frame) -> str:
    """Who stands behind what in a story."""
    return _of_story("sources", page, frame)


def members_html(page: OfStory[ListPage[StoryMemberRow]], frame: Frame) -> str:
    """The reports of a story."""
    return _of_story("members", page, frame)


def _of_story(name: str, page: OfStory[Any], frame: Frame, **values: Any) -> str:
    return page_html(name, frame, page=page.page, story=page.story, tabs=STORY_TABS, **values)
