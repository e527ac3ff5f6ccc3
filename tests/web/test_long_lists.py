"""Lists that are too long for one page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley
from parley.render.web import Lists, Order
from parley.web import make_app
from parley.web.places import PLACES
from tests import invented_record
from tests.web.asking import Client

ORDERS = get_args(Order)
NAMES = st.text("abcdefgh-", min_size=1, max_size=8)


def part_rows(lists: Lists, name: str, rows: list[int], order: Order) -> list[int]:
    """The rows of a part in the order shown."""
    part = lists.part(name, len(rows), order=order)
    shown = list(part.of(rows))
    return shown[::-1] if part.backwards else shown


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9), st.sampled_from(ORDERS), NAMES)
def test_the_parts_together_are_the_whole_list_in_order(rows: list[int], most: int, order: Order, name: str) -> None:
    whole = rows[::-1] if order == "newest_first" else rows
    count = Lists("/list", "", most).part(name, len(rows), order=order).count
    told: list[int] = []
    for number in range(1, count + 1):
        lists = Lists("/list", urlencode({name: number, "kind": "a b"}), most)
        part = lists.part(name, len(rows), order=order)
        assert (part.number, part.count) == (number, count)
        assert part.places == (len(told) + 1, len(told) + part.last - part.first) or not rows
        told += part_rows(lists, name, rows, order)
    assert told == whole


@given(st.integers(0, 40), st.integers(1, 9), st.sampled_from(ORDERS))
def test_the_part_first_to_be_seen_is_full_and_no_part_is_longer(total: int, most: int, order: Order) -> None:
    first = Lists("/list", "", most).part("part", total, order=order)
    assert first.last - first.first == min(most, total)
    assert first.number == (first.count if order == "newest_last" else 1)


@given(st.integers(1, 40), st.integers(1, 9), st.sampled_from(ORDERS), st.text(max_size=6))
def test_each_part_leads_to_the_next_whatever_was_asked(total: int, most: int, order: Order, asked: str) -> None:
    query = urlencode({"part": asked, "made": "2"})
    part = Lists("/list", query, most).part("part", total, order=order, at="rows")
    seen = [part.number]
    while part.after is not None:
        address = urlsplit(part.after)
        assert (address.path, address.fragment, parse_qs(address.query)["made"]) == ("/list", "rows", ["2"])
        part = Lists("/list", address.query, most).part("part", total, order=order, at="rows")
        seen.append(part.number)
    assert seen == list(range(seen[0], part.count + 1))
    assert (part.closing, part.opening is None) == (None, part.count == 1)


@pytest.mark.parametrize(
    ("asked", "number"), [("2", 2), ("9", 3), ("0", 1), ("second", 1), ("-1", 1), ("9" * 5000, 1), ("٢", 2), ("", 1)]
)
def test_what_is_no_part_is_the_first_or_the_last(asked: str, number: int) -> None:
    assert Lists("/list", urlencode({"part": asked}), 3).part("part", 7).number == number


def test_a_short_list_is_whole() -> None:
    part = Lists("/list", "part=2", 7).part("part", 7)
    assert (part.first, part.last, part.count, part.before, part.after) == (0, 7, 1, None, None)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three stories."""
    return invented_record.build(tmp_path_factory.mktemp("parts") / "talks.parley")


@pytest.fixture
def client(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Asks it for lists of two rows on a page."""
    short = [msgspec.structs.replace(place, most=2 if place.most else 0) for place in PLACES]
    monkeypatch.setattr("parley.web.app.PLACES", short)
    with parley.open(path, read_only=True) as project:
        yield Client(make_app(project))


def test_its_parts_lead_to_each_other_and_its_twins_are_whole(client: Client) -> None:
    first, second = client.get("/stories").text, client.get("/stories?part=2").text
    names = [row["name"] for row in client.get("/stories.json?part=2").json()["rows"]]
    assert len(names) == 3
    assert [[name in page for name in names] for page in (first, second)] == [[True, True, False], [False, False, True]]
    assert 'rel="next" href="/stories?part=2"' in first
    assert 'rel="prev" href="/stories?part=1"' in second
