"""The scorer of kinds of copies, on reports of our own, and the labelled pairs themselves."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from bench.quality import copies

from parley.model import CopyKind
from tests.resolve.copies.reports import AGENCY, BALLOT

_PAIR = '[[pair]]\none = "{}"\nother = "{}"\nkind = "{}"\n{}\n'


def _labels(folder: Path, *pairs: tuple[str, str, str, str]) -> Path:
    path = folder / "pairs.toml"
    path.write_text("".join(_PAIR.format(*pair) for pair in pairs), encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of dispatches of two outlets, listed, and one of articles in a file."""
    folder = tmp_path / "wire"
    folder.mkdir()
    texts = {"one": AGENCY, "same": AGENCY, "fewer": AGENCY.replace("420", "390"), "ballot": BALLOT}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = ({"doc": name, "outlet": name, "published": f"2031-03-0{day}"} for day, name in enumerate(texts, 1))
    (folder / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "few.train").write_text(f"t1 {' '.join(AGENCY.split())}\nt2 {' '.join(BALLOT.split())}\n")
    return tmp_path


def test_kinds_are_scored(reports: Path) -> None:
    labels = _labels(
        reports,
        ("wire/one.txt", "wire/same.txt", "verbatim", "held_out = true"),
        ("wire/one.txt", "wire/fewer.txt", "later_version", ""),
        ("wire/one.txt", "wire/ballot.txt", "none", 'trap = "template"'),
        ("few.train#t1", "few.train#t2", "excerpt", ""),
    )
    found = copies.score(reports, labels)
    assert found.metrics["macro F1"] == pytest.approx((1 + 1 + 2 / 3 + 0) / 4)
    assert (found.metrics["held out macro F1"], found.metrics["traps right"]) == (1.0, 1.0)
    assert found.metrics["found"] == pytest.approx(2 / 3)
    assert len(found.misses) == 1


def test_pairs_whose_reports_are_not_there_are_left_out(reports: Path) -> None:
    labels = _labels(
        reports, ("wire/one.txt", "wire/same.txt", "verbatim", ""), ("wire/no.txt", "wire/one.txt", "none", "")
    )
    assert copies.score(reports, labels).counts["pairs"] == 1


def test_a_folder_with_none_of_the_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no report of the labelled pairs"):
        copies.score(tmp_path)


@pytest.mark.parametrize(
    ("told", "mean"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], 0.0),
        ([("a", "a"), ("a", "b"), ("b", "b")], 2 / 3),
        ([("a", "a"), ("a", "c")], 2 / 3),
        ([], 0.0),
    ],
)
def test_each_labelled_kind_weighs_the_same(told: list[tuple[str, str]], mean: float) -> None:
    assert copies.macro_f1(told) == pytest.approx(mean)


def test_the_labelled_pairs_are_many_and_each_stands_there_once() -> None:
    pairs = copies.read_pairs()
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs) >= 120
    assert {pair.kind for pair in pairs} <= {*get_args(CopyKind), "none"}
    assert Counter(pair.trap for pair in pairs)["template"] >= 20
    assert all(pair.kind == "none" for pair in pairs if pair.trap)
