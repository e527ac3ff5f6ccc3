"""A report as HTML: its whole text with every claim marked, and the list of claims beside it."""

from __future__ import annotations

from parley.pages import DiffPage, ReportInFull, counted
from parley.render.environment import can_be_linked
from parley.render.html import marked_values, report_facts
from parley.render.stories import link_words
from parley.render.web.frame import Frame, page_html
from parley.render.web.review import ADDED_FIELDS, KINDS

__all__ = ["difference_html", "report_page_html"]


def report_page_html(found: ReportInFull, frame: Frame) -> str:
    """A report with every claim marked in place, its stories and its copies."""
    page = found.page
    facts = [(label, words) for label, words in report_facts(page) if label != "story"]
    return page_html(
        "report",
        frame,
        page=page,
        found=found,
        facts=facts,
        linked=can_be_linked(page.url),
        review_kinds=KINDS,
        added=ADDED_FIELDS,
        unread=counted(page.marked.unread, "sentence"),
        **marked_values(page.marked, language=page.language),
    )


def difference_html(page: DiffPage, frame: Frame) -> str:
    """Two reports word by word."""
    return page_html("difference", frame, page=page, link=link_words(page.link))
