"""What stands where a page is to come."""

from __future__ import annotations

from parley.render.web.frame import Frame, page_html

__all__ = ["waiting_html"]


def waiting_html(done: int, total: int, frame: Frame) -> str:
    """A page that says how many of the reports that came are taken in; the server has it asked for again."""
    return page_html("waiting", frame, done=done, total=total)
