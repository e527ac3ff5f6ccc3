"""The chart of a series shows every count, its bounds, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.ledger import Ledger
from parley.pages import SeriesBlock, series_page
from parley.render.charts import picture, series_chart, step_blocks
from parley.render.charts.looks import Ground
from parley.store import Store
from tests import toll_record

GROUNDS: tuple[Ground, ...] = ("light", "dark", "page")


@pytest.fixture
def toll(tmp_path: Path) -> Iterator[SeriesBlock]:
    with Store.open(toll_record.build(tmp_path / "talks.parley")) as store:
        yield next(each for each in series_page(Ledger(store).series()).series if each.measure == "killed")


def values(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["data"]["values"]
    return sorted(found, key=lambda row: (row["day"], row["number"]))


def test_every_count_is_in_it_with_bounds_and_standing(toll: SeriesBlock) -> None:
    rows = values(series_chart(toll))
    assert [(row["number"], row["bound"], row["standing"]) for row in rows] == [
        (40, "or more", "current"),
        (50, "about", "current"),
        (62, "exact", "corrected"),
        (57, "exact", "current"),
    ]
    assert [(row["low"], row["high"]) for row in rows] == [(40, 40), (45, 55), (62, 62), (57, 57)]


def test_title_and_a_sentence_say_what_the_picture_says(toll: SeriesBlock) -> None:
    spec = series_chart(toll)
    assert spec["title"]["text"] == "people killed in Marl Point in the crash of 2 May 2031"
    assert spec["description"].startswith(spec["title"]["text"])
    assert "Newest: 57 (Coast Rescue, by 19 May 2031)" in " ".join(spec["title"]["subtitle"])
    assert any("corrected" in line for line in spec["title"]["subtitle"])


def test_claimants_have_colours_of_their_own_light_and_dark(toll: SeriesBlock) -> None:
    for ground in GROUNDS:
        scale = series_chart(toll, ground)["encoding"]["color"]["scale"]
        assert len(scale["domain"]) == len(set(scale["range"])) == 3
    grounds = [series_chart(toll, ground)["config"]["background"] for ground in GROUNDS]
    assert grounds == ["#ffffff", "#1b1b1d", None]


def test_the_picture_holds_title_claimants_and_description(toll: SeriesBlock) -> None:
    pytest.importorskip("vl_convert")
    drawn = picture(series_chart(toll), "svg").decode()
    assert drawn.startswith("<svg")
    for words in ("Coast Rescue", "Quay Wire", "Bay Weekly", "crash of 2 May 2031", "or more"):
        assert words in drawn
    assert re.search(r'aria-label="[^"]*crash of 2 May 2031', drawn)
    assert picture(series_chart(toll, "dark"), "png").startswith(b"\x89PNG")


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
