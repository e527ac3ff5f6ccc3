"""The record of a store as people judged it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, TypedDict

import msgspec

from parley.ledger.filters import Filters
from parley.ledger.ids import full_id
from parley.model import Claim, Judgement, Problem, hash_id
from parley.resolve import Judged, JudgedClaims, corrected_report, in_force, judged_claims
from parley.store import Recorded, Store

__all__ = ["JudgedRecord", "LogEntry"]

_WHOLE = len(hash_id("claim", None))


class LogEntry(msgspec.Struct, frozen=True, gc=False):
    """A judgement and whether it holds: `in_force`, `undone`, or `without_anchor` when it fits no claim any more.

    `erased` ones were about a report that is gone.
    """

    judgement: Judgement
    state: Literal["in_force", "undone", "without_anchor", "erased"]


class JudgedRecord:
    """Reads a store and puts people's judgements in force into effect; takes a fresh look at the log when made."""

    def __init__(self, store: Store) -> None:
        """`store` may be open read-only."""
        self._store = store
        self.log = store.judgements()
        self._standing: dict[str, list[Judgement]] = defaultdict(list)
        for made in in_force(self.log):
            self._standing[made.report].append(made)

    @property
    def corrects_reports(self) -> bool:
        """Whether any report's title, outlet or day is corrected."""
        return any(made.verdict == "correct_report" for each in self._standing.values() for made in each)

    def reports(self, report_id: str | None = None, *, among: Collection[str] | None = None) -> Iterator[Recorded]:
        """All reports, the one with this id, or those with ids `among` these, as people corrected them.

        By day of publication, undated last.
        """
        found = self._store.reports(report_id, among=among)
        if not self.corrects_reports:
            return found
        return iter(sorted(map(self._corrected, found), key=_order))

    def published(self, among: Collection[str] | None = None) -> dict[str, str | None]:
        """When reports, all or those with ids `among` these, were published, as people corrected it, by id."""
        found = self._store.published(among)
        corrected = [report for report in self._standing if report in found and self.about_report(report)]
        return found | {each.report.id: each.report.published for each in self.reports(among=corrected)}

    def reports_named(self, name: str) -> tuple[str, ...]:
        """Ids of the reports whose id is this or begins so (`report-` may be left out), or whose source it is."""
        return self._store.reports_named(full_id("report", name), name)

    def claims(
        self, filters: Filters, *, among: Collection[str] | None = None, ids: Collection[str] | None = None
    ) -> Iterator[Judged]:
        """The current claims, of all reports or those with ids `among` these, of the filters' kind, act and measure.

        Those with these `ids`, or all; rejected ones too.
        """
        wanted = _of_claims(filters)
        judged = self._judged_reports(among)
        read = self._store.claims(among=among, **wanted) if ids is None else self._store.claims_with(ids, among)
        for claim in read:
            if claim.report not in judged and _has(claim, wanted):
                yield Judged(claim, claim)
        for report_id in judged:
            found = (each for each in self.judged(report_id).claims if ids is None or each.claim.id in ids)
            yield from (each for each in found if _has(each.claim, wanted))

    def named(self, beginning: str) -> dict[str, Judged]:
        """By its id, each claim of which some id, its own or the extractor's, begins so; a whole id beats the rest."""
        judged = self._judged_reports(None)
        read = tuple(self._store.claims(prefix=beginning))
        found = [Judged(claim, claim) for claim in read if claim.report not in judged]
        for report_id in self._near(beginning, read, judged):
            found += [
                each for each in self.judged(report_id).claims if any(own.startswith(beginning) for own in each.ids)
            ]
        exact = sorted((each for each in found if beginning in each.ids), key=lambda each: each.rejected)
        return {each.claim.id: each for each in exact[:1] or found}

    def _near(self, beginning: str, read: Iterable[Claim], judged: Iterable[str]) -> tuple[str, ...]:
        """The judged reports in which a claim may answer to an id: for a whole one that was read or judged, its own."""
        own = {claim.report for claim in read} | {made.report for made in self.log if made.target == beginning}
        return tuple(each for each in judged if each in own or not own or len(beginning) < _WHOLE)

    def judged(self, report_id: str) -> JudgedClaims:
        """The claims of one report as judged, and what no longer fits."""
        return judged_claims(self._store.claims(report=report_id), self._standing.get(report_id, ()))

    def as_read(self, filters: Filters, *, among: Collection[str] | None, person: str | None) -> Iterator[Judged]:
        """The same as they were read, each with what one person (None: nobody) decided about it."""
        by = {each: self._judged_by(person, each) for each in self._judged_reports(among)}
        for claim in self._store.claims(among=among, **_of_claims(filters)):
            yield Judged(claim, claim, by.get(claim.report, {}).get(claim.id, ()))

    def _judged_by(self, person: str | None, report_id: str) -> dict[str, tuple[Judgement, ...]]:
        """What one person decided about each claim of a report, by the extractor's id."""
        own = [made for made in self._standing.get(report_id, ()) if made.claim and made.person == person]
        found = judged_claims(self._store.claims(report=report_id), own).claims if own else ()
        return {claim: each.judgements for each in found for claim in sorted(each.ids)}

    def about_report(self, report_id: str) -> tuple[Judgement, ...]:
        """The corrections of a report itself that are in force, oldest first."""
        return tuple(made for made in self._standing.get(report_id, ()) if made.verdict == "correct_report")

    def given_stories(self, recorded: Recorded) -> tuple[str, ...]:
        """The stories a report was given: by the last person who put it in one, else as it was added.

        One that a person put in none is given one of its own.
        """
        report = recorded.report.id
        put = [made for made in self._standing.get(report, ()) if made.verdict == "put_in_story"]
        if put:
            return tuple(str(change.new or report) for change in put[-1].changes)
        return tuple(sorted({seen.story for seen in recorded.observations if seen.story}))

    def problems(self) -> tuple[Problem, ...]:
        """Judgements that no longer fit any claim."""
        return tuple(problem for report_id in self._judged_reports(None) for problem in self.judged(report_id).problems)

    def entries(self) -> tuple[LogEntry, ...]:
        """The whole log, oldest first, each judgement with its state."""
        standing = {made.id for each in self._standing.values() for made in each}
        lost = {made.id for report_id in self._judged_reports(None) for made in self.judged(report_id).lost}
        erased = {tombstone.report for tombstone in self._store.tombstones()}
        return tuple(LogEntry(made, _state(made, standing, lost=lost, erased=erased)) for made in self.log)

    def _corrected(self, recorded: Recorded) -> Recorded:
        corrections = self.about_report(recorded.report.id)
        if not corrections:
            return recorded
        report, seen = corrected_report(recorded.report, corrections), recorded.observations
        if report.published != recorded.report.published:
            seen = tuple(msgspec.structs.replace(each, published_basis="person") for each in seen)
        return msgspec.structs.replace(recorded, report=report, observations=seen)

    def _judged_reports(self, among: Collection[str] | None) -> dict[str, None]:
        """Ids of the reports, all or `among` these, with judgements on their claims, in the order of the log."""
        wanted = (each for each in self._standing if among is None or each in among)
        return {each: None for each in wanted if any(made.claim for made in self._standing[each])}


def _state(
    made: Judgement, standing: set[str], *, lost: set[str], erased: set[str]
) -> Literal["in_force", "undone", "without_anchor", "erased"]:
    if made.report in erased:
        return "erased"
    if made.id not in standing:
        return "undone"
    return "without_anchor" if made.id in lost else "in_force"


class _Wanted(TypedDict):
    kind: str | None
    act: str | None
    measure: str | None


def _of_claims(filters: Filters) -> _Wanted:
    return _Wanted(kind=filters.get("kind"), act=filters.get("act"), measure=filters.get("measure"))


def _has(claim: Claim, wanted: Mapping[str, object]) -> bool:
    own = {"kind": claim.kind, "act": getattr(claim.body, "act", None), "measure": getattr(claim.body, "measure", None)}
    return all(value is None or own[name] == value for name, value in wanted.items())


def _order(recorded: Recorded) -> tuple[bool, str, str]:
    published = recorded.report.published
    return published is None, published or "", recorded.report.id
