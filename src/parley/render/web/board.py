"""A story's board as HTML, and the moves behind a cell of it."""

from __future__ import annotations

from parley.pages import CellPage, StoryBoard
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["board_html", "cell_html"]

_PARTIES = 6  # columns, unless all are asked for
_ROWS = 20  # of a list, unless all are asked for


def board_html(page: StoryBoard, frame: Frame, *, all_parties: bool = False, all_rows: bool = False) -> str:
    """The board of a story: issue by party, as of a day, and what is still asked and offered.

    Where a server answers for more, lists show their first few unless `all_rows` are asked for.
    """
    board = page.board
    cells = {(row.issue, cell.party): cell for row in board.rows for cell in row.cells}
    parties = board.parties if all_parties else board.parties[:_PARTIES]
    rows = [row for row in board.rows if any((row.issue, party) in cells for party in parties)]
    return page_html(
        "board",
        frame,
        story=page,
        page=board,
        cells=cells,
        parties=parties,
        rows=rows,
        most=_ROWS if frame.live and not all_rows else None,
        tab="",
        tabs=STORY_TABS,
    )


def cell_html(page: CellPage, frame: Frame) -> str:
    """The moves of one party on one issue."""
    return page_html("cell", frame, page=page, tab="", tabs=STORY_TABS)
