"""What is made of the record, kept while all that it rests on stays the same: beside the record, story by story, and
what was asked for lately in memory."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock
from typing import Generic, TypeVar

import msgspec

from parley.ledger.stories import Stories
from parley.ledger.work import work
from parley.model import CopyGroup, PairJudgement, Story, hash_id
from parley.store import Store
from parley.store.derived import Accounted

__all__ = ["Grounds", "Kept", "KeptParts", "Lately", "grounds_of", "kept_of_each"]

T = TypeVar("T")

_STORIES_AT_ONCE = 20  # so that not all claims of a record are in memory, and an interruption loses little


class Grounds(msgspec.Struct, frozen=True, gc=False):
    """What the account of a story rests on beside its claims: the groups of copies that its reports are in, and what
    people decided about its actors. `digest` tells it, and all judgements, readings and sources of its reports, from any other."""

    copies: tuple[CopyGroup, ...]
    judgements: tuple[PairJudgement, ...]
    digest: str


class Kept(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """A record to be made of each story and kept under a `name`; `also` is what else it follows from."""

    name: str
    also: str
    type: type[T]
    make: Callable[[Sequence[Story]], Sequence[T]]


class KeptParts:
    """What is made of each of some stories in parts, of which each is read by itself; made anew once what it rests on has
    changed."""

    def __init__(
        self,
        store: Store,
        stories: Stories,
        wanted: Sequence[Story],
        *,
        name: str,
        make: Callable[[Sequence[Story]], Iterable[Iterable[tuple[str, bytes]]]],
    ) -> None:
        """Kept under a `name`; `make` gives of each of some stories all parts by their own names."""
        grounds = grounds_of(store, stories, wanted)
        self._wanted = [
            (story, f"{story.id} {name}", hash_id(name, [each.digest]))
            for story, each in zip(wanted, grounds, strict=True)
        ]
        self._stories, self._make = stories, make

    def part(self, name: str) -> tuple[bytes | None, ...]:
        """The part of this name of each story; None or empty where there is none."""
        found = {story.id: self._stories.part(of, digest, name) for story, of, digest in self._wanted}
        missing = [each for each in self._wanted if found[each[0].id] is None]
        for first in range(0, len(missing), _STORIES_AT_ONCE):
            some = missing[first : first + _STORIES_AT_ONCE]
            stories = [story for story, _, _ in some]
            work().take_on(stories)
            for (story, of, digest), made in zip(some, self._make(stories), strict=True):
                parts = dict(made)
                self._stories.keep_parts(of, digest, parts)
                found[story.id] = parts.get(name)
            work().tell(first + len(some), len(missing))
        return tuple(found[story.id] for story, _, _ in self._wanted)


class Lately(Generic[T]):
    """What was asked for last, in memory. The name of each holds all that it follows from, so that none is out of date."""

    def __init__(self, most: int, weigh: Callable[[T], int] = lambda value: 1) -> None:
        """Together they weigh `most`, each by `weigh`; the last one is kept whatever it weighs."""
        self._most, self._weigh = most, weigh
        self._values: OrderedDict[Hashable, T] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, name: Hashable) -> T | None:
        """What is kept under this name."""
        with self._lock:
            if name in self._values:
                self._values.move_to_end(name)
            return self._values.get(name)

    def keep(self, name: Hashable, value: T) -> T:
        """Keep a value in place of those asked for longest ago; the value itself."""
        with self._lock:
            before = self._values.pop(name, None)
            self._weight += self._weigh(value) - (self._weigh(before) if before is not None else 0)
            self._values[name] = value
            while self._weight > self._most and len(self._values) > 1:
                self._weight -= self._weigh(self._values.popitem(last=False)[1])
        return value


def grounds_of(store: Store, stories: Stories, wanted: Sequence[Story]) -> tuple[Grounds, ...]:
    """The grounds of each of these stories."""
    members = [report for story in wanted for report in story.reports]
    newest = {each[0]: each for each in store.newest_of(members)}
    groups: dict[str, dict[str, CopyGroup]] = defaultdict(dict)
    for group in stories.copies(members):
        for report in group.reports:
            groups[report][group.id] = group
    judgements, found = store.pair_judgements(), []
    for story in wanted:
        within = {each: group for report in story.reports for each, group in groups[report].items()}
        copies = tuple(within[each] for each in sorted(within))
        about = tuple(made for made in judgements if made.story in (None, story.name))
        read = [newest[report] for report in sorted(story.reports)]
        rests_on = [stories.code, story, read, [[group.id, *group.reports] for group in copies], about]
        found.append(Grounds(copies, about, hash_id("grounds", rests_on)))
    return tuple(found)


def kept_of_each(store: Store, stories: Stories, wanted: Sequence[Story], kept: Kept[T]) -> tuple[T, ...]:
    """The record of each of these stories; those that are not kept, or rest on something that has changed, are made."""
    found: dict[str, T] = {}
    digests: dict[str, str] = {}
    for story, grounds in zip(wanted, grounds_of(store, stories, wanted), strict=True):
        digests[story.id] = hash_id(kept.name, [grounds.digest, kept.also])
        held = stories.kept(f"{story.id} {kept.name}")
        if held is not None and held.digest == digests[story.id]:
            found[story.id] = msgspec.msgpack.decode(held.record, type=kept.type)
    missing = [story for story in wanted if story.id not in found]
    for first in range(0, len(missing), _STORIES_AT_ONCE):
        some = missing[first : first + _STORIES_AT_ONCE]
        work().take_on(some)
        for story, made in zip(some, kept.make(some), strict=True):
            found[story.id] = made
            stories.keep(f"{story.id} {kept.name}", Accounted(digests[story.id], msgspec.msgpack.encode(made)))
        work().tell(first + len(some), len(missing))
    return tuple(found[story.id] for story in wanted)
