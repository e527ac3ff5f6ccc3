"""What stands where a page is to come."""

from __future__ import annotations

from typing import Literal

from parley.render.web.frame import Frame, page_html

__all__ = ["waiting_html"]


def waiting_html(done: int, total: int, frame: Frame, *, of: Literal["reports", "stories"]) -> str:
    """A page that says how many of the reports that came are taken in, or of the stories of a page are worked out; the
    server has it asked for again."""
    return page_html("waiting", frame, done=done, total=total, of=of)
