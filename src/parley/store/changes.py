"""What has come to a record since an earlier look at it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Table, func, select

from parley.store import schema

__all__ = ["Changes", "Marks", "changes_since", "newest_of"]


class Marks(msgspec.Struct, frozen=True):
    """How many rows of each kind an earlier look at a record saw: the highest number of each."""

    extraction: int = 0
    observation: int = 0
    judgement: int = 0
    tombstone: int = 0


class Changes(msgspec.Struct, frozen=True):
    """Ids of the reports that something came to since, in order, those erased since, and the marks of this look."""

    marks: Marks
    reports: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()


def changes_since(connection: Connection, marks: Marks) -> Changes:
    """What extractions, observations, judgements and tombstones came after `marks`.

    Once something was erased all that is left counts as new: its numbers may have been given again.
    """
    if (connection.execute(select(func.max(schema.tombstone.c.seq))).scalar() or 0) > marks.tombstone:
        marks = Marks(tombstone=marks.tombstone)
    seen: dict[str, int] = {}
    came: dict[str, set[str]] = {}
    for name in Marks.__struct_fields__:
        table = schema.metadata.tables[name].c
        seen[name] = connection.execute(select(func.max(table.seq))).scalar() or 0
        came[name] = set(connection.execute(select(table.report_id).where(table.seq > getattr(marks, name))).scalars())
    erased = came.pop("tombstone")
    return Changes(Marks(**seen), tuple(sorted(set().union(*came.values()) - erased)), tuple(sorted(erased)))


def newest_of(connection: Connection, reports: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """For each of these reports, by id, the numbers of its newest extraction and of the last judgement about it."""
    extractions, judgements = (_newest(connection, table) for table in (schema.extraction, schema.judgement))
    return tuple((report, extractions.get(report, 0), judgements.get(report, 0)) for report in sorted(reports))


def _newest(connection: Connection, table: Table) -> dict[str, int]:
    query = select(table.c.report_id, func.max(table.c.seq)).group_by(table.c.report_id)
    return {row[0]: row[1] for row in connection.execute(query)}
