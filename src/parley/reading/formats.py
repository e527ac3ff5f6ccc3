"""Which reader reads which file: told by content first, by suffix second."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from parley.reading.nexis import looks_like_nexis, read_nexis
from parley.reading.page import looks_like_page, read_page
from parley.reading.plain import read_plain
from parley.reading.records import Draft, Fault, SourceFile
from parley.reading.tables import guess_delimiter, header_columns, read_csv, read_jsonl

__all__ = ["DOCUMENT_SUFFIXES", "REPORT_SUFFIXES", "Format", "tell_format"]

Reader = Callable[[SourceFile], Iterator[Draft | Fault]]


class Format(msgspec.Struct, frozen=True):
    """A family of files: `sniff` tells it by content, `several` marks files of more than one report."""

    name: str
    read: Reader
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool]
    several: bool = False


def _first_line(text: str) -> str:
    return re.split(r"\r\n|\r|\n", text.lstrip(), maxsplit=1)[0]


def _is_jsonl(text: str) -> bool:
    first = _first_line(text)
    try:
        record = msgspec.json.decode(first) if first.startswith("{") else None
    except (msgspec.DecodeError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in header_columns(record)


def _is_csv(text: str) -> bool:
    """A heading of several short names, one of which is the text's and another a report field's."""
    first = _first_line(text)
    cells = [cell.strip(" \"'") for cell in first.split(guess_delimiter(first))]
    places = header_columns(cells)
    return "text" in places and len(places) > 1 and all(re.fullmatch(r"\w[\w -]{0,30}", cell) for cell in cells)


def _never(text: str) -> bool:
    return False


def _is_markdown(text: str) -> bool:
    return re.match(r"\s*#\s+\S", text) is not None


# In the order of trying; plain text reads what nothing else claims.
_FORMATS = (
    Format("nexis", read_nexis, (), looks_like_nexis, several=True),
    Format("html", read_page, (".html", ".htm", ".xhtml"), looks_like_page),
    Format("jsonl", read_jsonl, (".jsonl", ".ndjson"), _is_jsonl, several=True),
    Format("csv", read_csv, (".csv", ".tsv"), _is_csv, several=True),
    Format("markdown", read_plain, (".md", ".markdown"), _is_markdown),
    Format("text", read_plain, (".txt", ".text"), _never),
)
REPORT_SUFFIXES = frozenset(suffix for form in _FORMATS for suffix in form.suffixes)
# Documents that may well be reports but are in no format read here: said so, not passed over.
DOCUMENT_SUFFIXES = frozenset((".pdf", ".doc", ".docx", ".rtf", ".odt"))
_STRUCTURED = re.compile(r"\s*(?:<\?xml\b|<(?:rss|feed|nitf|newsml)\b)", re.IGNORECASE)


def tell_format(text: str, suffix: str) -> Format | Fault:
    """The format of a file whose characters begin with `text`; a `Fault` of code unknown_format when none reads it."""
    told = next((form for form in _FORMATS if form.sniff(text)), None)
    named = next((form for form in _FORMATS if suffix.casefold() in form.suffixes), None)
    if told is None and named is None:
        if _STRUCTURED.match(text):
            return Fault("unknown_format", "is XML of a kind that is not read; give the report as text or HTML")
        if suffix.casefold() == ".json":
            return Fault("unknown_format", "is JSON; give one report a line, as .jsonl with 'text'")
    return told or named or _FORMATS[-1]
