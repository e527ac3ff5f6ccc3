"""Charts in block characters: what stands in for a picture where the extra for pictures is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ledger import Ledger
from parley.pages import SeriesBlock, StoryTalks, series_page, talks_page
from parley.pages.of_story import StoryHead
from parley.render.charts.blocks import series_picture
from parley.render.plain import in_encoding
from parley.render.talks import scale_picture
from parley.render.web import Frame, Links, drawing
from parley.render.web.drawing import chart_html, scale_page, series_chart_page
from parley.store import Store
from tests import pay_record, toll_record

STORY = StoryHead("story-1", "Trams", 6, None, None)
FRAME = Frame(Links(lambda _: "/"), "", whole=False)


@pytest.fixture
def toll(tmp_path: Path) -> SeriesBlock:
    with Store.open(toll_record.build(tmp_path / "toll.parley")) as store:
        return next(each for each in series_page(Ledger(store).series()).series if each.measure == "killed")


@pytest.fixture
def talks(tmp_path: Path) -> StoryTalks:
    with Store.open(pay_record.build(tmp_path / "pay.parley")) as store:
        return talks_page(Ledger(store)).stories[0]


def test_a_series_has_a_line_for_each_who_counted_twice_with_both_ends_in_words(toll: SeriesBlock) -> None:
    *lines, days = series_picture(toll).splitlines()
    assert lines
    assert all(set("▁▂▃▄▅▆▇█") & set(line) and " → " in line for line in lines)
    twice = {row.claimant for row in toll.rows if sum(row.claimant == each.claimant for each in toll.rows) > 1}
    assert {line[:34].strip() for line in lines} <= {name[:34] for name in twice}
    assert len(days.split()) in (4, 6)


def test_a_scale_says_what_each_mark_stands_for(talks: StoryTalks) -> None:
    picture = scale_picture(talks.scales[0].points)
    for party in {point.party for point in talks.scales[0].points}:
        (mark,) = [line[0] for line in picture.splitlines() if line[2:] == party]
        assert mark in picture.partition("└")[0]


def test_without_the_extra_a_page_has_blocks_a_summary_and_what_to_install(
    toll: SeriesBlock, talks: StoryTalks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    drawing._picture.cache_clear()  # what was drawn before would be shown again
    for page in (series_chart_page(toll), scale_page(talks.scales[0])):
        html = chart_html(page, FRAME, story=STORY, tab="talks")
        assert '<pre class="blocks" role="img" aria-label="' in html
        assert page.blocks.splitlines()[0].rstrip() in html
        assert "extra &#39;charts&#39;" in html
        assert "<svg" not in html


def test_with_the_extra_it_has_the_picture_alone(toll: SeriesBlock) -> None:
    html = chart_html(series_chart_page(toll), FRAME, story=STORY, tab="figures")
    assert "<svg" in html
    assert "<pre" not in html


@given(st.text(), st.sampled_from(["ascii", "cp1252", "utf-8", "koi8-r"]))
def test_any_text_can_be_printed_in_any_encoding_and_stays_as_long(text: str, encoding: str) -> None:
    plain = in_encoding(text, encoding)
    plain.encode(encoding)
    assert len(plain) == len(text)
    assert all(one == other for one, other in zip(text, plain, strict=True) if one.isascii())


def test_signs_are_told_apart_without_their_characters() -> None:
    marks = in_encoding("●▲■◆▼○△□◇▽", "ascii")
    assert len(set(marks)) == 10
    assert in_encoding("▁▂▃▄▅▆▇█", "ascii") == "_.,:-=+#"
    assert in_encoding("“7” ← é ы", "ascii") == '"7" < ? ?'
