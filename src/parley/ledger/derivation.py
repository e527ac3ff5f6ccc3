"""Brings what is derived from a record up to date: only what new, changed and erased reports touch is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from parley.ledger.judged import JudgedRecord
from parley.lexicon import lexicon_digest
from parley.model import Claim, CopyGroup, CopyLink, Report, Story, StoryLink
from parley.resolve.copies import CopySource, Signature, bands, compare_pair, copy_groups, signature
from parley.resolve.stories import StoryProfile, keys_of, likeness, profile_of, stories_of
from parley.store import Recorded, Store
from parley.store.code import code_digest
from parley.store.derived import Derived, DerivedState, Grouping, Index

__all__ = ["Derivation"]

_REPORTS_AT_ONCE = 200  # in one transaction, so that an interruption loses little and others may write in between
_DERIVES = ("model", "resolve", "compare", "ledger")  # the layers that what is derived follows from

StoryIndex = Index[StoryProfile, StoryLink, Story]
CopyIndex = Index["CopyItem", CopyLink, CopyGroup]


class CopyItem(msgspec.Struct, frozen=True):
    """What is kept of a report to find its copies: its place by day of publication, and its signature."""

    rank: str
    signature: Signature


class Derivation:
    """The stories and copies of a record, kept up to date in what is kept beside it."""

    def __init__(self, store: Store, derived: Derived) -> None:
        """Both may be read by others at the same time."""
        self._store, self._derived = store, derived
        self.stories: StoryIndex = Index(derived.connection, _STORIES)
        self.copies: CopyIndex = Index(derived.connection, _copies(self._source))

    @property
    def code(self) -> str:
        """Which state of the program derives."""
        return code_digest(*_DERIVES) + lexicon_digest()

    def bring_up_to_date(self, *, progress: Callable[[int, int], None] | None = None) -> None:
        """Take in what came to the record since; all of it when another state of the program derived the rest.

        `progress` is called with the reports done and their number. Raises StoreError.
        """
        code = self.code
        state = self._derived.state()
        if state.code != code:
            with self._derived.writing():
                self._derived.clear()
            state = DerivedState(code=code)
        changes = self._store.changes_since(state.marks)
        if changes.marks == state.marks:
            return
        pending = [*changes.erased, *changes.reports]
        record = JudgedRecord(self._store)
        for first in range(0, len(pending), _REPORTS_AT_ONCE):
            some = pending[first : first + _REPORTS_AT_ONCE]
            with self._derived.writing():
                self._take_in(record, some)
                if first + len(some) == len(pending):
                    self._derived.mark(DerivedState(changes.marks, code))
            if progress is not None:
                progress(first + len(some), len(pending))

    def _take_in(self, record: JudgedRecord, reports: Iterable[str]) -> None:
        profiles: dict[str, StoryProfile | None] = {}
        copies: dict[str, CopyItem | None] = {}
        for report_id in reports:
            recorded = next(iter(record.reports(report_id)), None)
            profiles[report_id] = _profile(record, recorded) if recorded else None
            copies[report_id] = self._copy_item(recorded.report) if recorded else None
        self.stories.put(profiles)
        self.copies.put(copies)

    def _copy_item(self, report: Report) -> CopyItem:
        rank = f"{(report.published or '9999')[:10]} {report.id}"
        return CopyItem(rank, signature(report, self._store.passages(report.id)))

    def _source(self, item: CopyItem) -> CopySource:
        recorded = next(self._store.reports(item.signature.report))
        return CopySource(recorded.report, item.signature)


def _profile(record: JudgedRecord, recorded: Recorded) -> StoryProfile:
    claims: list[Claim] = [each.claim for each in record.judged(recorded.report.id).claims if not each.rejected]
    return profile_of(recorded.report, claims, given=record.given_stories(recorded))


_STORIES = Grouping(
    space="story",
    item=StoryProfile,
    link_type=StoryLink,
    whole=Story,
    keys=keys_of,
    rank=lambda profile: profile.rank,
    link=likeness,
    group=stories_of,
)


def _copies(source: Callable[[CopyItem], CopySource]) -> Grouping[CopyItem, CopyLink, CopyGroup]:
    cached = lru_cache(maxsize=256)(lambda item: source(item))

    def link(one: CopyItem, other: CopyItem) -> CopyLink | None:
        return compare_pair(cached(one), cached(other))

    return Grouping(
        space="copies",
        item=CopyItem,
        link_type=CopyLink,
        whole=CopyGroup,
        keys=lambda item: bands(item.signature),
        rank=lambda item: item.rank,
        link=link,
        group=lambda items, links: copy_groups(links),
    )
