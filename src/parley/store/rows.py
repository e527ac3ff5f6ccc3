"""Records as rows, and rows as records."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row

from parley.model import (
    Claim,
    Extraction,
    Judgement,
    Observation,
    Passage,
    Problem,
    Report,
    Run,
    Span,
    canonical_json,
    hash_id,
    new_judgement,
)

__all__ = [
    "as_json",
    "claim_record",
    "claim_row",
    "extraction_row",
    "judgement_record",
    "judgement_row",
    "observation_record",
    "observation_row",
    "passages_record",
    "problem_record",
    "problem_row",
    "renamed",
    "report_record",
    "report_row",
    "run_row",
    "spans_record",
    "stored_extraction",
]

Values = dict[str, Any]


def as_json(value: object) -> str:
    """Canonical JSON as text, as the columns hold it."""
    return canonical_json(value).decode()


def report_row(report: Report) -> Values:
    """A row of `report`."""
    return msgspec.structs.asdict(report)


def report_record(row: Row[Any]) -> Report:
    """The report of a row that has the columns of `report`."""
    return Report(**{name: getattr(row, name) for name in Report.__struct_fields__})


def observation_row(report_id: str, observation: Observation) -> Values:
    """A row of `observation`; its id follows from all it holds."""
    values = msgspec.structs.asdict(observation)
    span = observation.title_span
    values |= {"id": hash_id("observation", observation), "report_id": report_id}
    values["title_span"] = None if span is None else as_json(span)
    return values


def observation_record(row: Row[Any]) -> Observation:
    """The observation of a row."""
    values = {name: getattr(row, name) for name in Observation.__struct_fields__}
    span = values["title_span"]
    values["title_span"] = None if span is None else msgspec.json.decode(span, type=Span)
    return Observation(**values)


def run_row(run: Run) -> Values:
    """A row of `run`."""
    return msgspec.structs.asdict(run)


def extraction_row(extraction: Extraction, run_id: str, *, recorded_at: str) -> Values:
    """A row of `extraction`; its claims have a table of their own."""
    return {
        "report_id": extraction.report,
        "run_id": run_id,
        "recorded_at": recorded_at,
        "passages": as_json(extraction.passages),
        "unread": as_json(extraction.unread),
        "problems": as_json(extraction.problems),
    }


def stored_extraction(row: Row[Any], claims: tuple[Claim, ...]) -> Extraction:
    """The extraction of a row and its claims."""
    return Extraction(
        row.report_id,
        claims,
        passages_record(row.passages),
        spans_record(row.unread),
        msgspec.json.decode(row.problems, type=tuple[Problem, ...]),
    )


def passages_record(text: str) -> tuple[Passage, ...]:
    """A column of passages."""
    return msgspec.json.decode(text, type=tuple[Passage, ...])


def spans_record(text: str) -> tuple[Span, ...]:
    """A column of spans."""
    return msgspec.json.decode(text, type=tuple[Span, ...])


def claim_row(claim: Claim, run_id: str) -> Values:
    """A row of `claim`: the whole claim as JSON, and the fields that questions select by."""
    return {
        "id": claim.id,
        "report_id": claim.report,
        "run_id": run_id,
        "kind": claim.kind,
        "act": getattr(claim.body, "act", None),
        "measure": getattr(claim.body, "measure", None),
        "start": min(mention.trigger.start for mention in claim.mentions),
        "record": as_json(claim),
    }


def claim_record(text: str) -> Claim:
    """The claim of a row's `record`."""
    return msgspec.json.decode(text, type=Claim)


def problem_row(problem: Problem, recorded_at: str) -> Values:
    """A row of `problem`; the same problem has the same id whenever it is met."""
    return {
        "id": hash_id("problem", problem),
        "recorded_at": recorded_at,
        "source": problem.source,
        "code": problem.code,
        "record": as_json(problem),
    }


def problem_record(row: Row[Any]) -> Problem:
    """The problem of a row."""
    return msgspec.json.decode(row.record, type=Problem)


def judgement_row(made: Judgement) -> Values:
    """A row of `judgement`: the whole of it as JSON, and the fields that questions select by."""
    return {
        "id": made.id,
        "report_id": made.report,
        "verdict": made.verdict,
        "target": made.target,
        "recorded_at": made.time,
        "record": as_json(made),
    }


def judgement_record(text: str) -> Judgement:
    """The judgement of a row's `record`."""
    return msgspec.json.decode(text, type=Judgement)


def renamed(made: Judgement) -> Judgement:
    """The judgement with the id that its content gives."""
    fields = msgspec.structs.asdict(made)
    return new_judgement(**{name: value for name, value in fields.items() if name != "id"})
