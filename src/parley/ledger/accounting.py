"""Gives the accounts of stories, as they are asked for, kept or made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from parley.ledger.accounts import StoryAccount, is_kept, kept_account, made_account
from parley.ledger.entries import Entry
from parley.ledger.filters import Filters
from parley.ledger.judged import JudgedRecord
from parley.ledger.kept import Grounds, Lately, grounds_of
from parley.ledger.selection import entries_in, reports_in
from parley.ledger.series import rows_known_by
from parley.ledger.stories import Stories
from parley.ledger.work import work
from parley.model import Story
from parley.store import Store

__all__ = ["Accounts"]

_CLAIMS_IN_MEMORY = 40_000  # some 150 MB


class Accounts:
    """Gives the accounts of stories.

    That of a whole story, and that of what was recorded by a time, are kept beside the record, and made anew only when
    something they rest on has changed. Those asked for last stay in memory with their entries.
    """

    def __init__(self, store: Store, stories: Stories) -> None:
        """`stories` are those of `store`."""
        self._store, self._stories = store, stories
        self._lately: Lately[StoryAccount] = Lately(_CLAIMS_IN_MEMORY, lambda found: len(found.entries))

    def of(
        self,
        wanted: Sequence[Story],
        published_by: str | None = None,
        recorded_by: str | None = None,
        *,
        alone: bool = False,
    ) -> tuple[StoryAccount, ...]:
        """The accounts of these stories, of their reports as published or recorded by then (None: all).

        `alone` of one that was asked for. Raises BadDateError.
        """
        grounds = dict(zip((story.id for story in wanted), grounds_of(self._store, self._stories, wanted), strict=True))
        names = {of: (of, each.digest, published_by, recorded_by, alone) for of, each in grounds.items()}
        found = {of: held for of, name in names.items() if (held := self._lately.get(name)) is not None}
        missing = [story for story in wanted if story.id not in found]
        if missing:
            work().take_on(
                each for each in missing if not self._is_kept(each, grounds[each.id], published_by, recorded_by)
            )
            entries = self._entries(missing, published_by, recorded_by, alone=alone)
            for story in missing:
                made = self._account(story, grounds[story.id], entries, published_by, recorded_by)
                found[story.id] = self._lately.keep(names[story.id], made)
        return tuple(found[story.id] for story in wanted)

    def _is_kept(self, story: Story, grounds: Grounds, published_by: str | None, recorded_by: str | None) -> bool:
        return published_by is None and is_kept(self._stories, story, grounds, recorded_by)

    def _entries(
        self, wanted: Sequence[Story], published_by: str | None, recorded_by: str | None, *, alone: bool
    ) -> dict[str, list[Entry]]:
        """The entries of each report of the stories, as it was published or recorded by then."""
        members = frozenset(report for story in wanted for report in story.reports)
        filters = Filters(published_by=published_by, recorded_by=recorded_by)
        filters |= Filters(story=wanted[0].id) if alone else Filters()
        record = JudgedRecord(self._store)
        entries = entries_in(record, reports_in(record, filters, members), filters, among=members)
        if published_by is not None:
            filters = Filters(kind="figure", story=filters.get("story"))
            figures = entries_in(record, reports_in(record, filters, members), filters, among=members)
            reported = (entry for entry in entries if entry.claim.origin != "import")
            entries = (*reported, *rows_known_by(figures, published_by))
        by_report: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_report[entry.report.id].append(entry)
        return by_report

    def _account(
        self,
        story: Story,
        grounds: Grounds,
        entries: Mapping[str, Sequence[Entry]],
        published_by: str | None,
        recorded_by: str | None,
    ) -> StoryAccount:
        own = [entry for report in story.reports for entry in entries.get(report, ())]
        account = (
            kept_account(self._stories, story, grounds, entries=own, recorded_by=recorded_by)
            if published_by is None
            else made_account(grounds, own, published_by)
        )
        return StoryAccount(story, published_by, account, {entry.claim.id: entry for entry in own}, grounds.copies)
