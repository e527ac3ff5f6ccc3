"""A story's board as HTML."""

from __future__ import annotations

from parley.pages import BoardPage
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["board_html"]


def board_html(page: BoardPage, frame: Frame, *, story: str) -> str:
    """The board of the story with this id: issue by party, and what is still asked and offered."""
    cells = {(row.issue, cell.party): cell for row in page.rows for cell in row.cells}
    return page_html("board", frame, page=page, cells=cells, story=story, tab="", tabs=STORY_TABS)
