"""The figures of a story as HTML: a ladder for each series, with bounds, exact words, and what became of each count."""

from __future__ import annotations

from parley.pages import OfStory, PointRow, SeriesPage
from parley.pages.words import number_words
from parley.render.web.drawing import capitalised, drawn_series
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["bounds_words", "figures_html"]

_COUNTS = 12  # of a series, the newest; the others are folded away


def figures_html(page: OfStory[SeriesPage], frame: Frame, *, alone: bool = False) -> str:
    """The series of a story; `alone` where those told by one report are among them."""
    story, found = page.story, page.page
    left = found.total - len(found.series)
    return page_html(
        "figures",
        frame,
        page=found,
        story=story,
        series=[(block, drawn_series(block, frame, story=story.id)) for block in found.series],
        left=left,
        most=_COUNTS,
        more=frame.links.story(story.id, "figures", all="yes", alone="yes" if alone else None) if left else None,
        alone=alone,
        alone_address=None if alone or not found.alone else frame.links.story(story.id, "figures", alone="yes"),
        bounds=bounds_words,
        capitalised=capitalised,
        tabs=STORY_TABS,
    )


def bounds_words(row: PointRow) -> str:
    """The bounds of a count: "62", "40 or more", "more than 40", "24 to 99", "fewer than 100"."""
    lower, upper = row.lower, row.upper
    about = "about " if row.approximate else ""
    if lower is None and upper is None:
        return "not told"
    if lower is not None and lower == upper:
        return about + number_words(lower)
    if upper is None and lower is not None:
        return f"{about}more than {number_words(lower)}" if row.lower_open else f"{about}{number_words(lower)} or more"
    if lower in (None, 0) and upper is not None:
        return f"{about}fewer than {number_words(upper)}" if row.upper_open else f"{about}up to {number_words(upper)}"
    low, high = f"{'>' * row.lower_open}{number_words(lower or 0)}", f"{'<' * row.upper_open}{number_words(upper or 0)}"
    return f"{about}{low} to {high}"
