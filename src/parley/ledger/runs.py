"""Runs of the extractor: which there are, and what one reads differently from another."""

from __future__ import annotations

from itertools import groupby

import msgspec

from parley.compare.runs import Difference, difference
from parley.errors import ParleyError
from parley.ledger.errors import AmbiguousError, NotRecordedError
from parley.model import Claim
from parley.store import Recorded, RunCount, Store

__all__ = ["NoOtherRunError", "RunDifference", "run_difference"]


class NoOtherRunError(ParleyError):
    """There are not two runs to compare."""


class RunDifference(msgspec.Struct, frozen=True, gc=False):
    """What the run `after` reads differently from `before`, in the reports that both have read.

    `reports` holds those in which something differs, by day of publication; `shared` counts the reports of both runs,
    `same` their claims in which nothing differs.
    """

    before: RunCount
    after: RunCount
    reports: tuple[tuple[Recorded, Difference], ...]
    shared: int
    same: int


def run_difference(
    store: Store, reports: tuple[Recorded, ...], *, before: str | None = None, after: str | None = None
) -> RunDifference:
    """The difference of two runs by id or the beginning of one; otherwise the last run but one, and the last.

    With `before` alone it is compared with the last run. Raises NotRecordedError, AmbiguousError, NoOtherRunError.
    """
    first, second = _chosen(store.run_counts(), before, after)
    old, new = _by_report(store, first), _by_report(store, second)
    both = store.read_by(first.run.id) & store.read_by(second.run.id)
    found = [
        (recorded, difference(old.get(recorded.report.id, ()), new.get(recorded.report.id, ())))
        for recorded in reports
        if recorded.report.id in both
    ]
    differing = tuple((recorded, each) for recorded, each in found if each.appeared or each.gone or each.changed)
    return RunDifference(first, second, differing, len(found), sum(each.same for _, each in found))


def _chosen(runs: tuple[RunCount, ...], before: str | None, after: str | None) -> tuple[RunCount, RunCount]:
    if len(runs) < 2:
        raise NoOtherRunError(
            "the record has one run of the extractor, so there is nothing to compare it with; "
            "`parley add --re-extract` makes another once the program has changed"
            if runs
            else "the record has no run of the extractor yet; add reports first"
        )
    second = _named(runs, after) if after else runs[-1]
    first = _named(runs, before) if before else runs[-2]
    if first.run.id == second.run.id:
        raise NoOtherRunError(f"{first.run.id} is the same run twice; name another (see `parley ls runs`)")
    return first, second


def _named(runs: tuple[RunCount, ...], name: str) -> RunCount:
    full = name if name.startswith("run-") else f"run-{name}"
    found = [each for each in runs if each.run.id.startswith(full)]
    if not found:
        raise NotRecordedError("run", name)
    if len(found) > 1:
        raise AmbiguousError("run", name, ids=[each.run.id for each in found])
    return found[0]


def _by_report(store: Store, run: RunCount) -> dict[str, tuple[Claim, ...]]:
    claims = store.claims_under(run.run.id)
    return {report: tuple(found) for report, found in groupby(claims, key=lambda claim: claim.report)}
