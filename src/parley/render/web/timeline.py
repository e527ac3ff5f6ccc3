"""The timeline of a story as HTML: a table by day, and above it a picture of who acted when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import msgspec

from parley.pages import LanesPage, OfStory, Timeline, TimelineRow, counted
from parley.pages.words import day_words
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["timeline_html"]

_LANES = 12  # parties in the picture
_LEVELS = 4  # shades of a square


class _Day(msgspec.Struct, frozen=True):
    """What happened on one day, or in one stretch of days."""

    first: str | None
    words: str
    rows: tuple[TimelineRow, ...]


def timeline_html(page: OfStory[Timeline], frame: Frame) -> str:
    """What happened in a story, the oldest first."""
    story, happened, lanes = page.story, page.page.happened, page.page.lanes
    days = tuple(_days(happened.rows))
    return page_html(
        "timeline",
        frame,
        story=story,
        days=days,
        part=frame.lists.part("part", happened.total, order="newest_last", at="days"),
        lanes=lanes,
        shown=_LANES,
        levels=_levels(lanes),
        picture=_summary(lanes),
        left_out=_left_out(lanes),
        tabs=STORY_TABS,
    )


def _days(rows: Iterable[TimelineRow]) -> Iterator[_Day]:
    for (first, until), told in groupby(rows, key=lambda row: (row.day, row.until)):
        yield _Day(first, _day_words(first, until), tuple(told))


def _day_words(first: str | None, until: str | None) -> str:
    if first is None:
        return "Undated"
    try:
        name = f"{date.fromisoformat(first):%A} "
    except ValueError:  # a month, a year, or a day no calendar has
        name = ""
    return name + day_words(first) + (f" to {day_words(until)}" if until else "")


def _levels(lanes: LanesPage) -> list[list[str]]:
    """The class of each square: how much, from 1 to 4, and whether all of it was planned."""
    peak = max(_LEVELS, *(count for lane in lanes.lanes for count in lane.counts), 0)
    return [
        [_level(count, planned, peak) for count, planned in zip(lane.counts, lane.planned, strict=True)]
        for lane in lanes.lanes[:_LANES]
    ]


def _level(count: int, planned: int, peak: int) -> str:
    if not count:
        return ""
    return "ahead" if count == planned else f"n{-(-_LEVELS * count // peak)}"


def _summary(lanes: LanesPage) -> str:
    """The picture in a sentence."""
    if not lanes.lanes:
        return ""
    most = [f"{lane.party} {sum(lane.counts)}" for lane in lanes.lanes[:3]]
    columns = list(zip(*(lane.counts for lane in lanes.lanes), strict=True))
    busiest = max(range(len(columns)), key=lambda at: (sum(columns[at]), -at))
    when = day_words(lanes.columns[busiest])
    unit = {"day": f"on {when}", "week": f"in the week of {when}"}.get(lanes.unit, f"in the {lanes.unit} from {when}")
    more = counted(len(lanes.lanes), "party", "parties")
    return f"Entries by party, of {more}: {', '.join(most)}. Most {unit}: {sum(columns[busiest])}."


def _left_out(lanes: LanesPage) -> str:
    told = {"earlier": lanes.earlier, "later": lanes.later, "without a day of its own": lanes.without_day}
    words = [f"{count} {what}" for what, count in told.items() if count]
    more = len(lanes.lanes) - _LANES
    return ", ".join([*words, *([counted(more, "more party", "more parties")] if more > 0 else [])])
