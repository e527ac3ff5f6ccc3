"""Which reports are looked at together: those that share a key and stand near each other in the order of that key.

Comparing all reports that share a key would cost the square of their number. Here each meets only the `WINDOW` before
and the `WINDOW` after it, so that adding one costs the same however many there are; and which pairs meet follows from
the set of reports alone, whatever the order of adding. A pair may meet under several keys: `near` counts them, and the
pair is gone when none is left.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

__all__ = ["WINDOW", "Neighbours", "PairChanges"]

WINDOW = 4
"""How many reports before and after a report, under each of its keys, it is compared with."""

Pair = tuple[str, str]


class PairChanges(msgspec.Struct, frozen=True):
    """Pairs of report ids (each in order) that came to meet, and that meet no more."""

    met: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()


class Neighbours:
    """The keys of reports, and the pairs that follow, for one purpose (`space`); inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, space: str) -> None:
        """`connection` has the tables `near_key` and `near_pair`."""
        self._connection, self._space = connection, space

    def put(self, report: str, rank: str, keys: Iterable[str]) -> PairChanges:
        """Enter a report under these keys at its place (`rank` compares as text), in place of what it had before."""
        counts = self._taken_out(report)
        for key in sorted(set(keys)):
            self._window(counts, key, rank, entering=report)
            self._connection.execute("INSERT INTO near_key VALUES (?, ?, ?, ?)", (self._space, key, rank, report))
        return self._settled(counts)

    def remove(self, report: str) -> PairChanges:
        """Take a report out."""
        return self._settled(self._taken_out(report))

    def _taken_out(self, report: str) -> Counter[Pair]:
        counts: Counter[Pair] = Counter()
        held = self._connection.execute(
            "SELECT key, rank FROM near_key WHERE space = ? AND report = ? ORDER BY key", (self._space, report)
        ).fetchall()
        self._connection.execute("DELETE FROM near_key WHERE space = ? AND report = ?", (self._space, report))
        for key, rank in held:
            self._window(counts, key, rank, leaving=report)
        return counts

    def _window(self, counts: Counter[Pair], key: str, rank: str, *, entering: str = "", leaving: str = "") -> None:
        """Count the pairs that a report makes and breaks, by coming or going between those before and after it."""
        before, after = self._beside(key, rank, "<", "DESC"), self._beside(key, rank, ">", "ASC")
        sign = 1 if entering else -1
        for other in (*before, *after):
            counts[_pair(entering or leaving, other)] += sign
        # With it between them, those that were just within reach of each other no longer are.
        for i, one in enumerate(before):
            j = WINDOW - 1 - i
            if j < len(after):
                counts[_pair(one, after[j])] -= sign

    def _beside(self, key: str, rank: str, side: str, order: str) -> list[str]:
        query = (
            f"SELECT report FROM near_key WHERE space = ? AND key = ? AND rank {side} ? ORDER BY rank {order} LIMIT ?"
        )
        return [row[0] for row in self._connection.execute(query, (self._space, key, rank, WINDOW))]

    def _settled(self, counts: Mapping[Pair, int]) -> PairChanges:
        """Write the counts; which pairs now meet that did not, and the reverse."""
        met, parted = [], []
        for pair, change in sorted(counts.items()):
            if not change:
                continue
            row = self._connection.execute(
                "SELECT near FROM near_pair WHERE space = ? AND one = ? AND other = ?", (self._space, *pair)
            ).fetchone()
            before = row[0] if row else 0
            self._write(pair, before + change)
            met += [pair] if not before else []
            parted += [pair] if not before + change else []
        return PairChanges(tuple(met), tuple(parted))

    def _write(self, pair: Pair, near: int) -> None:
        if near:
            self._connection.execute(
                "INSERT INTO near_pair VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET near = excluded.near",
                (self._space, *pair, near),
            )
        else:
            self._connection.execute(
                "DELETE FROM near_pair WHERE space = ? AND one = ? AND other = ?", (self._space, *pair)
            )


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
