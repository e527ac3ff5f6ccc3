"""Pieces of a page that its text was run together with: counters behind links, datelines, lists of other reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from parley.model import Span

__all__ = ["behind_counters", "find_agency_lines", "find_trailers"]

# The series a report belongs to, with its size, and how often it was shared.
_COUNTERS = re.compile(
    r"(?:\s*Topic\s+[^().!?\n]{3,100}\(\d{1,6}\))?(?:\s+\d{1,7}(?=\s+(?:\d{1,7}\s|[A-Z\"“]))){0,4}(?=\s+[A-Z\"“])"
)
# How often a report was answered, before the list of others of its kind ("... 25 Related Harbour reopens").
_TRAILER = re.compile(r"(?:\.{3}|…)\s+\d{1,6}\s+(?:Topic|Related|Tags)\s+(?=[A-Z])[^\r\n]*")
# A dateline with its agency in the middle of a paragraph ("… he said. LORNE (Reuters) The port …").
_DATELINE = re.compile(r"(?<=[.!?\"”] )[A-Z]{3,}(?: [A-Z]{2,})? \(([A-Z][\w ]{1,20})\)(?: [-–—])?(?= [A-Z\"“])")


def behind_counters(text: str, end: int) -> int:
    """The end of a phrase with the counters behind it ("Get short URL Topic Harbour strikes (181) 0 25 The dockers …")."""
    match = _COUNTERS.match(text, end, end + 220)
    return match.end() if match is not None else end


def find_trailers(text: str) -> Iterator[Span]:
    """The lists of other reports behind a report's last words."""
    yield from (Span(*match.span()) for match in _TRAILER.finditer(text))


def find_agency_lines(text: str, agencies: Collection[str]) -> Iterator[Span]:
    """Datelines inside a paragraph that name one of `agencies`, in lower case."""
    yield from (Span(*match.span()) for match in _DATELINE.finditer(text) if match[1].lower() in agencies)
