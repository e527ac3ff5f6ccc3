"""From a path, a folder, standard input or bytes to the stream of reports and problems."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from parley.errors import ParleyError
from parley.model import Observation, Problem, new_report
from parley.reading.dates import date_in_name, parse_date
from parley.reading.decoding import decode
from parley.reading.formats import DOCUMENT_SUFFIXES, REPORT_SUFFIXES, Format, tell_format
from parley.reading.language import foreign_language
from parley.reading.manifest import Manifest, is_manifest, load_manifest
from parley.reading.records import Draft, Entry, Fault, Options, Reading, SourceFile
from parley.reading.titles import locate_title

__all__ = ["MAX_REPORT_BYTES", "read_bytes", "read_reports"]

MAX_REPORT_BYTES = 10_000_000
"""A report of this many bytes or more is not read; a file of several reports may be larger."""

_SNIFF = 65_536
_NO_ENTRY = Entry()


class _Context(msgspec.Struct, frozen=True):
    """What holds for every report of one file."""

    name: str
    digest: str
    form: Format
    options: Options
    entry: Entry


def read_reports(
    source: str | Path, options: Options | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Reading]:
    """Read a file, a folder (all below it, by path; hidden files are passed over) or "-" (standard input).

    `stdin` stands in for the process's own. Trouble with a file is a `Reading` with a problem; the others go on.
    Raises ParleyError when `options.published` is no plain date.
    """
    options = _checked(options or Options())
    if str(source) == "-":
        yield from _read_stream(stdin, options)
        return
    path = Path(source)
    if path.is_dir():
        yield from _read_folder(path, options)
    else:
        yield from _read_file(path, options, path.parent)


def read_bytes(data: bytes, name: str, options: Options | None = None) -> Iterator[Reading]:
    """The reports in the bytes of one file; `name` is its path or any name, and ends in its suffix if it has one.

    Raises ParleyError when `options.published` is no plain date.
    """
    yield from _read(data, name, _checked(options or Options()), _NO_ENTRY)


def _checked(options: Options) -> Options:
    if options.published is None:
        return options
    published = parse_date(options.published)
    if published is None:
        raise ParleyError(f"'{options.published}' is no plain date; write it as 2023-11-14 or 14 November 2023")
    return msgspec.structs.replace(options, published=published)


def _read_stream(stdin: BinaryIO | None, options: Options) -> Iterator[Reading]:
    try:
        data = (stdin or sys.stdin.buffer).read()
    except OSError as error:
        yield _problem("-", _os_fault(error))
        return
    yield from _read(data, "-", options, _NO_ENTRY)


def _read_folder(folder: Path, options: Options) -> Iterator[Reading]:
    failures: list[OSError] = []
    paths: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(here, name) for name in files if not name.startswith(".")]
    for failure in failures:
        yield _problem(str(failure.filename), _os_fault(failure))
    for parent in sorted({path.parent for path in paths}):
        yield from _manifest_problems(parent)
    for path in sorted(paths):
        # A pipe in a folder would wait for somebody to write.
        if path.suffix.casefold() in REPORT_SUFFIXES | DOCUMENT_SUFFIXES and not path.is_fifo():
            yield from _read_file(path, options, folder)


def _read_file(path: Path, options: Options, root: Path) -> Iterator[Reading]:
    """One file with what a manifest beside it, or at the root of the folder being read, says of it."""
    name = os.fsencode(path).decode("utf-8", errors="replace")  # a name need not be sound Unicode; a record must
    try:
        if _is_device(path):
            yield _problem(name, Fault("unreadable", "is a device, not a file; give a file or a folder"))
            return
        if is_manifest(path) and _manifest(path.parent).entries:
            return
        if path.suffix.casefold() in DOCUMENT_SUFFIXES:
            yield _problem(
                name, Fault("unknown_format", "is in a format that is not read; save it as plain text or HTML")
            )
            return
        data = _bytes_of(path)
        entry = _manifest(path.parent).entry(path) or _manifest(root).entry(path) or _NO_ENTRY
    except OSError as error:
        yield _problem(name, _os_fault(error))
        return
    yield from _read(data, name, options, entry) if isinstance(data, bytes) else [_problem(name, data)]


def _is_device(path: Path) -> bool:
    mode = path.stat().st_mode
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode)


@lru_cache(maxsize=64)
def _manifest_as_of(folder: Path, stamps: tuple[int, ...]) -> Manifest:
    return load_manifest(folder)


def _manifest(folder: Path) -> Manifest:
    """The folder's manifest; read again only when it has changed since."""
    stamps = [
        path.stat().st_mtime_ns for path in (folder / "manifest.jsonl", folder / "manifest.csv") if path.is_file()
    ]
    return _manifest_as_of(folder, tuple(stamps)) if stamps else Manifest()


def _manifest_problems(folder: Path) -> Iterator[Reading]:
    try:
        faults = _manifest(folder).faults
    except OSError:
        return  # the files in it will say so
    yield from (_problem(source, fault) for source, fault in faults)


def _bytes_of(path: Path) -> bytes | Fault:
    """The file's bytes; one that is too large for a single report is not taken into memory."""
    with path.open("rb") as file:
        head = file.read(_SNIFF)
        if os.fstat(file.fileno()).st_size >= MAX_REPORT_BYTES:
            form = tell_format(head.decode("utf-8", errors="replace").lstrip("\ufeff"), path.suffix)
            if isinstance(form, Fault) or not form.several:
                return _too_large()
        return head + file.read()


def _too_large() -> Fault:
    return Fault("too_large", "is 10 MB or more, too large for one report; split it")


def _os_fault(error: OSError) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault("missing", "does not exist; check the path")
    return Fault("unreadable", f"cannot be read ({error.strerror or error}); check its permissions")


def _read(data: bytes, name: str, options: Options, entry: Entry) -> Iterator[Reading]:
    """Decode, tell the format, read, and finish every draft."""
    text = decode(data)
    if isinstance(text, Fault):
        yield _problem(name, text)
        return
    form = _format(text, name, len(data))
    if isinstance(form, Fault):
        yield _problem(name, form)
        return
    context = _Context(name, sha256(data).hexdigest(), form, options, entry)
    for draft in form.read(SourceFile(name, text)):
        yield _problem(name, draft) if isinstance(draft, Fault) else _finish(draft, context)


def _format(text: str, name: str, size: int) -> Format | Fault:
    if not text.strip():
        return Fault("empty", "is empty; nothing to read")
    form = tell_format(text, Path(name).suffix)
    if not isinstance(form, Fault) and not form.several and size >= MAX_REPORT_BYTES:
        return _too_large()
    return form


def _problem(name: str, fault: Fault) -> Reading:
    source = _source(name, fault.number)
    shown = "standard input" if name == "-" else source
    return Reading(problem=Problem(fault.code, f"{shown} {fault.message}.", source))


def _source(name: str, number: int | None) -> str:
    return name if number is None else f"{name}#{number}"


def _finish(draft: Draft, context: _Context) -> Reading:
    """Hear options, manifest and file name, refuse what is not English or too large, and make the report."""
    if len(draft.text) >= MAX_REPORT_BYTES:
        fault = _too_large()
        return _problem(context.name, Fault(fault.code, fault.message, draft.number))
    if (language := foreign_language(draft.text)) is not None:
        message = f"is not in English (it reads as '{language}'); only English reports are read"
        return _problem(context.name, Fault("not_english", message, draft.number))
    options, entry = context.options, _entry_for(draft, context)
    published, basis = _published(draft, context)
    title = entry.title or draft.title
    report = new_report(
        draft.text,
        title=title,
        outlet=options.outlet or entry.outlet or draft.outlet,
        byline=draft.byline,
        published=published,
        url=options.url or entry.url or draft.url,
        language="en",
    )
    return Reading(report, _observe(draft, context, basis=basis, title=title))


def _entry_for(draft: Draft, context: _Context) -> Entry:
    """The manifest's entry: for a file of several reports it cannot say which one it means, but for their story."""
    return context.entry if draft.number is None else Entry(story=context.entry.story)


def _published(draft: Draft, context: _Context) -> tuple[str | None, str]:
    """The publication date and its basis, best first; file times are never used."""
    in_name = None if context.name == "-" else date_in_name(Path(context.name).stem)
    entry = _entry_for(draft, context)
    candidates = (
        (context.options.published, "option"),
        (entry.published, "manifest"),
        (draft.published, draft.published_basis),
        (in_name, "file_name"),
    )
    return next(((date, basis) for date, basis in candidates if date), (None, "unknown"))


def _story(draft: Draft, context: _Context) -> str | None:
    """The story asked for; an empty one means none, whatever the manifest or the file say."""
    asked = context.options.story
    return (_entry_for(draft, context).story or draft.story) if asked is None else asked or None


def _observe(draft: Draft, context: _Context, *, basis: str, title: str | None) -> Observation:
    located = locate_title(draft.text, title) if title else None
    return Observation(
        source=_source(context.name, draft.number),
        raw_sha256=context.digest,
        reader=context.form.name,
        published_basis=basis,
        title_span=draft.title_span if title == draft.title and draft.title_span else located,
        section=draft.section,
        length=draft.length,
        load_date=draft.load_date,
        story=_story(draft, context),
    )
