"""What surrounds a page: where it belongs, the way to the others, and whether one can decide on it."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.render.environment import template
from parley.render.web.links import Links
from parley.render.web.lists import WHOLE_LISTS, Lists

__all__ = ["NAVIGATION", "STORY_TABS", "Frame", "Tab", "page_html"]


class Tab(msgspec.Struct, frozen=True):
    """A page of a story: its name in addresses, and on the page."""

    name: str
    words: str


STORY_TABS = (
    Tab("", "Board"),
    Tab("talks", "Talks"),
    Tab("proposals", "Proposals"),
    Tab("timeline", "Timeline"),
    Tab("figures", "Figures"),
    Tab("disagreements", "Disagreements"),
    Tab("actors", "Actors"),
    Tab("sources", "Sources"),
    Tab("reports", "Reports"),
)
"""The pages of a story, in the order they are shown."""


NAVIGATION = (
    Tab("", "Home"),
    Tab("stories", "Stories"),
    Tab("search", "Search"),
    Tab("claim-check", "Check a claim"),
    Tab("problems", "Problems"),
)
"""The entries of the main navigation."""

_DECISIONS, _REVIEW = Tab("decisions", "Decisions"), Tab("review", "Review")


class Frame(msgspec.Struct, frozen=True):
    """What surrounds a page.

    `place` is the entry of the main navigation the page belongs to, `state` names the state of the record. `live` says
    whether a server answers, so that forms work (not so in a published copy), `decides` whether people may decide here.
    A page that is not `whole` is the part between the navigation and the foot alone. `twins` are the addresses of the
    same page by form (json, csv). `lists` says which parts of its lists are shown.
    """

    links: Links
    record: str
    place: str | None = None
    live: bool = False
    decides: bool = False
    state: str = ""
    whole: bool = True
    twins: tuple[tuple[str, str], ...] = ()
    lists: Lists = WHOLE_LISTS


def page_html(name: str, frame: Frame, **values: Any) -> str:
    """A page from the template of this name, in its frame or, of a frame that is not whole, by itself."""
    outer = template("web/whole.html.j2" if frame.whole else "web/part.html.j2")
    return template(f"web/{name}.html.j2").render(
        outer=outer, frame=frame, links=frame.links, navigation=_navigation(frame), **values
    )


def _navigation(frame: Frame) -> tuple[Tab, ...]:
    """The main entries; of a served record also the log of decisions, and the review where one may decide."""
    return (*NAVIGATION, *([_REVIEW] if frame.decides else []), *([_DECISIONS] if frame.live else []))
