"""The talks of a story as HTML: what was asked and offered on each scale, rounds, deals; and what was put forward."""

from __future__ import annotations

from parley.pages import OfStory, ProposalRow, StoryProposals, StoryTalks
from parley.render.web.deal_parts import deal_parts, told_together
from parley.render.web.drawing import capitalised, drawn_scale
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["proposals_html", "talks_html"]

# Of each list, on one page.
_MOST = {
    "points": 40,
    "scales": 8,
    "deals": 8,
    "evidence": 12,
    "versions": 8,
    "proposals": 20,
    "lines": 60,
}


def talks_html(page: OfStory[StoryTalks], frame: Frame, *, deal: str | None = None) -> str:
    """The thread of a story's talks; of a long list of deals the part that holds `deal` (an id)."""
    story, talks = page.story, page.page
    scales = [
        (scale, drawn_scale(scale, frame, story=story.id, number=number))
        for number, scale in enumerate(talks.scales)
        if len(scale.points) > 1
    ]
    single = [scale for scale in talks.scales if len(scale.points) == 1]
    return page_html(
        "talks",
        frame,
        page=talks,
        story=story,
        scales=scales,
        single=single,
        deal_at=next((at for at, each in enumerate(talks.deals) if each.id == deal), 0),
        capitalised=capitalised,
        deal_parts=deal_parts,
        told_together=told_together,
        most=_MOST,
        tabs=STORY_TABS,
    )


def proposals_html(page: OfStory[StoryProposals], frame: Frame) -> str:
    """What was put forward in a story, first what was told twice, answered or changed in its chief talks."""
    rows = page.page.proposals
    chief = [row for row in rows if _is_told_well(row)]
    numbers = {row.id: number for number, row in enumerate(chief, 1)}
    return page_html(
        "proposals",
        frame,
        story=page.story,
        chief=chief,
        rest=[row for row in rows if row.id not in numbers],
        numbers=numbers,
        most=_MOST,
        tabs=STORY_TABS,
    )


def _is_told_well(row: ProposalRow) -> bool:
    return not row.beside and (not row.single or bool(row.answers) or len(row.versions) > 1)
