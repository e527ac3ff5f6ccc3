"""Which reports are looked at together: those that share a key and stand near each other in the order of that key.

Comparing all reports that share a key would cost the square of their number. Here each meets only the `WINDOW` before
and the `WINDOW` after it, so that adding one takes no more comparisons however many there are; and which pairs meet follows from
the set of reports alone, whatever the order of adding. A pair may meet under several keys: `near` counts them, and the
pair is gone when none is left.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b

import msgspec

__all__ = ["WINDOW", "Neighbours", "PairChanges"]

WINDOW = 4
"""How many reports before and after a report, under each of its keys, it is compared with."""

_KEY_BYTES = 8

Pair = tuple[str, str]


class PairChanges(msgspec.Struct, frozen=True):
    """Pairs of report ids (each in order) that came to meet, and that meet no more."""

    met: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()


class Neighbours:
    """The keys of reports, and the pairs that follow, for one purpose (`space`); inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, space: str) -> None:
        """`connection` has the tables `near_key`, `near_report` and `near_pair`."""
        self._connection, self._space = connection, space

    def put(self, report: str, rank: str, keys: Iterable[str]) -> PairChanges:
        """Enter a report, by its id, under these keys, in place of what it had before.

        Those under one key stand in order of `rank` as text, then id. An id has no spaces.
        """
        counts = self._taken_out(report)
        place, short = f"{rank} {report}", sorted(set(map(_short, keys)))
        for key in short:
            self._window(counts, key, place, sign=1)
            self._connection.execute("INSERT INTO near_key VALUES (?, ?, ?)", (self._space, key, place))
        values = (self._space, report, place, b"".join(short))
        self._connection.execute("INSERT INTO near_report VALUES (?, ?, ?, ?)", values)
        return self._settled(counts)

    def remove(self, report: str) -> PairChanges:
        """Take a report out."""
        return self._settled(self._taken_out(report))

    def _taken_out(self, report: str) -> Counter[Pair]:
        counts: Counter[Pair] = Counter()
        here = self._space, report
        held = self._connection.execute("SELECT place, keys FROM near_report WHERE space = ? AND report = ?", here)
        for place, keys in held.fetchall():
            for at in range(0, len(keys), _KEY_BYTES):
                row = self._space, keys[at : at + _KEY_BYTES], place
                self._connection.execute("DELETE FROM near_key WHERE space = ? AND key = ? AND place = ?", row)
                self._window(counts, row[1], place, sign=-1)
        self._connection.execute("DELETE FROM near_report WHERE space = ? AND report = ?", here)
        return counts

    def _window(self, counts: Counter[Pair], key: bytes, place: str, *, sign: int) -> None:
        """Count the pairs that a report makes (`sign` 1) and breaks by coming between those before and after it.

        With `sign` -1, the same of its going.
        """
        before, after = self._beside(key, place, "<", "DESC"), self._beside(key, place, ">", "ASC")
        for other in (*before, *after):
            counts[_pair(_report(place), other)] += sign
        # With it between them, those that were just within reach of each other no longer are.
        for i, one in enumerate(before):
            j = WINDOW - 1 - i
            if j < len(after):
                counts[_pair(one, after[j])] -= sign

    def _beside(self, key: bytes, place: str, side: str, order: str) -> list[str]:
        query = (
            f"SELECT place FROM near_key WHERE space = ? AND key = ? AND place {side} ? ORDER BY place {order} LIMIT ?"
        )
        return [_report(row[0]) for row in self._connection.execute(query, (self._space, key, place, WINDOW))]

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


def _short(key: str) -> bytes:
    """A key in eight bytes; of as many as a record may have no two are likely to meet, and two reports more compared
    would do no harm."""
    return blake2b(key.encode(), digest_size=_KEY_BYTES).digest()


def _report(place: str) -> str:
    return place.rpartition(" ")[2]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
