"""Erases a report and, once that is recorded but before the file is swept, says so and waits to be killed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from parley.store import Store


def trace(statement: str) -> None:
    """Called for each statement that SQLite runs."""
    if statement.startswith("VACUUM"):
        print("amid", flush=True)
        sys.stdin.read()


def main(path: Path, report: str) -> None:
    with Store.open(path, clock=lambda: datetime(2031, 3, 4, tzinfo=UTC)) as store:
        # The pool hands out the connection that was given back last, which is the one the sweep takes.
        connection = store.engine.raw_connection()
        connection.driver_connection.set_trace_callback(trace)  # type: ignore[union-attr]
        connection.close()
        store.erase(report, person="Ann", reason="licence ended")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
