"""The record of a line of `claims.jsonl`: a claim with enough of its report to stand alone."""

from __future__ import annotations

import msgspec

from parley.ledger import Entry
from parley.model import Attribution, Body, Claim, DateRange, Factuality, Mention
from parley.model.claim import Origin
from parley.pages import Decided, decided

__all__ = ["ClaimLine", "ReportLine", "claim_line"]


class ReportLine(msgspec.Struct, frozen=True):
    """The report a claim stands in: `source` is the path it was read from, `published` an ISO date or date-time.

    `opinion` marks a piece of opinion: what it says in its own voice is its writer's view.
    """

    id: str
    source: str
    outlet: str | None
    published: str | None
    opinion: bool


class ClaimLine(msgspec.Struct, frozen=True):
    """One claim. Offsets are half-open and count code points of the report's text.

    For a plain-text file they are offsets in the decoded file. `kind` is that of the body. `decided` says what
    people decided about it, oldest first; `read_as` is the extractor's id of a claim that a person corrected.
    """

    id: str
    kind: str
    report: ReportLine
    body: Body
    attribution: Attribution
    factuality: Factuality
    when: DateRange | None
    mentions: tuple[Mention, ...]
    rule: str
    origin: Origin
    decided: tuple[Decided, ...]
    read_as: str | None


def claim_line(entry: Entry) -> ClaimLine:
    """The line of an entry."""
    claim: Claim = entry.claim
    report = entry.report
    base = entry.judged.base if entry.judged else claim
    return ClaimLine(
        claim.id,
        claim.kind,
        ReportLine(report.id, entry.observation.source, report.outlet, report.published, entry.opinion),
        claim.body,
        claim.attribution,
        claim.factuality,
        claim.when,
        claim.mentions,
        claim.rule,
        claim.origin,
        decided(entry.judgements),
        base.id if base.id != claim.id else None,
    )
