"""The reports of a record and what their newest runs say, of all reports or of some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

import msgspec
from sqlalchemy import ColumnElement, Connection, func, or_, select, true

from parley.model import Claim, Observation, Report
from parley.store import rows, schema

__all__ = [
    "Recorded",
    "among",
    "claims",
    "count",
    "last_recorded",
    "published",
    "recorded",
    "recorded_after",
    "reports_named",
    "reports_with",
]

_AFTER_ALL = "\U0010ffff"  # no id has it


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """A report of the record with all its observations (by source) and when it was first recorded (ISO, UTC)."""

    report: Report
    observations: tuple[Observation, ...]
    recorded_at: str


def among(column: ColumnElement[str], ids: Collection[str] | None) -> ColumnElement[bool]:
    """That a column holds one of these ids, however many; None: any."""
    if ids is None:
        return true()
    return column.in_(select(func.json_each(rows.as_json(sorted(ids))).table_valued("value").c.value))


def recorded(connection: Connection, ids: Collection[str] | None) -> Iterator[Recorded]:
    """Reports, of these ids or all, by day of publication (undated last), then id."""
    observations = _observations(connection, ids)
    report, made = schema.report, schema.extraction.c
    first = select(made.report_id, func.min(made.recorded_at).label("recorded_at")).where(among(made.report_id, ids))
    since = first.group_by(made.report_id).subquery()
    query = select(report, since.c.recorded_at).join(since, since.c.report_id == report.c.id)
    for row in connection.execute(query.order_by(report.c.published.is_(None), report.c.published, report.c.id)):
        yield Recorded(rows.report_record(row), observations[row.id], row.recorded_at)


def count(connection: Connection) -> int:
    """How many reports are recorded."""
    return connection.execute(select(func.count(schema.report.c.id))).scalar_one()


def published(connection: Connection, ids: Collection[str] | None) -> dict[str, str | None]:
    """When reports, of these ids or all, were published, by id."""
    report = schema.report.c
    found = connection.execute(select(report.id, report.published).where(among(report.id, ids)))
    return {row.id: row.published for row in found}


def recorded_after(connection: Connection, time: str) -> tuple[str, ...]:
    """Ids of the reports first recorded after a time (ISO, UTC)."""
    made = schema.extraction.c
    found = select(made.report_id).group_by(made.report_id).having(func.min(made.recorded_at) > time)
    return tuple(sorted(connection.execute(found).scalars()))


def last_recorded(connection: Connection) -> str:
    """When the newest report was first recorded (ISO, UTC); empty where there is none."""
    made = schema.extraction.c
    first = select(func.min(made.recorded_at).label("recorded_at")).group_by(made.report_id).subquery()
    return connection.execute(select(func.max(first.c.recorded_at))).scalar() or ""


def claims(
    connection: Connection,
    ids: Collection[str] | None,
    wanted: Mapping[str, str | None] = MappingProxyType({}),
    *,
    prefix: str = "",
    only: Collection[str] | None = None,
) -> Iterator[Claim]:
    """Claims of the newest runs of reports, of these ids or all, by report id and place in the report.

    With the values `wanted` of columns (None: any); `prefix` is how the id of a claim begins, `only` are ids of claims (None: any).
    """
    claim, made = schema.claim.c, schema.extraction.c
    newest = select(func.max(made.seq)).where(among(made.report_id, ids)).group_by(made.report_id)
    current = select(made.report_id, made.run_id).where(made.seq.in_(newest)).subquery()
    query = select(claim.record).join(
        current, (current.c.report_id == claim.report_id) & (current.c.run_id == claim.run_id)
    )
    for column, value in wanted.items():
        if value is not None:
            query = query.where(claim[column] == value)
    if only is not None:
        query = query.where(among(claim.id, only))
    if prefix:
        query = query.where(claim.id >= prefix, claim.id < prefix + _AFTER_ALL)
    for text in connection.execute(query.order_by(claim.report_id, claim.start, claim.id)).scalars():
        yield rows.claim_record(text)


def reports_with(connection: Connection, prefix: str) -> tuple[str, ...]:
    """Ids of the reports that claims whose ids begin so, current or not, are from."""
    claim = schema.claim.c
    found = select(claim.report_id).where(claim.id >= prefix, claim.id < prefix + _AFTER_ALL).distinct()
    return tuple(sorted(connection.execute(found).scalars()))


def reports_named(connection: Connection, beginning: str, source: str) -> tuple[str, ...]:
    """Ids of the reports whose id begins so, or that were read from this source or from one whose path ends so."""
    report, seen = schema.report.c, schema.observation.c
    by_id = select(report.id).where(report.id >= beginning, report.id < beginning + _AFTER_ALL)
    end = func.substr(seen.source, -len(source) - 1)
    by_source = select(seen.report_id).where(or_(seen.source == source, end == f"/{source}"))
    return tuple(sorted({*connection.execute(by_id).scalars(), *connection.execute(by_source).scalars()}))


def _observations(connection: Connection, ids: Collection[str] | None) -> dict[str, tuple[Observation, ...]]:
    """The observations of each report, by source."""
    seen = schema.observation
    query = select(seen).where(among(seen.c.report_id, ids)).order_by(seen.c.source, seen.c.id)
    found: dict[str, list[Observation]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.report_id].append(rows.observation_record(row))
    return {report: tuple(each) for report, each in found.items()}
