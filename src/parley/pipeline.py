"""Many reports: the same steps for each, in this process or on a pool of processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from parley.errors import ParleyError
from parley.lexicon import lexicon_digest
from parley.model import Extraction, Observation, Problem, Report, Run, Tombstone, canonical_json, new_run
from parley.store import ErasedReportError, RecordMismatchError, SpanMismatchError, Store
from parley.store.code import code_digest

if TYPE_CHECKING:
    from parley.annotate.doc import Doc
    from parley.reading import Reading
    from parley.reading.series_tables import SeriesTable, TableScope

__all__ = ["Progress", "Steps", "Summary", "WorkerLostError", "current_run", "record_reports", "record_series"]

_REPORTS_A_BATCH = 32
_CHARACTERS_A_BATCH = 150_000  # about two seconds of work, so that an interruption loses little
_MAKES_IMPORTS = ("model", "lexicon", "reading")
_MAKES_THE_RECORD = ("model", "lexicon", "annotate", "extract")  # the layers between a report and its extraction


class WorkerLostError(ParleyError):
    """A process of the pool died."""

    def __init__(self) -> None:
        """Its cause is not known here; most often the memory ran out."""
        super().__init__(
            "a process that read reports was ended, most likely for lack of memory; "
            "what is recorded is safe: run the same again with fewer jobs"
        )


class Steps(msgspec.Struct, frozen=True):
    """The steps from report to extraction, and the run that names their state.

    `annotate` yields one `Doc` for each report, in order; for a pool of processes both must be functions of a module.
    """

    annotate: Callable[[Iterable[Report]], Iterator[Doc]]
    extract: Callable[[Doc], Extraction]
    run: Run


class Progress(msgspec.Struct, frozen=True):
    """How far the work is: readings done of `total` (None: not known), claims and code points of text so far.

    When all are read, their stories are looked for: `stage` tells which is being done.
    """

    done: int
    total: int | None
    claims: int
    characters: int
    stage: Literal["reading", "stories"] = "reading"


class Summary(msgspec.Struct, frozen=True):
    """What came of the readings.

    `added` reports are new to the record, `reread` ones were known and have been read again by a newer run, `known`
    ones had been recorded under this run before (or stood twice among the readings), `skipped` readings held no
    report or one that could not be extracted. `claims` were recorded with the added and reread. `problems` are those of
    the readings and of reports that could not be extracted.
    """

    added: int = 0
    reread: int = 0
    known: int = 0
    skipped: int = 0
    claims: int = 0
    problems: tuple[Problem, ...] = ()


def current_run(model: str, settings: Mapping[str, object] | None = None) -> Run:
    """The run this program makes with a language model ("name-version") and settings.

    `code` hashes the modules that lead from a report to its claims: a change to a page or a command makes no new run.
    """
    return new_run(
        code=code_digest(*_MAKES_THE_RECORD),
        lexicon=lexicon_digest(),
        model=model,
        settings=sha256(canonical_json(settings or {})).hexdigest(),
    )


def record_series(path: Path, scope: TableScope, store: Store, *, story: str | None = None) -> SeriesTable:
    """Record a table of counts by day as claims of origin import, each with its number, day and row as evidence.

    Recording the same again changes nothing. Raises SeriesTableError, OSError and StoreError.
    """
    from parley.reading.series_tables import read_series

    table = read_series(path, scope, story=story)
    run = new_run(
        code=code_digest(*_MAKES_IMPORTS),
        lexicon=lexicon_digest(comparing=True),  # a table's places are read by the words for series
        model="none",  # no language model takes part
        settings=sha256(canonical_json(scope)).hexdigest(),
    )
    store.add(table.report, table.observation, extraction=table.extraction, run=run)
    return table


def record_reports(
    readings: Iterable[Reading],
    store: Store,
    *,
    steps: Steps,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Annotate, extract and record each reading's report; what this run has recorded before is skipped unparsed.

    The result does not depend on the order of the readings, on `jobs` or on how they fall into batches. Each report is
    recorded by itself, so that an interruption loses nothing recorded so far. A report that the steps fail on becomes a
    Problem with code `internal`. `progress` is called for every reading that is done, its total known when `readings`
    has a length. Raises StoreError when the database fails, WorkerLostError when a process of the pool dies.
    """
    total = len(readings) if isinstance(readings, Sized) else None
    recorder = _Recorder(store, steps.run, total=total, progress=progress)
    batches = _batches(recorder.wanted(readings))
    with closing(_on_pool(batches, steps, jobs) if jobs > 1 else _in_process(batches, steps)) as results:
        for batch, found in results:
            for pair, extraction in zip(batch, found, strict=True):
                recorder.record(pair, extraction)
    return recorder.summary()


_Pair = tuple[Report, Observation]
_Batch = list[_Pair]
_Found = list[Extraction | str]  # for each report of a batch its extraction, or why there is none


class _Recorder:
    """Sorts readings into those to parse and those already known, writes what was found, and counts."""

    def __init__(
        self, store: Store, run: Run, *, total: int | None, progress: Callable[[Progress], None] | None
    ) -> None:
        self._store, self._run, self._total, self._progress = store, run, total, progress
        self._waiting: dict[str, list[Observation]] = {}
        self._problems: list[Problem] = []
        self._counts = dict.fromkeys(("added", "reread", "known", "skipped", "claims"), 0)
        self._done = self._characters = 0
        self._erased = {tombstone.report: tombstone for tombstone in store.tombstones()}

    def wanted(self, readings: Iterable[Reading]) -> Iterator[_Pair]:
        """The reports that must be parsed, each once; the others are noted."""
        for reading in readings:
            if reading.problem is not None:
                self._note(reading.problem)
            if reading.report is None or reading.observation is None:
                self._count("skipped")
            elif reading.report.id in self._erased:
                # Not noted in the database, which is to know no more of where the report was read.
                self._problems.append(_erased(reading.observation.source, self._erased[reading.report.id]))
                self._count("skipped")
            elif reading.report.id in self._waiting:
                self._waiting[reading.report.id].append(reading.observation)
            elif self._store.has(reading.report.id, self._run.id):
                self._store.observe(reading.report.id, reading.observation)
                self._count("known")
            else:
                self._waiting[reading.report.id] = []
                yield reading.report, reading.observation

    def record(self, pair: _Pair, found: Extraction | str) -> None:
        """Write one report's extraction, or note why there is none."""
        report, observation = pair
        again = self._waiting.pop(report.id)
        self._characters += len(report.text)
        reason = found if isinstance(found, str) else self._add(report, observation, found)
        if reason is not None:
            self._note(_left_out(observation.source, reason))
            self._count("skipped", 1 + len(again))
            return
        for other in again:
            self._store.observe(report.id, other)
        self._count("known", len(again))

    def summary(self) -> Summary:
        """What came of all readings so far."""
        return Summary(**self._counts, problems=tuple(self._problems))

    def _add(self, report: Report, observation: Observation, extraction: Extraction) -> str | None:
        """Why the extraction could not be recorded, None when it is."""
        known = self._store.has(report.id)
        try:
            added = self._store.add(report, observation, extraction=extraction, run=self._run)
        except (SpanMismatchError, RecordMismatchError, ErasedReportError) as error:
            return str(error)
        self._counts["claims"] += len(extraction.claims) if added else 0
        self._count(("reread" if known else "added") if added else "known")
        return None

    def _note(self, problem: Problem) -> None:
        self._problems.append(problem)
        self._store.add_problem(problem)

    def _count(self, name: str, number: int = 1) -> None:
        self._counts[name] += number
        self._done += number
        if self._progress and number:
            self._progress(Progress(self._done, self._total, self._counts["claims"], self._characters))


def _left_out(source: str, reason: str) -> Problem:
    return Problem(
        "internal", f"'{source}' was left out, the program could not read it ({reason}); please report this", source
    )


def _erased(source: str, tombstone: Tombstone) -> Problem:
    reason = f"erased from this record on {tombstone.time[:10]} ({tombstone.reason})"
    return Problem("erased", f"'{source}' was left out: its report {tombstone.report} was {reason}", source)


def _batches(pairs: Iterable[_Pair]) -> Iterator[_Batch]:
    """Batches large enough that sentences of like length can be parsed together."""
    batch: _Batch = []
    characters = 0
    for pair in pairs:
        batch.append(pair)
        characters += len(pair[0].text)
        if len(batch) >= _REPORTS_A_BATCH or characters >= _CHARACTERS_A_BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _in_process(batches: Iterable[_Batch], steps: Steps) -> Generator[tuple[_Batch, _Found], None, None]:
    for batch in batches:
        yield batch, _extractions(steps, [report for report, _ in batch])


def _on_pool(batches: Iterable[_Batch], steps: Steps, jobs: int) -> Generator[tuple[_Batch, _Found], None, None]:
    """As `_in_process`, batch after batch in order, with at most twice as many batches under way as processes."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    under_way: deque[tuple[_Batch, Future[_Found]]] = deque()
    try:
        for batch in batches:
            under_way.append((batch, pool.submit(_extractions, steps, [report for report, _ in batch])))
            if len(under_way) >= 2 * jobs:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(batch: _Batch, future: Future[_Found]) -> tuple[_Batch, _Found]:
    return batch, future.result()


def _ignore_interrupt() -> None:
    """Leave Ctrl-C, which a terminal sends to all processes, to the one that records."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _extractions(steps: Steps, reports: Sequence[Report]) -> _Found:
    """One extraction for each report; one report's failure is its own. Raises ParleyError for all alike (no model)."""
    try:
        docs = list(steps.annotate(reports))
        if len(docs) == len(reports):
            return [_extraction(steps, doc) for doc in docs]
        reason = f"{len(docs)} annotations for {len(reports)} reports"
    except ParleyError as error:
        raise ParleyError(str(error)) from error  # one that can travel between processes
    except Exception as error:  # whatever it is, it must not cost the other reports
        reason = _reason(error)
    if len(reports) == 1:
        return [reason]
    return [found for report in reports for found in _extractions(steps, [report])]


def _extraction(steps: Steps, doc: Doc) -> Extraction | str:
    try:
        return steps.extract(doc)
    except ParleyError:
        raise
    except Exception as error:
        return _reason(error)


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
