from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import parley.store
from parley.store import Store
from parley.store.connect import open_engine
from parley.store.schema import APPLICATION_ID, REVISION, metadata


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    value = connection.execute(f"PRAGMA {name}").fetchone()[0]
    connection.close()
    return value


def test_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    index = {"report_words"} | {f"report_words_{part}" for part in ("data", "idx", "docsize", "config", "content")}
    with Store.open(tmp_path / "talks.parley") as store, store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or name not in index}
        )
        assert compare_metadata(context, metadata) == []


def test_the_program_knows_its_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(parley.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_a_new_file_is_marked_and_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    Store.open(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "journal_mode") == "wal"


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_no_half_made_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talks.parley"
    connect = sqlite3.connect

    def cramped(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 6")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", cramped)
        with pytest.raises(parley.store.DiskFullError):
            Store.open(path)
    connection = connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    Store.open(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID


def test_a_path_with_signs_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "50% of talks? #1 é.parley"
    open_engine(path, create=True, read_only=False, busy_timeout=1).dispose()
    assert path.is_file()
