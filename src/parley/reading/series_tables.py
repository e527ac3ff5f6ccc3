"""Tables of counts by day, as an authority publishes them: one report whose text is the table, a claim for every count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import get_args

import msgspec

from parley.errors import ParleyError
from parley.lexicon.series import load_series
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    DateRange,
    Evidence,
    Extraction,
    Factuality,
    Figure,
    Mention,
    Observation,
    Quantity,
    Report,
    Source,
    Span,
    new_claim,
    new_report,
)
from parley.model.claim import Measure
from parley.reading.decoding import decode
from parley.reading.records import Fault
from parley.reading.tables import guess_delimiter

__all__ = ["SERIES_READER", "SeriesTable", "SeriesTableError", "TableScope", "read_series"]

SERIES_READER = "series table"
"""The reader that the observation of such a report names: its text is not to be read as a report's."""

_RULE = "import:series-table"
_HOURS_A_DAY = 24
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|[{}\[\]:,]')
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class SeriesTableError(ParleyError):
    """A table of counts that cannot be read."""


class TableScope(msgspec.Struct, frozen=True):
    """What a table does not say itself: the `place` it counts in, the ISO day `since` which its totals count, and whose
    counts they are (`source`)."""

    place: str
    since: str
    source: str


class SeriesTable(msgspec.Struct, frozen=True):
    """A table as a report, with where it was read, a claim of origin import for every count, and the columns not read."""

    report: Report
    observation: Observation
    extraction: Extraction
    left_out: tuple[str, ...]


class _Column(msgspec.Struct, frozen=True):
    """What the numbers of a column count."""

    measure: Measure
    group: str
    cumulative: bool


_Row = tuple[Span, dict[str, Span]]
"""Where a row stands, and where the value of each of its columns does."""


def read_series(path: Path, scope: TableScope, *, story: str | None = None) -> SeriesTable:
    """The counts of a table of days: a JSON array of flat objects, or CSV without line breaks in its cells.

    A column is one of days ("date"), or is named for a measure, with a group and "cum" where it holds totals
    ("killed_children_cum"); others are left out and named. Every claim's evidence is its number, day and row. Raises
    SeriesTableError for a table that holds no counts, OSError for a file that cannot be read.
    """
    data = path.read_bytes()
    text = decode(data)
    if isinstance(text, Fault):
        raise SeriesTableError(f"'{path}' {text.message}")
    rows = _rows(path, text)
    columns = {name: _column(name) for name in dict.fromkeys(name for _, row in rows for name in row)}
    report = new_report(text, title=path.stem)
    claims = [claim for row in rows for claim in _claims(report, row, columns, scope=scope)]
    if not claims:
        raise SeriesTableError(
            f"'{path}' holds no counts by day; it needs a column 'date' and one named for what it counts, as 'killed_cum'"
        )
    seen = Observation(str(path), sha256(data).hexdigest(), SERIES_READER, story=story)
    other = {*load_series().tables.days, *load_series().tables.hours}
    left_out = tuple(name for name, column in columns.items() if column is None and name not in other)
    return SeriesTable(report, seen, Extraction(report.id, tuple({c.id: c for c in claims}.values())), left_out)


def _rows(path: Path, text: str) -> list[_Row]:
    if not text.lstrip().startswith("["):
        return list(_csv_rows(text))
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise SeriesTableError(f"'{path}' is no sound JSON ({error}); mend it, or give the table as CSV") from error
    return list(_json_rows(text))


def _column(name: str) -> _Column | None:
    """What a column of this name counts; None when a part of its name is not known."""
    words = load_series().tables
    parts = re.split(r"[\s_-]+", name.casefold().strip())
    measures = [part for part in parts if part in get_args(Measure)]
    groups = [words.groups[part] for part in parts if part in words.groups]
    if len(measures) != 1 or len(groups) > 1:
        return None
    if any(part not in (*measures, *words.groups, *words.cumulative) for part in parts):
        return None
    measure = next(m for m in get_args(Measure) if m == measures[0])
    return _Column(measure, groups[0] if groups else "people", bool(words.cumulative.intersection(parts)))


def _claims(report: Report, row: _Row, columns: dict[str, _Column | None], *, scope: TableScope) -> Iterator[Claim]:
    where, cells = row
    tables = load_series().tables
    day_at = next((cells[name] for name in tables.days if name in cells), None)
    day = _day(day_at.of(report.text)) if day_at is not None else None
    if day is None or day_at is None:
        return
    hours = next((_number(report.text, cells[name]) for name in tables.hours if name in cells), None)
    for name, at in cells.items():
        column, number = columns[name], _number(report.text, at)
        if column is not None and number is not None:
            amount = Quantity(number, number, unit="persons", verbatim=at.of(report.text).strip('"'))
            figure = _figure(column, amount, day, hours=hours or _HOURS_A_DAY, scope=scope)
            yield _claim(report, figure, where, number_at=at, day_at=day_at, source=scope.source)


def _figure(column: _Column, amount: Quantity, day: date, *, hours: float, scope: TableScope) -> Figure:
    first = day - timedelta(days=max(int(hours // _HOURS_A_DAY) - 1, 0))
    return Figure(
        column.measure,
        amount,
        group=column.group,
        place=scope.place,
        accounting="cumulative" if column.cumulative else "increment",
        since=Date(scope.since) if column.cumulative else None,
        period=None if column.cumulative else DateRange(Date(first.isoformat()), Date(day.isoformat())),
        as_of=Date(day.isoformat()),
        as_of_basis="stated",
        counting_basis="reported",
    )


def _claim(report: Report, figure: Figure, row: Span, *, number_at: Span, day_at: Span, source: str) -> Claim:
    pieces = (
        Evidence("number", number_at.start, number_at.end, number_at.of(report.text)),
        Evidence("time", day_at.start, day_at.end, day_at.of(report.text)),
        Evidence("content", row.start, row.end, row.of(report.text)),
    )
    actor = Actor(source, source)
    return new_claim(
        report.id,
        figure,
        attribution=Attribution((Source(source, "office", actor=actor),)),
        factuality=Factuality(),
        mentions=(Mention(number_at, row, pieces),),
        rule=_RULE,
        origin="import",
    )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip().strip('"')[:10])
    except ValueError:
        return None


def _number(text: str, at: Span) -> float | None:
    words = at.of(text).strip().strip('"').replace(",", "")
    if not _NUMBER.fullmatch(words):
        return None
    return int(words) if words.isdigit() else float(words)


def _json_rows(text: str) -> Iterator[_Row]:
    """The objects of an array, with the places of their own plain values."""
    depth, start, key, cells = 0, 0, "", dict[str, Span]()
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in "{[":
            depth += 1
            if depth == 2:
                start, cells = found.start(), {}
        elif token in "}]":
            depth, key = depth - 1, ""
            if depth == 1 and token == "}":
                yield Span(start, found.end()), cells
        elif depth == 2 and token not in ":,":
            key = _placed(cells, key, found)


def _placed(cells: dict[str, Span], key: str, found: re.Match[str]) -> str:
    """Note a value under its key, or the key for the value that comes; gives back the key still open."""
    if not key and found[0].startswith('"'):
        return found[0].strip('"')
    if key:
        cells[key] = Span(found.start(), found.end())
    return ""


def _csv_rows(text: str) -> Iterator[_Row]:
    delimiter = guess_delimiter(text)
    header: list[str] | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        spans = _cells(line.rstrip("\r\n"), at, delimiter)
        if header is None:
            header = [span.of(text).strip(' "') for span in spans]
        elif len(spans) == len(header):
            yield Span(at, at + len(line.rstrip("\r\n"))), dict(zip(header, spans, strict=True))
        at += len(line)


def _cells(line: str, at: int, delimiter: str) -> list[Span]:
    cell = re.compile(rf'("(?:[^"]|"")*"|[^{re.escape(delimiter)}]*)(?:{re.escape(delimiter)}|$)')
    found = [Span(at + m.start(1), at + m.end(1)) for m in cell.finditer(line)]
    return found[:-1] if len(found) > 1 and not len(found[-1]) and not line.endswith(delimiter) else found
