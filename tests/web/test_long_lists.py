"""Lists that are too long for one page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import parley
from parley.pages import ListPage, OfStory, StoryHead
from parley.render.web import Parts
from parley.web import make_app
from parley.web.long_lists import one_part
from parley.web.places import PLACES
from tests import invented_record
from tests.web.asking import Client

ROWS = tuple(range(7))
HEAD = StoryHead("story-1", "Ferries", 2, None, None)


@pytest.mark.parametrize(
    ("query", "rows", "parts"),
    [
        ("", ROWS[:3], Parts(1, 3, None, "/list?part=2")),
        ("kind=a+b&part=2", ROWS[3:6], Parts(2, 3, "/list?kind=a+b&part=1", "/list?kind=a+b&part=3")),
        ("part=3", ROWS[6:], Parts(3, 3, "/list?part=2", None)),
        ("part=9", ROWS[6:], Parts(3, 3, "/list?part=2", None)),
        ("part=0", ROWS[:3], Parts(1, 3, None, "/list?part=2")),
        ("part=second", ROWS[:3], Parts(1, 3, None, "/list?part=2")),
    ],
)
def test_a_list_is_shown_part_by_part(query: str, rows: tuple[int, ...], parts: Parts) -> None:
    page: ListPage[int] = ListPage("numbers", ROWS, 7)
    assert one_part(page, 3, "/list", query) == (ListPage("numbers", rows, 7), parts)
    shown, told = one_part(OfStory(HEAD, page), 3, "/list", query)
    assert (shown, told) == (OfStory(HEAD, ListPage("numbers", rows, 7)), parts)


def test_a_short_list_is_whole() -> None:
    page: ListPage[int] = ListPage("numbers", ROWS, 7)
    assert one_part(page, 7, "/list", "part=2") == (page, None)


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Asks a record of three stories, lists of two rows on a page."""
    short = [msgspec.structs.replace(place, most=2 if place.most else 0) for place in PLACES]
    monkeypatch.setattr("parley.web.app.PLACES", short)
    with parley.open(invented_record.build(tmp_path / "talks.parley"), read_only=True) as project:
        yield Client(make_app(project))


def test_its_parts_lead_to_each_other_and_its_twins_are_whole(client: Client) -> None:
    first, second = client.get("/stories").text, client.get("/stories?part=2").text
    names = [row["name"] for row in client.get("/stories.json?part=2").json()["rows"]]
    assert len(names) == 3
    assert [[name in page for name in names] for page in (first, second)] == [[True, True, False], [False, False, True]]
    assert 'rel="next" href="/stories?part=2"' in first
    assert 'rel="prev" href="/stories?part=1"' in second
