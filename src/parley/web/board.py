"""The places of a story's board, and of the moves behind a cell of it."""

from __future__ import annotations

from parley.pages import (
    CellMove,
    CellPage,
    CellRow,
    StoryBoard,
    cell_page,
    cell_rows,
    story_board,
)
from parley.render.web import Frame, board_html, cell_html
from parley.web.asking import Asked, Place

__all__ = ["BOARD_PLACES"]

_MOVES = 60  # on one page


def _board(asked: Asked) -> StoryBoard:
    return story_board(asked.project.ledger(), asked.path["story"], published_by=asked.get("published-by"))


def _board_html(page: StoryBoard, frame: Frame, asked: Asked) -> str:
    return board_html(page, frame, all_parties=asked.get("parties") == "all", all_rows=asked.get("lists") == "all")


def _cell(asked: Asked) -> CellPage:
    return cell_page(
        asked.project.ledger(),
        asked.path["story"],
        issue=asked.get("issue") or "",
        party=asked.get("party") or "",
        published_by=asked.get("published-by"),
        cut=asked.cut(),
    )


BOARD_PLACES = (
    Place("/story/{story}", "stories", _board, _board_html, lambda page: (cell_rows(page.board), CellRow)),
    Place(
        "/story/{story}/cell",
        "stories",
        _cell,
        lambda page, frame, asked: cell_html(page, frame),
        lambda page: (page.moves, CellMove),
        most=_MOVES,
    ),
)
