"""The places of one story."""

from __future__ import annotations

from parley.pages import BoardPage, CellRow, boards_page, cell_rows
from parley.render.web import Frame, board_html
from parley.web.asking import Asked, Place, Rows

__all__ = ["PLACES"]


def _board(asked: Asked) -> BoardPage:
    ledger = asked.project.ledger()
    story = ledger.story(asked.path["story"]).id
    return boards_page(ledger, story=story, published_by=asked.get("published-by")).boards[0]


def _board_html(page: BoardPage, frame: Frame, asked: Asked) -> str:
    return board_html(page, frame, story=asked.path["story"])


def _board_rows(page: BoardPage) -> Rows:
    return cell_rows(page), CellRow


PLACES = (Place("/story/{story}", "stories", _board, _board_html, _board_rows),)
