"""What each run of the extractor recorded."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select

from parley.model import Claim, Run
from parley.store import rows, schema

__all__ = ["RunCount", "claim_under_any", "claims_under", "run_counts", "runs"]


class RunCount(msgspec.Struct, frozen=True, gc=False):
    """A run with when it first and last recorded anything (ISO, UTC; None: erased since), its reports and its claims."""

    run: Run
    first: str | None
    last: str | None
    reports: int
    claims: int


def runs(connection: Connection) -> tuple[Run, ...]:
    """Every run something was recorded under, oldest first."""
    found = connection.execute(select(schema.run).order_by(schema.run.c.seq))
    return tuple(Run(**{name: getattr(row, name) for name in Run.__struct_fields__}) for row in found)


def run_counts(connection: Connection) -> tuple[RunCount, ...]:
    """Every run, oldest first, with what it recorded."""
    extraction, claim = schema.extraction.c, schema.claim.c
    times = func.min(extraction.recorded_at), func.max(extraction.recorded_at), func.count()
    read = {
        row[0]: row[1:] for row in connection.execute(select(extraction.run_id, *times).group_by(extraction.run_id))
    }
    told = {row[0]: row[1] for row in connection.execute(select(claim.run_id, func.count()).group_by(claim.run_id))}
    found = []
    for run in runs(connection):
        first, last, reports = read.get(run.id, (None, None, 0))
        found.append(RunCount(run, first, last, reports, told.get(run.id, 0)))
    return tuple(found)


def claims_under(connection: Connection, run_id: str) -> Iterator[Claim]:
    """The claims that a run read, by report id and place in the report."""
    claim = schema.claim.c
    query = select(claim.record).where(claim.run_id == run_id).order_by(claim.report_id, claim.start, claim.id)
    for text in connection.execute(query).scalars():
        yield rows.claim_record(text)


def claim_under_any(connection: Connection, claim_id: str) -> Claim | None:
    """The claim with this id that any run read, current or not."""
    claim = schema.claim.c
    text = connection.execute(select(claim.record).where(claim.id == claim_id).limit(1)).scalar()
    return rows.claim_record(text) if text else None
