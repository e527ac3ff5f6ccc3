"""Reaching the database file: what it is, whether this program may use it, and connections to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from parley.store.errors import (
    DatabaseMissingError,
    NewerDatabaseError,
    NotAParleyDatabaseError,
    OlderDatabaseError,
    ReadOnlyDatabaseError,
)
from parley.store.migrate import upgrade
from parley.store.schema import APPLICATION_ID, REVISION

__all__ = ["WRITE", "open_engine"]

WRITE = {"parley_write": True}
"""Execution options of a connection whose transaction writes: it takes the lock at once, not half-way."""


def open_engine(path: Path, *, create: bool, read_only: bool, busy_timeout: float) -> Engine:
    """Connections to the database at `path`, made or upgraded where that is needed and allowed.

    Raises the StoreErrors that `Store.open` lists, and SQLite's own errors. Nothing is changed when it raises.
    """
    _require_file(path, create=create, read_only=read_only)
    connect = partial(_connect, path, read_only=read_only, busy_timeout=busy_timeout)
    revision = _revision(path, connect())
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    if revision == REVISION:
        return engine
    try:
        _bring_up(engine, path, revision=revision, may_write=not read_only and (create or revision is not None))
    except BaseException:
        engine.dispose()
        raise
    return engine


def _require_file(path: Path, *, create: bool, read_only: bool) -> None:
    if not path.exists():
        if read_only or not create:
            raise DatabaseMissingError(path)
    elif not read_only and not os.access(path, os.W_OK, effective_ids=True):
        raise ReadOnlyDatabaseError(path)


def _connect(path: Path, *, read_only: bool, busy_timeout: float) -> sqlite3.Connection:
    options = "mode=ro" if read_only else "mode=rwc"
    # Beside a database that is being read SQLite keeps a file; where it may not make one, and nobody has left any,
    # the database can only be read as one that does not change.
    if (
        read_only
        and not os.access(path.parent, os.W_OK, effective_ids=True)
        and not path.with_name(path.name + "-wal").exists()
    ):
        options += "&immutable=1"
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{options}",
        uri=True,
        timeout=busy_timeout,
        isolation_level=None,
        check_same_thread=False,
    )
    # SQLite's own lower() knows ASCII only.
    connection.create_function("casefold", 1, _casefold, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what `add` has reported as recorded survives a power cut
    return connection


def _casefold(value: str | None) -> str | None:
    return None if value is None else value.casefold()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("parley_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(path: Path, connection: sqlite3.Connection) -> str | None:
    """The schema revision of the file, None for an empty one; refuses what is not ours or comes from the future."""
    with closing(connection):
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if not tables and not application:
            return None
        if application != APPLICATION_ID or "alembic_version" not in tables:
            raise NotAParleyDatabaseError(path)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision > REVISION:
        raise NewerDatabaseError(path, revision=revision, known=REVISION)
    return revision


def _bring_up(engine: Engine, path: Path, *, revision: str | None, may_write: bool) -> None:
    if not may_write:
        raise (
            NotAParleyDatabaseError(path)
            if revision is None
            else OlderDatabaseError(path, revision=revision, known=REVISION)
        )
    if revision is None:
        _use_write_ahead_log(engine)
    with engine.connect().execution_options(**WRITE) as connection, connection.begin():
        upgrade(connection)


def _use_write_ahead_log(engine: Engine) -> None:
    """Let readers read while one writes; the mode is kept in the file and cannot be set inside a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
