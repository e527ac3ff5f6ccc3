"""A claim as HTML: its words in context, whose word it is, why it was read, and what was decided about it."""

from __future__ import annotations

from parley.pages import ClaimInFull
from parley.pages.words import published_words
from parley.render.web.frame import Frame, page_html

__all__ = ["claim_html"]

_MOST = 60  # tellings, and others it stands to, on one page
# Facts that a part of the page of their own shows.
_TOLD_ELSEWHERE = frozenset({"on the word of", "rule", "decided", "was read as"})


def claim_html(found: ClaimInFull, frame: Frame) -> str:
    """A claim with all that bears on it."""
    page = found.page
    roles = sorted({mark for mention in page.mentions for segment in mention.segments for mark in segment.marks})
    return page_html(
        "claim",
        frame,
        found=found,
        most=_MOST,
        page=page,
        facts=[fact for fact in page.facts if fact.label not in _TOLD_ELSEWHERE],
        roles=[role for role in roles if role != "trigger"],
        published=published_words(page.report.published, page.report.published_basis),
    )
