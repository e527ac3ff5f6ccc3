"""Charts on a page: drawn in it, or fetched by it when it is looked at; always with a sentence that says what they show."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import msgspec
from markupsafe import Markup

from parley.pages import ScaleRow, SeriesBlock, StoryHead
from parley.render.charts import (
    ChartError,
    Key,
    is_drawn,
    is_series_drawn,
    keys_of,
    picture,
    scale_chart,
    scale_summary,
    series_chart,
    series_summary,
)
from parley.render.charts.blocks import series_picture
from parley.render.talks import scale_picture
from parley.render.web.frame import Frame, page_html

__all__ = [
    "ChartPage",
    "Drawn",
    "capitalised",
    "chart_html",
    "drawn_scale",
    "drawn_series",
    "scale_page",
    "series_chart_page",
]

_KEPT = 256  # drawings
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


class ChartPage(msgspec.Struct, frozen=True):
    """A chart by itself: a sentence that says what it shows, a Vega-Lite 5 specification that draws it, and the same drawn
    in block characters (`blocks`; empty where there is nothing to see)."""

    title: str
    summary: str
    spec: dict[str, Any]
    blocks: str


class Drawn(msgspec.Struct, frozen=True):
    """A chart as it stands on a page: drawn (`svg`, with its `keys`), at an `address` to be fetched from, or in
    `blocks`, for what it would `need`."""

    title: str
    summary: str
    svg: Markup | None = None
    keys: tuple[Key, ...] = ()
    address: str | None = None
    need: str = ""
    blocks: str = ""


def scale_page(scale: ScaleRow) -> ChartPage:
    """The chart of what was asked and offered on one scale."""
    return ChartPage(
        capitalised(scale.title), scale_summary(scale), scale_chart(scale, "page"), scale_picture(scale.points)
    )


def series_chart_page(block: SeriesBlock) -> ChartPage:
    """The chart of a series of figures."""
    return ChartPage(
        capitalised(block.title), series_summary(block), series_chart(block, "page"), series_picture(block)
    )


def drawn_scale(scale: ScaleRow, frame: Frame, *, story: str, number: int) -> Drawn:
    """The chart of the scale with this number on the page of the story's (id) talks."""
    address = frame.links.chart(story, f"scale-{number}")
    return _drawn(
        partial(scale_page, scale),
        Drawn(capitalised(scale.title), scale_summary(scale), address=address),
        drawn=is_drawn(scale),
    )


def drawn_series(block: SeriesBlock, frame: Frame, *, story: str) -> Drawn:
    """The chart of a series on the page of the story's (id) figures."""
    address = frame.links.chart(story, block.id)
    return _drawn(
        partial(series_chart_page, block),
        Drawn(capitalised(block.title), series_summary(block), address=address),
        drawn=is_series_drawn(block),
    )


def chart_html(page: ChartPage, frame: Frame, *, story: StoryHead, tab: str) -> str:
    """A chart as a page of its own."""
    svg, need = _svg(page)
    drawn = Drawn(page.title, page.summary, svg, keys_of(page.spec), need=need, blocks=page.blocks)
    return page_html("chart", frame, drawn=drawn, story=story, back=frame.links.story(story.id, tab))


def capitalised(words: str) -> str:
    """The words with a capital to begin with; the rest as it is."""
    return words[:1].upper() + words[1:]


def _drawn(made: Callable[[], ChartPage], chart: Drawn, *, drawn: bool) -> Drawn:
    """Fetched where there is an address to fetch it from, else drawn in place; neither where there is nothing to see."""
    if not drawn:
        return msgspec.structs.replace(chart, address=None)
    if chart.address is not None:
        return chart
    page = made()
    svg, need = _svg(page)
    return msgspec.structs.replace(chart, svg=svg, keys=keys_of(page.spec), need=need, blocks=page.blocks)


def _svg(page: ChartPage) -> tuple[Markup | None, str]:
    """The drawing, or the sentence that says what is needed for it."""
    try:
        return Markup(_picture(msgspec.json.encode(page.spec))), ""
    except ChartError as error:
        return None, str(error)


@lru_cache(maxsize=_KEPT)
def _picture(spec: bytes) -> str:
    drawn = picture(msgspec.json.decode(spec), "svg").decode()
    return _ROLES.sub("", drawn)  # the drawing as a whole has a name where it stands; its parts have none
