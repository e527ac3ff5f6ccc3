"""A report as HTML: its whole text with every claim marked, and the list of claims beside it."""

from __future__ import annotations

from parley.pages import MarkedPage, counted
from parley.render.environment import can_be_linked
from parley.render.html import marked_values, report_facts
from parley.render.web.frame import Frame, page_html

__all__ = ["report_page_html"]


def report_page_html(page: MarkedPage, frame: Frame) -> str:
    """A report with every claim marked in place."""
    return page_html(
        "report",
        frame,
        page=page,
        facts=report_facts(page),
        linked=can_be_linked(page.url),
        unread=counted(page.marked.unread, "sentence"),
        **marked_values(page.marked, language=page.language),
    )
