"""Brings what is derived from a record up to date: only what new, changed and erased reports touch is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import cached_property, lru_cache

import msgspec

from parley.ledger.judged import JudgedRecord
from parley.lexicon import lexicon_digest
from parley.model import Claim, CopyGroup, CopyLink, Report, Story, StoryLink
from parley.resolve.copies import CopySource, Signature, bands, compare_pair, copy_groups, may_be_copies, signature
from parley.resolve.stories import StoryProfile, keys_of, likeness, profile_of, stories_of
from parley.store import Recorded, Store
from parley.store.changes import Marks
from parley.store.code import code_digest
from parley.store.derived import Derived, DerivedState, Grouping, Index

__all__ = ["TOLD", "Derivation"]

TOLD: ContextVar[Callable[[int, int], None] | None] = ContextVar("TOLD", default=None)
"""Who is told how far deriving is where nobody else is: reports done, and their number."""

_UNDATED = "9999-99-99"  # last
_REPORTS_AT_ONCE = 200  # in one transaction, so that an interruption loses little and others may write in between
_DERIVES = ("model", "resolve", "compare", "ledger")  # the layers that what is derived follows from

StoryIndex = Index[StoryProfile, StoryLink, Story]
CopyIndex = Index["CopyItem", CopyLink, CopyGroup]


class CopyItem(msgspec.Struct, frozen=True, gc=False):
    """What is kept of a report to find its copies: its signature, and what a person may correct of it."""

    signature: Signature
    title: str | None
    outlet: str | None
    published: str | None


class Derivation:
    """The stories and copies of a record, kept up to date in what is kept beside it."""

    def __init__(self, store: Store, derived: Derived) -> None:
        """Both may be read by others at the same time."""
        self._store, self._derived = store, derived
        self.stories: StoryIndex = Index(derived.connection, _STORIES)
        self.copies: CopyIndex = Index(derived.connection, _copies(self._source))

    @cached_property
    def code(self) -> str:
        """Which state of the program derives; it does not change once words have been read."""
        return code_digest(*_DERIVES) + lexicon_digest(comparing=True)

    def bring_up_to_date(self, *, progress: Callable[[int, int], None] | None = None) -> None:
        """Take in what came to the record since; all of it when another state of the program derived the rest.

        What hangs together is known then; stories and groups of copies are made of it by `settle`.
        Once something was erased, all is derived anew, so that no word of it is left. `progress` is called with the
        reports done and their number. Raises StoreError.
        """
        progress = progress or TOLD.get()
        while not self._went_through(self.code, progress):
            pass  # it was begun anew, or another program took something in meanwhile: look again

    def waiting(self) -> int:
        """How many reports are to be taken in, or out."""
        state = self._derived.state()
        changes = self._store.changes_since(state.marks if state.code == self.code else Marks())
        return len(changes.reports) + len(changes.erased)

    def settle(self) -> None:
        """Make the wholes of what was taken in, before they are asked for."""
        if self.stories.settled and self.copies.settled:
            return
        with self._derived.writing():
            self.stories.settle()
            self.copies.settle()

    def _went_through(self, code: str, progress: Callable[[int, int], None] | None) -> bool:
        """Take in what came since the file was made; whether the file stayed as it was until this was done."""
        state = self._derived.state()
        changes = self._store.changes_since(state.marks)
        erased = bool(changes.erased) and state.marks != Marks()
        if state.code != code or erased:
            self._begin_anew(state, code, sweep=erased)
            return False
        pending = [*changes.erased, *changes.reports]
        for first in range(0, len(pending), _REPORTS_AT_ONCE):
            some = pending[first : first + _REPORTS_AT_ONCE]
            with self._derived.writing():
                if self._derived.state() != state:
                    return False
                self._take_in(JudgedRecord(self._store), some)
                if first + len(some) == len(pending):
                    self._derived.mark(DerivedState(changes.marks, code))
            if progress is not None:
                progress(first + len(some), len(pending))
        return True

    def _begin_anew(self, state: DerivedState, code: str, *, sweep: bool) -> None:
        """Take out all that was made, unless another program did so meanwhile."""
        with self._derived.writing():
            if self._derived.state() == state:
                self._derived.clear()
                self._derived.mark(DerivedState(code=code))
        if sweep:
            self._derived.sweep()

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
        made = signature(report, self._store.passages(report.id))
        return CopyItem(made, report.title, report.outlet, report.published)

    def _source(self, item: CopyItem) -> CopySource:
        report = next(self._store.reports(item.signature.report)).report
        corrected = {"title": item.title, "outlet": item.outlet, "published": item.published}
        return CopySource(msgspec.structs.replace(report, **corrected), item.signature)


def _profile(record: JudgedRecord, recorded: Recorded) -> StoryProfile:
    claims: list[Claim] = [each.claim for each in record.judged(recorded.report.id).claims if not each.rejected]
    return profile_of(recorded.report, claims, given=record.given_stories(recorded))


_STORIES = Grouping(
    space="story",
    item=StoryProfile,
    link_type=StoryLink,
    whole=Story,
    keys=keys_of,
    rank=lambda profile: profile.day or _UNDATED,
    link=likeness,
    group=stories_of,
)


def _copies(source: Callable[[CopyItem], CopySource]) -> Grouping[CopyItem, CopyLink, CopyGroup]:
    cached = lru_cache(maxsize=256)(lambda item: source(item))

    def link(one: CopyItem, other: CopyItem) -> CopyLink | None:
        # Few that share a key do more than that; only of those are the texts read.
        return compare_pair(cached(one), cached(other)) if may_be_copies(one.signature, other.signature) else None

    return Grouping(
        space="copies",
        item=CopyItem,
        link_type=CopyLink,
        whole=CopyGroup,
        keys=lambda item: bands(item.signature),
        rank=lambda item: (item.published or _UNDATED)[:10],
        link=link,
        group=lambda items, links: copy_groups(links),
    )
