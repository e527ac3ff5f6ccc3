"""The first page as HTML, and the list of all that changed."""

from __future__ import annotations

from parley.pages import ChangesPage, HomePage
from parley.render.web.frame import Frame, page_html

__all__ = ["CHANGE_WORDS", "changes_html", "home_html"]

CHANGE_WORDS = {
    "position": "Positions, new or moved",
    "agreement": "Agreements",
    "figure": "Figures, new or newer",
    "contradiction": "Contradictions",
    "correction": "Corrections",
    "denial": "Denials",
    "stale": "Figures told though newer ones were known",
}
"""What each kind of change is called as a heading."""


_NOUNS = {"stale": ("figure told late", "figures told late")}
_ONE = {kind: kind for kind in CHANGE_WORDS} | {"stale": "told late"}  # beside a row of a list of all kinds


def home_html(page: HomePage, frame: Frame) -> str:
    """What changed, the stories in brief, and what needs a look."""
    return page_html("home", frame, page=page, headings=CHANGE_WORDS, nouns=_NOUNS)


def changes_html(page: ChangesPage, frame: Frame, *, kind: str | None = None) -> str:
    """All that changed; of one `kind` under its heading."""
    return page_html("changes", frame, page=page, headings=CHANGE_WORDS, kinds=_ONE, kind=kind)
