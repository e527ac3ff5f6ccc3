"""The places where the record is read."""

from __future__ import annotations

from parley.pages import (
    BoardPage,
    CellRow,
    ListPage,
    MarkedClaim,
    MarkedPage,
    StoryRow,
    boards_page,
    cell_rows,
    marked_page_of,
    stories_page,
)
from parley.render.web import Frame, board_html, report_page_html, stories_html
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


def _report(asked: Asked) -> MarkedPage:
    return marked_page_of(asked.project.ledger(), asked.path["report"])


def _report_rows(page: MarkedPage) -> Rows:
    return page.marked.claims, MarkedClaim


def _stories(asked: Asked) -> ListPage[StoryRow]:
    return stories_page(asked.project.ledger(), alone=asked.get("alone") is not None)


def _stories_rows(page: ListPage[StoryRow]) -> Rows:
    return page.rows, StoryRow


PLACES = (
    Place("/", "stories", _stories, lambda page, frame, asked: stories_html(page, frame), _stories_rows),
    Place("/stories", "stories", _stories, lambda page, frame, asked: stories_html(page, frame), _stories_rows),
    Place("/story/{story}", "stories", _board, _board_html, _board_rows),
    Place("/report/{report}", "", _report, lambda page, frame, asked: report_page_html(page, frame), _report_rows),
)
