"""Accounts of stories with the entries they rest on; kept beside the record while what they rest on stays the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from parley.compare.account import Account, account_of
from parley.ledger.board import Board, board_of
from parley.ledger.entries import Entry
from parley.ledger.stories import Stories
from parley.model import CopyGroup, PairJudgement, Story, hash_id
from parley.resolve import Told
from parley.store import Store
from parley.store.derived import Accounted

__all__ = ["StoryAccount", "accounts_of", "told_of"]


class StoryAccount(msgspec.Struct, frozen=True, dict=True):
    """The account of a story as the reports `published_by` an ISO day (None: all) gave it.

    `entries` are the claims of those reports, by id; `copies` the groups of copies among them.
    """

    story: Story
    published_by: str | None
    account: Account
    entries: dict[str, Entry]
    copies: tuple[CopyGroup, ...]

    @cached_property
    def board(self) -> Board:
        """Issue by party for its moves."""
        return board_of(
            self.entries.values(),
            parties=self.account.parties,
            scope=self.account.scope,
            agreements=self.account.agreements,
            story=self.story.name,
            published_by=self.published_by,
        )

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports with claims in it."""
        return tuple(dict.fromkeys(entry.report.id for entry in self.entries.values()))


def told_of(entries: Iterable[Entry], copies: Sequence[CopyGroup]) -> tuple[Told, ...]:
    """The claims of entries as comparison takes them; of a piece of opinion only what it gives on another's word."""
    origins = {report: group.id for group in copies for report in group.reports}
    return tuple(
        Told(e.claim, e.report.published, e.report.outlet, origins.get(e.report.id, e.report.id))
        for e in entries
        if not e.opinion or e.claim.attribution.chain
    )


def accounts_of(
    store: Store,
    stories: Stories,
    wanted: Sequence[Story],
    entries: Iterable[Entry],
    *,
    published_by: str | None = None,
    whole: bool = True,
) -> tuple[StoryAccount, ...]:
    """The accounts of the stories `wanted`, of `entries` of their reports as published by an ISO day (None: any).

    That of a `whole` story is kept, and made anew only when something it rests on has changed.
    """
    by_report: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_report[entry.report.id].append(entry)
    judgements = store.pair_judgements()
    found = []
    for story in wanted:
        own = [entry for report in story.reports for entry in by_report[report]]
        copies = stories.copies(story.reports)
        about = [made for made in judgements if made.story in (None, story.name)]
        account = (
            _kept(store, stories, story, entries=own, judgements=about)
            if whole
            else account_of(told_of(own, _among(copies, own)), about, as_of=published_by)
        )
        found.append(StoryAccount(story, published_by, account, {entry.claim.id: entry for entry in own}, copies))
    return tuple(found)


def _kept(
    store: Store, stories: Stories, story: Story, *, entries: Sequence[Entry], judgements: Sequence[PairJudgement]
) -> Account:
    copies = stories.copies(story.reports)
    members = [[group.id, *group.reports] for group in copies]
    digest = hash_id("account", [stories.code, story, store.newest_of(story.reports), members, judgements])
    kept = stories.kept(story.id)
    if kept is not None and kept.digest == digest:
        return msgspec.msgpack.decode(kept.record, type=Account)
    account = account_of(told_of(entries, copies), judgements)
    stories.keep(story.id, Accounted(digest, msgspec.msgpack.encode(account)))
    return account


def _among(copies: Iterable[CopyGroup], entries: Iterable[Entry]) -> list[CopyGroup]:
    """The groups that have more than one of these reports."""
    reports = {entry.report.id for entry in entries}
    return [group for group in copies if len(reports & set(group.reports)) > 1]
