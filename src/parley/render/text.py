"""Pieces of text for a terminal: safe to print, short, with marked words told apart by weight as well as colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from rich.console import Console, ConsoleOptions
from rich.text import Text

from parley.pages import Segment

__all__ = ["Hanging", "clean", "dim", "heading", "marked", "safe_lines", "short_id"]

# Control characters of a report could steer the terminal it is printed on; so could marks that turn the direction.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ID_DIGITS = 8
_STYLES = {
    "trigger": "bold yellow",
    "match": "bold yellow",
    "source": "bold cyan",
    "cue": "underline",
    "number": "bold green",
    "term": "green",
    "time": "magenta",
    "place": "blue",
    "actor": "cyan",
}


def clean(words: str | None) -> str:
    """The words on one line without anything that steers a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join((words or "").split()))


def safe_lines(words: str, *, after: str = "") -> str:
    """The words with their line breaks, of whatever kind, and nothing that steers a terminal; `after` follows them."""
    whole = words[:-1] if words.endswith("\r") and after == "\n" else words
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", whole.replace("\r\n", "\n").replace("\r", "\n"))


def short_id(claim_id: str) -> str:
    """Enough of an id to ask for it by."""
    return claim_id.rpartition("-")[2][:_ID_DIGITS]


def dim(words: str | None) -> Text:
    """Words that matter less."""
    return Text(clean(words), style="dim")


def heading(words: str) -> Text:
    """A heading on a line of its own."""
    return Text(clean(words), style="bold")


class Hanging(msgspec.Struct, frozen=True):
    """A `line` of which what has no room stands below it, set in by so many columns (`by`)."""

    line: Text
    by: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines it takes."""
        first, *others = self.line.wrap(console, options.max_width) or [Text()]
        yield first
        if others:
            rest = self.line[len(first.plain) :]
            rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
            for line in rest.wrap(console, max(options.max_width - self.by, 1)):
                yield Text(" " * self.by) + line


def marked(segments: Iterable[Segment]) -> Text:
    """Segments as one paragraph; the words that make a claim, or match a search, stand in ‹angle marks› as well."""
    text = Text()
    inside = False
    for segment in segments:
        marks = set(segment.marks)
        strong = bool(marks & {"trigger", "match"})
        if strong != inside:
            text.append("‹" if strong else "›")
        inside = strong
        style = " ".join(_STYLES[mark] for mark in _STYLES if mark in marks)
        text.append(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"\s+", " ", segment.text)), style=style or None)
    if inside:
        text.append("›")
    return text
