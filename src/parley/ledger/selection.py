"""The reports and claims of a judged record that a question is about; only these are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from parley.ledger.entries import Entry, SourceCount
from parley.ledger.filters import Filters, observation_for, passes_claim, passes_report, valid_days
from parley.ledger.ids import the_one
from parley.ledger.judged import JudgedRecord
from parley.model import Observation, Report, Story
from parley.resolve import Judged
from parley.store import Recorded, Store

__all__ = [
    "entries_as_read",
    "entries_in",
    "entries_named",
    "entry_of",
    "narrowed",
    "report_named",
    "reports_in",
    "source_counts",
]


def reports_in(record: JudgedRecord, filters: Filters, members: Collection[str] | None) -> dict[str, Recorded]:
    """By id, in the order of their days, the reports that pass the filters on reports; of `members` (ids; None: all).

    Raises BadDateError, and for the filter `report` NotRecordedError and AmbiguousError.
    """
    valid_days(filters)
    name = filters.get("report")
    candidates = record.reports(among=members) if name is None else [report_named(record, name)]
    return {
        recorded.report.id: recorded
        for recorded in candidates
        if (members is None or recorded.report.id in members) and passes_report(recorded, filters)
    }


def report_named(record: JudgedRecord, name: str) -> Recorded:
    """The report with this id, beginning of one, or source. Raises NotRecordedError and AmbiguousError."""
    return next(record.reports(the_one("report", name, record.reports_named(name) if name else ())))


def narrowed(reports: Mapping[str, Recorded], filters: Filters) -> Collection[str] | None:
    """Ids of the reports whose claims are to be read; None, that is all, where the filters may leave most reports."""
    narrow = filters.get("story") is not None or filters.get("report") is not None
    return reports.keys() if narrow else None


def entries_in(
    record: JudgedRecord,
    reports: Mapping[str, Recorded],
    filters: Filters,
    *,
    among: Collection[str] | None,
    ids: Collection[str] | None = None,
) -> tuple[Entry, ...]:
    """The current claims of reports, by id, that pass the filters, in the order of a view; read `among` these or all.

    Those with these `ids`, or (None) all.
    """
    found: list[Entry] = []
    rejected = bool(filters.get("rejected"))
    for judged in record.claims(filters, among=among, ids=ids):
        recorded = reports.get(judged.claim.report)
        if recorded is None or judged.rejected != rejected or not passes_claim(judged.claim, filters):
            continue
        found.append(entry_of(judged, recorded.report, observation_for(recorded, filters.get("story"))))
    return tuple(sorted(found, key=_order))


def entries_named(store: Store, story: Story, where: Mapping[str, str]) -> dict[str, Entry]:
    """By id the entries of claims of a story, each in the report (id) that `where` gives for it; only they are read."""
    record, filters, reports = JudgedRecord(store), Filters(story=story.id), frozenset(where.values())
    found = entries_in(record, reports_in(record, filters, reports), filters, among=reports, ids=where.keys())
    return {entry.claim.id: entry for entry in found}


def entries_as_read(
    record: JudgedRecord, reports: Mapping[str, Recorded], *, filters: Filters, person: str | None
) -> tuple[Entry, ...]:
    """The same as they were read, each with what one person (None: nobody) decided about it."""
    found: list[Entry] = []
    for judged in record.as_read(filters, among=narrowed(reports, filters), person=person):
        recorded = reports.get(judged.claim.report)
        if recorded is not None and passes_claim(judged.claim, filters):
            found.append(entry_of(judged, recorded.report, recorded.observations[0]))
    return tuple(sorted(found, key=_order))


def entry_of(judged: Judged, report: Report, observation: Observation) -> Entry:
    """The entry of a claim as it was judged."""
    return Entry(judged.claim, report, observation, judged if judged.judgements else None)


def source_counts(entries: Iterable[Entry]) -> Iterator[SourceCount]:
    """Who stands behind how many claims."""
    claimed: dict[tuple[str, str], int] = defaultdict(int)
    relayed: dict[tuple[str, str], int] = defaultdict(int)
    reports: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        links: list[tuple[str, str]] = [(source.name, source.kind) for source in entry.claim.attribution.chain]
        *relays, claimant = links or [(entry.report.outlet or "", "outlet")]
        claimed[claimant] += 1
        for relay in relays:
            relayed[relay] += 1
        for link in (*relays, claimant):
            reports[link].add(entry.report.id)
    for link, where in reports.items():
        yield SourceCount(*link, claims=claimed[link], relayed=relayed[link], reports=len(where))


def _order(entry: Entry) -> tuple[bool, str, str, int, str]:
    return entry.undated, entry.report.published or "", entry.report.id, entry.start, entry.claim.id
