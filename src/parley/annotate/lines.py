"""Lines and paragraphs of a plain text: which lines are one paragraph broken at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

from parley.model import Span

__all__ = ["find_paragraphs"]

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_STOPPED = re.compile(r"[.!?…:][\"”’')\]*]*$")
_LEFT_OFF = re.compile(r"[.!?…:;][\"”’')\]*]*$")
# Lines wider than this were not broken by hand or by a wire machine.
_WIDEST = 120
_NARROWEST = 40
# A line this much short of the width may still have been broken there: hyphens, markers, odd words.
_SLACK = 3


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text` in order, without white space around them.

    A line is a paragraph of its own unless the text is hard-wrapped: then lines belong together as long as the next
    line's first word would not have fitted on the line before, no blank line lies between, and none is indented further.
    A line in small letters always goes on with the long line above that broke off in mid-sentence.
    """
    lines = [span for m in _LINE.finditer(text) if (span := _trimmed(m)) is not None]
    width = _wrapped_width(text, lines)
    found: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last is not None and (
            _goes_on(text, found[-1], last, line) or (width is not None and _continues(text, last, line, width))
        ):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return found


def _trimmed(match: re.Match[str]) -> Span | None:
    line = match[0]
    bare = line.strip()
    if not bare:
        return None
    start = match.start() + len(line) - len(line.lstrip())
    return Span(start, start + len(bare))


def _wrapped_width(text: str, lines: list[Span]) -> int | None:
    """The width at which the lines of `text` are broken, None when they are not broken at any."""
    lengths = sorted(len(line) for line in lines)
    if len(lines) < 3 or lengths[-1 - len(lengths) // 20] > _WIDEST:
        return None
    width = max(length for length in lengths if length <= _WIDEST)
    if width < _NARROWEST:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    broken = [(a, b) for a, b in pairs if _fills(text, a, b, width)]
    running = sum(not _STOPPED.search(a.of(text)) for a, _ in broken)
    # In wrapped text most lines that others follow fill the width, and most of those stop in mid-sentence.
    return width if running >= 2 and 2 * running >= len(broken) and 2 * len(broken) >= len(pairs) else None


def _adjacent(text: str, first: Span, second: Span) -> bool:
    """Whether no blank line lies between two lines."""
    between = text[first.end : second.start].replace("\r\n", "\n")
    return sum(between.count(c) for c in "\r\n\v\f\x85\u2028\u2029") == 1


def _fills(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width - _SLACK


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    if not _adjacent(text, line, following):
        return False
    indent = _indent(text, following) - _indent(text, line)
    return indent <= 0 and _fills(text, line, following, width)


def _goes_on(text: str, paragraph: Span, line: Span, following: Span) -> bool:
    """Whether the following line completes the sentence of a paragraph that its last line leaves open."""
    if len(line) < _NARROWEST or not text[following.start].islower() or text[paragraph.start].islower():
        return False
    return _adjacent(text, line, following) and not _LEFT_OFF.search(line.of(text))


def _indent(text: str, line: Span) -> int:
    start = line.start
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    return line.start - start
