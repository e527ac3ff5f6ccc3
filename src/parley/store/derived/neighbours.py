"""Which reports are looked at together: those that share a key and stand near each other in the order of that key.

Comparing all reports that share a key would cost the square of their number. Here each meets only the `WINDOW` before
and the `WINDOW` after it, so that adding one takes no more comparisons however many there are; and which pairs meet
follows from the set of reports alone, whatever the order of adding. Only the keys are kept. That two reports meet is
found from them when it is asked, as few of those that meet are ever asked about again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

__all__ = ["WINDOW", "Encounters", "Neighbours", "Pair"]

WINDOW = 4
"""How many reports before and after a report, under each of its keys, it is compared with."""

_KEY_BYTES = 8
_BEFORE, _AFTER = (
    f"SELECT place FROM near_key WHERE space = ? AND key = ? AND place {side} ? ORDER BY place {order} LIMIT {WINDOW}"
    for side, order in (("<", "DESC"), (">", "ASC"))
)

Pair = tuple[str, str]
"""Two report ids in order."""


class Encounters(msgspec.Struct):
    """What became of pairs of report ids (each in order), under some key at least.

    `met` are those that a report makes where it was put, `nearer` those that came within reach of each other when what
    stood between them went, `farther` those that something came between. What was done later may have undone it, also
    by the reports that `left` a place they had.
    """

    met: set[Pair] = msgspec.field(default_factory=set)
    nearer: set[Pair] = msgspec.field(default_factory=set)
    farther: set[Pair] = msgspec.field(default_factory=set)
    left: set[str] = msgspec.field(default_factory=set)

    @property
    def all(self) -> set[Pair]:
        """Every pair."""
        return self.met | self.nearer | self.farther

    def add(self, later: Encounters) -> None:
        """Take in what became of pairs later."""
        self.met |= later.met
        self.nearer |= later.nearer
        self.farther |= later.farther
        self.left |= later.left

    def surely_meet(self, pair: Pair) -> bool:
        """Whether a pair meets for certain once all this was done; of others `Neighbours.meet` knows."""
        return pair in self.met and pair not in self.farther and self.left.isdisjoint(pair)


class Neighbours:
    """The keys of reports for one purpose (`space`); inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, space: str) -> None:
        """`connection` has the tables `near_key` and `near_report`."""
        self._connection, self._space = connection, space

    def put(self, report: str, rank: str, keys: Iterable[str]) -> Encounters:
        """Enter a report, by its id, under these keys, in place of what it had before.

        Those under one key stand in order of `rank` as text, then id. An id has no spaces. `met` are all pairs that the
        report makes now.
        """
        place, now = f"{rank} {report}", frozenset(map(_short, keys))
        was, had = self._held(report)
        stay = had & now if was == place else frozenset[bytes]()
        found = Encounters() if was is None else self._left(was, had - stay)
        for key in sorted(now):
            before, after = self._around(key, place)
            found.met.update(_pair(report, other) for other in (*before, *after))
            if key not in stay:
                found.farther |= _across(before, after)
        added = [(self._space, key, place) for key in sorted(now - stay)]
        self._connection.executemany("INSERT INTO near_key VALUES (?, ?, ?)", added)
        values = (self._space, report, place, b"".join(sorted(now)))
        self._connection.execute("INSERT OR REPLACE INTO near_report VALUES (?, ?, ?, ?)", values)
        return found

    def remove(self, report: str) -> Encounters:
        """Take a report out; its own pairs are not among those that come nearer."""
        place, keys = self._held(report)
        if place is None:
            return Encounters()
        self._connection.execute("DELETE FROM near_report WHERE space = ? AND report = ?", (self._space, report))
        return self._left(place, keys)

    def meet(self, one: str, other: str) -> bool:
        """Whether two reports, by their ids, stand near each other under any key."""
        (first, keys), (second, others) = self._held(one), self._held(other)
        if first is None or second is None:
            return False
        first, second = sorted((first, second))
        return any(_report(second) in self._beside(_AFTER, key, first) for key in sorted(keys & others))

    def _held(self, report: str) -> tuple[str | None, frozenset[bytes]]:
        """Where a report stands and its keys; None and none where it is not entered."""
        query = "SELECT place, keys FROM near_report WHERE space = ? AND report = ?"
        row = self._connection.execute(query, (self._space, report)).fetchone()
        if row is None:
            return None, frozenset()
        place, keys = row
        return place, frozenset(keys[at : at + _KEY_BYTES] for at in range(0, len(keys), _KEY_BYTES))

    def _left(self, place: str, keys: frozenset[bytes]) -> Encounters:
        """Take a place out under these keys; the pairs around it come nearer."""
        found = Encounters(left={_report(place)} if keys else set())
        for key in sorted(keys):
            values = self._space, key, place
            self._connection.execute("DELETE FROM near_key WHERE space = ? AND key = ? AND place = ?", values)
            found.nearer |= _across(*self._around(key, place))
        return found

    def _around(self, key: bytes, place: str) -> tuple[list[str], list[str]]:
        """The reports before a place, nearest first, and those behind it."""
        return self._beside(_BEFORE, key, place), self._beside(_AFTER, key, place)

    def _beside(self, query: str, key: bytes, place: str) -> list[str]:
        return [_report(row[0]) for row in self._connection.execute(query, (self._space, key, place))]


def _across(before: list[str], after: list[str]) -> set[Pair]:
    """The pairs that are just within reach of each other without what stands between them, and out of it with it."""
    reach = enumerate(before)
    return {_pair(one, after[WINDOW - 1 - at]) for at, one in reach if WINDOW - 1 - at < len(after)}


def _short(key: str) -> bytes:
    """A key in eight bytes; of as many as a record may have no two are likely to meet, and two reports more compared
    would do no harm."""
    return blake2b(key.encode(), digest_size=_KEY_BYTES).digest()


def _report(place: str) -> str:
    return place.rpartition(" ")[2]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
