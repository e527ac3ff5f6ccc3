"""What can go wrong with the database, each in one sentence; and which of it an SQLite error means."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from parley.errors import ParleyError

__all__ = [
    "DamagedDatabaseError",
    "DatabaseMissingError",
    "DatabaseUnreachableError",
    "DiskFullError",
    "ErasedReportError",
    "LockedDatabaseError",
    "NewerDatabaseError",
    "NotAParleyDatabaseError",
    "OlderDatabaseError",
    "ReadOnlyDatabaseError",
    "RecordMismatchError",
    "SpanMismatchError",
    "StoreError",
    "clear_errors",
]

_PRIMARY = 0xFF  # the low byte of an extended SQLite result code is its primary code


class StoreError(ParleyError):
    """Base of everything the store raises on purpose."""


class DatabaseMissingError(StoreError):
    """There is no database where one was to be read."""

    def __init__(self, path: Path) -> None:
        """`path` is where it was looked for."""
        super().__init__(f"there is no database '{path}'; make one with `parley add REPORT`, or name one with --db")


class NotAParleyDatabaseError(StoreError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        """`path` is the file."""
        super().__init__(f"'{path}' is no Parley database and was left as it is; name another file with --db")


class NewerDatabaseError(StoreError):
    """A later version of Parley made the database."""

    def __init__(self, path: Path, *, revision: str, known: str) -> None:
        """`revision` is the database's schema, `known` the newest this program has."""
        super().__init__(
            f"'{path}' was made by a newer Parley (schema {revision}, this one knows {known}) and was left as it is; "
            "upgrade Parley to open it"
        )


class OlderDatabaseError(StoreError):
    """The database must be upgraded but was opened for reading only."""

    def __init__(self, path: Path, *, revision: str, known: str) -> None:
        """`revision` is the database's schema, `known` the newest this program has."""
        super().__init__(
            f"'{path}' was made by an older Parley (schema {revision}, this one needs {known}); "
            "open it once where it may be written to upgrade it"
        )


class LockedDatabaseError(StoreError):
    """Another process writes to the database."""

    def __init__(self, path: Path) -> None:
        """`path` is the database."""
        super().__init__(f"'{path}' is being written by another program; wait until it is done and try again")


class ReadOnlyDatabaseError(StoreError):
    """The database may not be written."""

    def __init__(self, path: Path) -> None:
        """`path` is the database."""
        super().__init__(f"'{path}' may only be read; make the file and its folder writable, or name another with --db")


class DiskFullError(StoreError):
    """No room is left for the database to grow."""

    def __init__(self, path: Path) -> None:
        """`path` is the database."""
        super().__init__(f"no room is left on the disk of '{path}'; free some and try again, what is recorded is safe")


class DatabaseUnreachableError(StoreError):
    """The system refuses to open, read or write the file."""

    def __init__(self, path: Path, reason: str) -> None:
        """`reason` is what the system says."""
        super().__init__(f"'{path}' cannot be opened or written ({reason}); check the folder, the rights and the disk")


class DamagedDatabaseError(StoreError):
    """The file's structure is broken."""

    def __init__(self, path: Path, reason: str) -> None:
        """`reason` is what SQLite says."""
        super().__init__(f"'{path}' is damaged ({reason}); restore it from a copy or add the reports to a new one")


class ErasedReportError(StoreError):
    """The report was erased from this record and is not taken in again."""

    def __init__(self, report_id: str, *, time: str, reason: str) -> None:
        """`time` is when it was erased, `reason` why."""
        super().__init__(f"{report_id} was erased on {time[:10]} ({reason}) and is not recorded again")


class SpanMismatchError(StoreError):
    """A stretch of text is not where the extraction says; nothing was recorded."""

    def __init__(self, where: str, reason: str) -> None:
        """`where` names the claim or report, `reason` the stretch and what is wrong with it."""
        super().__init__(f"{where} was not recorded: {reason}")


class RecordMismatchError(StoreError):
    """An id does not follow from its content, or belongs to another report; nothing was recorded."""

    def __init__(self, where: str, reason: str) -> None:
        """`where` names the claim or report, `reason` what does not fit."""
        super().__init__(f"{where} was not recorded: {reason}")


def _meaning(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The error of ours that an SQLite error stands for, None for one that is a mistake of the program."""
    match getattr(error, "sqlite_errorcode", 0) & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedDatabaseError(path)
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyDatabaseError(path)
        case sqlite3.SQLITE_FULL:
            return DiskFullError(path)
        case sqlite3.SQLITE_NOTADB:
            return NotAParleyDatabaseError(path)
        case sqlite3.SQLITE_CORRUPT:
            return DamagedDatabaseError(path, str(error))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return DatabaseUnreachableError(path, str(error))
    return None


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the database at `path` into a StoreError; let mistakes of the program pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        meaning = _meaning(original, path) if isinstance(original, sqlite3.Error) else None
        if meaning is None:
            raise
        raise meaning from error
