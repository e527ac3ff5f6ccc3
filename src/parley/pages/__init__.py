"""Page records: what a terminal, a web page or a file shows, as plain values with quotes already cut into segments."""

from parley.pages.board import BoardAsk, BoardCell, BoardPage, BoardRow, BoardsPage, boards_page
from parley.pages.claim import ClaimPage, ExplainPage, Fact, claim_page, explain_page
from parley.pages.listing import (
    AnyRow,
    FigureRow,
    ListPage,
    MoveRow,
    QuoteRow,
    ReportRow,
    claims_page,
    figures_page,
    moves_page,
    quotes_page,
    reports_page,
    sources_page,
)
from parley.pages.report import ReportPage, SearchPage, UnreadPage, report_page, search_page, unread_page
from parley.pages.segments import Segment, cut
from parley.pages.state import CheckPage, DoctorPage, check_page, counted

__all__ = [
    "AnyRow",
    "BoardAsk",
    "BoardCell",
    "BoardPage",
    "BoardRow",
    "BoardsPage",
    "CheckPage",
    "ClaimPage",
    "DoctorPage",
    "ExplainPage",
    "Fact",
    "FigureRow",
    "ListPage",
    "MoveRow",
    "QuoteRow",
    "ReportPage",
    "ReportRow",
    "SearchPage",
    "Segment",
    "UnreadPage",
    "boards_page",
    "check_page",
    "claim_page",
    "claims_page",
    "counted",
    "cut",
    "explain_page",
    "figures_page",
    "moves_page",
    "quotes_page",
    "report_page",
    "reports_page",
    "search_page",
    "sources_page",
    "unread_page",
]
