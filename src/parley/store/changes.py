"""What has come to a record since an earlier look at it."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, Table, func, select

from parley.store import schema
from parley.store.current import among

__all__ = ["Changes", "Marks", "changes_since", "newest_of"]


class Marks(msgspec.Struct, frozen=True, gc=False):
    """How many rows of each kind an earlier look at a record saw: the highest number of each."""

    extraction: int = 0
    observation: int = 0
    judgement: int = 0
    tombstone: int = 0


class Changes(msgspec.Struct, frozen=True, gc=False):
    """Ids of the reports that something came to since, in order, those erased since, and the marks of this look."""

    marks: Marks
    reports: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()


def changes_since(connection: Connection, marks: Marks) -> Changes:
    """What extractions, observations, judgements and tombstones came after `marks`.

    Once something was erased all that is left counts as new: its numbers may have been given again.
    """
    tables = {name: schema.metadata.tables[name].c for name in Marks.__struct_fields__}
    last = [
        func.coalesce(select(func.max(table.seq)).scalar_subquery(), 0).label(name) for name, table in tables.items()
    ]
    now = Marks(**connection.execute(select(*last)).one()._mapping)
    if now.tombstone > marks.tombstone:
        marks = Marks(tombstone=marks.tombstone)
    came = {
        name: set(connection.execute(select(table.report_id).where(table.seq > getattr(marks, name))).scalars())
        for name, table in tables.items()
        if getattr(now, name) > getattr(marks, name)
    }
    erased = came.pop("tombstone", set())
    return Changes(now, tuple(sorted(set().union(*came.values()) - erased)), tuple(sorted(erased)))


def newest_of(connection: Connection, reports: Collection[str]) -> tuple[tuple[str, int, int, int], ...]:
    """For each of these reports, by id, the numbers of its newest extraction, observation and judgement."""
    tables = (schema.extraction, schema.observation, schema.judgement)
    read, seen, judged = (_newest(connection, table, reports) for table in tables)
    return tuple((each, read.get(each, 0), seen.get(each, 0), judged.get(each, 0)) for each in sorted(reports))


def _newest(connection: Connection, table: Table, reports: Collection[str]) -> dict[str, int]:
    query = select(table.c.report_id, func.max(table.c.seq)).where(among(table.c.report_id, reports))
    return {row[0]: row[1] for row in connection.execute(query.group_by(table.c.report_id))}
