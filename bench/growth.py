"""What keeping stories and copies up to date costs, however many reports there are: `python -m bench --only growth`.

Invented reports are recorded and derived from scratch; then single ones are added, each taken in, and the story it is in
looked at, which makes that anew. Times are seconds of processor time; of single reports the median counts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

import msgspec

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


class _Cost(msgspec.Struct, frozen=True):
    """Milliseconds to take in one more report, to make its story anew, for each of all from scratch; kilobytes for each."""

    taken_in: float
    story: float
    whole: float
    kept: float

    @property
    def added(self) -> float:
        """Milliseconds until a report stands in its story."""
        return self.taken_in + self.story

    def rows(self, of: str) -> list[Result]:
        """What is shown of it."""
        words = (
            "one report added and taken in, ms",
            "its story made anew when looked at, ms",
            "each, all derived from scratch, ms",
            "kept beside the record, kB each",
        )
        return [
            Result(f"{of}: {what}", value) for what, value in zip(words, msgspec.structs.astuple(self), strict=True)
        ]


def measure_growth(sizes: Iterable[int] = SIZES) -> list[Result]:
    """Milliseconds a report at each number of reports, and how that grows; many stories, and one that grows."""
    many = {number: _cost(number, per_story=10) for number in sizes}
    growing = {number: _cost(number, per_story=10 * _ONE_STORY) for number in (_ONE_STORY // 10, _ONE_STORY)}
    rows = [row for number, cost in many.items() for row in cost.rows(f"{number:,} reports")]
    rows += [row for number, cost in growing.items() for row in cost.rows(f"{number:,} reports on one story")]
    (_, few), (_, most) = min(many.items()), max(many.items())
    beside = f"{max(many):,} beside {min(many):,}"
    return [
        *rows,
        Result(f"one report added: {beside}", most.added / few.added, "times", GROWTH_LIMIT),
        Result(f"a report of all: {beside}", most.whole / few.whole, "times", GROWTH_LIMIT),
        Result(
            f"one report added to one story: {_ONE_STORY:,} beside {_ONE_STORY // 10:,}",
            growing[_ONE_STORY].taken_in / growing[_ONE_STORY // 10].taken_in,
            "times",
            GROWTH_LIMIT,
        ),
    ]


def _cost(number: int, *, per_story: int) -> _Cost:
    *reports, _ = invented_reports(number + _ADDED + 1, per_story=per_story)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "talks.parley")) as store:
        for each in reports[:number]:
            _record(store, each)
        with closing(Ledger(store)) as ledger:
            whole = _seconds(ledger.stories) / number
            taken_in, story = [], []
            for each in reports[number:]:
                _record(store, each)
                taken_in.append(_seconds(ledger.derived.bring_up_to_date))
                story.append(_seconds(partial(ledger.derived.of, each[0].id)))
        size = store.beside.stat().st_size / len(reports)
    return _Cost(median(taken_in) * 1e3, median(story) * 1e3, whole * 1e3, size / 1e3)


def _record(store: Store, invented: Invented) -> None:
    report, seen, extraction = invented
    store.add(report, seen, extraction=extraction, run=INVENTED_RUN)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
