"""What is derived from a record: stories, groups of copies and the accounts of stories, with how far they are made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from parley.store.changes import Marks
from parley.store.derived.tables import clear, open_derived, remove_derived, sweep

__all__ = ["Accounted", "Derived", "DerivedState"]


class DerivedState(msgspec.Struct, frozen=True, gc=False):
    """What was derived from: how far into the record (`marks`), by which state of the program (`code`)."""

    marks: Marks = Marks()
    code: str = ""


class Accounted(msgspec.Struct, frozen=True, gc=False):
    """The account of a story as it was derived, encoded, and the digest of what it was derived from."""

    digest: str
    record: bytes


class Derived:
    """The file beside a record that keeps what was derived from it. It may go at any time; what it held is derived anew."""

    def __init__(self, path: Path | None) -> None:
        """`path` of the file; None keeps everything in memory."""
        self._path = path
        self.connection = open_derived(path)

    @property
    def in_file(self) -> bool:
        """Whether it is kept in a file, else in memory."""
        return bool(self.connection.execute("PRAGMA database_list").fetchone()[2])

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def give_up(self, *, damaged: bool) -> None:
        """Close the file, and remove it when it is damaged and may be removed."""
        self.close()
        if damaged and self._path is not None:
            with suppress(OSError):
                remove_derived(self._path)

    def sweep(self) -> None:
        """Write the file anew without any trace of what was taken out."""
        sweep(self.connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of what is done in it, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def state(self) -> DerivedState:
        """How far, and by what, it was made."""
        row = self.connection.execute("SELECT value FROM state WHERE name = 'derived'").fetchone()
        return msgspec.json.decode(row[0], type=DerivedState) if row else DerivedState()

    def mark(self, state: DerivedState) -> None:
        """Note how far it is made now; inside the transaction that made it."""
        self.connection.execute("INSERT OR REPLACE INTO state VALUES ('derived', ?)", (msgspec.json.encode(state),))

    def note(self, name: str) -> str | None:
        """A note of this name, None when there is none."""
        row = self.connection.execute("SELECT value FROM state WHERE name = ?", (f"note {name}",)).fetchone()
        return row[0] if row else None

    def take_note(self, name: str, value: str) -> None:
        """Keep a note in place of the one before; it stays when what is derived is made anew. Inside a transaction."""
        self.connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (f"note {name}", value))

    def clear(self) -> None:
        """Take everything out but notes; inside a transaction."""
        clear(self.connection)

    def account(self, story: str) -> Accounted | None:
        """The account of a story as it was kept last."""
        row = self.connection.execute("SELECT digest, record FROM account WHERE story = ?", (story,)).fetchone()
        return Accounted(*row) if row else None

    def keep(self, story: str, account: Accounted) -> None:
        """Keep the account of a story in place of the one before."""
        values = (story, account.digest, account.record)
        self.connection.execute("INSERT OR REPLACE INTO account VALUES (?, ?, ?)", values)

    def holds(self, name: str, digest: str) -> bool:
        """Whether something of this digest is kept under a name, as an account or in parts."""
        query = "SELECT 1 FROM account WHERE story = ? AND digest = ?"
        return self.connection.execute(query, (name, digest)).fetchone() is not None

    def part(self, of: str, digest: str, name: str) -> bytes | None:
        """One part of what was kept last in parts; empty when it has no such part, None when it has another digest."""
        query = "SELECT record FROM account_part WHERE story = account.story AND part = ?"
        query = f"SELECT ({query}) FROM account WHERE story = ? AND digest = ?"
        row = self.connection.execute(query, (name, of, digest)).fetchone()
        return (row[0] or b"") if row else None

    def keep_parts(self, of: str, digest: str, parts: Mapping[str, bytes]) -> None:
        """Keep parts, by name, in place of those before; inside a transaction."""
        self.keep(of, Accounted(digest, b""))
        self.connection.execute("DELETE FROM account_part WHERE story = ?", (of,))
        rows = ((of, name, record) for name, record in parts.items())
        self.connection.executemany("INSERT INTO account_part VALUES (?, ?, ?)", rows)
