"""Rows added to the record unless they are there."""

from __future__ import annotations

from sqlalchemy import Connection, Table, insert, select

from parley.model import Observation
from parley.store import rows, schema

__all__ = ["add_new", "observe", "observed", "recorded_under"]


def add_new(connection: Connection, table: Table, values: rows.Values) -> bool:
    """Add a row unless its id is there; whether it was added."""
    if connection.execute(select(table.c.seq).where(table.c.id == values["id"])).first():
        return False
    connection.execute(insert(table), values)
    return True


def observed(connection: Connection, report_id: str, observation: Observation) -> bool:
    """Whether it is noted already that a report was read from a source."""
    table = schema.observation.c
    wanted = rows.observation_row(report_id, observation)["id"]
    return (
        connection.execute(select(table.seq).where(table.report_id == report_id, table.id == wanted)).first()
        is not None
    )


def observe(connection: Connection, report_id: str, observation: Observation) -> bool:
    """Note that a report was read from a source; whether that is news."""
    if observed(connection, report_id, observation):
        return False
    connection.execute(insert(schema.observation), rows.observation_row(report_id, observation))
    return True


def recorded_under(connection: Connection, report_id: str, run_id: str | None) -> bool:
    """Whether a report is recorded, under this run or (None) any."""
    table = schema.extraction.c
    query = select(table.seq).where(table.report_id == report_id)
    if run_id is not None:
        query = query.where(table.run_id == run_id)
    return connection.execute(query.limit(1)).first() is not None
