"""The chart of a series shows every count, its bounds, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.ledger import Ledger, SeriesEntries
from parley.render.charts import picture, series_chart, step_blocks
from parley.store import Store
from tests import toll_record


@pytest.fixture
def toll(tmp_path: Path) -> Iterator[SeriesEntries]:
    with Store.open(toll_record.build(tmp_path / "talks.parley")) as store:
        yield next(each for each in Ledger(store).series() if each.series.measure == "killed")


def values(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["data"]["values"]
    return sorted(found, key=lambda row: (row["day"], row["number"]))


def test_every_count_is_in_it_with_bounds_and_standing(toll: SeriesEntries) -> None:
    rows = values(series_chart(toll))
    assert [(row["number"], row["bound"], row["standing"]) for row in rows] == [
        (40, "or more", "current"),
        (50, "about", "current"),
        (62, "exact", "corrected"),
        (57, "exact", "current"),
    ]
    assert [(row["low"], row["high"]) for row in rows] == [(40, 40), (45, 55), (62, 62), (57, 57)]


def test_title_and_a_sentence_say_what_the_picture_says(toll: SeriesEntries) -> None:
    spec = series_chart(toll)
    assert spec["title"]["text"] == "people killed in Marl Point in the crash of 2 May 2031"
    assert spec["description"].startswith(spec["title"]["text"])
    assert "Newest: 57 (Coast Rescue, by 19 May 2031)" in " ".join(spec["title"]["subtitle"])
    assert any("corrected" in line for line in spec["title"]["subtitle"])


def test_claimants_have_colours_of_their_own_light_and_dark(toll: SeriesEntries) -> None:
    for dark in (False, True):
        scale = series_chart(toll, dark=dark)["encoding"]["color"]["scale"]
        assert len(scale["domain"]) == len(set(scale["range"])) == 3
    grounds = [series_chart(toll, dark=dark)["config"]["background"] for dark in (False, True)]
    assert grounds == ["#ffffff", "#1b1b1d"]


def test_the_picture_holds_title_claimants_and_description(toll: SeriesEntries) -> None:
    pytest.importorskip("vl_convert")
    drawn = picture(series_chart(toll), "svg").decode()
    assert drawn.startswith("<svg")
    for words in ("Coast Rescue", "Quay Wire", "Bay Weekly", "crash of 2 May 2031", "or more"):
        assert words in drawn
    assert re.search(r'aria-label="[^"]*crash of 2 May 2031', drawn)
    assert picture(series_chart(toll, dark=True), "png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ([(0, 8.0)], "████"),
        ([(2, 8.0)], "··██"),
        ([(0, 1.0), (1, 4.0), (3, 8.0)], "▂▅▅█"),
        ([(0, 0.0), (3, 8.0)], "▁▁▁█"),
        ([], "····"),
    ],
)
def test_blocks_hold_each_count_until_the_next(counts: list[tuple[int, float]], wanted: str) -> None:
    assert step_blocks(counts, first=0, last=3, width=4, highest=8) == wanted
