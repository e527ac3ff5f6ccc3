"""Tables of reports: JSON lines (one object a line) and CSV (one row a report)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from parley.reading.dates import parse_date
from parley.reading.records import Draft, Fault, SourceFile
from parley.reading.words import reading_words

__all__ = ["guess_delimiter", "header_columns", "read_csv", "read_jsonl"]

_FIELD_LIMIT = 1 << 30  # characters; the module's own limit is shorter than some articles
_DELIMITERS = ",;\t|"


def read_jsonl(file: SourceFile) -> Iterator[Draft | Fault]:
    """One report a line; a line that is no object with a text becomes a `Fault`, and the others go on."""
    number = 0
    for at, line in enumerate(re.split(r"\r\n|\r|\n", file.text), 1):
        if line.strip():
            number += 1
            yield _from_line(line, at, number)


def read_csv(file: SourceFile) -> Iterator[Draft | Fault]:
    """One report a row; which column is what follows from its heading."""
    csv.field_size_limit(_FIELD_LIMIT)
    rows = csv.reader(io.StringIO(file.text, newline=""), delimiter=guess_delimiter(file.text), strict=True)
    try:
        yield from _from_rows(next(rows, []), rows)
    except csv.Error as error:
        yield Fault("bad_line", f"line {rows.line_num} is no sound CSV ({error}); the rows from there on are not read")


def guess_delimiter(text: str) -> str:
    """The delimiter that cuts the first line into most cells; a comma when none does."""
    first = re.split(r"\r\n|\r|\n", text.lstrip(), maxsplit=1)[0]
    return max(_DELIMITERS, key=first.count)


def header_columns(header: Iterable[str]) -> dict[str, int]:
    """Report field → column, for the headings that name one; of several columns the best name wins."""
    cells = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in header]
    found: dict[str, int] = {}
    for field, names in reading_words().columns.items():
        place = next((cells.index(name) for name in names if name in cells), None)
        if place is not None:
            found[field] = place
    return found


def _from_line(line: str, at: int, number: int) -> Draft | Fault:
    try:
        record = msgspec.json.decode(line, type=dict[str, object])
    except (msgspec.DecodeError, RecursionError) as error:
        return Fault("bad_line", f"line {at} is no sound JSON object ({error}); mend or remove it", number)
    keys = list(record)
    places = header_columns(keys)
    values = {field: _words(record[keys[place]]) for field, place in places.items()}
    return _draft(values, f"line {at}", number)


def _words(value: object) -> str:
    """A cell's words: lists of names are joined, objects with a name give it, what is no text gives none."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return value if isinstance(value, str) else ""


def _from_rows(header: list[str], rows: Iterator[list[str]]) -> Iterator[Draft | Fault]:
    places = header_columns(header)
    if "text" not in places:
        names = ", ".join(cell.strip() for cell in header[:12]) or "none"
        yield Fault("unknown_layout", f"has no column for the text (columns: {names}); name one of them 'text'")
        return
    number = 0
    for at, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            number += 1
            yield _from_row(row, len(header), places, at=at, number=number)
    if number == 0:
        yield Fault("empty", "has a heading but no rows; nothing to read")


def _from_row(row: list[str], width: int, places: Mapping[str, int], *, at: int, number: int) -> Draft | Fault:
    if len(row) != width:
        return Fault(
            "bad_line", f"row {at} has {len(row)} cells where the heading has {width}; mend its quotes", number
        )
    return _draft({field: row[place] for field, place in places.items()}, f"row {at}", number)


def _draft(values: Mapping[str, str], place: str, number: int) -> Draft | Fault:
    body = values.get("text", "")
    if not body.strip():
        return Fault("bad_line", f"{place} has no text; give the report's words as 'text' or remove it", number)
    own = {field: value.strip() or None for field, value in values.items()}
    published = parse_date(own.get("published"))
    title = " ".join((own.get("title") or "").split()) or None
    return Draft(
        _with_title(title, body),
        title=title,
        outlet=own.get("outlet"),
        byline=own.get("byline"),
        published=published,
        published_basis="metadata" if published else "unknown",
        url=own.get("url"),
        story=own.get("story"),
        number=number,
    )


def _with_title(title: str | None, body: str) -> str:
    """Title, blank line, body; the body alone when it opens with the title already."""
    return body if title is None or body.lstrip().startswith(title) else f"{title}\n\n{body}"
