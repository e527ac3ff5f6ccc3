"""The stories and the problems of a record as HTML."""

from __future__ import annotations

from parley.pages import ListPage, ProblemRow, StoryRow
from parley.render.web.frame import Frame, page_html

__all__ = ["problems_html", "stories_html"]


def stories_html(page: ListPage[StoryRow], frame: Frame, *, alone: bool = False) -> str:
    """The list of stories; `alone` says that single reports are in it too."""
    return page_html("stories", frame, page=page, alone=alone)


def problems_html(page: ListPage[ProblemRow], frame: Frame) -> str:
    """What is wrong with inputs and judgements."""
    return page_html("problems", frame, page=page)
