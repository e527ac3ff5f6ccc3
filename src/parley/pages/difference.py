"""What two runs of the extractor read differently, as a page: counts first, then report by report."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.compare.runs import ChangedClaim, Difference, FieldDifference
from parley.ledger import RunDifference
from parley.model import Claim, Report
from parley.pages.listing import ListPage
from parley.pages.values import value_words
from parley.pages.words import claim_words
from parley.store import Recorded, RunCount

__all__ = ["DifferencePage", "DifferenceRow", "RunRow", "difference_page", "runs_page"]


class DifferenceRow(msgspec.Struct, frozen=True):
    """A claim that `appeared`, is `gone`, or of which one `field` `changed` from `before` to `after`.

    `id` is the claim's in the later run (of one that is gone, in the earlier), `was` that of a changed one in the earlier.
    """

    published: str | None
    outlet: str | None
    title: str | None
    report: str
    change: str
    kind: str
    words: str
    field: str | None
    before: str | None
    after: str | None
    start: int
    id: str
    was: str | None


class DifferencePage(ListPage[DifferenceRow], frozen=True):
    """The runs `before` and `after` by id, how many reports both have read, in how many of them something differs,
    how many claims appeared, went, changed and stayed the same, and the rows."""

    before: str
    after: str
    reports: int
    differing: int
    appeared: int
    gone: int
    changed: int
    same: int


class RunRow(msgspec.Struct, frozen=True):
    """A run of the extractor: when it first and last recorded anything (ISO, UTC), and what; the newest stands first."""

    first: str | None
    last: str | None
    reports: int
    claims: int
    model: str
    code: str
    lexicon: str
    settings: str
    id: str


def difference_page(found: RunDifference, limit: int | None = None) -> DifferencePage:
    """The difference of two runs, with at most `limit` rows."""
    rows = tuple(row for recorded, each in found.reports for row in _rows(recorded, each))
    differences = [each for _, each in found.reports]
    return DifferencePage(
        "differences",
        rows[:limit],
        len(rows),
        found.before.run.id,
        found.after.run.id,
        found.shared,
        len(found.reports),
        sum(len(each.appeared) for each in differences),
        sum(len(each.gone) for each in differences),
        sum(len(each.changed) for each in differences),
        found.same,
    )


def runs_page(runs: tuple[RunCount, ...], limit: int | None = None) -> ListPage[RunRow]:
    """The runs, the newest first, at most `limit`."""
    rows = [_run(each) for each in reversed(runs)]
    return ListPage("runs", tuple(rows[:limit]), len(rows))


def _run(each: RunCount) -> RunRow:
    run = each.run
    return RunRow(
        each.first, each.last, each.reports, each.claims, run.model, run.code, run.lexicon, run.settings, run.id
    )


def _rows(recorded: Recorded, found: Difference) -> Iterator[DifferenceRow]:
    report = recorded.report
    for change, claims in (("appeared", found.appeared), ("gone", found.gone)):
        yield from (_row(report, claim, change=change) for claim in claims)
    for changed in found.changed:
        yield from _changed(report, changed)


def _changed(report: Report, changed: ChangedClaim) -> Iterator[DifferenceRow]:
    row = _row(report, changed.after, change="changed")
    was = changed.before.id if changed.before.id != changed.after.id else None
    for field in changed.fields:
        before, after = _words(field, report.text)
        yield msgspec.structs.replace(row, field=field.field, before=before, after=after, was=was)


def _words(field: FieldDifference, text: str) -> tuple[str, str]:
    """The two values in words; as JSON, with everything they hold, where short words do not tell them apart."""
    before, after = value_words(field.before, text=text), value_words(field.after, text=text)
    if before != after:
        return before, after
    return msgspec.json.encode(field.before).decode(), msgspec.json.encode(field.after).decode()


def _row(report: Report, claim: Claim, *, change: str) -> DifferenceRow:
    start = min(mention.trigger.start for mention in claim.mentions)
    words = claim_words(claim, report.text)
    return DifferenceRow(
        report.published,
        report.outlet,
        report.title,
        report.id,
        change,
        claim.kind,
        words,
        None,
        None,
        None,
        start,
        claim.id,
        None,
    )
