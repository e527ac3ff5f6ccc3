"""Wholes made of reports by links between them (stories, groups of copies), kept while reports come, change and go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from parley.store.derived.neighbours import Neighbours, PairChanges

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


class Grouping(msgspec.Struct, Generic[ItemT, LinkT, WholeT], frozen=True):
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
    """The items, links and wholes of a grouping; inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, grouping: Grouping[ItemT, LinkT, WholeT]) -> None:
        """`connection` has the tables of `tables`."""
        self._connection, self._of = connection, grouping
        self._neighbours = Neighbours(connection, grouping.space)
        self._items: dict[str, ItemT] = {}

    def put(self, items: dict[str, ItemT | None]) -> None:
        """Enter what is kept of reports, by id, in place of what was; None takes one out. The wholes follow."""
        self._items.clear()  # others may have written since, or an earlier transaction may have failed
        touched: set[str] = set()
        for report, item in sorted(items.items()):
            touched |= self._entered(report, item)
        self._regroup(touched, gone=frozenset(report for report, item in items.items() if item is None))

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

    def _entered(self, report: str, item: ItemT | None) -> set[str]:
        """Write an item and the links it gains and loses; the reports whose wholes may change."""
        space = self._of.space
        self._connection.execute("DELETE FROM item WHERE space = ? AND report = ?", (space, report))
        self._items.pop(report, None)
        changes = self._neighbours.remove(report) if item is None else self._moved(report, item)
        touched = {report} | {end for ends in self._link_rows([report]) for end in ends}
        self._connection.execute("DELETE FROM link WHERE space = ? AND (one = ? OR other = ?)", (space, report, report))
        for pair in changes.parted:
            self._connection.execute("DELETE FROM link WHERE space = ? AND one = ? AND other = ?", (space, *pair))
            touched |= set(pair)
        met = set(changes.met) | (self._pairs_of(report) if item is not None else set())
        for pair in sorted(met):
            link = self._of.link(self._item(pair[0]), self._item(pair[1]))
            if link is not None:
                values = (space, *pair, msgspec.json.encode(link))
                self._connection.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", values)
                touched |= set(pair)
        return touched

    def _moved(self, report: str, item: ItemT) -> PairChanges:
        record = msgspec.json.encode(item, order="deterministic")  # sets have no order of their own
        self._connection.execute("INSERT INTO item VALUES (?, ?, ?)", (self._of.space, report, record))
        self._items[report] = item
        return self._neighbours.put(report, self._of.rank(item), self._of.keys(item))

    def _pairs_of(self, report: str) -> set[tuple[str, str]]:
        query = "SELECT one, other FROM near_pair WHERE space = ? AND {} = ?"
        found: set[tuple[str, str]] = set()
        for end in ("one", "other"):
            found |= set(self._connection.execute(query.format(end), (self._of.space, report)))
        return found

    def _regroup(self, touched: set[str], *, gone: Collection[str]) -> None:
        """Make anew the wholes of all reports that hang together with those touched."""
        reports, links = self._component(touched - set(gone))
        old = {whole for wholes in self.of((*reports, *gone)).values() for whole in wholes}
        space = self._of.space
        for whole_id in sorted(old):
            self._connection.execute("DELETE FROM whole WHERE space = ? AND id = ?", (space, whole_id))
            self._connection.execute("DELETE FROM member WHERE space = ? AND of = ?", (space, whole_id))
        items = [self._item(report) for report in sorted(reports)]
        for whole in self._of.group(items, [links[ends] for ends in sorted(links)]):
            record = msgspec.json.encode(whole)
            self._connection.execute("INSERT INTO whole VALUES (?, ?, ?)", (space, whole.id, record))
            members = [(space, report, whole.id) for report in whole.reports]
            self._connection.executemany("INSERT INTO member VALUES (?, ?, ?)", members)

    def _component(self, start: set[str]) -> tuple[set[str], dict[tuple[str, str], LinkT]]:
        """The reports that hang together with some, and their links."""
        reports, frontier = set(start), set(start)
        links: dict[tuple[str, str], LinkT] = {}
        while frontier:
            rows = self._link_rows(sorted(frontier))
            links |= {ends: msgspec.json.decode(rows[ends], type=self._of.link_type) for ends in rows.keys() - links}
            frontier = {end for ends in rows for end in ends} - reports
            reports |= frontier
        return reports, links

    def _link_rows(self, reports: list[str]) -> dict[tuple[str, str], bytes]:
        found: dict[tuple[str, str], bytes] = {}
        for end in ("one", "other"):
            query = f"SELECT one, other, record FROM link WHERE space = ? AND {end} IN"
            for one, other, record in self._select(query, reports):
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
