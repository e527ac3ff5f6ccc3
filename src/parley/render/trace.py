"""The way of a claim on a terminal: how many tell it, on how many sources, and who had it first."""

from __future__ import annotations

from rich.console import Group, RenderableType

from parley.pages import ListPage, TellingRow, counted
from parley.render.listing import list_text
from parley.render.text import heading

__all__ = ["trace_text"]


def trace_text(page: ListPage[TellingRow], origins: int) -> RenderableType:
    """The tellings of one thing as a table; `origins` are the independent sources they rest on."""
    reports = len({row.report for row in page.rows})
    title = f"Told in {counted(reports, 'report')}, on {counted(origins, 'independent source')}"
    return Group(heading(title), list_text(page))
