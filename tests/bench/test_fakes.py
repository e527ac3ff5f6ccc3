"""The scorer of those killed, on reports of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality import fakes


def _score(tmp_path: Path, *rows: tuple[str, dict[str, int]]) -> dict[str, float]:
    texts = [{"id": str(i), "title": "Shelling", "text": text, "gold": gold} for i, (text, gold) in enumerate(rows)]
    (tmp_path / "gold.json").write_text(json.dumps(texts))
    return fakes.score(tmp_path).metrics


SOLDIERS = ("The shelling killed 14 soldiers near Orvan, the ministry said.", {"nb_noncivilians": 14})
PEOPLE = ("The shelling killed 9 people near Orvan, the ministry said.", {"nb_civilians": 9})


def test_all_right(tmp_path: Path) -> None:
    assert _score(tmp_path, SOLDIERS)["found"] == 1.0


def test_people_of_no_class_are_civilians_only_in_the_wider_measure(tmp_path: Path) -> None:
    found = _score(tmp_path, PEOPLE)
    assert (found["found"], found["found_strict"]) == (1.0, 0.0)


def test_the_right_number_in_another_class_is_half_right(tmp_path: Path) -> None:
    found = _score(tmp_path, (SOLDIERS[0], {"nb_children": 14}))
    assert (found["found"], found["found_any_class"]) == (0.0, 1.0)


def test_half_found(tmp_path: Path) -> None:
    assert _score(tmp_path, SOLDIERS, (PEOPLE[0], {"nb_civilians": 12}))["found"] == 0.5


def test_zero_is_not_counted(tmp_path: Path) -> None:
    assert _score(tmp_path, (SOLDIERS[0], {"nb_noncivilians": 14, "nb_children": 0}))["found"] == 1.0


def test_a_folder_without_labels_is_named_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no gold"):
        fakes.score(tmp_path)
