"""Wholes made of reports by links between them (stories, groups of copies), kept while reports come, change and go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from parley.store.derived.neighbours import Encounters, Neighbours, Pair

__all__ = ["Grouping", "Index"]

_AT_ONCE = 500  # values in one query


class _Linked(Protocol):
    @property
    def one(self) -> str: ...

    @property
    def other(self) -> str: ...


class _Whole(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def reports(self) -> tuple[str, ...]: ...


ItemT = TypeVar("ItemT")
LinkT = TypeVar("LinkT", bound=_Linked)
WholeT = TypeVar("WholeT", bound=_Whole)


class Grouping(msgspec.Struct, Generic[ItemT, LinkT, WholeT], frozen=True, gc=False):
    """How reports make wholes for one purpose (`space`), by pure functions.

    `item` is what is kept of a report, `keys` and `rank` where it is looked up (see `Neighbours`), `link` whether two
    belong together, `group` the wholes of all reports that hang together by links.
    """

    space: str
    item: type[ItemT]
    link_type: type[LinkT]
    whole: type[WholeT]
    keys: Callable[[ItemT], Iterable[str]]
    rank: Callable[[ItemT], str]
    link: Callable[[ItemT, ItemT], LinkT | None]
    group: Callable[[Iterable[ItemT], Iterable[LinkT]], Iterable[WholeT]]


class Index(Generic[ItemT, LinkT, WholeT]):
    """The items, links and wholes of a grouping; inside the caller's transaction.

    Links follow at once when reports are `put` in. Wholes are made of them by `settle`, which is to be called before
    they are asked for: those of a story of a thousand reports need not be made anew for each report that joins it.
    """

    def __init__(self, connection: sqlite3.Connection, grouping: Grouping[ItemT, LinkT, WholeT]) -> None:
        """`connection` has the tables of `tables`."""
        self._connection, self._of = connection, grouping
        self._neighbours = Neighbours(connection, grouping.space)
        self._items: dict[str, ItemT] = {}

    def put(self, items: dict[str, ItemT | None]) -> None:
        """Enter what is kept of reports, by id, in place of what was; None takes one out. The links follow."""
        self._items.clear()  # others may have written since, or an earlier transaction may have failed
        loose, pairs = set(items), Encounters()
        for report, item in sorted(items.items(), key=lambda each: (each[1] is not None, each[0])):  # first what goes
            pairs.add(self._entered(report, item))
            loose |= self._unlinked(report)
        loose |= {report for pair in sorted(pairs.all) if self._joined(pair, pairs) for report in pair}
        rows = [(self._of.space, report) for report in sorted(loose)]
        self._connection.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?)", rows)

    @property
    def settled(self) -> bool:
        """Whether the wholes are those that the links make."""
        query = "SELECT 1 FROM loose WHERE space = ? LIMIT 1"
        return self._connection.execute(query, (self._of.space,)).fetchone() is None

    def settle(self) -> None:
        """Make anew the wholes of all reports that hang together with those whose links have changed."""
        space = self._of.space
        rows = self._connection.execute("SELECT report FROM loose WHERE space = ? ORDER BY report", (space,)).fetchall()
        loose = [report for (report,) in rows]
        self._ungroup(loose)  # all of them first: a name may go from one whole to another
        settled: set[str] = set()
        for report in loose:
            if report not in settled:
                settled |= self._regrouped(report)
        self._connection.execute("DELETE FROM loose WHERE space = ?", (space,))

    def _regrouped(self, report: str) -> set[str]:
        """Make anew the wholes of all reports that hang together with one; these reports."""
        space, (reports, links) = self._of.space, self._component(report)
        self._ungroup(reports)
        items = dict(self._select("SELECT report, record FROM item WHERE space = ? AND report IN", reports))
        there = [msgspec.json.decode(items[each], type=self._of.item) for each in sorted(items)]
        for whole in self._of.group(there, [links[ends] for ends in sorted(links)]):
            self._connection.execute(
                "INSERT INTO whole VALUES (?, ?, ?)", (space, whole.id, msgspec.json.encode(whole))
            )
            members = [(space, member, whole.id) for member in whole.reports]
            self._connection.executemany("INSERT INTO member VALUES (?, ?, ?)", members)
        return reports

    def wholes(self) -> Iterator[WholeT]:
        """All of them, by id."""
        query = "SELECT record FROM whole WHERE space = ? ORDER BY id"
        for (record,) in self._connection.execute(query, (self._of.space,)):
            yield msgspec.json.decode(record, type=self._of.whole)

    def whole(self, whole_id: str) -> WholeT | None:
        """The one with this id."""
        query = "SELECT record FROM whole WHERE space = ? AND id = ?"
        row = self._connection.execute(query, (self._of.space, whole_id)).fetchone()
        return msgspec.json.decode(row[0], type=self._of.whole) if row else None

    def of(self, reports: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each of these reports the ids of the wholes it is in."""
        found: dict[str, tuple[str, ...]] = {}
        for report, whole in self._select("SELECT report, of FROM member WHERE space = ? AND report IN", reports):
            found[report] = (*found.get(report, ()), whole)
        return found

    def links(self, reports: Iterable[str]) -> tuple[LinkT, ...]:
        """The links of these reports, by their two ends."""
        rows = self._link_rows(list(reports))
        return tuple(msgspec.json.decode(rows[ends], type=self._of.link_type) for ends in sorted(rows))

    def _ungroup(self, reports: Iterable[str]) -> None:
        """Take out the wholes that reports are in."""
        old = sorted({whole for wholes in self.of(reports).values() for whole in wholes})
        rows = [(self._of.space, whole) for whole in old]
        self._connection.executemany("DELETE FROM whole WHERE space = ? AND id = ?", rows)
        self._connection.executemany("DELETE FROM member WHERE space = ? AND of = ?", rows)

    def _entered(self, report: str, item: ItemT | None) -> Encounters:
        """Write an item, or take one out, and its keys."""
        space = self._of.space
        self._connection.execute("DELETE FROM item WHERE space = ? AND report = ?", (space, report))
        if item is None:
            return self._neighbours.remove(report)
        record = msgspec.json.encode(item, order="deterministic")  # sets have no order of their own
        self._connection.execute("INSERT INTO item VALUES (?, ?, ?)", (space, report, record))
        self._items[report] = item
        return self._neighbours.put(report, self._of.rank(item), self._of.keys(item))

    def _unlinked(self, report: str) -> set[str]:
        """Take out the links of a report; the reports it was linked with."""
        ends = {end for pair in self._link_rows([report]) for end in pair}
        for end in ("one", "other"):
            self._connection.execute(f"DELETE FROM link WHERE {end} = ? AND space = ?", (report, self._of.space))
        return ends

    def _joined(self, pair: Pair, pairs: Encounters) -> bool:
        """Link two reports, or take out their link, as they meet now; whether that changed anything.

        Those that `met` have no links yet: what came anew was taken out before.
        """
        linked = pair not in pairs.met and self._is_linked(pair)
        if not linked and pair not in pairs.met and pair not in pairs.nearer:
            return False
        meets = pairs.surely_meet(pair) or self._neighbours.meet(*pair)
        if linked == meets:
            return False
        if linked:
            self._connection.execute("DELETE FROM link WHERE space = ? AND one = ? AND other = ?", self._row(pair))
            return True
        link = self._of.link(self._item(pair[0]), self._item(pair[1]))
        if link is not None:
            self._connection.execute(
                "INSERT INTO link VALUES (?, ?, ?, ?)", (*self._row(pair), msgspec.json.encode(link))
            )
        return link is not None

    def _is_linked(self, pair: Pair) -> bool:
        query = "SELECT 1 FROM link WHERE space = ? AND one = ? AND other = ?"
        return self._connection.execute(query, self._row(pair)).fetchone() is not None

    def _row(self, pair: Pair) -> tuple[str, str, str]:
        return self._of.space, *pair

    def _component(self, start: str) -> tuple[set[str], dict[Pair, LinkT]]:
        """The reports that hang together with one, itself among them, and the links by which they do."""
        reports, frontier = {start}, {start}
        links: dict[Pair, LinkT] = {}
        while frontier:
            rows = self._link_rows(frontier)
            links |= {
                ends: msgspec.json.decode(rows[ends], type=self._of.link_type) for ends in rows if ends not in links
            }
            frontier = {end for ends in rows for end in ends} - reports
            reports |= frontier
        return reports, links

    def _link_rows(self, reports: Iterable[str]) -> dict[Pair, bytes]:
        found: dict[Pair, bytes] = {}
        wanted = list(reports)
        for end in ("one", "other"):
            query = f"SELECT one, other, record FROM link WHERE space = ? AND {end} IN"
            for one, other, record in self._select(query, wanted):
                found[one, other] = record
        return found

    def _item(self, report: str) -> ItemT:
        if report not in self._items:
            query = "SELECT record FROM item WHERE space = ? AND report = ?"
            (record,) = self._connection.execute(query, (self._of.space, report)).fetchone()
            self._items[report] = msgspec.json.decode(record, type=self._of.item)
        return self._items[report]

    def _select(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(values)
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._connection.execute(f"{query} ({marks})", (self._of.space, *some)).fetchall()
