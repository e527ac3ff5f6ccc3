"""The integrity check anyone can run: the file, every id, every stretch and every quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from parley.model import Passage, Problem, Report
from parley.store import rows, schema
from parley.store.erasure import unswept
from parley.store.judgements import judgement_mismatches
from parley.store.verify import Mismatch, claim_mismatches, report_mismatches, spans_in, stretch_mismatches

__all__ = ["check"]


def check(connection: Connection) -> Iterator[Problem]:
    """What is wrong with the database, one Problem each; nothing when all is well."""
    for (verdict,) in connection.exec_driver_sql("PRAGMA quick_check"):
        if verdict != "ok":
            yield Problem("damaged_file", f"the database's structure is broken: {verdict}; restore it from a copy")
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("lost_row", f"a row of {table} belongs to a {parent} that is not there; restore it from a copy")
    for report_id in unswept(connection):
        yield Problem("erasure_unfinished", _UNSWEPT.format(report_id), report_id)
    for row in connection.execute(select(schema.report).order_by(schema.report.c.seq)):
        report = rows.report_record(row)
        for mismatch in _of_report(connection, report):
            yield Problem(_CODES[mismatch.fault], _sentence(mismatch), report.id, mismatch.span)


_UNSWEPT = "{0} is erased, but the file may still hold its words; run `parley decide erase {0}` again to finish"
_CODES = {"span": "span_mismatch", "id": "id_mismatch"}


def _sentence(mismatch: Mismatch) -> str:
    return f"{mismatch.where} does not fit its report: {mismatch.reason}; restore the database from a copy"


def _of_report(connection: Connection, report: Report) -> Iterator[Mismatch]:
    yield from report_mismatches(report)
    for table, verify in (
        (schema.observation, _of_observation),
        (schema.extraction, _of_extraction),
        (schema.claim, _of_claim),
        (schema.judgement, _of_judgement),
    ):
        for row in connection.execute(select(table).where(table.c.report_id == report.id).order_by(table.c.seq)):
            try:
                yield from verify(report, row)
            except (msgspec.MsgspecError, ValueError) as error:
                yield Mismatch("id", f"a row of {table.name} of {report.id}", f"it cannot be read ({error})")


def _of_observation(report: Report, row: Row[Any]) -> Iterator[Mismatch]:
    yield from stretch_mismatches(report, spans_in(rows.observation_record(row).title_span))


def _of_extraction(report: Report, row: Row[Any]) -> Iterator[Mismatch]:
    passages = msgspec.json.decode(row.passages, type=tuple[Passage, ...])
    yield from stretch_mismatches(report, spans_in((passages, rows.spans_record(row.unread))))


def _of_claim(report: Report, row: Row[Any]) -> Iterator[Mismatch]:
    claim = rows.claim_record(row.record)
    if claim.id != row.id:
        yield Mismatch("id", f"claim {row.id}", f"its record has the id {claim.id}")
    yield from claim_mismatches(report, claim)


def _of_judgement(report: Report, row: Row[Any]) -> Iterator[Mismatch]:
    made = rows.judgement_record(row.record)
    if made.id != row.id:
        yield Mismatch("id", f"judgement {row.id}", f"its record has the id {made.id}")
    yield from judgement_mismatches(report, made)
