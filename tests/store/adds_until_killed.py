"""Adds reports to a database; inside the transaction of the tenth it says so and waits to be killed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from parley.store import Store
from tests.recorded import RUN, extraction_of, observed, report_of

_calls = count(1)


def clock() -> datetime:
    """The time, which the store asks for while its transaction is open."""
    if next(_calls) == 10:
        print("amid", flush=True)
        sys.stdin.read()
    return datetime(2031, 3, 4, tzinfo=UTC)


def main(path: Path) -> None:
    with Store.open(path, clock=clock) as store:
        for number in range(20):
            report = report_of(f"Report {number}: the dockers rejected the offer.")
            store.add(report, observed(f"{number}.txt"), extraction=extraction_of(report), run=RUN)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
