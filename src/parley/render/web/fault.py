"""What stands where a page cannot be shown."""

from __future__ import annotations

from parley.render.web.frame import Frame, page_html

__all__ = ["fault_html"]


def fault_html(title: str, sentence: str, frame: Frame) -> str:
    """A page that says in a sentence what is wrong and what to do."""
    return page_html("fault", frame, title=title, sentence=sentence)
