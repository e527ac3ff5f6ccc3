"""A folder's manifest: what is known of each document beside the document itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from parley.reading.dates import parse_date
from parley.reading.decoding import decode
from parley.reading.records import Entry, Fault
from parley.reading.tables import guess_delimiter

__all__ = ["Manifest", "is_manifest", "load_manifest"]

_NAMES = ("manifest.jsonl", "manifest.csv")


class Manifest(msgspec.Struct, frozen=True):
    """Entries by file stem or file name, and what was wrong with the manifest itself."""

    entries: dict[str, Entry] = {}
    faults: tuple[tuple[str, Fault], ...] = ()

    def entry(self, path: Path) -> Entry | None:
        """What the manifest says of the document at `path`; None when it does not name it."""
        return self.entries.get(path.name) or self.entries.get(path.stem)


def is_manifest(path: Path) -> bool:
    """Whether `path` is a manifest, by its name."""
    return path.name.casefold() in _NAMES


def load_manifest(folder: Path) -> Manifest:
    """The manifest of `folder`, empty when there is none; `manifest.jsonl` goes before `manifest.csv`."""
    path = next((folder / name for name in _NAMES if (folder / name).is_file()), None)
    if path is None:
        return Manifest()
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        text = Fault("unreadable", f"cannot be read ({error.strerror}); check its permissions")
    if isinstance(text, Fault):
        return Manifest(faults=((str(path), text),))
    rows = _csv_rows(text) if path.suffix == ".csv" else _json_rows(text)
    return _collect(str(path), rows)


def _collect(source: str, rows: Iterator[tuple[int, Mapping[str, object] | None]]) -> Manifest:
    entries: dict[str, Entry] = {}
    nameless: list[int] = []
    undated: list[int] = []
    for at, row in rows:
        doc = row.get("doc") if row else None
        if row is None or not isinstance(doc, str) or not doc.strip():
            nameless.append(at)
            continue
        entries[doc.strip()] = entry = _entry(row)
        if row.get("published") and entry.published is None:
            undated.append(at)
    faults = (
        _lines_fault(nameless, "names no document", "give its file name as 'doc'"),
        _lines_fault(undated, "has no plain date as 'published'", "write it as 2023-11-14"),
    )
    return Manifest(entries, tuple((source, fault) for fault in faults if fault is not None))


def _lines_fault(lines: list[int], wrong: str, remedy: str) -> Fault | None:
    """One fault for all lines with the same trouble, naming the first of them."""
    if not lines:
        return None
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return Fault("bad_line", f"line {lines[0]}{more} {wrong}; {remedy}")


def _entry(row: Mapping[str, object]) -> Entry:
    values = {name: str(row.get(name) or "").strip() or None for name in Entry.__struct_fields__}
    return Entry(**{**values, "published": parse_date(values["published"])})


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, object] | None]]:
    for at, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if line.strip():
            try:
                yield at, msgspec.json.decode(line, type=dict[str, object])
            except (msgspec.DecodeError, RecursionError):
                yield at, None


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, object] | None]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=guess_delimiter(text))
    try:
        for row in rows:
            yield rows.line_num, {str(key).strip().casefold(): value for key, value in row.items()}
    except csv.Error:
        yield rows.line_num, None
