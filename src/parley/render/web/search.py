"""A search as HTML: what was found, and by what to narrow it."""

from __future__ import annotations

from typing import get_args

from parley.model.claim import Issue
from parley.pages import FACETS, SearchInFull
from parley.render.web.frame import Frame, page_html

__all__ = ["search_html"]

_KINDS = ("move", "figure", "event", "phase", "quote")


def search_html(page: SearchInFull, frame: Frame, *, asked: dict[str, str]) -> str:
    """What a search found; `asked` are the facets it is narrowed by."""
    pieces = [(name, asked[name], _without(page, frame, asked, name)) for name in FACETS if asked.get(name)]
    chosen = {name: asked.get(name, "") for name in FACETS}
    names = {value.value: value.words for facet in page.facets for value in facet.values}
    return page_html(
        "search", frame, page=page, asked=chosen, pieces=pieces, names=names, kinds=_KINDS, issues=get_args(Issue)
    )


def _without(page: SearchInFull, frame: Frame, asked: dict[str, str], name: str) -> str | None:
    """The same search without one facet."""
    rest = {each: value for each, value in asked.items() if each != name}
    return frame.links.search(q=page.query, **rest)
