"""Nodes joined step by step: what is one, what must stay apart, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from parley.resolve.actors.nodes import Node

__all__ = ["Clusters", "Open"]


class Open(msgspec.Struct, frozen=True, gc=False):
    """Two nodes (by number) that may be one actor: the rule that brings them together, and why it is left open."""

    one: int
    other: int
    rule: str
    reason: str


class Clusters:
    """Disjoint sets of nodes by number, in the nodes' fixed order; a set is named by its first node."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """Every node by itself; `nodes` in their fixed order."""
        self.nodes = nodes
        self.rules: dict[int, str] = {}
        self.open: list[Open] = []
        self._first = list(range(len(nodes)))
        self._members: dict[int, list[int]] = {number: [number] for number in self._first}
        self._apart: dict[int, set[int]] = {}

    def first(self, number: int) -> int:
        """The name of the set a node is in."""
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def members(self, number: int) -> list[int]:
        """The nodes of the set a node is in."""
        return self._members[self.first(number)]

    def of(self, number: int) -> Iterator[Node]:
        """The nodes themselves."""
        return (self.nodes[each] for each in self.members(number))

    def sets(self) -> list[list[int]]:
        """All sets, each in order, by their first nodes."""
        return [sorted(self._members[first]) for first in sorted(self._members)]

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two nodes must not be joined."""
        return self.first(other) in self._apart.get(self.first(one), ())

    def has_enemies(self, number: int) -> bool:
        """Whether a node must be kept apart from any other."""
        return bool(self._apart.get(self.first(number)))

    def keep_apart(self, one: int, other: int) -> bool:
        """Keep the sets of two nodes apart from now on; False when they are one already."""
        one, other = self.first(one), self.first(other)
        if one == other:
            return False
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)
        return True

    def join(self, fuller: int, other: int, rule: str) -> bool:
        """Make two sets one; the nodes of `other` are told to be joined by `rule`. False when they must stay apart."""
        one, two = self.first(fuller), self.first(other)
        if one == two:
            return True
        if two in self._apart.get(one, ()):
            return False
        for number in self._members[two]:
            self.rules.setdefault(number, rule)
        self._merge(min(one, two), max(one, two))
        return True

    def suggest(self, one: int, others: Iterable[int], rule: str, reason: str) -> None:
        """Leave it to a person whether a node is one of several others."""
        self.open.extend(Open(one, other, rule, reason) for other in others)

    def _merge(self, kept: int, gone: int) -> None:
        self._first[gone] = kept
        self._members[kept] += self._members.pop(gone)
        for enemy in self._apart.pop(gone, set()):
            self._apart[enemy].discard(gone)
            self._apart[enemy].add(kept)
            self._apart.setdefault(kept, set()).add(enemy)
