"""Stories and copies on a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from parley.pages import CopyRow, DiffPage, DiffWords, StoryPage, counted
from parley.pages.words import day_words
from parley.render.listing import list_text
from parley.render.text import clean, dim, heading, safe_lines, short_id

__all__ = ["diff_text", "link_words", "story_text"]

_REMOVED, _ADDED = ("[-", "-]", "red"), ("{+", "+}", "green")


def story_text(page: StoryPage) -> RenderableType:
    """A story with its reports, each with what it shares with the one it has most in common with."""
    story = page.story
    days = " to ".join(dict.fromkeys(day_words(day) for day in (story.first, story.last))) if story.first else "undated"
    kind = "talks" if story.kind == "talks" else "an incident, without a move"
    told = f"{kind}; {counted(story.reports, 'report')}, {story.copies} of them copies; {days}; {short_id(story.id)}"
    return Group(heading(story.name), dim(told), list_text(page))


def diff_text(page: DiffPage) -> RenderableType:
    """Two texts in one: words that only the earlier has in [-red-], those that only the later has in {+green+}."""
    heads = [
        Text(f"{sign} {clean(report.outlet or 'unknown outlet')}, {day_words(report.published)}: {clean(report.title)}")
        for sign, report in (("[-", page.one), ("{+", page.other))
    ]
    text = Text()
    for words in page.words:
        _write(text, words)
    return Group(*heads, dim(link_words(page.link)), "", text)


def link_words(link: CopyRow | None) -> str:
    """How two reports are copies, in words."""
    if link is None:
        return "These two are no copies of one text."
    agency = f"; text of {link.agency}" if link.agency else ""
    changed = f"; {counted(link.changes, 'changed fact')}: {link.changed}" if link.changes else ""
    shares = f"{link.share:.0%} of the first and {link.other_share:.0%} of the second"
    return f"{link.kind.capitalize()}: {shares} in common{agency}{changed}"


def _write(text: Text, words: DiffWords) -> None:
    """Add a piece; the marks stand close around the words, with the white space outside."""
    if words.kind == "same":
        text.append(safe_lines(words.other))
        return
    for said, (before, after, style) in ((words.one, _REMOVED), (words.other, _ADDED)):
        inner = said.strip()
        if inner:
            text.append(f"{before}{safe_lines(inner)}{after}", style=style)
            text.append(" " if not said[len(said.rstrip()) :] else safe_lines(said[len(said.rstrip()) :]))
