"""The chart of a negotiation shows every amount, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import Ledger
from parley.pages import StoryTalks, talks_page
from parley.render.charts import picture, talks_chart
from parley.store import Store
from tests import pay_record


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
    assert [talks_chart(trams, dark=dark)["config"]["background"] for dark in (False, True)] == ["#ffffff", "#1b1b1d"]


def test_the_picture_is_drawn(trams: StoryTalks) -> None:
    pytest.importorskip("vl_convert")
    drawn = picture(talks_chart(trams), "svg").decode()
    assert drawn.startswith("<svg")
    assert "City Tramways" in drawn
