"""The chart of a negotiation shows every amount, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import Ledger
from parley.pages import StoryTalks, talks_page
from parley.render.charts import picture, scale_chart, scale_summary, talks_chart
from parley.render.charts.looks import Ground
from parley.store import Store
from tests import pay_record

GROUNDS: tuple[Ground, ...] = ("light", "dark", "page")


@pytest.fixture
def trams(tmp_path: Path) -> Iterator[StoryTalks]:
    with Store.open(pay_record.build(tmp_path / "talks.parley")) as store:
        yield talks_page(Ledger(store)).stories[0]


def test_every_amount_is_in_it_and_scales_on_which_nothing_moves_are_not(trams: StoryTalks) -> None:
    (chart,) = talks_chart(trams)["vconcat"]
    assert [(row["number"], row["act"]) for row in chart["data"]["values"]] == [
        (9, "demand"),
        (4, "offer"),
        (5, "offer"),
        (7, "concede"),
        (6, "agree"),
    ]


def test_a_sentence_says_where_each_side_began_and_stands(trams: StoryTalks) -> None:
    words = talks_chart(trams)["description"]
    assert "City Tramways: 4 per cent, then 5 per cent" in words
    assert "Tram Drivers' Guild: 9 per cent, then 7 per cent" in words


def test_light_and_dark_have_grounds_of_their_own(trams: StoryTalks) -> None:
    assert [talks_chart(trams, ground)["config"]["background"] for ground in GROUNDS] == ["#ffffff", "#1b1b1d", None]


def test_the_picture_is_drawn(trams: StoryTalks) -> None:
    pytest.importorskip("vl_convert")
    drawn = picture(talks_chart(trams), "svg").decode()
    assert drawn.startswith("<svg")
    assert "City Tramways" in drawn


def test_a_sentence_says_how_far_apart_the_two_are(trams: StoryTalks) -> None:
    assert scale_summary(trams.scales[0]).endswith(" They were 5 percent apart, and are 2.")


def test_on_a_page_the_style_of_the_page_says_the_colours(trams: StoryTalks) -> None:
    pytest.importorskip("vl_convert")
    drawn = picture(scale_chart(trams.scales[0], "page"), "svg").decode()
    assert "var(--chart-1)" in drawn
    assert not re.search(r"#[0-9a-f]{6}", drawn)
    assert "style=" not in drawn  # a page that forbids styles of its parts would drop it
