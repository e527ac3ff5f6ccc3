"""Floors of the public sets: what is reached stays reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality.floors import Floor, below, raised, read_floors, write_floors
from bench.quality.sets import SETS, digest_of


def test_a_score_under_its_floor_is_told_and_one_at_it_is_not() -> None:
    floors = {"tolls": Floor("d", {"found": 0.8, "right": 0.5})}
    lines = list(below("tolls", {"found": 0.8, "right": 0.4996}, digest="d", floors=floors))
    assert lines == ["tolls: right is 0.4996, under its floor of 0.500"]


def test_a_metric_that_is_gone_is_under_its_floor() -> None:
    assert list(below("tolls", {}, digest="d", floors={"tolls": Floor("d", {"found": 0.1})}))


@pytest.mark.parametrize(("name", "digest"), [("tolls", "other files"), ("no such set", "d")])
def test_other_files_and_sets_without_floors_are_not_held_to_them(name: str, digest: str) -> None:
    assert not list(below(name, {"found": 0.1}, digest=digest, floors={"tolls": Floor("d", {"found": 0.8})}))


def test_floors_are_raised_and_never_lowered() -> None:
    known = Floor("d", {"found": 0.8, "right": 0.5})
    assert raised(
        known, {"found": 0.71239, "right": 0.61239, "more": 0.9}, digest="d", tasks=["found", "right"]
    ) == Floor("d", {"found": 0.8, "right": 0.612})


def test_floors_of_other_files_are_dropped() -> None:
    assert raised(Floor("d", {"found": 0.8}), {"found": 0.7}, digest="new", tasks=["found"]) == Floor(
        "new", {"found": 0.7}
    )


def test_floors_written_are_read_back(tmp_path: Path) -> None:
    floors = {"b": Floor("e", {"found": 0.25}), "a": Floor("d", {"right": 1.0})}
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == {}


def test_a_digest_is_of_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("five ships")
    first = digest_of(tmp_path / "a")
    assert first == digest_of(tmp_path / "a")
    (tmp_path / "a" / "one.txt").rename(tmp_path / "a" / "two.txt")
    assert digest_of(tmp_path / "a") != first


def test_every_set_has_a_scorer_and_floors_for_its_tasks() -> None:
    floors = read_floors()
    for public in SETS:
        assert callable(public.score)
        assert set(floors[public.name].metrics) == {task.metric for task in public.tasks}
