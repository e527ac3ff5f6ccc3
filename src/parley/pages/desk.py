"""The desk of a reviewer: one claim of the queue in hand, where it stands in it, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from parley.ledger import Ledger
from parley.pages.review import ReviewItem, ReviewRow, UnreadRow, review_item, review_page, review_queue, unread_of
from parley.pages.review_order import Queued
from parley.resolve import in_force

__all__ = ["Desk", "DeskPage", "base_id", "decided_claims", "desk_of", "desk_page", "first_in_hand", "next_undecided"]

_COMING = 8
_DECIDES = frozenset({"accept", "reject", "correct", "add"})


class Desk(msgspec.Struct, frozen=True):
    """What one person has to review: the queue, by what it was narrowed (`asked`), and the stories, by id and name."""

    person: str
    asked: Mapping[str, str]
    queue: tuple[Queued, ...]
    stories: tuple[tuple[str, str], ...]


class DeskPage(msgspec.Struct, frozen=True):
    """A claim in hand (None: nothing is left) at its `place` of `total`, of which `left` are undecided.

    `at`, `before` and `after` are the ids of the claim in hand and its neighbours, as they were read; `asked` is what the
    queue was narrowed by. `coming` are the next claims that are undecided, `unread` the sentences of the same report that
    were not read. `done` is what the person did last.
    """

    person: str
    item: ReviewItem | None
    place: int
    total: int
    left: int
    at: str | None
    before: str | None
    after: str | None
    asked: dict[str, str]
    coming: tuple[ReviewRow, ...]
    unread: tuple[UnreadRow, ...]
    stories: tuple[tuple[str, str], ...]
    done: str = ""


def desk_of(ledger: Ledger, person: str, asked: Mapping[str, str], *, sample: int | None = None, seed: int = 0) -> Desk:
    """The desk of a person, of the claims that pass the filters `asked`, or of a sample of them; raises as `review_queue`."""
    filters: Any = {name: value for name, value in asked.items() if name not in ("sample", "seed")}
    queue = review_queue(ledger, sample=sample, seed=seed, person=person, **filters)
    return Desk(person, asked, queue, tuple((story.id, story.name) for story in ledger.derived.chief()))


def base_id(queued: Queued) -> str:
    """The id that a decision about a claim of the queue hangs on."""
    return (queued.entry.judged.base if queued.entry.judged else queued.entry.claim).id


def decided_claims(ledger: Ledger, person: str) -> frozenset[str]:
    """Ids, as they were read, of the claims that a person has decided about."""
    made = in_force(ledger.store.judgements())
    return frozenset(each.target for each in made if each.person == person and each.verdict in _DECIDES)


def next_undecided(queue: Sequence[Queued], decided: AbstractSet[str], *, behind: str | None = None) -> str | None:
    """The first claim behind one (by its id as read) that is undecided, else the first of all; None when none is left."""
    ids = [base_id(each) for each in queue]
    start = ids.index(behind) + 1 if behind in ids else 0
    return next((each for each in (*ids[start:], *ids[:start]) if each not in decided), None)


def first_in_hand(ledger: Ledger, desk: Desk) -> str | None:
    """The claim to go on with: that at which the person left off, or the next behind it that is undecided."""
    at, decided = ledger.derived.review_place(desk.person), decided_claims(ledger, desk.person)
    there = at in {base_id(each) for each in desk.queue} and at not in decided
    return at if there else next_undecided(desk.queue, decided, behind=at)


def desk_page(ledger: Ledger, desk: Desk, *, at: str | None = None, done: str = "") -> DeskPage:
    """The desk with the claim `at` (an id as read) in hand, or the first that is undecided.

    Of a sample the claim is shown as it was read, with what this person alone decided.
    """
    queue, person = desk.queue, desk.person
    decided = decided_claims(ledger, person)
    ids = [base_id(each) for each in queue]
    at = at if at in ids else next_undecided(queue, decided)
    place = ids.index(at) if at in ids else len(ids)
    item, unread = None, tuple[UnreadRow, ...]()
    if at is not None:
        entry = ledger.claim_as_read(at, person=person) if "sample" in desk.asked else ledger.claim(at)
        item, unread = review_item(queue[place], entry, person=person), unread_of(ledger, entry.report)
    behind = [each for each, own in zip(queue[place + 1 :], ids[place + 1 :], strict=True) if own not in decided]
    return DeskPage(
        person,
        item,
        place + 1 if at is not None else len(ids),
        len(ids),
        sum(each not in decided for each in ids),
        at,
        ids[place - 1] if at is not None and place > 0 else None,
        ids[place + 1] if place + 1 < len(ids) else None,
        dict(desk.asked),
        review_page(behind, _COMING).rows,
        unread,
        desk.stories,
        done,
    )
