"""What the page of one actor, source or cell of a story says, kept by name beside the record.

The claims it may show are kept by their ids and read when they are shown, so that a page costs no more however large its
story is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from parley.ledger import Entry, Ledger, StoryAccount
from parley.ledger.kept import KeptParts
from parley.ledger.selection import entries_named
from parley.model import Story
from parley.store.code import code_digest

__all__ = ["PartsOf", "Ref", "part_of", "parts_of_each", "refs_of", "shown"]

T = TypeVar("T")


class Ref(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A claim and the report that makes it, by their ids."""

    claim: str
    report: str


class PartsOf(msgspec.Struct, Generic[T], frozen=True):
    """What is kept of each actor, source or cell of a story, and how it is made, each with its name."""

    name: str
    type: type[T]
    make: Callable[[StoryAccount], Iterable[tuple[str, T]]]


def part_of(ledger: Ledger, story: Story, parts: PartsOf[T], name: str) -> T | None:
    """The part of this name of a story; None when there is none."""
    return next((part for _, part in parts_of_each(ledger, (story,), parts, name)), None)


def parts_of_each(ledger: Ledger, stories: Sequence[Story], parts: PartsOf[T], name: str) -> Iterator[tuple[Story, T]]:
    """The part of this name of each story that has one."""

    def made(wanted: Sequence[Story]) -> Iterator[Iterable[tuple[str, bytes]]]:
        for found in ledger.accounts_of(wanted):
            yield ((each, msgspec.msgpack.encode(part)) for each, part in parts.make(found))

    kept = KeptParts(ledger.store, ledger.derived, stories, name=f"{parts.name} {code_digest('pages')}", make=made)
    for story, held in zip(stories, kept.part(name), strict=True):
        if held:
            yield story, msgspec.msgpack.decode(held, type=parts.type)


def refs_of(entries: Iterable[Entry]) -> tuple[Ref, ...]:
    """The claims of entries, in their order."""
    return tuple(Ref(entry.claim.id, entry.report.id) for entry in entries)


def shown(ledger: Ledger, story: Story, refs: Iterable[Ref]) -> dict[str, Entry]:
    """The entries of claims of a story, by id."""
    return entries_named(ledger.store, story, {ref.claim: ref.report for ref in refs})
