"""The store: one SQLite file that reports, claims and judgements are added to; only erasing a report takes any out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from parley.model import (
    Claim,
    Extraction,
    Judgement,
    Observation,
    PairJudgement,
    Passage,
    Problem,
    Report,
    Run,
    Span,
    Tombstone,
)
from parley.store import current, rows, schema
from parley.store.adding import add_new, observe, observed, recorded_under
from parley.store.changes import Changes, Marks, changes_since, newest_of
from parley.store.closing import Closing
from parley.store.connect import WRITE, open_engine
from parley.store.current import Recorded
from parley.store.erasure import erase, mark_swept, sweep, tombstones, unswept
from parley.store.errors import ErasedReportError, RecordMismatchError, SpanMismatchError, clear_errors
from parley.store.integrity import check
from parley.store.judgements import (
    add_judgement,
    add_judgement_made,
    add_pair_judgement,
    add_pair_judgement_made,
    judgement_mismatches,
    judgements,
    pair_judgements,
)
from parley.store.runs import RunCount, claim_under_any, claims_under, run_counts, runs
from parley.store.search import Hit, search
from parley.store.verify import Mismatch, mismatches

__all__ = ["Store"]


def _now() -> datetime:
    return datetime.now(UTC)


class Store(Closing):
    """The record in one file. Rows are only added, save by `erase`; safe to use from several threads and processes at once."""

    def __init__(self, path: Path, engine: Engine, *, clock: Callable[[], datetime] = _now) -> None:
        """Use `Store.open`, which sees to the file; `clock` tells the time that rows are marked with."""
        self.path = path
        self.engine = engine
        self._clock = clock

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        busy_timeout: float = 10.0,
        clock: Callable[[], datetime] = _now,
    ) -> Self:
        """The store at `path`, made when missing (if `create`) and upgraded when an older program made it.

        `busy_timeout` is how many seconds to wait for another writer. Raises DatabaseMissingError,
        NotAParleyDatabaseError, NewerDatabaseError, OlderDatabaseError (read-only only), ReadOnlyDatabaseError,
        LockedDatabaseError, DiskFullError, DatabaseUnreachableError or DamagedDatabaseError, having changed nothing.
        """
        path = Path(path)
        with clear_errors(path):
            engine = open_engine(path, create=create, read_only=read_only, busy_timeout=busy_timeout)
        return cls(path, engine, clock=clock)

    @property
    def beside(self) -> Path:
        """Where what is derived from the record is kept; that file may go at any time."""
        return self.path.with_name(self.path.name + "-derived")

    def close(self) -> None:
        """Close all connections; the log beside the file is folded into it by the last one."""
        self.engine.dispose()

    def add(self, report: Report, observation: Observation, *, extraction: Extraction, run: Run) -> bool:
        """Record a report, where it was read, and what `run` made of it: all of it or nothing.

        Whether the extraction is new; what is there already is left as it is. Raises SpanMismatchError when a quote
        or a stretch does not stand in the text, RecordMismatchError when an id does not follow from its content,
        ErasedReportError, and the errors of a database that cannot be written (see `open`).
        """
        _require(mismatches(report, observation, extraction=extraction))
        with self._writing() as connection:
            _refuse_erased(connection, report.id)
            add_new(connection, schema.report, rows.report_row(report))
            observe(connection, report.id, observation)
            if recorded_under(connection, report.id, run.id):
                return False
            add_new(connection, schema.run, rows.run_row(run))
            connection.execute(
                insert(schema.extraction), rows.extraction_row(extraction, run.id, recorded_at=self._time())
            )
            if extraction.claims:
                connection.execute(insert(schema.claim), [rows.claim_row(claim, run.id) for claim in extraction.claims])
        return True

    def observe(self, report_id: str, observation: Observation) -> bool:
        """Note that a recorded report was read from a source; whether that is news. Raises as `add` does."""
        with self._reading() as connection:
            if observed(connection, report_id, observation):
                return False
        with self._writing() as connection:
            return observe(connection, report_id, observation)

    def add_problem(self, problem: Problem) -> bool:
        """Note a problem of an input; whether it is news. Raises as `add` does."""
        with self._writing() as connection:
            return add_new(connection, schema.problem, rows.problem_row(problem, self._time()))

    def has(self, report_id: str, run_id: str | None = None) -> bool:
        """Whether a report is recorded, under this run or (None) any."""
        with self._reading() as connection:
            return recorded_under(connection, report_id, run_id)

    def reports(self, report_id: str | None = None, *, among: Collection[str] | None = None) -> Iterator[Recorded]:
        """All reports, the one with this id, or those with ids `among` these, by day of publication (undated last), then id."""
        with self._reading() as connection:
            yield from current.recorded(connection, among if report_id is None else [report_id])

    def count(self) -> int:
        """How many reports are recorded."""
        with self._reading() as connection:
            return current.count(connection)

    def published(self, among: Collection[str] | None = None) -> dict[str, str | None]:
        """When reports, all or those with ids `among` these, were published, by id."""
        with self._reading() as connection:
            return current.published(connection, among)

    def recorded_after(self, time: str) -> tuple[str, ...]:
        """Ids of the reports first recorded after a time (ISO, UTC)."""
        with self._reading() as connection:
            return current.recorded_after(connection, time)

    def last_recorded(self) -> str:
        """When the newest report was first recorded (ISO, UTC); empty where there is none."""
        with self._reading() as connection:
            return current.last_recorded(connection)

    def reports_named(self, beginning: str, source: str) -> tuple[str, ...]:
        """Ids of the reports whose id begins so, or that were read from this source or from one whose path ends so."""
        with self._reading() as connection:
            return current.reports_named(connection, beginning, source)

    def claims(
        self,
        *,
        kind: str | None = None,
        act: str | None = None,
        measure: str | None = None,
        report: str | None = None,
        among: Collection[str] | None = None,
        prefix: str = "",
    ) -> Iterator[Claim]:
        """Claims of each report's newest run by report id and place in the report; `prefix` is how the id begins.

        Of all reports, of the one with the id `report`, or of those with ids `among` these.
        """
        wanted = {"kind": kind, "act": act, "measure": measure}
        with self._reading() as connection:
            reports = among if report is None else [report]
            reports = current.reports_with(connection, prefix) if prefix and reports is None else reports
            yield from current.claims(connection, reports, wanted, prefix=prefix)

    def claims_with(self, ids: Collection[str], among: Collection[str] | None) -> Iterator[Claim]:
        """Those of the claims with these ids that are of the newest run of a report, any or with an id `among` these."""
        with self._reading() as connection:
            yield from current.claims(connection, among, only=ids)

    def extraction(self, report_id: str) -> Extraction | None:
        """What the newest run made of a report, None when the report is not recorded."""
        extraction = schema.extraction
        query = select(extraction).where(extraction.c.report_id == report_id).order_by(extraction.c.seq.desc()).limit(1)
        with self._reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else rows.stored_extraction(row, tuple(self.claims(report=report_id)))

    def unread(self, among: Collection[str] | None = None) -> dict[str, tuple[Span, ...]]:
        """By report id, the sentences of which its newest run read nothing though they hold a cue or a number.

        Of all reports, or of those with ids `among` these.
        """
        extraction = schema.extraction.c
        query = select(extraction.report_id, extraction.unread).where(current.among(extraction.report_id, among))
        with self._reading() as connection:
            newest = {row.report_id: row.unread for row in connection.execute(query.order_by(extraction.seq))}
        return {report_id: spans for report_id, text in newest.items() if (spans := rows.spans_record(text))}

    def passages(self, report_id: str) -> tuple[Passage, ...]:
        """Furniture, datelines, repeats and the like of a report, as its newest run found them."""
        extraction = schema.extraction.c
        query = select(extraction.passages).where(extraction.report_id == report_id)
        with self._reading() as connection:
            text = connection.execute(query.order_by(extraction.seq.desc()).limit(1)).scalar()
        return rows.passages_record(text) if text else ()

    def stale(self, run_id: str) -> tuple[str, ...]:
        """Ids of the reports that this run has not read, in the order they were first recorded."""
        read = select(schema.extraction.c.report_id).where(schema.extraction.c.run_id == run_id)
        query = select(schema.report.c.id).where(schema.report.c.id.not_in(read)).order_by(schema.report.c.seq)
        with self._reading() as connection:
            return tuple(connection.execute(query).scalars())

    def problems(self) -> tuple[Problem, ...]:
        """The problems of inputs, by source and code."""
        problem = schema.problem
        query = select(problem.c.record).order_by(problem.c.source, problem.c.code, problem.c.id)
        with self._reading() as connection:
            return tuple(rows.problem_record(row) for row in connection.execute(query))

    def runs(self) -> tuple[Run, ...]:
        """Every run something was recorded under, oldest first."""
        with self._reading() as connection:
            return runs(connection)

    def run_counts(self) -> tuple[RunCount, ...]:
        """Every run, oldest first, with what it recorded."""
        with self._reading() as connection:
            return run_counts(connection)

    def read_by(self, run_id: str) -> frozenset[str]:
        """Ids of the reports that a run has read."""
        query = select(schema.extraction.c.report_id).where(schema.extraction.c.run_id == run_id)
        with self._reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def claims_under(self, run_id: str) -> Iterator[Claim]:
        """The claims that a run read, current or not, by report id and place in the report."""
        with self._reading() as connection:
            yield from claims_under(connection, run_id)

    def claim_under_any(self, claim_id: str) -> Claim | None:
        """The claim with this whole id that any run read, current or not; None when there is none."""
        with self._reading() as connection:
            return claim_under_any(connection, claim_id)

    def changes_since(self, marks: Marks) -> Changes:
        """What has come to the record since an earlier look; `Marks()` for all of it."""
        with self._reading() as connection:
            return changes_since(connection, marks)

    def newest_of(self, reports: Collection[str]) -> tuple[tuple[str, int, int, int], ...]:
        """For each of these reports, by id, the numbers of its newest extraction, observation and judgement."""
        with self._reading() as connection:
            return newest_of(connection, reports)

    def check(self) -> Iterator[Problem]:
        """Verify the file, every id and every stretch and quote of every run; what is wrong, one Problem each."""
        with self._reading() as connection:
            yield from check(connection)

    def judge(self, make: Callable[[str], Judgement]) -> Judgement:
        """Add the judgement that `make` gives for a time (ISO, UTC) to the log, and give it back.

        Raises SpanMismatchError and RecordMismatchError when what it holds does not stand in its report.
        """
        with self._writing() as connection:
            made = add_judgement(connection, make, now=self._clock().astimezone(UTC))
            _require_standing(connection, made)
            return made

    def judgements(self, report: str | None = None) -> tuple[Judgement, ...]:
        """Everything people decided, undone or not, oldest first; or what they decided about a report (by id)."""
        with self._reading() as connection:
            return judgements(connection, report)

    def judge_pair(self, make: Callable[[str], PairJudgement]) -> PairJudgement:
        """Add the judgement on two actors that `make` gives for a time (ISO, UTC) to their log, and give it back."""
        with self._writing() as connection:
            return add_pair_judgement(connection, make, now=self._clock().astimezone(UTC))

    def pair_judgements(self) -> tuple[PairJudgement, ...]:
        """Everything people decided about pairs of actors, undone or not, oldest first."""
        with self._reading() as connection:
            return pair_judgements(connection)

    def take_in(self, judgements: Iterable[Judgement], pairs: Iterable[PairJudgement]) -> None:
        """Add judgements made elsewhere to the logs, with their own times: all or none; raises as `judge`."""
        with self._writing() as connection:
            for made in judgements:
                add_judgement_made(connection, made)
                _require_standing(connection, made)
            for pair in pairs:
                add_pair_judgement_made(connection, pair)

    def erase(self, report_id: str, *, person: str, reason: str) -> Tombstone:
        """Erase a report for good: text, claims, paths and words in judgements are gone from the file.

        A report that is erased already is swept out again, in case the first time was cut short. Raises
        LockedDatabaseError when another program reads the database all the while; what is erased stays so.
        """
        with self._writing() as connection:
            left = {tombstone.report: tombstone for tombstone in tombstones(connection)}
            if report_id not in left:
                left[report_id] = Tombstone(report_id, person, self._time(), reason)
                erase(connection, left[report_id])
            waiting = {report_id, *unswept(connection)}
        with clear_errors(self.path):
            sweep(self.engine, self.path)
        with self._writing() as connection:
            mark_swept(connection, waiting, time=self._time())
        return left[report_id]

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What erased reports have left, oldest first."""
        with self._reading() as connection:
            return tombstones(connection)

    def search(
        self,
        query: str,
        *,
        outlet: str | None = None,
        story: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 50,
    ) -> tuple[Hit, ...]:
        """Reports whose title or text holds what `query` asks for, best first.

        `query` is in SQLite's full-text syntax (words, "phrases", AND, OR, NOT, NEAR, begin*); what is not valid in it
        is searched for as plain words. `outlet` and `story` are whole names, case aside; `since` and `until` ISO days
        of publication, inclusive. Raises EmptyQueryError when there is no word to search for.
        """
        filters = {"outlet": outlet, "story": story, "since": since, "until": until}
        with self._reading() as connection:
            return search(connection, query, filters=filters, limit=limit)

    def _time(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with clear_errors(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            clear_errors(self.path),
            self.engine.connect() as connection,
            connection.execution_options(**WRITE).begin(),
        ):
            yield connection


def _require(found: Iterator[Mismatch]) -> None:
    for mismatch in found:
        fault = SpanMismatchError if mismatch.fault == "span" else RecordMismatchError
        raise fault(mismatch.where, mismatch.reason)


def _require_standing(connection: Connection, made: Judgement) -> None:
    row = connection.execute(select(schema.report).where(schema.report.c.id == made.report)).first()
    if row is not None:
        _require(judgement_mismatches(rows.report_record(row), made))


def _refuse_erased(connection: Connection, report_id: str) -> None:
    for tombstone in tombstones(connection):
        if tombstone.report == report_id:
            raise ErasedReportError(report_id, time=tombstone.time, reason=tombstone.reason)
