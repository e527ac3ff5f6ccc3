"""The log of people's judgements: added to, never changed, except that an erased report takes its words with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, Table, func, insert, select

from parley.model import Judgement, PairJudgement, Report
from parley.resolve import corrected
from parley.store import rows, schema
from parley.store.verify import Mismatch, claim_mismatches, spans_in, stretch_mismatches

__all__ = [
    "add_judgement",
    "add_judgement_made",
    "add_pair_judgement",
    "add_pair_judgement_made",
    "judgement_mismatches",
    "judgements",
    "pair_judgements",
]


def add_judgement(connection: Connection, make: Callable[[str], Judgement], *, now: datetime) -> Judgement:
    """Add the judgement that `make` gives for its time, later than every time in the log so that both orders agree."""
    made = make(_next_time(connection, schema.judgement, now))
    add_judgement_made(connection, made)
    return made


def add_judgement_made(connection: Connection, made: Judgement) -> None:
    """Add a judgement with the time it has; one that is there already is left as it is."""
    connection.execute(insert(schema.judgement).prefix_with("OR IGNORE"), rows.judgement_row(made))


def add_pair_judgement(connection: Connection, make: Callable[[str], PairJudgement], *, now: datetime) -> PairJudgement:
    """As `add_judgement`, for one about a pair of actors."""
    made = make(_next_time(connection, schema.pair_judgement, now))
    add_pair_judgement_made(connection, made)
    return made


def add_pair_judgement_made(connection: Connection, made: PairJudgement) -> None:
    """As `add_judgement_made`, for one about a pair of actors."""
    values = {"id": made.id, "verdict": made.verdict, "recorded_at": made.time, "record": rows.as_json(made)}
    connection.execute(insert(schema.pair_judgement).prefix_with("OR IGNORE"), values)


def pair_judgements(connection: Connection) -> tuple[PairJudgement, ...]:
    """What people decided about pairs of actors, undone or not, oldest first."""
    table = schema.pair_judgement
    records = connection.execute(select(table.c.record).order_by(table.c.recorded_at, table.c.id)).scalars()
    return tuple(msgspec.json.decode(record, type=PairJudgement) for record in records)


def _next_time(connection: Connection, table: Table, now: datetime) -> str:
    """The time now, but later than every time in a log."""
    last = connection.execute(select(func.max(table.c.recorded_at))).scalar()
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def judgements(connection: Connection, report_id: str | None = None) -> tuple[Judgement, ...]:
    """The log, oldest first, or what of it is about a report."""
    table = schema.judgement
    query = select(table.c.record).order_by(table.c.recorded_at, table.c.id)
    if report_id is not None:
        query = query.where(table.c.report_id == report_id)
    return tuple(map(rows.judgement_record, connection.execute(query).scalars()))


def judgement_mismatches(report: Report, made: Judgement) -> Iterator[Mismatch]:
    """Whether a judgement's id follows from its content, and all it points at stands in the report."""
    where = f"judgement {made.id}"
    if rows.renamed(made).id != made.id:
        yield Mismatch("id", where, "its content gives another id")
    yield from stretch_mismatches(report, spans_in(made.mention))
    if made.claim is None:
        return
    yield from claim_mismatches(report, made.claim)
    try:
        yield from claim_mismatches(report, corrected(made.claim, made.changes, mention=made.mention))
    except (msgspec.ValidationError, ValueError) as error:
        yield Mismatch("id", where, f"its values do not suit the claim ({error})")
