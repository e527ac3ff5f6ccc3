"""No page grows without end: a story of many reports, each page of it with all it has, and short with its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import parley
from parley.pages import actor_of_story, actor_page, source_in_stories, source_page
from parley.project import Project
from parley.web import make_app
from tests import invented_record
from tests.web.asking import Client

LIMIT = 200  # kB
TABS = (
    "",
    "/talks",
    "/proposals",
    "/timeline",
    "/figures",
    "/figures?alone=yes",
    "/disagreements",
    "/actors",
    "/sources",
)
_LINK = re.compile(r'href="/claim/([^"]+)"')
_NEXT = re.compile(r'rel="next" href="([^"]+)"')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = invented_record.build_large(tmp_path_factory.mktemp("many") / "talks.parley")
    with parley.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(project: Project) -> Client:
    return Client(make_app(project))


@pytest.fixture(scope="module")
def story(project: Project) -> str:
    return project.ledger().derived.chief()[0].id


@pytest.fixture(scope="module")
def actor(project: Project, story: str) -> str:
    (account,) = project.ledger().accounts(story=story)
    return max(account.account.actors, key=lambda each: actor_page(account, each.id).counts["made"]).id


@pytest.mark.parametrize("tab", TABS)
def test_a_page_of_a_large_story_is_short(client: Client, story: str, tab: str) -> None:
    assert len(client.get(f"/story/{story}{tab}").content) / 1024 < LIMIT


def walked(client: Client, address: str, section: str) -> list[str]:
    """The claims that the parts of a list lead to, part after part."""
    told: list[str] = []
    while True:
        page = client.get(address.partition("#")[0]).text
        rows = page.partition(f'<h2 id="{section}">')[2].partition("</section>")[0]
        told += _LINK.findall(rows)
        following = _NEXT.search(rows)
        if following is None:
            return told
        address = following[1].replace("&amp;", "&")


@pytest.mark.parametrize("part", ["made", "faced", "word"])
def test_the_parts_of_what_an_actor_did_are_all_of_it_newest_first(
    project: Project, client: Client, story: str, part: str
) -> None:
    (account,) = project.ledger().accounts(story=story)
    longest = 0
    for each in account.account.actors:
        address = f"/actor/{story}/{each.id}"
        rows = [row["id"] for row in client.get(f"{address}.json").json()[part]]
        assert walked(client, address, part) == rows[::-1]
        longest = max(longest, len(rows))
    assert longest > 300


@pytest.mark.parametrize("part", ["things", "relayed"])
def test_the_parts_of_what_a_source_tells_are_all_of_it(client: Client, story: str, part: str) -> None:
    address = f"/source?name=Coast+Radio&kind=outlet&story={story}"
    rows = [row["id"] for row in client.get(address.replace("?", ".json?")).json()[part]]
    assert walked(client, address, part) == rows


def test_going_through_one_list_leaves_the_others_where_they_are(client: Client, story: str, actor: str) -> None:
    page = client.get(f"/actor/{story}/{actor}?made=2").text
    assert f'href="/actor/{story}/{actor}?made=2&amp;word=2#word"' in page
    assert 'aria-label="Parts of what it did"' in page


def test_the_parts_of_a_scale_are_all_its_points_and_the_newest_are_seen_first(client: Client, story: str) -> None:
    points = [
        point["claim"] for point in client.get(f"/story/{story}/talks.json").json()["page"]["scales"][0]["points"]
    ]
    pages = [
        client.get(f"/story/{story}/talks?scale-0={number}").text for number in range(1, -(-len(points) // 40) + 1)
    ]
    shown = [
        claim for page in pages for claim in _LINK.findall(page.partition('id="scale-0"')[2].partition("</article>")[0])
    ]
    assert shown == points
    assert points[-1] in client.get(f"/story/{story}/talks").text.partition("</article>")[0]
    assert len(points) > 80


def test_the_parts_of_a_proposal_are_all_its_versions(client: Client, story: str) -> None:
    proposals = client.get(f"/story/{story}/proposals.json").json()["page"]["proposals"]
    longest = max(proposals, key=lambda each: len(each["versions"]))
    name, count = longest["id"], -(-len(longest["versions"]) // 8)
    assert count > 2
    days: list[str] = []
    for number in range(1, count + 1):
        article = client.get(f"/story/{story}/proposals?{name}={number}").text.partition(f'id="{name}"')[2]
        days += re.findall(r'class="day"><time datetime="([^"]+)"', article.partition("</article>")[0])
    assert days == [version["as_of"] for version in longest["versions"]]


def test_a_page_works_out_the_rows_it_shows_alone(project: Project, story: str, actor: str) -> None:
    def some(name: str, total: int) -> slice:
        return slice(2, 5)

    ledger = project.ledger()
    (account,) = ledger.accounts(story=story)
    radio = "Coast Radio", "outlet"
    pages: list[tuple[Any, Any, tuple[str, ...]]] = [
        (actor_page(account, actor), actor_of_story(ledger, story, actor, some), ("made", "faced", "carried", "word")),
        (
            source_page([account], *radio),
            source_in_stories(ledger, *radio, story=story, cut=some),
            ("things", "relayed"),
        ),
    ]
    for whole, part, names in pages:
        for name in names:
            assert getattr(part, name) == getattr(whole, name)[2:5]
            assert part.counts[name] == len(getattr(whole, name))


def test_a_series_has_a_page_of_its_own_with_all_its_counts(client: Client, story: str) -> None:
    found = client.get(f"/story/{story}/figures.json?alone=yes").json()["page"]["series"]
    longest = max(found, key=lambda block: len(block["rows"]))
    page = client.get(f"/story/{story}/figures?series={longest['id']}").text
    ladder = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert _LINK.findall(ladder) == [row["id"] for row in longest["rows"]][-100:]
    assert client.get(f"/story/{story}/figures?series=series-none").status_code == 404


def test_the_parts_of_the_figures_are_all_series(client: Client, story: str) -> None:
    address, told = f"/story/{story}/figures?alone=yes", []
    while address:
        page = client.get(address).text
        told += re.findall(r'<article class="series" id="([^"]+)"', page)
        following = _NEXT.search(page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert told == [
        block["id"] for block in client.get(f"/story/{story}/figures.json?alone=yes").json()["page"]["series"]
    ]
