"""The index keeps what its pure functions make of the reports, however these came, changed and went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.store.derived import Derived, Index
from tests.store.derived.numbers import BATCHES, GROUPING, NAMES, Chain, Near, Numbered, items

Numbers = Index[Numbered, Near, Chain]
TABLES = ("near_key", "near_report", "link", "item", "loose", "member", "whole")


@pytest.fixture
def derived() -> Iterator[Derived]:
    made = Derived(None)
    yield made
    made.close()


def contents(derived: Derived) -> dict[str, list[tuple[Any, ...]]]:
    return {table: sorted(derived.connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def all_at_once(batches: list[dict[str, Any]]) -> dict[str, list[tuple[Any, ...]]]:
    last = {report: item for batch in batches for report, item in items(batch).items()}
    derived = Derived(None)
    index = Index(derived.connection, GROUPING)
    index.put({report: item for report, item in sorted(last.items()) if item})
    index.settle()
    made = contents(derived)
    derived.close()
    return made


@given(BATCHES, st.booleans(), st.integers(1, 4))
def test_what_is_kept_follows_from_the_last_state_of_each_report(
    batches: list[dict[str, Any]], afresh: bool, settled_every: int
) -> None:
    derived = Derived(None)
    index: Numbers = Index(derived.connection, GROUPING)
    for at, batch in enumerate(batches):
        index = Index(derived.connection, GROUPING) if afresh else index
        index.put(items(batch))
        if at % settled_every == 0:
            index.settle()
            assert index.settled
    index.settle()
    assert contents(derived) == all_at_once(batches)
    derived.close()


@given(BATCHES)
def test_what_is_asked_for_agrees(batches: list[dict[str, Any]]) -> None:
    derived = Derived(None)
    index: Numbers = Index(derived.connection, GROUPING)
    for batch in batches:
        index.put(items(batch))
    index.settle()
    wholes = {whole.id: whole for whole in index.wholes()}
    assert list(wholes) == sorted(wholes)
    assert {whole: index.whole(whole) for whole in wholes} == wholes
    held = {report: {w.id for w in wholes.values() if report in w.reports} for report in NAMES}
    assert {report: set(found) for report, found in index.of(NAMES).items()} == {r: w for r, w in held.items() if w}
    every = index.links(NAMES)
    assert [(each.one, each.other) for each in every] == sorted((each.one, each.other) for each in every)
    for report in NAMES:
        assert index.links([report]) == tuple(each for each in every if report in (each.one, each.other))
    derived.close()


def test_any_order_makes_the_same(derived: Derived) -> None:
    four = items({"r0": (1, ("a",)), "r1": (3, ("a",)), "r2": (6, ("a", "b")), "r3": (9, ("b",))})
    first: Numbers = Index(derived.connection, GROUPING)
    first.put(four)
    assert not first.settled
    first.settle()
    expected = contents(derived)
    assert [whole.reports for whole in first.wholes()] == [("r2",), ("r0", "r1", "r3")]
    for order in permutations(four):
        other = Derived(None)
        index: Numbers = Index(other.connection, GROUPING)
        for report in order:
            index.put({report: four[report]})
        index.settle()
        assert contents(other) == expected
        other.close()


def test_what_another_wrote_meanwhile_is_seen(derived: Derived) -> None:
    mine: Numbers = Index(derived.connection, GROUPING)
    theirs: Numbers = Index(derived.connection, GROUPING)
    mine.put(items({"r0": (1, ("a",))}))
    theirs.put(items({"r0": (12, ("a",))}))
    mine.put(items({"r1": (2, ("a",))}))
    assert mine.links(["r1"]) == ()


def test_a_failed_transaction_leaves_nothing_behind(derived: Derived) -> None:
    index: Numbers = Index(derived.connection, GROUPING)
    index.put(items({"r0": (1, ("a",))}))
    before = contents(derived)
    with suppress(KeyError), derived.writing():
        index.put(items({"r0": (12, ("a",))}))
        raise KeyError
    assert contents(derived) == before
    index.put(items({"r1": (2, ("a",))}))
    assert [each.apart for each in index.links(["r1"])] == [1]


def test_more_reports_than_one_query_takes(derived: Derived) -> None:
    index: Numbers = Index(derived.connection, GROUPING)
    many = {f"x{number:04}": Numbered(f"x{number:04}", 2, ("a",)) for number in range(1_200)}
    index.put(dict(many))
    index.settle()
    assert [len(whole.reports) for whole in index.wholes()] == [1_200]
    assert len(index.of(many)) == 1_200
    assert len(index.links(many)) == 4 * 1_200 - 10
