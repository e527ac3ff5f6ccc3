"""The file of what is derived: its tables, and when it is begun anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from parley.store.errors import LockedDatabaseError, clear_errors

__all__ = ["FORMAT", "clear", "erase_derived", "open_derived", "remove_derived", "sweep"]

FORMAT = 4
"""Of the tables below; a file of another format is begun anew."""

# Links begin with their ends: SQLite, which takes any one value for rare, would look for the second one among all of a
# space.
_TABLES = """
CREATE TABLE near_key (space TEXT, key BLOB, place TEXT, PRIMARY KEY (space, key, place)) WITHOUT ROWID;
CREATE TABLE near_report (space TEXT, report TEXT, place TEXT, keys BLOB, PRIMARY KEY (space, report)) WITHOUT ROWID;
CREATE TABLE link (space TEXT, one TEXT, other TEXT, record BLOB, PRIMARY KEY (one, other, space)) WITHOUT ROWID;
CREATE INDEX link_other ON link (other, space);
CREATE TABLE item (space TEXT, report TEXT, record BLOB, PRIMARY KEY (space, report)) WITHOUT ROWID;
CREATE TABLE loose (space TEXT, report TEXT, PRIMARY KEY (space, report)) WITHOUT ROWID;
CREATE TABLE member (space TEXT, report TEXT, of TEXT, PRIMARY KEY (space, report, of)) WITHOUT ROWID;
CREATE INDEX member_of ON member (space, of);
CREATE TABLE whole (space TEXT, id TEXT, record BLOB, PRIMARY KEY (space, id)) WITHOUT ROWID;
CREATE TABLE account (story TEXT PRIMARY KEY, digest TEXT, record BLOB) WITHOUT ROWID;
CREATE TABLE account_part (story TEXT, part TEXT, record BLOB, PRIMARY KEY (story, part)) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def open_derived(path: Path | None) -> sqlite3.Connection:
    """A connection to the file at `path`, made, or begun anew when it is damaged or of another format; None: in memory.

    Where the file cannot be written, what is derived is kept in memory.
    """
    if path is None:
        return _made(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    try:
        return _file(path)
    except (sqlite3.OperationalError, OSError):
        return open_derived(None)


def erase_derived(path: Path, *, wait: float = 30.0) -> None:
    """Take out every word of the file at `path`, also for others who have it open, and remove it unless they do.

    `wait` is how many seconds others may take to finish what they do.

    Raises LockedDatabaseError when another program holds on to an older state of it, and what else `clear_errors` makes
    of a file that cannot be written.
    """
    if not path.exists():
        return
    with clear_errors(path):
        try:
            alone = _emptied(_opened(path, wait=wait), path)
        except _DamagedError:
            alone = True
        if alone:
            remove_derived(path)


def clear(connection: sqlite3.Connection) -> None:
    """Take everything out of all tables but notes, which hold no word of a report; inside a transaction."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        all_but = " WHERE name NOT LIKE 'note %'" if table == "state" else ""
        connection.execute(f"DELETE FROM {table}{all_but}")


def sweep(connection: sqlite3.Connection) -> bool:
    """Write the file anew without any trace of what was taken out; False when others still read an older state."""
    connection.execute("VACUUM")
    return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def remove_derived(path: Path) -> None:
    """Remove the file at `path` and what stands beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


class _DamagedError(Exception):
    """The file is no database."""


def _file(path: Path) -> sqlite3.Connection:
    try:
        connection = _opened(path)
    except _DamagedError:
        remove_derived(path)
        return _file(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == FORMAT:
        return connection
    if found or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        connection.close()
        remove_derived(path)
        return _file(path)
    return _made(connection)


def _opened(path: Path, *, wait: float = 30.0) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        with _damage():
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA cache_size = -65536")  # 64 MB: keys are looked up all over the file
            connection.execute("PRAGMA synchronous = NORMAL")  # losing the last moments costs deriving them again
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _emptied(connection: sqlite3.Connection, path: Path) -> bool:
    """Sweep all out and close; whether no other program has the file open, so that it may be removed.

    Removed while others use it, their log and that of a new file of the same name would be mixed up.
    """
    with closing(connection), _damage():
        connection.execute("BEGIN IMMEDIATE")
        clear(connection)
        connection.execute("COMMIT")
        if not sweep(connection):
            raise LockedDatabaseError(path)
        connection.execute("PRAGMA busy_timeout = 0")
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = DELETE")  # done only for the last who has the file
            return True
        return False


@contextmanager
def _damage() -> Iterator[None]:
    """Tell a file that is broken from one that is locked, full or out of reach."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise _DamagedError from error


def _made(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:  # nobody else made it meanwhile
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("COMMIT")
    return connection
