"""Marks at the beginning of lines: the times of a live blog's entries, who speaks or asks in an interview, and the
headings of a round-up's stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from parley.model import Span

__all__ = ["LineMark", "find_line_marks"]

_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    r"(?: ?(?:GMT|UTC|BST|CES?T|E[SD]?T|IST|local time|hrs|hours|h)\b)?(?P<rest>\s*(?:$|[-–—:|]\s*|\s(?=[\"“'‘A-Z])))"
)
_ASKING = re.compile(r"(?:Q|Question|Interviewer)\s*[.:]\s+(?=\S)", re.IGNORECASE)
_ANSWERING = re.compile(r"(?:A|Answer)\s*[.:]\s+(?=\S)", re.IGNORECASE)
_CAPITALS = re.compile(r"(?P<name>(?:[A-Z][A-Z.'’-]+ ?){1,4}):\s+(?=\S)")
_NAME = re.compile(r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s+(?=\S)")
# A clock time may begin a line by chance; a running account has several.
_FEWEST_ENTRIES = 3
_FEWEST_STORIES = 3


class LineMark(msgspec.Struct, frozen=True):
    """What a line begins with: `span` is the mark without what sets it off, `end` where the line's own words begin.

    An `entry` gives its time as `HH:MM` in `value`; a `speaker` mark names who speaks the line; `question` and `answer`
    marks (Q, A) name nobody; a `heading` begins another story.
    """

    kind: str
    span: Span
    end: int
    value: str | None = None


def find_line_marks(text: str, lines: Iterable[Span]) -> dict[int, LineMark]:
    """The marks of `lines` by where each begins."""
    lines = list(lines)
    entries = [m for line in lines if (m := _entry(text, line)) is not None]
    asked = [m for line in lines if (m := _label(text, line, _ASKING, "question")) is not None]
    marks = [*(entries if len(entries) >= _FEWEST_ENTRIES else ()), *asked]
    if asked:
        marks += [m for line in lines if (m := _label(text, line, _ANSWERING, "answer")) is not None]
    marks += _named(text, lines, interview=bool(asked))
    return {mark.span.start: mark for mark in reversed(marks)}


def _entry(text: str, line: Span) -> LineMark | None:
    match = _TIME.match(text, line.start, line.end)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    span = Span(line.start, match.start("rest"))
    return LineMark("entry", span, match.end(), f"{hour:02d}:{match['minute']}")


def _label(text: str, line: Span, pattern: re.Pattern[str], kind: str) -> LineMark | None:
    match = pattern.match(text, line.start, line.end)
    return LineMark(kind, Span(line.start, line.start + 1), match.end()) if match else None


def _named(text: str, lines: list[Span], *, interview: bool) -> list[LineMark]:
    """Names before a colon: in capitals, or in an interview the same name before several lines.

    Somebody who speaks does so again; names in capitals of which none comes back head the stories of a round-up.
    """
    found = [m for line in lines if (m := _CAPITALS.match(text, line.start, line.end))]
    again = len({m["name"] for m in found}) < len(found)
    headings = not interview and not again and len(found) >= _FEWEST_STORIES
    if interview:
        named = [m for line in lines if (m := _NAME.match(text, line.start, line.end))]
        often = Counter(m["name"] for m in named)
        found += [m for m in named if often[m["name"]] > 1]
    kind = "heading" if headings else "speaker"
    return [LineMark(kind, Span(*m.span("name")), m.end(), m["name"].strip()) for m in found]
