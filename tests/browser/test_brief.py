"""The copy in one file, opened from a folder with no network to be had."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opened import Opened
from tests.export.published import LONG, build, file_of, unpacked

LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return file_of(build(tmp_path_factory.mktemp("published") / "talks.parley"))


def places_of(html: str) -> list[str]:
    """A page of each kind, by its place."""
    kinds: dict[tuple[str, str], str] = {}
    for place, kind in unpacked(html).kinds.items():
        kinds.setdefault((kind, place.partition("/story/")[2].partition("/")[2]), f"#{place}")
    return ["#/", "#/briefing", *kinds.values()]


def at(opened: Opened, html: str, place: str = "") -> Page:
    """The file, opened at a place, once it is unpacked."""
    file = opened.folder / "brief.html"
    file.write_bytes(html.encode())
    opened.page.goto(file.as_uri() + place)
    opened.page.locator(".find:not([hidden])").wait_for()
    return opened.page


def seen(page: Page) -> str:
    return page.locator("main").inner_text()


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened, html: str) -> None:
    page = at(opened, html)
    for place in places_of(html):
        page.evaluate(f"location.hash = {place!r}")
        page.wait_for_timeout(20)
        assert "Not in this copy" not in seen(page)
    assert {url.partition("#")[0] for url in opened.requests} == {page.url.partition("#")[0]}
    assert opened.complaints == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_page_of_it_has_a_fault_or_runs_out_of_the_window(
    opened: Opened, html: str, width: int, scheme: str
) -> None:
    opened.look(width=width, scheme=scheme)
    for number, place in enumerate(places_of(html)):
        page = at(opened, html, place)
        assert opened.faults() == [], place
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, place
        if folder := os.environ.get("PARLEY_SCREENSHOTS"):
            page.screenshot(path=Path(folder) / f"brief-{number}-{width}-{scheme}.png", full_page=True)


def test_an_address_opens_the_claim_it_names(opened: Opened, html: str) -> None:
    packed = unpacked(html)
    places = [place for place, kind in packed.kinds.items() if kind == "move"]
    for place in places[:3]:
        page = at(opened, html, f"#{place}")
        words = page.locator("h1:visible").inner_text()
        assert f"<h1><bdi>{words}</bdi></h1>" in unescape(packed.pages[place])
        page.reload()
        page.locator(".find:not([hidden])").wait_for()
        assert page.locator("h1:visible").inner_text() == words


def test_one_goes_from_the_board_to_the_words_and_back(opened: Opened, html: str) -> None:
    page = at(opened, html)
    page.get_by_role("link", name="Trams").first.click()
    board = page.url
    page.locator("#shown table.board a").first.click()
    assert page.locator("#shown .evidence").count() == 1
    page.go_back()
    assert page.url == board
    assert page.locator("#shown table.board").is_visible()


def test_words_are_found(opened: Opened, html: str) -> None:
    page = at(opened, html)
    page.keyboard.press("/")
    page.keyboard.type("guild REJECT")
    hit = page.locator(".found a").first
    hit.wait_for()
    assert "guild" in hit.inner_text().casefold()
    assert "found" in page.locator("#status").inner_text()
    hit.click()
    assert page.locator("#shown h1").is_visible()


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        ("“guild rejected” plan", None, ""),
        ("rejected plan hill", "move", "Tram Drivers' Guild"),
        ("reject the plan", "move", "plan"),
        ("ada quill", "actor", "Ada Quill"),
        ("tram & more", "report", "Tram <talks> & more"),
        ("per cent", "move", "per cent"),
        ("zebra", None, ""),
    ],
)
def test_what_pages_say_is_found_not_their_headings_alone(
    opened: Opened, html: str, asked: str, kind: str | None, said: str
) -> None:
    page = at(opened, html, f"#/search/{quote(asked)}")
    rows = page.locator(".found li")
    found = [row for row in rows.all_inner_texts() if kind is not None and row.startswith(kind) and said in row]
    assert found if kind else rows.count() == 0


def test_what_stands_on_every_page_is_not_found(opened: Opened, html: str) -> None:
    page = at(opened, html, "#/search/nobody%20has%20judged")
    assert page.locator(".found li").count() == 0


def test_a_mark_leads_to_its_claim_and_the_page_stays(opened: Opened, html: str) -> None:
    page = at(opened, html, f"#/report/{LONG.id}")
    address = page.url
    page.locator("#shown a.no").first.click()
    assert page.url == address
    assert page.locator(".arrived").count() == 1


def test_it_is_read_with_scripts_off(browser: Browser, tmp_path: Path, html: str) -> None:
    file = tmp_path / "brief.html"
    file.write_bytes(html.encode())
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    shown = seen(page)
    assert "Scripts are off" in shown
    assert page.locator("table.board").first.is_visible()
    page.locator("table.board a").first.click()
    assert page.locator(".endnotes li:target q").count() == 1
    led = page.locator('a[href^="#/story/"]:visible, a[href^="#/source/"]:visible').all()
    assert {each.evaluate("e => getComputedStyle(e).pointerEvents") for each in led} == {"none"}
    context.close()


@pytest.mark.parametrize("place", ["", "#/briefing"])
def test_the_first_page_and_the_briefing_print_the_briefing(opened: Opened, html: str, place: str) -> None:
    page = at(opened, html, place)
    page.emulate_media(media="print")
    assert page.locator("table.board").first.is_visible()
    assert "What moved last" in page.locator("#paper").inner_text()
    assert not page.get_by_text("About this copy").is_visible()
    assert not page.locator(".endnotes li").first.is_visible()
    assert 1 <= len(re.findall(rb"/Type */Page\b", page.pdf(prefer_css_page_size=True))) <= 4  # two stories


def test_another_page_prints_itself(opened: Opened, html: str) -> None:
    page = at(opened, html)
    page.evaluate("location.hash = document.querySelector('table.board a').hash")
    page.locator("#shown .evidence").wait_for()
    page.emulate_media(media="print")
    assert page.locator("#shown .evidence").is_visible()
    assert not page.locator("table.board").first.is_visible()
