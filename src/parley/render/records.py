"""Pages for programs: JSON, JSON Lines and CSV, the same records that a terminal shows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import msgspec

from parley.render.spreadsheet import write_csv

__all__ = ["csv_text", "json_text", "jsonl_lines"]


def json_text(page: msgspec.Struct) -> str:
    """A page as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(page), indent=2).decode()


def jsonl_lines(rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """One JSON object for each row."""
    return (msgspec.json.encode(row).decode() for row in rows)


def csv_text(rows: Iterable[msgspec.Struct], kind: type[msgspec.Struct]) -> str:
    """Rows of flat records of one kind as CSV, a column for each field."""
    out = io.StringIO(newline="")
    fields = kind.__struct_fields__
    write_csv(out, fields, rows=([getattr(row, field) for field in fields] for row in rows))
    return out.getvalue()
