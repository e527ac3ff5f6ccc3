"""Where a plain text's own title and byline stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from parley.model import Span
from parley.reading.dates import is_date_line
from parley.reading.words import reading_words

__all__ = ["find_byline", "find_title", "locate_title"]

_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_BYLINE = re.compile(
    r"\s*\**[Bb][Yy]:?\s+(?P<name>[A-Z][\w.'’-]*(?:,?\s+(?:and\s+|&\s*|de\s+|van\s+|von\s+|bin\s+|al-)?[A-Z][\w.'’-]*){1,8})\**\s*$"
)
_MARKED = re.compile(r"\s*(?:#{1,6}\s+(?P<hash>\S.*?)(?:\s+#+)?|(?P<mark>\*\*|__)(?P<bold>\S.*?)(?P=mark))\s*$")
# A picture's credit: "(Ada Moor/Post)", "(Photo: AP)", "Ada Moor/Post"; or a caption with a source in brackets.
_CREDITED = re.compile(r"\([^()]*(?:/|[Pp]hoto)[^()]*\)$|\w{2,} ?/ ?[A-Z][\w ]+$|^.{60,}\([^()]+\)$")
_HEAD_LINES = 8
_MAX_TITLE = 160  # characters; longer first lines are running text
_MIN_CAPITALISED = 0.7


class _Line(msgspec.Struct, frozen=True):
    """One non-blank line: its words without mark-up, where they stand, and what is around them."""

    words: str
    span: Span
    marked: bool
    gap_after: bool
    next_words: str


def find_title(text: str) -> Span | None:
    """The stretch of the title's words when the text opens with one; None when it opens with running text.

    A marked line (`# ...`, `**...**`) goes before a plain one; of several marked lines at the top, the first that ends
    without a full stop, since those with one are standfirsts.
    """
    lines = [line for line in _head(text) if not is_date_line(line.words) and not _BYLINE.match(line.words)]
    marked = _leading_marked(lines)
    if marked:
        return next((line for line in marked if not line.words.endswith(".")), marked[0]).span
    first = lines[0] if lines else None
    return _title_words(first) if first is not None and _looks_like_title(first) else None


def locate_title(text: str, title: str) -> Span | None:
    """Where one of the first lines of `text` is, or begins with, `title`; None when none does."""
    wanted = re.compile(r"\s+".join(map(re.escape, title.split())) + r"(?!\w)", re.IGNORECASE)
    for line in _head(text):
        if match := wanted.match(text, line.span.start):
            return Span(match.start(), match.end())
    return None


def find_byline(text: str) -> str | None:
    """The names of a "By ..." line among the first lines; None when there is none."""
    matches = (_BYLINE.match(line.words) for line in _head(text))
    return next((match["name"] for match in matches if match), None)


def _head(text: str) -> Iterator[_Line]:
    """The first non-blank lines of `text`."""
    at, found = 0, 0
    while at < len(text) and found < _HEAD_LINES:
        line = _LINE.match(text, at)
        end = line.end() if line else len(text)
        after = _BREAK.match(text, end)
        if text[at:end].strip():
            found += 1
            yield _line(text, at, end)
        at = after.end() if after else len(text)


def _line(text: str, start: int, end: int) -> _Line:
    raw = text[start:end]
    marked = _MARKED.match(raw)
    group = ("hash" if marked["hash"] else "bold") if marked else ""
    low, high = marked.span(group) if marked else (len(raw) - len(raw.lstrip()), len(raw.rstrip()))
    following = _BREAK.split(text[end : end + 2 * _MAX_TITLE + 4], maxsplit=3)
    below = following[1].strip() if len(following) > 1 else ""
    return _Line(raw[low:high], Span(start + low, start + high), marked is not None, not below, below)


def _leading_marked(lines: list[_Line]) -> list[_Line]:
    head: list[_Line] = []
    for line in lines:
        if not line.marked or len(line.words) > 2 * _MAX_TITLE:
            break
        head.append(line)
    return head


def _looks_like_title(line: _Line) -> bool:
    words = line.words.split()
    if len(line.words) > _MAX_TITLE or len(words) < 2 or not any(map(str.isalpha, line.words)):
        return False
    if line.words.endswith((":", ";", ",", "-", "…")) or _is_furniture(line.words) or _CREDITED.search(line.words):
        return False
    if line.words.endswith(".") and not line.words.endswith("..."):
        return line.gap_after and len(words) >= 4 and _capitalised(words) >= _MIN_CAPITALISED
    return (line.gap_after or _runs_on(line)) and not line.words.endswith(("”", '."'))


def _runs_on(line: _Line) -> bool:
    """Whether the line below is running text of another style: longer by half, or a sentence, or mixed case below capitals."""
    below = line.next_words
    return (
        len(below) > 1.5 * len(line.words)
        or below.endswith((".", ".”", '."'))
        or (line.words.isupper() and not below.isupper())
    )


def _is_furniture(words: str) -> bool:
    starts = reading_words().titles.furniture_starts
    folded = words.casefold()
    return any(folded.startswith(start) and not folded[len(start) : len(start) + 1].isalpha() for start in starts)


def _capitalised(words: list[str]) -> float:
    long = [word for word in words if len(word) > 3]
    return sum(not word[0].islower() for word in long) / max(len(long), 1)


def _title_words(line: _Line) -> Span:
    """The title without a full stop that some sites print behind it."""
    stop = line.words.endswith(".") and not line.words.endswith("...")
    return Span(line.span.start, line.span.end - stop)
