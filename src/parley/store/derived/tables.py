"""The file of what is derived: its tables, and when it is begun anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

__all__ = ["FORMAT", "open_derived", "remove_derived"]

FORMAT = 1
"""Of the tables below; a file of another format is begun anew."""

_TABLES = """
CREATE TABLE near_key (space TEXT, key TEXT, rank TEXT, report TEXT, PRIMARY KEY (space, key, rank)) WITHOUT ROWID;
CREATE INDEX near_key_report ON near_key (space, report);
CREATE TABLE near_pair (space TEXT, one TEXT, other TEXT, near INTEGER, PRIMARY KEY (space, one, other)) WITHOUT ROWID;
CREATE INDEX near_pair_other ON near_pair (space, other);
CREATE TABLE link (space TEXT, one TEXT, other TEXT, record BLOB, PRIMARY KEY (space, one, other)) WITHOUT ROWID;
CREATE INDEX link_other ON link (space, other);
CREATE TABLE item (space TEXT, report TEXT, record BLOB, PRIMARY KEY (space, report)) WITHOUT ROWID;
CREATE TABLE member (space TEXT, report TEXT, of TEXT, PRIMARY KEY (space, report, of)) WITHOUT ROWID;
CREATE INDEX member_of ON member (space, of);
CREATE TABLE whole (space TEXT, id TEXT, record BLOB, PRIMARY KEY (space, id)) WITHOUT ROWID;
CREATE TABLE account (story TEXT PRIMARY KEY, digest TEXT, record BLOB) WITHOUT ROWID;
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
    except sqlite3.OperationalError:
        return open_derived(None)


def _file(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # losing the last moments costs deriving them again
        found = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise
        return _anew(path)
    if found == FORMAT:
        return connection
    if found or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        connection.close()
        return _anew(path)
    return _made(connection)


def remove_derived(path: Path) -> None:
    """Remove the file at `path` and what stands beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _anew(path: Path) -> sqlite3.Connection:
    remove_derived(path)
    return _file(path)


def _made(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:  # nobody else made it meanwhile
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("COMMIT")
    return connection
