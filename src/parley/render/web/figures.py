"""The figures of a story as HTML: a ladder for each series, with bounds, exact words, and what became of each count."""

from __future__ import annotations

import msgspec

from parley.pages import OfStory, PointRow, SeriesBlock, SeriesPage
from parley.pages.cited import Cited, cited_part
from parley.pages.words import number_words
from parley.render.web.drawing import Drawn, capitalised, drawn_series
from parley.render.web.frame import STORY_TABS, Frame, page_html
from parley.render.web.lists import Parts

__all__ = ["bounds_words", "figures_html"]

_COUNTS = 6  # of a series, the newest; the others are folded away, or
_FOLDED = 12  # where they are more, on a page of their own
_OPEN = 4  # series with chart and counts; of the others what they come to, the rest folded away
_ROWS = 100  # of a series, on one page


class _Ladder(msgspec.Struct, frozen=True):
    """A series on the page: its chart, and the counts shown with their footnotes; `older` are folded away, or on the page
    at the address `more`."""

    block: SeriesBlock
    drawn: Drawn
    part: Parts
    older: tuple[PointRow, ...]
    rows: tuple[PointRow, ...]
    cited: Cited
    more: str | None = None


def figures_html(page: OfStory[SeriesPage], frame: Frame, *, alone: bool = False, one: bool = False) -> str:
    """The series of a story; `alone` where those told by one report are among them, `one` where one was asked for."""
    story, found = page.story, page.page
    alone_address = None if alone or one or not found.alone else frame.links.story(story.id, "figures", alone="yes")
    return page_html(
        "figures",
        frame,
        page=found,
        story=story,
        series=[_ladder(block, frame, story.id, one=one) for block in found.series],
        part=frame.lists.part("part", found.total, at=""),
        most=_OPEN,
        alone=alone,
        one=one,
        alone_address=alone_address,
        all_address=frame.links.story(story.id, "figures") if one else None,
        bounds=bounds_words,
        capitalised=capitalised,
        tabs=STORY_TABS,
    )


def _ladder(block: SeriesBlock, frame: Frame, story: str, *, one: bool) -> _Ladder:
    """A series with its newest counts; with those of a part where it was asked for by itself."""
    rows, drawn = block.rows, drawn_series(block, frame, story=story)
    part = frame.lists.part(block.id, len(rows), most=_ROWS if one else 0, order="newest_last")
    if one:
        return _Ladder(
            block, drawn, part, (), rows[part.first : part.last], cited_part(block.cited, part.first, part.last)
        )
    older = len(rows) - _COUNTS if len(rows) > _COUNTS + 2 else 0
    more = frame.links.story(story, "figures", series=block.id) if older > _FOLDED and frame.lists.path else None
    cited = cited_part(block.cited, older, len(rows)) if more else block.cited
    return _Ladder(block, drawn, part, () if more else rows[:older], rows[older:], cited, more)


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
