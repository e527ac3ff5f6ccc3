"""Entries as comparison across reports takes them: each claim with the day, outlet and origin of its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from parley.ledger.entries import Entry
from parley.model import Passage, Report
from parley.resolve import Told
from parley.resolve.copies import CopySource, bands, compare_pair, copy_groups, signature

__all__ = ["origins_of", "told_of"]

_MOST = 12  # reports with one key are compared with so many of those before them


def told_of(entries: Iterable[Entry], passages: Callable[[str], Iterable[Passage]]) -> tuple[Told, ...]:
    """The claims of entries; of a piece of opinion only what it gives on another's word.

    Reports with one text behind them have one origin; `passages` gives those of a report by its id.
    """
    given = [entry for entry in entries if not entry.opinion or entry.claim.attribution.chain]
    origins = origins_of({entry.report.id: entry.report for entry in given}.values(), passages)
    return tuple(
        Told(entry.claim, entry.report.published, entry.report.outlet, origins[entry.report.id]) for entry in given
    )


def origins_of(reports: Iterable[Report], passages: Callable[[str], Iterable[Passage]]) -> dict[str, str]:
    """By the id of each report what its words go back to: its group of copies, else itself."""
    sources = [CopySource(report, signature(report, passages(report.id))) for report in reports]
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(sources):
        for key in bands(source.signature):
            by_key[key].append(place)
    pairs = {pair for places in by_key.values() for pair in combinations(places[:_MOST], 2)}
    links = [link for i, j in sorted(pairs) if (link := compare_pair(sources[i], sources[j])) is not None]
    groups = {report: group.id for group in copy_groups(links) for report in group.reports}
    return {source.report.id: groups.get(source.report.id, source.report.id) for source in sources}
