"""The stories of a record as HTML."""

from __future__ import annotations

from parley.pages import ListPage, StoryRow
from parley.render.web.frame import Frame, page_html

__all__ = ["stories_html"]


def stories_html(page: ListPage[StoryRow], frame: Frame) -> str:
    """The list of stories."""
    return page_html("stories", frame, page=page)
