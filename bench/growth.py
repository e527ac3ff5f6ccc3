"""What keeping stories and copies up to date costs, however many reports there are: `python -m bench --only growth`.

Invented reports are recorded and derived from scratch; then single ones are added, each followed by a look. Times are
seconds of processor time; of single reports the median counts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from statistics import median

from bench.invented import INVENTED_RUN, Invented, invented_reports
from bench.result import Result
from parley.ledger import Ledger
from parley.store import Store

__all__ = ["GROWTH_LIMIT", "SIZES", "measure_growth"]

GROWTH_LIMIT = 2.0
"""How many times the cost of a report among the fewest it may be among the most."""
SIZES = (10, 100, 1_000, 10_000)
_ADDED = 15  # single reports at each size
_ONE_STORY = 1_000


def measure_growth(sizes: Iterable[int] = SIZES) -> list[Result]:
    """Milliseconds a report at each number of reports, and how that grows; many stories, and one that grows."""
    many = {number: _cost(number, per_story=10) for number in sizes}
    least, most = min(many), max(many)
    growing = {number: _cost(number, per_story=10 * _ONE_STORY) for number in (_ONE_STORY // 10, _ONE_STORY)}
    rows = [row for number, cost in many.items() for row in _rows(f"{number:,} reports", cost)]
    rows += [row for number, cost in growing.items() for row in _rows(f"{number:,} reports on one story", cost)]
    grown = [many[most][part] / many[least][part] for part in (0, 1)]
    return [
        *rows,
        Result(f"one report added: {most:,} beside {least:,}", grown[0], "times", GROWTH_LIMIT),
        Result(f"a report of all: {most:,} beside {least:,}", grown[1], "times", GROWTH_LIMIT),
    ]


def _rows(of: str, cost: tuple[float, float, float]) -> list[Result]:
    words = (
        "one report added and taken in, ms",
        "each, all derived from scratch, ms",
        "kept beside the record, kB each",
    )
    return [Result(f"{of}: {what}", value) for what, value in zip(words, cost, strict=True)]


def _cost(number: int, *, per_story: int) -> tuple[float, float, float]:
    """Milliseconds to take in one more report, and each of all from scratch; kilobytes kept for each."""
    *reports, _ = invented_reports(number + _ADDED + 1, per_story=per_story)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "talks.parley")) as store:
        for each in reports[:number]:
            _record(store, each)
        with closing(Ledger(store)) as ledger:
            whole = _seconds(ledger.derived.bring_up_to_date) / number
            single = []
            for each in reports[number:]:
                _record(store, each)
                single.append(_seconds(ledger.derived.bring_up_to_date))
        size = store.beside.stat().st_size / len(reports)
    return median(single) * 1e3, whole * 1e3, size / 1e3


def _record(store: Store, invented: Invented) -> None:
    report, seen, extraction = invented
    store.add(report, seen, extraction=extraction, run=INVENTED_RUN)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
