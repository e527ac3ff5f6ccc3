"""Accounts of stories with the entries they rest on, and how they are kept beside the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

import msgspec

from parley.compare.account import Account, account_of
from parley.ledger.board import Board, board_of
from parley.ledger.board_told import BoardTold, board_told
from parley.ledger.entries import Entry
from parley.ledger.kept import Grounds
from parley.ledger.stories import Stories
from parley.model import CopyGroup, Move, Story, hash_id
from parley.resolve import Told
from parley.store.derived import Accounted

T = TypeVar("T")

__all__ = ["StoryAccount", "is_kept", "kept_account", "made_account", "told_of"]


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
            told=self.told,
            story=self.story.name,
            published_by=self.published_by,
        )

    def once(self, make: Callable[[StoryAccount], T]) -> T:
        """What a function makes of it, made once however often it is asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[StoryAccount], object], object]:
        return {}

    @cached_property
    def told(self) -> BoardTold:
        """What its deals and proposals tell about its moves."""
        account = self.account
        bodies = ((id_, entry.claim.body) for id_, entry in self.entries.items())
        moves = {id_: body for id_, body in bodies if isinstance(body, Move)}
        return board_told(
            account.agreements, account.proposals, relations=account.relations, moves=moves, apart=account.apart
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


def is_kept(stories: Stories, story: Story, grounds: Grounds, recorded_by: str | None) -> bool:
    """Whether the account of a story, of what was recorded by an ISO time, is kept and up to date."""
    return stories.holds(*_place(story, grounds, recorded_by))


def _place(story: Story, grounds: Grounds, recorded_by: str | None) -> tuple[str, str]:
    """Under which name an account is kept, and its digest."""
    name = story.id if recorded_by is None else f"{story.id} earlier"
    return name, hash_id("account", [grounds.digest, recorded_by])


def kept_account(
    stories: Stories, story: Story, grounds: Grounds, *, entries: Sequence[Entry], recorded_by: str | None
) -> Account:
    """The account of a story, of entries recorded by an ISO time, as it is kept, or made where that is out of date."""
    place, digest = _place(story, grounds, recorded_by)
    kept = stories.kept(place)
    if kept is not None and kept.digest == digest:
        return msgspec.msgpack.decode(kept.record, type=Account)
    account = made_account(grounds, entries)
    stories.keep(place, Accounted(digest, msgspec.msgpack.encode(account)))
    return account


def made_account(grounds: Grounds, entries: Sequence[Entry], published_by: str | None = None) -> Account:
    """The account, as the reports published by an ISO day gave it."""
    return account_of(told_of(entries, _among(grounds.copies, entries)), grounds.judgements, as_of=published_by)


def _among(copies: Iterable[CopyGroup], entries: Iterable[Entry]) -> list[CopyGroup]:
    """The groups that have more than one of these reports."""
    reports = {entry.report.id for entry in entries}
    return [group for group in copies if len(reports & set(group.reports)) > 1]
