"""The file beside the record may go, break or be held by others at any time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from parley.store import LockedDatabaseError
from parley.store.changes import Marks
from parley.store.derived import Accounted, Derived, DerivedState, erase_derived

STATE = DerivedState(Marks(extraction=7), "code")
ACCOUNT = Accounted("digest", b"the lanternfish crews")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.parley-derived"


@pytest.fixture
def held(path: Path) -> Iterator[Derived]:
    derived = Derived(path)
    with derived.writing():
        derived.mark(STATE)
        derived.keep("story-1", ACCOUNT)
    yield derived
    derived.close()


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def is_empty(path: Path) -> bool:
    derived = Derived(path)
    try:
        return (derived.state(), derived.account("story-1")) == (DerivedState(), None)
    finally:
        derived.close()


def test_it_is_kept(path: Path, held: Derived) -> None:
    held.close()
    again = Derived(path)
    assert (again.state(), again.account("story-1"), again.account("story-2")) == (STATE, ACCOUNT, None)
    with again.writing():
        again.keep("story-1", Accounted("other", b""))
    assert again.account("story-1") == Accounted("other", b"")
    again.close()


def test_nothing_of_a_failed_transaction_is_kept(path: Path, held: Derived) -> None:
    with suppress(KeyError), held.writing():
        held.clear()
        held.mark(DerivedState(code="other"))
        raise KeyError
    assert (held.state(), held.account("story-1")) == (STATE, ACCOUNT)


@pytest.mark.parametrize("content", [b"no database at all\n" * 300, b"SQLite format 3\0" + b"\xff" * 4_000])
def test_a_damaged_file_is_begun_anew(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert is_empty(path)
    assert path.read_bytes()[:15] == b"SQLite format 3"


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 999", "PRAGMA user_version = 0"])
def test_a_file_of_another_format_is_begun_anew(path: Path, held: Derived, statement: str) -> None:
    held.connection.execute(statement)
    held.close()
    assert is_empty(path)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to(path.parent / "none" / "there")])
def test_what_cannot_be_opened_is_kept_in_memory(path: Path, make: object) -> None:
    make(path)  # type: ignore[operator]
    derived = Derived(path)
    with derived.writing():
        derived.mark(STATE)
    assert derived.state() == STATE
    derived.close()
    assert is_empty(path)


def test_what_is_erased_is_gone_with_the_file(path: Path, held: Derived) -> None:
    held.close()
    assert ACCOUNT.record in on_disk(path)
    erase_derived(path)
    assert list(path.parent.iterdir()) == []
    erase_derived(path)


def test_what_is_erased_is_gone_also_where_others_have_the_file(path: Path, held: Derived) -> None:
    erase_derived(path)
    assert ACCOUNT.record not in on_disk(path)
    assert (held.state(), held.account("story-1")) == (DerivedState(), None)
    with held.writing():
        held.mark(STATE)
    held.close()
    again = Derived(path)
    assert again.state() == STATE
    again.close()


def test_a_damaged_file_is_erased(path: Path) -> None:
    path.write_bytes(ACCOUNT.record * 100)
    erase_derived(path)
    assert list(path.parent.iterdir()) == []


def test_nothing_is_said_to_be_erased_that_another_still_reads(path: Path, held: Derived) -> None:
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM account").fetchone() == (1,)
    with pytest.raises(LockedDatabaseError, match="parley-derived"):
        erase_derived(path, wait=0)
    reader.close()
    erase_derived(path, wait=0)
    assert ACCOUNT.record not in on_disk(path)


def test_sweeping_leaves_no_trace_of_what_was_taken_out(path: Path, held: Derived) -> None:
    with held.writing():
        held.clear()
    held.sweep()
    assert ACCOUNT.record not in on_disk(path)
