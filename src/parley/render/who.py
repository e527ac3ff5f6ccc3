"""Who is who on a terminal: a table for each story, and what is left for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import WhoPage, WhoRow, WhoStory, counted
from parley.render.text import clean, dim, heading

__all__ = ["who_text"]


def who_text(page: WhoPage) -> RenderableType:
    """The actors of each story, with the names they go by."""
    if not page.stories:
        return Text("No reports are in the record yet; add some with `parley add`.")
    return Group(*(part for story in page.stories for part in _story(story)))


def _story(story: WhoStory) -> Iterator[RenderableType]:
    yield heading(f"{story.story}: {counted(story.total, 'actor')}")
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    for title, ratio in (("actor", 4), ("kind", None), ("also called", 4), ("acts for", 3), ("role", None)):
        table.add_column(title, ratio=ratio, no_wrap=ratio is None, overflow="fold")
    table.add_column("reports", no_wrap=True, justify="right")
    for row in story.actors:
        table.add_row(
            *(clean(words) for words in (row.name, row.kind, _names(row), row.acts_for, row.role)), str(row.reports)
        )
    yield table
    if left := story.total - len(story.actors):
        yield dim(f"{left} more (with --limit)")
    for each in story.suggestions:
        words = f"{each.one} and {each.other} may be one: {each.reason}"
        yield Text(clean(f"{words} (parley decide same|different|unsure)"))
    yield Text("")


def _names(row: WhoRow) -> str:
    return ", ".join(row.names)
