"""Plain text and Markdown: the text stays as it stands; title, byline and date are found where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Span
from parley.reading.dates import date_in_text, parse_date
from parley.reading.records import Draft, Fault, SourceFile
from parley.reading.titles import find_byline, find_title, locate_title
from parley.reading.words import reading_words

__all__ = ["read_plain"]

_FRONT = re.compile(
    r"\s*---[ \t]*(?:\r\n|\r|\n)(?P<fields>(?:(?!---)[^\r\n]*(?:\r\n|\r|\n)){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)"
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z][\w -]*?)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*$", re.MULTILINE)


def read_plain(file: SourceFile) -> Iterator[Draft | Fault]:
    """The one report of a text or Markdown file; `text` is all of the file, front matter included, so offsets hold."""
    front = _FRONT.match(file.text)
    fields = _fields(front["fields"]) if front else {}
    start = front.end() if front else 0
    body = file.text[start:]
    title, span = _title(file.text, body, start, fields.get("title"))
    stated = parse_date(fields.get("published"))
    dated = stated or date_in_text(body)
    yield Draft(
        file.text,
        title=title,
        title_span=span,
        outlet=fields.get("outlet"),
        byline=fields.get("byline") or find_byline(body),
        published=dated,
        published_basis="metadata" if stated else "text" if dated else "unknown",
        url=fields.get("url"),
        story=fields.get("story"),
    )


def _title(text: str, body: str, start: int, stated: str | None) -> tuple[str | None, Span | None]:
    """The front matter's title and where the body repeats it, else the heading the body opens with."""
    span = locate_title(body, stated) if stated else find_title(body)
    span = span.shift(start) if span else None
    return stated or (span.of(text) if span else None), span


def _fields(lines: str) -> dict[str, str]:
    """The named fields of YAML-style front matter that a report has: one `key: value` a line, quotes removed."""
    names = {name: field for field, names in reading_words().columns.items() if field != "text" for name in names}
    found = {match["key"].casefold().replace(" ", "_"): match["value"] for match in _FIELD.finditer(lines)}
    known = {names[key]: _unquoted(value) for key, value in found.items() if key in names}
    return {field: value for field, value in known.items() if value}


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
