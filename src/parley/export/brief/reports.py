"""Reports in full, made together: what each page needs is looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import Entry, Ledger
from parley.model import CopyLink, Report, Run, Span
from parley.pages import InStory, ReportInFull, marked_page
from parley.pages.copies import copy_rows
from parley.store import Recorded

__all__ = ["reports_in_full"]


class _Known(msgspec.Struct, frozen=True):
    """What pages of reports are made of, by report; `reports` are all, as people corrected them."""

    recorded: dict[str, Recorded]
    reports: dict[str, Report]
    entries: dict[str, list[Entry]]
    unread: dict[str, tuple[Span, ...]]
    runs: dict[str, Run]
    stories: dict[str, list[InStory]]
    links: dict[str, list[CopyLink]]


def reports_in_full(ledger: Ledger, wanted: Iterable[str]) -> Iterator[ReportInFull]:
    """The reports wanted (ids), in the order given."""
    ids = tuple(wanted)
    known = _known(ledger, ids)
    for report in ids:
        page = marked_page(
            known.recorded[report],
            known.entries[report],
            passages=ledger.store.passages(report),
            unread=known.unread.get(report, ()),
            run=known.runs.get(report),
        )
        copies = copy_rows(known.reports, report, known.links[report])
        yield ReportInFull(page, tuple(known.stories[report]), copies)


def _known(ledger: Ledger, ids: tuple[str, ...]) -> _Known:
    recorded = {each.report.id: each for each in ledger.reports()}
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.view().entries:
        entries[entry.report.id].append(entry)
    stories: dict[str, list[InStory]] = defaultdict(list)
    for story in sorted(ledger.stories(), key=lambda each: each.id):
        for report in story.reports:
            stories[report].append(InStory(story.id, story.name))
    links: dict[str, list[CopyLink]] = defaultdict(list)
    for link in ledger.derived.copy_links(ids):
        links[link.one].append(link)
        links[link.other].append(link)
    runs = {report: run for run in ledger.store.runs() for report in ledger.store.read_by(run.id)}
    reports = {name: each.report for name, each in recorded.items()}
    return _Known(recorded, reports, entries, ledger.store.unread(ids), runs, stories, links)
