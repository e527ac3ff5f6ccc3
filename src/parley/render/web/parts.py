"""One actor, and one source, as HTML."""

from __future__ import annotations

from parley.pages import ActorPage, SourcePage
from parley.render.web.frame import Frame, page_html

__all__ = ["actor_html", "source_html"]


def actor_html(page: ActorPage, frame: Frame) -> str:
    """An actor of a story: names, role, positions, what it did, and what rests on its word."""
    return page_html("actor", frame, page=page)


def source_html(page: SourcePage, frame: Frame) -> str:
    """A source: what it stands behind, and how often alone."""
    return page_html("source", frame, page=page)
