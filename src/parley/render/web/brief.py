"""What is particular to a copy to hand on: its first page, the one file that holds it, and the frame of a file in a folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec
from markupsafe import Markup

from parley.pages import ChangeRow, ListPage, StoryHead
from parley.pages.home import LatestPosition
from parley.render.environment import static_file, template
from parley.render.web.frame import STORY_TABS, Frame, page_html

__all__ = ["BRIEF_STYLES", "InBrief", "PaperPart", "Words", "brief_file_html", "brief_home_html", "brief_leaf_html"]

BRIEF_STYLES = ("parley.css", "page.css", "story.css", "brief.css")
"""The style sheets of a copy, in order."""


class PaperPart(msgspec.Struct, frozen=True):
    """A page that stands in the one file itself: the place it is reached at, its name, and its HTML."""

    place: str
    name: str
    html: str


class Words(msgspec.Struct, frozen=True):
    """The words of a claim as they stand in the one file itself: its place, what it says, the quote, on whose word, when."""

    place: str
    words: str
    quote: str
    chain: str
    published: str | None


class InBrief(msgspec.Struct, frozen=True):
    """A story on the first page, with its newest positions."""

    head: StoryHead
    latest: tuple[LatestPosition, ...]


def brief_home_html(provenance: Any, stories: Sequence[InBrief], changes: ListPage[ChangeRow], frame: Frame) -> str:
    """The first page of a copy: its stories, what moved since the day asked for, and where it comes from."""
    return page_html("brief_home", frame, made=provenance, stories=stories, changes=changes, tabs=STORY_TABS)


def brief_file_html(
    title: str, paper: Sequence[PaperPart], words: Sequence[Words], *, packed: str, printed: str, foot: str
) -> str:
    """One file that holds a copy: `paper` and `words` can be read as they stand, `packed` holds all other pages.

    `printed` is the place of the page that is printed with the first; every printed page has `foot` at its foot.
    """
    margin = f'@page {{ @bottom-left {{ content: "{_in_style(foot)}"; font: 7pt system-ui, sans-serif; }} }}'
    style = "\n".join((*map(static_file, BRIEF_STYLES), margin))
    script, early = static_file("brief.js") + static_file("copy.js"), static_file("brief_early.js")
    return template("web/brief.html.j2").render(
        title=title,
        paper=[(part, Markup(part.html)) for part in paper],
        words=words,
        printed=printed,
        packed=Markup(packed),
        style=Markup(style),
        script=Markup(script),
        early=Markup(early),
        allowed={"style": _hash(style), "script": _hash(script), "early": _hash(early)},
    )


def brief_leaf_html(title: str, html: str, frame: Frame, *, root: str) -> str:
    """A file of a folder: a page in its frame; `root` leads to the folder."""
    return template("web/brief_leaf.html.j2").render(
        title=title, html=Markup(html), home=frame.links.home(), root=root, styles=BRIEF_STYLES
    )


def _in_style(words: str) -> str:
    """Words as the content of a string of a style sheet, whatever characters they have."""
    return "".join(each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in words)


def _hash(content: str) -> Markup:
    """What a browser is to allow."""
    return Markup(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")
