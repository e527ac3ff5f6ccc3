"""Statements with their footnotes on a terminal, as they are to be copied."""

from __future__ import annotations

from rich.text import Text

from parley.pages.cited import Cited, footnotes_to
from parley.render.text import clean

__all__ = ["cited_text"]


def cited_text(page: Cited) -> Text:
    """The statements, then the footnotes."""
    return Text("\n".join(map(clean, footnotes_to(page))))
