"""Which reports meet follows from the set of reports, however it came about."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.store.derived import WINDOW, Derived, Encounters, Neighbours

Placed = tuple[int, frozenset[str]]
REPORTS = [f"r{number:02}" for number in range(14)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(REPORTS),
        st.none() | st.tuples(st.integers(0, 5), st.frozensets(st.sampled_from("abc"))),
    ),
    max_size=50,
)


def by_definition(placed: dict[str, Placed]) -> set[tuple[str, str]]:
    """The pairs that stand no more than the window apart under some key."""
    found: set[tuple[str, str]] = set()
    for key in {key for _, keys in placed.values() for key in keys}:
        row = sorted((str(place), report) for report, (place, keys) in placed.items() if key in keys)
        for (i, (_, one)), (j, (_, other)) in combinations(enumerate(row), 2):
            if j - i <= WINDOW:
                found.add((min(one, other), max(one, other)))
    return found


def meeting(neighbours: Neighbours) -> set[tuple[str, str]]:
    """All pairs that meet, as they are asked for."""
    return {pair for pair in combinations(REPORTS, 2) if neighbours.meet(*pair)}


@given(STEPS)
def test_pairs_follow_from_the_last_state_of_each_report(steps: list[tuple[str, Placed | None]]) -> None:
    connection = Derived(None).connection
    neighbours, placed = Neighbours(connection, "here"), dict[str, Placed]()
    for report, now in steps:
        before = by_definition(placed)
        if now is None:
            placed.pop(report, None)
            found = neighbours.remove(report)
        else:
            placed[report] = now
            found = neighbours.put(report, str(now[0]), now[1])
        after = by_definition(placed)
        own = {pair for pair in after if report in pair}
        assert found.met == own
        assert after - before <= own | found.nearer
        assert before - after <= found.farther | {pair for pair in before if report in pair}
        assert meeting(neighbours) == after
    connection.close()


@given(STEPS)
def test_what_became_of_pairs_adds_up(steps: list[tuple[str, Placed | None]]) -> None:
    connection = Derived(None).connection
    neighbours, placed, became = Neighbours(connection, "here"), dict[str, Placed](), Encounters()
    for report, now in steps:
        placed.pop(report, None)
        placed |= {report: now} if now is not None else {}
        became.add(neighbours.put(report, str(now[0]), now[1]) if now is not None else neighbours.remove(report))
    after = by_definition(placed)
    assert after <= became.all
    assert {pair for pair in became.all if became.surely_meet(pair)} <= after
    connection.close()


def test_one_purpose_does_not_see_another() -> None:
    connection = Derived(None).connection
    here, there = Neighbours(connection, "here"), Neighbours(connection, "there")
    here.put("r1", "1", ["a"])
    assert there.put("r2", "2", ["a"]).all == set()
    assert here.put("r2", "2", ["a"]).met == {("r1", "r2")}
    there.remove("r2")
    assert here.meet("r1", "r2")
    assert not there.meet("r1", "r2")
    connection.close()


@pytest.mark.parametrize(("apart", "meet"), [(1, True), (WINDOW, True), (WINDOW + 1, False)])
def test_those_within_the_window_meet(apart: int, meet: bool) -> None:
    connection = Derived(None).connection
    neighbours = Neighbours(connection, "here")
    for number in range(apart + 1):
        neighbours.put(REPORTS[number], str(number), ["a"])
    assert neighbours.meet(REPORTS[0], REPORTS[apart]) is meet
    connection.close()


def test_a_key_given_twice_counts_once() -> None:
    connection = Derived(None).connection
    neighbours = Neighbours(connection, "here")
    for report in REPORTS[: WINDOW + 1]:
        neighbours.put(report, "2", ["a", "a"])
    assert neighbours.meet(REPORTS[0], REPORTS[WINDOW])
    connection.close()
