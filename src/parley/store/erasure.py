"""Erasing a report: all that is about it goes, a tombstone stays, and the file keeps no trace of its words."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, insert, select, text, update

from parley.model import Judgement, PairJudgement, Tombstone
from parley.store import rows, schema
from parley.store.errors import LockedDatabaseError

__all__ = ["erase", "mark_swept", "sweep", "tombstones", "unswept"]

# What was noted about the files it was read from, unless another report was read from the same file.
_PROBLEMS = """
DELETE FROM problem WHERE source = :report OR EXISTS (
    SELECT 1 FROM observation AS mine WHERE mine.report_id = :report
    AND (mine.source = problem.source OR substr(mine.source, 1, length(problem.source) + 1) = problem.source || '#')
) AND NOT EXISTS (
    SELECT 1 FROM observation AS theirs WHERE theirs.report_id <> :report
    AND (theirs.source = problem.source OR substr(theirs.source, 1, length(problem.source) + 1) = problem.source || '#')
)
"""


def erase(connection: Connection, tombstone: Tombstone) -> None:
    """Take out everything about a report but its judgements' bare fact, and leave the tombstone.

    The words may still stand in parts of the file that nothing uses: `sweep` once this is committed.
    """
    report_id = tombstone.report
    connection.execute(
        insert(schema.tombstone).values(
            report_id=report_id, person=tombstone.person, recorded_at=tombstone.time, reason=tombstone.reason
        )
    )
    connection.execute(text(_PROBLEMS), {"report": report_id})
    _strip_judgements(connection, report_id)
    _strip_pair_judgements(connection, report_id)
    for table in (schema.claim, schema.extraction, schema.observation):
        connection.execute(delete(table).where(table.c.report_id == report_id))
    connection.execute(delete(schema.report).where(schema.report.c.id == report_id))
    # Taking one report out of the index would leave its words in the index's older segments.
    connection.execute(text("INSERT INTO report_words(report_words) VALUES ('rebuild')"))


def sweep(engine: Engine, path: Path) -> None:
    """Write the file anew without what is erased, and empty the log beside it.

    Raises LockedDatabaseError when another program still reads an older state.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    if busy:
        raise LockedDatabaseError(path)


def mark_swept(connection: Connection, report_ids: Collection[str], *, time: str) -> None:
    """Note that no words of these erased reports are left in the file."""
    table = schema.tombstone
    connection.execute(update(table).where(table.c.report_id.in_(report_ids)).values(swept_at=time))


def tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """What erased reports have left, oldest first."""
    return tuple(map(_tombstone, connection.execute(select(schema.tombstone).order_by(schema.tombstone.c.seq))))


def unswept(connection: Connection) -> tuple[str, ...]:
    """Ids of erased reports whose words the file may still hold."""
    table = schema.tombstone.c
    return tuple(
        connection.execute(select(table.report_id).where(table.swept_at.is_(None)).order_by(table.seq)).scalars()
    )


def _tombstone(row: Row[tuple[str, ...]]) -> Tombstone:
    return Tombstone(row.report_id, row.person, row.recorded_at, row.reason)


def _strip_judgements(connection: Connection, report_id: str) -> None:
    """Leave of judgements on the report who decided what, and when, without any words."""
    table = schema.judgement
    for row in connection.execute(select(table).where(table.c.report_id == report_id)).all():
        made = rows.judgement_record(row.record)
        bare = Judgement(made.id, made.verdict, made.report, made.target, made.person, made.time)
        connection.execute(update(table).where(table.c.seq == row.seq).values(record=rows.as_json(bare)))


def _strip_pair_judgements(connection: Connection, report_id: str) -> None:
    """The same of judgements on actors that point at the report."""
    table = schema.pair_judgement
    for row in connection.execute(select(table)).all():
        made = msgspec.json.decode(row.record, type=PairJudgement)
        if report_id in {pointed.report for pointed in (made.one, made.other) if pointed}:
            bare = PairJudgement(made.id, made.verdict, made.person, made.time)
            connection.execute(update(table).where(table.c.seq == row.seq).values(record=rows.as_json(bare)))
