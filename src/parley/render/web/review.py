"""The desk of a reviewer, and the log of decisions, as HTML."""

from __future__ import annotations

from typing import get_args

from parley.model.claim import Act, Body, Measure
from parley.pages import JudgementRow, ListPage
from parley.pages.desk import DeskPage
from parley.pages.review import REVIEW_KEYS, reason_words
from parley.pages.words import counted, published_words
from parley.render.web.frame import Frame, page_html

__all__ = ["ADDED_FIELDS", "KINDS", "decisions_html", "review_html"]

KINDS = tuple(str(body.__struct_config__.tag) for body in get_args(Body))
"""The kinds of claims."""
ADDED_FIELDS = (
    ("act", "Act, of a move", get_args(Act)),
    ("measure", "Measure, of a figure", get_args(Measure)),
    ("quantity", "Amount, of a figure", ()),
    ("by", "By whom", ()),
    ("to", "To whom", ()),
    ("speaker", "Speaker, of a quote", ()),
    ("terms", "Terms, as pay: 7 per cent more", ()),
)
"""Fields asked of a claim that is added: name, words, and the values it may take where they are few."""

_NARROWED = ("story", "kind", "party", "sample", "seed")
_DONE = {
    "accept": "Accepted",
    "reject": "Rejected",
    "dispute": "Disputed",
    "correct": "Corrected",
    "add": "Added",
    "note": "Noted",
    "undo": "Undone",
    "later": "Left for later",
}
# Facts that a part of the page of their own shows.
_TOLD_ELSEWHERE = frozenset({"rule", "decided"})


def review_html(page: DeskPage, frame: Frame) -> str:
    """The desk: the claim in hand with what may be done about it, what comes next, and what was not read."""
    item = page.item
    left = f"{page.place:,} of {page.total:,}, {page.left:,} undecided" if item else f"{page.left:,} undecided"
    head = item.claim.report if item else None
    return page_html(
        "review",
        frame,
        page=page,
        item=item,
        facts=[fact for fact in item.claim.facts if fact.label not in _TOLD_ELSEWHERE] if item else (),
        published=published_words(head.published, head.published_basis) if head else "",
        told=f"{_DONE[page.done]}. {left}." if page.done in _DONE else "",
        left=left,
        keys=REVIEW_KEYS,
        asked={name: page.asked.get(name, "") for name in _NARROWED},
        kinds=KINDS,
        added=ADDED_FIELDS,
        reasons=reason_words,
        address=lambda at: frame.links.page("review", **{**page.asked, "at": at}),
        unread=counted(len(page.unread), "sentence"),
    )


def decisions_html(page: ListPage[JudgementRow], frame: Frame) -> str:
    """The log of decisions, each to be undone."""
    return page_html("decisions", frame, page=page, left=page.total - len(page.rows))
