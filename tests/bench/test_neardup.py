"""The scorer of near-duplicate articles, on articles of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import neardup

from tests.resolve.copies.reports import AGENCY, BALLOT, LONGER

_LINES = {name: " ".join(text.split()) for name, text in (("t1", AGENCY), ("t2", BALLOT), ("t3", LONGER))}


def _score(folder: Path, articles: dict[str, str], truth: str) -> dict[str, float]:
    (folder / "few.train").write_text("".join(f"{name} {text}\n" for name, text in articles.items()), encoding="utf-8")
    (folder / "few.truth").write_text(truth, encoding="utf-8")
    return neardup.score(folder).metrics


@pytest.mark.parametrize(
    ("more", "truth", "precision", "recall"),
    [
        ({"t4": _LINES["t1"].replace("naval ", "")}, "t1 t4\n", 1.0, 1.0),
        ({"t4": _LINES["t1"].replace("naval ", "")}, "t4 t1\nt2 t9\n", 1.0, 1.0),
        ({"t4": _LINES["t1"]}, "t1 t4\nt2 t3\n", 1.0, 0.5),
        ({"t4": _LINES["t1"], "t5": _LINES["t2"]}, "t1 t4\n", 0.5, 1.0),
        ({}, "t1 t3\n", 0.0, 0.0),
    ],
)
def test_pairs_are_scored(tmp_path: Path, more: dict[str, str], truth: str, precision: float, recall: float) -> None:
    assert _score(tmp_path, _LINES | more, truth) == {"precision": precision, "recall": recall}


def test_few_pairs_are_compared() -> None:
    _, compared = neardup.near_duplicates(_LINES)
    assert compared == 1  # the text and the longer report that holds it


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="name the folder of both"):
        neardup.score(tmp_path)
