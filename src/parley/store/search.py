"""Full-text search: which reports, and where in their text."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, text
from sqlalchemy.exc import OperationalError

from parley.model import Report, Span
from parley.store import rows
from parley.store.errors import StoreError

__all__ = ["EmptyQueryError", "Hit", "search"]

_SNIPPET = 240  # code points
_BEFORE = 60  # of them before the first match
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # characters for private use

# Texts are read of those that are shown alone: many more may match.
_MATCHING = """
SELECT report.* FROM (
SELECT report.seq AS seq, report_words.rank AS rank FROM report_words JOIN report ON report.seq = report_words.rowid
WHERE report_words MATCH :query
AND (:outlet IS NULL OR casefold(report.outlet) = casefold(:outlet))
AND (:since IS NULL OR substr(report.published, 1, 10) >= :since)
AND (:until IS NULL OR substr(report.published, 1, 10) <= :until)
AND (:story IS NULL OR EXISTS (
    SELECT 1 FROM observation WHERE report_id = report.id AND casefold(story) = casefold(:story)))
ORDER BY report_words.rank, report.published, report.id LIMIT :limit
) found JOIN report ON report.seq = found.seq ORDER BY found.rank, report.published, report.id
"""
_MARKED = """
SELECT rowid, highlight(report_words, 1, :before, :after) FROM report_words
WHERE report_words MATCH :query AND rowid IN (SELECT value FROM json_each(:places))
"""


class EmptyQueryError(StoreError):
    """There is nothing to search for."""

    def __init__(self, query: str) -> None:
        """`query` is what was given."""
        super().__init__(f"the search '{query}' holds no word; give at least one word or a \"phrase in quotes\"")


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A report that was found: `matches` are the words in its text, `snippet` the stretch around the first of them.

    Without `matches` the words stand in the title only, and the snippet is how the text begins.
    """

    report: Report
    snippet: Span
    matches: tuple[Span, ...]


def search(connection: Connection, query: str, *, filters: Mapping[str, str | None], limit: int) -> tuple[Hit, ...]:
    """The best `limit` reports; `filters` are outlet, story, since and until. Raises EmptyQueryError."""
    if not re.search(r"\w", query):
        raise EmptyQueryError(query)
    values = {**filters, "limit": limit}
    try:
        found, used = _matching(connection, query, values), query
    except OperationalError as error:
        # A query with a hyphen, a full stop or a lone quote is no mistake of the reader's: search its words.
        if not _is_syntax(error):
            raise
        used = _plain(query)
        found = _matching(connection, used, values)
    marks = _unused([row.text for row in found])
    values = {"before": marks[0], "after": marks[1], "query": used, "places": rows.as_json([row.seq for row in found])}
    marked = {row[0]: row[1] for row in connection.execute(text(_MARKED), values)}
    return tuple(_hit(rows.report_record(row), marked[row.seq], *marks) for row in found)


def _matching(connection: Connection, query: str, values: Mapping[str, object]) -> Sequence[Row[Any]]:
    return connection.execute(text(_MATCHING), {**values, "query": query}).all()


def _is_syntax(error: OperationalError) -> bool:
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def _plain(query: str) -> str:
    """Each word of the query as a phrase of its own, whatever signs it holds."""
    words = (word.replace('"', "") for word in query.split())
    return " ".join(f'"{word}"' for word in words if re.search(r"\w", word))


def _hit(report: Report, marked: str, before: str, after: str) -> Hit:
    matches = tuple(_matches(marked, before, after)) if _unmarked(marked, before, after) == report.text else ()
    return Hit(report, _snippet(report.text, matches), matches)


def _unused(texts: Sequence[str]) -> tuple[str, str]:
    """Two characters for private use that no text holds, to mark matches with."""
    used = {sign for text in texts if not text.isascii() for sign in _PRIVATE.findall(text)}
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in used)
    return next(free), next(free)


def _unmarked(marked: str, before: str, after: str) -> str:
    return marked.replace(before, "").replace(after, "")


def _matches(marked: str, before: str, after: str) -> Iterator[Span]:
    for number, piece in enumerate(re.finditer(f"{before}([^{after}]*){after}", marked)):
        start = piece.start() - 2 * number
        yield Span(start, start + len(piece[1]))


def _snippet(text: str, matches: tuple[Span, ...]) -> Span:
    """A stretch of whole words around the first match."""
    first = matches[0] if matches else Span(0, 0)
    start = max(0, first.start - _BEFORE)
    end = min(len(text), max(start + _SNIPPET, first.end))
    if start > 0 and (space := text.find(" ", start, first.start)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", first.end, end)) >= 0:
        end = space
    return Span(start, end)
