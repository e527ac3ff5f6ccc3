"""A claim that somebody brings, held against the record, as HTML."""

from __future__ import annotations

from parley.pages import ClaimCheck
from parley.pages.claim_check import MOST_CHARACTERS
from parley.render.web.drawing import capitalised
from parley.render.web.figures import bounds_words
from parley.render.web.frame import Frame, page_html

__all__ = ["claim_check_html"]


def claim_check_html(page: ClaimCheck, frame: Frame) -> str:
    """A box for the words, and what the record holds on each claim read in them."""
    return page_html(
        "claim_check", frame, page=page, most=MOST_CHARACTERS, bounds=bounds_words, capitalised=capitalised
    )
