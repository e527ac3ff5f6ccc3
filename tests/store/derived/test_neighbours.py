"""Which reports meet follows from the set of reports, however it came about."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.store.derived import WINDOW, Derived, Neighbours

Placed = tuple[int, frozenset[str]]
REPORTS = [f"r{number:02}" for number in range(14)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(REPORTS),
        st.none() | st.tuples(st.integers(0, 5), st.frozensets(st.sampled_from("abc"))),
    ),
    max_size=50,
)


def by_definition(placed: dict[str, Placed]) -> Counter[tuple[str, str]]:
    """Under how many keys each pair stands no more than the window apart."""
    found: Counter[tuple[str, str]] = Counter()
    for key in {key for _, keys in placed.values() for key in keys}:
        row = sorted((str(place), report) for report, (place, keys) in placed.items() if key in keys)
        for (i, (_, one)), (j, (_, other)) in combinations(enumerate(row), 2):
            if j - i <= WINDOW:
                found[min(one, other), max(one, other)] += 1
    return found


def kept(connection: sqlite3.Connection) -> dict[tuple[str, str], int]:
    rows = connection.execute("SELECT one, other, near FROM near_pair WHERE space = 'here'")
    return {(one, other): near for one, other, near in rows}


@given(STEPS)
def test_pairs_follow_from_the_last_state_of_each_report(steps: list[tuple[str, Placed | None]]) -> None:
    connection = Derived(None).connection
    neighbours, placed = Neighbours(connection, "here"), dict[str, Placed]()
    for report, now in steps:
        before = set(by_definition(placed))
        if now is None:
            placed.pop(report, None)
            changes = neighbours.remove(report)
        else:
            placed[report] = now
            changes = neighbours.put(report, str(now[0]), now[1])
        after = set(by_definition(placed))
        assert (set(changes.met), set(changes.parted)) == (after - before, before - after)
    assert kept(connection) == by_definition(placed)
    connection.close()


def test_one_purpose_does_not_see_another() -> None:
    connection = Derived(None).connection
    here, there = Neighbours(connection, "here"), Neighbours(connection, "there")
    here.put("r1", "1", ["a"])
    assert there.put("r2", "2", ["a"]).met == ()
    assert here.put("r2", "2", ["a"]).met == (("r1", "r2"),)
    assert there.remove("r2").parted == ()
    assert kept(connection) == {("r1", "r2"): 1}
    connection.close()


@pytest.mark.parametrize(("apart", "meet"), [(1, True), (WINDOW, True), (WINDOW + 1, False)])
def test_those_within_the_window_meet(apart: int, meet: bool) -> None:
    connection = Derived(None).connection
    neighbours = Neighbours(connection, "here")
    for number in range(apart + 1):
        neighbours.put(REPORTS[number], str(number), ["a"])
    assert ((REPORTS[0], REPORTS[apart]) in kept(connection)) is meet
    connection.close()


def test_a_key_given_twice_counts_once() -> None:
    connection = Derived(None).connection
    neighbours = Neighbours(connection, "here")
    neighbours.put("r1", "1", ["a", "a"])
    neighbours.put("r2", "2", ["a", "a"])
    assert kept(connection) == {("r1", "r2"): 1}
    connection.close()
