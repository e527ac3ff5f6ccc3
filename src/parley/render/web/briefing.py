"""The briefing: what a copy prints of its stories, each on about two pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from parley.pages import ScaleRow
from parley.pages.briefing import Briefing
from parley.render.web.drawing import Drawn, capitalised, drawn_scale
from parley.render.web.figures import bounds_words
from parley.render.web.frame import Frame, page_html

__all__ = ["briefing_html"]

_KINDS = {"contradiction": "contradiction", "correction": "correction", "denies": "denial"}


class _Story(msgspec.Struct, frozen=True):
    """A story of the briefing with its charts, and the cells of its board by issue and party."""

    page: Briefing
    charts: tuple[tuple[ScaleRow, Drawn], ...]
    cells: dict[tuple[str, str], Any]


def briefing_html(made: Any, stories: Sequence[Briefing], others: Sequence[Any], frame: Frame) -> Markup:
    """The briefing on some stories; `others` are stories in brief (see `InBrief`), `made` is where the copy comes from."""
    shown = [_story(page, frame) for page in stories]
    values = {"made": made, "stories": shown, "others": others, "words": _KINDS}
    return Markup(page_html("briefing", frame, capitalised=capitalised, bounds=bounds_words, **values))


def _story(page: Briefing, frame: Frame) -> _Story:
    charts = tuple(
        (scale, drawn_scale(scale, frame, story=page.story.id, number=number))
        for number, scale in enumerate(page.scales.rows)
    )
    return _Story(page, charts, {(row.issue, cell.party): cell for row in page.rows for cell in row.cells})
