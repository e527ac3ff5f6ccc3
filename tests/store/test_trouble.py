"""Everything that can be wrong with the file or its disk: one clear sentence, and no harm done."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import event

from parley.errors import ParleyError
from parley.store import (
    DamagedDatabaseError,
    DatabaseMissingError,
    DatabaseUnreachableError,
    DiskFullError,
    LockedDatabaseError,
    NewerDatabaseError,
    NotAParleyDatabaseError,
    OlderDatabaseError,
    ReadOnlyDatabaseError,
    Store,
    StoreError,
)
from tests.recorded import RUN, extraction_of, observed, report_of

REPORT = report_of("The dockers rejected the offer.")
NOBODY = 65534


def add(store: Store, number: int = 0) -> bool:
    report = report_of(f"Report {number}. " + "The dockers rejected the offer. " * 50)
    return store.add(report, observed(), extraction=extraction_of(report), run=RUN)


def add_many(store: Store, number: int) -> None:
    for each in range(1, number):
        add(store, each)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.parley"
    with Store.open(path) as store:
        add(store)
    return path


def in_one_sentence(error: pytest.ExceptionInfo[ParleyError], path: Path) -> bool:
    return str(path) in str(error.value) and "\n" not in str(error.value)


def set_revision(path: Path, revision: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_database_is_refused_and_left_as_it_is(path: Path, read_only: bool) -> None:
    set_revision(path, "9999")
    before = path.read_bytes()
    with pytest.raises(NewerDatabaseError, match="newer Parley") as error:
        Store.open(path, read_only=read_only)
    assert in_one_sentence(error, path)
    assert path.read_bytes() == before


def test_an_older_database_is_not_upgraded_by_a_reader(path: Path) -> None:
    set_revision(path, "0000")
    before = path.read_bytes()
    with pytest.raises(OlderDatabaseError, match="older Parley") as error:
        Store.open(path, read_only=True)
    assert in_one_sentence(error, path)
    assert path.read_bytes() == before


def test_a_missing_database_is_not_made_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "none.parley"
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(DatabaseMissingError, match="there is no database") as error:
            Store.open(path, **options)  # type: ignore[arg-type]
        assert in_one_sentence(error, path)
    assert not path.exists()


def random_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def some_text(path: Path) -> None:
    path.write_text("not a database\n")


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE report (id TEXT)")
    connection.close()


@pytest.mark.parametrize("make", [random_bytes, some_text, other_database])
def test_another_file_is_left_as_it_is(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "other"
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotAParleyDatabaseError, match="no Parley database") as error:
        Store.open(path)
    assert in_one_sentence(error, path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database_only_when_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    path.touch()
    with pytest.raises(NotAParleyDatabaseError):
        Store.open(path, create=False)
    with Store.open(path) as store:
        assert add(store)


def test_a_folder_is_no_database_and_a_missing_folder_holds_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "talks.parley", tmp_path):
        with pytest.raises(DatabaseUnreachableError, match="cannot be opened") as error:
            Store.open(path)
        assert in_one_sentence(error, path)


def test_a_second_writer_is_told_and_can_go_on_afterwards(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, busy_timeout=0) as store:
        with pytest.raises(LockedDatabaseError, match="another program") as error:
            add(store, 1)
        assert in_one_sentence(error, path)
        other.execute("ROLLBACK")
        assert add(store, 1)
    other.close()


def test_a_store_open_for_reading_does_not_write(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        with pytest.raises(ReadOnlyDatabaseError, match="may only be read") as error:
            add(store, 1)
        assert in_one_sentence(error, path)
        assert len(list(store.reports())) == 1


@contextmanager
def without_privileges() -> Iterator[None]:
    """Rights do not hold back the superuser; act as somebody else."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def protected() -> Iterator[Path]:
    """A database in a folder where neither may be written."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talks.parley"
        with Store.open(path) as store:
            add(store)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        yield path
        Path(folder).chmod(0o755)


def test_a_protected_file_is_refused_for_writing_and_serves_for_reading(protected: Path) -> None:
    with without_privileges():
        with pytest.raises(ReadOnlyDatabaseError, match="may only be read") as error:
            Store.open(protected)
        assert in_one_sentence(error, protected)
        with Store.open(protected, read_only=True) as store:
            assert len(list(store.reports())) == 1


def test_a_full_disk_costs_only_the_report_that_did_not_fit(path: Path) -> None:
    with Store.open(path) as store:

        @event.listens_for(store.engine, "checkout")
        def limit(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 64")

        with pytest.raises(DiskFullError, match="no room is left") as error:
            add_many(store, 500)
        assert in_one_sentence(error, path)
        recorded = len(list(store.reports()))
        assert recorded > 1
    with Store.open(path) as store:
        assert len(list(store.reports())) == recorded
        assert list(store.check()) == []
        assert add(store, 1_000)


def test_a_damaged_file_is_named_as_such(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged") as error, Store.open(path) as store:
        list(store.reports())
    assert isinstance(error.value, DamagedDatabaseError)
    assert in_one_sentence(error, path)
