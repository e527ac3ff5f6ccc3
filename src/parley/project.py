"""What `parley.open` returns: a store, its pipeline and its ledger under one handle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from parley.ledger import Ledger
from parley.pipeline import Progress, Summary
from parley.store import Store

__all__ = ["DATABASE_NAME", "Project", "find_database", "open_project"]

DATABASE_NAME = "talks.parley"


class Project:
    """A database of talks: add reports to it, and ask it."""

    def __init__(self, store: Store, *, jobs: int = 1) -> None:
        """`jobs` is the number of processes that read reports."""
        self.store = store
        self.jobs = jobs

    def add(
        self,
        *sources: str | Path,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        story: str | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Read files and folders and record what their reports say; adding the same again changes nothing.

        `outlet`, `published` (ISO date), `url` and `story` say what the sources do not. Raises StoreError when the
        database fails; trouble with a source is a Problem in the summary.
        """
        raise NotImplementedError

    def ledger(self) -> Ledger:
        """Questions asked of the record."""
        return Ledger(self.store)

    def close(self) -> None:
        """Close the database; the project is of no use afterwards."""
        self.store.close()

    def __enter__(self) -> Self:
        """The project itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the database."""
        self.close()


def find_database(explicit: str | Path | None = None) -> Path:
    """Where the database is: `explicit`, else PARLEY_DB, else `talks.parley` here or in the nearest folder above.

    When there is none anywhere, the path it would have in the current folder.
    """
    raise NotImplementedError


def open_project(
    path: str | Path | None = None, *, create: bool = True, read_only: bool = False, jobs: int = 1
) -> Project:
    """The project of the database that `find_database(path)` names, made when it is missing and `create` is set.

    Exported as `parley.open`. Raises StoreError (missing, newer, locked, read-only, no Parley database).
    """
    raise NotImplementedError
