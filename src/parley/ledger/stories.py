"""The stories of a record, and what else is derived from it, as of the moment they are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from threading import Lock
from typing import TypeVar

import msgspec

from parley.ledger.derivation import Derivation
from parley.ledger.errors import AmbiguousError, NotRecordedError
from parley.model import CopyGroup, CopyLink, Story, StoryLink
from parley.store import Store
from parley.store.derived import Accounted, Derived, DerivedState, erase_derived

__all__ = ["Stories"]

AnswerT = TypeVar("AnswerT")


class Stories:
    """Looks up stories and copies; what came to the record since the last look is taken in first."""

    def __init__(self, store: Store) -> None:
        """What is derived is kept beside the store, in memory where nothing may be written there."""
        self._store = store
        self._all: tuple[DerivedState, tuple[Story, ...]] | None = None
        self._lock = Lock()  # threads share one connection, and with it one transaction
        self._keep(Derived(store.beside))

    def close(self) -> None:
        """Close what is kept beside the record."""
        self._derived.close()

    @property
    def code(self) -> str:
        """Which state of the program derives."""
        return self._derivation.code

    def kept(self, story: str) -> Accounted | None:
        """The account of a story (id) as it was kept last."""
        with self._lock:
            return self._derived.account(story)

    def keep(self, story: str, account: Accounted) -> None:
        """Keep the account of a story in place of the one before."""
        # Where somebody else writes all the while it is made anew next time.
        with suppress(sqlite3.OperationalError), self._lock, self._derived.writing():
            self._derived.keep(story, account)

    def holds(self, name: str, digest: str) -> bool:
        """Whether something of this digest is kept under a name."""
        with self._lock:
            return self._derived.holds(name, digest)

    def part(self, of: str, digest: str, name: str) -> bytes | None:
        """One part of what was kept in parts; empty when there is no such part, None when all is out of date."""
        with self._lock:
            return self._derived.part(of, digest, name)

    def keep_parts(self, of: str, digest: str, parts: Mapping[str, bytes]) -> None:
        """Keep parts, by name, in place of those before."""
        with suppress(sqlite3.OperationalError), self._lock, self._derived.writing():
            self._derived.keep_parts(of, digest, parts)

    def last_look(self) -> str | None:
        """When the newest report was recorded (ISO, UTC) that the last look at changes saw; None before the first."""
        with self._lock:
            return self._derived.note("looked")

    def look(self, recorded_at: str) -> None:
        """Note that changes were looked at up to the report recorded then."""
        with self._lock, self._derived.writing():
            self._derived.take_note("looked", recorded_at)

    def review_place(self, person: str) -> str | None:
        """The claim at which a person left off reviewing; None before the first."""
        with self._lock:
            return self._derived.note(f"review {person}")

    def keep_review_place(self, person: str, claim: str) -> None:
        """Note the claim at which a person leaves off reviewing."""
        # Where somebody else writes all the while the next review begins with what is undecided.
        with suppress(sqlite3.OperationalError), self._lock, self._derived.writing():
            self._derived.take_note(f"review {person}", claim)

    def remove(self, *, wait: float = 30.0) -> None:
        """Close and remove what is kept beside the record, with every word it holds.

        `wait` is how many seconds others may take to finish what they do with it. Raises StoreError.
        """
        with self._lock:
            self._derived.close()
            erase_derived(self._store.beside, wait=wait)

    def bring_up_to_date(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Take in what came to the record; `progress` is called with the reports done and their number.

        The stories are made of it when they are asked for.
        """
        self._tried(lambda derivation: derivation.bring_up_to_date(progress=progress))

    def waiting(self) -> int:
        """How many reports came to the record, or went, and are not taken in yet."""
        return self._tried(lambda derivation: derivation.waiting())

    @property
    def in_file(self) -> bool:
        """Whether others who open the record find what is derived here; else it is in memory."""
        return self._derived.in_file

    def all(self) -> tuple[Story, ...]:
        """Every story: those given a name first, by it; then the largest first."""
        return self._ask(self._known)

    def chief(self) -> tuple[Story, ...]:
        """The stories that were given a name or have several reports; all where none has."""
        stories = self.all()
        return tuple(story for story in stories if story.given or len(story.reports) > 1) or stories

    def named(self, name: str) -> tuple[Story, ...]:
        """The stories whose name (case aside) or id is this, or whose id begins so (`story-` may be left out)."""
        stories = self.all()
        by_name = tuple(story for story in stories if name.casefold() in (story.name.casefold(), story.id))
        beginning = name if name.startswith("story-") else f"story-{name}"
        return by_name or tuple(story for story in stories if name and story.id.startswith(beginning))

    def one(self, name: str) -> Story:
        """The story that answers to this. Raises NotRecordedError and AmbiguousError."""
        found = self.named(name)
        if not found:
            raise NotRecordedError("story", name)
        if len(found) > 1:
            raise AmbiguousError("story", name, ids=[story.id for story in found])
        return found[0]

    def of(self, report: str) -> tuple[Story, ...]:
        """The stories that a report, by its whole id, is in."""
        return self._ask(lambda derivation: _stories_with(derivation, report))

    def links(self, story: Story) -> tuple[StoryLink, ...]:
        """What holds the reports of a story together."""
        inside = set(story.reports)
        links = self._ask(lambda derivation: derivation.stories.links(inside))
        return tuple(link for link in links if {link.one, link.other} <= inside)

    def copies(self, reports: Iterable[str] | None = None) -> tuple[CopyGroup, ...]:
        """The groups of copies that these reports, by their whole ids, are in; None: all groups."""
        if reports is None:
            return self._ask(lambda derivation: tuple(derivation.copies.wholes()))
        wanted = tuple(reports)
        return self._ask(lambda derivation: _groups(derivation, wanted))

    def copy_links(self, reports: Iterable[str]) -> tuple[CopyLink, ...]:
        """How these reports share text with others, also where that makes no group."""
        wanted = tuple(reports)
        return self._ask(lambda derivation: derivation.copies.links(wanted))

    def _known(self, derivation: Derivation) -> tuple[Story, ...]:
        """All stories; those of the same state of the record are read once."""
        state = self._derived.state()
        if self._all is None or self._all[0] != state:
            self._all = state, tuple(sorted(derivation.stories.wholes(), key=_order))
        return self._all[1]

    def _ask(self, question: Callable[[Derivation], AnswerT]) -> AnswerT:
        """The answer of what is derived, brought up to date."""

        def asked(derivation: Derivation) -> AnswerT:
            derivation.bring_up_to_date()
            derivation.settle()
            return question(derivation)

        return self._tried(asked)

    def _tried(self, work: Callable[[Derivation], AnswerT]) -> AnswerT:
        """What comes of work with what is derived; it is derived in memory when the file fails."""
        with self._lock:
            try:
                return work(self._derivation)
            except (sqlite3.DatabaseError, msgspec.DecodeError) as error:  # the store has errors of its own
                self._derived.give_up(damaged=_is_damage(error))
                self._keep(Derived(None))
            return work(self._derivation)

    def _keep(self, derived: Derived) -> None:
        self._derived = derived
        self._all = None
        self._derivation = Derivation(self._store, derived)


def _is_damage(error: Exception) -> bool:
    """Whether the content of the file is at fault; else it is locked, full or out of reach for now."""
    passing = isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode != sqlite3.SQLITE_ERROR
    return not passing


def _stories_with(derivation: Derivation, report: str) -> tuple[Story, ...]:
    ids = derivation.stories.of([report]).get(report, ())
    return tuple(story for each in ids if (story := derivation.stories.whole(each)))


def _groups(derivation: Derivation, reports: Iterable[str]) -> tuple[CopyGroup, ...]:
    ids = sorted({group for found in derivation.copies.of(reports).values() for group in found})
    return tuple(group for each in ids if (group := derivation.copies.whole(each)))


def _order(story: Story) -> tuple[bool, str, int, str]:
    return not story.given, story.name.casefold() if story.given else "", -len(story.reports), story.id
