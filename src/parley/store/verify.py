"""Promise 1, checked: every stretch lies in the text, every quote is the report's own, every id follows from content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from parley.model import Claim, Evidence, Extraction, Observation, Report, Span, new_claim, new_report

__all__ = ["Mismatch", "claim_mismatches", "mismatches", "report_mismatches", "spans_in", "stretch_mismatches"]

_SHOWN = 40  # characters of a quote in a message


class Mismatch(msgspec.Struct, frozen=True, gc=False):
    """Something that does not fit its report: `where` names the claim or report, `reason` says what and where."""

    fault: Literal["span", "id"]
    where: str
    reason: str
    span: Span | None = None


def mismatches(report: Report, observation: Observation, *, extraction: Extraction) -> Iterator[Mismatch]:
    """Everything about an extraction and an observation that does not fit the report."""
    yield from report_mismatches(report)
    if extraction.report != report.id:
        yield Mismatch("id", f"the extraction of {report.id}", f"it was made from {extraction.report}")
    stretches = (observation.title_span, extraction.passages, extraction.unread)
    yield from stretch_mismatches(report, spans_in(stretches))
    seen: set[str] = set()
    for claim in extraction.claims:
        yield from claim_mismatches(report, claim)
        if claim.id in seen:
            yield Mismatch("id", f"claim {claim.id}", "it stands twice in one extraction")
        seen.add(claim.id)


def report_mismatches(report: Report) -> Iterator[Mismatch]:
    """Whether the report's id follows from its content."""
    made = new_report(report.text, title=report.title, outlet=report.outlet, published=report.published, url=report.url)
    if made.id != report.id:
        yield Mismatch("id", f"report {report.id}", f"its content gives the id {made.id}")


def claim_mismatches(report: Report, claim: Claim) -> Iterator[Mismatch]:
    """Whether a claim's id follows from its content, and all it points at stands in the report."""
    where = f"claim {claim.id}"
    if claim.report != report.id:
        yield Mismatch("id", where, f"it belongs to {claim.report}, not to {report.id}")
    elif not claim.mentions:
        yield Mismatch("span", where, "it has no place in the text")
    elif (made := _claim_id(claim)) != claim.id:
        yield Mismatch("id", where, f"its content gives the id {made}")
    for mention in claim.mentions:
        if not mention.trigger:
            yield Mismatch("span", where, f"the words that make it are an empty stretch at {mention.trigger.start}")
        for evidence in mention.evidence:
            yield from _quote_mismatch(report, where, evidence)
    yield from _outside(report, where, spans_in(claim))


def stretch_mismatches(report: Report, spans: Iterable[Span]) -> Iterator[Mismatch]:
    """Stretches of the report itself that lie outside its text."""
    yield from _outside(report, f"report {report.id}", spans)


def spans_in(value: object) -> Iterator[Span]:
    """Every Span inside a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def _claim_id(claim: Claim) -> str:
    return new_claim(
        claim.report,
        claim.body,
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
    ).id


def _quote_mismatch(report: Report, where: str, evidence: Evidence) -> Iterator[Mismatch]:
    start, end = evidence.start, evidence.end
    if not 0 <= start <= end <= len(report.text):
        yield Mismatch("span", where, _beyond(start, end, report))
    elif (found := report.text[start:end]) != evidence.quote:
        quoted, stands = evidence.quote[:_SHOWN], found[:_SHOWN]
        yield Mismatch("span", where, f"it quotes '{quoted}' where {start} to {end} reads '{stands}'", Span(start, end))


def _outside(report: Report, where: str, spans: Iterable[Span]) -> Iterator[Mismatch]:
    for span in spans:
        if span.end > len(report.text):
            yield Mismatch("span", where, _beyond(span.start, span.end, report), span)


def _beyond(start: int, end: int, report: Report) -> str:
    return f"{start} to {end} lies outside the {len(report.text)} characters of {report.id}"
